"""Changing what the workbook asks and assumes."""

from datetime import datetime

from pydantic import ValidationError

from lib.records.dimension import Dimension, all_dimensions
from lib.records.record import Record
from lib.records.setting import Setting
from lib.store import LoadedWorkbook, Receipt, Store, Transaction
from lib.workflows.errors import Incomplete, unkeepable
from lib.workflows.ids import stable_id


def set_setting(store: Store, key: str, value: str, now: datetime) -> Receipt:
    """Set one setting; an empty value is the default again."""
    return _put(store, store.load_whole(), "A setting", Setting(key=key, value=value), now)


def turn_dimension(store: Store, key: str, on: bool, now: datetime) -> Receipt:
    """Ask for a dimension from now on, or no more; ratings given stay."""
    loaded = store.load_whole()
    return _put(store, loaded, "A dimension", _dimension(loaded, key).changed(retired=not on), now)


def reword_dimension(store: Store, key: str, label: str, low: str, high: str, now: datetime) -> Receipt:
    """Give a dimension other words; its key, and so its past, stays. Raises ``Incomplete`` without a name."""
    if not label.strip():
        raise Incomplete("A skill needs a name.", "Give it one, or switch it off.")
    loaded = store.load_whole()
    changed = _reworded(_dimension(loaded, key), label=label.strip(), low=low.strip(), high=high.strip())
    return _put(store, loaded, "A dimension", changed, now)


def add_dimension(store: Store, label: str, low: str, high: str, now: datetime) -> Receipt:
    """A skill that the person added. Raises ``Incomplete`` without a name, or if that name is taken."""
    name = " ".join(label.split())
    loaded = store.load_whole()
    known = all_dimensions(loaded.workbook.dimensions)
    if not name:
        raise Incomplete("The skill has no name yet.", "Give it one.")
    if any(dimension.label.casefold() == name.casefold() for dimension in known):
        raise Incomplete("Another skill has that name already.", "Choose another one.")
    # the number of dimensions goes into the key: one that bore this name once and was renamed keeps its own
    added = Dimension(
        key=stable_id("dm", name, str(len(known))), label="new", position=max(one.position or 0 for one in known) + 1
    )
    return _put(store, loaded, "A dimension", _reworded(added, label=name, low=low.strip(), high=high.strip()), now)


def _dimension(loaded: LoadedWorkbook, key: str) -> Dimension:
    return next(entry for entry in all_dimensions(loaded.workbook.dimensions) if entry.key == key)


def _reworded(dimension: Dimension, **words: str) -> Dimension:
    try:
        return dimension.changed(**words)
    except ValidationError as error:
        raise unkeepable(error) from error


def _put(store: Store, loaded: LoadedWorkbook, label: str, record: Record, now: datetime) -> Receipt:
    return store.commit(Transaction(label=label, put=(record,), row_versions=loaded.row_versions_of((record,))), now)
