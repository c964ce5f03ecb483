"""An if-then plan out of one sentence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.plan import IfThenPlan, split_if_then


@pytest.mark.parametrize(
    ("sentence", "halves"),
    [
        ("If they ask why, then I name two things", ("they ask why", "I name two things")),
        ("if they ask why then I breathe", ("they ask why", "I breathe")),
        ("When I am lost, I ask", ("I am lost", "I ask")),
        ("WHEN LOST, THEN ASK", ("LOST", "ASK")),
        ("If a, b or c, then d, then e", ("a, b or c", "d, then e")),
        ("If they ask,\nthen I breathe", ("they ask", "I breathe")),
        ("Breathe first", ("", "Breathe first")),
        ("  Breathe first ", ("", "Breathe first")),
        ("If only", ("", "If only")),
        ("If they ask, then", ("they ask", "then")),
        ("If , then breathe", ("", "If , then breathe")),
        ("Iffy, then", ("", "Iffy, then")),
        ("", ("", "")),
    ],
)
def test_a_sentence_is_parted_at_its_then_or_its_comma(sentence: str, halves: tuple[str, str]) -> None:
    assert split_if_then(sentence) == halves


@given(st.lists(st.sampled_from(["if", "when", "then", "THEN", "a", "b,", ",", " ", "\n", "I"])).map(" ".join))
def test_no_word_is_lost_but_the_if_and_the_then(sentence: str) -> None:
    if_when, then_do = split_if_then(sentence)

    small = {"if", "when", "then", ","}
    words = [word.strip(",") for word in sentence.split() if word.lower() not in small]
    kept = [word.strip(",") for word in f"{if_when} {then_do}".split() if word.lower() not in small]
    assert kept == words


@given(st.text(), st.text())
def test_there_is_something_to_do_wherever_something_was_said(before: str, after: str) -> None:
    sentence = f"if {before}, then {after}"

    assert split_if_then(sentence)[1]


@pytest.mark.parametrize("filler", [" ", "a ", ",", " then ", "if "])
def test_a_hundred_thousand_characters_are_parted_at_once(filler: str) -> None:
    began = time.process_time()

    split_if_then("if " + filler * (100_000 // len(filler)) + "x")

    assert time.process_time() - began < 2


def test_a_plan_shows_both_halves() -> None:
    assert IfThenPlan(id="pl-1", if_when="they ask", then_do="I breathe").sentence == "If they ask, then I breathe"
    assert IfThenPlan(id="pl-1", then_do="Breathe").sentence == "Breathe"
