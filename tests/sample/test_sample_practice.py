"""What the person of the sample practised, tells and claims, as the workbook would have written it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from lib.practice.bank import Entry, bank
from lib.practice.cards import Card, card_by_question, cards
from lib.practice.consistency import before_next_rounds
from lib.practice.queue import queue
from lib.practice.results import before_and_after, reviews_by_day
from lib.practice.schedule import Log, Memory, read_log
from lib.practice.stories import story_uses
from lib.records.practice import Review
from lib.records.question import Question
from lib.records.workbook import Workbook
from lib.workflows.sample import shifted

DUBLIN = ZoneInfo("Europe/Dublin")
LOOKED_AT = datetime(2026, 11, 19, 15, 0, tzinfo=DUBLIN)
FIVE_WEEKS = timedelta(weeks=5)


@pytest.fixture(scope="module")
def every(workbook: Workbook) -> tuple[Card, ...]:
    return cards(workbook)


@pytest.fixture(scope="module")
def log(workbook: Workbook) -> Log:
    return read_log(workbook, LOOKED_AT)


@pytest.fixture(scope="module")
def entries(workbook: Workbook) -> tuple[Entry, ...]:
    return bank(workbook, LOOKED_AT.date())


def tried(workbook: Workbook) -> Iterator[tuple[Review, Question, date]]:
    """Each review with the wording it names, and the day on which that was asked."""
    questions = {entry.id: entry for entry in workbook.questions}
    held = {entry.id: entry.held_on for entry in workbook.interviews}
    for row in workbook.practice:
        wording = questions[row.question_id]
        yield row, wording, held[wording.interview_id]


def days_of(reviews: tuple[Review, ...]) -> list[date]:
    return sorted({row.reviewed_at.date() for row in reviews})


def test_there_are_about_fifty_reviews_in_the_last_five_weeks(workbook: Workbook) -> None:
    assert 40 <= len(workbook.practice) <= 60
    assert all(LOOKED_AT - FIVE_WEEKS <= row.reviewed_at < LOOKED_AT for row in workbook.practice)


def test_practice_goes_on_until_the_last_days(workbook: Workbook) -> None:
    assert LOOKED_AT - max(row.reviewed_at for row in workbook.practice) < timedelta(days=3)
    assert reviews_by_day(workbook, LOOKED_AT.date(), DUBLIN).n > len(workbook.practice) / 2


def test_reviews_stand_in_the_order_in_which_they_were_made(workbook: Workbook) -> None:
    times = [row.reviewed_at for row in workbook.practice]
    assert times == sorted(times)


def test_one_try_was_over_before_the_next_one_was_graded(workbook: Workbook) -> None:
    overlapping = [
        after.id
        for before, after in pairwise(workbook.practice)
        if after.reviewed_at - timedelta(minutes=after.minutes or 0) < before.reviewed_at
    ]
    assert overlapping == []


def test_nothing_was_practised_before_it_was_asked(workbook: Workbook) -> None:
    assert [row.id for row, _, asked_on in tried(workbook) if row.reviewed_at.date() < asked_on] == []


def test_a_review_names_the_wording_that_was_the_newest_one_then(workbook: Workbook, every: tuple[Card, ...]) -> None:
    by_question = card_by_question(every)
    held = {entry.id: entry.held_on for entry in workbook.interviews}
    older = [
        row.id
        for row, wording, _ in tried(workbook)
        if wording
        != [one for one in by_question[wording.id].wordings if held[one.interview_id] < row.reviewed_at.date()][-1]
    ]
    assert older == []


def test_a_review_names_the_topic_of_its_wording(workbook: Workbook) -> None:
    assert [row.id for row, wording, _ in tried(workbook) if row.topic_id != wording.topic_id] == []


def test_every_line_of_practice_counts(log: Log) -> None:
    assert log.sentence == ""


def test_nothing_was_practised_before_it_was_due(log: Log) -> None:
    early = []
    for reviews in log.reviews.values():
        memory = Memory()
        for row in reviews:
            if not memory.is_due(row.reviewed_at):
                early.append(row.id)
            memory = memory.reviewed(row.grade, row.reviewed_at)
    assert early == []


def test_the_days_between_reviews_grow(log: Log, every: tuple[Card, ...]) -> None:
    kept_up = [days_of(log.reviews.get(card.id, ())) for card in every if card.is_practised]
    several = [days for days in kept_up if len(days) > 2]
    assert len(several) >= 8
    assert [days for days in several if days[-1] - days[-2] <= days[1] - days[0]] == []


def test_all_four_grades_were_given(workbook: Workbook) -> None:
    assert {row.grade for row in workbook.practice} == {"again", "hard", "good", "easy"}


def test_what_did_not_come_was_tried_once_more_that_day_unless_set_aside(log: Log, every: tuple[Card, ...]) -> None:
    for card in every:
        reviews = log.reviews.get(card.id, ())
        if card.is_practised:
            last = {row.reviewed_at.date(): row.grade for row in reviews}
            assert "again" not in last.values()


@pytest.mark.parametrize("days", [0, 3, 5])
def test_some_of_what_was_practised_is_due_and_some_is_not(log: Log, every: tuple[Card, ...], days: int) -> None:
    """On whichever of the days on which the sample may be opened."""
    known = [log.memory(card.id) for card in every if card.is_practised and card.id in log.reviews]
    due = sum(memory.is_due(LOOKED_AT + timedelta(days=days)) for memory in known)
    assert 0 < due < len(known)


def test_practice_is_planned_towards_the_interview_of_next_week(workbook: Workbook) -> None:
    found = queue(workbook, LOOKED_AT, 15)
    assert found.interview
    assert timedelta() < found.interview.held_on - LOOKED_AT.date() < timedelta(weeks=1)
    assert found.items


def test_several_topics_were_asked_for_real_before_they_were_practised_and_after(workbook: Workbook) -> None:
    assert before_and_after(workbook, LOOKED_AT).n >= 3


def test_several_topics_hold_wordings_of_several_companies(entries: tuple[Entry, ...]) -> None:
    shared = [entry for entry in entries if entry.card.topic and len(entry.companies) >= 3]
    assert len(shared) >= 5
    assert all(len({wording.text for wording in entry.card.wordings}) > 1 for entry in shared)


def test_every_topic_has_its_wordings(workbook: Workbook) -> None:
    assert {topic.id for topic in workbook.topics} == {entry.topic_id for entry in workbook.questions} - {""}


@pytest.mark.parametrize(("practise", "least"), [("suspended", 1), ("yes", 2)])
def test_some_topics_are_set_aside_and_some_practised_by_choice(workbook: Workbook, practise: str, least: int) -> None:
    assert sum(topic.practise == practise for topic in workbook.topics) >= least


def test_what_is_practised_by_choice_was_never_rated_hard(every: tuple[Card, ...]) -> None:
    assert [card.text for card in every if card.is_chosen and card.is_hard] == []


def test_most_topics_have_a_best_answer_and_some_have_none_yet(workbook: Workbook) -> None:
    with_one = sum(bool(topic.best_answer) for topic in workbook.topics)
    assert len(workbook.topics) / 2 < with_one < len(workbook.topics)


def test_there_are_five_or_six_stories_each_told_from_end_to_end(workbook: Workbook) -> None:
    assert 5 <= len(workbook.stories) <= 6
    told = ("situation", "task", "action", "result", "reflection", "strengths")
    assert [story.id for story in workbook.stories if not all(getattr(story, part) for part in told)] == []


def test_every_story_answers_a_question_and_was_told(workbook: Workbook) -> None:
    uses = story_uses(workbook, LOOKED_AT.date())
    assert [use.story.title for use in uses if not (use.topics and use.tellings)] == []


def test_a_story_was_told_only_where_they_asked(workbook: Workbook) -> None:
    assert [
        entry.id for entry in workbook.questions if entry.story_id and (entry.asked_by == "me" or not entry.asked)
    ] == []


def test_before_the_next_round_a_claim_is_put_as_a_question(workbook: Workbook) -> None:
    rounds = {found.company: found for found in before_next_rounds(workbook, LOOKED_AT)}
    assert [one.sentence for one in rounds["Brightpencil"].questions] == [
        "You said “I read up on every team before I talk to it”, and rated preparation 2: which story shows it?"
    ]


def test_the_practice_log_moves_with_the_rest(workbook: Workbook) -> None:
    """By whole weeks and by the clock on the wall, over a change of the clocks as well."""
    weeks = timedelta(weeks=30)
    moved = [row for row in shifted(workbook, weeks, DUBLIN) if isinstance(row, Review)]

    assert [row.reviewed_at.replace(tzinfo=None) for row in moved] == [
        row.reviewed_at.replace(tzinfo=None) + weeks for row in workbook.practice
    ]
    assert {row.reviewed_at.utcoffset() for row in moved} == {timedelta(hours=1)}
