from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lib.store import last_visit, note_visit

DAY = timedelta(days=1)


def test_the_first_visit_has_none_before(tmp_path: Path, now: datetime) -> None:
    assert note_visit(tmp_path / "home", tmp_path, now) is None


def test_the_last_visit_of_an_earlier_day_is_told_all_day(tmp_path: Path, now: datetime) -> None:
    home = tmp_path / "home"
    note_visit(home, tmp_path, now - 2 * DAY)
    note_visit(home, tmp_path, now - DAY)
    assert note_visit(home, tmp_path, now) == now - DAY
    assert note_visit(home, tmp_path, now + timedelta(hours=1)) == now - DAY


def test_asking_for_the_last_visit_is_none(tmp_path: Path, now: datetime) -> None:
    home = tmp_path / "home"
    note_visit(home, tmp_path, now - 2 * DAY)
    assert last_visit(home, tmp_path, now - DAY) == now - 2 * DAY
    assert note_visit(home, tmp_path, now) == now - 2 * DAY


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"earlier": "", "newest": "soon"}', b'{"newest": 3}', b"\xff"])
def test_a_damaged_note_counts_as_none(tmp_path: Path, now: datetime, data: bytes) -> None:
    home = tmp_path / "home"
    note_visit(home, tmp_path, now - DAY)
    (path,) = (home / "visits").iterdir()
    path.write_bytes(data)
    assert note_visit(home, tmp_path, now) is None


def test_a_home_that_cannot_be_written_is_no_failure(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "a file").write_bytes(b"")
    assert note_visit(tmp_path / "a file", tmp_path, now) is None
