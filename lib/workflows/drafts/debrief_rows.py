"""The rows from a debrief's draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Final

from lib.capture.promised import names_another, promised_to
from lib.practice.kinds.guessing import with_guessed_kinds
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.dimension import Dimension, all_dimensions
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import IfThenPlan, split_if_then
from lib.records.plan_check import PlanCheck
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.seal import seal_forecast
from lib.records.vocabulary import Stage, words
from lib.records.workbook import Workbook
from lib.store import Draft
from lib.workflows import form_values
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.private_note import with_more
from lib.workflows.drafts.questions import hard_first, sort_jottings, wished_question
from lib.workflows.drafts.same_questions import same_field, with_topics
from lib.workflows.drafts.section_records import rating_row
from lib.workflows.entries.addressing import with_checked_salutation
from lib.workflows.entries.applications import dated_application, interviewing_now
from lib.workflows.entries.goal_answers import named_goal, rows_of
from lib.workflows.entries.outcomes import KNOWN_OUTCOMES, TOO_EARLY, status_rows
from lib.workflows.entries.people import new_person, person_of_row, split_title
from lib.workflows.entries.plan_checks import new_checks
from lib.workflows.entries.reopening import Reopening, reopening
from lib.workflows.entries.rounds import by_hand, contradicts_a_round
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

_FIRST: Final = "which"
"""The step that asks which interview it was, and so where most can be missing."""
_TOLD: Final = (
    *("interest_after", "this_manager", "leaning", "energised_by", "worried_by"),
    *("went_well", "went_badly", "unsaid", "next_step", "reply_by", "stage_words", "minutes", "pay_said"),
)


@dataclass(frozen=True)
class DebriefRows:
    """The rows that one draft makes, seen from one state of the workbook.

    Their errors are those of ``save_debrief``.
    """

    workbook: Workbook
    draft: Draft
    now: datetime
    zone: tzinfo

    @property
    def answers(self) -> FormValues:
        """The draft's answers."""
        return self.draft.values

    @cached_property
    def application(self) -> Application:
        """The application that the answers name, stored or new."""
        today = self.now.astimezone(self.zone).date()
        return dated_application(self.workbook, self.answers, self.draft.token, today, _FIRST)

    def all(self) -> tuple[Record, ...]:
        """Every row to put, with the application as this debrief leaves it."""
        lists = self.lists()
        questions = [row for row in lists if isinstance(row, Question)]
        return (
            *self._application_rows(),
            self.interview,
            *with_topics(self.workbook, questions, self.draft.token),
            *(row for row in lists if not isinstance(row, Question)),
            *self._named_goal(),
        )

    def lists(self) -> tuple[Record, ...]:
        """The rows that belong to the interview, and the people met."""
        return (
            *self._questions(),
            *self._people_met(),
            *self._promises(),
            *self._plans(self.interview.held_on),
            *self._plan_checks(),
            *self._goal_answers(),
            *self._ratings(),
        )

    def _application_rows(self) -> tuple[Record, ...]:
        """The application, interviewing by now, or as the outcome that is known already leaves it."""
        interview, token = self.interview, self.draft.token
        rows = interviewing_now(self.workbook, self.application, interview.held_on, token)
        current = next((row for row in rows if isinstance(row, Application)), self.application)
        if between := self._recruiter_id():
            rows = (*(row for row in rows if row is not current), current.changed(via_person=between))
            current = current.changed(via_person=between)
        ended = status_rows(self.workbook, current, interview, interview.outcome_on, token)
        return (*(row for row in rows if not (ended and isinstance(row, Application))), *ended)

    def _recruiter_id(self) -> str:
        """The id of the recruiter named here with their agency, if nobody is in between yet; else empty."""
        if self.application.via_person:
            return ""
        named = (
            person.id
            for row_id, person in self._by_row().items()
            if form_values.row_text(self.answers, "people", row_id, "agency")
        )
        return next(named, "")

    def require_first_step(self) -> None:
        """Raise ``Incomplete`` if the first step lacks something, or its day or outcome can't be."""
        _ = (self._when, self.interview)

    def reopening(self) -> Reopening:
        """What opens the application again, if it is closed and this interview was held since."""
        today = self.now.astimezone(self.zone).date()
        return reopening(self.workbook, self.application, self._when.known, self.answers, today, self.draft.token)

    @cached_property
    def _when(self) -> form_values.InterviewTime:
        """When it was: known, and not ahead."""
        when = form_values.when(self.answers, self.zone, self.workbook.interview(self.draft.record_id))
        if not when.is_as_noted:
            form_values.require_zone(self.answers, _FIRST)
        if when.begins is None:
            raise Incomplete("The debrief has no date yet.", "Say when the interview was.", _FIRST)
        if when.begins > self.now:
            raise Incomplete(
                "This date is still to come: you can debrief an interview once it has started.",
                "Correct the date, or save it as one coming up.",
                _FIRST,
            )
        return when

    @cached_property
    def interview(self) -> Interview:
        """The interview with all its answers."""
        stage = form_values.text(self.answers, "stage")
        if stage not in words(Stage):
            raise Incomplete("The type of interview is missing.", "Choose one.", _FIRST)
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
        cells = {**scheduled.cells(), **self._typed_fields(), "state": state, "stage": stage}
        held = scheduled.from_cells(cells | {"private_note": self._private_note(scheduled)})
        held = held.changed(
            application_id=self.application.id,
            held_at=self._when.known,
            zone=self._when.zone,
            updated_at=self.now.replace(microsecond=0),
        )
        held = self._with_outcome(held)
        forecast = form_values.text(self.answers, "forecast")
        counts = forecast and not why_no_guess(self.workbook, held)
        return seal_forecast(held, int(forecast), self.now) if counts else held

    def _typed_fields(self) -> dict[str, str]:
        typed = {field: form_values.text(self.answers, field) for field in _TOLD}
        if form_values.text(self.answers, "stage") != "other":
            typed["stage_words"] = ""
        return {field: value for field, value in typed.items() if value}

    def _with_outcome(self, held: Interview) -> Interview:
        """It with the outcome that was known when it was written down; its day may not be known."""
        outcome, on = form_values.text(self.answers, "outcome"), form_values.text(self.answers, "outcome_on")
        if outcome not in KNOWN_OUTCOMES:
            return held
        day = date.fromisoformat(on) if on else None
        if day and day < held.held_on:
            raise Incomplete(TOO_EARLY, "Correct the date.", _FIRST)
        if day and day > self.now.astimezone(self.zone).date():
            raise Incomplete("The outcome is dated in the future.", "Correct the date.", _FIRST)
        known = held.changed(outcome=outcome, outcome_on=day)
        return by_hand(known) if contradicts_a_round(self.workbook, known) else known

    def _ratings(self) -> tuple[Rating, ...]:
        before = {row.dimension: row for row in self.workbook.ratings if row.interview_id == self.draft.record_id}
        scores = {each.key: form_values.row_text(self.answers, "ratings", each.key, "score") for each in self._skills()}
        return tuple(
            rating_row(before.get(key), key, int(score), self.interview, self.now)
            for key, score in scores.items()
            if score in ("1", "2", "3", "4", "5")
        )

    def _skills(self) -> tuple[Dimension, ...]:
        return all_dimensions(self.workbook.dimensions)

    def _named_goal(self) -> tuple[Goal, ...]:
        goal = named_goal(self.answers, self.draft.token)
        return (goal,) if goal and not self.workbook.goals else ()

    def _goal_answers(self) -> tuple[GoalAnswer, ...]:
        return rows_of(self.draft.record_id, (*self.workbook.goals, *self._named_goal()), self.answers)

    def _plan_checks(self) -> tuple[PlanCheck, ...]:
        return new_checks(self.workbook, self.draft.record_id, self._when.known, self.answers)

    def _asked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions asked, and which of them were hard, the worst first."""
        questions, _ = sort_jottings(form_values.text(self.answers, "jotted"))
        asked = (*form_values.lines(self.answers, "asked"), *questions)
        return asked, hard_first(asked, form_values.items(self.answers, "hard"))

    def _private_note(self, before: Interview) -> str:
        """The stored note, and under it what was typed and has no other place."""
        _, jotted = sort_jottings(form_values.text(self.answers, "jotted"))
        nameless = (topic for name, topic in self._rows_of_people().values() if not name)
        wish = "" if wished_question(*self._asked(), self.answers) else form_values.text(self.answers, "wish")
        wished = (f"What I wish I'd said: {line}" for line in wish.splitlines() if line)
        typed = with_more(form_values.lines(self.answers, "notes"), (*jotted, *nameless, *wished))
        known = before.private_note.splitlines()
        return "\n".join((*known, *(line for line in typed if line and line not in known)))

    def _questions(self) -> tuple[Question, ...]:
        """What they asked, each with the kind that its wording tells; made before any outcome is looked at. Then what I
        asked them."""
        asked, hard = self._asked()
        wished, wish = wished_question(asked, hard, self.answers), form_values.text(self.answers, "wish")
        typed = (
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
        return (*with_guessed_kinds(self.workbook, typed), *self._asked_by_me(len(asked)))

    def _asked_by_me(self, theirs: int) -> Iterator[Question]:
        """What I asked them, behind ``theirs``."""
        mine = form_values.unique(form_values.lines(self.answers, "asked_them"))
        for position, wording in enumerate(mine, start=theirs + 1):
            yield Question(
                id=stable_id("qu", self.draft.token, f"me {position}"),
                interview_id=self.draft.record_id,
                application_id=self.application.id,
                position=position,
                asked_by="me",
                asked=True,
                text=wording,
            )

    def _topic(self, question_id: str, wording: str) -> str:
        """The earlier question that was chosen; if nobody chose, what another window has confirmed."""
        if same_field(wording) in self.answers:
            return form_values.text(self.answers, same_field(wording))
        rows = (row for row in self.workbook.questions if row.id == question_id and row.text == wording)
        return next((row.topic_id for row in rows), "")

    def _rows_of_people(self) -> dict[str, tuple[str, str]]:
        """Name and topic by the id of their row in the form."""
        return {
            row_id: (
                split_title(form_values.row_text(self.answers, "people", row_id, "name"))[0],
                form_values.row_text(self.answers, "people", row_id, "talked_about"),
            )
            for row_id in form_values.items(self.answers, "people")
        }

    def _by_row(self) -> dict[str, Person]:
        """The people by the row they were typed in; the same name in two rows is one person."""
        people: dict[str, Person] = {}
        for row_id, (name, _) in self._rows_of_people().items():
            if name:
                met = self._person(row_id, name, tuple(people.values()))
                _, title = split_title(form_values.row_text(self.answers, "people", row_id, "name"))
                people[row_id] = met.changed(title=title or met.title)
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
                    talked_about="\n".join(topic for topic in form_values.unique(topics[person_id]) if topic),
                ),
            )
        )

    def _person(self, row_id: str, name: str, met: Sequence[Person]) -> Person:
        company, agency = self.application.company, form_values.row_text(self.answers, "people", row_id, "agency")
        known = person_of_row(self.workbook, self.answers, row_id, self.application, company, met)
        if known is None:
            return new_person(row_id, name, company, agency)
        called = with_checked_salutation(known, known.changed(name=name)) if known.id == row_id else known
        return called.changed(agency=agency or called.agency)

    def _promises(self) -> tuple[Promise, ...]:
        return tuple(
            Promise(
                id=row_id,
                interview_id=self.draft.record_id,
                person_id=self._promised_to(row_id),
                what=what,
                by=date.fromisoformat(by) if by else None,
            )
            for row_id in form_values.items(self.answers, "promises")
            if (what := form_values.row_text(self.answers, "promises", row_id, "what"))
            for by in (form_values.row_text(self.answers, "promises", row_id, "by"),)
        )

    def _promised_to(self, row_id: str) -> str:
        """The person chosen, else the one met whom the words name, else the only one met unless the words name somebody
        else; empty if several were met and the words name none of them."""
        met = self._by_row()
        chosen = met.get(form_values.row_text(self.answers, "promises", row_id, "person_id"))
        what = form_values.row_text(self.answers, "promises", row_id, "what")
        known = {person.id: person.name for person in met.values()}
        if chosen or len(known) != 1:
            return chosen.id if chosen else promised_to(what, known)
        ((person_id, name),) = known.items()
        return "" if names_another(what, f"{name} {self.application.company}") else person_id

    def _plans(self, made_on: date) -> tuple[IfThenPlan, ...]:
        sentence = form_values.text(self.answers, "new_plan")
        if not sentence:
            return ()
        if_when, then_do = split_if_then(sentence)
        return (
            IfThenPlan(
                id=stable_id("pl", self.draft.token),
                interview_id=self.draft.record_id,
                if_when=if_when,
                then_do=then_do,
                made_on=made_on,
            ),
        )
