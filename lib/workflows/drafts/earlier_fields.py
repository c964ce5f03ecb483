"""Drafts of earlier versions of the app, with their answers in the fields that today's forms have."""

from dataclasses import replace
from datetime import date, tzinfo
from typing import Final

from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue
from lib.workflows import form_values
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.entries import plan_checks
from lib.workflows.ids import stable_id

_ONE_PROMISE: Final = {"promise": "what", "promise_by": "by", "promise_to": "person_id"}
"""A debrief once had one promise, in fields of its own."""


def migrate_draft(workbook: Workbook, draft: Draft, zone: tzinfo, today: date) -> Draft:
    """The draft as it would be begun today: what it holds stays, in today's fields."""
    draft = plan_checks.migrate_plan_checks(workbook, draft, zone, today)
    if draft.kind != DEBRIEF or not any(field in draft.values for field in _ONE_PROMISE):
        return draft
    row_id = stable_id("pr", draft.token)
    values: dict[str, JsonValue] = {field: value for field, value in draft.values.items() if field not in _ONE_PROMISE}
    typed = {column: form_values.text(draft.values, field) for field, column in _ONE_PROMISE.items()}
    if any(typed.values()):
        values |= {form_values.row_field("promises", row_id, column): words for column, words in typed.items() if words}
        values["promises"] = [row_id, *form_values.items(draft.values, "promises")]
    return replace(draft, values=values)
