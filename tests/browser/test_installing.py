"""Installed as a package, Afterword is a command that starts the app, with its data where it shows."""

import importlib.util
import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from sysconfig import get_path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from lib.ui.access.headers import policy
from tests.browser.person import SAVED, Person, rows
from tests.browser.server import ROOT, Server

pytestmark = [
    pytest.mark.skipif(
        not all(map(importlib.util.find_spec, ("hatchling", "pip"))),
        reason="NOT TESTED: installing. It takes hatchling and pip; see requirements-dev.txt.",
    ),
]
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel that was built here and installed into an environment of its own.

    What it depends on is found in the environment of the tests.
    """
    folder = tmp_path_factory.mktemp("installed")
    called("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / BIN / "python"
    (site,) = (folder / "venv").glob("**/site-packages")
    (site / "of_the_tests.pth").write_text(get_path("purelib"), "utf-8")
    called("-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel))
    return folder / "venv" / BIN / "afterword"


def called(*arguments: str) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(command: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The command, running for a user who has no data yet and names no folder."""
    folder = tmp_path_factory.mktemp("of_a_user")
    user = folder / "user"
    own = {"XDG_DATA_HOME": str(user / "share"), "XDG_CONFIG_HOME": str(user / "config")}
    nowhere = {"AFTERWORD_DATA": "", "AFTERWORD_HOME": "", "PYTHONSAFEPATH": ""}
    server = Server(folder, starter=(str(command), "--no-browser"), environment=own | nowhere, cwd=folder)
    try:
        yield server.start()
        assert server.talked_to() == []
    finally:
        server.kill()


def test_a_debrief_through_the_command_is_stored_in_the_users_own_data_folder(installed: Server, page: Page) -> None:
    person = Person(page, installed.url).visit().press("I just had one")
    person.write("Company", "Rübezahl Outdoor").write("Role", "Gardener").tap("Type", "Phone call")
    person.press("Next").press("Save and stop here")
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()

    folder = installed.folder / "user" / "share" / "afterword" / "data"
    assert [row["company"] for row in rows(folder, "applications")] == ["Rübezahl Outdoor"]
    assert f"Your data is in {folder}" in installed.output()


def test_the_installed_app_has_the_headers_the_settings_and_the_sample_of_the_app(
    installed: Server, page: Page
) -> None:
    with page.expect_response(f"{installed.url}/journal?workbook=sample") as answer:
        Person(page, installed.url).visit("/journal?workbook=sample")

    assert answer.value.headers["content-security-policy"] == policy(urlsplit(installed.url).netloc)
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert ground == "rgb(252, 250, 246)"
    expect(page.get_by_text("43 interviews").first).to_be_visible()


def test_the_command_names_its_version(command: Path) -> None:
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout

    assert said == f"Afterword {tomllib.loads((ROOT / 'pyproject.toml').read_text('utf-8'))['project']['version']}\n"
