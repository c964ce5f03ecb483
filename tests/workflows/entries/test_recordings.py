"""A kept recording is data like any other: in the backup file, moved, erased and forgotten with the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.archive import unpack
from lib.practice.cards import cards
from lib.records.question import Question
from lib.store import SaveFailed, Store
from lib.store import recordings as kept_by
from lib.workflows.drafting import OpenDrafts
from lib.workflows.entries.forgetting import forget, what_goes
from lib.workflows.entries.practising import join
from lib.workflows.entries.recordings import question_of, recorded_id, recordings_of
from lib.workflows.repairing import folder_maintenance
from lib.workflows.repairing.restoring import backup_file, look_into, restore
from tests.practice.test_wav import wav
from tests.workflows.evening import NOW, full_debrief, put, workbook

SOUND = wav(40)
ELSEWHERE = Question(id="qu-elsewhere", text="Why data?", asked_by="them", prepared=True, asked=False)
PRIYA = "pe-one"


@pytest.fixture
def recorded(store: Store) -> Iterator[Store]:
    """A debrief with Priya, and a recording each of a question asked there and of one that is my own."""
    interview = full_debrief(store)
    put(store, ELSEWHERE)
    there = next(one for one in workbook(store).questions if one.interview_id == interview.id)
    for question_id in (there.id, ELSEWHERE.id):
        store.recordings.keep(question_id, NOW, SOUND)
    return store


def names(store: Store) -> list[str]:
    return [one.name for one in store.recordings.list()]


def test_it_is_one_file_with_its_question_its_moment_and_its_size(recorded: Store) -> None:
    one = next(one for one in recorded.recordings.list() if one.key == ELSEWHERE.id)

    assert (one.name, one.at, one.size) == ("qu-elsewhere@20261120T180000Z.wav", NOW, len(SOUND))
    assert (recorded.folder / ".afterword/recordings" / one.name).read_bytes() == SOUND
    assert question_of(workbook(recorded), one) == ELSEWHERE.text


def test_recorded_twice_in_one_try_the_last_one_is_kept(recorded: Store) -> None:
    recorded.recordings.keep(ELSEWHERE.id, NOW, wav(1))

    assert len(names(recorded)) == 2
    assert recorded.recordings.content("qu-elsewhere@20261120T180000Z.wav") == wav(1)


def test_it_stays_with_its_question_when_two_are_put_together(recorded: Store) -> None:
    first, second = (card for card in cards(workbook(recorded)) if recordings_of(card, recorded.recordings.list()))
    join(recorded, first.id, second.id, NOW)

    (both,) = (card for card in cards(workbook(recorded)) if card.topic)
    assert len(recordings_of(both, recorded.recordings.list())) == 2


def test_more_than_a_backup_can_hold_is_refused(recorded: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_by, "MOST_BYTES", 2 * len(SOUND) + 10)

    with pytest.raises(SaveFailed, match="It wasn't kept"):
        recorded.recordings.keep("qu-more", NOW, SOUND)
    assert len(names(recorded)) == 2


def test_a_file_of_another_name_is_none_of_them(recorded: Store) -> None:
    for name in ("song.wav", "qu-1@20261399T990000Z.wav"):
        (recorded.folder / ".afterword/recordings" / name).write_bytes(b"x")
    assert len(names(recorded)) == 2
    recorded.recordings.remove(["song.wav", "../../interviews.csv"])
    assert (recorded.folder / "interviews.csv").exists()


def test_a_question_with_an_id_that_no_file_can_bear_has_its_recording_too(store: Store) -> None:
    put(store, Question(id="qu/../1", text="Why us?", rating=1))
    (card,) = cards(workbook(store))
    store.recordings.keep(recorded_id(card), NOW, SOUND)

    (one,) = recordings_of(card, store.recordings.list())
    assert question_of(workbook(store), one) == "Why us?"


def test_the_backup_file_holds_it_and_brings_it_back_and_undo_takes_it_away(recorded: Store) -> None:
    data, there = backup_file(recorded), names(recorded)
    assert sorted(unpack(data).recordings) == sorted(there)
    recorded.recordings.remove(there)

    found = look_into(recorded, recorded.load(), data, NOW.date(), dates=DAY_FIRST)
    assert "2 recordings come back" in found.lines
    receipt = restore(recorded, found, NOW)
    assert names(recorded) == there
    assert look_into(recorded, recorded.load(), data, NOW.date(), dates=DAY_FIRST).changes_nothing
    recorded.undo(receipt.id, NOW)
    assert names(recorded) == []


def test_it_moves_along_and_is_erased_with_everything(recorded: Store, tmp_path: Path) -> None:
    there = names(recorded)
    folder_maintenance.move_to(recorded, str(tmp_path / "new"))
    moved = Store(tmp_path / "new", recorded.home)
    assert names(moved) == there

    assert "2 recordings" in folder_maintenance.sentences(moved.inventory())
    folder_maintenance.erase_everything(moved, OpenDrafts(), folder_maintenance.WORD)
    assert names(moved) == []
    assert not list((tmp_path / "new").rglob("*.wav"))


def test_forgetting_a_person_takes_the_recordings_of_what_was_asked_there_and_names_the_others(
    recorded: Store,
) -> None:
    going = what_goes(recorded.load(), (), PRIYA, recorded.recordings.list())
    assert "1 recording of answers to what was asked there" in going.sentences
    assert any("1 other recording may hold the name" in line for line in going.left)

    forget(recorded, OpenDrafts(), PRIYA, NOW)
    assert [one.key for one in recorded.recordings.list()] == [ELSEWHERE.id]
