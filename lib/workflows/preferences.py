"""Changing what the workbook asks and assumes."""

from collections.abc import Iterable
from datetime import datetime

from lib.records.dimension import Dimension, all_dimensions
from lib.records.record import Record
from lib.records.setting import Setting
from lib.store import Change, Receipt, Store
from lib.workflows.errors import Incomplete
from lib.workflows.ids import stable_id


def set_setting(store: Store, key: str, value: str, now: datetime) -> Receipt:
    """Set one setting; an empty value is the default again."""
    return _put(store, "A setting", (Setting(key=key, value=value),), now)


def turn_dimension(store: Store, key: str, on: bool, now: datetime) -> Receipt:
    """Ask for a dimension from now on, or no more; ratings given stay."""
    return _put(store, "A dimension", (_dimension(store, key).changed(retired=not on),), now)


def reword_dimension(store: Store, key: str, label: str, low: str, high: str, now: datetime) -> Receipt:
    """Give a dimension other words; its key, and so its past, stays. Raises ``Incomplete`` without a name."""
    if not label.strip():
        raise Incomplete("A dimension needs a name.", "Give it one, or switch it off.")
    changed = _dimension(store, key).changed(label=label.strip(), low=low.strip(), high=high.strip())
    return _put(store, "A dimension", (changed,), now)


def add_dimension(store: Store, label: str, low: str, high: str, now: datetime) -> Receipt:
    """A side of interviews of one's own. Raises ``Incomplete`` without a name, or where that name is taken."""
    name = " ".join(label.split())
    known = all_dimensions(store.load().workbook.dimensions)
    if not name or any(dimension.label.casefold() == name.casefold() for dimension in known):
        raise Incomplete("A dimension needs a name of its own.", "Choose another one.")
    added = Dimension(
        key=stable_id("dm", name),
        label=name,
        low=low.strip(),
        high=high.strip(),
        position=max(d.position or 0 for d in known) + 1,
    )
    return _put(store, "A dimension", (added,), now)


def _dimension(store: Store, key: str) -> Dimension:
    return next(entry for entry in all_dimensions(store.load().workbook.dimensions) if entry.key == key)


def _put(store: Store, label: str, records: Iterable[Record], now: datetime) -> Receipt:
    put = tuple(records)
    return store.commit(Change(label=label, put=put, stamps=store.load().stamps_of(put)), now)
