"""The channel suits the person and the company, and gives the reason (T4)."""

from datetime import date

import pytest

from lib.followup.channels import Occasion, suggest
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import NoSuchText
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.vocabulary import Channel, words

TODAY = date(2026, 11, 20)
FORMAL = Application(id="ap-1", company="Court & Sons", role="Clerk", formality="formal")
ADA = Person(id="pe-1", name="Ada Okafor", email="ada@court.example")


def interview(**cells: str) -> Interview:
    row = {"id": "iv-1", "application_id": "ap-1", "state": "short", "held_at": "2026-11-19", "stage": "panel", **cells}
    return Interview.from_cells(row)


def test_how_the_person_likes_to_be_reached_comes_first_t4() -> None:
    suggestion = suggest("thank_you", Occasion(TODAY, ADA.changed(prefers="message"), interview(), FORMAL))

    assert (suggestion.channel, suggestion.reason) == ("message", "Ada likes to be reached by message.")


def test_a_formal_house_gets_a_card_t4() -> None:
    suggestion = suggest("thank_you", Occasion(TODAY, ADA, interview(), FORMAL))

    assert (suggestion.channel, suggestion.reason) == ("card", "It is a formal house: a card written by hand suits it.")


def test_a_formal_house_that_decides_before_a_card_arrives_gets_an_email() -> None:
    suggestion = suggest("thank_you", Occasion(TODAY, ADA, interview(reply_by="2026-11-21"), FORMAL))

    assert suggestion.channel == "email"
    assert "before it could arrive" in suggestion.reason


def test_the_follow_up_goes_the_way_they_asked_f3() -> None:
    suggestion = suggest("follow_up", Occasion(date(2026, 11, 30), ADA, interview(reply_channel="phone"), FORMAL))

    assert suggestion.channel == "phone"


def test_a_call_about_progress_is_not_suggested_on_the_day_after_f7() -> None:
    caller = ADA.changed(prefers="phone")

    assert suggest("check_in", Occasion(TODAY, caller, interview(), None)).channel == "email"
    assert suggest("thank_you", Occasion(TODAY, caller, interview(), None)).channel == "phone"


def test_without_an_address_a_connection_is_reached_on_linkedin() -> None:
    person = Person(id="pe-2", name="Ben", connected_on=date(2026, 1, 1))

    assert suggest("follow_up", Occasion(TODAY, person)).channel == "linkedin"


def test_without_any_address_it_shows_that_it_is_missing() -> None:
    reason = suggest("follow_up", Occasion(TODAY, Person(id="pe-2", name="Ben"))).reason
    assert reason == "Email is usual. You haven't noted Ben's address yet."


def test_where_nothing_is_known_the_usual_channel_is_named() -> None:
    assert suggest("follow_up", Occasion(TODAY)).reason == "A message like this usually goes by email."


def test_the_channel_that_was_promised_comes_first() -> None:
    found = suggest("promise", Occasion(TODAY, ADA.changed(prefers="phone"), promised="text Ada the number"))

    assert (found.channel, found.reason) == ("message", "You promised a message.")


def test_an_invitation_goes_through_linkedin_whatever_they_like_t6() -> None:
    assert suggest("connect", Occasion(TODAY, ADA.changed(prefers="phone"))).channel == "linkedin"


@pytest.mark.parametrize("kind", MESSAGES)
@pytest.mark.parametrize("prefers", words(Channel))
def test_a_suggested_channel_always_has_a_text(kind: str, prefers: str) -> None:
    suggestion = suggest(
        kind, Occasion(TODAY, ADA.changed(prefers=prefers), interview(reply_channel="in_person"), FORMAL)
    )  # type: ignore[arg-type]

    assert {suggestion.channel, *suggestion.others} == set(TASK_KINDS[kind].channels)  # type: ignore[index]
    assert suggestion.reason.endswith(".")


def test_a_task_that_is_no_message_has_no_channel() -> None:
    with pytest.raises(NoSuchText, match="Choose another kind"):
        suggest("debrief", Occasion(TODAY))
