"""Debriefs made the way the pages make them, in a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Draft, Receipt, SaveFailed, Store, Transaction, disk, receipt
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.debrief import begin_debrief
from lib.workflows.drafts.editing import begin_edit
from lib.workflows.drafts.outcome import begin_outcome, save_outcome
from lib.workflows.drafts.upcoming import begin_upcoming, save_upcoming
from tests.day_first import save_debrief, save_edit

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 0, tzinfo=ZONE)
"""Friday evening."""
NEXT_EVENING = NOW + timedelta(days=1)

WHICH = {"company": "Northwind", "role": "Data engineer", "date": "2026-11-20", "time": "14:00", "stage": "technical"}
"""What the first screen must know."""

FULL = WHICH | {
    "interest_after": "7",
    "asked": "Why do you want to leave?\nTell me about a project that went wrong\nWhat do you earn?",
    "hard": ["What do you earn?", "Why do you want to leave?"],
    "wish": "That I look at the whole offer.",
    "went_well": "The incident story.",
    "went_badly": "Talked too long.",
    "unsaid": "The migration was mine.",
    "people.pe-one.name": "Priya Raman",
    "people.pe-one.talked_about": "the move of the billing system",
    "next_step": "round",
    "reply_by": "2026-11-27",
    "promise": "Send the link to the talk",
    "promise_by": "2026-11-23",
    "new_plan": "If they ask why I left, then I name two things I want next",
    "forecast": "60",
}
"""Every answer of the three screens."""


def workbook(store: Store) -> Workbook:
    return store.load().workbook


def put(store: Store, *records: Record) -> None:
    loaded = store.load()
    store.commit(Transaction(label="Set up", put=records, row_versions=loaded.row_versions_of(records)), NOW)


def answered(draft: Draft, answers: dict[str, Any]) -> Draft:
    """The draft after these answers, as a desk makes it."""
    return Draft(**{**vars(draft), "values": with_answers(draft.values, answers)})


def debrief_draft(store: Store, answers: dict[str, Any], interview_id: str = "", seed: int = 1) -> Draft:
    draft = begin_debrief(workbook(store), interview_id, NOW, Random(seed))
    return store.drafts.save(answered(draft, answers), NOW)


def debriefed(store: Store, seed: int = 1, interview_id: str = "", now: datetime = NOW, **answers: Any) -> Interview:
    """An interview of which tonight's debrief is saved; other answers than the required ones by name."""
    draft = debrief_draft(store, {**WHICH, **answers}, interview_id, seed)
    save_debrief(store, draft, now, ZONE)
    return the(store, draft.record_id)


def full_debrief(store: Store, seed: int = 1, **answers: Any) -> Interview:
    draft = debrief_draft(store, {**FULL, **answers}, seed=seed)
    save_debrief(store, draft, NOW, ZONE)
    return the(store, draft.record_id)


def scheduled(store: Store, seed: int = 9, **answers: Any) -> Interview:
    """An interview that was entered in advance."""
    usual = WHICH | {"interest_before": "8", "people_names": "Priya Raman"}
    draft = store.drafts.save(answered(begin_upcoming(Random(seed)), usual | answers), NOW)
    save_upcoming(store, draft, NOW - timedelta(days=3), ZONE)
    return the(store, draft.record_id)


def edit_draft(store: Store, interview: Interview, section: str, answers: dict[str, Any], seed: int = 2) -> Draft:
    draft = begin_edit(workbook(store), the(store, interview.id), section, NOW, Random(seed))
    return store.drafts.save(answered(draft, answers), NOW)


def edited(
    store: Store,
    interview: Interview,
    section: str,
    answers: dict[str, Any],
    now: datetime = NEXT_EVENING,
    seed: int = 2,
) -> Interview:
    save_edit(store, edit_draft(store, interview, section, answers, seed), now, ZONE)
    return the(store, interview.id)


def outcome_draft(store: Store, interview: Interview, answers: dict[str, Any], seed: int = 3) -> Draft:
    draft = begin_outcome(the(store, interview.id), NOW, Random(seed))
    return store.drafts.save(answered(draft, answers), NOW)


def decided(store: Store, interview: Interview, outcome: str, on: str = "2026-11-20", seed: int = 3) -> Receipt:
    return save_outcome(store, outcome_draft(store, interview, {"outcome": outcome, "outcome_on": on}, seed), NOW)


def the(store: Store, interview_id: str) -> Interview:
    found = workbook(store).interview(interview_id)
    assert found is not None
    return found


def from_outside(store: Store, file: str, old: str, new: str) -> None:
    """Change a file as an editor would."""
    path = store.folder / file
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text("\ufeff" + text.replace(old, new, 1), "utf-8", newline="")


def new_server() -> None:
    """As a server that has just started: what the last one kept in memory is gone."""
    receipt._receipts.clear()


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk that takes nothing more."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise SaveFailed("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", refuse)
        yield
