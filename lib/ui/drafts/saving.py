"""What buttons do with the workbook: run one verb, show the result, and offer the undo."""

from collections.abc import Callable

from lib.english import paragraph
from lib.store import Receipt, Store
from lib.ui import session
from lib.ui.context import clock, current_store

Verb = Callable[[], Receipt | None]


def run(verb: Verb, sentence: str) -> None:
    """Run one verb of the workbook, show ``sentence``, and offer the undo if there is one: for callbacks.

    The verb's errors are shown by ``lib.ui.error_messages``.
    """
    receipt = verb()
    session.clear_problem()
    session.set_notice(paragraph(sentence, receipt.message if receipt else ""))
    if receipt:
        offer_undo_of(current_store(), receipt)


def offer_undo_of(store: Store, receipt: Receipt) -> None:
    """Offer to undo that commit, beside the message, if it can be undone."""
    if any(entry.receipt_id == receipt.id for entry in store.undoable()):
        session.offer_undo(receipt.id)


def undo(receipt_id: str) -> None:
    """Take back one commit."""
    receipt = current_store().undo(receipt_id, clock())
    session.clear_problem()
    session.set_notice(f"{receipt.label}.")


def discard_waiting(draft_id: str) -> None:
    """Discard a draft that is not open here; it can be brought back."""
    current_store().drafts.discard(draft_id, clock())
    session.set_notice("Draft discarded.")
    session.offer_draft_back(draft_id)


def bring_back(draft_id: str) -> None:
    """Bring a discarded draft back."""
    current_store().drafts.bring_back(draft_id)
    session.set_notice("The draft is back.")
