"""The messages are written from the debrief, one text a kind, shortened by channel."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lib.dates import DAY_FIRST
from lib.followup import messages
from lib.followup.ask_progress import AskProgress
from lib.followup.facts import Extras, Facts, OfferTerms, stance_of
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import INVITATION_LIMIT, NoSuchText, blanks, draft_message
from lib.followup.proofreading import check, reading_of
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.vocabulary import Channel, TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

TEXTS = Path(messages.__file__).parent / "texts"
PAIRS = [(kind, channel) for kind in MESSAGES for channel in TASK_KINDS[kind].channels]
FULL = Extras(
    promised="the notebook",
    story="The reports were nine days late; I rebuilt the load, and they came on the second day.",
    reason="we ran the Leeds project together",
    offer=OfferTerms(
        "52,000 a year", date(2027, 1, 4), date(2026, 12, 1), "a start in February", "I have two handovers"
    ),
)
WAIT = {"follow_up", "check_in", "close_out"}
AFTER = date(2026, 11, 30)
"""The first day on which those make sense: they named Friday 27 November."""
TO_A_FRIEND = {kind for kind in MESSAGES if "reference" in kind or "contact" in kind}


def facts_for(person_id: str = "pe-ada", **changes: object) -> Facts:
    facts = gather(WORKBOOK, TODAY, interview_id="iv-k1", person_id=person_id, extras=FULL)
    return replace(facts, **changes)


def whole(kind: TaskKind, channel: Channel = "email", **changes: object) -> str:
    today = AFTER if kind in WAIT else TODAY
    message = draft_message(
        kind, channel, facts_for("pe-ref" if kind in TO_A_FRIEND else "pe-ada", **{"today": today, **changes})
    )
    return f"{message.subject}\n{message.body}"


def test_the_kinds_that_are_messages_are_those_with_a_text() -> None:
    texts = {path.stem for path in TEXTS.glob("[!_]*.txt")}
    assert texts == set(MESSAGES)


def test_the_table_names_the_texts_that_exist_and_no_others() -> None:
    channels = {"email", "card", "phone", "message", "linkedin"}
    for kind in MESSAGES:
        source = (TEXTS / f"{kind}.txt").read_text("utf-8")
        assert set(re.findall(r"macro (\w+)\(", source)) & channels == set(TASK_KINDS[kind].channels), kind


@pytest.mark.parametrize(("kind", "channel"), PAIRS)
def test_each_pair_renders_clean_from_a_full_debrief(kind: TaskKind, channel: Channel) -> None:
    status = "accepted" if kind.startswith("tell_") else "interviewing"
    helped = {} if kind.startswith("ask_") else {"reference": AskProgress("spoke"), "good_word": AskProgress("spoke")}
    today = AFTER if kind in WAIT else TODAY
    facts = facts_for("pe-ref" if kind in TO_A_FRIEND else "pe-ada", status=status, today=today, **helped)
    message = draft_message(kind, channel, facts)
    meant = {"promise": "blank", "look_at_rival": "attachment"}.get(kind)  # what is mine to add
    left = [found for found in check(message, reading_of(WORKBOOK, facts)) if found.check != meant]

    assert left == [], message.body
    assert "  " not in message.body
    assert "None" not in message.body
    assert bool(message.subject) == (channel == "email")


@pytest.mark.parametrize(("kind", "channel"), PAIRS)
def test_each_pair_renders_from_nothing_with_its_blanks_marked(kind: TaskKind, channel: Channel) -> None:
    message = draft_message(kind, channel, Facts(today=TODAY, dates=DAY_FIRST))

    assert blanks(message.body)
    assert "None" not in message.body
    assert not re.search(r"[{}]|\(\)|\.\.|  | ,|for the role of \.", message.body), message.body


@pytest.mark.parametrize(("kind", "channel"), PAIRS)
def test_no_draft_claims_an_interest_that_is_not_there_b1(kind: TaskKind, channel: Channel) -> None:
    body = draft_message(kind, channel, facts_for(stance="none")).body

    assert not re.search(
        r"interested|really like|love to|like to do|enjoy (?:doing|the)|see myself|part of the|"
        r"look(?:ing)? forward to the next",
        body,
    )


def test_where_no_interest_is_claimed_nothing_is_advertised_either_b1() -> None:
    body = draft_message("thank_you", "email", facts_for(stance="none")).body

    assert "nine days" not in body
    assert "alerting" not in body
    assert "glad to hear from you" not in whole("close_out", stance="none")


def test_a_pair_that_does_not_exist_names_which_do() -> None:
    with pytest.raises(NoSuchText, match="email, card, phone, message and LinkedIn"):
        draft_message("thank_you", "in_person", facts_for())


def test_three_people_met_get_three_different_notes_t2() -> None:
    bodies = [
        draft_message("thank_you", "email", facts_for(person_id)).body for person_id in ("pe-ada", "pe-ben", "pe-chi")
    ]

    assert "moving the billing from nightly batches to streaming" in bodies[0]
    assert "why the warehouse joins are slow" in bodies[1]
    assert "how new analysts find their feet" in bodies[2]
    sentences = [set(re.split(r"(?<=[.!?])\s+", body)[1:-1]) for body in bodies]
    assert not sentences[0] & sentences[1]
    assert not sentences[1] & sentences[2]


def test_a_note_restates_interest_fit_and_what_was_left_unsaid_t3() -> None:
    body = draft_message("thank_you", "email", facts_for()).body

    assert "I'd really like this job" in body
    assert "I cut the reporting time from nine days to two" in body
    assert "I forgot to mention that I set up the alerting at Northgate." in body


def test_a_story_that_they_have_not_heard_is_an_idea_beside_a_note_and_not_in_it_t3() -> None:
    message = draft_message("thank_you", "email", facts_for())

    assert "nine days late" not in message.body
    assert [note for note in message.advice if "The reports were nine days late" in note]


def test_each_person_of_a_panel_hears_another_qualification() -> None:
    claims = {facts_for(person_id).qualification for person_id in ("pe-ada", "pe-ben", "pe-chi")}

    assert len(claims) == 3


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"interest_after": "8", "leaning": "go_on"}, "keen"),
        ({"interest_after": "8", "leaning": "unsure"}, "open"),
        ({"interest_after": "5", "leaning": "unsure"}, "unknown"),
        ({"interest_after": "5"}, "open"),
        ({"interest_after": "3", "leaning": "go_on"}, "none"),
        ({"interest_after": "9", "leaning": "decline"}, "none"),
        ({"interest_after": "8", "interest_later": "2"}, "none"),
        ({"leaning": "go_on"}, "open"),
        ({}, "unknown"),
    ],
)
def test_how_much_interest_a_draft_may_claim(cells: dict[str, str], expected: str) -> None:
    row = {"id": "iv-1", "application_id": "ap-1", "state": "short", "held_at": "2026-11-19", "stage": "panel", **cells}
    interview = Interview.from_cells(row)

    assert (
        stance_of(Workbook(interviews=(interview,)), Application(id="ap-1", company="K", role="R"), interview)
        == expected
    )


@pytest.mark.parametrize("changes", [{"leaning": "unsure"}, {"leaning": None, "interest_after": None}])
def test_a_later_round_s_interest_makes_no_note_on_an_earlier_one_keen(changes: dict[str, None]) -> None:
    first = WORKBOOK.interviews[0].changed(interest_after=8, interest_later=None, outcome=None)
    later = first.changed(id="iv-k2", held_at="2026-11-20", leaning="go_on", interest_after=9)
    stance = stance_of(Workbook(interviews=(first, later)), WORKBOOK.applications[0], first)
    unsure = first.changed(**changes)

    assert stance == "keen"
    assert stance_of(Workbook(interviews=(unsure, later)), WORKBOOK.applications[0], unsure) == "open"


@pytest.mark.parametrize("position", range(6))
@pytest.mark.parametrize("stance", ["open", "unknown", "none"])
@pytest.mark.parametrize("agency", ["", "Rivet Recruiting"])
def test_without_a_keen_interest_no_note_sees_itself_in_the_job(stance: str, position: int, agency: str) -> None:
    facts = replace(facts_for(stance=stance, position=position), is_between=bool(agency))

    assert not re.search(r"see myself|love to", draft_message("thank_you", "email", facts).body)


def test_a_later_leaning_to_decline_silences_interest_for_the_earlier_round_too() -> None:
    first = WORKBOOK.interviews[0]
    later = first.changed(id="iv-k2", held_at="2026-11-20", leaning="decline", outcome=None)
    workbook = replace(WORKBOOK, interviews=(first, later))

    assert gather(workbook, TODAY, interview_id="iv-k1", person_id="pe-ada").stance == "none"


def test_if_the_debrief_has_no_interest_the_person_is_told_why_the_draft_has_none() -> None:
    assert "does not say how much" in draft_message("thank_you", "email", facts_for(stance="unknown")).advice[0]


def test_an_invitation_gives_a_reason_and_thanks_within_the_limit_t6() -> None:
    body = draft_message("connect", "linkedin", facts_for()).body

    assert "moving the billing from nightly batches to streaming" in body
    assert "stay in touch" in body
    assert "thank" in body.casefold()
    assert len(body) <= INVITATION_LIMIT


@pytest.mark.parametrize("position", range(5))
def test_an_invitation_fits_whatever_was_talked_about_t6(position: int) -> None:
    topic = "the long way from nightly batches to streaming and what it did to the people who read the numbers " * 3
    facts = facts_for(
        topic=topic, position=position, person="Maria-Magdalena von und zu Hohenberg-Wittgenstein", formality="formal"
    )
    body = draft_message("connect", "linkedin", facts).body

    assert "batches" in body or "nightly" in body or "way" in body
    assert len(body) <= INVITATION_LIMIT


def test_a_paid_account_keeps_more_of_the_topic() -> None:
    facts = facts_for(
        topic="the long way from nightly batches to streaming and what it did to the people who read the numbers every "
        "night and report them in the morning"
    )

    assert len(draft_message("connect", "linkedin", facts, premium=True).body) > len(
        draft_message("connect", "linkedin", facts).body
    )


def test_a_reference_is_briefed_on_company_role_course_questions_and_what_to_stress_r1() -> None:
    body = whole("brief_reference")

    for piece in (
        "Kestrel Mills",
        "Data Analyst",
        "I felt good about my example of the nightly batches.",
        "their main problem is that the reports come too late to act on.",
        "I told them that I cut the reporting time from nine days to two, that I have ten years of SQL and that I",
        "How do you handle a late report?",
        "If you could back that up",
    ):
        assert piece in body
    assert "Who decides?" not in body


def test_a_reference_is_asked_to_tell_when_they_are_contacted_r2() -> None:
    assert re.search(r"in touch, would you let me know\?", whole("brief_reference"))


def test_the_passed_date_is_followed_up_with_who_when_which_role_and_a_question_f3() -> None:
    body = whole("follow_up")

    assert body.startswith("My Data Analyst interview on Thursday 19 November\n")
    for piece in (
        "Grace Moreno",
        "Thursday 19 November",
        "Data Analyst",
        "Friday 27 November",
        "Is there any news yet?",
    ):
        assert piece in body


def test_somebody_who_was_not_there_learns_who_was_f3() -> None:
    body = whole(
        "follow_up", met_person=False, met_on=None, knows_me=False, person="Rita Recruiter", person_kind="recruiter"
    )

    assert "I interviewed for the Data Analyst role at Kestrel Mills on Thursday 19 November" in body
    assert "with Ada Okafor, Ben Lindqvist and Chiara Rossi" in body


@pytest.mark.parametrize("channel", TASK_KINDS["ready_to_decide"].channels)
def test_waiting_for_an_offer_asks_one_question_f5(channel: Channel) -> None:
    assert draft_message("ready_to_decide", channel, facts_for()).body.count("?") == 1


def test_a_check_in_asks_when_they_decide_and_reproaches_nothing_f6() -> None:
    body = whole("check_in")

    assert "when you'll decide" in whole("check_in", reply_by=None)
    assert "Has the timing changed" in body
    assert not re.search(r"heard|a week|waiting", body)


def test_a_close_out_ends_it_without_a_question_f6() -> None:
    assert "?" not in whole("close_out")


@pytest.mark.parametrize("channel", TASK_KINDS["tell_them_no"].channels)
def test_a_no_from_me_thanks_says_no_and_keeps_the_door_open_b1(channel: Channel) -> None:
    body = draft_message("tell_them_no", channel, facts_for(stance="none")).body

    assert "Thank you" in body
    assert "decided to withdraw" in body
    assert "paths cross again" in body


def test_a_rejection_is_answered_with_thanks_b2() -> None:
    assert "Thank you for letting me know" in whole("answer_rejection")
    assert "Your feedback is useful to me." in whole("answer_rejection", feedback="More SQL, please")


def test_an_offer_is_asked_for_in_writing_with_its_terms_o1() -> None:
    body = whole("ask_in_writing")

    for piece in (
        "in writing",
        "duties",
        "pay and benefits",
        "start date",
        "notice",
        "conditions",
        "Tuesday 1 December",
    ):
        assert piece in body


def test_a_letter_to_a_rival_draws_on_a_story_and_on_claims_and_names_no_other_company_k2() -> None:
    facts = gather(WORKBOOK, TODAY, application_id="ap-b2", extras=FULL)
    body = draft_message("look_at_rival", "email", facts).body

    assert body.startswith("Dear hiring team at Brightwater,")
    assert "I cut the reporting time" in body
    assert "nine days late" in body
    assert "Kestrel" not in body


def test_a_negotiation_names_one_wish_with_its_ground() -> None:
    body = whole("negotiate")

    assert "As I have two handovers, would a start in February be possible?" in body


def test_what_a_person_wrote_is_never_run_as_a_template() -> None:
    facts = facts_for(topic="{{ 7 * 7 }} and {% raw %}", unsaid="[x")

    assert "{{ 7 * 7 }}" in draft_message("thank_you", "email", facts).body


def test_a_signature_is_under_a_letter_as_it_was_written() -> None:
    assert whole("thank_you", signature="Grace Moreno\n+44 20 7946 0000").endswith(
        "Kind regards,\nGrace Moreno\n+44 20 7946 0000"
    )


def test_an_older_conversation_is_named_by_its_date() -> None:
    assert "on Thursday 19 November" in draft_message("thank_you", "email", facts_for(today=date(2026, 12, 2))).body
    assert "on Thursday about" in draft_message("thank_you", "email", facts_for(today=date(2026, 11, 23))).body


def test_thanks_are_shown_at_most_twice() -> None:
    for position in range(4):
        assert (
            len(
                re.findall(
                    "thank", draft_message("thank_you", "email", facts_for(position=position)).body, re.IGNORECASE
                )
            )
            <= 2
        )


def test_facts_of_unknown_ids_are_empty_and_not_an_error() -> None:
    facts = gather(WORKBOOK, TODAY, application_id="ap-x", interview_id="iv-x", person_id="pe-x")

    assert (facts.company, facts.person, facts.held_on, facts.stance) == ("", "", None, "unknown")


NOTES = ("moving the packing line to the new hall", "She asked me about working weekends")


@pytest.mark.parametrize("formality", ["formal", "ordinary", "relaxed"])
@pytest.mark.parametrize("stance", ["keen", "open", "none"])
def test_no_two_notes_of_one_interview_open_or_close_alike_t2(stance: str, formality: str) -> None:
    for note in NOTES:
        people = (facts_for(position=position, stance=stance, formality=formality, topic=note) for position in range(6))
        paragraphs = [draft_message("thank_you", "email", facts).body.split("\n\n") for facts in people]
        for part in (1, -1):
            said = [re.split(r"(?<=[.,!?])\s", text[part])[0].replace(",", "") for text in paragraphs]
            assert len(set(said)) == len(said), said


@pytest.mark.parametrize("position", range(6))
def test_a_note_of_thanks_has_at_most_120_words_however_much_was_noted(position: int) -> None:
    long = "the long way from nightly batches to streaming and what it did to people, " * 4
    facts = facts_for(position=position, topic=long, heard=(f"I led {long}",), unsaid=f"I set up {long}"[:200])

    assert len(draft_message("thank_you", "email", facts).body.split()) <= messages.NOTE_WORDS


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_role_that_is_not_noted_is_left_out(kind: TaskKind) -> None:
    for channel in TASK_KINDS[kind].channels:
        message = draft_message(kind, channel, facts_for(role="", today=AFTER if kind in WAIT else TODAY))
        assert "[the role]" not in f"{message.subject} {message.body}"
        assert not re.search(r"^\W|\W$", message.subject.strip("?]")), message.subject
        assert not re.search(r" [.,:?]|role role|  ", message.body), message.body


def test_what_a_posting_puts_behind_a_role_is_left_out() -> None:
    assert "the Data Analyst role" in draft_message("thank_you", "email", facts_for(role="Data Analyst (m/f/d)")).body


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_formal_company_reads_no_contractions(kind: TaskKind) -> None:
    for channel in TASK_KINDS[kind].channels:
        body = draft_message(kind, channel, facts_for(formality="formal", today=AFTER if kind in WAIT else TODAY)).body
        assert not re.search(r"\w'(?:m|d|ve|ll|re|t)\b|(?:it|that|there|what)'s\b", body, re.IGNORECASE), body


@pytest.mark.parametrize("position", range(6))
def test_thanks_without_a_word_on_interest_sound_like_no_withdrawal(position: int) -> None:
    told = draft_message("thank_you", "message", facts_for(stance="unknown", position=position)).body
    leaning_no = draft_message("thank_you", "message", facts_for(stance="none", position=position)).body

    wishes = ("all the best", "best wishes", "good luck", "all goes well")
    assert not any(wish in told.casefold() for wish in wishes)
    assert any(wish in leaning_no.casefold() for wish in wishes)
