"""How much a question matters."""

from dataclasses import replace

import pytest

from lib.practice.cards import cards
from lib.practice.importance import ImportanceScorer
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question

WORKBOOK = Workbook(
    applications=(application(1), application(2), application(3, company=" company 1 ")),
    interviews=(
        interview(1),
        interview(2, application_id="ap-2"),
        interview(3, application_id="ap-3"),
        interview(9, state="scheduled", stage="case"),
    ),
)


def value(*wordings: Question, for_coming: bool = False, others: tuple[Question, ...] = ()) -> float:
    workbook = replace(WORKBOOK, questions=(*wordings, *others))
    return ImportanceScorer(workbook, WORKBOOK.interviews[-1] if for_coming else None).weigh(cards(workbook)[0]).value


def test_a_question_that_more_companies_ask_matters_more() -> None:
    once, twice = question(1, topic_id="t"), question(2, of=2, topic_id="t")

    assert value(once, twice) > value(once)


def test_one_company_under_two_roles_and_spellings_counts_once() -> None:
    assert value(question(1, topic_id="t"), question(2, of=3, topic_id="t")) == value(question(1, topic_id="t"))


def test_a_question_only_prepared_matters_less_than_one_asked() -> None:
    assert value(question(1, prepared=True)) < value(question(1))


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_the_worse_the_answer_the_more_it_matters(rating: int) -> None:
    assert value(question(1, rating=rating)) > value(question(1, rating=rating + 1))


def test_the_last_rating_counts() -> None:
    better = (question(1, rating=1, topic_id="t"), question(2, of=2, rating=4, topic_id="t"))
    worse = (question(1, rating=4, topic_id="t"), question(2, of=2, rating=1, topic_id="t"))

    assert value(*better) < value(*worse)


def test_a_question_tapped_as_hard_matters_more_and_has_no_rating() -> None:
    tapped = question(2, of=2, topic_id="t", tapped_hard=True, hard_order=1)
    workbook = replace(WORKBOOK, questions=(question(1, topic_id="t", rating=4), tapped))

    found = ImportanceScorer(workbook).weigh(cards(workbook)[0])

    assert value(tapped) > value(question(2, of=2, topic_id="t"))
    assert found.reason == "Asked at Company 2 and company 1, marked as hard last time."


def test_the_kind_that_this_company_asks_matters_more_before_its_next_round() -> None:
    others = tuple(question(number, category="case") for number in range(10, 15))

    case, other = (value(question(1, category=kind), for_coming=True, others=others) for kind in ("case", "culture"))

    assert case > other


def test_without_an_interview_coming_the_kind_does_not_matter() -> None:
    assert value(question(1, category="case")) == value(question(1))


def test_the_reason_names_the_company_and_counts_the_others() -> None:
    assert reason(question(1, rating=2)) == "Asked at Company 1, last rated 2 of 5."
    assert reason(question(1), question(2, of=2)) == "Asked at Company 2 and Company 1."
    assert reason(*(question(number, of=number) for number in range(1, 6))) == "Asked at Company 5 and 4 others."


def test_before_an_interview_the_reason_names_that_company_first() -> None:
    asked = tuple(question(number, of=number) for number in range(1, 6))

    assert reason(*asked, coming=interview(9, state="scheduled")) == "Asked at Company 1 and 4 others."


def test_a_question_of_a_company_that_is_gone_shows_how_often_it_was_asked() -> None:
    assert reason(question(1, of=7)) == "Asked once."
    assert reason(question(1, of=7), question(2, of=8)) == "Asked twice."
    assert reason(question(1, prepared=True)) == "Prepared, not asked yet."


def reason(*wordings: Question, coming: Interview | None = None) -> str:
    workbook = Workbook(
        applications=tuple(application(number) for number in range(1, 6)),
        interviews=tuple(interview(number, application_id=f"ap-{number}") for number in range(1, 6)),
        questions=tuple(one.changed(text="Why data?") for one in wordings),
    )
    return ImportanceScorer(workbook, coming).weigh(cards(workbook)[0]).reason
