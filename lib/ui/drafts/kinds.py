"""The kinds of drafts: what each is called, where it opens and how it saves. A new kind of form is one row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lib.records.labels import HEADINGS
from lib.store import Draft, Receipt
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.routes import Route
from lib.ui.titles import application_title
from lib.workflows import form_values
from lib.workflows.drafting import is_changed
from lib.workflows.drafts import debrief, editing, messages, outcome, record_editing, scoring, upcoming, weighing
from lib.workflows.repairing import repairs as repairing


@dataclass(frozen=True)
class FormKind:
    """One kind. ``title`` is what a draft is about, ``kind_name`` its kind in words, for a list of both.

    ``is_edit``: it edits something that exists; a save without changes tells that. ``may_match_scheduled`` is a
    debrief, which may be of an interview that was noted ahead.
    """

    kind_name: Callable[[Draft], str]
    title: Callable[[Context, Draft], str]
    route: Callable[[Draft], Route]
    save: Callable[[Context, Draft], Receipt]
    is_edit: bool = False
    may_match_scheduled: bool = False

    def has_changes(self, draft: Draft) -> bool:
        """Whether saving the draft changes anything worth a sentence."""
        return is_changed(draft) or not self.is_edit


def _interview(context: Context, draft: Draft) -> str:
    """'Northwind, data analyst', by what is typed or, for a saved interview, by its application."""
    interview = context.workbook.interview(draft.record_id)
    application_id = form_values.text(draft.values, "application") or (interview.application_id if interview else "")
    application = context.workbook.application(application_id)
    company, role = form_values.text(draft.values, "company"), form_values.text(draft.values, "role")
    return (
        application_title(application, context)
        if application
        else ", ".join(part for part in (company, role) if part) or "No company yet"
    )


def _message(context: Context, draft: Draft) -> str:
    due, to = context.plan.find(draft.record_id), form_values.text(draft.values, "to")
    return due.title if due else f"A message to {to}" if to else "A message"


def _job(context: Context, draft: Draft) -> str:
    return scoring.job_name(context.workbook, draft.record_id) or "What matters in a job"


def _row(_context: Context, draft: Draft) -> str:
    file, line, *_ = draft.record_id.split(":")
    return f"{file}, line {line}"


_HOMES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("applications", "people", "asks", "activity"), (routes.APPLICATIONS, "A search entry")),
    **dict.fromkeys(("questions", "topics", "stories"), (routes.PRACTICE, "A practice entry")),
    **dict.fromkeys(("offers", "goals", "criteria", "decisions"), (routes.DECIDE, "A decision entry")),
    "plans": (routes.PROGRESS, "A plan"),
}
"""By the table of their record, the page that has the small forms, and what an unfinished one is called."""


def home_of(form: str) -> tuple[str, str]:
    """The page that has the small form of that name, and what an unfinished one is called."""
    return _HOMES[record_editing.ENTRIES[form].table]


DRAFT_KINDS: Mapping[str, FormKind] = {
    debrief.KIND: FormKind(
        lambda _: "A debrief",
        _interview,
        lambda draft: routes.unfinished_debrief(draft.id),
        lambda context, draft: debrief.save_debrief(context.store, draft, context.now, context.zone, context.dates),
        may_match_scheduled=True,
    ),
    upcoming.KIND: FormKind(
        lambda _: "An interview coming up",
        _interview,
        lambda draft: routes.unfinished_interview(draft.id),
        lambda context, draft: upcoming.save_upcoming(context.store, draft, context.now, context.zone),
    ),
    editing.KIND: FormKind(
        lambda draft: f"A change: {HEADINGS.get(draft.screen, draft.screen)}",
        _interview,
        lambda draft: routes.interview(draft.record_id, draft.screen),
        lambda context, draft: editing.save_edit(context.store, draft, context.now, context.zone, dates=context.dates),
        is_edit=True,
    ),
    outcome.KIND: FormKind(
        lambda _: "An outcome",
        _interview,
        lambda draft: routes.outcome(draft.record_id),
        lambda context, draft: outcome.save_outcome(context.store, draft, context.now),
    ),
    messages.KIND: FormKind(
        lambda _: "A message",
        _message,
        lambda draft: routes.letter(draft.record_id),
        lambda context, draft: messages.send_message(context.store, draft, context.local_time),
    ),
    record_editing.KIND: FormKind(
        lambda draft: home_of(draft.screen)[1],
        lambda context, draft: record_editing.draft_title(context.workbook, draft),
        lambda draft: routes.entry_form(home_of(draft.screen)[0], draft.screen, draft.id),
        lambda context, draft: record_editing.save_record(context.store, draft, context.now),
    ),
    scoring.KIND: FormKind(
        lambda _: "Job scores",
        _job,
        lambda draft: routes.job(draft.record_id, draft.screen),
        lambda context, draft: scoring.save_scores(context.store, draft, context.now),
        is_edit=True,
    ),
    weighing.KIND: FormKind(
        lambda _: "Weights",
        _job,
        lambda draft: routes.criteria(draft.screen),
        lambda context, draft: weighing.save_weighing(context.store, draft, context.now),
        is_edit=True,
    ),
    repairing.KIND: FormKind(
        lambda _: "A row being repaired",
        _row,
        lambda draft: routes.finding(draft.record_id),
        lambda context, draft: repairing.save_correction(context.store, draft, context.now),
    ),
}
"""By the word in a draft's file. A draft of a kind that is not here can be discarded, and nothing else."""
