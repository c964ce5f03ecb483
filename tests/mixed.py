"""Workbooks in which the facts of two companies and of two people of one name are mixed on purpose.

Every text that a person may write holds a nonsense word of its own, and ``Mixed`` knows of each word whose it is: which
company, application, interview and person, which column, and whether it is private. So a test can look for what must
not get somewhere: ``mixed.facts_in(text)``, then ``fact.is_foreign_to(...)`` or ``fact.is_private``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import ValidationError

from lib.records import private
from lib.records.record import Record, vocabulary_of
from lib.records.vocabulary import Formality, Leaning, NextStep, Outcome, Stage, Status, words
from lib.records.workbook import Workbook
from tests.conftest import NOW

TODAY = NOW.date()
COMPANIES = {"a": "Alderfold", "b": "Brackenby", "r": "Cindermoor"}
"""Two companies with interviews, and a rival of the first one that was never spoken to."""
PROCESSES = {"ap-a1": "a", "ap-a2": "a", "ap-b1": "b", "ap-r": "r"}
"""The applications by their company's letter; the first company has two of them."""
ROLES = {"ap-a1": "Aldwright", "ap-a2": "Aldkeeper", "ap-b1": "Brackwright", "ap-r": "Cinderwright"}
BASES = {"ap-a1": 51000, "ap-a2": 52000, "ap-b1": 53000, "ap-r": 54000}
"""What each process's offer pays, where there is one."""
ROUNDS = {"iv-a1": "ap-a1", "iv-a2": "ap-a1", "iv-c1": "ap-a2", "iv-b1": "ap-b1", "iv-b2": "ap-b1"}
"""The interviews by their application, in the order of time; two of them have a second round with other people."""
PEOPLE = {
    "pe-a-alex": ("Alex Kim", "a", "hiring_manager"),
    "pe-b-alex": ("Alex Kim", "b", "hiring_manager"),
    "pe-a-sam": ("Sam Osei", "a", "interviewer"),
    "pe-b-sam": ("Sam Osei", "b", "interviewer"),
    "pe-agency": ("Noor Haddad", "", "recruiter"),
    "pe-a-robin": ("Robin Diaz", "a", "contact"),
    "pe-b-robin": ("Robin Diaz", "b", "contact"),
    "pe-ref": ("Tom Baker", "", "reference"),
}
"""Everybody: their name, company and kind. Three names occur twice; the agency's recruiter was met at both."""
MEETINGS = (
    ("iv-a1", "pe-a-alex"),
    ("iv-a1", "pe-agency"),
    ("iv-a2", "pe-a-sam"),
    ("iv-c1", "pe-a-alex"),
    ("iv-b1", "pe-b-alex"),
    ("iv-b1", "pe-agency"),
    ("iv-b2", "pe-b-sam"),
)
HELPERS = ("pe-ref", "pe-a-robin", "pe-b-robin")
PRIVATE = frozenset(f"{table}.{column}" for table, columns in private.PRIVATE.items() for column in columns)
FORMS = (
    "{0}",
    "I ran {0} reporting for three years",
    "Ten years of {0}",
    "I have never run {0}",
    "No {0} at all",
    "We talked about {0}",
    "We did not get to {0}",
    "That I set up {0}",
    "your {0}",
    "What {0} does at {1}",
    "Cut the {0} reporting from nine days to two.\nNobody asked for it",
    "Not {0}, but all the rest",
    "{0} without any reporting?",
)
"""What is typed around a word: plain, as a sentence, denied, over two lines, to them, and with the company's name."""

_NOT_WRITTEN = {
    "applications": ("company", "role", "rival_of", "url", "import_ref"),
    "people": ("name", "company", "email", "phone", "linkedin", "import_ref"),
    "interviews": ("seal", "plan_id", "zone"),
    "tasks": ("rule",),
    "fit": ("criterion_id",),
    "offers": ("currency",),
    "offer_changes": ("value",),
    "activity": ("company",),
    "settings": ("key", "value"),
    "dimensions": ("key",),
    "ratings": ("dimension",),
    "claims": ("dimension",),
    "plans": ("dimension",),
}
"""Columns of text that hold no words of the person's own about an interview."""


@dataclass(frozen=True)
class Fact:
    """One word and whose it is. An empty id means that it belongs to nothing of that kind: a goal belongs to no
    company.

    ``field`` is table and column ('claims.claim'), ``row`` the row's id; ``text`` is the whole cell.
    """

    word: str
    field: str
    row: str
    company: str
    application_id: str
    interview_id: str
    person_id: str
    text: str

    @property
    def is_private(self) -> bool:
        """Whether it is meant for the person's own eyes alone."""
        return self.field in PRIVATE

    def is_foreign_to(self, application_id: str, person_id: str = "") -> bool:
        """Whether it is another process's, or was told to or noted about another person."""
        other = self.application_id != application_id if self.application_id else False
        elsewhere = bool(self.company) and self.company != PROCESSES[application_id]
        return other or elsewhere or bool(self.person_id and self.person_id != person_id)


@dataclass(frozen=True, repr=False)
class Mixed:
    """A workbook with every word in it that marks a fact. ``chosen`` is what chance made of it, for a failure."""

    workbook: Workbook
    facts: tuple[Fact, ...]
    chosen: str = ""
    now: datetime = NOW

    def __repr__(self) -> str:
        return f"<a mixed workbook with {self.chosen or 'everything written'}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # how Hypothesis asks for it: a whole workbook is more than it prints

    def facts_in(self, text: str) -> tuple[Fact, ...]:
        """The facts that a text names, in whatever case."""
        found = set(re.findall(r"[a-z]+", text.casefold()))
        return tuple(fact for fact in self.facts if fact.word.casefold() in found)

    def fact(self, column: str, row: str) -> Fact:
        """The fact of one cell. Raises StopIteration where the cell is empty."""
        return next(fact for fact in self.facts if (fact.field, fact.row) == (column, row))


@dataclass(frozen=True)
class _Row:
    table: str
    cells: dict[str, Any]
    application_id: str = ""
    interview_id: str = ""
    person_id: str = ""
    company: str = ""


def everything_written(**choices: Any) -> Mixed:
    """The workbook with a fact in every text, all in plain words; ``choices`` as in ``mixed_workbooks``."""
    return _written(tuple(_rows({**_USUAL, **choices})), lambda *_: "{0}")


@st.composite
def mixed_workbooks(draw: st.DrawFn) -> Mixed:
    """Workbooks in any state of their processes, with much or little written about each of them."""
    chosen = {name: draw(options) for name, options in _CHOICES.items()}
    fullness = {process: draw(st.sampled_from(("all", "some", "none"))) for process in PROCESSES}
    fields = sorted({f"{row.table}.{name}" for row in _rows(chosen) for name in written_in(row.table)})
    left_out = draw(st.sets(st.sampled_from(fields), max_size=len(fields) // 2))
    turn = draw(st.integers(0, len(FORMS) - 1))

    def form(row: _Row, column: str, number: int) -> str:
        much = fullness.get(row.application_id, "all")
        if much == "none" or (much == "some" and column in left_out):
            return ""
        return FORMS[(turn + 5 * number) % len(FORMS)]

    mixed = _written(tuple(_rows(chosen)), form)
    unusual = {name: value for name, value in chosen.items() if value != _USUAL.get(name)}
    return replace(mixed, chosen=f"{unusual}, written: {fullness}, left out: {left_out}, turn: {turn}")


@cache
def written_in(table: str) -> tuple[str, ...]:
    """The columns of a table that hold words of the person's own."""
    model = Workbook.MODELS[table]
    keys = {*model.key_fields, *model.refers, "plan_id", "question_id", "topic_id", "application_id", "interview_id"}
    return tuple(
        name
        for name, column in model.model_fields.items()
        if name not in keys | set(_NOT_WRITTEN.get(table, ()))
        and not vocabulary_of(model, name)
        and _holds_text(column.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    parts = [part for part in get_args(annotation) if part is not NoneType]
    return annotation is str or (get_origin(annotation) is tuple and bool(parts)) or str in parts


def _written(rows: tuple[_Row, ...], form: Any) -> Mixed:
    facts: list[Fact] = [*_names()]
    tables: dict[str, list[Record]] = {name: [] for name in Workbook.MODELS}
    for row in rows:
        cells, told = dict(row.cells), []
        for name in written_in(row.table):
            column, number = f"{row.table}.{name}", len(facts) + len(told)
            said = form(row, column, number)
            if said and (fact := _fact(row, column, number, said)) and _is_taken(row, name, fact.text):
                cells[name] = fact.text
                told.append(fact)
        if all(cells.get(name) for name in Workbook.MODELS[row.table].required()):
            tables[row.table].append(Workbook.MODELS[row.table].from_cells(cells))
            facts += told
    return Mixed(Workbook(**{name: tuple(found) for name, found in tables.items()}), tuple(facts))


def _fact(row: _Row, column: str, number: int, said: str) -> Fact:
    company = row.company or PROCESSES.get(row.application_id, "")
    table, _, name = column.partition(".")
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    word = f"q{company or 'o'}{table}{name}z{letters}".replace("_", "")
    text = said.format(word, COMPANIES.get(company, "Northgate"))
    about = (company, row.application_id, row.interview_id, row.person_id)
    return Fact(word, column, str(row.cells.get("id") or "/".join(about[1:])), *about, text)


def _names() -> Iterator[Fact]:
    """The names of the companies and of the roles are facts too."""
    for company, name in COMPANIES.items():
        yield Fact(name, "applications.company", "", company, "", "", "", name)
    for application_id, role in ROLES.items():
        yield Fact(role, "applications.role", application_id, PROCESSES[application_id], application_id, "", "", role)


def _is_taken(row: _Row, name: str, text: str) -> bool:
    """Whether a column takes any words: one with a form of its own, as a time zone, is left as it is."""
    model = Workbook.MODELS[row.table]
    try:
        model.__pydantic_validator__.validate_assignment(model.model_construct(), name, text)
    except ValidationError as error:
        return all(found["loc"] != (name,) for found in error.errors())
    return True


_STATUSES = st.sampled_from((None, *words(Status)))
_CHOICES: dict[str, st.SearchStrategy[Any]] = {
    **{f"status {process}": _STATUSES for process in PROCESSES},
    **{f"outcome {interview}": st.sampled_from((None, *words(Outcome))) for interview in ROUNDS},
    **{f"stage {interview}": st.sampled_from(words(Stage)) for interview in ROUNDS},
    **{f"leaning {interview}": st.sampled_from((None, *words(Leaning))) for interview in ROUNDS},
    **{f"interest {interview}": st.sampled_from((None, 2, 5, 9)) for interview in ROUNDS},
    **{f"next {interview}": st.sampled_from((None, *words(NextStep))) for interview in ROUNDS},
    "formality": st.sampled_from((None, *words(Formality))),
    "days ago": st.integers(0, 30),
    "reply in": st.sampled_from((None, 2, 9)),
    "last round": st.sampled_from((None, "yes", "no")),
    "second state": st.sampled_from(("scheduled", "short", "done")),
    "offers": st.sets(st.sampled_from(tuple(PROCESSES))),
    "offer in writing": st.sampled_from((None, "yes", "no")),
    "accepted": st.booleans(),
    "steps": st.integers(0, 5),
    "favourite": st.booleans(),
    "told at": st.sampled_from(tuple(ROUNDS)),
}
_USUAL: dict[str, Any] = {
    **{f"status {process}": "interviewing" for process in PROCESSES},
    "status ap-r": "interested",
    **{f"{name} {interview}": None for interview in ROUNDS for name in ("outcome", "leaning", "next")},
    **{f"stage {interview}": "panel" for interview in ROUNDS},
    **{f"interest {interview}": 8 for interview in ROUNDS},
    "formality": None,
    "days ago": 1,
    "reply in": None,
    "last round": None,
    "second state": "done",
    "offers": {"ap-a1", "ap-b1"},
    "offer in writing": None,
    "accepted": False,
    "steps": 2,
    "favourite": True,
    "told at": "iv-b1",
}


def _day(days_ago: int) -> str:
    return (TODAY - timedelta(days=days_ago)).isoformat()


def _rows(chosen: dict[str, Any]) -> Iterator[_Row]:
    yield from _places(chosen)
    for interview_id, process in ROUNDS.items():
        yield from _interview(chosen, interview_id, process)
    for interview_id, person_id in MEETINGS:
        process, name = ROUNDS[interview_id], f"{interview_id[3:]}-{person_id[3:]}"
        key = {"interview_id": interview_id, "person_id": person_id}
        yield _Row("conversations", {**key}, process, interview_id, person_id)
        promised = {"id": f"pr-{name}", "by": _day(-2), **key}
        yield _Row("promises", promised, process, interview_id, person_id)
    for process in ("ap-a1", "ap-b1"):
        yield from _favours(chosen, process)
    for process in PROCESSES:
        yield from _weighed(chosen, process)
    yield from _own(chosen)


def _places(chosen: dict[str, Any]) -> Iterator[_Row]:
    for process, company in PROCESSES.items():
        cells = {"id": process, "company": COMPANIES[company], "role": ROLES[process], "formality": chosen["formality"]}
        cells |= {"status": chosen[f"status {process}"], "status_on": _day(1), "applied_on": _day(45)}
        rival = (
            {"rival_of": COMPANIES["a"]} if process == "ap-r" else {"favourite": "yes"} if chosen["favourite"] else {}
        )
        yield _Row("applications", cells | rival, process)
    for person_id, (name, company, kind) in PEOPLE.items():
        cells = {"id": person_id, "name": name, "company": COMPANIES.get(company, ""), "kind": kind}
        yield _Row("people", cells, person_id=person_id, company=company)


def _interview(chosen: dict[str, Any], interview_id: str, process: str) -> Iterator[_Row]:
    is_second = interview_id.endswith("2")
    days_ago = chosen["days ago"] if is_second else chosen["days ago"] + 6
    reply_by = None if chosen["reply in"] is None else _day(days_ago - chosen["reply in"])
    state = chosen["second state"] if is_second else "done"
    held_at = f"{_day(-2 if state == 'scheduled' else days_ago)}T14:00:00+01:00"
    cells = {"id": interview_id, "application_id": process, "state": state, "held_at": held_at, "reply_by": reply_by}
    cells |= {"stage": chosen[f"stage {interview_id}"], "leaning": chosen[f"leaning {interview_id}"]}
    cells |= {"interest_after": chosen[f"interest {interview_id}"], "next_step": chosen[f"next {interview_id}"]}
    cells |= {"outcome": chosen[f"outcome {interview_id}"], "last_round": chosen["last round"], "minutes": 60}
    yield _Row("interviews", cells, process, interview_id)
    key, here = {"interview_id": interview_id}, (process, interview_id)
    for number in (1, 2):
        yield _Row("claims", {"id": f"cl-{interview_id}-{number}", **key}, *here)
    asked = {
        "theirs": {"asked_by": "them", "asked": "yes", "rating": 2, "topic_id": f"to-{interview_id}"},
        "mine": {"asked_by": "me", "asked": "yes"},
        "prepared": {"asked_by": "them", "prepared": "yes"},
        "unasked": {"asked_by": "them", "prepared": "yes", "asked": "no"},
    }
    story = {"story_id": "st-told"} if chosen["told at"] == interview_id else {}
    for number, (name, mark) in enumerate(asked.items(), 1):
        cells = {"id": f"qu-{interview_id}-{name}", "position": number, **key, **mark}
        yield _Row("questions", cells | (story if name == "theirs" else {}), *here)
    yield _Row("topics", {"id": f"to-{interview_id}", "practise": "yes"}, *here)
    yield _Row("plans", {"id": f"pl-{interview_id}", **key, "made_on": _day(0)}, *here)
    reviewed = {"reviewed_at": f"{_day(0)}T09:00:00+01:00", "grade": "good", "topic_id": f"to-{interview_id}"}
    yield _Row("practice", {"id": f"re-{interview_id}", **reviewed}, *here)
    yield _Row("ratings", {**key, "dimension": "clarity", "score": 3}, *here)


def _favours(chosen: dict[str, Any], process: str) -> Iterator[_Row]:
    """The same reference for both, and at each house an acquaintance of one name."""
    steps = ("asked_on", "agreed_on", "briefed_on", "contacted_on", "thanked_on")[: chosen["steps"]]
    for person_id in ("pe-ref", f"pe-{PROCESSES[process]}-robin"):
        cells = {"id": f"as-{process}-{person_id}", "person_id": person_id, "application_id": process}
        cells |= {"kind": "reference" if person_id == "pe-ref" else "good_word"}
        yield _Row(
            "asks", cells | {step: _day(9 - number) for number, step in enumerate(steps)}, process, "", person_id
        )


def _weighed(chosen: dict[str, Any], process: str) -> Iterator[_Row]:
    key = {"application_id": process}
    yield _Row("fit", {**key, "criterion_id": "cr-work", "as_of": _day(1), "score": 60}, process)
    decided = {"decided_at": f"{_day(0)}T10:00:00+01:00", "choice": "go_on", "confidence": 70}
    yield _Row("decisions", {"id": f"de-{process}", **key, **decided}, process)
    yield _Row("activity", {"id": f"ac-{process}", "on": _day(3), "kind": "networking", **key}, process)
    yield _Row("tasks", {"id": f"ta-{process}", "kind": "own", "status": "open", **key}, process)
    if process in chosen["offers"]:
        cells = {"id": f"of-{process}", "kind": "offer", **key, "received_on": _day(1), "base": BASES[process]}
        cells |= {"in_writing": chosen["offer in writing"]}
        accepted = {"accepted_on": _day(0)} if chosen["accepted"] and process == "ap-a1" else {}
        yield _Row("offers", cells | accepted, process)


def _own(chosen: dict[str, Any]) -> Iterator[_Row]:
    """What belongs to no process: stories, goals, the job that I have. One story was told in an interview."""
    told_in = chosen["told at"]
    yield _Row("stories", {"id": "st-told"}, ROUNDS[told_in], told_in)
    yield _Row("stories", {"id": "st-untold"})
    yield _Row("goals", {"id": "go-1"})
    yield _Row("criteria", {"id": "cr-own", "goal_id": "go-1"})
    yield _Row("dimensions", {"key": "grit"})
    yield _Row("offers", {"id": "of-job", "kind": "present_job", "base": 41000})
    yield _Row("settings", {"key": "name", "value": "Grace Moreno"})
    yield _Row("plans", {"id": "pl-own", "made_on": _day(2)})
