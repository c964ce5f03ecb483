"""The bank: every time a question was asked, and what is known of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lib.dates import DAY_FIRST
from lib.practice.bank import BankFilter, BankTopic, filter_topics, prep_hits, topic_of
from lib.records.story import Story
from lib.records.workbook import Workbook
from tests.day_first import bank
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import topic

TODAY = date(2026, 11, 20)
WORKBOOK = Workbook(
    applications=(application(1), application(2), application(3)),
    interviews=tuple(
        interview(number, application_id=f"ap-{number}", held_at=date(2026, 11, number + 1)) for number in (1, 2, 3)
    ),
    questions=(
        question(1, of=1, topic_id="tp-1", rating=4, answer="The port.", category="behavioural", prepared=False),
        question(2, of=2, topic_id="tp-1", rating=1, better_answer="The ferry.", prepared=True, asked=True),
        question(3, of=3, topic_id="tp-1", rating=2, text="Failed at what?"),
        question(4, of=3, prepared=True, text="Why us?", category="motivation"),
        question(5, of=3, asked_by="me", text="How big is the team?", prepared=False),
    ),
    topics=(topic(1, story_id="st-1"),),
    stories=(Story(id="st-1", title="The port"),),
)


def entry(workbook: Workbook = WORKBOOK) -> BankTopic:
    return bank(workbook, TODAY)[0]


def test_a_topic_names_who_asked_it_and_how_it_went_last() -> None:
    assert entry().sentence == "Asked by 3 companies; last answered 2 of 5 on Wednesday 4 November."


def test_a_question_only_marked_as_hard_is_not_called_rated() -> None:
    tapped = tuple(
        row.changed(tapped_hard=True, hard_order=1, rating=None) if row.id == "qu-3" else row
        for row in WORKBOOK.questions
    )
    found = entry(replace(WORKBOOK, questions=tapped))

    assert found.sentence == "Asked by 3 companies; last marked as hard on Wednesday 4 November."
    assert found.ratings == ((date(2026, 11, 2), 4), (date(2026, 11, 3), 1))


def test_a_topic_has_its_rating_history() -> None:
    assert entry().ratings == ((date(2026, 11, 2), 4), (date(2026, 11, 3), 1), (date(2026, 11, 4), 2))


def test_the_last_asking_comes_first() -> None:
    assert [one.company for one in entry().askings] == ["Company 3", "Company 2", "Company 1"]


def test_the_bank_holds_what_was_asked_then_what_was_only_prepared_then_my_own() -> None:
    assert [one.side for one in bank(WORKBOOK, TODAY)] == ["asked", "only_prepared", "mine"]


@pytest.mark.parametrize(
    ("own", "expected"), [("The bridge.", ("The bridge.", "topic")), ("", ("The ferry.", "wished"))]
)
def test_the_best_answer_is_the_topic_s_own_or_what_i_wished_i_had_said(own: str, expected: tuple[str, str]) -> None:
    best = entry(replace(WORKBOOK, topics=(topic(1, best_answer=own),))).best_answer

    assert best is not None
    assert (best.text, best.source) == expected


def test_an_answer_that_went_well_is_the_best_where_nothing_else_is_written() -> None:
    best = entry(replace(WORKBOOK, questions=WORKBOOK.questions[:1])).best_answer

    assert best is not None
    assert best.source == "given"


def test_a_topic_shows_the_story_it_uses() -> None:
    assert entry().story == WORKBOOK.stories[0]


def test_an_entry_is_found_by_the_id_of_a_wording() -> None:
    assert topic_of(WORKBOOK, "qu-2", TODAY, dates=DAY_FIRST) == entry()
    assert topic_of(WORKBOOK, "qu-99", TODAY, dates=DAY_FIRST) is None


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (BankFilter(), ["tp-1", "qu-4", "qu-5"]),
        (BankFilter(words="FERRY failed"), ["tp-1"]),
        (BankFilter(words="nowhere"), []),
        (BankFilter(category="motivation"), ["qu-4"]),
        (BankFilter(company=" company 2"), ["tp-1"]),
        (BankFilter(ratings=(1, 2)), ["tp-1"]),
        (BankFilter(ratings=(0,)), ["qu-4", "qu-5"]),
        (BankFilter(prepared=True), ["tp-1", "qu-4"]),
        (BankFilter(prepared=False), ["qu-5"]),
        (BankFilter(side="mine"), ["qu-5"]),
        (BankFilter(words="why", prepared=True, side="only_prepared"), ["qu-4"]),
    ],
    ids=str,
)
def test_a_filter_lets_through_what_meets_all_of_it(wanted: BankFilter, expected: list[str]) -> None:
    assert [one.card.id for one in filter_topics(bank(WORKBOOK, TODAY), wanted)] == expected


def test_a_question_of_which_nobody_said_whether_it_was_prepared_is_found_under_neither() -> None:
    book = replace(WORKBOOK, questions=(question(1),))

    assert [filter_topics(bank(book, TODAY), BankFilter(prepared=side)) for side in (True, False)] == [(), ()]


def test_the_prep_hit_rate_looks_both_ways() -> None:
    hits = prep_hits(WORKBOOK)

    assert hits.table.rows == (("Asked", 2, 1), ("Prepared", 2, 1))
    assert hits.sentence == (
        "Of 2 questions they asked where you noted it, you had prepared 1. Of 2 that you prepared, 1 came up."
    )


def test_of_39_questions_the_two_that_were_asked_about_are_the_base_of_the_prepared_ones() -> None:
    silent = tuple(question(number) for number in range(10, 47))
    asked_about = (question(1, prepared=False, asked=True), question(2, prepared=False, asked=True))
    hits = prep_hits(replace(WORKBOOK, questions=(*asked_about, *silent)))

    assert hits.table.rows[0] == ("Asked", 2, 0)
    assert hits.sentence == "Of 2 questions they asked where you noted it, you had prepared none."


def test_nothing_is_said_of_preparing_where_nobody_noted_it() -> None:
    hits = prep_hits(replace(WORKBOOK, questions=tuple(question(number) for number in range(1, 40))))

    assert (hits.n, hits.prepared, hits.sentence) == (0, 0, "")


def test_a_question_prepared_for_an_interview_without_any_written_down_is_not_said_to_have_stayed_away() -> None:
    hits = prep_hits(replace(WORKBOOK, questions=(question(1, prepared=True, asked=False),)))

    assert (hits.prepared, hits.sentence) == (0, "")


def test_questions_prepared_for_an_interview_to_come_do_not_count_yet() -> None:
    coming = replace(WORKBOOK, interviews=(*WORKBOOK.interviews[:2], interview(3, state="scheduled")))

    assert prep_hits(coming).prepared == 1


def test_a_question_prepared_for_an_application_came_up_where_its_interview_asked_another_wording() -> None:
    beforehand = question(7, 0, interview_id="", prepared=True, asked=False, topic_id="tp-1")
    asked = question(8, 1, application_id="", prepared=None, asked=True, topic_id="tp-1")
    book = Workbook(applications=(application(1),), interviews=(interview(1),), topics=(topic(1),))
    hits = prep_hits(replace(book, questions=(beforehand.changed(application_id="ap-1"), asked)))

    assert hits.table.rows == (("Asked", 1, 1), ("Prepared", 1, 1))


def test_an_empty_bank_reports_it() -> None:
    assert (bank(Workbook(), TODAY), prep_hits(Workbook()).n) == ((), 0)
    assert prep_hits(Workbook()).sentence == ""


def test_a_question_of_5000_characters_is_one_like_any_other() -> None:
    long = replace(WORKBOOK, questions=(question(1, text="why " * 1250),))

    assert len(filter_topics(bank(long, TODAY), BankFilter(words="why"))) == 1


def test_a_question_without_interview_or_application_is_in_the_bank() -> None:
    loose = question(1).changed(interview_id="")

    assert entry(replace(WORKBOOK, questions=(loose,))).sentence == "Asked before; not rated yet."


def test_of_one_day_the_later_interview_s_questions_come_first() -> None:
    hours = {1: 10, 2: 14}
    held = tuple(
        interview(number, application_id=f"ap-{number}", held_at=datetime(2026, 11, 10, hour, tzinfo=UTC))
        for number, hour in hours.items()
    )
    asked = (question(1, of=1, text="At ten?"), question(2, of=2, text="At two?"), question(3, of=2, text="And then?"))
    book = replace(WORKBOOK, interviews=held, questions=asked, topics=(), stories=())

    assert [one.card.text for one in bank(book, TODAY)] == ["At two?", "And then?", "At ten?"]
