"""The practices in docs/practices.md: each is cited by its tests, and nothing cites one that isn't there.

A test cites a practice at the end of its name, ``test_everyone_met_is_thanked_t1``, or in the docstring of its module.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.prose import prose

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "practices.md"
NO_TASK = {"D2", "D3", "D5", "T4", "T5", "M1", "P1"}
"""Practices that the pages carry out, without a task."""
_ROW = re.compile(r"^\| ([A-Z]\d) \|.*\| ([^|]*) \|$", re.MULTILINE)
_ID = re.compile(r"\b[BDFKMOPRT]\d\b")
_CITING_NAME = re.compile(r"^def test_\w+_([bdfkmoprt]\d)\(", re.MULTILINE)


@cache
def practices() -> dict[str, tuple[str, ...]]:
    """The names of the test files of each practice, by its id."""
    rows = _ROW.findall(DOCUMENT.read_text("utf-8"))
    return {practice: tuple(re.findall(r"`([^`]+)`", files)) for practice, files in rows}


@cache
def cited_in(path: Path) -> frozenset[str]:
    text = path.read_text("utf-8")
    found = set(_ID.findall(" ".join(prose(path)))) if _ID.search(text) else set[str]()
    if path.is_relative_to(ROOT / "tests"):
        found |= {practice.upper() for practice in _CITING_NAME.findall(text)}
    return frozenset(found)


def python_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")) if path != Path(__file__)]


@pytest.mark.parametrize("practice", practices())
def test_a_practice_names_tests_that_cite_it(practice: str) -> None:
    files = practices()[practice]
    assert files
    assert [name for name in files if practice not in cited_in(ROOT / name)] == []


def test_code_and_tests_cite_known_practices_only() -> None:
    cited = {path.name: cited_in(path) - set(practices()) for path in python_files("lib", "pages", "tests")}
    assert {name: unknown for name, unknown in cited.items() if unknown} == {}


def test_each_practice_that_needs_a_task_has_a_kind_of_task() -> None:
    assert cited_in(ROOT / "lib" / "followup" / "kinds.py") == set(practices()) - NO_TASK
