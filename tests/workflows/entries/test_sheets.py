"""The whole sheet of an interview: what is not known of the job, and what to practise aloud."""

from datetime import timedelta
from typing import Any

from lib.decide.criteria import question_for
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.fit import Fit
from lib.records.practice import Review
from lib.records.question import Question
from lib.store import Store
from lib.workflows.entries.sheets import ASKED, questions_about
from tests.day_first import full_sheet, queue, sheet_page
from tests.workflows.evening import NOW, ZONE, put, scheduled, workbook

PAY = question_for(next(one for one in KNOWN_CRITERIA if one.id == "cr-pay")).question


def scored(store: Store, *criteria: str) -> str:
    interview = scheduled(store, date="2026-11-25")
    job = interview.application_id
    put(store, *(Fit(application_id=job, criterion_id=key, as_of=NOW.date(), score=50) for key in criteria))
    return interview.id


def asked(store: Store, interview_id: str) -> tuple[str, ...]:
    sheet = full_sheet(workbook(store), interview_id, NOW, ZONE)
    assert sheet is not None
    return sheet.still_unknown


def test_unknown_criteria_are_asked_for_and_known_ones_are_not(store: Store) -> None:
    interview_id = scored(store, *(one.id for one in KNOWN_CRITERIA if one.id != "cr-pay"))

    assert asked(store, interview_id) == (PAY,)


def test_they_are_on_the_printed_sheet_too(store: Store) -> None:
    interview_id = scored(store, *(one.id for one in KNOWN_CRITERIA if one.id != "cr-pay"))
    sheet = full_sheet(workbook(store), interview_id, NOW, ZONE)

    assert sheet is not None
    assert PAY in sheet_page(sheet, NOW.date()).decode()


def test_the_sheet_takes_no_more_than_can_be_asked(store: Store) -> None:
    assert len(asked(store, scored(store, "cr-work"))) == ASKED


def test_a_job_that_was_never_weighed_asks_nothing_of_it(store: Store) -> None:
    assert asked(store, scored(store)) == ()
    assert questions_about(workbook(store), "ap-none", NOW.date()) == ()


def test_a_question_is_on_the_sheet_once(store: Store) -> None:
    interview_id = scored(store)
    sheet = full_sheet(workbook(store), interview_id, NOW, ZONE)

    assert sheet is not None
    assert sheet.with_questions([PAY, PAY.upper(), "How soon do you decide?"]).still_unknown == (PAY,)


def test_there_is_no_sheet_of_no_interview(store: Store) -> None:
    assert full_sheet(workbook(store), "iv-none", NOW, ZONE) is None


YOURSELF = "Tell me about yourself"
OURS = "What would you change about our magazine?"
HERE = "Why a bank?"


def before_a_bank(store: Store) -> str:
    """A second interview at a bank; five other companies asked the same, and a magazine something of its own."""
    coming = scheduled(store, company="Stadtbank", date="2026-11-25")
    earlier = scheduled(store, 10, company="Stadtbank", date="2026-11-10")
    put(store, earlier.changed(state="done"), asked_there("b", earlier.id, HERE, rating=2, better_answer="For trust."))
    for number, company in enumerate(("Inkpuddle", "Polaris", "Umbra", "Vela", "Wren")):
        there = scheduled(store, 20 + number, company=company, date=f"2026-11-0{number + 1}")
        put(store, there.changed(state="done"), asked_there(str(number), there.id, YOURSELF, rating=4))
        if company == "Inkpuddle":
            put(store, asked_there("ink", there.id, OURS, rating=1))
    return coming.id


def asked_there(key: str, interview_id: str, text: str, **values: Any) -> Question:
    return Question(id=f"qu-{key}", interview_id=interview_id, text=text, asked_by="them", position=1, **values)


def practised(store: Store, interview_id: str) -> list[str]:
    sheet = full_sheet(workbook(store), interview_id, NOW, ZONE)
    assert sheet is not None
    return [one.line for one in sheet.practise]


def test_the_sheet_for_a_bank_has_their_question_and_what_five_companies_asked_and_not_our_magazine(
    store: Store,
) -> None:
    assert practised(store, before_a_bank(store)) == [
        f"{HERE} (asked at Stadtbank) Your answer: For trust.",
        f"{YOURSELF} (asked at Wren and 4 others)",
    ]


def test_the_sheet_lists_what_practice_asks_in_the_same_order(store: Store) -> None:
    coming = before_a_bank(store)
    sheet = full_sheet(workbook(store), coming, NOW, ZONE)
    found = queue(workbook(store), NOW, 60, coming)

    assert sheet is not None
    assert [one.text for one in sheet.practise] == [item.card.text for item in found.items]


def test_what_was_practised_enough_stays_on_the_sheet(store: Store) -> None:
    coming = before_a_bank(store)
    put(store, Review(id="rv-1", question_id="qu-b", reviewed_at=NOW - timedelta(minutes=5), grade="easy"))

    assert [item.card.text for item in queue(workbook(store), NOW, 60, coming).items] == [YOURSELF]
    assert practised(store, coming)[0].startswith(HERE)


def test_after_the_interview_its_sheet_has_nothing_to_practise(store: Store) -> None:
    coming = before_a_bank(store)
    interview = workbook(store).interview(coming)
    assert interview is not None
    put(store, interview.changed(state="done"))

    assert practised(store, coming) == []


def test_the_printed_sheet_has_the_same_questions(store: Store) -> None:
    coming = before_a_bank(store)
    sheet = full_sheet(workbook(store), coming, NOW, ZONE)

    assert sheet is not None
    page = sheet_page(sheet, NOW.date()).decode()
    assert page.index(HERE) < page.index(f"{YOURSELF} (asked at Wren and 4 others)")
    assert OURS not in page


def test_at_a_new_company_what_others_asked_leaves_out_what_is_bound_to_them(store: Store) -> None:
    before_a_bank(store)
    new = scheduled(store, 30, company="Xylem", date="2026-11-26")
    sheet = full_sheet(workbook(store), new.id, NOW, ZONE)

    assert sheet is not None
    assert {said.text for said in sheet.they_asked} == {HERE, YOURSELF}


def test_before_a_trial_day_nothing_of_another_line_of_work_is_to_practise(store: Store) -> None:
    heating = scheduled(store, company="Kessel", role="Heating engineer", date="2026-11-02")
    again = scheduled(store, 1, company="Brenner", role="Heating technician", date="2026-11-03")
    for number, there in enumerate((heating, again)):
        put(store, there.changed(state="done"), asked_there(f"y{number}", there.id, YOURSELF, rating=5, answer="Pumps"))
        put(store, asked_there(f"h{number}", there.id, "How do you size a heat pump?", rating=1))
    trial = scheduled(store, 2, company="Brioche", role="Pastry chef", date="2026-11-25")
    sheet = full_sheet(workbook(store), trial.id, NOW, ZONE)

    assert sheet is not None
    assert [(one.text, one.best_answer) for one in sheet.practise] == [(YOURSELF, "")]
    assert [said.text for said in sheet.they_asked] == [YOURSELF]
