"""Tonight's debrief: from the answers of three screens to one commit.

The draft's ``record_id`` is the id that the interview will have, and every other new id follows from the draft's
token: saved twice, it is once there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from random import Random
from typing import Final

from lib.english import said
from lib.practice.cards import Card
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.ids import new_id
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import Plan, split_if_then
from lib.records.plan_check import KEPT_WORDS, PlanCheck
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.record import Record
from lib.records.seal import sealed
from lib.records.vocabulary import Stage, words
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, Receipt, Store
from lib.workflows import answers as given
from lib.workflows.answers import Answers
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.drafting import Written, commit_draft
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.questions import hard_first, sort_jottings, wished_question
from lib.workflows.drafts.same_questions import not_confirmed_yet, same_field, with_topics
from lib.workflows.drafts.sections import owned_rows
from lib.workflows.entries.addressing import renamed
from lib.workflows.entries.applications import dated_application, interviewing_now, require_answers
from lib.workflows.entries.people import known_person
from lib.workflows.entries.plan_checks import checks_of, in_todays_fields, new_checks
from lib.workflows.entries.reopening import Reopening, reopening, with_reopening
from lib.workflows.entries.rounds import in_step
from lib.workflows.errors import Difference, EditedElsewhere, Incomplete
from lib.workflows.ids import stable_id

SCREENS = ("which", "asked", "next")
"""The three screens of tonight's debrief, in order."""

KIND = DEBRIEF


def begin_debrief(workbook: Workbook, interview_id: str, now: datetime, random: Random) -> Draft:
    """A fresh draft: for an interview that was entered beforehand, or, with an empty id, for a new one."""
    interview = workbook.interview(interview_id) if interview_id else None
    answers: dict[str, JsonValue] = {"date": now.date().isoformat()}
    if interview:
        answers = _known_answers(workbook, interview)
    record_id = interview.id if interview else new_id("iv", random)
    return Draft(
        id=record_id, kind=KIND, record_id=record_id, token=new_id("dt", random), screen=SCREENS[0], values=answers
    )


def _known_answers(workbook: Workbook, interview: Interview) -> dict[str, JsonValue]:
    met = [entry for entry in workbook.conversations if entry.interview_id == interview.id]
    names = {person.id: person.name for person in workbook.people}
    people: dict[str, JsonValue] = {
        given.row_field("people", entry.person_id, field): value
        for entry in met
        for field, value in (("name", names.get(entry.person_id, "")), ("talked_about", entry.talked_about))
    }
    return {
        "application": interview.application_id,
        "stage": interview.stage,
        **given.fields_of(interview),
        "people": [entry.person_id for entry in met],
        **people,
    }


def save_tonight(store: Store, draft: Draft, now: datetime, zone: tzinfo) -> Receipt:
    """Save the debrief, all of it or nothing; the draft goes with the same commit.

    Raises ``Incomplete`` where a required answer is missing, the date lies ahead or a text cannot be kept,
    ``EditedElsewhere`` where the interview was debriefed elsewhere in the meantime, and what the store raises.
    """
    return commit_draft(store, draft, now, lambda loaded: _written(loaded.workbook, draft, now, zone))


def _written(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo) -> Written:
    require_answers(draft.values, SCREENS[0])
    builder = _Tonight(workbook, in_todays_fields(workbook, draft, zone, now.date()), now, zone)
    label = f"Debrief of {builder.application.company}, {builder.application.role}"
    put, opened = with_reopening(builder.records(), builder.reopening())
    step = in_step(workbook, put, now)
    says = said(opened.sentence, step.sentence)
    return Written(label, step.put, undoable=False, says=says, along=(*opened.records, *step.along))


@dataclass(frozen=True)
class _Tonight:
    """The records that one draft makes, seen from one state of the workbook."""

    workbook: Workbook
    draft: Draft
    now: datetime
    zone: tzinfo

    @property
    def answers(self) -> Answers:
        return self.draft.values

    @property
    def application(self) -> Application:
        today = self.now.astimezone(self.zone).date()
        return dated_application(self.workbook, self.answers, self.draft.token, today, SCREENS[0])

    def records(self) -> tuple[Record, ...]:
        interview = self._interview()
        lists = (
            *self._questions(),
            *self._people_met(),
            *self._promises(),
            *self._plans(interview.held_on),
            *self._plan_checks(),
        )
        before = self.workbook.interview(self.draft.record_id)
        if before and before.is_debriefed and self.answers.get("overwrite") != "yes":
            differences = (*_differences(before, interview), *_list_differences(self.workbook, before, lists))
            if differences:
                raise EditedElsewhere(differences)
            return ()
        return (
            *interviewing_now(self.workbook, self.application, interview.held_on, self.draft.token),
            interview,
            *with_topics(self.workbook, self._questions(), self.draft.token),
            *(row for row in lists if not isinstance(row, Question)),
        )

    def reopening(self) -> Reopening:
        """What opens the application again, where it is closed and this interview was held since."""
        today = self.now.astimezone(self.zone).date()
        return reopening(self.workbook, self.application, self._when.known, self.answers, today, self.draft.token)

    @cached_property
    def _when(self) -> given.When:
        """When it was: known, and not ahead."""
        when = given.when(self.answers, self.zone, self.workbook.interview(self.draft.record_id))
        if not when.is_as_noted:
            given.require_zone(self.answers, SCREENS[0])
        if when.begins is None:
            raise Incomplete("The debrief has no day yet.", "Say when the interview was.", SCREENS[0])
        if when.begins > self.now:
            raise Incomplete(
                "The date lies ahead: an interview can be debriefed once it has begun.",
                "Correct the date, or enter it on the Debrief page as one still to come.",
                SCREENS[0],
            )
        return when

    def _interview(self) -> Interview:
        stage = given.text(self.answers, "stage")
        if stage not in words(Stage):
            raise Incomplete("The kind of interview is not said yet.", "Choose one.", SCREENS[0])
        before = self.workbook.interview(self.draft.record_id)
        scheduled = before or Interview(
            id=self.draft.record_id,
            application_id=self.application.id,
            state="scheduled",
            held_at=self._when.known,
            stage=stage,  # type: ignore[arg-type]  # one of the vocabulary, as checked above
            created_at=self.now.replace(microsecond=0),
        )
        state = before.state if before and before.is_debriefed else "short"
        cells = {**scheduled.cells(), **self._told(), "state": state, "stage": stage}
        told = scheduled.from_cells(cells | {"private_note": self._private_note(scheduled)})
        told = told.changed(
            application_id=self.application.id,
            held_at=self._when.known,
            zone=self._when.zone,
            updated_at=self.now.replace(microsecond=0),
        )
        forecast = given.text(self.answers, "forecast")
        counts = forecast and not why_no_guess(self.workbook, told)
        return sealed(told, int(forecast), self.now) if counts else told

    def _told(self) -> dict[str, str]:
        plain = ("interest_after", "went_well", "went_badly", "unsaid", "next_step", "reply_by")
        told = {field: given.text(self.answers, field) for field in plain}
        return {field: value for field, value in told.items() if value}

    def _plan_checks(self) -> tuple[PlanCheck, ...]:
        return new_checks(self.workbook, self.draft.record_id, self._when.known, self.answers)

    def _asked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions asked, and which of them were hard, the worst first."""
        questions, _ = sort_jottings(given.text(self.answers, "jotted"))
        asked = (*given.lines(self.answers, "asked"), *questions)
        return asked, hard_first(asked, given.items(self.answers, "hard"))

    def _private_note(self, before: Interview) -> str:
        """The note as it stands, and under it what was typed tonight and has no other place."""
        _, jotted = sort_jottings(given.text(self.answers, "jotted"))
        nameless = (topic for name, topic in self._rows_of_people().values() if not name)
        wish = "" if wished_question(*self._asked(), self.answers) else given.text(self.answers, "wish")
        typed = (*given.lines(self.answers, "notes"), *jotted, *nameless, *wish.splitlines())
        known = before.private_note.splitlines()
        return "\n".join((*known, *(line for line in typed if line and line not in known)))

    def _questions(self) -> tuple[Question, ...]:
        asked, hard = self._asked()
        wished, wish = wished_question(asked, hard, self.answers), given.text(self.answers, "wish")
        return tuple(
            Question(
                id=stable_id("qu", self.draft.token, str(position)),
                interview_id=self.draft.record_id,
                application_id=self.application.id,
                position=position,
                asked_by="them",
                asked=True,
                text=wording,
                tapped_hard=True if wording in hard else None,
                hard_order=hard.index(wording) + 1 if wording in hard else None,
                better_answer=wish if wording == wished else "",
                topic_id=self._topic(stable_id("qu", self.draft.token, str(position)), wording),
            )
            for position, wording in enumerate(asked, start=1)
        )

    def _topic(self, question_id: str, wording: str) -> str:
        """The earlier question that was chosen; where nobody chose, what another window has confirmed."""
        if same_field(wording) in self.answers:
            return given.text(self.answers, same_field(wording))
        rows = (row for row in self.workbook.questions if row.id == question_id and row.text == wording)
        return next((row.topic_id for row in rows), "")

    def _rows_of_people(self) -> dict[str, tuple[str, str]]:
        """Name and topic by the id of the row in which they were typed."""
        return {
            row_id: (
                given.row_text(self.answers, "people", row_id, "name"),
                given.row_text(self.answers, "people", row_id, "talked_about"),
            )
            for row_id in given.items(self.answers, "people")
        }

    def _by_row(self) -> dict[str, Person]:
        """The people by the row in which they were named; the same name in two rows is one person."""
        people: dict[str, Person] = {}
        for row_id, (name, _) in self._rows_of_people().items():
            if name:
                people[row_id] = self._person(row_id, name, tuple(people.values()))
        return people

    def _people_met(self) -> tuple[Record, ...]:
        people: dict[str, Person] = {}
        topics: dict[str, list[str]] = {}
        rows = self._rows_of_people()
        for row_id, person in self._by_row().items():
            people[person.id] = person
            topics.setdefault(person.id, []).append(rows[row_id][1])
        return tuple(
            record
            for person_id, person in people.items()
            for record in (
                person,
                Conversation(
                    interview_id=self.draft.record_id,
                    person_id=person_id,
                    talked_about="\n".join(topic for topic in given.unique(topics[person_id]) if topic),
                ),
            )
        )

    def _person(self, row_id: str, name: str, met: Sequence[Person]) -> Person:
        known = {person.id: person for person in self.workbook.people}.get(row_id) or known_person(
            (*met, *self.workbook.people), name, self.application.company
        )
        if known:
            return renamed(known, known.changed(name=name)) if known.id == row_id else known
        return Person(id=row_id, name=name, kind="interviewer", company=self.application.company)

    def _promises(self) -> tuple[Promise, ...]:
        what = given.text(self.answers, "promise")
        if not what:
            return ()
        by = given.text(self.answers, "promise_by")
        return (
            Promise(
                id=stable_id("pr", self.draft.token),
                interview_id=self.draft.record_id,
                person_id=self._promised_to(),
                what=what,
                by=date.fromisoformat(by) if by else None,
            ),
        )

    def _promised_to(self) -> str:
        """The person chosen, else the only one met; empty where several were and none was chosen."""
        met = self._by_row()
        chosen = met.get(given.text(self.answers, "promise_to"))
        only = {person.id for person in met.values()}
        return chosen.id if chosen else only.pop() if len(only) == 1 else ""

    def _plans(self, made_on: date) -> tuple[Plan, ...]:
        sentence = given.text(self.answers, "new_plan")
        if not sentence:
            return ()
        if_when, then_do = split_if_then(sentence)
        return (
            Plan(
                id=stable_id("pl", self.draft.token),
                interview_id=self.draft.record_id,
                if_when=if_when,
                then_do=then_do,
                made_on=made_on,
            ),
        )


def _differences(theirs: Interview, mine: Interview) -> tuple[Difference, ...]:
    before, after = theirs.cells(), mine.cells()
    passed_over = {"updated_at", "state", "forecast_at", "seal"}
    return tuple(
        Difference(field, after[field], before[field])
        for field in after
        if after[field] != before[field] and field not in passed_over
    )


def _list_differences(workbook: Workbook, before: Interview, mine: Sequence[Record]) -> tuple[Difference, ...]:
    names = {person.id: person.name for person in workbook.people}
    names |= {person.id: person.name for person in mine if isinstance(person, Person)}
    names |= {plan.id: plan.sentence for plan in workbook.plans}
    met = [entry for entry in workbook.conversations if entry.interview_id == before.id]
    theirs = (
        *(row for group in ("questions", "promises", "plans") for row in owned_rows(workbook, before.id, group)),
        *met,
        *checks_of(workbook, before.id),
    )
    same = not_confirmed_yet(workbook, (row for row in mine if isinstance(row, Question)))
    differences = []
    for field, model in _LISTS.items():
        here = [_line(row, names) + _same_as(row, same) for row in mine if isinstance(row, model)]
        there = [_line(row, names) for row in theirs if isinstance(row, model)]
        if not set(here) <= set(there):
            differences.append(Difference(field, "\n".join(here), "\n".join(there)))
    return tuple(differences)


_LISTS: Final[dict[str, type[Record]]] = {
    "questions": Question,
    "people": Conversation,
    "promises": Promise,
    "plans": Plan,
    "answers about plans": PlanCheck,
}


def _same_as(row: Record, same: Mapping[str, Card]) -> str:
    return f", the same as “{same[row.id].text}”" if isinstance(row, Question) and row.id in same else ""


def _line(row: Record, names: Mapping[str, str]) -> str:
    match row:
        case Question():
            order = f"hard ({row.hard_order})" if row.hard_order else "hard"
            return ", ".join(part for part in (row.text, order if row.is_hard else "", row.better_answer) if part)
        case Conversation():
            return ": ".join(part for part in (names.get(row.person_id, ""), row.talked_about) if part)
        case Promise():
            return f"{row.what}, by {row.by}" if row.by else row.what
        case Plan():
            return row.sentence
        case PlanCheck():
            return f"{names.get(row.plan_id, '')}: {KEPT_WORDS[row.kept]}"
        case _:
            return ""
