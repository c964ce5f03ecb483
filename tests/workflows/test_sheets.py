"""What is not known of a job becomes questions on the next interview's sheet."""

from lib.decide.criteria import asking_for
from lib.exchange.sheet_page import sheet_page
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.fit import Fit
from lib.store import Store
from lib.workflows.sheets import ASKED, full_sheet, questions_about
from tests.workflows.evening import NOW, ZONE, put, scheduled, workbook

PAY = asking_for(next(one for one in KNOWN_CRITERIA if one.id == "cr-pay")).question


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


def test_they_stand_on_the_printed_sheet_too(store: Store) -> None:
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
    assert sheet.asking([PAY, PAY.upper(), "How soon do you decide?"]).still_unknown == (PAY,)


def test_there_is_no_sheet_of_no_interview(store: Store) -> None:
    assert full_sheet(workbook(store), "iv-none", NOW, ZONE) is None
