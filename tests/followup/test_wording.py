"""The letters read as if they were written for one person: what they name, to whom, and in which order."""

import re
from datetime import date, timedelta

import pytest

from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import draft_message
from lib.records.vocabulary import TaskKind
from tests.followup.test_messages import facts_for, whole

ABOUT_THE_JOB: tuple[TaskKind, ...] = (
    "follow_up",
    "check_in",
    "ready_to_decide",
    "close_out",
    "tell_them_no",
    "ask_in_writing",
    "negotiate",
    "accept",
    "decline",
)


@pytest.mark.parametrize("kind", ABOUT_THE_JOB)
def test_nobody_is_told_the_name_of_the_company_they_work_for(kind: TaskKind) -> None:
    for channel in TASK_KINDS[kind].channels:
        assert "Kestrel" not in whole(kind, channel)
        assert "Kestrel" not in whole(kind, channel, person_company="")


@pytest.mark.parametrize("kind", ["follow_up", "check_in", "ask_in_writing", "accept"])
@pytest.mark.parametrize(("who", "where"), [("recruiter", "Kestrel Mills"), ("interviewer", "Swift Agency")])
def test_a_recruiter_or_an_agency_is_told_which_company(kind: TaskKind, who: str, where: str) -> None:
    assert "the Data Analyst role at Kestrel Mills" in whole(kind, person_kind=who, person_company=where)


@pytest.mark.parametrize(
    ("changes", "signed"),
    [
        ({}, "Grace"),
        ({"salutation": "Dear Mr Baker"}, "Grace Moreno"),
        ({"person": "Dr. Tom Baker"}, "Grace Moreno"),
        ({"formality": "formal"}, "Grace Moreno"),
        ({"signature": "G. Moreno"}, "G. Moreno"),
    ],
)
def test_a_friend_reads_my_first_name_and_nobody_else_does(changes: dict[str, str], signed: str) -> None:
    assert whole("ask_reference", **changes).endswith(f"\n{signed}")
    assert whole("thank_you", **{"signature": "", **changes}).splitlines()[-1] != "Grace"


@pytest.mark.parametrize("topic", ["the waiting list", "why the nightly jobs keep failing", "how shifts are planned"])
def test_no_note_claims_that_a_problem_was_enjoyed(topic: str) -> None:
    for place in range(6):
        sentences = re.split(
            r"(?<=[.!?])\s+", draft_message("thank_you", "email", facts_for(position=place, topic=topic)).body
        )
        (about,) = (sentence for sentence in sentences if topic in sentence)
        assert not re.search("enjoy|glad|happy|best part|about (?:why|how)", about)


def test_a_card_names_the_weekday_as_it_is_read_later() -> None:
    assert "on Thursday" in draft_message("thank_you", "card", facts_for(position=1)).body
    assert "yesterday" in draft_message("thank_you", "email", facts_for(position=1)).body


def test_three_notes_of_one_day_differ_in_their_parts_and_in_what_opens_them() -> None:
    notes = [
        draft_message("thank_you", "email", facts_for(person_id)).body for person_id in ("pe-ada", "pe-ben", "pe-chi")
    ]

    assert [any(claim in note for claim in ("nine days", "ten years", "teach beginners")) for note in notes] == [
        True,
        False,
        True,
    ]
    assert [note.split("\n\n")[1].startswith(("Thank", "I enjoyed")) for note in notes] == [True, False, True]


@pytest.mark.parametrize(
    ("days", "when"),
    [(1, "yesterday"), (4, "on Thursday"), (5, "last Thursday"), (6, "last Thursday"), (7, "on Thursday 19")],
)
def test_from_five_days_on_a_weekday_is_last_week_s(days: int, when: str) -> None:
    facts = facts_for(today=date(2026, 11, 19) + timedelta(days=days))

    assert f" {when}" in draft_message("thank_you", "email", facts).body
    assert " last " not in draft_message("thank_you", "card", facts).body
