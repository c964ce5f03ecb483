"""A click on Save can stop the callback of the change right before it. What the screen shows is saved all the same."""

from dataclasses import dataclass

import pytest

from lib.records.decision import Decision
from lib.store import Store
from lib.ui.drafts import fields
from lib.ui.drafts.kinds import DRAFT_KINDS
from tests.pages.conftest import Open
from tests.pages.screen import click, field
from tests.workflows.evening import NOW, debrief_draft, debriefed, from_outside, put
from tests.workflows.owed import met_three, owed


@dataclass(frozen=True)
class Typed:
    """One form, one answer, the button that saves it, and the file that holds it then."""

    page: str
    address: dict[str, str]
    field: str
    value: object
    key: str
    file: str
    words: str


def debrief(store: Store) -> Typed:
    draft = debrief_draft(
        store, {"company": "Northwind", "role": "Analyst", "date": "2026-11-20", "stage": "technical"}
    )
    store.drafts.save(draft, NOW)
    return Typed("main/debrief", {"draft": draft.id}, "company", "Fabrikam", "next", "", "Fabrikam")


def upcoming(_store: Store) -> Typed:
    return Typed("main/debrief", {"new": "upcoming"}, "company", "Fabrikam", "save", "", "Fabrikam")


def edit(store: Store) -> Typed:
    interview = debriefed(store)
    return Typed(
        "main/journal",
        {"debrief": interview.id, "part": "notes"},
        "went_well",
        "Calm to the end",
        "save",
        "interviews.csv",
        "Calm to the end",
    )


def outcome(store: Store) -> Typed:
    interview = debriefed(store).changed(outcome="rejected", outcome_on="2026-11-20")
    put(store, interview)
    place = {"debrief": interview.id, "part": "outcome"}
    return Typed("main/journal", place, "feedback", "Too junior", "save", "interviews.csv", "Too junior")


def record(store: Store) -> Typed:
    interview = debriefed(store)
    put(store, Decision(id="de-1", application_id=interview.application_id, decided_at=NOW, choice="hold"))
    place = {"form": "decision", "draft": "de-1--x"}
    return Typed("more/decide", place, "reasons", "Slow, and far away", "save", "decisions.csv", "far away")


def scoring(store: Store) -> Typed:
    job = debriefed(store).application_id
    place = {"application": job, "part": "score"}
    return Typed("more/decide", place, "cr-pay.note", "They said 70k", "save", "fit.csv", "They said 70k")


def weighing(_store: Store) -> Typed:
    place = {"view": "criteria", "part": "rank"}
    return Typed("more/decide", place, "order", ["cr-pay"], "save", "criteria.csv", "cr-pay")


def message(store: Store) -> Typed:
    met_three(store)
    place = {"task": owed(store, "Thank Ben Lindqvist").id}
    return Typed("main/follow_up", place, "body_email", "Thank you, Ben.", "sent", "tasks.csv", "Thank you, Ben.")


def repair(store: Store) -> Typed:
    debriefed(store)
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    (problem,) = (one for one in store.load().problems if one.kind == "unreadable")
    place = {"view": "check", "finding": f"interviews.csv:{problem.line}:stage:unreadable"}
    return Typed("more/data", place, "stage", "technical", "save row", "interviews.csv", '"technical"')


FORMS = {
    "debrief": debrief,
    "upcoming": upcoming,
    "edit": edit,
    "outcome": outcome,
    "record": record,
    "scoring": scoring,
    "weighing": weighing,
    "message": message,
    "repair": repair,
}


def test_every_kind_of_draft_is_among_them() -> None:
    assert set(FORMS) == set(DRAFT_KINDS)


@pytest.mark.parametrize("kind", FORMS)
def test_words_whose_callback_was_cut_off_are_saved_as_they_show(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    form = FORMS[kind](store)
    monkeypatch.setattr(fields, "on_change", lambda _name, _field: None)
    app = tab(form.page, **form.address)
    if kind == "message":
        click(app, "edit")
    field(app, form.field).set_value(form.value)
    click(app, form.key)
    assert form.words in kept(store, form)


def kept(store: Store, form: Typed) -> str:
    """What the file of that form holds; for one that isn't saved yet, its draft."""
    if form.file:
        return (store.folder / form.file).read_text("utf-8-sig")
    return " ".join(str(draft.values) for draft in store.drafts.list())
