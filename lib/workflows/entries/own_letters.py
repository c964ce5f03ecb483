"""Keeping my own template for a kind of letter, and going back to Afterword's."""

from datetime import datetime

from pydantic import ValidationError

from lib.followup.own_templates import OwnTemplate, setting_keys
from lib.records.setting import Setting
from lib.records.vocabulary import Channel, TaskKind
from lib.store import Receipt, Store
from lib.workflows.errors import Incomplete, unkeepable


def keep_template(store: Store, kind: TaskKind, channel: Channel, own: OwnTemplate, now: datetime) -> Receipt:
    """Keep a template; later drafts of that kind begin with it. Raises ``Incomplete`` if it has no words."""
    if not own.body.strip():
        raise Incomplete("The template is empty.", "Write it, or go back to Afterword's letter.")
    return _put(store, kind, channel, own, now)


def reset_template(store: Store, kind: TaskKind, channel: Channel, now: datetime) -> Receipt:
    """Begin such letters with Afterword's words again."""
    return _put(store, kind, channel, OwnTemplate("", ""), now)


def _put(store: Store, kind: TaskKind, channel: Channel, own: OwnTemplate, now: datetime) -> Receipt:
    loaded = store.load_whole()
    subject_key, body_key = setting_keys(kind, channel)
    try:
        rows = (Setting(key=subject_key, value=own.subject), Setting(key=body_key, value=own.body))
    except ValidationError as error:
        raise unkeepable(error) from error
    known = {row.key: row.value for row in loaded.workbook.settings}
    changed = tuple(row for row in rows if known.get(row.key, "") != row.value)
    change = loaded.transaction("A letter template", changed)
    return store.commit(change, now)
