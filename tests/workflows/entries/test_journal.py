"""Finding debriefs again."""

from dataclasses import replace
from datetime import date

import pytest

from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.entries.journal import JournalQuery, Page, by_application, companies_of, find_interviews, page_of
from tests.workflows.evening import debriefed, decided, edited, full_debrief, scheduled, workbook

FIELDS = {
    "company": ("notes", {}, "northwind"),
    "role": ("notes", {}, "data engineer"),
    "stage": ("notes", {}, "technical"),
    "went well": ("notes", {"went_well": "A quokka."}, "quokka"),
    "unsaid": ("notes", {"unsaid": "A quokka."}, "quokka"),
    "private note": ("private", {"private_note": "A quokka."}, "quokka"),
    "question": ("questions", {"questions.qu-x.text": "A quokka?"}, "quokka"),
    "person": ("people", {"people.pe-x.name": "Quokka"}, "quokka"),
    "title": ("facts", {"people.pe-one.title": "Quokka"}, "quokka"),
    "topic": ("people", {"people.pe-x.name": "A", "people.pe-x.talked_about": "Quokkas"}, "quokka"),
    "claim": ("claims", {"claims.cl-x.claim": "Quokkas"}, "quokka"),
    "plan": ("plans", {"plans.pl-x.if_when": "quokkas", "plans.pl-x.then_do": "run"}, "quokka"),
    "promise": ("next", {"promises.pr-x.what": "Quokkas"}, "quokka"),
    "rated dimension": ("ratings", {"ratings.composure.score": "3"}, "composure"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_word_in_any_field_finds_the_debrief_and_no_other(store: Store, field: str) -> None:
    section, answers, word = FIELDS[field]
    interview = full_debrief(store)
    debriefed(store, seed=5, company="Contoso", role="Analyst", stage="case", date="2026-11-01")
    edited(store, interview, section, answers)

    assert [entry.id for entry in find_interviews(workbook(store), JournalQuery(word.upper()))] == [interview.id]


def test_every_word_must_be_there_in_any_order_and_any_field(store: Store) -> None:
    full_debrief(store)

    assert len(find_interviews(workbook(store), JournalQuery("billing northwind INCIDENT"))) == 1
    assert find_interviews(workbook(store), JournalQuery("billing contoso")) == ()


def test_a_word_is_found_however_its_accents_were_typed_or_left_out(store: Store) -> None:
    debriefed(store, went_well="Café with Zoë and José, straße")

    for word in ("cafe\u0301", "caf\u00e9", "cafe", "zoe\u0308", "jose", "STRASSE"):
        assert len(find_interviews(workbook(store), JournalQuery(word))) == 1, word


@pytest.fixture
def several(store: Store) -> Workbook:
    first = debriefed(store, seed=1, date="2026-11-02")
    debriefed(store, seed=2, company="Contoso", date="2026-11-20", stage="panel")
    debriefed(store, seed=3, company="Fabrikam", date="2026-11-12", time="")
    decided(store, first, "rejected")
    return workbook(store)


def days(held: Workbook, **wanted: object) -> list[int]:
    return [entry.held_on.day for entry in find_interviews(held, JournalQuery(**wanted))]  # type: ignore[arg-type]


def test_the_newest_comes_first(several: Workbook) -> None:
    assert days(several) == [20, 12, 2]


def test_a_filter_by_company_takes_all_applications_there(several: Workbook) -> None:
    northwind = next(entry for entry in several.applications if entry.company == "Northwind")
    again = Interview(id="iv-again", application_id="ap-again", state="short", held_at=date(2026, 11, 3), stage="case")
    elsewhere = northwind.changed(id="ap-again", company="NORTHWIND ", role="Team lead")
    book = replace(several, applications=(*several.applications, elsewhere), interviews=(*several.interviews, again))

    assert days(book, company_of=northwind.id) == [3, 2]
    assert days(book, company_of="ap-gone") == [20, 12, 3, 2]


def test_a_filter_by_stage(several: Workbook) -> None:
    assert days(several, stage="panel") == [20]


def test_a_filter_by_outcome_counts_no_answer_yet_as_waiting(several: Workbook) -> None:
    assert days(several, outcome="pending") == [20, 12]
    assert days(several, outcome="rejected") == [2]


def test_a_period_holds_its_first_and_its_last_day(several: Workbook) -> None:
    assert days(several, since=date(2026, 11, 2), until=date(2026, 11, 12)) == [12, 2]


def test_the_companies_to_choose_from_are_those_that_interviewed_me(store: Store, several: Workbook) -> None:
    assert list(companies_of(several).values()) == ["Contoso", "Fabrikam", "Northwind"]


def test_interviews_still_to_come_are_found_too(store: Store) -> None:
    scheduled(store, date="2026-12-01")

    assert len(find_interviews(workbook(store), JournalQuery("northwind"))) == 1


def test_the_application_with_the_last_round_is_first_and_its_rounds_are_oldest_first(store: Store) -> None:
    first = debriefed(store, seed=1, date="2026-11-02")
    debriefed(store, seed=2, company="Contoso", date="2026-11-12")
    debriefed(store, seed=3, date="2026-11-20", application=first.application_id)

    together = by_application(find_interviews(workbook(store), JournalQuery()))

    assert [[entry.held_on.day for entry in rounds.interviews] for rounds in together] == [[2, 20], [12]]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, Page((0, 1, 2), 1, 3)), (3, Page((6,), 3, 3)), (4, Page((6,), 3, 3)), (-1, Page((0, 1, 2), 1, 3))],
)
def test_a_page_of_a_list_and_the_nearest_one_for_a_number_beyond(number: int, expected: Page[int]) -> None:
    assert page_of(range(7), number, 3) == expected


def test_what_belongs_together_is_on_one_page_also_where_it_fills_more_than_one() -> None:
    words = ("aa", "bbb", "c", "ddddddd", "e")

    found = [page_of(words, number, 5, len).entries for number in range(1, 5)]

    assert found == [("aa", "bbb"), ("c",), ("ddddddd",), ("e",)]


def test_a_list_without_entries_has_one_empty_page() -> None:
    assert page_of((), 1, 3) == Page((), 1, 1)
