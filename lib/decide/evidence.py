"""What the debriefs of an application hold on each criterion, in the person's own words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lib.insight.wording import counted
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.criterion import Criterion
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.person import Person
from lib.records.workbook import Workbook

SPEAKS_TO: Final[Mapping[str, tuple[str, ...]]] = {
    "cr-work": ("energised_by", "worried_by", "their_problem", "talked_about"),
    "cr-growth": ("serves_goals", "energised_by", "talked_about"),
    "cr-manager": ("this_manager", "talked_about", "worried_by"),
    "cr-team": ("talked_about", "energised_by", "worried_by"),
    "cr-mission": ("resonates", "their_problem", "energised_by"),
    "cr-pay": ("pay_said",),
    "cr-security": ("worried_by", "their_problem"),
    "cr-hours": ("worried_by", "energised_by"),
    "cr-place": ("location", "work_mode", "worried_by"),
}
"""Which fields of a debrief, its conversations and the application speak to which starting criterion."""
SPEAKS_TO_OWN: Final = ("energised_by", "worried_by", "talked_about")
"""The fields that may hold something on a criterion of my own."""

_LABELS: Final = {
    "energised_by": "What gave you energy",
    "worried_by": "What worried you",
    "their_problem": "The problem they have",
    "serves_goals": "Does it serve your goals",
    "this_manager": "Would you work for this manager",
    "resonates": "Does what they do resonate",
    "pay_said": "Said of pay",
    "location": "Place",
    "work_mode": "Way of working",
}
_OPINIONS: Final = ("serves_goals", "this_manager", "resonates")
_LEADERS: Final = ("hiring_manager",)


@dataclass(frozen=True)
class Quote:
    """One thing noted: which ``field``, its label, the words, and where they come from.

    ``interview_id`` and ``on`` are absent for what stands with the application itself.
    """

    field: str
    label: str
    text: str
    source: str
    on: date | None = None
    interview_id: str = ""


@dataclass(frozen=True)
class Evidence:
    """What is noted on one criterion, newest first; ``n`` counts it."""

    criterion: Criterion
    n: int
    quotes: tuple[Quote, ...]
    sentence: str


def evidence(workbook: Workbook, application_id: str, criterion: Criterion) -> Evidence:
    """The notes of an application's debriefs that may speak to a criterion: shown beside a score, never scored."""
    fields = SPEAKS_TO.get(criterion.id, SPEAKS_TO_OWN)
    interviews = [entry for entry in workbook.debriefed() if entry.application_id == application_id]
    application = workbook.application(application_id)
    quotes = [quote for entry in reversed(interviews) for quote in _of_interview(workbook, entry, criterion, fields)]
    quotes += _of_application(application, fields) if application else []
    return Evidence(criterion, len(quotes), tuple(quotes), _sentence(quotes, len(interviews)))


def _of_interview(
    workbook: Workbook, interview: Interview, criterion: Criterion, fields: tuple[str, ...]
) -> Iterator[Quote]:
    for field in fields:
        if field == "talked_about":
            yield from _of_conversations(workbook, interview, criterion)
        elif field in _LABELS and field in Interview.model_fields:
            value = getattr(interview, field)
            text = label(value) if field in _OPINIONS and value else (value or "").strip()
            if text:
                yield _quote(interview, field, _LABELS[field], text)


def _of_conversations(workbook: Workbook, interview: Interview, criterion: Criterion) -> Iterator[Quote]:
    """What was talked about: for the manager with the hiring manager, for the team with those who work there."""
    people = {person.id: person for person in workbook.people}
    concerns = _CONCERNED.get(criterion.id, _is_anyone)
    for talk in workbook.conversations:
        if talk.interview_id == interview.id and talk.talked_about.strip() and concerns(people.get(talk.person_id)):
            yield _of_talk(talk, interview, people.get(talk.person_id))


def _of_talk(talk: Conversation, interview: Interview, person: Person | None) -> Quote:
    name = f"With {person.name}" if person else "In conversation"
    return _quote(interview, "talked_about", name, talk.talked_about.strip())


def _leads(person: Person | None) -> bool:
    return person is not None and person.kind in _LEADERS


def _works_there(person: Person | None) -> bool:
    return not _leads(person) and not (person and person.kind == "recruiter")


def _is_anyone(_: Person | None) -> bool:
    return True


_CONCERNED: Final[Mapping[str, Callable[[Person | None], bool]]] = {"cr-manager": _leads, "cr-team": _works_there}


def _of_application(application: Application, fields: tuple[str, ...]) -> list[Quote]:
    found = []
    if "location" in fields and application.location.strip():
        found.append(Quote("location", _LABELS["location"], application.location.strip(), "The application"))
    if "work_mode" in fields and application.work_mode:
        found.append(Quote("work_mode", _LABELS["work_mode"], label(application.work_mode), "The application"))
    return found


def _quote(interview: Interview, field: str, name: str, text: str) -> Quote:
    return Quote(field, name, text, label(interview.stage), interview.held_on, interview.id)


def _sentence(quotes: list[Quote], interviews: int) -> str:
    if quotes:
        return f"{counted(len(quotes), 'note')} in your debriefs may speak to it."
    if not interviews:
        return "No interview here is debriefed yet, so nothing is noted."
    return "Nothing in your debriefs speaks to it."
