from pathlib import Path

import pytest

from lib.store import choose_folder, chosen_folder


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "not made yet"))


def test_at_first_no_folder_is_chosen() -> None:
    assert chosen_folder() is None


@pytest.mark.parametrize("name", ["data", "Jobs, 2026", "Bewerbungen für später", "odd \udcff"])
def test_a_chosen_folder_is_remembered(tmp_path: Path, name: str) -> None:
    choose_folder(tmp_path / name)
    assert chosen_folder() == tmp_path / name


def test_the_choice_can_be_taken_back(tmp_path: Path) -> None:
    choose_folder(tmp_path)
    choose_folder(None)
    assert chosen_folder() is None
