"""Eight small tables as people bring them, and what must come of each."""

from datetime import date, datetime
from pathlib import Path

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.parsed_rows import FileReading, ParsedInterview
from lib.exchange.importing.people_cells import PersonInCell
from lib.store import Store
from lib.workflows.importing.bring_in import bring_in
from lib.workflows.importing.previews import name_of
from lib.workflows.importing.rows import Decisions
from tests.exchange.importing.samples import NOW, readings
from tests.workflows.evening import workbook

CASES = Path(__file__).parent / "cases"


def case(name: str, choices: ImportChoices | None = None) -> FileReading:
    (found,) = readings((CASES / f"{name}.csv").read_bytes(), f"{name}.csv", choices)
    return found


def told(found: FileReading, name: str) -> list[str | None]:
    return [one.fields.get(name) for one in found.rows]


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.csv")))
def test_every_row_of_every_case_comes_in(name: str) -> None:
    found = case(name)

    assert found.skipped == ()
    assert len({one.line for one in found.rows}) == found.size > 1


def test_words_for_nothing_are_empty_cells_and_a_missing_role_is_reported() -> None:
    found = case("null_roles")

    assert told(found, "role") == ["Platform engineer", "Role not noted", "Role not noted", "Role not noted"]
    assert told(found, "notes") == [None, "Role not named in confirmation email", None, None]
    assert told(found, "status") == ["applied", "rejected", "applied", "rejected"]


def test_a_name_beside_a_stage_and_a_posting_is_a_company_and_its_stages_are_its_history(store: Store) -> None:
    found = case("name_no_role")
    bring_in(store, [found], Decisions(), "one", NOW)

    assert told(found, "company") == ["Quilling", "Brackwater SDE 2"]
    quilling = next(entry for entry in workbook(store).applications if entry.company == "Quilling")
    steps = [(row.note, row.on) for row in workbook(store).activity if row.application_id == quilling.id]
    assert (quilling.status, quilling.applied_on) == ("rejected", date(2026, 9, 5))
    assert [on for _, on in steps] == [date(2026, 9, 5), date(2026, 9, 12)]
    assert steps[1][0] == "interviewing"
    assert "Phone Screen 2026-09-12" in quilling.notes


def test_cells_that_are_not_there_at_the_end_of_a_row_are_empty() -> None:
    found = case("short_rows")

    assert told(found, "company") == ["Quilling", "Brackwater", "Nordlicht", "Semmel"]
    assert told(found, "status") == ["rejected", "applied", "interviewing", None]
    assert told(found, "notes")[2] == "Contact: Bo"


def test_the_days_of_a_spreadsheet_are_days_and_reported() -> None:
    found = case("serial_interviews")

    assert told(found, "held_at") == ["2026-09-01", "2026-09-05"]
    assert "Interview Date: 46266 was read as Tuesday 1 September 2026." in found.remarks


def test_the_header_is_found_below_a_title_and_can_be_chosen() -> None:
    found = case("two_headers")

    assert "The names of its columns are in row 4. What is above is a title." in found.remarks
    assert told(found, "held_at") == ["2026-09-10", "2026-09-12"]
    assert [one.applied_on for one in found.interviews] == ["2026-09-01", "2026-09-02"]
    assert told(found, "outcome") == ["advanced", "rejected"]


def test_times_are_on_the_clock_that_they_name_and_a_range_has_a_length() -> None:
    found = case("notion")

    at = [datetime.fromisoformat(one.fields["held_at"]).astimezone(NOW.tzinfo) for one in found.interviews[:3]]
    assert [f"{moment:%d %H:%M}" for moment in at] == ["03 16:00", "10 03:00", "17 16:00"]
    assert found.interviews[2].fields["minutes"] == "240"
    assert name_of(found.interviews[0], dates=DAY_FIRST) == "Quilling, Platform engineer, 3 Jun 2026, 10:00 in New York"
    assert told(found, "held_at")[3:] == ["2026-06-03", "2026-06-01"]
    assert "June 3, 2026 → June 4, 2026" in found.interviews[3].fields["private_note"]


def test_four_talks_of_one_day_are_four_interviews_and_the_offer_is_recorded(store: Store) -> None:
    bring_in(store, [case("loop")], Decisions(), "one", NOW)
    here = workbook(store)

    assert len(here.interviews) == len(here.questions) == len(here.people) == len(here.conversations) == 4
    assert [entry.status for entry in here.applications] == ["offer"]
    assert store.load().problems == ()


def test_people_are_read_with_their_titles_and_a_team_is_nobody() -> None:
    found = case("people_cells")

    assert [one.people for one in found.interviews] == [
        (PersonInCell("Ann Bo", "Engineering Manager"),),
        (PersonInCell("Cy Do"), PersonInCell("Di Fu")),
        (PersonInCell("Ed Gu", "HR"), PersonInCell("Flo Hart", "CTO"), PersonInCell("Gus Ives")),
        (PersonInCell("Dr. Hal Jansen, PhD"), PersonInCell("Ira von der Kamp")),
        (),
    ]
    assert isinstance(found.rows[4], ParsedInterview)
    assert "Marketing and Sales team" in found.interviews[4].fields["private_note"]
