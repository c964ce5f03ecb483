"""Notes read well inside a sentence."""

import pytest

from lib.followup.phrasing import as_clause, as_role, as_topic, one_line, shorten


def test_a_right_to_left_name_loses_its_turning_marks_and_keeps_its_letters() -> None:
    assert one_line("\u202bליאת כהן\u202c") == "ליאת כהן"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Moving to streaming.", "moving to streaming"),
        ("We talked about how analysts start. And lunch.", "how analysts start"),
        ("SQL at scale", "SQL at scale"),
        ("German customers", "German customers"),
        ("Kestrel's first mill", "Kestrel's first mill"),
        ("two things\nmore", "two things"),
        ("", ""),
    ],
)
def test_a_note_can_follow_our_conversation_about(note: str, expected: str) -> None:
    assert as_topic(note, frozenset({"Kestrel"})) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Cut the time to two days", "I cut the time to two days"),
        ("I built it.", "I built it"),
        ("Ten years of SQL", "I have ten years of SQL"),
        ("good with people", "I am good with people"),
        ("That I led the Leeds project", "I led the Leeds project"),
        ("can explain joins", "I can explain joins"),
        ("", ""),
    ],
)
def test_a_claim_becomes_a_clause_of_mine(note: str, expected: str) -> None:
    assert as_clause(note, "I have") == expected


def test_what_is_shortened_does_not_end_on_a_word_that_leans_on() -> None:
    assert shorten("moving the billing to streaming, and more", 40) == "moving the billing to streaming"
    assert shorten("moving the billing to streaming", 23) == "moving the billing"


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("junior mgmt accountant (part qual)", "junior management accountant"),
        ("sr product designer", "senior product designer"),
        ("Sr. Product Designer [hybrid]", "Senior Product Designer"),
        ("Asst Mgr", "Assistant Manager"),
        ("software eng", "software engineer"),
        ("eng teacher", "eng teacher"),
        ("Data Analyst (m/f/d)", "Data Analyst"),
        ("(Senior) Cook", "(Senior) Cook"),
    ],
)
def test_a_role_is_spelled_out_without_brackets(role: str, told: str) -> None:
    assert as_role(role) == told
