"""Small job searches for the tests of the plan: one process at Kestrel, with the parts that a test changes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.dates import DAY_FIRST
from lib.followup.derived_task import DerivedTask
from lib.followup.plan import TaskPlan
from lib.followup.snapshot import Snapshot, UnsavedPerson
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.record import Record
from lib.records.workbook import Workbook
from tests.day_first import derive

BERLIN = ZoneInfo("Europe/Berlin")
HELD = "2026-11-19T14:00:00+01:00"  # a Thursday, over at 15:00

KESTREL = Application(id="ap-k", company="Kestrel Mills", role="Data Analyst", status="interviewing")
ADA = Person(id="pe-ada", name="Ada Okafor", kind="hiring_manager", company="Kestrel Mills")
BEN = Person(id="pe-ben", name="Ben Lindqvist", kind="interviewer", company="Kestrel Mills")
CHI = Person(id="pe-chi", name="Chiara Rossi", kind="interviewer", company="Kestrel Mills")


def at(text: str) -> datetime:
    """A moment in Berlin: '2026-11-19 19:00'."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def day(text: str) -> date:
    """A day of November 2026 as 'Nov 19', of another month as an ISO date."""
    return date(2026, 11, int(text[4:])) if text.startswith("Nov") else date.fromisoformat(text)


def interview(**changes: object) -> Interview:
    """The debriefed interview at Kestrel, with some fields changed; text is read as in a cell."""
    cells = {
        "id": "iv-1",
        "application_id": "ap-k",
        "state": "done",
        "held_at": HELD,
        "stage": "technical",
        "minutes": "60",
        "interest_later": "7",
    }
    return Interview.from_cells({**cells, **{name: str(value) for name, value in changes.items()}})


def met(person: Person, interview_id: str = "iv-1", about: str = "") -> Conversation:
    """The conversation with a person in an interview."""
    return Conversation(interview_id=interview_id, person_id=person.id, talked_about=about)


def workbook(*records: Record) -> Workbook:
    """A workbook of these rows; Kestrel and the three people are there unless an application or person is given."""
    tables: dict[str, tuple[Record, ...]] = {"applications": (KESTREL,), "people": (ADA, BEN, CHI)}
    for table, model in Workbook.MODELS.items():
        rows = tuple(record for record in records if type(record) is model)
        if rows:
            tables[table] = rows
    return Workbook(**tables)  # type: ignore[arg-type]


def snapshot(book: Workbook, now: str) -> Snapshot:
    """The workbook at a moment in Berlin."""
    return Snapshot(book, at(now), BERLIN, "DE", dates=DAY_FIRST)


def plan(book: Workbook, now: str, last_visit: str = "", named: tuple[UnsavedPerson, ...] = ()) -> TaskPlan:
    """The plan at a moment in Berlin."""
    return derive(book, at(now), BERLIN, "DE", named, at(last_visit) if last_visit else None)


def kinds(tasks: tuple[DerivedTask, ...]) -> list[str]:
    """The kinds of some tasks, in order."""
    return [due.kind for due in tasks]


def only(tasks: tuple[DerivedTask, ...], kind: str) -> DerivedTask:
    """The one task of a kind."""
    (found,) = (due for due in tasks if due.kind == kind)
    return found


def has(tasks: tuple[DerivedTask, ...], kind: str) -> bool:
    """Whether a task of a kind is among them."""
    return any(due.kind == kind for due in tasks)
