"""Each colour has one place: pages, charts and what is printed take it from there."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from lib.palette import DARK, LIGHT, PAPER, Palette

ROOT = Path(__file__).parent.parent
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_pages_have_the_colours_of_the_charts(scheme: str, palette: Palette) -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][scheme]

    assert theme == {
        "primaryColor": palette.button,
        "linkColor": palette.accent,
        "backgroundColor": palette.page,
        "secondaryBackgroundColor": palette.surface,
        "textColor": palette.strong,
        "borderColor": palette.grid,
        "grayTextColor": palette.muted,
        "chartCategoricalColors": list(palette.categorical),
    }


def test_no_file_of_the_program_names_a_colour_of_its_own() -> None:
    suffixes = {".py", ".html", ".css", ".js", ".txt"}
    files = [path for path in (ROOT / "lib").rglob("*") if path.suffix in suffixes and path.name != "palette.py"]
    found = {path.relative_to(ROOT).as_posix(): COLOUR.findall(path.read_text("utf-8")) for path in files}

    assert {name: colours for name, colours in found.items() if colours} == {}


def test_paper_is_white_and_else_like_the_light_page() -> None:
    differ = [one.name for one in fields(Palette) if getattr(PAPER, one.name) != getattr(LIGHT, one.name)]

    assert (differ, PAPER.page) == (["page", "surface"], "#FFFFFF")
