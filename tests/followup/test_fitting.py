"""Where a message makes no sense yet, or any more, its draft is a blank with the reason beside it; none promises."""

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lib.followup.facts import Extras, Facts
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import Message, draft_message
from lib.records.application import Application
from lib.records.offer import Offer
from lib.records.task import Task
from lib.records.vocabulary import Channel, TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

AFTER = date(2026, 11, 30)
"""The debrief of 19 November has an answer date of Friday 27 November."""


def facts(
    book: Workbook = WORKBOOK, today: date = TODAY, person_id: str = "pe-ada", application: str = "ap-a1"
) -> Facts:
    return gather(book, today, application_id=application, person_id=person_id)


@pytest.mark.parametrize("kind", ["follow_up", "check_in", "close_out"])
@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 27)])
def test_before_the_day_that_they_named_the_draft_is_a_blank_that_tells_to_wait(kind: TaskKind, today: date) -> None:
    for channel in TASK_KINDS[kind].channels:
        message = draft_message(kind, channel, facts(today=today))
        assert "[what you want to say before Friday 27 November]" in message.body
        assert "told" not in message.body
        assert "Wait until then" in message.advice[0]


@pytest.mark.parametrize("kind", ["follow_up", "check_in", "close_out"])
def test_once_that_day_is_past_the_draft_is_there(kind: TaskKind) -> None:
    assert "[" not in draft_message(kind, "email", facts(today=AFTER)).body


def test_asking_what_they_need_before_their_date_comes_with_the_advice_to_wait() -> None:
    assert "You can wait until then." in " ".join(draft_message("ready_to_decide", "email", facts()).advice)
    assert draft_message("ready_to_decide", "email", facts(today=AFTER)).advice == ()


@pytest.mark.parametrize("channel", TASK_KINDS["check_in"].channels)
def test_a_check_in_after_a_named_date_asks_about_that_date_and_not_when_they_decide(channel: Channel) -> None:
    text = draft_message("check_in", channel, facts(today=AFTER)).body

    assert "Friday 27 November" in text
    assert "Has the timing changed" in text
    assert "expect to decide" not in text
    assert "had been told" not in text


def test_a_call_does_not_ask_for_a_date_that_they_named() -> None:
    offer = Offer(id="of-1", kind="offer", application_id="ap-a1")
    known = facts(replace(WORKBOOK, offers=(offer,)))
    dated = replace(known, extras=replace(known.extras, offer=replace(known.extras.offer, decide_by=AFTER)))

    assert "when do you need my answer" in draft_message("ask_in_writing", "phone", known).body
    assert "when do you need my answer" not in draft_message("ask_in_writing", "phone", dated).body


def accepted(*tasks: Task, status: str = "accepted", **dates: date) -> Workbook:
    offers = (Offer(id="of-1", kind="offer", application_id="ap-a1", **dates),) if dates else ()
    applications = (WORKBOOK.applications[0].changed(status=status, status_on=None), WORKBOOK.applications[1])
    return replace(WORKBOOK, applications=applications, offers=offers, tasks=tasks)


TOLD = Task(
    id="ta-1",
    kind="accept",
    rule="accept",
    application_id="ap-a1",
    status="done",
    done_at=datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Berlin")),
    created_at=datetime(2026, 11, 20, 8, tzinfo=ZoneInfo("Europe/Berlin")),
)


@pytest.mark.parametrize(
    "book",
    [
        accepted(),
        accepted(accepted_on=TODAY, signed_on=TODAY),
        accepted(TOLD, accepted_on=TODAY),
    ],
    ids=["by the status alone", "signed", "they were told"],
)
@pytest.mark.parametrize("channel", TASK_KINDS["accept"].channels)
def test_an_offer_that_they_know_i_accepted_is_not_accepted_again(book: Workbook, channel: Channel) -> None:
    message = draft_message("accept", channel, facts(book))

    assert "happy to accept" not in message.body
    assert "[what you want to say, now that you have accepted]" in message.body
    assert "You've accepted already" in message.advice[0]


def test_an_offer_that_i_decided_for_and_told_nobody_of_is_accepted_in_the_letter() -> None:
    assert "I'm happy to accept" in draft_message("accept", "email", facts(accepted(accepted_on=TODAY))).body


def last_round(**cells: object) -> Workbook:
    return replace(WORKBOOK, interviews=(WORKBOOK.interviews[0].changed(**cells),))


def test_only_a_last_round_that_is_noted_is_called_the_last_one() -> None:
    noted, guessed = (facts(last_round(**cells)) for cells in ({"last_round": True}, {"next_step": "decision"}))

    assert "As I understand it, that was the last interview." in draft_message("ready_to_decide", "email", noted).body
    assert "last interview" not in draft_message("ready_to_decide", "email", guessed).body


@pytest.mark.parametrize("kind", ["ready_to_decide", "check_in"])
def test_nobody_is_told_that_the_decision_is_theirs(kind: TaskKind) -> None:
    book = last_round(last_round=True, reply_by=None)
    for channel in TASK_KINDS[kind].channels:
        message = draft_message(kind, channel, facts(book))
        assert not re.search("decision is yours|your decision", f"{message.subject} {message.body}")


@pytest.mark.parametrize("channel", TASK_KINDS["promise"].channels)
def test_without_a_noted_promise_nothing_is_as_promised(channel: Channel) -> None:
    message = draft_message("promise", channel, facts())

    assert "promise" not in f"{message.subject} {message.body}".casefold()
    assert "here you go" not in message.body
    assert "You've noted no promise" in message.advice[0]


def test_a_noted_promise_is_named() -> None:
    known = replace(facts(), extras=Extras(promised="send the notebook"))

    assert "I'm sending you the notebook." in draft_message("promise", "email", known).body


OATH = re.compile(
    r"\b(?:I will|I'll|you will|you'll) (?!gladly)|hear from me|will not forget|I owe you|I promise(?!d)", re.IGNORECASE
)
"""What binds me later. An offer to tell or send more, if they want it, does not."""


@pytest.mark.parametrize("status", [None, "interviewing", "offer", "accepted", "rejected"])
@pytest.mark.parametrize("kind", MESSAGES)
def test_no_letter_makes_a_promise_on_my_behalf(kind: TaskKind, status: str | None) -> None:
    for today in (TODAY, AFTER):
        for channel in TASK_KINDS[kind].channels:
            for position in range(4):
                known = replace(facts(today=today), status=status, position=position, feedback="More SQL")  # type: ignore[arg-type]
                message = draft_message(kind, channel, known)
                assert not OATH.search(f"{message.subject} {message.body}"), message.body


def elsewhere(**cells: object) -> Workbook:
    taken = Application(id="ap-n", company="Nordhaus", role="Controller", status="accepted")
    offer = Offer(id="of-n", kind="offer", application_id="ap-n", **cells)
    undated = WORKBOOK.interviews[0].changed(reply_by=None)
    return replace(WORKBOOK, applications=(*WORKBOOK.applications, taken), offers=(offer,), interviews=(undated,))


@pytest.mark.parametrize("dates", [{"accepted_on": TODAY}, {"signed_on": TODAY}])
@pytest.mark.parametrize("kind", ["thank_you", "check_in", "follow_up", "ready_to_decide", "close_out"])
def test_after_an_acceptance_elsewhere_no_letter_claims_interest(kind: TaskKind, dates: dict[str, date]) -> None:
    for channel in TASK_KINDS[kind].channels:
        message: Message = draft_message(kind, channel, facts(elsewhere(**dates)))
        assert not re.search("interested|like to do this work|glad to do this work|glad to hear", message.body)
        assert "Nordhaus" not in message.body
        assert "you have accepted an offer from Nordhaus" in message.advice[0]


@pytest.mark.parametrize("kind", ["ask_reference", "brief_reference"])
def test_after_an_acceptance_elsewhere_help_for_another_job_comes_with_the_question_whether_it_is_needed(
    kind: TaskKind,
) -> None:
    advice = draft_message(kind, "email", facts(elsewhere(accepted_on=TODAY), person_id="pe-ref")).advice

    assert "You have accepted an offer from Nordhaus." in advice[0]


def test_an_interest_noted_after_that_acceptance_still_counts() -> None:
    assert facts(elsewhere(accepted_on=date(2026, 11, 18))).stance == "keen"
    assert facts(elsewhere(accepted_on=date(2024, 3, 1), signed_on=date(2024, 3, 5))).stance == "keen"


def test_at_the_company_itself_an_accepted_offer_takes_no_interest_away() -> None:
    known = facts(accepted(accepted_on=TODAY))

    assert known.stance == "keen"
    assert "I'm looking forward to starting." in draft_message("thank_you", "email", known).body
