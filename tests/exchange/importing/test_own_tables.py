"""The person's own tables: guessed from headers and values, confirmed, and interviews that bring what they hold."""

import pytest

from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.people_cells import PersonInCell
from lib.exchange.importing.table_reading import columns_of, kind_of
from lib.exchange.importing.upload import opened
from tests.exchange.importing import samples
from tests.exchange.importing.samples import reading


def guessed(text: str) -> tuple[str, dict[str, str]]:
    (table,) = opened([("own.csv", text.encode())]).tables
    return kind_of(table, ImportChoices()), dict(columns_of(table, ImportChoices()))


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


def test_the_person_s_choice_for_a_column_counts() -> None:
    choices = ImportChoices(mapped={"Mood": "location", "Link": "leave"})

    (row,) = reading("Employer,Position,Link,Mood\nQuill,Analyst,https://q.example,fine\n", choices).applications

    assert (row.fields["location"], row.fields.get("url")) == ("fine", None)


def test_an_interview_log_becomes_interviews_with_what_they_hold() -> None:
    first, final, coming = reading(samples.INTERVIEW_LOG).interviews

    assert (first.company, first.fields["state"], first.fields["stage"], first.fields["outcome"]) == (
        "Northwind",
        "done",
        "technical",
        "advanced",
    )
    assert (first.people, first.talked_about) == ((PersonInCell("Priya Raman"),), "billing migration")
    assert first.to_ask == ("Who owns the data?", "How is success measured?")
    assert first.fields["private_note"] == "prep_status: done\nnext_steps: second round"
    assert (final.people, final.fields["outcome"]) == (
        (PersonInCell("Priya Raman"), PersonInCell("Omar Haddad")),
        "rejected",
    )
    assert "key_topics: roadmap" in final.fields["private_note"]
    assert (coming.fields["state"], coming.fields["stage"], coming.fields["format"]) == (
        "scheduled",
        "recruiter_screen",
        "phone",
    )


def test_an_interview_of_today_without_its_time_is_still_to_come() -> None:
    (row,) = reading("company,interview_date,interview_type\nQuill,2026-11-20,case\n").interviews

    assert row.fields["state"] == "scheduled"


def test_time_and_length_are_read_as_people_write_them() -> None:
    (row,) = reading("company,interview_date,time,duration\nQuill,2026-11-02,2:30 PM,1.5 hours\n").interviews

    assert (row.fields["held_at"], row.fields["minutes"]) == ("2026-11-02T14:30:00+01:00", "90")


def test_an_outcome_that_is_none_of_ours_is_asked_about_and_kept_in_the_notes() -> None:
    found = reading("company,interview_date,interview_type,outcome\nQuill,2026-11-02,case,they danced\n")

    assert [(word.field, word.word) for word in found.unknown] == [("outcome", "they danced")]
    assert found.interviews[0].fields["private_note"] == "outcome: they danced"


def test_an_interview_without_a_day_is_left_with_the_reason() -> None:
    dated = "Oak,2026-01-02,case\n" * 5
    found = reading(f"company,interview_date,interview_type\nQuill,soon,case\nTessera,,case\n{dated}")

    assert [(left.line, left.reason) for left in found.skipped] == [
        (2, "'soon' cannot be read as a day."),
        (3, "It has no day."),
    ]


def test_a_date_that_nobody_can_read_is_in_the_notes() -> None:
    found = reading("company,role,applied\nQuill,Analyst,last spring\n")

    assert found.applications[0].fields["notes"] == "applied: last spring"
    assert any("in the notes" in remark for remark in found.remarks)


def test_a_formula_stays_the_words_that_it_is() -> None:
    (row,) = reading('company,role,notes\n"=HYPERLINK(""http://x"")",Analyst,+1\n').applications

    assert (row.fields["company"], row.fields["notes"]) == ('=HYPERLINK("http://x")', "+1")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("<p>Build <b>models</b> &amp; more</p>", "Build models & more"),
        (
            "**Fast** and _kind_, see [the posting](https://q.example/1)",
            "Fast and _kind_, see the posting (https://q.example/1)",
        ),
        ("# Plan\n* one\n* two", "Plan\n- one\n- two"),
        ("R&D, 5 < 6, a*b*c, snake_case_name", "R&D, 5 < 6, a*b*c, snake_case_name"),
        ("~~gone~~ `code`", "gone code"),
    ],
)
def test_markup_in_a_cell_becomes_its_words(cell: str, words: str) -> None:
    (row,) = reading(f'company,role,notes\n[**Quill**](https://quill.example),Analyst,"{cell}"\n').applications

    assert (row.fields["company"], row.fields["notes"]) == ("Quill", words)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("✅ Accepted!", "accepted"),
        ("Rejected 😢", "rejected"),
        ("Rejected after the onsite", "rejected"),
        ("Interview scheduled for Monday", "interviewing"),
        ("Offer!! 🎉", "offer"),
        ("Abgelehnt", "rejected"),
        ("Refusé", "rejected"),
        ("Not rejected yet", None),
        ("Pending offer", None),
        ("Accepted offer elsewhere", None),
        ("on hold", None),
    ],
)
def test_a_status_is_read_among_other_words_but_not_where_they_turn_it(cell: str, status: str | None) -> None:
    found = reading(f"company,role,status\nQuill,Analyst,{cell}\n")

    assert found.applications[0].fields.get("status") == status
    assert bool(found.unknown) == (status is None)


def test_rounds_that_are_columns_become_interviews_of_that_application() -> None:
    text = (
        "Company,Role,Status,Applied,1st interview,2nd interview,Onsite\n"
        "Quill,Analyst,Rejected,2026-08-01,2026-08-10,20 Aug 2026 (with Ann Bo),no\n"
        "Tessera,Lead,Applied,2026-08-02,,,\n"
    )
    found = reading(text)

    assert [(one.role, one.fields["held_at"], one.fields.get("stage_words")) for one in found.interviews] == [
        ("Analyst", "2026-08-10", "1st interview"),
        ("Analyst", "2026-08-20", "2nd interview"),
    ]
    assert [one.fields["company"] for one in found.applications] == ["Quill", "Tessera"]
    assert found.applications[0].fields["notes"] == "Onsite: no"


@pytest.mark.parametrize(
    "cell",
    [
        "Applied: 2026-08-01; Phone screen: 2026-08-10; Rejected: 2026-08-20",
        "Applied 1 Aug 2026 → Phone screen 10 Aug 2026 → Rejected 20 Aug 2026",
        '{""Applied"": ""2026-08-01"", ""Phone screen"": ""2026-08-10"", ""Rejected"": ""2026-08-20""}',
        '[{""name"": ""Applied"", ""at"": ""2026-08-01T09:00:00""}, '
        '{""name"": ""Phone screen"", ""at"": ""2026-08-10""}, {""name"": ""Rejected"", ""at"": ""2026-08-20""}]',
        "2026-08-01 Applied\n2026-08-10 Phone screen\n2026-08-20 Rejected",
    ],
)
def test_a_cell_with_stages_and_days_is_the_history(cell: str) -> None:
    (row,) = reading(f'Company,Timeline\nQuill,"{cell}"\n').applications

    assert [(status, str(on)) for status, on in row.history] == [
        ("applied", "2026-08-01"),
        ("interviewing", "2026-08-10"),
        ("rejected", "2026-08-20"),
    ]
    assert (row.fields["status"], row.fields["applied_on"], row.fields["status_on"]) == (
        "rejected",
        "2026-08-01",
        "2026-08-20",
    )


def test_a_long_row_keeps_its_cells_and_equal_names_are_told_apart_by_the_headings_above() -> None:
    (row,) = reading("Company,Role\nQuill,Analyst,x,y\n").applications
    assert row.fields["notes"] == "(column 3): x\n(column 4): y"

    (talk,) = reading(
        ",Application,,Interview,\nCompany,Date,Role,Date,Interviewer\nQuill,2026-09-01,Analyst,2026-09-10,Ann\n"
    ).interviews
    assert (talk.fields["held_at"], talk.applied_on) == ("2026-09-10", "2026-09-01")


def test_the_header_can_be_another_row_or_none() -> None:
    (table,) = opened([("own.csv", b"Quill,Analyst,2026-09-01\nTessera,Lead,2026-09-02\n")]).tables
    assert (table.header_line, table.size) == (0, 2)

    assert [line.number for line in table.headers] == [1, 2]
    assert (table.with_header(1).header[0], table.with_header(1).size) == ("Quill", 1)


def test_an_address_that_is_none_is_kept_as_words_only() -> None:
    (row,) = reading("company,role,link\nQuill,Analyst,javascript:alert(1)\n").applications

    assert ("url" in row.fields, row.fields["notes"]) == (False, "link: javascript:alert(1)")


def test_how_letters_greet_a_person_is_taken_over_and_a_mere_mr_goes_into_the_notes() -> None:
    rows = 'Orbán Viktor,Quill,v@q.example,"Dear Viktor,"\nAda Okafor,Quill,a@q.example,Ms\n'
    one, other = reading(f"Name,Company,Email,Salutation\n{rows}").people

    assert (one.fields["salutation"], one.fields.get("notes")) == ("Dear Viktor", None)
    assert (other.fields.get("salutation"), other.fields["notes"]) == (None, "Salutation: Ms")


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

    assert (found.fields["held_at"], found.fields.get("zone"), found.fields.get("private_note")) == (
        held_at,
        kept,
        note,
    )
