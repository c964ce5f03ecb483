"""From a section's answers to the records to put and to remove."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from lib.dates import day_of
from lib.insight.hindsight import was_rated_afterwards
from lib.practice.kinds.guessing import with_guessed_kinds
from lib.records.application import Application, same_company
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.question import HARD, Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.reschedules import reschedule_of
from lib.records.seal import seal_forecast
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.same_questions import with_topics
from lib.workflows.drafts.sections import NOT_COME_UP, OWNED, TIMED, Section, owned_rows
from lib.workflows.entries.addressing import with_checked_salutation
from lib.workflows.entries.goal_answers import answer_field, named_goal
from lib.workflows.entries.goal_answers import rows_of as goal_rows
from lib.workflows.entries.moving import is_moved, move_to_application
from lib.workflows.entries.outcomes import TOO_EARLY
from lib.workflows.entries.people import new_person, person_of_row, split_title
from lib.workflows.entries.plan_checks import corrected_checks, without_plans
from lib.workflows.entries.take_homes import asked_again, require_dates
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

PutRemove = tuple[tuple[Record, ...], tuple[Record, ...]]


def section_records(
    workbook: Workbook,
    interview: Interview,
    section: Section,
    answers: FormValues,
    token: str,
    now: datetime,
    zone: tzinfo,
) -> PutRemove:
    """The records that the answers make, and those that they take away; rows that stay as they are are left out."""
    with_checks, checks, gone_checks = corrected_checks(workbook, interview, answers)
    edited = _interview(workbook, with_checks, section, answers, now, zone)
    put: list[Record] = [edited, *checks]
    remove: Sequence[Record] = ()
    if section.key == "basics" and is_moved(interview, answers):
        put, remove = move_to_application(workbook, edited, answers, token, now.astimezone(zone).date())
    elif section.key == "basics":
        put += _application(workbook, interview, answers)
    if section.key in TIMED:
        put += _history(workbook, interview, put, token, now.astimezone(zone).date())
    if section.key == "job":
        rows, remove = _goals(workbook, interview, answers, token)
        put += rows
    if section.group == "ratings":
        rows, remove = _ratings(workbook, interview, answers, now)
        put += rows
    elif section.group == "people":
        rows, remove = _people(workbook, interview, answers)
        put += rows
    elif section.group:
        rows, remove = _owned(workbook, interview, section.group, answers)
        asked = [_without_gone_story(workbook, row) for row in rows if isinstance(row, Question)]
        put += with_topics(workbook, _sorted_where_new(workbook, asked), token, remove) if asked else rows
    if gone_plans := {row.id for row in remove if isinstance(row, IfThenPlan)}:
        changed, lost = without_plans(workbook, gone_plans, interview.id)
        put, remove = [*put, *changed], [*remove, *lost]
    before = set(workbook)
    return tuple(record for record in put if record not in before), (*remove, *gone_checks)


def _interview(
    workbook: Workbook, interview: Interview, section: Section, answers: FormValues, now: datetime, zone: tzinfo
) -> Interview:
    plain = [column for column in section.columns if column != "forecast"]
    typed = {column: form_values.text(answers, column) for column in plain}
    if section.key == "basics" and typed["stage"] != "other":
        typed["stage_words"] = ""
    changed = interview.from_cells({**interview.cells(), **typed})
    if section.key in TIMED:
        when = form_values.when(answers, zone, interview)
        if not when.is_as_noted:
            form_values.require_zone(answers)
        if when.begins is None:
            raise Incomplete("The interview has no date.", "Only company, role, date and type are needed.")
        if interview.is_debriefed and when.begins > now:
            raise Incomplete(
                "The date is in the future, but this interview already has a debrief.", "Correct the date."
            )
        today = now.astimezone(zone).date()
        if changed.state == "scheduled" != interview.state and day_of(when.known) < today:
            raise Incomplete("That day has passed.", "Choose the new day.")
        require_dates(answers, day_of(when.known), today)
        if not when.is_as_noted and interview.outcome_on and interview.outcome_on < day_of(when.known):
            raise Incomplete(TOO_EARLY, "Correct the date of the interview, or of the outcome.")
        changed = changed.changed(held_at=when.known, zone=when.zone)
    if "forecast" in section.columns and (forecast := form_values.text(answers, "forecast")):
        changed = changed if why_no_guess(workbook, interview) else seal_forecast(changed, int(forecast), now)
    if "interest_later" in plain and changed.interest_later != interview.interest_later:
        changed = changed.changed(interest_later_at=now.replace(microsecond=0))
    return interview if changed == interview else changed.changed(updated_at=now.replace(microsecond=0))


def _history(workbook: Workbook, before: Interview, put: Sequence[Record], token: str, today: date) -> list[Record]:
    """What follows from the new times: when it was to be before, and a take-home that isn't handed in after all."""
    after = next((row for row in put if isinstance(row, Interview) and row.id == before.id), before)
    move = reschedule_of(before, after, today, stable_id("ac", token, "interview_moved"))
    return [*([move] if move else []), *asked_again(workbook, before, after)]


def _application(workbook: Workbook, interview: Interview, answers: FormValues) -> list[Record]:
    company, role = form_values.text(answers, "company"), form_values.text(answers, "role")
    application = workbook.application(interview.application_id)
    if application is None:
        return []
    if not company or not role:
        raise Incomplete("Company and role can't be empty.", "Only company, role, date and type are needed.")
    return [application.changed(company=company, role=role), *_people_there(workbook, application, company)]


def _people_there(workbook: Workbook, application: Application, company: str) -> list[Record]:
    """The people met at the company take its corrected name along, unless another application still bears the old."""
    old = application.company
    others = (entry for entry in workbook.applications if entry.id != application.id)
    if any(same_company(entry.company, old) for entry in others):
        return []
    return [person.changed(company=company) for person in workbook.people if same_company(person.company, old)]


def _goals(
    workbook: Workbook, interview: Interview, answers: FormValues, token: str
) -> tuple[list[Record], list[Record]]:
    """The goal that was named, the answers about all, and those that were emptied."""
    goal = named_goal(answers, token)
    named = [goal] if goal and not workbook.goals else []
    rows = goal_rows(interview.id, (*workbook.goals, *named), answers)
    kept = {row.goal_id for row in rows}
    before = (row for row in workbook.goal_answers if row.interview_id == interview.id)
    taken_back: list[Record] = [
        row for row in before if row.goal_id not in kept and answer_field(row.goal_id) in answers
    ]
    return [*named, *rows], taken_back


def _ratings(
    workbook: Workbook, interview: Interview, answers: FormValues, now: datetime
) -> tuple[list[Record], list[Record]]:
    before = {rating.dimension: rating for rating in workbook.ratings if rating.interview_id == interview.id}
    rated: list[Record] = []
    taken_back: list[Record] = []
    for field in answers:
        if not (field.startswith("ratings.") and field.endswith(".score")):
            continue
        dimension = field.removeprefix("ratings.").removesuffix(".score")
        word, rating = form_values.text(answers, field), before.get(dimension)
        if word:
            score = None if word == NOT_COME_UP else int(word)
            rated.append(rating_row(rating, dimension, score, interview, now))
        elif rating and interview.outcome_is_known and rating.score and not was_rated_afterwards(rating, interview):
            rated.append(rating.changed(hindsight=None))  # what was felt before the outcome stays
        elif rating:
            taken_back.append(rating)
    return rated, taken_back


def rating_row(before: Rating | None, dimension: str, score: int | None, interview: Interview, now: datetime) -> Rating:
    """The rating as a save leaves it. ``interview`` is as the same save leaves it: an outcome given with it is known.

    A number from before the outcome stays when it is changed afterwards, the new one beside it.
    """
    knows, at = interview.outcome_is_known, now.replace(microsecond=0)
    if before is None:
        return Rating(interview_id=interview.id, dimension=dimension, score=score, rated_at=at, afterwards=knows)
    if score == (before.score if before.hindsight is None else before.hindsight):
        return before
    if knows and before.score is not None and not was_rated_afterwards(before, interview):
        return before.changed(hindsight=None if score == before.score else score)
    first_at = before.rated_at if before.rated_at and before.value is not None else at
    return before.changed(score=score, hindsight=None, rated_at=first_at, afterwards=knows)


def _people(workbook: Workbook, interview: Interview, answers: FormValues) -> tuple[list[Record], list[Record]]:
    people = workbook.by_id(Person)
    met = {entry.person_id: entry for entry in workbook.conversations if entry.interview_id == interview.id}
    application = workbook.application(interview.application_id)
    company = workbook.company_of(interview.application_id)
    rows: dict[str, tuple[Person, Conversation]] = {}
    for row_id in form_values.items(answers, "people"):
        name, _ = split_title(form_values.row_text(answers, "people", row_id, "name"))
        if not name:
            continue
        known = tuple(person for person, _ in rows.values())
        person = person_of_row(workbook, answers, row_id, application, company, known)
        person = person or new_person(row_id, name, company, form_values.row_text(answers, "people", row_id, "agency"))
        said = rows[person.id][1].talked_about if person.id in rows else ""
        topic = form_values.row_text(answers, "people", row_id, "talked_about")
        talked = met.get(person.id) or Conversation(interview_id=interview.id, person_id=person.id)
        rows[person.id] = (
            _told_of(person, row_id, answers),
            talked.changed(talked_about="\n".join(form_values.unique(part for part in (said, topic) if part))),
        )
    taken_off: list[Record] = [
        entry for person_id, entry in met.items() if person_id not in rows and person_id in people
    ]
    return [record for pair in rows.values() for record in pair], taken_off


def _told_of(person: Person, row_id: str, answers: FormValues) -> Person:
    """The person with the row's values; a name typed again for someone known adds and removes nothing. A title behind
    a name that was typed counts where none is beside it.
    """
    typed = {field: form_values.row_text(answers, "people", row_id, field) for field in ("name", "title", "agency")}
    held = {field for field in typed if form_values.row_field("people", row_id, field) in answers}
    if typed["name"] != person.name:
        typed["name"], title = split_title(typed["name"])
        typed["title"] = typed["title"] or title
        held |= {"title"} if title else set()
    if person.id != row_id:
        return person.changed(title=typed["title"] or person.title, agency=typed["agency"] or person.agency)
    return with_checked_salutation(person, person.changed(**{field: typed[field] for field in held}))


def _owned(
    workbook: Workbook, interview: Interview, group: str, answers: FormValues
) -> tuple[list[Record], list[Record]]:
    model, columns = OWNED[group]
    before = {row.identity[0]: row for row in owned_rows(workbook, interview.id, group)}
    last = max((row.hard_order or 0 for row in before.values() if isinstance(row, Question)), default=0)
    put: list[Record] = []
    for position, row_id in enumerate(form_values.items(answers, group), start=1):
        typed = {column: form_values.row_text(answers, group, row_id, column) for column in columns}
        if not typed[_required(group)]:
            if group == "plans" and typed["if_when"] and row_id not in before:
                raise Incomplete("A plan has its 'if' but no 'then' yet.", "Write what you'll do, or clear the 'if'.")
            continue
        cells = before[row_id].cells() if row_id in before else _new_cells(row_id, interview, group)
        if group == "questions":
            typed |= {"position": str(position), **_how_hard(typed, cells, last), **_which_kind(typed, cells)}
            last += typed.get("hard_order") == str(last + 1)
        if group == "plans" and row_id not in before:
            typed["made_on"] = interview.held_on.isoformat()
        put.append(model.from_cells({**cells, **typed}))
    kept = {record.identity[0] for record in put}
    return put, [row for row_id, row in before.items() if row_id not in kept]


def _how_hard(typed: Mapping[str, str], was: Mapping[str, str], last: int) -> dict[str, str]:
    """The mark as hard with its order: a new one comes behind the ``last``. An older mark without an order goes where
    the answer is rated 2, since both together are how a mark alone was once stored; it stays hard by its rating."""
    if typed["tapped_hard"] != "yes":
        return {"hard_order": ""}
    if was.get("tapped_hard") != "yes":
        return {"hard_order": str(last + 1)}
    return {"tapped_hard": ""} if typed["rating"] == str(HARD) and not was["hard_order"] else {}


def _which_kind(typed: Mapping[str, str], was: Mapping[str, str]) -> dict[str, str]:
    """Whose kind it is: one that was changed, or taken away, is the person's own; a guess goes with its words."""
    if typed["category"] != was.get("category", ""):
        return {"kind_guessed": "" if typed["category"] else "no"}
    is_guess_for_other_words = was.get("kind_guessed") == "yes" and typed["text"] != was["text"]
    return {"category": "", "kind_guessed": ""} if is_guess_for_other_words else {}


def _sorted_where_new(workbook: Workbook, asked: Sequence[Question]) -> tuple[Question, ...]:
    """The questions, with guessed kinds if they are new or in new words: what stays as it is gets no other byte."""
    as_before = {(row.id, row.text) for row in workbook.questions}
    new = with_guessed_kinds(workbook, (row for row in asked if (row.id, row.text) not in as_before))
    by_id = {row.id: row for row in new}
    return tuple(by_id.get(row.id, row) for row in asked)


def _without_gone_story(workbook: Workbook, question: Question) -> Question:
    """The question without a story that was deleted while it was being chosen."""
    named = {row.story_id for row in workbook.questions if row.id == question.id}
    named |= {story.id for story in workbook.stories}
    return question if question.story_id in named else question.changed(story_id="")


def _required(group: str) -> str:
    return {"questions": "text", "promises": "what", "claims": "claim", "plans": "then_do"}[group]


def _new_cells(row_id: str, interview: Interview, group: str) -> dict[str, str]:
    cells = {"id": row_id, "interview_id": interview.id}
    if group == "questions":
        cells |= {"application_id": interview.application_id, "asked_by": "them", "asked": "yes"}
    return cells
