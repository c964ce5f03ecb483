"""Looking things up in the search: applications and people by word, and everything about each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lib.records.application import Application, match_key, same_company
from lib.records.ask import Ask
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.record import Record
from lib.records.task import Task
from lib.records.vocabulary import Status, words
from lib.records.workbook import Workbook, cached_per_workbook
from lib.words import folded
from lib.workflows.entries.journal import text_of


@dataclass(frozen=True)
class Process:
    """Everything about one application; interviews and what belongs to them oldest first.

    ``people`` were met in its interviews; ``known`` are the others at that company, and the recruiter in between.
    """

    application: Application
    interviews: tuple[Interview, ...]
    people: tuple[Person, ...]
    known: tuple[Person, ...]
    claims: tuple[Claim, ...]
    asks: tuple[Ask, ...]
    rivals: tuple[Application, ...]


@dataclass(frozen=True)
class Acquaintance:
    """Everything about one person: what we talked about in which interview, what I asked and promised, and what was
    sent to them, newest first."""

    person: Person
    conversations: tuple[tuple[Conversation, Interview], ...]
    asks: tuple[Ask, ...]
    promises: tuple[Promise, ...]
    sent: tuple[Task, ...]


def find_applications(workbook: Workbook, text: str = "", statuses: Collection[str] = ()) -> tuple[Application, ...]:
    """The applications that hold every word of the text, in a cell or their recruiter's name, the last moved first."""
    people = workbook.by_id(Person)
    found = [
        entry
        for entry in workbook.applications
        if (not statuses or (entry.status or "interested") in statuses)
        and _holds(entry, text, people[entry.via_person].with_house if entry.via_person in people else "")
    ]
    return tuple(
        sorted(found, key=lambda entry: (str(entry.status_on or entry.applied_on or ""), entry.id), reverse=True)
    )


def by_status(applications: Collection[Application]) -> dict[Status, tuple[Application, ...]]:
    """The applications by their status, in the order of the vocabulary; one without is of interest."""
    columns: dict[Status, tuple[Application, ...]] = {}
    for status in words(Status):
        columns[status] = tuple(entry for entry in applications if (entry.status or "interested") == status)  # type: ignore[index]
    return columns


def find_people(workbook: Workbook, text: str = "", kinds: Collection[str] = ()) -> tuple[Person, ...]:
    """The people who hold every word of the text in some cell, by name."""
    found = [person for person in workbook.people if (not kinds or person.kind in kinds) and _holds(person, text)]
    return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.id)))


def _holds(record: Record, text: str, also: str = "") -> bool:
    cells = f"{text_of(record)} {folded(also)}"
    return all(word in cells for word in folded(text).split())


def process_of(workbook: Workbook, application: Application) -> Process:
    """Everything about one application."""
    rounds = sorted((one for one in workbook.interviews if one.application_id == application.id), key=chronological)
    order = {interview.id: number for number, interview in enumerate(rounds)}
    met = {entry.person_id for entry in workbook.conversations if entry.interview_id in order}
    claims = sorted(
        (claim for claim in workbook.claims if claim.interview_id in order), key=lambda c: order[c.interview_id]
    )
    return Process(
        application,
        tuple(rounds),
        tuple(person for person in workbook.people if person.id in met),
        tuple(
            person
            for person in workbook.people
            if person.id not in met
            and (person.id == application.via_person or same_company(person.company, application.company))
        ),
        tuple(claims),
        tuple(ask for ask in workbook.asks if ask.application_id == application.id),
        rivals_of(workbook, application),
    )


def questions_of(workbook: Workbook, process: Process) -> tuple[tuple[Question, Interview], ...]:
    """What they asked in its interviews, each with its interview: the hard ones first, then in the order asked."""
    rounds = {interview.id: (number, interview) for number, interview in enumerate(process.interviews)}
    asked = [
        (question, *rounds[question.interview_id])
        for question in workbook.questions
        if question.interview_id in rounds and question.asked_by != "me" and question.asked is not False
    ]
    asked.sort(key=lambda one: (one[1], one[0].position or 0))
    hard = sorted((one for one in asked if one[0].is_hard), key=lambda one: one[0].hardness)
    others = (one for one in asked if not one[0].is_hard)
    return tuple((question, interview) for question, _, interview in (*hard, *others))


def letters_of(workbook: Workbook, application_id: str) -> tuple[Task, ...]:
    """The letters that were sent about an application, the newest first."""
    sent = [task for task in workbook.tasks if task.application_id == application_id and _is_sent(task)]
    return tuple(sorted(sent, key=_sent_at, reverse=True))


def last_talks(workbook: Workbook, process: Process) -> dict[str, tuple[Conversation, Interview]]:
    """By person: what we talked about last in its interviews, and in which."""
    rounds = {interview.id: interview for interview in process.interviews}
    order = {interview_id: number for number, interview_id in enumerate(rounds)}
    talks = [entry for entry in workbook.conversations if entry.interview_id in rounds]
    talks.sort(key=lambda entry: order[entry.interview_id])
    return {entry.person_id: (entry, rounds[entry.interview_id]) for entry in talks}


@cached_per_workbook
def last_met(workbook: Workbook) -> dict[str, date]:
    """By person: the day of the last debriefed interview with a talk."""
    days = {interview.id: interview.held_on for interview in workbook.debriefed}
    found: dict[str, date] = {}
    for entry in workbook.conversations:
        if day := days.get(entry.interview_id):
            found[entry.person_id] = max(day, found.get(entry.person_id, day))
    return found


def _is_sent(task: Task) -> bool:
    return task.status == "done" and bool(task.body)


def _sent_at(task: Task) -> float:
    return task.done_at.timestamp() if task.done_at else 0.0


def rivals_of(workbook: Workbook, application: Application) -> tuple[Application, ...]:
    """The applications marked as at a rival of this one's company, by its name or its id."""
    return tuple(entry for entry in workbook.applications if entry.rival_of and is_rival(entry, application))


def is_rival(entry: Application, application: Application) -> bool:
    """Whether an application is marked as at a rival of the other one's company."""
    return entry.rival_of == application.id or match_key(entry.rival_of) == match_key(application.company)


def rival_name(workbook: Workbook, application: Application) -> str:
    """The company whose rival an application is at; empty if it is none."""
    known = workbook.application(application.rival_of)
    return known.company if known else application.rival_of


def acquaintance_of(workbook: Workbook, person: Person) -> Acquaintance:
    """Everything about one person."""
    interviews = workbook.by_id(Interview)
    talked = [
        (entry, interviews[entry.interview_id])
        for entry in workbook.conversations
        if entry.person_id == person.id and entry.interview_id in interviews
    ]
    sent = [task for task in workbook.tasks if task.person_id == person.id and _is_sent(task)]
    return Acquaintance(
        person,
        tuple(sorted(talked, key=lambda pair: chronological(pair[1]), reverse=True)),
        tuple(ask for ask in workbook.asks if ask.person_id == person.id),
        tuple(promise for promise in workbook.promises if promise.person_id == person.id),
        tuple(sorted(sent, key=_sent_at, reverse=True)),
    )
