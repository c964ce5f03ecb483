"""Words and names as they are looked for in a text."""

import re

import pytest

from lib.words import finder, folded, has_no_case


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("STRASSE", folded("Straße")),
        ("ﬁnance", "finance"),
        ("Đặng", "dang"),
        ("O’Brien", "o'brien"),
    ],
)
def test_case_accents_and_ligatures_make_no_difference(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_a_name_is_found_whole_and_across_any_space() -> None:
    text = "Dana Roth's plan: Dana  Roth, not Dana Rothman nor McDana Roth."

    assert [match.group() for match in finder("Dana Roth").finditer(text)] == ["Dana Roth", "Dana  Roth"]


def test_signs_in_a_name_are_taken_as_they_are() -> None:
    assert finder("C.A.T. (Berlin)").search("at C.A.T. (Berlin).")
    assert not finder("C.A.T.").search("CxAxT.")


def test_case_counts_unless_it_is_told_not_to() -> None:
    assert not finder("Mill").search("the mill")
    assert finder("Mill", re.IGNORECASE).search("the mill")


@pytest.mark.parametrize(("name", "runs_together"), [("王明", True), ("سارة", True), ("Żak", False), ("3M", False)])
def test_scripts_without_case_are_told_from_others(name: str, runs_together: bool) -> None:
    assert has_no_case(name) is runs_together
