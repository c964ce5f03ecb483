"""What buttons do with drafts: save them, set them aside, bring them back.

Each is a callback. Between reading the draft and taking it off the desk stands no Streamlit call, so that no rerun
can stop a save half-way.
"""

from collections.abc import Callable
from datetime import datetime, tzinfo

from lib.records.interview import Interview
from lib.store import Draft, Receipt, Store
from lib.ui import places, session
from lib.ui.visit import DESK, RANDOM, Visit, clock, current_store, this_visit
from lib.workflows import debrief, editing, messages, outcome, record_editing, scoring, upcoming, weighing
from lib.workflows.errors import EditedElsewhere, Incomplete
from lib.workflows.noted import same_interview, turn_into

Verb = Callable[[], Receipt | None]
Save = Callable[[Store, Draft, datetime, tzinfo], Receipt]

_SAVES: dict[str, Save] = {
    debrief.KIND: debrief.save_tonight,
    editing.KIND: editing.save_edit,
    upcoming.KIND: upcoming.save_upcoming,
    outcome.KIND: lambda store, draft, now, zone: outcome.save_outcome(store, draft, now),
    record_editing.KIND: lambda store, draft, now, zone: record_editing.save_record(store, draft, now),
    scoring.KIND: lambda store, draft, now, zone: scoring.save_scores(store, draft, now),
    weighing.KIND: lambda store, draft, now, zone: weighing.save_weighing(store, draft, now),
    messages.KIND: lambda store, draft, now, zone: messages.send_message(store, draft, this_visit().here),
}


def save_draft(name: str, sentence: str) -> None:
    """Save the open draft of that name; say ``sentence``, or what stood in the way."""
    tab, visit = session.tab(), this_visit()
    draft = DESK.get(tab, name)
    if draft is None:  # the first of two clicks has saved it
        return
    noted = same_interview(visit.workbook, draft, visit.now) if draft.kind == debrief.KIND else None
    if noted is None:
        _save(tab, visit, name, draft, sentence)
        return
    turned = _turned(tab, visit, draft, noted)
    _save(tab, visit, turned.id, turned, sentence)
    _go_on_in(name, turned.id)


def _save(tab: str, visit: Visit, name: str, draft: Draft, sentence: str) -> None:
    try:
        receipt = _SAVES[draft.kind](visit.store, draft, visit.now, visit.zone)
    except EditedElsewhere as conflict:
        session.show_differences(name, [(each.field, each.mine, each.theirs) for each in conflict.differences])
        session.report_problem(conflict.sentence)
        return
    except Incomplete as lack:
        if lack.screen:
            DESK.turn_to(tab, name, lack.screen, visit.store, visit.now)
        session.report_problem(lack.sentence)
        return
    DESK.take_off(tab, name)
    session.forget_fields(name)
    session.clear_problem()
    session.say(sentence)
    if any(entry.receipt_id == receipt.id for entry in visit.store.undoable()):
        session.offer_undo(receipt.id)


def turn_draft(visit: Visit, name: str, draft: Draft, interview: Interview) -> None:
    """Make the open draft the debrief of an interview that was noted beforehand; this tab goes on in it."""
    turned = _turned(session.tab(), visit, draft, interview)
    _go_on_in(name, turned.id)


def _turned(tab: str, visit: Visit, draft: Draft, interview: Interview) -> Draft:
    turned = turn_into(visit.store, draft, interview, visit.now, RANDOM)
    DESK.rewrite(lambda each: None if each.id == draft.id else each, visit.store)
    return DESK.put(tab, turned.id, turned)


def _go_on_in(name: str, turned: str) -> None:
    """Turn the page to the draft that the one opened as ``name`` has become."""
    session.forget_fields(name)
    session.forget_fields(turned)
    places.unfinished_debrief(turned).turn()


def save_over(name: str, sentence: str) -> None:
    """Save the open draft over what was changed elsewhere: the person has seen both and chose."""
    tab, store, now = session.tab(), current_store(), clock()
    DESK.keep(tab, name, {"overwrite": "yes"}, store, now)
    session.show_differences(name, [])
    save_draft(name, sentence)


def set_aside(name: str) -> None:
    """Discard the open draft; it can be brought back."""
    tab, store, now = session.tab(), current_store(), clock()
    draft = DESK.get(tab, name)
    if draft is None:
        return
    store.drafts.discard(draft.id, now)
    DESK.take_off(tab, name)
    session.forget_fields(name)
    session.show_differences(name, [])
    session.clear_problem()
    session.say("The draft is set aside.")
    session.offer_draft_back(draft.id)


def discard(draft_id: str) -> None:
    """Discard a draft that is not open here; it can be brought back."""
    store, now = current_store(), clock()
    store.drafts.discard(draft_id, now)
    session.say("The draft is set aside.")
    session.offer_draft_back(draft_id)


def undo(receipt_id: str) -> None:
    """Take back one commit."""
    store, now = current_store(), clock()
    receipt = store.undo(receipt_id, now)
    session.clear_problem()
    session.say(f"{receipt.label}.")


def bring_back(draft_id: str) -> None:
    """Bring a discarded draft back."""
    store = current_store()
    store.drafts.bring_back(draft_id)
    session.say("The draft is back where it was.")


def run(verb: Verb, sentence: str) -> None:
    """Run one verb of the workbook, say ``sentence``, and offer the undo where there is one."""
    receipt = verb()
    session.clear_problem()
    session.say(sentence)
    if receipt and any(entry.receipt_id == receipt.id for entry in current_store().undoable()):
        session.offer_undo(receipt.id)
