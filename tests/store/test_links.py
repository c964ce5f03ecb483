from pathlib import Path

import pytest

from lib.store.links import has_no_links


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data" / "drafts").mkdir(parents=True)
    (tmp_path / "data" / "goals.csv").touch()
    (tmp_path / "data" / "linked").symlink_to(tmp_path)
    (tmp_path / "data" / "drafts" / "inside").symlink_to(tmp_path / "data" / "goals.csv")
    return tmp_path / "data"


@pytest.mark.parametrize("name", ["goals.csv", "drafts", "drafts/", "drafts/none", "none/at/all"])
def test_a_name_without_a_link_leads_straight_down(folder: Path, name: str) -> None:
    assert has_no_links(folder, name)
    assert (folder / name).resolve().is_relative_to(folder.resolve())


@pytest.mark.parametrize(
    "name",
    [
        "linked",
        "linked/data/goals.csv",
        "drafts/inside",
        "drafts/inside/more",
        "../data/goals.csv",
        "drafts/../goals.csv",
        "",
        ".",
        "/etc/passwd",
        "goals.csv/more",
        "a\\b",
        "C:goals.csv",
        "goals\0.csv",
        "drafts//none",
    ],
)
def test_any_other_name_is_not_taken_for_straight(folder: Path, name: str) -> None:
    assert not has_no_links(folder, name)


def test_a_folder_that_is_a_link_itself_is_looked_into(folder: Path) -> None:
    (folder.parent / "other").symlink_to(folder)
    assert has_no_links(folder.parent / "other", "goals.csv")
    assert not has_no_links(folder.parent / "other", "linked")
