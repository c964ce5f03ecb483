"""Counts, lists, shares and days in English."""

import ast
import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.english import (
    counted,
    days_between,
    in_paragraphs,
    listed,
    mid_sentence,
    one_line,
    paragraph,
    percent,
    plural,
    sentence_case,
    shortened,
    span,
    spelled,
    times,
    wait_until,
    were,
)

TODAY = date(2026, 11, 20)
LIB = Path(__file__).parent.parent / "lib"


@pytest.mark.parametrize(
    ("n", "words"), [(0, "no interviews"), (1, "1 interview"), (2, "2 interviews"), (1200, "1,200 interviews")]
)
def test_a_count_agrees_with_its_noun(n: int, words: str) -> None:
    assert counted(n, "interview") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert counted(2, "company", "companies") == "2 companies"


@pytest.mark.parametrize(("n", "words"), [(0, "are"), (1, "is"), (1.5, "are"), (2, "are")])
def test_a_verb_agrees_with_a_number_that_is_said_elsewhere(n: float, words: str) -> None:
    assert plural(n, "is", "are") == words


@pytest.mark.parametrize(
    ("n", "words"), [(0, "no notes"), (1, "one note"), (3, "three notes"), (12, "twelve notes"), (13, "13 notes")]
)
def test_small_numbers_are_spelled_and_others_are_figures(n: int, words: str) -> None:
    assert spelled(n, "note") == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "one day"), (2, "two days"), (7, "a week"), (14, "two weeks"), (30, "a month"), (60, "60 days")],
)
def test_a_length_of_time_is_shown_in_its_largest_unit(days: int, words: str) -> None:
    assert span(days) == words


@pytest.mark.parametrize(("n", "words"), [(0, "never"), (1, "once"), (2, "twice"), (3, "3 times")])
def test_how_often_has_words_of_its_own(n: int, words: str) -> None:
    assert times(n) == words


@pytest.mark.parametrize(("n", "words"), [(0, "none was rated"), (1, "1 was rated"), (3, "3 were rated")])
def test_a_verb_agrees_with_its_count(n: int, words: str) -> None:
    assert were(n, "rated") == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(items: list[str], words: str) -> None:
    assert listed(items) == listed(iter(items)) == words


def test_a_choice_ends_with_or() -> None:
    assert listed(["Company A", "Company B", "Company C"], "or") == "Company A, Company B or Company C"


def test_only_the_first_letter_changes_its_size() -> None:
    assert sentence_case("my SQL at Aldi") == "My SQL at Aldi"
    assert mid_sentence("Thank Priya Nair") == "thank Priya Nair"
    assert sentence_case("") == mid_sentence("") == ""


def test_what_is_empty_leaves_no_gap_between_sentences() -> None:
    assert paragraph("One.", "", "Two.") == "One. Two."
    assert in_paragraphs("One.", "", "Two.") == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("share", "words"),
    [
        *[(0, "0%"), (0.004, "under 1%"), (0.0099, "under 1%"), (0.01, "1%"), (0.804, "80%"), (0.99, "99%")],
        *[(0.994, "over 99%"), (0.99999, "over 99%"), (1, "100%")],
    ],
)
def test_a_share_has_no_space_and_never_rounds_to_none_or_all(share: float, words: str) -> None:
    assert percent(share) == words


@given(st.floats(0, 1))
def test_only_none_is_0_percent_and_only_all_is_100(share: float) -> None:
    assert (percent(share) == "0%") == (share == 0)
    assert (percent(share) == "100%") == (share == 1)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-47, "47 days ago"), (-3, "3 days ago"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (2, "in 2 days")],
)
def test_a_distance_is_shown_in_days(days: int, words: str) -> None:
    assert days_between(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(seconds=5), "in 1 minute"),
        (timedelta(minutes=6), "in 6 minutes"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(hours=2), "later today"),
        (timedelta(hours=6), "tomorrow"),
        (timedelta(days=8), "in 8 days"),
    ],
)
def test_a_wait_is_shown_in_minutes_then_in_days(wait: timedelta, words: str) -> None:
    now = datetime(2026, 11, 20, 19, 0, tzinfo=timezone(timedelta(hours=1)))

    assert wait_until((now + wait).astimezone(UTC), now) == words


def strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_no_percent_sign_on_screen_has_a_space_before_it() -> None:
    spaced = re.compile(r"(^|\d) (%|percent)(?![-\w(}])")
    found = {
        path.relative_to(LIB).as_posix(): text
        for path in LIB.rglob("*.py")
        for text in strings(path)
        if spaced.search(text)
    }
    assert found == {}


def test_nobody_else_puts_a_number_and_its_noun_together() -> None:
    by_hand = re.compile(r"""\[:1\]\.(?:upper|lower)\(\)|["'] and ["']\.join|else many\b|(?:else|or) one \+ ["']s""")
    others = [path for path in LIB.rglob("*.py") if path != LIB / "english.py"]
    found = {path.relative_to(LIB).as_posix(): hits for path in others if (hits := by_hand.findall(path.read_text()))}
    assert found == {}


def test_a_long_text_is_cut_to_the_room_that_there_is() -> None:
    assert (shortened("Calibre", 7), shortened("Calibre two", 9)) == ("Calibre", "Calibre…")
    assert one_line("Calibre\n two", 40) == "Calibre two"
