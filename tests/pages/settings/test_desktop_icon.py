"""Settings put an icon on the desktop when asked to, never over another file, and take it off again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lib.store import Store
from lib.ui.loading import ROOT
from tests.pages.conftest import Open
from tests.pages.screen import click, plain, problem


@pytest.fixture
def icon(desktop: Path) -> Path:
    """The icon's place on this system."""
    names = {"win32": "Afterword.bat", "darwin": "Afterword.command"}
    return desktop / names.get(sys.platform, "afterword.desktop")


def test_nothing_is_on_the_desktop_before_it_is_asked_for(tab: Open, icon: Path) -> None:
    tab("more/settings")

    assert not icon.exists()


def test_the_icon_is_executable_and_settings_name_its_place(tab: Open, store: Store, icon: Path) -> None:
    app = click(tab("more/settings"), "put icon")

    assert os.access(icon, os.X_OK)
    assert str(icon) in [code.value for code in app.code]
    assert str(store.folder) in icon.read_text("utf-8")


def test_the_icon_is_removed_again(tab: Open, icon: Path) -> None:
    app = click(click(tab("more/settings"), "put icon"), "remove icon")

    assert not icon.exists()
    assert "put icon" in [button.key for button in app.button]


def test_another_file_of_that_name_is_left_alone(tab: Open, icon: Path) -> None:
    icon.write_text("mine", "utf-8")
    app = click(tab("more/settings"), "put icon")

    assert icon.read_text("utf-8") == "mine"
    assert "that Afterword didn't write" in problem(app)


def test_a_link_in_its_place_is_neither_followed_nor_replaced(tab: Open, icon: Path, tmp_path: Path) -> None:
    icon.symlink_to(tmp_path / "elsewhere")
    app = click(tab("more/settings"), "put icon")

    assert icon.is_symlink()
    assert not (tmp_path / "elsewhere").exists()
    assert "that Afterword didn't write" in problem(app)


def test_without_a_desktop_it_is_shown_where_it_was_looked_for(tab: Open, icon: Path) -> None:
    icon.parent.rmdir()
    app = click(tab("more/settings"), "put icon")

    assert f"There's no desktop folder at {icon.parent}" in problem(app).replace("\\", "")


def test_the_sample_offers_no_icon(tab: Open) -> None:
    app = tab("more/settings", workbook="sample")

    assert "Put an icon" not in plain(app)


@pytest.mark.skipif(sys.platform != "linux", reason="it runs the command of a desktop entry")
def test_the_icon_starts_this_copy_with_this_data(tab: Open, store: Store, icon: Path) -> None:
    click(tab("more/settings"), "put icon")
    keys = dict(line.split("=", 1) for line in icon.read_text("utf-8").splitlines() if "=" in line)

    assert keys["Path"] == str(ROOT)
    command = f"{keys['Exec']} --version"
    said = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("Afterword 0.")
    assert keys["Exec"].endswith(f'"--data" "{store.folder}"')
