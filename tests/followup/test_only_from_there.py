"""A letter's facts come from that process and that person; facts from elsewhere are ideas beside it."""

from dataclasses import replace
from datetime import date

import pytest

from lib.followup.facts import Extras, Facts
from lib.followup.messages import draft_message
from lib.followup.thanks import unsaid_points
from lib.records.blank_notes import is_blank_note
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.person import Person
from lib.records.question import Question
from lib.records.vocabulary import TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK
from tests.followup.searches import snapshot

NEWSLETTER = "I have run a weekly newsletter"
AT_BRIGHTWATER = WORKBOOK.interviews[0].changed(id="iv-b1", application_id="ap-b2", held_at="2026-11-12", unsaid="")
DIEGO = Person(id="pe-diego", name="Diego Santos", kind="hiring_manager", company="Brightwater")
TWO = replace(
    WORKBOOK,
    people=(*WORKBOOK.people, DIEGO),
    interviews=(AT_BRIGHTWATER, *WORKBOOK.interviews),
    conversations=(
        *WORKBOOK.conversations,
        Conversation(interview_id="iv-b1", person_id="pe-diego", talked_about="the closing of the Leeds depot"),
    ),
    claims=(Claim(id="cl-n", interview_id="iv-b1", claim=NEWSLETTER),),
)
"""At Brightwater they talked about a newsletter; at Kestrel I made no claim."""


def facts(book: Workbook = TWO, interview_id: str = "iv-k1", person_id: str = "pe-ada", application: str = "") -> Facts:
    return gather(book, TODAY, application_id=application, interview_id=interview_id, person_id=person_id)


def body(kind: TaskKind, known: Facts, channel: str = "email") -> str:
    return draft_message(kind, channel, known).body  # type: ignore[arg-type]


def second_round(*claims: str, **changes: object) -> Workbook:
    """A second round at Kestrel, with Chiara alone."""
    later = WORKBOOK.interviews[0].changed(id="iv-k2", held_at="2026-11-20T10:00:00+00:00", **changes)
    return replace(
        TWO,
        interviews=(*TWO.interviews, later),
        conversations=(
            *TWO.conversations,
            Conversation(interview_id="iv-k2", person_id="pe-chi", talked_about="the budget of the team"),
        ),
        claims=(*TWO.claims, *(Claim(id=f"cl-{text}", interview_id="iv-k2", claim=text) for text in claims)),
    )


def test_a_note_does_not_mention_again_what_was_said_at_another_company() -> None:
    message = draft_message("thank_you", "email", facts())

    assert "newsletter" not in message.body
    assert "As I mentioned" not in message.body


def test_what_was_said_at_another_company_is_an_idea_beside_the_note() -> None:
    advice = draft_message("thank_you", "email", facts()).advice

    assert [note for note in advice if NEWSLETTER in note and "not in the draft" in note]


def test_at_the_company_where_it_was_said_the_note_does_mention_it() -> None:
    assert "As I mentioned, I have run a weekly newsletter." in body(
        "thank_you", facts(person_id="pe-diego", interview_id="iv-b1")
    )


def test_what_the_second_round_heard_was_not_mentioned_to_the_first_one() -> None:
    book = second_round("I speak Dutch")

    assert "Dutch" not in body("thank_you", facts(book, "iv-k1", "pe-ada"))
    assert "As I said, I speak Dutch, and" in body("thank_you", facts(book, "iv-k2", "pe-chi"))


def test_who_was_there_in_both_rounds_may_be_reminded_of_the_first_one() -> None:
    book = second_round()
    told = Claim(id="cl-first", interview_id="iv-k1", claim="Ten years of SQL")

    assert facts(replace(book, claims=(told,)), "iv-k2", "pe-chi").heard == ("Ten years of SQL",)
    assert facts(replace(book, claims=(told,)), "iv-k2", "pe-ada").heard == ()


@pytest.mark.parametrize("kind", ["close_out", "answer_rejection"])
def test_a_conversation_is_named_only_to_the_person_it_was_held_with(kind: TaskKind) -> None:
    status = {"answer_rejection": "rejected"}.get(kind, "interviewing")
    book = second_round(reply_by=None)
    ada, chi = (
        body(kind, replace(facts(book, "iv-k2", person_id), status=status, today=date(2026, 12, 7)))  # type: ignore[arg-type]
        for person_id in ("pe-ada", "pe-chi")
    )

    assert "budget" in chi
    assert "budget" not in ada
    assert "billing" in ada


def test_a_recruiter_who_was_not_there_is_told_of_the_interview_and_not_of_our_conversation() -> None:
    rita = Person(id="pe-rita", name="Rita Marsh", kind="recruiter", company="Kestrel Mills")
    known = facts(replace(WORKBOOK, people=(*WORKBOOK.people, rita)), "iv-k1", "pe-rita")

    for channel in ("email", "message", "linkedin"):
        message = draft_message("unsaid_point", channel, known)  # type: ignore[arg-type]
        assert "our conversation" not in f"{message.subject} {message.body}".casefold()
        assert "spoke" not in message.body
        assert "alerting" in message.body


def test_a_promise_to_somebody_who_was_not_there_does_not_claim_that_we_spoke() -> None:
    known = replace(facts(WORKBOOK, "iv-k1", "pe-ref"), extras=Extras(promised="the notebook"))

    assert "we spoke" not in body("promise", known)
    assert "the notebook" in body("promise", known)


def test_a_note_for_an_interview_that_is_still_being_written_down_takes_nothing_from_an_earlier_round() -> None:
    known = gather(WORKBOOK, TODAY, application_id="ap-a1", interview_id="iv-draft", person_id="pe-ada")

    assert known.company == "Kestrel Mills"
    assert (known.held_on, known.unsaid, known.topic, known.heard) == (None, "", "", ())


def test_an_interview_of_another_application_counts_for_nothing_here() -> None:
    known = gather(TWO, TODAY, application_id="ap-a1", interview_id="iv-b1", person_id="pe-diego")

    assert (known.company, known.held_on, known.topic) == ("Kestrel Mills", None, "")


def test_a_reference_is_told_what_was_asked_and_not_what_was_only_prepared() -> None:
    prepared = Question(id="qu-0", interview_id="iv-k1", position=1, prepared=True, text="Why did you leave Northgate?")
    known = facts(replace(WORKBOOK, questions=(prepared, *WORKBOOK.questions)), person_id="pe-ref")

    assert "Northgate" not in body("brief_reference", known)
    assert "How do you handle a late report?" in body("brief_reference", known)


def test_a_reference_is_not_asked_to_stress_what_was_said_elsewhere_but_i_get_the_idea() -> None:
    message = draft_message("brief_reference", "email", facts(person_id="pe-ref"))

    assert "newsletter" not in message.body
    assert "[what you said about yourself]" in message.body
    assert [note for note in message.advice if NEWSLETTER in note]


@pytest.mark.parametrize(("kind", "person_id"), [("look_at_rival", ""), ("ask_contact", "pe-ref")])
def test_a_letter_that_claims_no_conversation_names_a_strength_as_my_own(kind: TaskKind, person_id: str) -> None:
    text = body(kind, facts(interview_id="", application="ap-a1", person_id=person_id))

    assert "I have run a weekly newsletter" in text
    assert "mentioned" not in text


@pytest.mark.parametrize(
    "claim",
    [
        "I know Brightwater's depots by heart",
        "Diego Santos has seen my plans",
        "I have used your timetable for years",
        "I have never led a team",
        "No driving licence",
        "I can't work nights",
    ],
)
@pytest.mark.parametrize("kind", ["look_at_rival", "ask_contact"])
def test_what_names_another_company_speaks_to_it_or_denies_is_no_strength(kind: TaskKind, claim: str) -> None:
    book = replace(TWO, claims=(Claim(id="cl-1", interview_id="iv-b1", claim=claim),))
    known = facts(book, interview_id="", application="ap-a1", person_id="pe-ref")

    assert known.strengths == ()
    assert claim[5:] not in body(kind, known)


@pytest.mark.parametrize(
    "claim", ["Moved the depot without a day lost", "I write not only SQL but Python", "Cut faults to 0"]
)
def test_a_strength_stays_one_where_a_small_word_only_looks_like_a_denial(claim: str) -> None:
    book = replace(TWO, claims=(Claim(id="cl-1", interview_id="iv-b1", claim=claim),))

    assert facts(book, interview_id="", application="ap-a1").strengths == (claim,)


def test_a_shortcoming_that_i_admitted_is_not_held_up_in_a_note() -> None:
    claims = (Claim(id="cl-1", interview_id="iv-k1", claim="I have no experience with SAP"), *WORKBOOK.claims)

    assert "SAP" not in body("thank_you", facts(replace(WORKBOOK, claims=claims)))


@pytest.mark.parametrize("nothing", ["no", "Nothing.", "-", "None", "n/a", "Can’t think of anything", "nothing really"])
def test_an_empty_note_adds_nothing_to_a_letter_and_asks_for_none(nothing: str) -> None:
    interview = WORKBOOK.interviews[0].changed(
        unsaid=nothing, went_well=nothing, their_problem=nothing, feedback=nothing
    )
    book = replace(WORKBOOK, interviews=(interview,))

    assert is_blank_note(nothing)
    assert "mention " not in body("thank_you", facts(book))
    assert "went well" not in body("brief_reference", facts(book, person_id="pe-ref"))
    assert "Your feedback" not in body("answer_rejection", facts(book))
    assert list(unsaid_points(snapshot(replace(book, conversations=()), "2026-11-19 19:00"))) == []


@pytest.mark.parametrize(
    "words", ["No notice period to serve", "None of my projects was late", "Nothing beats their team"]
)
def test_a_note_that_begins_with_no_is_not_nothing(words: str) -> None:
    assert not is_blank_note(words)


@pytest.mark.parametrize(
    "note",
    [
        "We did not get to the budget",
        "didn't talk about the budget",
        "No time for the budget",
        "never spoke of the budget",
        "HR lady",
        "Hiring manager",
    ],
)
def test_what_was_not_talked_about_is_no_topic(note: str) -> None:
    (first, *others) = WORKBOOK.conversations
    book = replace(WORKBOOK, conversations=(first.changed(person_id="pe-ada", talked_about=note), *others[1:]))

    assert note.split()[-1] not in body("thank_you", facts(book))
    assert "[what we talked about]" in body("thank_you", facts(book))


def test_what_they_do_not_have_is_a_topic_all_the_same() -> None:
    book = replace(
        WORKBOOK,
        conversations=(Conversation(interview_id="iv-k1", person_id="pe-ada", talked_about="why there are no tests"),),
    )

    assert "why there are no tests" in body("thank_you", facts(book))


@pytest.mark.parametrize(
    "note",
    [
        "I forgot to mention that I set up the alerting",
        "didn't say I set up the alerting",
        "I should have told them that I set up the alerting",
        "Did not get to mention that I set up the alerting.",
        "That I set up the alerting",
    ],
)
def test_a_point_left_unsaid_is_told_without_saying_that_it_was_left_out(note: str) -> None:
    book = replace(WORKBOOK, interviews=(WORKBOOK.interviews[0].changed(unsaid=note),))

    assert "I forgot to mention that I set up the alerting." in body("thank_you", facts(book))


def test_after_the_date_they_named_a_check_in_does_not_show_that_none_was_named() -> None:
    text = body("check_in", replace(facts(WORKBOOK), today=date(2026, 12, 7)))

    assert "Friday 27 November" in text
    assert "set a date" not in text


def test_a_date_by_which_they_did_answer_is_not_held_up_to_them() -> None:
    interview = WORKBOOK.interviews[0].changed(outcome="advanced", outcome_on="2026-11-27")
    text = body("check_in", facts(replace(WORKBOOK, interviews=(interview,))))

    assert "27 November" not in text
    assert "I don't think we set a date for the next step" in text


def test_two_people_of_one_name_each_hear_of_their_own_conversation() -> None:
    other_ada = Person(id="pe-ada-2", name="Ada Okafor", kind="interviewer", company="Brightwater")
    talk = Conversation(interview_id="iv-b1", person_id="pe-ada-2", talked_about="the closing of the Leeds depot")
    book = replace(TWO, people=(other_ada, *TWO.people), conversations=(talk, *TWO.conversations))

    assert "Leeds" not in body("thank_you", facts(book, "iv-k1", "pe-ada"))
    assert "Leeds" in body("thank_you", facts(book, "iv-b1", "pe-ada-2"))


def test_no_way_home_is_told_of_where_nobody_travelled() -> None:
    assert "way home" not in body("thank_you", replace(facts(WORKBOOK), position=3))


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("Their move away from spreadsheets; he hates them", "your move away from spreadsheets"),
        ("The ERP change (she seemed unsure)", "the ERP change"),
        ("the two rosters - a mess, I think", "the two rosters"),
        ("how they plan shifts", "how you plan shifts"),
        ("I asked about the new hall", "the new hall"),
        ("she told me about the new hall", "the new hall"),
        ("how new analysts find their feet", "how new analysts find their feet"),
        ("a long-term contract", "a long-term contract"),
        ("IT security", "IT security"),
        ("Her plans for the depot", "your plans for the depot"),
    ],
)
def test_a_topic_is_told_to_the_person_without_what_is_not_meant_for_them(note: str, read: str) -> None:
    talk = Conversation(interview_id="iv-k1", person_id="pe-ada", talked_about=note)
    text = body("close_out", replace(facts(replace(WORKBOOK, conversations=(talk,))), today=date(2026, 12, 7)))

    hear = read if read.startswith("how ") else f"about {read}"
    assert f"It was helpful to hear {hear}.\n" in text


@pytest.mark.parametrize("note", ["He hates spreadsheets", "it's a small team", "we get on", "I liked her"])
def test_a_statement_is_no_topic_and_leaves_a_blank(note: str) -> None:
    talk = Conversation(interview_id="iv-k1", person_id="pe-ada", talked_about=note)

    assert "[what we talked about]" in body("thank_you", facts(replace(WORKBOOK, conversations=(talk,))))


def test_to_an_agency_they_are_not_you() -> None:
    people = tuple(person.changed(company="Agency Ltd") for person in WORKBOOK.people)
    talk = Conversation(interview_id="iv-k1", person_id="pe-ada", talked_about="how they plan shifts")
    book = replace(WORKBOOK, people=people, conversations=(talk,))

    assert "how they plan shifts" in body("thank_you", facts(book))


def test_one_point_left_unsaid_is_its_first_sentence_without_the_remark_that_follows() -> None:
    note = "- I ran the Leeds move with 3.5 tons a day. Nobody asked.\nAlso: parking"
    book = replace(WORKBOOK, interviews=(WORKBOOK.interviews[0].changed(unsaid=note),))

    assert "I forgot to mention that I ran the Leeds move with 3.5 tons a day.\n" in body("thank_you", facts(book))


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("send her the shift template", "I'm sending you the shift template."),
        ("Send the link to the talk.", "I'm sending you the link to the talk."),
        ("two references", "I'm sending you two references."),
        ("call Tom about the van", "I promised to call Tom about the van. I'm getting back to you on that."),
    ],
)
def test_a_promise_is_recalled_in_everyday_words(what: str, sentence: str) -> None:
    known = replace(facts(WORKBOOK), extras=Extras(promised=what))

    assert sentence in body("promise", known)
    assert "promised" in draft_message("promise", "email", known).subject


def test_after_an_offer_a_note_does_not_go_on_selling() -> None:
    assert "As I mentioned" in body("thank_you", facts(WORKBOOK))
    assert "As I mentioned" not in body("thank_you", replace(facts(WORKBOOK), status="offer"))
