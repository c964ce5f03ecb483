"""The one aim of a week."""

from datetime import datetime

from pydantic import ValidationError

from lib.records.activity import Activity
from lib.store import Receipt, Store, Transaction
from lib.workflows.errors import Incomplete, unkeepable
from lib.workflows.ids import stable_id


def set_weekly_aim(store: Store, aim: str, now: datetime, token: str) -> Receipt:
    """Note the aim of this week as an activity of today. Raises ``Incomplete`` without words that can be kept."""
    if not aim.strip():
        raise Incomplete("The goal is still empty.", "Name one thing you want to do this week.")
    try:
        noted = Activity(id=stable_id("ac", token, "aim"), on=now.date(), kind="weekly_aim", note=aim.strip())
    except ValidationError as error:
        raise unkeepable(error) from error
    loaded = store.load_whole()
    return store.commit(
        Transaction(label="A goal for the week", put=(noted,), row_versions=loaded.row_versions_of((noted,))), now
    )
