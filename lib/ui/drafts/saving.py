"""What buttons do with the workbook: run one verb, say what came of it, and offer the undo."""

from collections.abc import Callable

from lib.english import said
from lib.store import Receipt, Store
from lib.ui import session
from lib.ui.visit import clock, current_store

Verb = Callable[[], Receipt | None]


def run(verb: Verb, sentence: str) -> None:
    """Run one verb of the workbook, say ``sentence``, and offer the undo where there is one: a callback's work.

    What the verb raises is said by the one door for errors.
    """
    receipt = verb()
    session.clear_problem()
    session.say(said(sentence, receipt.says if receipt else ""))
    if receipt:
        offer_undo_of(current_store(), receipt)


def offer_undo_of(store: Store, receipt: Receipt) -> None:
    """Offer to take that commit back, beside what is said, where it can be."""
    if any(entry.receipt_id == receipt.id for entry in store.undoable()):
        session.offer_undo(receipt.id)


def undo(receipt_id: str) -> None:
    """Take back one commit."""
    receipt = current_store().undo(receipt_id, clock())
    session.clear_problem()
    session.say(f"{receipt.label}.")
