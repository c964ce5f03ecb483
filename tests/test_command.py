"""The command of an installed copy: where it finds the data, which port it takes, and its words about mistakes."""

import runpy
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement
from streamlit.web import cli

from lib import command
from lib.store import choose_folder, own_folder
from lib.store.locations import USUAL, usual_folder

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and no folder named."""
    for name in ("AFTERWORD_DATA", USUAL):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the command would have run, in place of running it."""
    runs: list[list[str]] = []
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(cli, "main", lambda arguments, **_: runs.append(arguments))
    return runs


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_without_data_anywhere_the_usual_folder_is_the_users_own(tmp_path: Path, home: Path) -> None:
    assert usual_folder(tmp_path) == home / "data"


def test_a_data_folder_with_foreign_files_only_is_left_alone(tmp_path: Path, home: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "measurements.csv").write_text("a,b\n", "utf-8")

    assert usual_folder(tmp_path) == home / "data"


@pytest.mark.parametrize("file", ["interviews.csv", "Applications.CSV", ".afterword"])
def test_a_data_folder_with_the_apps_files_is_used_where_the_command_is_started(tmp_path: Path, file: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / file).write_text("", "utf-8")

    assert usual_folder(tmp_path) == tmp_path / "data"


def test_a_folder_chosen_in_settings_comes_before_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USUAL, str(tmp_path / "usual"))
    assert own_folder() == tmp_path / "usual"

    choose_folder(tmp_path / "chosen")
    assert own_folder() == tmp_path / "chosen"


def test_without_the_command_the_usual_folder_is_beside_the_app() -> None:
    assert own_folder() == ROOT / "data"


def test_the_option_names_the_folder_for_the_app(tmp_path: Path, ran: list[list[str]]) -> None:
    command.main(["--data", "my data"])

    assert own_folder() == tmp_path / "my data"


def test_it_runs_the_app_beside_it_and_leaves_the_browser_to_the_app(ran: list[list[str]]) -> None:
    command.main(["--port", "0"])

    [arguments] = ran
    assert arguments[:2] == ["run", str(ROOT / "app.py")]
    assert "--server.headless" not in arguments


def test_asked_for_no_browser_it_tells_the_app(ran: list[list[str]]) -> None:
    command.main(["--no-browser"])

    assert ran[0][-2:] == ["--server.headless", "true"]


def test_a_port_in_use_is_passed_over_and_named(
    taken: int, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    command.main(["--port", str(taken)])

    port = int(ran[0][ran[0].index("--server.port") + 1])
    assert taken < port < taken + 50
    assert f"Port {taken} is in use, so Afterword takes {port}." in capsys.readouterr().out


@pytest.mark.parametrize("port", ["-1", "65536", "eight", "8501.5", ""])
def test_what_is_no_port_is_refused_with_what_to_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        command.main([f"--port={port}"])

    assert refused.value.code == 2
    assert "isn't a port. Use a number from" in capsys.readouterr().err


def test_a_file_is_no_folder_for_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("x", "utf-8")

    with pytest.raises(SystemExit) as refused:
        command.main(["--data", "notes.txt"])

    assert refused.value.code == 2
    assert "notes.txt is a file" in capsys.readouterr().err


@given(st.integers(0, 65535))
def test_a_port_that_it_takes_can_be_listened_on(wanted: int) -> None:
    port = command.free_port(wanted)

    if port is not None:
        with socket.socket() as mine:
            mine.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            mine.bind(("127.0.0.1", port))


def test_its_version_is_the_projects(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--version"])

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert capsys.readouterr().out == f"Afterword {project['version']}\n"


def test_an_installed_copy_needs_what_requirements_txt_lists_without_the_tests() -> None:
    hook = pytest.importorskip("hatchling.metadata.plugin.interface", reason="hatchling: see requirements-dev.txt")
    assert hook
    made: dict[str, list[str]] = {}
    runpy.run_path(str(ROOT / ".ci" / "dependencies.py"))["Dependencies"](str(ROOT), {}).update(made)

    names = [Requirement(line).name for line in made["dependencies"]]
    assert {"streamlit", "plotly", "tzdata", "fsrs"} <= set(names)
    assert "pytest" not in names
    listed = [line for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(names) == len(listed) - 1
