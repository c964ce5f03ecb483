"""What there is to practise before an interview, and in which order."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.practice.cards import cards
from lib.practice.company_bound import CompanyBinding
from lib.practice.pool import pool
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.day_first import queue
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day, review, topic

NOW = day(20)
BANK, MAGAZINE, OTHERS = 1, 2, range(3, 8)
NAMES = {BANK: "Stadtbank", MAGAZINE: "Inkpuddle", 3: "Polaris", 4: "Umbra", 5: "Vela", 6: "Wren", 7: "Xylem"}
YOURSELF = "Tell me about yourself"


def coming(days: float = 7, at: int = BANK) -> Interview:
    held_at = NOW + timedelta(days=days)
    return interview(99, application_id=f"ap-{at}", state="scheduled", held_at=held_at, created_at=NOW)


def asked(text: str, *companies: int, **values: Any) -> tuple[Question, ...]:
    return tuple(question(crc32(f"{text}{at}".encode()), of=at, text=text, position=1, **values) for at in companies)


def book(*questions: Question, days: float = 7, at: int = BANK, **tables: Any) -> Workbook:
    usual = {
        "applications": tuple(application(number, company=name) for number, name in NAMES.items()),
        "interviews": (*(interview(number, application_id=f"ap-{number}") for number in NAMES), coming(days, at)),
        "questions": questions,
    }
    return Workbook(**usual | tables)  # type: ignore[arg-type]


def offered(workbook: Workbook) -> list[str]:
    interview = next((entry for entry in workbook.interviews if entry.state == "scheduled"), None)
    return [card.text for card in pool(workbook, interview).cards]


def practised_now(workbook: Workbook, minutes: float = 60) -> list[str]:
    found = queue(workbook, NOW, minutes)
    return [item.card.text for item in (*found.items, *found.remaining)]


EVERYTHING = (
    *asked("Which other hard one?", 3, rating=1),
    *asked(YOURSELF, *OTHERS, rating=4),
    *asked("Why do you leave?", 3, 4),
    *asked("What would you change about our magazine?", MAGAZINE, rating=1),
    *asked("Why banking?", BANK, rating=5),
    *asked("How do you rate risk?", BANK, rating=2),
)


def test_before_an_interview_at_a_bank_our_magazine_is_not_asked() -> None:
    assert "What would you change about our magazine?" not in practised_now(book(*EVERYTHING))


def test_before_the_next_round_at_the_magazine_our_magazine_comes_first() -> None:
    assert practised_now(book(*EVERYTHING, at=MAGAZINE))[0] == "What would you change about our magazine?"


def test_tell_me_about_yourself_asked_at_five_companies_comes_though_it_never_was_hard() -> None:
    (item,) = queue(book(*asked(YOURSELF, *OTHERS, rating=5)), NOW, 15).items

    assert item.card.text == YOURSELF
    assert item.sentence == "Asked at Xylem and 4 others, last rated 5 of 5."


@pytest.mark.parametrize("days", [0.5, 1, 2, 3, 5, 10, 21])
def test_their_hard_ones_come_first_then_their_others_then_what_most_companies_ask_then_other_hard_ones(
    days: float,
) -> None:
    assert practised_now(book(*EVERYTHING, days=days)) == [
        "How do you rate risk?",
        "Why banking?",
        YOURSELF,
        "Why do you leave?",
        "Which other hard one?",
    ]


def test_a_question_that_more_companies_ask_comes_before_a_harder_one_that_fewer_ask() -> None:
    often, hard = asked("How do you learn?", 3, 4, 5, rating=5), asked("Why so long?", 3, 4, rating=1)

    assert offered(book(*hard, *often)) == ["How do you learn?", "Why so long?"]


def test_of_their_hard_questions_the_one_tapped_first_comes_first() -> None:
    second = asked("Second?", BANK, tapped_hard=True, hard_order=2)
    first = asked("First?", BANK, tapped_hard=True, hard_order=1)

    assert offered(book(*second, *first)) == ["First?", "Second?"]


def test_what_is_known_well_by_now_makes_room_for_what_most_companies_ask() -> None:
    own, often = asked("How do you rate risk?", BANK, rating=2), asked(YOURSELF, *OTHERS)
    number = int(own[0].id.removeprefix("qu-"))
    log = tuple(review(place, number, on, "easy") for place, on in enumerate((10, 15, 19)))

    (item,) = queue(book(*own, *often, days=2, practice=log), NOW, 3).items

    assert item.card.text == YOURSELF


def test_what_was_prepared_for_them_is_among_their_own() -> None:
    mine = Question(id="qu-1", application_id="ap-1", text="Why our bank?", prepared=True, asked_by="them")

    assert offered(book(mine, *asked(YOURSELF, *OTHERS))) == ["Why our bank?", YOURSELF]
    assert offered(book(mine, *asked(YOURSELF, *OTHERS), at=MAGAZINE)) == [YOURSELF]


@pytest.mark.parametrize("text", ["Why banking?", YOURSELF])
def test_a_suspended_question_does_not_come_back_for_an_interview(text: str) -> None:
    questions = (*asked("Why banking?", BANK, topic_id="tp-1"), *asked(YOURSELF, *OTHERS, topic_id="tp-2"))
    aside = tuple(topic(n, text=one, practise="suspended") for n, one in ((1, "Why banking?"), (2, YOURSELF)))

    assert text not in offered(book(*questions, topics=aside))


def test_my_own_questions_to_them_are_not_practised() -> None:
    assert "How do you decide?" not in offered(book(*asked("How do you decide?", BANK, MAGAZINE, asked_by="me")))


def test_a_question_chosen_for_practice_still_does_not_follow_me_to_another_company() -> None:
    chosen = topic(1, text="Why our magazine?", practise="yes")

    assert offered(book(*asked("Why our magazine?", MAGAZINE, topic_id="tp-1"), topics=(chosen,))) == []


def without_interview(*questions: Question, status: str) -> Workbook:
    whole = book(*questions)
    return replace(
        whole,
        interviews=whole.interviews[:-1],
        applications=tuple(one.changed(status=status) for one in whole.applications),
    )


def test_with_no_interview_coming_only_hard_and_chosen_questions_are_practised() -> None:
    assert set(practised_now(without_interview(*EVERYTHING, status="interviewing"))) == {
        "Which other hard one?",
        "What would you change about our magazine?",
        "How do you rate risk?",
    }


def test_after_a_no_their_magazine_is_not_practised_any_more_and_what_can_be_asked_anywhere_is() -> None:
    assert set(practised_now(without_interview(*EVERYTHING, status="rejected"))) == {
        "Which other hard one?",
        "How do you rate risk?",
    }


def test_if_all_questions_are_about_closed_companies_the_queue_tells_it() -> None:
    ours = asked("What would you change about our magazine?", MAGAZINE, rating=1)

    found = queue(without_interview(*ours, status="rejected"), NOW, 15)

    assert found.items == ()
    assert found.sentence.startswith("Nothing to practise now")


def test_a_question_is_not_lost_with_its_company() -> None:
    ours = asked("What would you change about our magazine?", MAGAZINE, rating=1)
    whole = without_interview(*ours, status="rejected")
    card = cards(whole)[0]

    assert card.is_practised
    assert CompanyBinding(whole).name_bound_to(card) == "Inkpuddle"


TIED = ("Why {name}?", "What would you change about our {thing}?", "What would {person} ask you?", "our {thing}, why?")
FREE = ("Why us?", YOURSELF, "What is our culture to you?", "Why do you leave your {thing}?", "Why data?")
THINGS = {1: "vault", 2: "magazine", 3: "orchard"}
PEOPLE = {1: "Priya", 2: "Ilse", 3: "Tomasz"}


@st.composite
def searches(draw: st.DrawFn) -> tuple[Workbook, dict[str, set[int]]]:
    """Three companies, each asking some of its own and some common questions, and where each tied one was asked."""
    tied: dict[str, set[int]] = {}
    questions = []
    for number in range(1, draw(st.integers(1, 13))):
        about, at = draw(st.sampled_from((1, 2, 3))), draw(st.sampled_from((1, 2, 3)))
        form, is_tied = draw(st.sampled_from([*((one, True) for one in TIED), *((one, False) for one in FREE)]))
        about = at if is_tied and draw(st.integers(0, 3)) else about
        text = form.format(name=NAMES[about], thing=THINGS[about], person=PEOPLE[about])
        if is_tied and (about == at or "our " in form):
            tied.setdefault(text, set())
        is_mine, is_prepared = draw(st.booleans()) and not number % 3, draw(st.booleans()) and not number % 4
        if text in tied and not is_mine and not is_prepared:
            tied[text].add(at)
        home = {"application_id": f"ap-{at}", "interview_id": ""} if is_prepared else {"interview_id": f"iv-{at}"}
        rating, asker = draw(st.sampled_from((None, 1, 2, 4))), "me" if is_mine else "them"
        questions.append(question(number, text=text, rating=rating, asked_by=asker, prepared=is_prepared, **home))
    status = st.sampled_from((None, "applied", "interviewing", "rejected"))
    log = [review(n, n, draw(st.integers(0, 19))) for n in range(1, len(questions) + 1) if draw(st.booleans())]
    whole = book(
        *questions,
        days=draw(st.sampled_from((0.5, 2, 9))),
        practice=tuple(log),
        people=tuple(Person(id=f"pe-{at}", name=name) for at, name in PEOPLE.items()),
        conversations=tuple(Conversation(interview_id=f"iv-{at}", person_id=f"pe-{at}") for at in PEOPLE),
        applications=(
            application(1, company=NAMES[1]),
            *(application(at, company=NAMES[at], status=draw(status)) for at in (2, 3)),
        ),
    )
    return whole, tied


@given(searches())
def test_whatever_was_asked_nothing_that_one_other_company_is_named_in_is_practised(
    made: tuple[Workbook, dict[str, set[int]]],
) -> None:
    workbook, tied = made
    found = queue(workbook, NOW, 30)

    for item in (*found.items, *found.remaining):
        homes = {int(one.interview_id[3:]) for one in item.card.asked if one.interview_id}
        prepared_here = any(one.application_id == "ap-1" for one in item.card.wordings)
        is_tied = item.card.text in tied and len(homes) == 1 and tied[item.card.text] == homes
        assert not is_tied or homes == {1} or prepared_here, item.card.text


@given(searches())
def test_whatever_was_asked_and_practised_the_sitting_keeps_the_order_of_the_tiers(
    made: tuple[Workbook, dict[str, set[int]]],
) -> None:
    order = ("own_hard", "own", "asked_most", "other")
    fresh = [item for item in queue(made[0], NOW, 30).items if not item.is_repeat]
    tiers = [order.index(item.importance.tier) for item in fresh if item.importance.tier]

    assert tiers == sorted(tiers)
    assert len(tiers) == len(fresh)
