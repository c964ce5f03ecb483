"""The optional models themselves: what they find, what they refuse, and that they need no network and leave no file."""

import re
import socket
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.grouping import Meant, earlier_cards, in_three, labelled, reworded
from benchmarks.speech import wav, word_errors
from lib.extras import decoding, meaning, speech_process, speech_worker, weights
from lib.extras.meaning import MiniLM
from lib.extras.speech_process import Progress, SpeechProcess

SPOKEN = Path(__file__).parents[3] / "shared" / "audio"
NAMES = ("Northwind Analytics", "Priya Raman", "Tom Becker", "Helen Ostrowski")

pytestmark = [
    pytest.mark.extras,
    pytest.mark.skipif(
        not (meaning.is_installed() and speech_process.is_installed()),
        reason="the optional models are not installed: see requirements-extras.txt",
    ),
]
needs_the_memo = pytest.mark.skipif(not SPOKEN.exists(), reason="no spoken memo beside this folder")


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    return MiniLM()


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def seconds(number: float) -> NDArray[np.float64]:
    return np.arange(int(number * decoding.RATE)) / decoding.RATE


def written_down(recording: bytes, *names: str) -> Progress:
    return SpeechProcess(recording, names).wait(120)


def end_of(recording: bytes) -> str:
    """How the same ends in this process, which is quicker where Whisper isn't needed."""
    return [step.end or "" for step in speech_worker.steps(recording, ())][-1]


def test_a_question_in_other_words_is_among_three(encoder: MiniLM) -> None:
    found, (first, again) = labelled(), reworded()

    assert in_three(Meant(encoder, earlier_cards(found["first"], len(found["first"]), 0)), found["reworded"]) >= 0.66
    assert in_three(Meant(encoder, earlier_cards(first, len(first), 0)), again) >= 0.78


def test_a_question_jotted_again_is_among_three_with_meaning_too(encoder: MiniLM) -> None:
    found = labelled()

    assert in_three(Meant(encoder, earlier_cards(found["first"], len(found["first"]), 0)), found["jotted"]) >= 0.99


def test_the_meaning_of_a_text_does_not_depend_on_its_company(encoder: MiniLM) -> None:
    alone, together = encoder(["Why us?"])[0], encoder(["Why us?", "Tell me about a time when you failed at it."])[0]

    assert np.dot(alone, together) > 0.98


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all that a process could leave behind would be."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def memos(home: Path) -> dict[str, Progress]:
    """What becomes of the memo, spoken in a quiet room and among people."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home))
        files = {"quiet": "memo.m4a", "babble": "memo_babble_10dB.m4a"}
        return {name: written_down((SPOKEN / file).read_bytes(), *NAMES) for name, file in files.items()}


@needs_the_memo
@pytest.mark.timeout(400)
@pytest.mark.parametrize(("memo", "most"), [("quiet", 0.05), ("babble", 0.10)])
def test_a_memo_is_written_down(memos: dict[str, Progress], memo: str, most: float) -> None:
    assert memos[memo].end == "done"
    assert word_errors((SPOKEN / "memo.txt").read_text("utf-8"), " ".join(memos[memo].lines)) <= most


@needs_the_memo
@pytest.mark.timeout(400)
@pytest.mark.parametrize("memo", ["quiet", "babble"])
def test_the_names_that_it_listens_for_come_out_right(memos: dict[str, Progress], memo: str) -> None:
    assert [name for name in NAMES if name not in " ".join(memos[memo].lines)] == []


@needs_the_memo
@pytest.mark.timeout(400)
def test_nothing_is_written_to_disk(memos: dict[str, Progress], home: Path) -> None:
    assert list(home.iterdir()) == []


@needs_the_memo
def test_half_a_memo_with_a_wrong_ending_and_no_index_cannot_be_read() -> None:
    memo = (SPOKEN / "memo.m4a").read_bytes()

    assert end_of(memo[: len(memo) // 2]) == "undecodable"


@needs_the_memo
def test_no_network_is_asked(no_network: None) -> None:
    assert next(iter(speech_worker.steps((SPOKEN / "memo.m4a").read_bytes(), ()))).seconds > 90
    MiniLM()(["Why us?"])


@pytest.mark.parametrize("kind", ["silence", "hiss", "chord"])
def test_where_nobody_speaks_nothing_was_said(kind: str) -> None:
    time = seconds(20)
    sound = {
        "silence": 0 * time,
        "hiss": np.random.default_rng(0).normal(0, 0.1, time.size).clip(-1, 1),
        "chord": sum(np.sin(2 * np.pi * pitch * time) for pitch in (220, 277, 330)) / 4,
    }[kind]

    assert end_of(wav(sound)) == "nothing"


@pytest.mark.parametrize("recording", [b"", b"Dear diary, " * 999, b"#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n"])
def test_what_is_no_recording_cannot_be_read(recording: bytes) -> None:
    assert end_of(recording) == "undecodable"


def test_a_recording_that_breaks_off_is_read_up_to_there() -> None:
    whole = wav(0.5 * np.sin(2 * np.pi * 220 * seconds(10)))

    assert decoding.decoded(whole[: len(whole) // 2]).size == pytest.approx(5 * decoding.RATE, rel=0.01)


def test_one_that_is_too_long_or_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_SECONDS", 3)
    assert end_of(wav(0 * seconds(4))) == "too_long"

    monkeypatch.setattr(decoding, "MOST_BYTES", 1000)
    assert end_of(wav(0 * seconds(1))) == "too_long"


@pytest.fixture
def changed_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    known = weights.SPEECH["config.json"]
    monkeypatch.setitem(weights.SPEECH, "config.json", replace(known, sha256=re.sub("^.", "x", known.sha256)))
    monkeypatch.setattr("lib.extras.transcription.is_spoken", lambda _: True)


def test_weights_that_are_not_the_known_ones_are_refused(changed_weights: None) -> None:
    assert end_of(wav(0 * seconds(1))) == "refused"
