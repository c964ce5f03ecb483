"""The rows from an import, dated and linked as the workbook itself would write them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final, get_args

from lib.exchange.importing.fields import NO_ROLE
from lib.exchange.importing.parsed_rows import ParsedApplication, ParsedInterview, ParsedPerson, ParsedRow, base_ref
from lib.insight.hindsight import with_hindsight_flags
from lib.records.activity import Activity
from lib.records.application import Application, match_key
from lib.records.conversation import Conversation
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.question import Question
from lib.records.record import Cells, Record
from lib.records.vocabulary import Status
from lib.records.workbook import Workbook
from lib.workflows.drafts.application_rows import redated
from lib.workflows.entries.applications import STATUS_AFTER, status_activity, status_change
from lib.workflows.entries.reopening import reopened
from lib.workflows.ids import stable_id
from lib.workflows.importing.comparison import (
    ComparedRow,
    ImportComparison,
    MatchedPair,
    PairDecision,
    marks_of,
    row_id,
)
from lib.workflows.importing.repeats import APPENDED
from lib.workflows.importing.talks import Talks

_id = lru_cache(maxsize=60_000)(stable_id)  # a preview and the save after it ask for the same thousands of ids
_BEFORE_INTERVIEWS: Final = (None, "interested", "applied")


@dataclass(frozen=True)
class Decisions:
    """What the person chose: for single pairs by key, for all others, and which application a company's interviews
    are for where there are several (by ``place_of``, an application's id)."""

    of: Mapping[str, PairDecision] = field(default_factory=dict)
    for_all: PairDecision | None = None
    applications: Mapping[str, str] = field(default_factory=dict)

    def about(self, pair: MatchedPair) -> PairDecision:
        """What becomes of a pair."""
        chosen = self.of.get(pair.key) or self.for_all or pair.usual
        return chosen if chosen != "both" or pair.can_be_two else pair.usual


def rows_of(
    comparison: ImportComparison, decisions: Decisions, workbook: Workbook, now: datetime
) -> tuple[Record, ...]:
    """All rows to put, each once; without those that are already in the files."""
    bringing = RowBuilder(workbook, decisions, now)
    verdicts = [(pair, decisions.about(pair)) for pair in comparison.pairs]
    twos = tuple(pair.found for pair, verdict in verdicts if verdict == "both")
    for kind in (ParsedApplication, ParsedPerson, ParsedInterview):
        for found in (*comparison.new, *twos):
            if isinstance(found, kind):
                bringing.add(found)
        for pair, verdict in verdicts:
            if isinstance(pair.found, kind) and verdict != "both":
                bringing.settle(pair, verdict)
    bringing.move_along()
    return bringing.rows()


def ambiguous_applications(comparison: ImportComparison, workbook: Workbook) -> dict[str, tuple[Application, ...]]:
    """The applications among which the person chooses, by ``place_of``, if an interview may be for several: it names no
    role, or there are several for that role. The newest comes first."""
    wanted = {place_of(one.company, one.role) for one in comparison.new if isinstance(one, ParsedInterview)}
    found: dict[str, list[Application]] = {}
    for entry in workbook.applications:
        for place in (place_of(entry.company, ""), place_of(entry.company, entry.role)):
            if place in wanted:
                found.setdefault(place, []).append(entry)
    return {key: tuple(sorted(rows, key=_newest, reverse=True)) for key, rows in found.items() if len(rows) > 1}


def place_of(company: str, role: str) -> str:
    """What an interview tells about its application: the company, and the role if it names one."""
    return f"{match_key(company)}\n{match_key(role)}" if role else match_key(company)


def _newest(entry: Application) -> tuple[str, str]:
    return (str(entry.applied_on or entry.status_on or ""), entry.id)


class RowBuilder:
    """The rows of one import as they gather."""

    def __init__(self, workbook: Workbook, decisions: Decisions, now: datetime) -> None:
        self._workbook, self._decisions, self._now = workbook, decisions, now
        self._put: dict[tuple[str, tuple[str, ...]], Record] = {}
        self._standing: dict[tuple[str, tuple[str, ...]], Record] = {(row.file, row.identity): row for row in workbook}
        self._applications = dict(workbook.by_id(Application))
        self._at: dict[str, list[str]] = {}
        self._people: dict[tuple[str, str], Person] = {}
        self._interviews: dict[str, list[Interview]] = {}
        self._has_applied = {row.application_id for row in workbook.activity if row.kind == "application"}
        self._talks = Talks(workbook)
        self._by_ref: dict[str, str] = {}
        for entry in workbook.applications:
            self._by_ref |= {base_ref(mark): entry.id for mark in entry.import_ref.splitlines()}
            self._at.setdefault(match_key(entry.company), []).append(entry.id)
        for person in workbook.people:
            self._people.setdefault((match_key(person.name), match_key(person.company)), person)

    def rows(self) -> tuple[Record, ...]:
        """The rows to put."""
        return tuple(row for key, row in self._put.items() if self._standing.get(key) != row)

    def add(self, found: ParsedRow) -> None:
        """Bring a row in as a new entry."""
        if isinstance(found, ParsedApplication):
            application = Application.from_cells(_new_cells(found))
            self._keep_application(application)
            self._keep(*_dated(application, found))
        elif isinstance(found, ParsedPerson):
            self._keep_person(Person.from_cells(_new_cells(found)))
        elif isinstance(found, ParsedInterview):
            self._add_interview(found)

    def settle(self, pair: MatchedPair, verdict: PairDecision) -> None:
        """Take over the file's values, or only remember that it was seen."""
        here = pair.here if verdict == "keep" else self._taken(pair)
        if not isinstance(here, Interview):
            here = here.changed(import_ref=_merge_refs(here.import_ref, marks_of(pair.found)))
        if isinstance(here, Application):
            self._keep_application(here)
        elif isinstance(here, Person):
            self._keep_person(here)
        else:
            if isinstance(pair.here, Interview) and _outcome(here) != _outcome(pair.here):
                self._keep(*with_hindsight_flags(self._workbook.ratings, pair.here))
            self._keep(here)
            if verdict == "take" and isinstance(pair.found, ParsedInterview):
                self._keep(*self._interview_rows(pair.found, here))
                self._interviews.setdefault(here.application_id, []).append(here)

    def _taken(self, pair: MatchedPair) -> ComparedRow:
        here, taking = pair.here, {one.field: one.theirs for one in (*pair.differences, *pair.additions)}
        cells = here.cells()
        taking = {
            name: text for name, text in taking.items() if name in cells
        }  # people and questions are rows of their own
        for column in set(APPENDED) & set(taking):
            lines = [line for line in taking[column].splitlines() if line not in cells[column]]
            taking[column] = "\n".join(filter(None, (cells[column], *lines)))
        status = taking.pop("status", "")
        taken = type(here).from_cells({**cells, **taking})
        if not isinstance(taken, Application):
            return taken
        if taken.applied_on and taken.id not in self._has_applied:
            self._keep(status_activity(taken, "applied", taken.applied_on, pair.found.ref))
        if isinstance(here, Application) and not status and taken.status_on and taken.status_on != here.status_on:
            self._keep(*redated(self._workbook, here, taken.status_on))
        if status and status != taken.status:
            said = pair.found.fields.get("status_on")
            on = date.fromisoformat(said) if said else self._now.date()
            taken, activity = status_change(taken, _status(status), on, pair.found.ref_with_digest)
            if status != "applied" or taken.id in self._has_applied:
                self._keep(activity)
        return taken

    def _keep(self, *rows: Record) -> None:
        for row in rows:
            self._put[row.file, row.identity] = row

    def _keep_application(self, application: Application) -> None:
        self._by_ref |= {base_ref(mark): application.id for mark in application.import_ref.splitlines()}
        if application.id not in self._applications:
            self._at.setdefault(match_key(application.company), []).append(application.id)
        self._applications[application.id] = application
        self._keep(application)

    def _keep_person(self, person: Person) -> None:
        self._people[match_key(person.name), match_key(person.company)] = person
        self._keep(person)

    def _add_interview(self, found: ParsedInterview) -> None:
        application = self._application_of(found)
        interview = Interview.from_cells(
            {
                **found.fields,
                "id": row_id(found),
                "application_id": application.id,
                "created_at": self._now.replace(microsecond=0).isoformat(),
            }
        )
        self._keep(interview, *self._interview_rows(found, interview))
        self._interviews.setdefault(application.id, []).append(interview)

    def _application_of(self, found: ParsedInterview) -> Application:
        key = match_key(found.company)
        of_row = self._applications.get(self._by_ref.get(found.application_ref, ""))
        if of_row is not None:
            return of_row
        there = [self._applications[one] for one in self._at.get(key, [])]
        if found.role:
            there = [entry for entry in there if match_key(entry.role) == match_key(found.role)]
        chosen = self._applications.get(self._decisions.applications.get(place_of(found.company, found.role), ""))
        if chosen or there:
            day = date.fromisoformat(found.fields["held_at"][:10])
            return chosen or max(there, key=lambda entry: (_was_running(entry, day), _newest(entry)))
        made = Application(
            id=_id("ap", "interviews", key, match_key(found.role)),
            company=found.company,
            role=found.role or NO_ROLE,
        )
        self._keep_application(made)
        if found.applied_on:
            made = made.changed(applied_on=date.fromisoformat(found.applied_on), status="applied")
            made = made.changed(status_on=made.applied_on)
            self._keep_application(made)
            self._keep(status_activity(made, "applied", date.fromisoformat(found.applied_on), found.ref))
        return made

    def _interview_rows(self, found: ParsedInterview, interview: Interview) -> Iterator[Record]:
        """The people met and the questions, those that are known already left as they are."""
        known = {match_key(name) for name in self._talks.people(interview)}
        for met in found.people:
            key = (match_key(met.name), match_key(found.company))
            person = self._people.get(key)
            if person is None:
                new_id = _id("pe", "interviews", *key)
                person = Person(id=new_id, name=met.name, title=met.title, company=found.company, kind="interviewer")
                self._keep_person(person)
            elif met.title and not person.title:
                person = person.changed(title=met.title)
                self._keep_person(person)
            if key[0] not in known:
                yield Conversation(interview_id=interview.id, person_id=person.id, talked_about=found.talked_about)
        asked = [("them", text) for text in found.asked] + [("me", text) for text in found.to_ask]
        there = {by: self._talks.questions(interview, by) for by in ("them", "me")}
        position = sum(map(len, there.values()))
        for by, text in asked:
            if match_key(text) in map(match_key, there[by]):
                continue
            position += 1
            yield Question.model_validate(
                {
                    "id": _id("qu", found.ref, by, text),
                    "interview_id": interview.id,
                    "application_id": interview.application_id,
                    "position": position,
                    "asked_by": by,
                    "asked": True if by == "them" else None if interview.is_debriefed else False,
                    "text": text,
                    "prepared": by == "me" or None,
                }
            )

    def move_along(self) -> None:
        """Move the status of each application along with the interviews that came in."""
        for application_id, interviews in self._interviews.items():
            application = self._applications[application_id]
            if application.status in _BEFORE_INTERVIEWS:
                first = min(interview.held_on for interview in interviews)
                self._change(application, "interviewing", min(first, self._now.date()), "first")
            last = max(interviews, key=_last)
            self._reopen(application, last)
            status = STATUS_AFTER.get(last.outcome or "")
            application = self._applications[application_id]
            if status and application.status == "interviewing" and status != "interviewing":
                self._change(application, status, last.outcome_on, last.id)

    def _reopen(self, application: Application, last: Interview) -> None:
        """Open an application that is closed here again, if the interview that came in is newer than its end."""
        was = self._workbook.application(application.id)
        ended_on = application.status_on if was and was.is_closed and application.is_closed else None
        if ended_on and ended_on < last.held_on and last.outcome in (None, "pending"):
            on = min(last.held_on, self._now.date())
            moved, *rest = reopened(self._workbook, application, "interviewing", on, f"{application.id}|{last.id}")
            self._keep_application(application.from_cells(moved.cells()))
            self._keep(*rest)

    def _change(self, application: Application, status: Status, on: date | None, token: str) -> None:
        if on is None:  # the day is not known, and none is made up
            self._keep_application(application.changed(status=status, status_on=None))
            return
        changed, activity = status_change(application, status, on, f"{application.id}|{token}")
        self._keep_application(changed)
        self._keep(activity)


def _last(interview: Interview) -> tuple[date, bool, tuple[date, str, str]]:
    """The order of interviews; of those of one day, one with an outcome is the last."""
    return interview.held_on, interview.outcome_is_known, chronological(interview)


def _outcome(row: ComparedRow) -> tuple[str, str]:
    cells = row.cells()
    return cells.get("outcome", ""), cells.get("outcome_on", "")


def _was_running(entry: Application, day: date) -> bool:
    """Whether the application was active on that day, as far as its own days show."""
    had_begun = entry.applied_on is None or entry.applied_on <= day
    return had_begun and not (entry.is_closed and entry.status_on is not None and entry.status_on < day)


def _new_cells(found: ParsedRow) -> Cells:
    return {**found.fields, "id": row_id(found), "import_ref": "\n".join(marks_of(found))}


def _dated(application: Application, found: ParsedApplication) -> Iterable[Activity]:
    """What would be in the activity, had the application been entered here day by day."""
    steps = dict(found.history)
    if application.applied_on:
        steps["applied"] = application.applied_on
    if application.status not in (None, "applied") and application.status_on:
        steps[_status(application.status)] = application.status_on
    for status, on in sorted(steps.items(), key=lambda step: (step[1], get_args(Status).index(step[0]))):
        if status != "interested" or application.status == "interested":
            yield status_activity(application, status, on, found.ref)


def _status(word: str | None) -> Status:
    return next(status for status in get_args(Status) if status == word)


def _merge_refs(before: str, marks: tuple[str, ...]) -> str:
    """The marks of an entry, those of the same source row replaced."""
    fresh = {base_ref(mark) for mark in marks}
    return "\n".join([*(mark for mark in before.splitlines() if base_ref(mark) not in fresh), *marks])
