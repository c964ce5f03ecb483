"""Where an import and the workbook differ: side by side, to choose from."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

from lib.english import counted, one_line
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.labels import cell_label
from lib.ui import session
from lib.ui.context import Context
from lib.ui.markdown import Markdown, SafeText, escaped, marked
from lib.ui.titles import application_title, stage_and_day
from lib.workflows.errors import Difference
from lib.workflows.importing.comparison import ImportComparison, MatchedPair, PairDecision
from lib.workflows.importing.rows import Decisions, ambiguous_applications

_VERDICTS: Final[Mapping[PairDecision, SafeText]] = {
    "keep": "Keep what is here",
    "take": "Take the file's",
    "both": "Both, as two entries",
}
_NAMES: Final = {
    "url": "Link",
    "linkedin": "LinkedIn",
    "status_on": "Status since",
    "outcome_on": "Outcome known on",
    "held_at": "Day",
    "zone": "Time zone",
    "reply_by": "Answer promised by",
    "people": "People met",
    "asked": "Questions they asked",
    "to_ask": "Questions of mine",
}
_LINKS: Final = ("url", "linkedin")
_DAYS: Final = ("applied_on", "status_on", "connected_on", "outcome_on", "reply_by")
_ONE_BY_ONE = "One by one"
_SHOWN = 20


def ask(digest: str, comparison: ImportComparison, context: Context) -> Decisions:
    """What becomes of the rows that differ, and which application an interview without a role is for."""
    applications = _applications(digest, comparison, context)
    pairs = sorted(comparison.pairs, key=lambda pair: not pair.differences)
    if not pairs:
        return Decisions(applications=applications)
    clashes = sum(bool(pair.differences) for pair in pairs)
    title = f"{counted(len(pairs), 'entry', 'entries')} here already, and not quite the same"
    with st.expander(escaped(title), expanded=bool(clashes) and len(pairs) <= _SHOWN):
        for_all = _for_all(digest) if len(pairs) > 1 else None
        if for_all:
            return Decisions(for_all=for_all, applications=applications)
        chosen = {pair.key: _pair(digest, at, pair, context) for at, pair in enumerate(pairs[:_SHOWN])}
        if len(pairs) > _SHOWN:
            st.caption(
                marked(
                    "And {} more. Of those, what is here stays, and what is empty here is filled in.",
                    f"{len(pairs) - _SHOWN:,}",
                )
            )
    return Decisions(of=chosen, applications=applications)


def _for_all(digest: str) -> PairDecision | None:
    chosen = st.segmented_control(
        "For all of them",
        [_ONE_BY_ONE, _VERDICTS["keep"], _VERDICTS["take"]],
        default=_ONE_BY_ONE,
        required=True,
        format_func=escaped,
        key=session.field_key(f"import {digest}", "all pairs"),
    )
    return next((verdict for verdict, words in _VERDICTS.items() if words == chosen), None)


def _pair(digest: str, at: int, pair: MatchedPair, context: Context) -> PairDecision:
    with st.container(border=True, key=f"import_pair_{at}"):
        st.markdown(marked("**{}**", one_line(_name(pair, context), 90)))
        st.table(
            [_line(one, pair, context) for one in (*pair.differences, *pair.additions)],
            border="horizontal",
            hide_index=True,
            alt="Your data and the file side by side",
        )
        options = [verdict for verdict in _VERDICTS if verdict != "both" or pair.can_be_two]
        return st.segmented_control(
            "What shall stand?",
            options,
            default=pair.usual,
            required=True,
            format_func=_VERDICTS.__getitem__,
            key=session.field_key(f"import {digest}", f"pair {pair.key}"),
        )


def _name(pair: MatchedPair, context: Context) -> str:
    if isinstance(pair.here, Application):
        return application_title(pair.here, context)
    if isinstance(pair.here, Interview):
        application = context.workbook.application(pair.here.application_id)
        return f"{application_title(application, context)}: {stage_and_day(pair.here, context)}"
    return ", ".join(filter(None, (pair.here.name, pair.here.company)))


def _line(one: Difference, pair: MatchedPair, context: Context) -> dict[str, Markdown]:
    return {
        "": escaped(_NAMES.get(one.field) or one.field.replace("_", " ").capitalize()),
        "Here": escaped(_shown(one.field, one.mine, pair, context)),
        "In the file": escaped(_shown(one.field, one.theirs, pair, context)),
    }


def _shown(field: str, text: str, pair: MatchedPair, context: Context) -> str:
    if not text:
        return "Nothing yet"
    if field in _LINKS:  # a long address without its beginning still fits a phone
        return one_line(text.partition("://")[2].removeprefix("www.") or text, 30)
    if field in _DAYS:
        return context.dates.short_day(date.fromisoformat(text[:10]), context.today)
    return one_line(cell_label(type(pair.here), field, text), 120)


def _applications(digest: str, comparison: ImportComparison, context: Context) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for company, entries in ambiguous_applications(comparison, context.workbook).items():
        known = {entry.id: application_title(entry, context) for entry in entries}
        chosen[company] = st.selectbox(
            marked("Interviews at {}: for which application?", one_line(entries[0].company, 40)),
            list(known),
            format_func=known.__getitem__,
            key=session.field_key(f"import {digest}", f"application {company}"),
        )
    return chosen
