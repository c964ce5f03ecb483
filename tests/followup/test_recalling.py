"""What a letter recalls of its recipient: our own conversation, by its day, and a question as a question."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.followup.messages import Channel, draft_message
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.person import Person
from lib.records.task import Task
from lib.records.vocabulary import TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

LATER = date(2026, 12, 7)
FIRST = WORKBOOK.interviews[0].changed(id="iv-k0", held_at="2026-11-12T10:00:00+00:00", reply_by=None)
SUE = Person(id="pe-sue", name="Sue Barratt", kind="interviewer", company="Kestrel Mills")
RITA = Person(id="pe-rita", name="Rita Marsh", kind="recruiter", company="Kestrel Mills")
ROUNDS = replace(
    WORKBOOK,
    people=(*WORKBOOK.people, SUE, RITA),
    interviews=(FIRST, *WORKBOOK.interviews),
    conversations=(
        Conversation(interview_id="iv-k0", person_id="pe-ada", talked_about="the new sorting hall in Leicester"),
        Conversation(interview_id="iv-k1", person_id="pe-sue", talked_about="how they plan shifts"),
    ),
)
"""Ada interviewed me on 12 November, Sue on 19 November, both for the same job."""


def body(
    kind: TaskKind,
    person_id: str = "pe-ada",
    book: Workbook = ROUNDS,
    today: date = LATER,
    channel: Channel = "email",
    interview_id: str = "iv-k1",
) -> str:
    return draft_message(kind, channel, gather(book, today, interview_id=interview_id, person_id=person_id)).body


@pytest.mark.parametrize("kind", ["follow_up", "check_in", "ready_to_decide", "close_out"])
def test_whoever_met_me_in_an_earlier_round_is_reminded_of_that_and_no_stranger_introduces_herself(
    kind: TaskKind,
) -> None:
    text = body(kind)

    assert "Thank you for talking with me on Thursday 12 November about the Data Analyst role" in text
    assert "Since then I've also talked with Sue Barratt, on Thursday 19 November." in text
    assert "My name is" not in text


@pytest.mark.parametrize("kind", ["follow_up", "check_in", "ready_to_decide", "close_out"])
def test_whoever_met_me_in_this_round_is_not_told_my_name_either(kind: TaskKind) -> None:
    text = body(kind, "pe-sue")

    assert "Thank you for talking with me on Thursday 19 November about" in text
    assert "My name is" not in text
    assert "Since then" not in text


@pytest.mark.parametrize("kind", ["follow_up", "check_in"])
def test_a_call_to_somebody_of_an_earlier_round_names_that_day(kind: TaskKind) -> None:
    assert "We spoke on Thursday 12 November about" in body(kind, channel="phone")


def test_only_somebody_who_never_met_me_hears_who_i_am() -> None:
    assert "My name is Grace Moreno, and I interviewed for the Data Analyst role" in body("follow_up", "pe-rita")


def test_somebody_who_met_me_for_another_job_knows_my_name() -> None:
    other = FIRST.changed(id="iv-b0", application_id="ap-b2")
    talk = Conversation(interview_id="iv-b0", person_id="pe-rita", talked_about="the Leeds depot")
    book = replace(ROUNDS, interviews=(other, *ROUNDS.interviews), conversations=(*ROUNDS.conversations, talk))
    text = body("follow_up", "pe-rita", book)

    assert "I interviewed for the Data Analyst role at Kestrel Mills on Thursday 19 November" in text
    assert "My name is" not in text
    assert "Leeds" not in text


def test_a_letter_to_somebody_of_an_earlier_round_recalls_our_own_topic() -> None:
    text = body("close_out")

    assert "hear about the new sorting hall in Leicester" in text
    assert "shifts" not in text


@pytest.mark.parametrize("kind", ["check_in", "follow_up", "close_out", "ready_to_decide"])
@pytest.mark.parametrize("day", [19, 20, 22])
def test_within_three_days_nobody_is_reminded_of_who_i_am(kind: TaskKind, day: int) -> None:
    undated = tuple(entry.changed(reply_by=None) for entry in ROUNDS.interviews)
    for channel in ("email", "message"):
        text = body(kind, "pe-sue", replace(ROUNDS, interviews=undated), date(2026, 11, day), channel)  # type: ignore[arg-type]
        assert not re.search("19 November|My name is", text)
        assert re.search("(?:talking with me|e spoke) (?:today|yesterday|on Thursday)", text) or channel == "message"


def test_after_three_days_the_day_is_named_by_its_date() -> None:
    undated = tuple(entry.changed(reply_by=None) for entry in ROUNDS.interviews)

    assert "on Thursday 19 November about" in body(
        "check_in", "pe-sue", replace(ROUNDS, interviews=undated), date(2026, 11, 23)
    )


def thanked(*bodies: str) -> Workbook:
    """Ada had a thank-you for each of these."""
    sent = (
        Task(id=f"tk-{n}", kind="thank_you", status="done", application_id="ap-a1", person_id="pe-ada", body=body)
        for n, body in enumerate(bodies)
    )
    return replace(ROUNDS, tasks=tuple(sent))


@pytest.mark.parametrize(
    ("kind", "channel"), [("close_out", "email"), ("answer_rejection", "email"), ("connect", "linkedin")]
)
@pytest.mark.parametrize(
    ("letters", "is_named"),
    [
        ((), True),
        (("Thank you for your time.",), True),
        (("It was helpful to hear about the new sorting hall in Leicester.",), False),
        (("",), False),
    ],
)
def test_a_topic_is_named_to_a_person_once(
    letters: tuple[str, ...], is_named: bool, kind: TaskKind, channel: Channel
) -> None:
    interview_id = "iv-k0" if kind == "connect" else "iv-k1"

    assert ("Leicester" in body(kind, book=thanked(*letters), channel=channel, interview_id=interview_id)) is is_named


def test_only_somebody_who_was_thanked_is_thanked_again() -> None:
    assert "Thank you again for talking with me" in body("check_in", book=thanked("Thank you."))
    assert "again" not in body("check_in")


@pytest.mark.parametrize("kind", ["check_in", "follow_up", "tell_them_no", "decline"])
def test_neither_a_reminder_nor_a_no_brings_up_what_we_talked_about(kind: TaskKind) -> None:
    assert "Leicester" not in body(kind)


def with_note(note: str) -> Workbook:
    talk = Conversation(interview_id="iv-k1", person_id="pe-sue", talked_about=note)
    return replace(ROUNDS, conversations=(*ROUNDS.conversations[:1], talk))


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("she asked why I left Northgate", "why I left Northgate"),
        ("Sue asked me about the Leeds move", "the Leeds move"),
        ("asked about my notice period; a bit sharp", "my notice period"),
        ("They wanted to know how I plan", "how I plan"),
        ("I was asked about night shifts", "night shifts"),
        ("her question about the drivers", "the drivers"),
        ("She asked if I would move", "whether I would move"),
    ],
)
def test_what_somebody_asked_me_is_no_shared_topic_and_nobody_is_thanked_for_asking(note: str, read: str) -> None:
    known = gather(with_note(note), TODAY, interview_id="iv-k1", person_id="pe-sue")
    message = draft_message("thank_you", "email", known)

    assert read not in message.body
    assert "[" not in message.body
    assert any(f"They asked you about {read}." in beside for beside in message.advice)
    for kind in ("check_in", "close_out", "tell_them_no"):
        assert read not in body(kind, "pe-sue", with_note(note))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "note", ["She asked me to describe the move", "asked why did you leave?", "They asked “Why us?”"]
)
def test_a_question_noted_in_words_that_cannot_follow_is_left_out_too(note: str) -> None:
    text = body("thank_you", "pe-sue", with_note(note), TODAY)

    assert "[" not in text
    assert not re.search("describe|leave|Why us", text)


@pytest.mark.parametrize("note", ["I asked about the budget", "We talked about why she asked for two people"])
def test_what_i_asked_or_we_talked_about_is_a_topic(note: str) -> None:
    text = body("thank_you", "pe-sue", with_note(note), TODAY)

    assert note.split()[-1] in text
    assert "[" not in text


def test_an_invitation_names_the_job_and_not_their_question() -> None:
    text = body("connect", "pe-sue", with_note("she asked why I left Northgate"), TODAY, "linkedin")

    assert "about the Data Analyst role" in text
    assert "Northgate" not in text


def phrases(text: str) -> set[str]:
    """The sentences of a note without what is its own, so that the stock phrases are left."""
    words = re.split(r"(?<=[.!?])\s+|\n+", text)
    return {re.sub(r"(?:about|is|on|:) [^.]*", "", one) for one in words[1:-1] if len(one.split()) > 3}


def test_notes_to_people_met_on_one_day_at_different_companies_share_no_stock_phrase() -> None:
    days = [
        FIRST.changed(id=f"iv-{n}", application_id=f"ap-{n}", held_at=f"2026-11-19T{9 + n:02}:00:00+00:00")
        for n in range(3)
    ]
    people = tuple(Person(id=f"pe-{n}", name=f"Kim Lee{n}", kind="interviewer", company=f"Co{n}") for n in range(3))
    talks = tuple(
        Conversation(interview_id=f"iv-{n}", person_id=f"pe-{n}", talked_about=f"depot number {n}") for n in range(3)
    )
    applications = tuple(Application(id=f"ap-{n}", company=f"Co{n}", role="Planner") for n in range(3))
    book = Workbook(applications=applications, people=people, interviews=tuple(days), conversations=talks)
    notes = [phrases(body("thank_you", f"pe-{n}", book, TODAY, interview_id=f"iv-{n}")) for n in range(3)]

    assert not notes[0] & notes[1]
    assert not notes[1] & notes[2]
    assert not notes[0] & notes[2]


def test_two_rounds_at_one_company_give_notes_without_a_phrase_in_common() -> None:
    assert not phrases(body("thank_you", "pe-ada", interview_id="iv-k0")) & phrases(body("thank_you", "pe-sue"))
