"""Questions about one's own claims, put aside for good, and taken up again."""

from collections.abc import Callable
from datetime import datetime

from lib.practice.consistency import DISMISSED_KEY, dismissed_claims
from lib.records.setting import Setting
from lib.store import Change, Receipt, Store


def dismiss_claim(store: Store, claim_id: str, now: datetime) -> Receipt:
    """Ask about this claim no more, at any company. ``store.undo`` takes it back."""
    return _put(store, lambda known: (*(one for one in known if one != claim_id), claim_id), now)


def ask_again(store: Store, now: datetime) -> Receipt:
    """Ask about every claim again that was put aside."""
    return _put(store, lambda _: (), now)


def _put(store: Store, changed: Callable[[tuple[str, ...]], tuple[str, ...]], now: datetime) -> Receipt:
    loaded = store.load()
    put = (Setting(key=DISMISSED_KEY, value="\n".join(changed(dismissed_claims(loaded.workbook)))),)
    label = "A question about a claim"
    return store.commit(Change(label=label, put=put, stamps=loaded.stamps_of(put), undoable=True), now)
