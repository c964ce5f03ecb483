from datetime import datetime
from pathlib import Path

import pytest

from lib.store import Store, default_home
from lib.store.check import main
from tests.store.rows import FIRST, write


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "home"))


def test_a_clean_folder_is_reported_as_clean(store: Store, now: datetime, capsys: pytest.CaptureFixture[str]) -> None:
    store.commit(FIRST, now)
    assert main([str(store.folder)]) == 0
    assert capsys.readouterr().out == "Every row of every file can be read.\n"


def test_each_problem_is_a_line_with_its_place(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    write(store, "goals.csv", "id,goal,why\ngo-1,,\ngo-2,Learn\n")
    assert main([str(store.folder)]) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first == "goals.csv, line 2: The column goal is empty, and the row means nothing without it."
    assert second == "goals.csv, line 3: The row has 2 cells where the file has 3 columns."
    assert last == "Rows left out: 2. The workbook can be changed as usual."


def test_a_file_that_cannot_be_read_is_said_to_close_the_workbook(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    write(store, "goals.csv", "id;goal;why\n")
    assert main([str(store.folder)]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("Until you repair goals.csv")


@pytest.mark.parametrize("arguments", [[], ["not there"], ["a", "b"]])
def test_without_a_folder_the_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_checking_writes_nothing_into_the_folder(store: Store) -> None:
    path = write(store, "goals.csv", "id,goal,why\ngo-1,,\n")
    main([str(store.folder)])
    assert list(store.folder.iterdir()) == [path]


def test_the_home_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_home() == tmp_path / "home"
    monkeypatch.delenv("AFTERWORD_HOME")
    assert default_home().name == "afterword"
