"""The next interview's sheet: one page to read before it, from two days ahead."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from lib.dates import DateStyle
from lib.english import WEEKDAYS, sentence_case
from lib.followup.snapshot import Snapshot
from lib.insight.open_plans import plans_asked
from lib.records.application import Application, same_company
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.role_likeness import unlike_applications
from lib.records.workbook import Workbook
from lib.records.zones import clocks

PLANS = 3
"""The most open plans on one sheet; the newest ones."""
REMARKS = 3
"""The most lines of what went well, and of what went badly, at the top of a sheet."""
NOTED = 8
"""How many lines of my own notes are shown at once; the others are folded away."""
ASK_THEM = ("How soon do you decide?", "What comes next?", "How may I reach you?")
"""The questions to ask in every interview (F1)."""

_SHOWN = 12
_AHEAD = re.compile(
    r"\b(?:next|second|2nd|third|3rd|final|trial|bring|wear|need(?: to)?|must|ask|find out|check|remember|forget|"
    r"prepare|read up|revise|practi[sc]e|look up|hear|by|before|until|come|when|start)\b",
    re.IGNORECASE,
)
"""Words that point ahead: to a next step, or to what is still to do or to ask."""


@dataclass(frozen=True)
class EarlierRemark:
    """Something noted in an earlier interview, with where and when; ``stage`` as within a sentence."""

    text: str
    company: str
    stage: str
    on: date
    interview_id: str

    @property
    def source(self) -> str:
        """'Northwind, technical'."""
        return f"{self.company}, {self.stage}"


@dataclass(frozen=True)
class PracticeAloud:
    """A question to practise aloud: who asked ('asked at Polaris and 4 others'), and my best answer if any."""

    text: str
    asked: str
    best_answer: str

    @property
    def line(self) -> str:
        """The question, who asked it, and an answer."""
        told = f"{self.text} ({self.asked})"
        return f"{told} Your answer: {self.best_answer}" if self.best_answer else told


@dataclass(frozen=True)
class PersonToMeet:
    """A person on the sheet, with what we talked about before, if we did."""

    person: Person
    talked_about: tuple[str, ...]


@dataclass(frozen=True)
class PrepSheet:
    """What to know before one interview, to be read on one page. It opens with what went well before.

    ``is_new_company``: the claims, questions and points are from interviews elsewhere. ``still_unknown`` are my open
    questions about them; ``pay_said`` comes from this company only, as do ``notes``, the lines of my private notes:
    those that point ahead first, the titles of the notes last. Of
    interviews in another line of work nothing is here but questions that any interview asks. ``practise`` is filled in
    by ``with_practice``: which questions those are, practice knows. ``posting`` is the text of the job posting.
    """

    interview: Interview
    company: str
    role: str
    when: str
    where: str
    with_whom: tuple[PersonToMeet, ...]
    is_new_company: bool
    went_well: tuple[EarlierRemark, ...]
    went_badly: tuple[EarlierRemark, ...]
    ask_them: tuple[str, ...]
    still_unknown: tuple[str, ...]
    find_out: tuple[str, ...]
    claims: tuple[EarlierRemark, ...]
    pay_said: tuple[EarlierRemark, ...]
    they_asked: tuple[EarlierRemark, ...]
    unsaid: tuple[EarlierRemark, ...]
    promises: tuple[Promise, ...]
    notes: tuple[str, ...]
    plans: tuple[IfThenPlan, ...]
    draws_on: str
    practise: tuple[PracticeAloud, ...] = ()
    posting: str = ""

    @property
    def asked_heading(self) -> str:
        """Whose questions ``they_asked`` are."""
        return "What other companies asked" if self.is_new_company else "What they asked"

    @property
    def title(self) -> str:
        """What it is the sheet of."""
        return f"{self.company}, {self.interview.type_phrase}"

    def with_questions(self, questions: Iterable[str]) -> "PrepSheet":
        """The sheet with further open questions of mine, each once."""
        standing = {_key(text) for text in (*self.ask_them, *self.still_unknown)}
        new = {_key(text): text for text in reversed(tuple(questions)) if _key(text) not in standing}
        return replace(self, still_unknown=(*self.still_unknown, *reversed(new.values())))

    def with_practice(self, questions: Iterable[PracticeAloud]) -> "PrepSheet":
        """The sheet with the questions to practise aloud."""
        return replace(self, practise=tuple(questions))


def sheet_for(
    workbook: Workbook,
    interview_id: str,
    now: datetime,
    zone: ZoneInfo,
    leaving_out: Collection[str] = (),
    *,
    dates: DateStyle,
) -> PrepSheet | None:
    """The sheet of any interview, however far off; None if there is no such interview.

    ``leaving_out`` are the ids of questions that only make sense at another company.
    """
    snapshot = Snapshot(workbook, now, zone, dates=dates)
    interview = snapshot.interviews_by_id.get(interview_id)
    return sheet_of(snapshot, interview, leaving_out) if interview else None


def sheet_of(snapshot: Snapshot, interview: Interview, leaving_out: Collection[str] = ()) -> PrepSheet:
    """The sheet of an interview."""
    application = snapshot.workbook.application(interview.application_id)
    before = _before(snapshot, interview)
    here = [entry for entry in before if _is_here(snapshot, entry, application)]
    unlike = unlike_applications(snapshot.workbook, interview.application_id)
    like = [entry for entry in before if entry.application_id not in unlike]
    source = here or like
    they_asked = tuple(_they_asked(snapshot, here or before, leaving_out))
    company = snapshot.company(interview.application_id)
    return PrepSheet(
        interview=interview,
        company=company,
        role=application.role if application else "",
        when=_when(snapshot, interview),
        where=_where(interview, application),
        with_whom=tuple(_with_whom(snapshot, interview, before)),
        is_new_company=not here,
        went_well=tuple(_remarks(snapshot, interview, like, "went_well")),
        went_badly=tuple(_remarks(snapshot, interview, source, "went_badly")),
        ask_them=ASK_THEM,
        still_unknown=tuple(_still_unknown(snapshot, interview, here)),
        find_out=tuple(_find_out(here)),
        claims=tuple(_claims(snapshot, source)),
        pay_said=tuple(_remark(snapshot, entry, entry.pay_said) for entry in here if entry.pay_said.strip()),
        they_asked=they_asked,
        unsaid=tuple(_remark(snapshot, entry, entry.unsaid) for entry in source if entry.unsaid.strip())[:_SHOWN],
        promises=tuple(promise for entry in here for promise in snapshot.promises.get(entry.id, ())),
        notes=tuple(_notes(company, (interview, *here))),
        plans=tuple(_plans(snapshot, interview, unlike))[:PLANS],
        draws_on=_draws_on(company, here, bool(like or they_asked)),
        posting=application.posting if application else "",
    )


def _before(snapshot: Snapshot, interview: Interview) -> list[Interview]:
    """The debriefed interviews up to this one, newest first."""
    debriefed = [entry for entry in snapshot.interviews if entry.is_debriefed and entry.id != interview.id]
    return [entry for entry in reversed(debriefed) if snapshot.ended(entry) <= snapshot.ended(interview)]


def _is_here(snapshot: Snapshot, interview: Interview, application: Application | None) -> bool:
    other = snapshot.workbook.application(interview.application_id)
    if other is None or application is None:
        return interview.application_id == (application.id if application else "")
    return same_company(other.company, application.company)


def _plans(snapshot: Snapshot, interview: Interview, unlike: Collection[str]) -> Iterator[IfThenPlan]:
    """The open plans, without those made after interviews in another line of work."""
    for plan in plans_asked(snapshot.workbook, interview.id, interview.held_at):
        made_after = snapshot.interviews_by_id.get(plan.interview_id)
        if made_after is None or made_after.application_id not in unlike:
            yield plan


def _notes(company: str, interviews: Iterable[Interview]) -> list[str]:
    """The lines of my private notes, each once and without headings: first what points ahead, last what only names the
    interview that the note was about."""
    ranked: dict[str, tuple[int, str]] = {}
    for entry in interviews:
        for line in _lines(entry.private_note):
            if not line.endswith(":"):
                rank = 2 if _names_its_interview(line, entry, company) else 0 if _AHEAD.search(line) else 1
                ranked.setdefault(_key(line), (rank, line))
    return [line for _, line in sorted(ranked.values(), key=lambda one: one[0])]


def _names_its_interview(line: str, interview: Interview, company: str) -> bool:
    """Whether it's the title of a note: it names the company, or 'interview' with the weekday on which that was."""
    weekday = WEEKDAYS[interview.held_on.weekday()][:3].casefold()
    is_dated = re.search(rf"\b{weekday}", line.casefold()) is not None and "interview" in line.casefold()
    return is_dated or _key(company) in _key(line)


def _draws_on(company: str, here: list[Interview], has_others: bool) -> str:
    if here:
        return f"From your earlier interviews at {company}"
    return "From your interviews at other companies" if has_others else ""


def _when(snapshot: Snapshot, interview: Interview) -> str:
    if not isinstance(interview.held_at, datetime):
        return sentence_case(f"{snapshot.say(interview.held_at)}, time not noted")
    length = f", {interview.length} minutes" if interview.length else ""
    is_over = snapshot.has_come(interview.held_at)
    return sentence_case(
        f"{clocks(interview, snapshot.zone, snapshot.say, joint=' at ', is_over=is_over, dates=snapshot.dates)}{length}"
    )


def _where(interview: Interview, application: Application | None) -> str:
    usual = application.location if application and interview.format in (None, "in_person") else ""
    held = label(interview.format) if interview.format else ""
    return ", ".join(part for part in (held, interview.place or usual, interview.link) if part)


def _with_whom(snapshot: Snapshot, interview: Interview, before: list[Interview]) -> Iterator[PersonToMeet]:
    for seen in snapshot.met.get(interview.id, ()):
        person = snapshot.people.get(seen.person_id)
        if person:
            earlier = (
                talk for entry in before for talk in snapshot.met.get(entry.id, ()) if talk.person_id == person.id
            )
            yield PersonToMeet(person, tuple(talk.talked_about for talk in earlier if talk.talked_about))


def _still_unknown(snapshot: Snapshot, interview: Interview, here: list[Interview]) -> Iterator[str]:
    """My questions that were not put yet."""
    ids = {entry.id for entry in (interview, *here)}
    mine = [entry for entry in snapshot.workbook.questions if entry.asked_by == "me"]
    put = {_key(entry.text) for entry in mine if entry.asked}
    waiting = (
        entry.text
        for entry in mine
        if not entry.asked and (entry.interview_id in ids or entry.application_id == interview.application_id)
    )
    yield from dict.fromkeys(text for text in waiting if _key(text) not in put)


def _find_out(here: list[Interview]) -> Iterator[str]:
    """What the earlier rounds here left open, and is no question to put to them as it is."""
    if here and all(entry.this_manager in (None, "unsure") for entry in here):
        yield "Whether you'd want to work for this manager"


def _remarks(
    snapshot: Snapshot, interview: Interview, before: list[Interview], column: Literal["went_well", "went_badly"]
) -> Iterator[EarlierRemark]:
    """My own lines of that column: of interviews of this type first, then the latest; first lines first."""
    fitting = sorted(before, key=lambda entry: entry.stage != interview.stage)
    told = [(place, entry, line) for entry in fitting for place, line in enumerate(_lines(getattr(entry, column)))]
    told.sort(key=lambda one: one[0])
    lines: dict[str, tuple[Interview, str]] = {}
    for _, entry, line in told:
        lines.setdefault(_key(line), (entry, line))
    for entry, line in list(lines.values())[:REMARKS]:
        yield _remark(snapshot, entry, line)


def _lines(text: str) -> list[str]:
    bare = (line.strip().lstrip("-*•–").strip() for line in text.splitlines())
    return [line for line in bare if line]


def _claims(snapshot: Snapshot, source: list[Interview]) -> Iterator[EarlierRemark]:
    order = {entry.id: number for number, entry in enumerate(source)}
    claims = [claim for claim in snapshot.workbook.claims if claim.interview_id in order]
    claims.sort(key=lambda claim: order[claim.interview_id])
    first = {_key(claim.claim): claim for claim in reversed(claims)}
    kept = [claim for claim in claims if first[_key(claim.claim)] is claim]
    for claim in kept[:_SHOWN]:
        yield _remark(snapshot, source[order[claim.interview_id]], claim.claim)


def _they_asked(snapshot: Snapshot, source: list[Interview], leaving_out: Collection[str]) -> Iterator[EarlierRemark]:
    order = {entry.id: number for number, entry in enumerate(source)}
    asked = [
        entry
        for entry in snapshot.workbook.questions
        if entry.interview_id in order and entry.asked_by != "me" and entry.id not in leaving_out
    ]
    asked.sort(key=lambda entry: (order[entry.interview_id], entry.position or 0))
    for question in list(_distinct(asked))[:_SHOWN]:
        yield _remark(snapshot, source[order[question.interview_id]], question.text)


def _remark(snapshot: Snapshot, interview: Interview, text: str) -> EarlierRemark:
    company = snapshot.company(interview.application_id)
    return EarlierRemark(text.strip(), company, interview.type_phrase, interview.held_on, interview.id)


def _distinct(questions: Iterable[Question]) -> Iterator[Question]:
    seen: set[str] = set()
    for question in questions:
        if _key(question.text) not in seen:
            seen.add(_key(question.text))
            yield question


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
