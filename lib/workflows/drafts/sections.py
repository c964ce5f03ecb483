"""The sections of a debrief that are filled in or corrected one at a time, each as flat answers.

A section covers some columns of the interview and at most one list of rows that belong to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

from lib.records.claim import Claim
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.entries import goal_answers
from lib.workflows.entries.plan_checks import check_answers
from lib.workflows.form_values import fields_of, row_field

NOT_COME_UP = "not_come_up"
"""The answer for a dimension that did not come up: a rating row without a score."""

SectionAnswers = dict[str, JsonValue]


@dataclass(frozen=True)
class Section:
    """One part of a debrief. ``columns`` are the interview's; ``group`` is the list of rows edited with them."""

    key: str
    columns: tuple[str, ...] = ()
    group: str = ""


# Drafts of earlier versions hold the mood with the lesson, and their problem with the job: both are still saved there.
SECTIONS: Final = {
    section.key: section
    for section in (
        Section(
            "basics",
            (
                *("stage", "stage_words", "format", "minutes", "last_round"),
                *("planned_minutes", "link", "place", "due_on", "handed_in_on"),
            ),
        ),
        Section("when", ("state",)),
        Section("interest", ("interest_before", "interest_after", "interest_later")),
        Section("notes", ("went_well", "went_badly", "unsaid")),
        Section("questions", group="questions"),
        Section("people", group="people"),
        Section("next", ("next_step", "reply_by", "reply_channel"), group="promises"),
        Section("plans", group="plans"),
        Section("forecast", ("forecast",)),
        Section("ratings", group="ratings"),
        Section("hard", group="questions"),
        Section("forgotten", group="questions"),
        Section(
            "job",
            (
                "energised_by",
                "worried_by",
                "their_problem",
                "resonates",
                "serves_goals",
                "this_manager",
                "leaning",
            ),
        ),
        Section("claims", group="claims"),
        Section("facts", ("pay_said", "format", "minutes", "reply_channel"), group="people"),
        Section("lesson", ("lesson", "their_problem", "mood")),
        Section("private", ("private_note", "mood")),
        Section("no", ("out_of_my_hands", "matter_of_fit", "in_my_hands"), group="plans"),
    )
}

TIMED: Final = ("basics", "when")
"""The sections in which the day and the time are edited."""

OPTIONAL: Final = ("hard", "claims", "facts", "lesson", "private")
"""What can be added once the five steps are saved, in the order offered; each is independent."""

STEPS_SECTIONS: Final = ("job", "questions", "notes", "ratings", "people")
"""What the five steps ask for, if a step may have been skipped."""

OWNED: Final[Mapping[str, tuple[type[Record], tuple[str, ...]]]] = {
    "questions": (
        Question,
        ("text", "category", "rating", "answer", "better_answer", "prepared", "topic_id", "story_id", "tapped_hard"),
    ),
    "promises": (Promise, ("what", "by", "kept_on", "person_id")),
    "claims": (Claim, ("claim", "dimension")),
    "plans": (IfThenPlan, ("if_when", "then_do")),
}
"""The lists whose rows have an id of their own and belong to one interview: model and editable columns."""


def section_answers(workbook: Workbook, interview: Interview, section: Section) -> SectionAnswers:
    """The section in the workbook."""
    cells = interview.cells()
    answers: SectionAnswers = {column: cells[column] for column in section.columns}
    if section.key in TIMED:
        answers |= fields_of(interview)
    if section.key == "basics":
        application = workbook.application(interview.application_id)
        answers["application"] = interview.application_id
        answers["company"] = application.company if application else ""
        answers["role"] = application.role if application else ""
    if section.group == "ratings":
        answers |= _rating_answers(workbook, interview)
    elif section.group == "people":
        answers |= _people_answers(workbook, interview)
    elif section.group:
        answers |= _owned_answers(workbook, interview, section.group)
    if section.key == "plans":
        answers |= check_answers(workbook, interview)
    if section.key == "job":
        answers |= goal_answers.answers_of(workbook, interview.id)
    return answers


def owned_rows(workbook: Workbook, interview_id: str, group: str) -> tuple[Record, ...]:
    """The interview's rows of one of the ``OWNED`` lists, questions in the order asked."""
    rows = [row for row in getattr(workbook, group) if row.interview_id == interview_id]
    if group == "questions":
        rows = sorted((row for row in rows if row.asked is not False), key=lambda row: row.position or len(rows) + 1)
    return tuple(rows)


def _owned_answers(workbook: Workbook, interview: Interview, group: str) -> SectionAnswers:
    rows = owned_rows(workbook, interview.id, group)
    _, columns = OWNED[group]
    answers: SectionAnswers = {group: [row.identity[0] for row in rows]}
    for row in rows:
        cells = row.cells()
        answers |= {row_field(group, row.identity[0], column): cells[column] for column in columns}
    return answers


def _people_answers(workbook: Workbook, interview: Interview) -> SectionAnswers:
    people = workbook.by_id(Person)
    met = [
        entry for entry in workbook.conversations if entry.interview_id == interview.id and entry.person_id in people
    ]
    answers: SectionAnswers = {"people": [entry.person_id for entry in met]}
    for entry in met:
        person = people[entry.person_id]
        answers[row_field("people", person.id, "name")] = person.name
        answers[row_field("people", person.id, "title")] = person.title
        answers[row_field("people", person.id, "agency")] = person.agency
        answers[row_field("people", person.id, "talked_about")] = entry.talked_about
    return answers


def _rating_answers(workbook: Workbook, interview: Interview) -> SectionAnswers:
    return {
        row_field("ratings", rating.dimension, "score"): NOT_COME_UP
        if (felt := rating.hindsight or rating.score) is None
        else str(felt)
        for rating in workbook.ratings
        if rating.interview_id == interview.id
    }


def filled_sections(workbook: Workbook, interview: Interview) -> frozenset[str]:
    """Which sections hold something already: those that can be added later, and those of the steps."""
    questions = [question for question in workbook.questions if question.interview_id == interview.id]
    job = (interview.interest_after, interview.this_manager, interview.leaning, interview.energised_by)
    facts = (interview.pay_said, interview.format, interview.minutes, interview.reply_channel)
    filled = {
        "job": any(part is not None and part != "" for part in (*job, interview.worried_by)),
        "questions": bool(questions),
        "notes": bool(interview.went_well or interview.went_badly),
        "ratings": any(row.interview_id == interview.id for row in workbook.ratings),
        "people": any(row.interview_id == interview.id for row in workbook.conversations),
        "hard": any(question.answer or question.better_answer or question.rating for question in questions),
        "claims": any(claim.interview_id == interview.id for claim in workbook.claims),
        "facts": any(fact is not None and fact != "" for fact in facts),
        "lesson": bool(interview.lesson or interview.their_problem),
        "private": bool(interview.private_note or interview.mood),
    }
    return frozenset(key for key, holds in filled.items() if holds)
