"""Proof of search: the dated facts of a period, and nothing of the debriefs."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from lib.exchange.proof_of_search import proof_page, proof_table
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.setting import Setting
from lib.records.workbook import Workbook
from tests.day_first import proof_of_search
from tests.exchange.test_sheet_page import PAYLOADS
from tests.exchange.workbooks import saying

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def interview(**cells: str) -> Interview:
    base = {"id": "iv-1", "application_id": "ap-1", "state": "done", "held_at": "2026-11-19", "stage": "technical"}
    return Interview.from_cells(base | {"format": "video", "lesson": "SECRET", "private_note": "SECRET"} | cells)


def activity(number: int, on: date, kind: str, note: str = "", application_id: str = "ap-1") -> Activity:
    cells = {"id": f"ac-{number}", "on": on.isoformat(), "kind": kind, "note": note, "application_id": application_id}
    return Activity.from_cells(cells)


WORKBOOK = Workbook(
    applications=(
        Application(
            id="ap-1",
            company="Northwind",
            role="Analyst",
            applied_on=FIRST,
            status="rejected",
            status_on=date(2026, 11, 25),
        ),
    ),
    interviews=(interview(), interview(id="iv-2", held_at="2026-12-03", state="scheduled")),
    activity=(
        activity(1, FIRST, "application", "Analyst"),
        activity(2, date(2026, 11, 10), "status", "interviewing"),
        activity(3, date(2026, 11, 25), "status", "rejected"),
        activity(4, LAST, "networking", "Coffee with someone", ""),
        activity(5, date(2026, 11, 16), "weekly_aim", "5", ""),
        activity(6, date(2026, 12, 1), "networking", "Too late", ""),
    ),
    settings=(Setting(key="name", value="Sam Example"),),
)


def told(workbook: Workbook = WORKBOOK, since: date = FIRST, until: date = LAST) -> list[tuple[str, str]]:
    return [(act.on.isoformat()[5:], act.what) for act in proof_of_search(workbook, since, until).acts]


def test_each_dated_fact_is_there_once_in_the_order_of_days() -> None:
    assert told() == [
        ("11-01", "Applied"),
        ("11-10", "Interviewing"),
        ("11-19", "Interview, technical"),
        ("11-25", "Rejected"),
        ("11-30", "Networking"),
    ]


def test_both_days_of_the_period_count_and_no_other() -> None:
    assert told(since=LAST, until=LAST) == [("11-30", "Networking")]
    assert told(since=date(2026, 11, 26), until=date(2026, 11, 29)) == []


def test_the_sentence_counts_what_was_done() -> None:
    assert proof_of_search(WORKBOOK, FIRST, LAST).sentence == (
        "From 1 November to 30 November 2026: 1 application, 1 interview held, 2 changes of status and 1 other "
        "activity."
    )
    assert "Nothing is written down" in proof_of_search(Workbook(), FIRST, LAST).sentence


def test_an_interview_that_was_not_held_is_reported() -> None:
    (act,) = [act for act in proof_of_search(WORKBOOK, FIRST, date(2026, 12, 5)).acts if act.on == date(2026, 12, 3)]
    assert act.details == "Video, Planned, or not confirmed as held"


def test_only_interviews_that_were_held_are_counted_and_the_others_said_apart() -> None:
    rows = (
        *WORKBOOK.interviews,
        interview(id="iv-3", held_at="2026-11-20", state="scheduled", stage="panel"),
        interview(id="iv-4", held_at="2026-11-21", state="no_show"),
        interview(id="iv-5", held_at="2026-11-22", state="short"),
    )
    proof = proof_of_search(replace(WORKBOOK, interviews=rows), FIRST, LAST)
    assert "2 interviews held," in proof.sentence
    assert "Not counted: 1 interview cancelled or missed." in proof.sentence
    assert "listed apart: 1 interview planned or not confirmed as held." in proof.sentence
    held, planned = proof_page(proof).decode().split("<h2>Planned, or not confirmed as held</h2>")
    assert ("Interview, panel" in held, "Interview, panel" in planned) == (False, True)
    assert proof_table(proof).decode("utf-8-sig").splitlines()[-1].startswith('"2026-11-20",')


def test_an_application_counts_on_the_day_it_was_sent_not_when_it_was_typed_or_interviewed() -> None:
    sent = Application(
        id="ap-1",
        company="Northwind",
        role="Analyst",
        applied_on=date(2026, 10, 5),
        status="interviewing",
        status_on=FIRST,
    )
    book = Workbook(applications=(sent,), interviews=(interview(),))

    assert "no applications, 1 interview held" in proof_of_search(book, FIRST, LAST).sentence
    october = proof_of_search(book, date(2026, 10, 1), date(2026, 10, 31))
    assert [(act.on, act.what) for act in october.acts] == [(date(2026, 10, 5), "Applied")]


def test_an_application_whose_day_nobody_noted_is_listed_apart_and_never_read_as_none() -> None:
    bare = Application(id="ap-1", company="Northwind", role="Analyst", status="interviewing", status_on=FIRST)
    proof = proof_of_search(Workbook(applications=(bare,), interviews=(interview(),)), FIRST, LAST)

    assert proof.undated == (bare,)
    assert "no applications with a date, 1 interview held" in proof.sentence
    assert proof.sentence.endswith("Listed apart: 1 application whose date isn't noted.")
    assert "Applied" not in [act.what for act in proof.acts]
    assert (
        proof_table(proof).decode("utf-8-sig").splitlines()[-1] == '"","Applied","Northwind","Analyst","Date not noted"'
    )
    _, apart = proof_page(proof).decode().split("<h2>Applications, date not noted</h2>")
    assert "Northwind" in apart


def test_a_period_with_only_an_undated_application_does_not_claim_that_nothing_was_done() -> None:
    bare = Application(id="ap-1", company="Northwind", role="Analyst", status="applied")

    assert proof_of_search(Workbook(applications=(bare,)), FIRST, LAST).sentence == (
        "Nothing with a date is written down from 1 November to 30 November 2026. "
        "Listed apart: 1 application whose date isn't noted."
    )


def test_an_undated_application_that_was_sent_before_the_period_is_not_in_it() -> None:
    bare = Application(id="ap-1", company="Northwind", role="Analyst", status="rejected", status_on=LAST)
    book = Workbook(applications=(bare,), interviews=(interview(held_at="2026-10-05"),))

    assert proof_of_search(book, FIRST, LAST).undated == ()
    assert proof_of_search(book, date(2026, 10, 1), LAST).undated == (bare,)


def test_a_job_that_only_interests_is_no_application() -> None:
    idea = Application(id="ap-1", company="Northwind", role="Analyst", status="interested", status_on=FIRST)

    assert proof_of_search(Workbook(applications=(idea,)), FIRST, LAST).undated == ()


def test_an_application_without_its_date_is_proved_by_the_activity() -> None:
    bare = Workbook(
        applications=(Application(id="ap-1", company="Northwind", role="Analyst"),), activity=WORKBOOK.activity[:1]
    )
    assert told(bare) == [("11-01", "Applied")]


def test_notes_are_in_it_only_where_they_are_asked_for() -> None:
    without, with_notes = (proof_table(proof_of_search(WORKBOOK, FIRST, LAST, notes=asked)) for asked in (False, True))
    assert b"Coffee" not in without
    assert b"Coffee" in with_notes


def test_nothing_of_a_debrief_is_in_it() -> None:
    proof = proof_of_search(WORKBOOK, FIRST, LAST, notes=True)
    assert b"SECRET" not in proof_table(proof) + proof_page(proof)


def test_the_table_is_safe_to_open_and_the_page_bears_the_name() -> None:
    formula = WORKBOOK.applications[0].changed(company="=1+1")
    proof = proof_of_search(replace(WORKBOOK, applications=(formula,)), FIRST, LAST)
    rows = list(csv.reader(io.StringIO(proof_table(proof).decode("utf-8-sig"))))
    assert rows[1] == ["2026-11-01", "Applied", "'=1+1", "Analyst", ""]
    assert "Sam Example" in proof_page(proof).decode()


@pytest.mark.parametrize("words", PAYLOADS)
def test_nothing_in_the_page_acts(words: str) -> None:
    from tests.exchange.html import active, shown

    page = proof_page(proof_of_search(saying(words), FIRST, LAST, notes=True)).decode()
    assert active(page) == []
    assert " ".join(words.split()) in shown(page)
