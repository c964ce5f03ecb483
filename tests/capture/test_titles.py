"""The title of a note tells company, role, type and length, whatever is between them."""

from datetime import date, time

import pytest

from lib.capture.debrief_fields import DebriefField, SortedLine
from lib.capture.sorting import sort_lines
from lib.capture.titles import title_of
from lib.capture.values import ParseContext, parse_value

TODAY = date(2026, 12, 1)


def title(words: str) -> tuple[str, str]:
    found = title_of(words, words)
    return found.company, found.role


def sort(*lines: str) -> tuple[SortedLine, ...]:
    return sort_lines(lines, TODAY, (), True)


@pytest.mark.parametrize("mark", [" — ", " – ", " - ", " | ", " / ", ", ", "—", " -- ", " · "])
def test_any_mark_between_company_role_and_type_is_read(mark: str) -> None:
    found = title_of("", mark.join(("PolarAir heating + cooling", "field service tech", "phone screen w/ manager")))
    assert (found.company, found.role, found.stage) == (
        "PolarAir heating + cooling",
        "field service tech",
        "phone_call",
    )


@pytest.mark.parametrize(
    ("words", "company", "role"),
    [
        ("Fable & Finch - editor - zoom w/ creative director", "Fable & Finch", "editor"),
        ("thursday, Harland yard, fabrication", "Harland yard", "fabrication"),
        ("Cobalt / SRE / onsite", "Cobalt", "SRE"),
        ("just out of Octavian Energy, data analyst", "Octavian Energy", "data analyst"),
        ("junior estimator at Harkin & Pole", "Harkin & Pole", "junior estimator"),
        ("Fintrellis (Berlin, remote), senior backend, 2nd call", "Fintrellis (Berlin, remote)", "senior backend"),
    ],
)
def test_when_and_how_it_was_is_neither_company_nor_role(words: str, company: str, role: str) -> None:
    assert title(words) == (company, role)


@pytest.mark.parametrize(
    ("words", "company", "role"),
    [
        ("Senior nurse – St Mary's", "St Mary's", "Senior nurse"),
        ("Porter, Royal Infirmary, nights, bank contract", "Royal Infirmary", "Porter"),
        ("Data engineer at Frutas Levante, Mercabarna", "Frutas Levante", "Data engineer"),
        ("Dispatcher, ambulance control", "", "Dispatcher"),
        ("Dispatcher – ambulance control – 40 min", "", "Dispatcher"),
        ("Medical secretary, ENT", "", "Medical secretary"),
        ("Credit risk analyst, Mumbai, BKC office", "", "Credit risk analyst"),
        ("Ward manager, Outpatients, St Vincent's", "", "Ward manager"),
        ("Kestrel Foods – dispatcher", "Kestrel Foods", "dispatcher"),
    ],
)
def test_a_role_that_comes_first_is_no_company_and_what_is_behind_it_only_if_it_is_a_name(
    words: str, company: str, role: str
) -> None:
    assert title(words) == (company, role)


@pytest.mark.parametrize(
    "words", ["Just had my vet nurse one, Ballarat", "HoD Maths at Ashgrove Academy – full day", "the lido"]
)
def test_a_title_that_could_be_read_in_two_ways_names_no_company(words: str) -> None:
    assert title(words) == ("", "")


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("55 min", 55), ("1 hr 15", 75), ("1.5 hours", 90), ("90-min panel", 90), ("20 min pres + panel", None)],
)
def test_the_length_of_the_interview_is_read_in_minutes(words: str, minutes: int | None) -> None:
    assert title_of(words, words).minutes == minutes


def test_a_line_of_day_time_length_and_type_is_about_the_interview() -> None:
    found = sort("Harbor Kitchen, sous chef", "2pm today, 55 min, panel", "Why us?")[1]
    assert (found.field, found.day, found.begins) == (DebriefField.WHICH, TODAY, time(14))
    assert (found.minutes, found.stage) == (55, "panel")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trial shift probably thurs 10th", date(2026, 12, 10)),
        ("trial day maybe the 10th", date(2026, 12, 10)),
        ("ride along with the crew fri 4th", date(2026, 12, 4)),
        ("working interview 10th?", date(2026, 12, 10)),
        ("do a stage in the kitchen, maybe saturday", date(2026, 12, 5)),
    ],
)
def test_a_trial_day_is_a_next_step_with_its_day_and_type(words: str, day: date) -> None:
    found = sort("Why us?", words)[1]
    assert (found.field, found.stage, found.next_step) == (DebriefField.NEXT_STEP, "trial_day", "round")
    assert found.next_on == day


def test_a_ride_along_without_a_day_is_a_further_round() -> None:
    found = sort("Why us?", "next = ride along with one of the crew")[1]
    assert (found.field, found.next_step, found.stage) == (DebriefField.NEXT_STEP, "round", "trial_day")


def test_a_second_round_is_no_trial_day() -> None:
    assert sort("Why us?", "next: second stage on Friday")[1].stage is None


@pytest.mark.parametrize(
    "words",
    [
        "Acme, analyst, phone screen then panel w/ Jo",
        "panel + tech test",
        "Acme, phone screen, panel",
        "panel, then final round",
    ],
)
def test_of_two_types_in_a_row_none_is_taken(words: str) -> None:
    assert title_of(words, words).stage is None


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("phone screen w/ hiring manager", "phone_call"),
        ("final round, panel", "final"),
        ("HR phone call", "recruiter_screen"),
    ],
)
def test_two_words_for_one_interview_are_one_type(words: str, stage: str) -> None:
    assert title_of(words, words).stage == stage


@pytest.mark.parametrize(
    ("words", "company", "role"),
    [
        (
            "Dispatcher, ambulance control - Northmere Ambulance Trust",
            "Northmere Ambulance Trust",
            "Dispatcher, ambulance control",
        ),
        ("Care assistant, nights – Oak Lodge – 40 min", "Oak Lodge", "Care assistant, nights"),
        ("Receptionist, St Mary's - Outpatients", "St Mary's", "Receptionist"),
    ],
)
def test_behind_a_dash_the_company_may_follow_a_role_of_several_parts(words: str, company: str, role: str) -> None:
    assert title(words) == (company, role)


@pytest.mark.parametrize(
    "before", ["Interview 2, ", "Interview #2 - ", "interview no. 2: ", "Interview two: ", "interview 2 of 3 with "]
)
def test_which_of_the_interviews_it_was_is_no_company(before: str) -> None:
    assert title(f"{before}Brightwell & Poole LLP, junior accountant") == (
        "Brightwell & Poole LLP",
        "junior accountant",
    )


@pytest.mark.parametrize("words", ["Weds 7.30am at the unit", "weds 7:30, their office", "Weds 7.30am"])
def test_a_day_with_its_time_near_the_top_is_when_the_interview_was(words: str) -> None:
    found = sort("Hallam Fabs - coded welder", words)[1]
    assert (found.field, found.day, found.begins) == (DebriefField.WHICH, date(2026, 11, 25), time(7, 30))
    below = sort("Hallam Fabs - coded welder", "why us?", "any gaps?", "why leave?", "notice?", words)[-1]
    assert below.field == DebriefField.NOTES


@pytest.mark.parametrize(
    ("words", "company", "role"),
    [
        ("Northmere Ambulance Trust", "Northmere Ambulance Trust", ""),
        ("Kestrel Foods interview wed 2pm", "Kestrel Foods", ""),
        ("2nd interview at Oak Lodge", "Oak Lodge", ""),
        ("junior accountant", "", "junior accountant"),
        ("Ambulance control interview wed 2pm", "", ""),
    ],
)
def test_a_line_that_is_put_to_which_interview_by_hand_tells_whatever_can_be_read(
    words: str, company: str, role: str
) -> None:
    assert title(words) == ("", "")
    found = parse_value(words, words, DebriefField.WHICH, False, ParseContext(TODAY, by_hand=True))
    assert (found.company, found.role) == (company, role)


@pytest.mark.parametrize(
    "words", ["next one is a sit along in the control room, half a night", "next: a ride along", "half a morning there"]
)
def test_going_along_for_a_while_is_a_trial_day(words: str) -> None:
    found = parse_value(words, words, DebriefField.NEXT_STEP, False, ParseContext(TODAY))
    assert (found.next_step, found.stage) == ("round", "trial_day")


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("next = meeting the founder", "round"),
        ("next: they decide between two of us", "decision"),
        ("they didn't say", "unknown"),
        ("second round, then they decide", "round"),
        ("next: a medical", None),
    ],
)
def test_the_next_step_is_in_the_terms_of_the_form(words: str, step: str | None) -> None:
    assert parse_value(words, words, DebriefField.NEXT_STEP, False, ParseContext(TODAY)).next_step == step


@pytest.mark.parametrize("words", ["portfolio round", "portfolio review w/ the team"])
def test_showing_a_portfolio_is_a_presentation(words: str) -> None:
    assert title_of("", f"Loopwise - sr product designer - {words}").stage == "presentation"


def test_a_job_without_a_word_for_one_may_come_before_a_name_of_several_words() -> None:
    assert title("RVN nights + wkends - Copperfield Vets, Tiverton") == ("Copperfield Vets", "RVN nights + wkends")
    assert title("RVN nights - Tiverton") == ("", "")


def test_a_second_interview_on_a_weekday_was_on_the_last_one() -> None:
    words = "2nd interview thurs 6pm their place"
    assert parse_value(words, words, DebriefField.WHICH, False, ParseContext(TODAY)).day == date(2026, 11, 26)


def test_a_trial_and_those_i_talked_to_are_no_part_of_the_role() -> None:
    found = sort("just out of the Larkspur, sous chef trial + chat w chef Renaud and the GM (Holly)")[0]
    assert (found.company, found.role, found.stage) == ("Larkspur", "sous chef", "trial_day")
    assert [(met.name, met.title) for met in found.people] == [("Renaud", "chef"), ("Holly", "GM")]


@pytest.mark.parametrize("words", ["just left the Larkspur, sous chef", "back from Larkspur, sous chef"])
def test_where_i_come_from_is_the_company(words: str) -> None:
    assert title(words) == ("Larkspur", "sous chef")


@pytest.mark.parametrize(
    "words", ["Northwind, chat with Contoso Limited", "Interview with Harcourt LLP, Paralegal (Real Estate)"]
)
def test_nobody_without_a_title_is_met_in_a_title(words: str) -> None:
    assert parse_value(words, words, DebriefField.WHICH, False, ParseContext(TODAY)).people == ()
