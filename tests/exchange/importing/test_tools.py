"""The content of each tool's file, with the quirks of real ones."""

from dataclasses import replace

import pytest

from lib.exchange.importing import tools
from lib.exchange.importing.choices import INTO_NOTES, ImportChoices
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.tools import TABLES
from tests.exchange.importing import samples
from tests.exchange.importing.samples import reading, readings


def told(found: FileReading, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.fields.get(column, "") for column in columns) for row in found.rows]


def test_linkedin_applications_are_read_with_month_first_and_a_narrow_blank_before_pm() -> None:
    found = reading(samples.LINKEDIN_APPLICATIONS)

    assert found.source == "LinkedIn, job applications"
    assert told(found, "company", "role", "applied_on", "status", "status_on", "source") == [
        ("Northwind", "Data engineer", "2024-11-20", "applied", "2024-11-20", "LinkedIn"),
        ("Harbour, Lane & Co", "Analyst", "2025-01-02", "applied", "2025-01-02", "LinkedIn"),
    ]
    assert found.ambiguous_dates == ()


def test_my_own_address_is_left_out_and_my_answers_are_kept() -> None:
    first = reading(samples.LINKEDIN_APPLICATIONS).applications[0]

    assert "me@example.com" not in str(first.fields)
    assert first.fields["notes"] == "Resume Name: cv.pdf\nQuestion And Answers: Years of Python:7 | Notice, in weeks:4"


def test_a_posting_s_number_names_an_application() -> None:
    assert [row.ref for row in reading(samples.LINKEDIN_SAVED).applications] == [
        "linkedin:job:4000000009",
        "linkedin:job:4000000002",
    ]


def test_the_lines_before_the_connections_are_passed_over() -> None:
    found = reading(samples.LINKEDIN_CONNECTIONS)

    assert told(found, "name", "company", "title", "connected_on", "kind") == [
        ("Priya Raman", "Northwind", "Head of data", "2024-03-12", "contact"),
        ("Tomasz Nowak", "Quill", "Engineer", "2023-02-01", "contact"),
    ]
    assert [(left.line, left.reason) for left in found.skipped] == [(7, "It names nobody.")]


def test_who_recommended_me_may_be_a_reference() -> None:
    (person,) = reading(samples.LINKEDIN_RECOMMENDATIONS).people

    assert person.fields["kind"] == "reference"
    assert person.fields["notes"] == "Recommendation: We built the billing system together.\nI would again."


def test_an_archive_is_read_for_what_concerns_a_search_and_the_rest_is_left_alone() -> None:
    assert [(found.source, len(found.rows)) for found in readings(samples.linkedin())] == [
        ("LinkedIn, job applications", 2),
        ("LinkedIn, job applications", 2),
        ("LinkedIn, saved jobs", 2),
        ("LinkedIn, connections", 2),
        ("LinkedIn, recommendations that you received", 1),
    ]


def test_only_a_list_of_saved_jobs_or_of_people_is_read_after_the_others() -> None:
    assert [table.source for table in sorted(TABLES, key=lambda table: table.rank) if table.rank] == [
        "LinkedIn, saved jobs",
        "LinkedIn, connections",
        "LinkedIn, recommendations that you received",
    ]


def test_the_words_for_a_table_have_no_part_in_the_order_of_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [found.source for found in readings(samples.linkedin())]
    monkeypatch.setattr(tools, "TABLES", [replace(table, what=table.what.upper()) for table in TABLES])

    assert [found.source.upper() for found in readings(samples.linkedin())] == [one.upper() for one in usual]


def test_huntr_s_list_is_the_status_and_its_times_are_days_here() -> None:
    found = reading(samples.zipped({"USER_JOBS_USER_FULL_DATA_DOWNLOAD_1.csv": samples.HUNTR}))

    assert told(found, "company", "status", "status_on") == [
        ("Tessera", "interviewing", "2026-10-06"),
        ("Oakline", "interested", "2026-09-02"),
        ("Meridian", "interested", "2026-09-02"),
    ]
    assert [row.ref for row in found.applications] == ["huntr:5f1", "huntr:5f2", "huntr:5f3"]


def test_huntr_s_description_loses_its_markup_and_its_script_and_nothing_of_the_creator_is_kept() -> None:
    first = reading(samples.HUNTR).applications[0]

    assert first.fields["notes"] == "salary: 80000\nDescription:\nBuild models\n- SQL & dbt"
    assert "me@example.com" not in str(first.fields)


def test_a_list_of_my_own_in_huntr_is_asked_about_and_is_in_the_notes_until_then() -> None:
    found = reading(samples.HUNTR)

    assert [(word.field, word.word, word.count) for word in found.unknown] == [("status", "Second coffee", 1)]
    assert "listName: Second coffee" in found.applications[2].fields["notes"]


def test_a_word_that_was_explained_is_used_everywhere() -> None:
    choices = ImportChoices(words={("status", "second coffee"): "interviewing"})

    found = reading(samples.HUNTR, choices)

    assert (found.applications[2].fields["status"], found.unknown) == ("interviewing", ())


def test_a_word_that_is_to_go_into_the_notes_is_not_asked_about_again() -> None:
    found = reading(samples.HUNTR, ImportChoices(words={("status", "second coffee"): INTO_NOTES}))

    assert (found.unknown, found.applications[2].fields["status"]) == ((), "interested")


def test_simplify_s_status_has_its_own_date() -> None:
    found = reading(samples.SIMPLIFY)

    assert told(found, "company", "applied_on", "status", "status_on") == [
        ("Northwind", "2026-08-03", "applied", "2026-08-03"),
        ("Quill", "2026-08-04", "rejected", "2026-08-20"),
    ]
    assert "notes" not in found.applications[0].fields
    assert found.applications[1].fields["notes"] == "Archived: TRUE\nDate Archived: 2026-08-21\nSaid they hired inside"


@pytest.mark.parametrize(
    ("text", "status"), [(samples.TEAL_LONG, ["applied", "interested"]), (samples.TEAL_SHORT, ["withdrawn"])]
)
def test_both_of_teal_s_headers_are_known(text: str, status: list[str]) -> None:
    found = reading(text)

    assert found.source == "Teal, job tracker"
    assert [row.fields["status"] for row in found.applications] == status


def test_other_columns_of_teal_go_into_the_notes_under_their_names() -> None:
    assert reading(samples.TEAL_LONG).applications[0].fields["notes"] == "Max. Salary: 90000\nExcitement: 4"


def test_jobsync_shows_whether_one_has_applied_and_where_one_would_work() -> None:
    assert told(reading(samples.JOBSYNC), "company", "status", "applied_on", "work_mode", "source") == [
        ("Northwind", "applied", "2026-06-02", "hybrid", "Indeed"),
        ("Quill", "interested", "", "remote", "LinkedIn"),
    ]


def test_columns_are_found_by_name_anywhere() -> None:
    turned = (
        "Status,Job URL,Status Date,Company Name,Applied Date,Job Title\nAPPLIED,,2026-08-03,Quill,2026-08-03,Analyst\n"
    )

    assert told(reading(turned), "company", "role") == [("Quill", "Analyst")]


def test_a_preamble_that_looks_like_a_row_is_no_header() -> None:
    text = samples.LINKEDIN_CONNECTIONS.replace("Notes:\n", "Notes:,see below,please\n")

    assert [person.fields["name"] for person in reading(text).people] == ["Priya Raman", "Tomasz Nowak"]
