"""What the workbook needs from others: in tested ranges, each with its reason and a licence that is really its own."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.test_house import PROGRAM, imported

ROOT = Path(__file__).parent.parent
FREE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0"}
FAMILIES = {"BSD-2-Clause": "BSD", "BSD-3-Clause": "BSD", "Apache-2.0": "Apache", "MPL-2.0": "MPL"}
SAYS_NOTHING = {"axe-playwright-python"}
"""Packages without a word on their licence in their metadata: it is in their repository."""


class Line(NamedTuple):
    needed: Requirement
    reason: str
    licences: list[str]


def lines(file: str) -> list[Line]:
    found = []
    for line in (ROOT / file).read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "-r ")):
            needed, _, comment = line.partition("#")
            reason, _, licences = comment.strip().removesuffix(")").rpartition(" (")
            found.append(Line(Requirement(needed.strip()), reason, licences.split(", ")))
    return found


LINES = [*lines("requirements.txt"), *lines("requirements-dev.txt"), *lines("requirements-extras.txt")]
EACH = pytest.mark.parametrize("line", LINES, ids=lambda line: line.needed.name)


@EACH
def test_a_requirement_gives_its_reason_and_a_free_licence(line: Line) -> None:
    assert line.reason
    assert set(line.licences) <= FREE


@EACH
def test_a_requirement_is_pinned_to_a_range_that_is_installed_here(line: Line) -> None:
    operators = {each.operator for each in line.needed.specifier}
    assert operators & {">=", "=="}
    assert operators & {"<", "=="} or line.needed.name == "tzdata"  # the time zones only ever grow
    try:
        assert line.needed.specifier.contains(version(line.needed.name))
    except PackageNotFoundError:
        pytest.skip("not installed: see requirements-dev.txt and requirements-extras.txt")


@EACH
def test_the_licence_is_the_one_that_the_package_names(line: Line) -> None:
    try:
        about = metadata(line.needed.name)
    except PackageNotFoundError:
        pytest.skip("not installed: see requirements-dev.txt and requirements-extras.txt")
    classified = [text for text in about.get_all("Classifier", []) if "License ::" in text]
    named = " ".join([about.get("License-Expression") or "", about.get("License") or "", *classified])
    if line.needed.name not in SAYS_NOTHING:
        assert FAMILIES.get(line.licences[0], line.licences[0]) in named


IMPORTED_AS = {"harper-py": "harper", "pyspellchecker": "spellchecker"}
NEEDED_HERE = [*lines("requirements.txt"), *lines("requirements-extras.txt")]


def imported_from_others() -> set[str]:
    """The packages that the program imports, in functions too, by the first part of their names."""
    named = {name.split(".")[0] for path in PROGRAM for name in imported(path)}
    return named - sys.stdlib_module_names - {"lib"}


def import_name(line: Line) -> str:
    return IMPORTED_AS.get(line.needed.name, line.needed.name.replace("-", "_"))


def test_every_package_that_is_imported_is_a_requirement_and_does_not_only_come_with_another() -> None:
    assert imported_from_others() - set(map(import_name, NEEDED_HERE)) == set()


@pytest.mark.parametrize("line", NEEDED_HERE, ids=lambda line: line.needed.name)
def test_a_requirement_is_imported_or_its_reason_explains_why_it_is_not(line: Line) -> None:
    is_imported = import_name(line) in imported_from_others()
    assert is_imported is not line.reason.startswith(("nothing here imports it", "nothing imports it"))


PINS = {
    pin.name: pin
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for pin in [Requirement(line)]
}


@EACH
def test_a_requirement_is_pinned_to_one_version_within_its_range(line: Line) -> None:
    pin = PINS[line.needed.name]
    (exact,) = pin.specifier
    assert (exact.operator, pin.url, pin.marker) == ("==", None, None)
    assert line.needed.specifier.contains(exact.version)


@pytest.mark.parametrize("pin", PINS.values(), ids=lambda pin: pin.name)
def test_what_a_pinned_package_needs_is_pinned_too(pin: Requirement) -> None:
    try:
        needed = [Requirement(text) for text in metadata(pin.name).get_all("Requires-Dist", [])]
    except PackageNotFoundError:
        pytest.skip("not installed: see requirements-dev.txt and requirements-extras.txt")
    here = {canonicalize_name(one.name) for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})}
    assert here <= PINS.keys()


def test_the_versions_of_python_are_stated_alike() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    for name in ("README.md", "requirements.txt"):
        assert re.search(r"Python 3\.11", (ROOT / name).read_text("utf-8")), name
