"""What the debriefs of an application hold on each criterion, in the person's own words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lib.decide.subjects import mentions_work, shares_a_word, subjects_in_name, subjects_of
from lib.english import counted
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.person import Person
from lib.records.workbook import Workbook

FIELDS_OF_CRITERION: Final[Mapping[str, tuple[str, ...]]] = {
    "cr-work": ("their_problem",),
    "cr-growth": ("serves_goals",),
    "cr-manager": ("this_manager",),
    "cr-team": (),
    "cr-mission": ("resonates",),
    "cr-pay": ("pay_said",),
    "cr-security": (),
    "cr-hours": (),
    "cr-place": ("location", "work_mode"),
}
"""The fields of a debrief and of the application that always belong to a starting criterion, whatever their words."""
FIELDS_READ: Final = ("energised_by", "worried_by", "their_problem", "pay_said", "talked_about")
"""The fields that belong to a criterion if their words do."""

_LABELS: Final = {
    "energised_by": "What gave you energy",
    "worried_by": "What worried you",
    "their_problem": "The problem they have",
    "serves_goals": "Fits your goals",
    "this_manager": "You'd work for this manager",
    "resonates": "You like what they do",
    "pay_said": "What was said about pay",
    "location": "Place",
    "work_mode": "Way of working",
}
_OPINIONS: Final = ("serves_goals", "this_manager", "resonates")
_WORK: Final = "work"
_FEELINGS: Final = ("energised_by", "worried_by")
_LEADERS: Final = ("hiring_manager",)
_GROWTH: Final = "cr-growth"


@dataclass(frozen=True)
class CriterionQuote:
    """One thing noted: which ``field``, its label, the words, and where they come from.

    ``interview_id`` and ``on`` are absent for notes on the application itself.
    """

    field: str
    label: str
    text: str
    source: str
    on: date | None = None
    interview_id: str = ""


@dataclass(frozen=True)
class CriterionEvidence:
    """What is noted on one criterion, newest first; ``n`` counts it."""

    criterion: Criterion
    n: int
    quotes: tuple[CriterionQuote, ...]
    sentence: str


def evidence(workbook: Workbook, application_id: str, criterion: Criterion) -> CriterionEvidence:
    """The notes of an application's debriefs about a criterion: shown beside a score, never scored.

    An answer about the goal that it serves does, and so does a field that asks for it (what they told about pay);
    anything else where its words do; for the manager and the team also what was talked about with them.
    """
    interviews = [entry for entry in workbook.debriefed if entry.application_id == application_id]
    application = workbook.application(application_id)
    matcher = _matcher(criterion, interviews, application)
    quotes = [
        quote
        for entry in reversed(interviews)
        for quote in (*_of_goals(workbook, entry, criterion), *_of_interview(workbook, entry, matcher))
    ]
    quotes += _of_application(application, matcher.fields) if application else []
    return CriterionEvidence(criterion, len(quotes), tuple(quotes), _sentence(quotes, len(interviews)))


@dataclass(frozen=True)
class _Matcher:
    """What is listened for: the subjects, the fields that always count, whose talks do, and other words."""

    subjects: frozenset[str]
    fields: tuple[str, ...]
    concerns: Callable[[Person | None], bool]
    words: tuple[str, ...]

    def matches(self, field: str, text: str) -> bool:
        """Whether a note is about the criterion. What cheered or worried and is of nothing else is of the work."""
        if field in self.fields:
            return True
        spoken_of = subjects_of(text)
        if _WORK in self.subjects and (mentions_work(text) or (field in _FEELINGS and not spoken_of)):
            return True
        return bool(self.subjects & spoken_of) or shares_a_word(text, self.words)


def _matcher(criterion: Criterion, interviews: list[Interview], application: Application | None) -> _Matcher:
    """A renamed starting criterion keeps its meaning; an added one takes it from its name."""
    usual = next((one for one in KNOWN_CRITERIA if one.id == criterion.id), None)
    subjects, words = subjects_in_name(criterion.name)
    if usual is not None:
        is_reworded = usual.name != criterion.name
        subjects, words = frozenset((criterion.id.removeprefix("cr-"),)), words if is_reworded else ()
    if _WORK in subjects:
        words = (*words, application.role if application else "", *(entry.their_problem for entry in interviews))
    known = [f"cr-{subject}" for subject in sorted(subjects)]
    concerned = [_CONCERNED[one] for one in known if one in _CONCERNED]
    fields = tuple(dict.fromkeys(field for one in known for field in FIELDS_OF_CRITERION[one]))
    return _Matcher(subjects, fields, lambda person: any(concerns(person) for concerns in concerned), words)


def _of_interview(workbook: Workbook, interview: Interview, matcher: _Matcher) -> Iterator[CriterionQuote]:
    for field in (*(one for one in matcher.fields if one not in FIELDS_READ), *FIELDS_READ):
        if field == "talked_about":
            yield from _of_conversations(workbook, interview, matcher)
        elif field in _LABELS and field in Interview.model_fields:
            value = getattr(interview, field)
            text = label(value) if field in _OPINIONS and value else (value or "").strip()
            if text and matcher.matches(field, text):
                yield _quote(interview, field, _LABELS[field], text)


def _of_goals(workbook: Workbook, interview: Interview, criterion: Criterion) -> Iterator[CriterionQuote]:
    """Whether the job would bring the goal that the criterion serves; growth towards my goals hears of all of them."""
    goals = {goal.id: goal.goal for goal in workbook.goals if criterion.id == _GROWTH or goal.id == criterion.goal_id}
    for row in workbook.goal_answers:
        if row.interview_id == interview.id and row.goal_id in goals:
            yield _quote(interview, "goal_answers", f"Goal: {goals[row.goal_id]}", label(row.answer))


def _of_conversations(workbook: Workbook, interview: Interview, matcher: _Matcher) -> Iterator[CriterionQuote]:
    """Conversations: with the people that the criterion is about, and with anybody if the words are about it."""
    people = workbook.by_id(Person)
    for talk in workbook.conversations:
        text, person = talk.talked_about.strip(), people.get(talk.person_id)
        if (
            talk.interview_id == interview.id
            and text
            and (matcher.concerns(person) or matcher.matches("talked_about", text))
        ):
            yield _of_talk(talk, interview, person)


def _of_talk(talk: Conversation, interview: Interview, person: Person | None) -> CriterionQuote:
    name = f"With {person.name}" if person else "In conversation"
    return _quote(interview, "talked_about", name, talk.talked_about.strip())


def _leads(person: Person | None) -> bool:
    return person is not None and person.kind in _LEADERS


def _works_there(person: Person | None) -> bool:
    return not _leads(person) and not (person and person.kind == "recruiter")


_CONCERNED: Final[Mapping[str, Callable[[Person | None], bool]]] = {"cr-manager": _leads, "cr-team": _works_there}


def _of_application(application: Application, fields: tuple[str, ...]) -> list[CriterionQuote]:
    found = []
    if "location" in fields and application.location.strip():
        found.append(CriterionQuote("location", _LABELS["location"], application.location.strip(), "The application"))
    if "work_mode" in fields and application.work_mode:
        found.append(CriterionQuote("work_mode", _LABELS["work_mode"], label(application.work_mode), "The application"))
    return found


def _quote(interview: Interview, field: str, name: str, text: str) -> CriterionQuote:
    return CriterionQuote(field, name, text, interview.type, interview.held_on, interview.id)


def _sentence(quotes: list[CriterionQuote], interviews: int) -> str:
    if quotes:
        return f"{counted(len(quotes), 'note')} in your debriefs may help."
    if not interviews:
        return "No interview here is debriefed yet."
    return "No notes on this."
