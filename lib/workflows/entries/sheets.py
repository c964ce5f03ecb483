"""The sheet of one interview, with the questions to practise and what is still to be found out about the job."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.dates import DateStyle
from lib.decide.fit import job_fit
from lib.followup.sheet import PracticeAloud, PrepSheet, sheet_for
from lib.practice.bank import best_answer
from lib.practice.cards import Card, cards
from lib.practice.company_bound import company_binding
from lib.practice.other_work import OtherWork
from lib.practice.pool import pool
from lib.records.interview import Interview
from lib.records.workbook import Workbook

ASKED = 5
"""The most criteria that become questions on one sheet; those with the most weight."""
PRACTISED = 6
"""How many questions to practise aloud are on one sheet: about twenty minutes, and little enough for one page."""


def full_sheet(
    workbook: Workbook, interview_id: str, now: datetime, zone: ZoneInfo, dates: DateStyle
) -> PrepSheet | None:
    """The sheet of any interview, what is not known of the job among its questions; None for no such interview."""
    interview = workbook.interview(interview_id)
    if interview is None:
        return None
    sheet = sheet_for(workbook, interview_id, now, zone, _made_elsewhere(workbook, interview), dates=dates)
    if sheet is None:
        return None
    asking = sheet.with_questions(questions_about(workbook, interview.application_id, now.date()))
    return asking.with_practice(to_practise(workbook, interview))


def to_practise(workbook: Workbook, interview: Interview) -> tuple[PracticeAloud, ...]:
    """The questions to practise before that interview, in the order of the sitting; none once it is over."""
    if interview.state != "scheduled":
        return ()
    found = pool(workbook, interview)
    first = zip(found.cards[:PRACTISED], found.importances, strict=False)
    other = OtherWork(workbook, interview.application_id)
    return tuple(PracticeAloud(card.text, importance.asked, _best(card, other)) for card, importance in first)


def _best(card: Card, other: OtherWork) -> str:
    """The best answer that wasn't given in another line of work."""
    answer = best_answer(replace(card, wordings=other.without(card.wordings)))
    return answer.text.strip() if answer else ""


def _made_elsewhere(workbook: Workbook, interview: Interview) -> frozenset[str]:
    """The ids of the questions that are bound to another company than the interview's, or to another line of work."""
    whose, other = company_binding(workbook), OtherWork(workbook, interview.application_id)
    company = whose.company_at(interview.application_id)
    found = (card for card in cards(workbook) if not whose.fits_company(card, company) or other.is_of(card))
    return frozenset(one.id for card in found for one in card.wordings)


def questions_about(workbook: Workbook, application_id: str, today: date) -> tuple[str, ...]:
    """What to ask so that the weightiest unknown criteria become known, once the job is weighed at all."""
    if not any(row.application_id == application_id for row in workbook.fit):
        return ()
    return tuple(asking.question for asking in job_fit(workbook, application_id, today).questions[:ASKED])
