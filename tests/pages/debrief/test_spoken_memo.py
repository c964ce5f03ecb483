"""A spoken memo becomes lines on the sheet of notes. The process that listens only plays its part here."""

from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from lib.extras.speech_process import Progress
from lib.records.application import Application
from lib.records.person import Person
from lib.store import Store
from lib.ui.shared import spoken_memo
from tests.capture.reading.files import memo
from tests.pages.conftest import Open
from tests.pages.debrief.test_bring_a_note import TO_ADD, dropped, spots, values
from tests.pages.debrief.test_steps import WHICH, on_to
from tests.pages.screen import answer, click, field, keys, plain
from tests.workflows.evening import put

SOUND = b"RIFF\0\0\0\0WAVEfmt "
SAID = ("Why us?", "What went well was the demo.")


class Listening:
    """Takes the place of the process: what it was given, and how far the test says it is."""

    made: Sequence["Listening"] = ()

    def __init__(self, recording: bytes, names: Sequence[str] = ()) -> None:
        self.recording, self.names = recording, tuple(names)
        self.progress = Progress(30.0, 90.0)
        self.is_stopped = False
        Listening.made = [*Listening.made, self]

    def stop(self) -> None:
        self.is_stopped = True


@pytest.fixture
def asked(tab: Open, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A debrief at the step that asks what they asked, where speech can be written down."""
    monkeypatch.setattr(spoken_memo, "IS_INSTALLED", True)
    monkeypatch.setattr(spoken_memo, "SpeechProcess", Listening)
    monkeypatch.setattr(Listening, "made", [])
    return on_to(answer(tab("main/debrief", new="debrief"), **WHICH), "asked")


def heard(app: AppTest, *lines: str, **how: object) -> AppTest:
    """The process has come to its end."""
    Listening.made[-1].progress = Progress(90.0, 90.0, lines, **({"end": "done"} | how))  # type: ignore[arg-type]
    return app.run()


def test_a_recording_is_listened_to_with_its_progress_and_the_draft_is_untouched(asked: AppTest, store: Store) -> None:
    before = values(store)
    dropped(asked, ("memo.wav", SOUND))

    assert "Writing it down: 0:30 of 1:30" in plain(asked)
    assert values(store) == before


def test_what_was_said_comes_onto_the_sheet_with_the_recording_and_a_warning(asked: AppTest) -> None:
    heard(dropped(asked, ("memo.m4a", SOUND)), *SAID)

    assert spots(asked) == {"Why us?": "asked", "What went well was the demo.": "went_well"}
    assert spoken_memo.IN_NOISE in plain(asked)
    assert len(asked.get("audio")) == 1


def test_added_to_the_debrief_the_recording_is_gone(asked: AppTest, store: Store) -> None:
    click(heard(dropped(asked, ("memo.m4a", SOUND)), *SAID), TO_ADD)

    assert field(asked, "asked").value == "Why us?"
    assert not asked.get("audio")
    assert store.recordings.list() == ()


def test_stopped_it_is_over_and_the_draft_is_untouched(asked: AppTest, store: Store) -> None:
    before = values(store)
    dropped(asked, ("memo.wav", SOUND))
    click(asked, next(key for key in keys(asked) if key.startswith("stop memo")))

    assert Listening.made[-1].is_stopped
    assert "Stopped. Nothing was written down." in plain(asked)
    assert values(store) == before


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ("nothing", "Nothing was said in this recording"),
        ("undecodable", "can't be played"),
        ("too_long", "longer than 20 minutes"),
        ("other_language", "This sounds like German."),
        ("refused", "are damaged"),
        ("slow", "took too long"),
        ("failed", "Writing it down failed."),
    ],
)
def test_why_nothing_came_of_it_is_told(asked: AppTest, store: Store, end: str, sentence: str) -> None:
    before = values(store)
    heard(dropped(asked, ("memo.wav", SOUND)), end=end, detail="de")

    assert sentence in plain(asked)
    assert "Your debrief is unchanged." in plain(asked)
    assert values(store) == before


def test_a_note_that_was_dropped_beside_it_waits_for_it(asked: AppTest) -> None:
    heard(dropped(asked, ("a.txt", b"Why leave?"), ("memo.wav", SOUND)), "Why us?")

    assert set(spots(asked)) == {"Why us?", "Why leave?"}


def test_a_recording_with_its_transcript_in_it_is_not_listened_to(asked: AppTest) -> None:
    dropped(asked, ("memo.m4a", memo({"attributedString": {"runs": ["Why us?", 0]}})))

    assert not Listening.made
    assert set(spots(asked)) == {"Why us?"}


def test_the_debrief_is_not_left_while_a_recording_is_on_its_way(asked: AppTest) -> None:
    click(dropped(asked, ("memo.wav", SOUND)), "next")

    assert "Your recording is still being written down." in plain(asked)


def test_it_listens_for_the_names_of_the_company_first(store: Store, asked: AppTest) -> None:
    put(
        store,
        Application(id="ap-1", company="Quillon", role="Analyst"),
        Person(id="pe-1", name="Tom Becker", company="Quillon"),
        Person(id="pe-2", name="Priya Raman", company=str(WHICH["company"])),
    )
    dropped(asked.run(), ("memo.wav", SOUND))

    assert Listening.made[-1].names == (WHICH["company"], "Priya Raman", "Quillon", "Tom Becker")


def test_where_nothing_can_be_written_down_one_line_tells_how(tab: Open) -> None:
    app = on_to(answer(tab("main/debrief", new="debrief"), **WHICH), "asked")

    assert plain(app).count(spoken_memo.MISSING) == 1
    assert not app.get("audio_input")
    assert "This is a recording or a picture." in plain(dropped(app, ("memo.wav", SOUND)))
