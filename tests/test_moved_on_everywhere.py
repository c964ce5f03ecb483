"""One workbook with every way in which a first round ends: lists, statistics, follow-up and exports agree."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.calendar import calendar_file
from lib.exchange.findings_json import to_json
from lib.exchange.flat_table import flat_table
from lib.exchange.proof_of_search import proof_table
from lib.followup.kinds import CHASES
from lib.followup.process_state import status_of
from lib.insight.findings import Findings
from lib.insight.rounds import find_moved_on
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.entries.journal import JournalQuery, find_interviews
from tests.day_first import markdown, proof_of_search, search_report, sheet_for
from tests.workflows.evening import NOW, WHICH, ZONE, debriefed, decided, scheduled, the, workbook
from tests.workflows.owed import plan

TODAY = NOW.date()
CALL = {"date": "2026-11-10", "time": "10:00", "stage": "recruiter_screen", "forecast": "60"}
PANEL = {"date": "2026-11-17", "time": "14:00", "stage": "panel"}
COMPANIES = ("Derived", "Explicit", "Overruled", "Same day", "Silent", "Refused", "Invited")
WENT_ON = ("Derived", "Explicit", "Silent", "Invited")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The first call of each company, and what came after it."""
    folder = tmp_path_factory.mktemp("everywhere")
    store = Store(folder / "data", folder / "home")
    calls = {
        company: debriefed(store, seed, now=NOW - timedelta(days=10), **{**WHICH, **CALL, "company": company})
        for seed, company in enumerate(COMPANIES, start=1)
    }
    decided(store, calls["Explicit"], "advanced", "2026-11-13", seed=21)
    decided(store, calls["Silent"], "no_reply", "2026-11-16", seed=22)
    decided(store, calls["Refused"], "rejected", "2026-11-12", seed=23)
    for seed, company in enumerate(COMPANIES[:-1], start=31):
        day = {"date": "2026-11-10"} if company == "Same day" else {}
        debriefed(store, seed, **{**WHICH, **PANEL, **day, "company": company})
    scheduled(store, seed=41, company="Invited", date="2026-11-24", stage="panel", people_names="")
    decided(store, the(store, calls["Overruled"].id), "pending", seed=24)
    return store


@pytest.fixture(scope="module")
def book(store: Store) -> Workbook:
    return workbook(store)


def calls(book: Workbook) -> Mapping[str, Interview]:
    company = {entry.id: entry.company for entry in book.applications}
    return {company[row.application_id]: row for row in book.interviews if row.stage == "recruiter_screen"}


def unfilled(book: Workbook) -> Workbook:
    """The same without what follows from the rounds."""
    open_again = {"outcome": None, "outcome_by": None}
    rows = (row.changed(**open_again) if row.moved_on_by_round else row for row in book.interviews)
    return replace(book, interviews=tuple(rows))


def test_each_call_ended_as_it_did(book: Workbook) -> None:
    ended = {name: (row.outcome, str(row.outcome_on or ""), row.outcome_by) for name, row in calls(book).items()}

    assert ended == {
        "Derived": ("advanced", "", "round"),
        "Explicit": ("advanced", "2026-11-13", None),
        "Overruled": ("pending", "", "hand"),
        "Same day": (None, "", None),
        "Silent": ("advanced", "", "round"),
        "Refused": ("rejected", "2026-11-12", None),
        "Invited": ("advanced", "", "round"),
    }
    assert find_moved_on(book) == ()


def test_the_journal_finds_them_as_moved_on(book: Workbook) -> None:
    found = find_interviews(book, JournalQuery(outcome="advanced"))
    assert {row.id for row in found} == {calls(book)[name].id for name in WENT_ON}


def test_the_flat_table_shows_moved_on_and_leaves_the_day_empty(book: Workbook) -> None:
    rows = csv.DictReader(StringIO(flat_table(book).decode("utf-8-sig")))
    said = {row["Company"]: (row["Outcome"], row["Outcome on"]) for row in rows if row["Stage"] == "Recruiter call"}

    assert {name: said[name] for name in WENT_ON} == {
        "Derived": ("Moved on", ""),
        "Explicit": ("Moved on", "2026-11-13"),
        "Silent": ("Moved on", ""),
        "Invited": ("Moved on", ""),
    }
    assert (said["Overruled"][0], said["Refused"][0]) == ("Waiting", "Rejected")


def test_the_written_debrief_gives_the_reason_it_counts(book: Workbook) -> None:
    text = {name: markdown(book, [row], ZONE).decode() for name, row in calls(book).items()}

    assert "Moved on: a later round followed." in text["Derived"]
    assert "Moved on, heard on " in text["Explicit"]
    assert "No answer yet." in text["Overruled"]


def test_the_report_and_the_json_count_the_same(book: Workbook) -> None:
    report = search_report(book, TODAY)
    became = [row[-1] for row in report.interviews.rows if row[3] == "Recruiter call"]
    json = to_json(Findings(book, TODAY, dates=DAY_FIRST))
    steps = {step["label"]: step for step in json["funnel"]["stages"]["steps"]}

    assert (became.count("Moved on"), became.count("Rejected"), became.count("Waiting")) == (4, 1, 2)
    fates = steps["Recruiter call"]
    assert (fates["went_on"], fates["rejected"], fates["no_reply"], fates["waiting"]) == (4, 1, 0, 2)


def test_forecasts_have_met_their_answer_and_only_dated_answers_time_the_wait(book: Workbook) -> None:
    result = Findings(book, TODAY, dates=DAY_FIRST)

    met = {entry.company: entry.came_true for entry in result.forecasts.record.forecasts}
    assert met == dict.fromkeys(WENT_ON, True) | {"Refused": False}
    assert result.waiting.n == Findings(unfilled(book), TODAY, dates=DAY_FIRST).waiting.n
    assert {process.company for process in result.waiting.processes} >= {"Derived", "Overruled"}


def test_every_wait_and_every_chase_is_about_the_last_round(store: Store, book: Workbook) -> None:
    last = {row.application_id: row.id for row in book.by_time if row.is_debriefed}
    found = plan(store)
    chased = [due for due in (*found.tasks, *found.coming) if due.kind in (*CHASES, "close_out")]

    assert chased
    assert {due.interview_id for due in chased} <= set(last.values())
    invited = calls(book)["Invited"]
    assert invited.application_id not in {due.application_id for due in chased}


def test_a_running_process_stays_open(book: Workbook) -> None:
    status = {entry.company: status_of(book, entry) for entry in book.applications}
    assert {status[name] for name in ("Derived", "Explicit", "Invited")} == {"interviewing"}


def test_the_calendar_and_the_sheet_of_the_next_round_are_as_before(book: Workbook) -> None:
    before = unfilled(book)

    def coming(one: Workbook) -> object:
        rows = [row for row in one.interviews if row.state == "scheduled"]
        return calendar_file(rows, one.applications, (), NOW), [sheet_for(one, row.id, NOW, ZONE) for row in rows]

    assert coming(book) == coming(before)
    days = (calls(book)["Derived"].held_on, TODAY)
    assert proof_table(proof_of_search(book, *days)) == proof_table(proof_of_search(before, *days))


def test_the_files_read_back_as_they_were_written(store: Store, book: Workbook, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    copy.mkdir()
    for file in store.folder.glob("*.csv"):
        (copy / file.name).write_bytes(file.read_bytes())
    assert Store(copy, tmp_path / "home").load().workbook == book
