"""Tables of one's own: guessed from headers and values, confirmed, and interviews that bring what they hold."""

import pytest

from lib.exchange.importing.choices import Choices
from lib.exchange.importing.reading import columns_of, kind_of
from lib.exchange.importing.upload import opened
from tests.exchange.importing import samples
from tests.exchange.importing.samples import reading


def guessed(text: str) -> tuple[str, dict[str, str]]:
    (table,) = opened([("own.csv", text.encode())]).tables
    return kind_of(table, Choices()), dict(columns_of(table, Choices()))


def test_a_list_of_applications_is_guessed_from_its_headers() -> None:
    assert guessed("Employer,Position,Applied,Link,Mood\nQuill,Analyst,2026-01-02,https://q.example,fine\n") == (
        "applications",
        {"Employer": "company", "Position": "role", "Applied": "applied_on", "Link": "url", "Mood": "notes"},
    )


def test_columns_without_a_telling_name_are_guessed_from_their_values() -> None:
    _, columns = guessed("Firm,Title,A,B,C\nQuill,Analyst,https://q.example/1,rejected,20.11.2025\n")

    assert (columns["A"], columns["B"], columns["C"]) == ("url", "status", "applied_on")


def test_an_empty_column_is_left_out_and_an_unknown_one_goes_into_the_notes() -> None:
    _, columns = guessed("Company,Role,Colour,Referral code\nQuill,Analyst,,x7\n")

    assert (columns["Colour"], columns["Referral code"]) == ("leave", "notes")


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("company,interview_date,interview_type,interviewer", "interviews"),
        ("First name,Last name,Company,Email", "people"),
        ("Name,Company,Email,Phone", "people"),
        ("Company,Role,Status", "applications"),
    ],
)
def test_what_the_rows_are_is_guessed(header: str, kind: str) -> None:
    assert guessed(f"{header}\n{','.join('x' for _ in header.split(','))}\n")[0] == kind


def test_what_the_person_says_of_a_column_counts() -> None:
    choices = Choices(mapped={"Mood": "location", "Link": "leave"})

    (row,) = reading("Employer,Position,Link,Mood\nQuill,Analyst,https://q.example,fine\n", choices).applications

    assert (row.told["location"], row.told.get("url")) == ("fine", None)


def test_an_interview_log_becomes_interviews_with_what_they_hold() -> None:
    first, final, coming = reading(samples.INTERVIEW_LOG).interviews

    assert (first.company, first.told["state"], first.told["stage"], first.told["outcome"]) == (
        "Northwind",
        "done",
        "technical",
        "advanced",
    )
    assert (first.people, first.talked_about) == (("Priya Raman",), "billing migration")
    assert first.to_ask == ("Who owns the data?", "How is success measured?")
    assert first.told["private_note"] == "prep_status: done\nnext_steps: second round"
    assert (final.people, final.told["outcome"]) == (("Priya Raman", "Omar Haddad"), "rejected")
    assert "key_topics: roadmap" in final.told["private_note"]
    assert (coming.told["state"], coming.told["stage"], coming.told["format"]) == (
        "scheduled",
        "recruiter_screen",
        "phone",
    )


def test_an_interview_of_today_without_its_time_is_still_to_come() -> None:
    (row,) = reading("company,interview_date,interview_type\nQuill,2026-11-20,case\n").interviews

    assert row.told["state"] == "scheduled"


def test_time_and_length_are_read_as_people_write_them() -> None:
    (row,) = reading("company,interview_date,time,duration\nQuill,2026-11-02,2:30 PM,1.5 hours\n").interviews

    assert (row.told["held_at"], row.told["minutes"]) == ("2026-11-02T14:30:00+01:00", "90")


def test_an_outcome_that_is_none_of_ours_is_asked_about_and_kept_in_the_notes() -> None:
    found = reading("company,interview_date,interview_type,outcome\nQuill,2026-11-02,case,they danced\n")

    assert [(word.field, word.word) for word in found.unknown] == [("outcome", "they danced")]
    assert found.interviews[0].told["private_note"] == "outcome: they danced"


def test_an_interview_without_a_day_is_left_with_the_reason() -> None:
    found = reading("company,interview_date,interview_type\nQuill,soon,case\nTessera,,case\n")

    assert [(left.line, left.reason) for left in found.left] == [
        (2, "'soon' cannot be read as a day."),
        (3, "It has no day."),
    ]


def test_a_date_that_nobody_can_read_stands_in_the_notes() -> None:
    found = reading("company,role,applied\nQuill,Analyst,last spring\n")

    assert found.applications[0].told["notes"] == "applied: last spring"
    assert any("stand in the notes" in remark for remark in found.remarks)


def test_a_formula_and_markup_stay_the_words_that_they_are() -> None:
    (row,) = reading('company,role,notes\n"=HYPERLINK(""http://x"")",<b>Analyst</b>,+1\n').applications

    assert (row.told["company"], row.told["role"], row.told["notes"]) == (
        '=HYPERLINK("http://x")',
        "<b>Analyst</b>",
        "+1",
    )


def test_an_address_that_is_none_is_kept_as_words_only() -> None:
    (row,) = reading("company,role,link\nQuill,Analyst,javascript:alert(1)\n").applications

    assert ("url" in row.told, row.told["notes"]) == (False, "link: javascript:alert(1)")


def test_how_letters_greet_a_person_is_taken_over_and_a_mere_mr_goes_into_the_notes() -> None:
    rows = 'Orbán Viktor,Quill,v@q.example,"Dear Viktor,"\nAda Okafor,Quill,a@q.example,Ms\n'
    one, other = reading(f"Name,Company,Email,Salutation\n{rows}").people

    assert (one.told["salutation"], one.told.get("notes")) == ("Dear Viktor", None)
    assert (other.told.get("salutation"), other.told["notes"]) == (None, "Salutation: Ms")


@pytest.mark.parametrize(
    ("when", "zone", "held_at", "kept", "note"),
    [
        ("2026-12-01,09:00", "America/New_York", "2026-12-01T09:00:00-05:00", "America/New_York", None),
        ("2026-12-01 09:00,", "San Francisco", "2026-12-01T09:00:00-08:00", "America/Los_Angeles", None),
        ("2026-12-01,09:00", "Gotham", "2026-12-01T09:00:00+01:00", None, "Time zone: Gotham"),
        ("2027-03-28,02:30", "", "2027-03-28T03:30:00+02:00", None, None),
    ],
)
def test_an_interview_of_a_table_is_on_the_clock_that_the_table_names(
    when: str, zone: str, held_at: str, kept: str | None, note: str | None
) -> None:
    (found,) = reading(f"company,interview_date,time,Time zone\nQuill,{when},{zone}\n").interviews

    assert (found.told["held_at"], found.told.get("zone"), found.told.get("private_note")) == (held_at, kept, note)
