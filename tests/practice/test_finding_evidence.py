"""The evidence for a finding: the debriefs that support it first, and what to practise."""

from dataclasses import replace

import pytest

from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.outcome_factors.checks import Case, FactorFinding
from lib.practice.finding_evidence import QUESTIONS, evidence_of_change, evidence_of_finding
from lib.records.application import match_key
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from tests.insight.whole_searches import LAST, whole_search

BOOK = whole_search(30, rising=True, cause=True)


@pytest.fixture(scope="module")
def findings() -> Findings:
    return Findings(BOOK, LAST, dates=DAY_FIRST)


def finding_of(factor: str, kind: str, cut: int = 0) -> FactorFinding:
    cases = tuple(Case(entry.id, entry.held_on, "Company", 1, entry.outcome == "rejected") for entry in BOOK.interviews)
    return FactorFinding(factor, "It", kind, cut, 2.0, 1, 2, 2, 3, cases, "", "", "")  # type: ignore[arg-type]


def test_the_rejections_in_which_it_was_so_come_first_the_lowest_ratings_of_them_before_all(findings: Findings) -> None:
    finding = findings.outcome_factors.look.finding
    assert finding is not None

    debriefs = evidence_of_finding(BOOK, finding).debriefs

    words = [entry.words for entry in debriefs]
    speaking = [entry for entry in debriefs if entry.words in ("rated 1, a rejection", "rated 2, a rejection")]
    assert len(debriefs) == len(finding.cases)
    assert speaking
    assert debriefs[: len(speaking)] == tuple(speaking)
    assert [entry.words for entry in speaking] == sorted(entry.words for entry in speaking)
    lowest = [entry.on for entry in speaking if entry.words == speaking[0].words]
    assert lowest == sorted(lowest, reverse=True)
    assert words[-1].endswith("it moved on")


def test_a_rating_offers_the_hard_questions_of_those_rejections_and_its_own_plan(findings: Findings) -> None:
    finding = findings.outcome_factors.look.finding
    assert finding is not None

    ground = evidence_of_finding(BOOK, finding)

    rejected = {entry.id for entry in BOOK.interviews if entry.outcome == "rejected"}
    assert ground.dimension == "evidence"
    assert len(ground.questions) == QUESTIONS
    assert all(one.interview_id in rejected for card in ground.questions for one in card.asked)


@pytest.mark.parametrize(
    ("factor", "kind"), [("afternoon", "context"), ("gap", "context"), ("panel", "context"), ("format:video", "format")]
)
def test_from_what_surrounds_an_interview_no_question_to_practise_follows(factor: str, kind: str) -> None:
    assert evidence_of_finding(BOOK, finding_of(factor, kind)).questions == ()
    assert evidence_of_finding(BOOK, finding_of("unprepared", "context")).questions


def test_a_kind_of_question_offers_the_questions_of_that_kind_and_no_dimension() -> None:
    ground = evidence_of_finding(BOOK, finding_of("category:case", "category"))

    assert {card.category for card in ground.questions} == {"case"}
    assert ground.dimension == ""
    assert ground.debriefs[0].words == "it was so, a rejection"


def test_a_suspended_question_is_not_offered() -> None:
    book = replace(
        BOOK,
        topics=(Topic(id="tp-1", text="Why?", practise="suspended"),),
        questions=tuple(entry.changed(topic_id="tp-1") for entry in BOOK.questions),
    )

    assert evidence_of_finding(book, finding_of("category:case", "category")).questions == ()


def test_what_is_bound_to_another_company_is_not_offered_before_an_interview() -> None:
    ours = tuple(
        entry.changed(text=f"What would you change about our magazine {number}?")
        for number, entry in enumerate(BOOK.questions)
    )
    book, finding = replace(BOOK, questions=ours), finding_of("category:case", "category")
    asker = match_key(BOOK.applications[0].company)

    assert evidence_of_finding(book, finding).questions
    assert evidence_of_finding(book, finding, "a bank").questions == ()
    assert evidence_of_finding(book, finding, asker).questions
    assert evidence_of_finding(BOOK, finding, "a bank").questions


def test_a_change_leads_to_the_interviews_that_rate_it_the_newest_first(findings: Findings) -> None:
    change = next(entry for entry in findings.skills.dimensions if entry.key == "clarity")

    ground = evidence_of_change(BOOK, change)

    assert {entry.interview_id for entry in ground.debriefs} == set(change.interview_ids)
    assert [entry.on for entry in ground.debriefs] == sorted((entry.on for entry in ground.debriefs), reverse=True)
    assert (ground.debriefs[0].words, ground.debriefs[-1].words) == ("rated 4", "rated 1")
    assert ground.dimension == "clarity"


def test_no_question_follows_from_a_rise(findings: Findings) -> None:
    rise = next(entry for entry in findings.skills.dimensions if entry.key == "clarity")
    fall = replace(rise, change=-1.0)

    assert evidence_of_change(BOOK, rise).questions == ()
    assert evidence_of_change(BOOK, fall).questions


def test_the_mean_over_all_has_no_rating_of_its_own(findings: Findings) -> None:
    ground = evidence_of_change(BOOK, findings.skills.overall)

    assert {entry.words for entry in ground.debriefs} == {""}
    assert ground.dimension == ""


def test_without_a_finding_there_is_no_evidence() -> None:
    assert evidence_of_finding(Workbook(), replace(finding_of("gap", "context"), cases=())).debriefs == ()
