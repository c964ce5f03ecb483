"""The message when the disk fails in the middle of a step is true of the files."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from lib.store import SaveFailed, Store, disk
from lib.store.bounds import PRIVATE
from lib.store.errors import NOTHING_CHANGED
from lib.store.redo import RECORD
from tests.store.rows import FIRST, INTERVIEW, RATING, edit


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def failing_for(fails: Callable[[Path], bool], plain: Callable[..., object]) -> Callable[..., object]:
    """The call fails wherever one of its paths is meant."""

    def call(*paths: Path) -> object:
        if any(fails(path) for path in paths):
            raise OSError(5, "Input/output error")
        return plain(*paths)

    return call


def lesson(store: Store) -> str:
    return store.load().workbook.interviews[0].lesson


def test_where_no_file_can_be_put_in_place_nothing_is_changed_now_or_later(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, "swap", failing_for(lambda path: path.suffix == ".csv", disk.swap))
        with pytest.raises(SaveFailed, match=NOTHING_CHANGED):
            saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    assert saved.recover(now).sentence == ""
    assert lesson(saved) == ""


def test_a_step_half_in_place_is_told_seen_whole_and_completed_later(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, "swap", failing_for(lambda path: path.name == "ratings.csv", disk.swap))
        with pytest.raises(SaveFailed, match="only half done"):
            saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe."), RATING.changed(score=5)), now)
    assert saved.load().workbook.ratings[0].score == 5
    assert saved.recover(now).finished == "An edit"
    assert saved.load().workbook.ratings[0].score == 5


def test_a_step_that_is_all_in_place_is_no_failure_when_tidying_up_fails(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, "remove", failing_for(lambda path: path.name == "redo.json", disk.remove))
        assert saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now).written == 1
    saved.recover(now)
    assert not (saved.folder / RECORD).exists()
    assert lesson(saved) == "Breathe."


def test_a_record_that_is_not_confirmed_is_taken_back_and_nothing_is_changed(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", failing_for(lambda path: path.name == PRIVATE, disk.sync_folder))
        with pytest.raises(SaveFailed, match=NOTHING_CHANGED):
            saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    assert saved.recover(now).sentence == ""
    assert lesson(saved) == ""


def test_a_record_that_can_neither_be_confirmed_nor_taken_back_is_told_to_be_waiting(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", failing_for(lambda path: path.name == PRIVATE, disk.sync_folder))
        patch.setattr(disk, "remove", failing_for(lambda path: path.name == "redo.json", disk.remove))
        with pytest.raises(SaveFailed, match="completed at the next save"):
            saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    assert lesson(saved) == "Breathe."
    assert saved.recover(now).finished == "An edit"
    assert lesson(saved) == "Breathe."
