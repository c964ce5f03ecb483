"""The file on the desktop starts exactly the command that it was made for, whatever its paths hold."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.starter import MARK, System, starter

ODD = [
    "/home/jo/after word",
    '/home/jo/it\'s "quoted"',
    "/home/jo/100% %f %%U",
    "/home/jo/$HOME `id` $(id)",
    "/home/jo/back\\slash\\\\twice",
    "/home/jo/Zażółć 東京 Ω",
    " /leading/space",
    "/home/jo/a;b&c|d<e>f*g?h#i~j!k",
]
WINDOWS = [
    r"C:\Users\Jo Doe\after word",
    r"C:\100% done\%PATH%",
    r"C:\R&D (new)^2",
    r"C:\Zażółć\東京",
]
PRINTABLE = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


def entry(text: str) -> dict[str, str]:
    """The keys of a desktop entry as a launcher reads them: escapes of text undone."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    undone = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return {key: re.sub(r"\\(.)", lambda sign: undone[sign.group(1)], value) for key, value in pairs}


def arguments(exec_line: str) -> list[str]:
    """What a launcher runs for an Exec line: quotes undone, then doubled percent signs."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', exec_line)
    return [re.sub(r'\\(["`$\\])', r"\1", word).replace("%%", "%") for word in words]


@pytest.mark.parametrize("path", ODD)
def test_on_linux_a_launcher_runs_the_command_as_it_is(path: str) -> None:
    made = starter("linux", [f"{path}/python", "-m", "lib.command"], path, f"{path}/icon.png")

    keys = entry(made.text)
    assert made.name == "afterword.desktop"
    assert arguments(keys["Exec"]) == [f"{path}/python", "-m", "lib.command"]
    assert (keys["Path"], keys["Icon"]) == (path, f"{path}/icon.png")


@given(st.lists(PRINTABLE, min_size=1), PRINTABLE)
def test_on_linux_no_path_becomes_another_command(command: list[str], folder: str) -> None:
    keys = entry(starter("linux", command, folder).text)

    assert arguments(keys["Exec"]) == command
    assert keys["Path"] == folder


def test_on_linux_it_has_what_the_specification_asks_for() -> None:
    text = starter("linux", ["/usr/bin/python3"], "/srv").text

    assert text.startswith("[Desktop Entry]\n")
    assert entry(text).items() >= {("Type", "Application"), ("Name", "Afterword"), ("Terminal", "true")}


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate isn't installed")
@pytest.mark.parametrize("path", ODD)
def test_on_linux_the_validator_of_desktop_files_finds_nothing(path: str, tmp_path: Path) -> None:
    file = tmp_path / "afterword.desktop"
    file.write_text(starter("linux", [f"{path}/python"], "/srv", "/srv/icon.png").text, "utf-8")

    assert subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False).stdout == ""


@pytest.mark.skipif(shutil.which("sh") is None, reason="there's no sh")
@pytest.mark.parametrize("path", ODD)
def test_on_macos_the_shell_runs_the_command_in_the_folder(path: str, tmp_path: Path) -> None:
    folder = tmp_path / path.strip("/").replace("/", "-")
    folder.mkdir()
    made = starter("darwin", ["printf", "%s\\n", path], str(folder))
    (tmp_path / made.name).write_text(made.text.replace("exec ", "pwd && exec "), "utf-8")

    said = subprocess.run(["sh", tmp_path / made.name], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [str(folder), path]
    assert made.name == "Afterword.command"


@pytest.mark.parametrize("path", WINDOWS)
def test_on_windows_each_path_is_in_quotes_and_no_percent_sign_names_a_variable(path: str) -> None:
    made = starter("win32", [rf"{path}\python.exe", "-m", "lib.command"], path)

    lines = made.text.split("\r\n")
    assert made.name == "Afterword.bat"
    assert lines[2:5] == [
        "chcp 65001 >nul",
        f'cd /d "{path}"'.replace("%", "%%"),
        rf'"{path}\python.exe" "-m" "lib.command"'.replace("%", "%%"),
    ]


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_path_with_a_line_break_is_refused(system: System) -> None:
    with pytest.raises(ValueError, match="line break"):
        starter(system, ["/bin/x"], "/home/a\nExec=evil")


def test_on_windows_a_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="quote"):
        starter("win32", ['C:\\a" & del "b'], "C:\\")


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_app_knows_its_starter_by_a_line_of_its_own(system: System) -> None:
    lines = starter(system, ["x"], "y").text.splitlines()

    assert [line for line in lines if line.endswith(MARK)]
    assert starter(system, ["x"], "y").text.isascii()
