"""A reference or a contact is thanked for what is noted that they did, and for no more."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import Message, draft_message
from lib.records.ask import Ask
from lib.records.vocabulary import Channel, TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

ASKED = {"asked_on": "2026-11-10"}
AGREED = {**ASKED, "agreed_on": "2026-11-11"}
CONTACTED = {**AGREED, "contacted_on": "2026-11-16"}
TO_COME = {**AGREED, "contacted_on": "2026-11-25"}
STEPS = {"none": None, "asked": ASKED, "agreed": AGREED, "contacted": CONTACTED, "to come": TO_COME}
DID = re.compile(
    "speaking to|talking to|putting in a word|It was a help|your help|"
    "standing behind|your support|not forget|spoke(?:n)? for"
)


def book_with(
    steps: dict[str, str] | None, kind: str, application_id: str = "ap-a1", status: str = "rejected"
) -> Workbook:
    cells = {"id": "as-1", "person_id": "pe-ref", "application_id": application_id, "kind": kind}
    asks = (Ask.from_cells({**cells, **steps}),) if steps else ()
    applications = tuple(entry.changed(status=status) for entry in WORKBOOK.applications)
    return replace(WORKBOOK, applications=applications, asks=asks)


def letter(kind: TaskKind, book: Workbook, channel: Channel = "email", today: date = TODAY) -> Message:
    return draft_message(kind, channel, gather(book, today, application_id="ap-a1", person_id="pe-ref"))


def kind_of_ask(kind: TaskKind) -> str:
    return "reference" if kind.endswith("reference") else "good_word"


HELPED: list[TaskKind] = ["thank_reference", "tell_reference", "thank_contact", "tell_contact"]


@pytest.mark.parametrize("kind", [*HELPED, "brief_reference"])
@pytest.mark.parametrize("steps", ["none", "asked", "agreed", "to come"])
def test_nobody_is_thanked_for_speaking_for_me_before_it_is_noted_that_they_were_contacted(
    kind: TaskKind, steps: str
) -> None:
    book = book_with(
        STEPS[steps], kind_of_ask(kind), status="interviewing" if kind == "brief_reference" else "rejected"
    )
    for channel in TASK_KINDS[kind].channels:
        message = letter(kind, book, channel)
        assert not DID.search(f"{message.subject} {message.body}"), (channel, message.body)


@pytest.mark.parametrize("kind", HELPED)
def test_who_was_contacted_is_thanked_for_speaking_to_them(kind: TaskKind) -> None:
    thanks = {
        "reference": "Thank you for talking to Kestrel Mills about me.",
        "good_word": "Thank you for putting in a word for me at Kestrel Mills.",
    }[kind_of_ask(kind)]

    assert thanks in letter(kind, book_with(CONTACTED, kind_of_ask(kind))).body


@pytest.mark.parametrize("kind", ["thank_reference", "tell_reference", "brief_reference"])
@pytest.mark.parametrize("steps", ["agreed", "to come"])
def test_who_agreed_is_thanked_for_being_ready_to_speak_for_me(kind: TaskKind, steps: str) -> None:
    status = "interviewing" if kind == "brief_reference" else "rejected"

    assert (
        "Thank you for agreeing to be a reference"
        if "reference" in kind
        else "Thank you for offering to put in a good word"
    ) in letter(kind, book_with(STEPS[steps], "reference", status=status)).body


@pytest.mark.parametrize("kind", HELPED)
def test_who_was_only_asked_is_thanked_for_letting_me_ask(kind: TaskKind) -> None:
    text = letter(kind, book_with(ASKED, kind_of_ask(kind))).body

    assert "Thank you for letting me ask you" in text
    assert "ready" not in text
    assert "means a lot" not in text


@pytest.mark.parametrize("kind", ["thank_reference", "thank_contact"])
def test_where_nothing_is_noted_the_reason_for_thanks_is_a_blank(kind: TaskKind) -> None:
    assert "Thank you for [what they did for you]." in letter(kind, book_with(None, "reference")).body


def test_what_somebody_did_for_another_application_is_not_thanked_for_here() -> None:
    text = letter("thank_reference", book_with(CONTACTED, "reference", "ap-b2")).body

    assert "talking to" not in text
    assert "[what they did for you]" in text


@pytest.mark.parametrize("kind", HELPED)
def test_beside_thanks_for_less_it_shows_what_is_not_noted(kind: TaskKind) -> None:
    assert any("You haven't noted" in note for note in letter(kind, book_with(AGREED, kind_of_ask(kind))).advice)
    assert not letter(kind, book_with(CONTACTED, kind_of_ask(kind))).advice


def test_a_briefing_for_somebody_who_never_agreed_tells_to_ask_them_first() -> None:
    asked, agreed = (book_with(steps, "reference", status="interviewing") for steps in (ASKED, AGREED))

    assert "Ask them first." in " ".join(letter("brief_reference", asked).advice)
    assert "Ask them first." not in " ".join(letter("brief_reference", agreed).advice)


@pytest.mark.parametrize("channel", TASK_KINDS["ask_reference"].channels)
@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (CONTACTED, "You've spoken up for me before. Would you be willing to be a reference again?"),
        (AGREED, "You were kind enough to agree to be a reference for me before. Would you mind doing it again?"),
        (ASKED, "I asked you about another role before. Would you be willing to be a reference for this one?"),
    ],
)
def test_who_was_asked_for_another_application_is_not_asked_as_if_for_the_first_time(
    steps: dict[str, str], words: str, channel: Channel
) -> None:
    message = letter("ask_reference", book_with(steps, "reference", "ap-b2", "interviewing"), channel)

    assert words in message.body
    assert "Brightwater" not in message.body


def test_the_subject_has_again_for_those_who_agreed_before() -> None:
    assert letter("ask_reference", book_with(AGREED, "reference", "ap-b2", "interviewing")).subject.endswith(" again?")
    assert letter("ask_reference", book_with(None, "reference", "ap-b2", "interviewing")).subject.endswith("for me?")


def test_who_was_asked_for_this_application_is_asked_as_somebody_who_knows_of_it() -> None:
    assert "I asked you before" in letter("ask_reference", book_with(ASKED, "reference", status="interviewing")).body


def test_who_agreed_for_this_application_is_not_asked_again() -> None:
    message = letter("ask_reference", book_with(AGREED, "reference", status="interviewing"))

    assert "Would you be willing" not in message.body
    assert message.advice == ("They've already agreed for this application.",)


def test_a_contact_who_was_asked_before_is_not_asked_as_if_for_the_first_time() -> None:
    known = letter("ask_contact", book_with(AGREED, "good_word", "ap-b2", "interviewing")).body

    assert "It's me again" in known
    assert "before" not in letter("ask_contact", book_with(None, "good_word", status="interviewing")).body
