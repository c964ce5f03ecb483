"""Drafts that cannot be used as they are: damaged on the disk, or of a form that this version does not have."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from lib.store import Draft, JsonValue, Store
from lib.workflows import draft_kinds, form_values

_KINDS: Final = frozenset(
    value for name, value in vars(draft_kinds).items() if name.isupper() and isinstance(value, str)
)
_DAYS: Final = frozenset({"date", "on", "by", "reply_by", "decide_by", "promise_by"})
"""The answers that are days, beside those that end in ``_on``; what one was worried or excited by is words."""


@dataclass(frozen=True)
class DamagedDraft:
    """A file that cannot be used. ``draft`` is what can be salvaged of it, or None; ``words`` what a person typed."""

    name: str
    draft: Draft | None
    words: tuple[str, ...]


def is_understood(draft: Draft) -> bool:
    """Whether the forms know what to do with a draft: its kind, its screen and each of its days and times."""
    return _has_a_form(draft) and all(
        _fits(field, value) for answers in (draft.values, draft.base) for field, value in answers.items()
    )


def _has_a_form(draft: Draft) -> bool:
    if draft.kind == draft_kinds.RECORD:
        from lib.workflows.drafts.record_editing import ENTRIES  # all small forms, which the first page rarely needs

        return draft.screen in ENTRIES
    if draft.kind == draft_kinds.REPAIR:
        file, _, rest = draft.record_id.partition(":")
        return bool(file) and rest.partition(":")[0].isdecimal()
    return draft.kind in _KINDS


def _fits(field: str, value: JsonValue) -> bool:
    column = field.rpartition(".")[2]
    is_day = column in _DAYS or column.endswith("_on")
    if not (is_day or column == "time"):
        return True
    if not isinstance(value, str):
        return value is None
    try:
        if value.strip():
            _ = date.fromisoformat(value) if is_day else time.fromisoformat(value)
    except ValueError:
        return False
    return True


def damaged_drafts(store: Store) -> tuple[DamagedDraft, ...]:
    """The files that cannot be used, with what can be salvaged of each. Raises ``SaveFailed``."""
    return tuple(_looked_at(store, name) for name in store.drafts.unreadable())


def _looked_at(store: Store, name: str) -> DamagedDraft:
    found = store.drafts.salvage(name)
    if found is None:
        return DamagedDraft(name, None, ())
    words = tuple(text for field in found.values if (text := form_values.text(found.values, field)))
    whole = replace(
        found,
        values={field: value for field, value in found.values.items() if _fits(field, value)},
        base={field: value for field, value in found.base.items() if _fits(field, value)},
    )
    return DamagedDraft(name, whole if is_understood(whole) else None, words)


def repair(store: Store, name: str, now: datetime) -> None:
    """Put what can be salvaged in the damaged draft's place; its file is moved away. Raises ``SaveFailed``."""
    store.drafts.put_damaged_aside(name, _looked_at(store, name).draft, now)


def discard(store: Store, name: str, now: datetime) -> None:
    """Put a damaged draft's file aside. Raises ``SaveFailed``."""
    store.drafts.put_damaged_aside(name, None, now)
