"""What the journal is asked for: the filters, which the address holds, and the search text, which the tab remembers."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from lib.dates import DateStyle
from lib.english import one_line
from lib.records.labels import label
from lib.records.vocabulary import Outcome, Stage, words
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText, escaped
from lib.ui.shared.any_day import any_day
from lib.workflows.entries.journal import JournalQuery, companies_of

TEXT = "journal text"
"""The key under which the tab remembers the search text."""

_PARAMETERS = ("company", "stage", "outcome", "since", "until")
_CHOICES = {"outcome": words(Outcome), "stage": words(Stage)}


def query_at_address(context: Context) -> JournalQuery:
    """What the list is asked for. An address that names something unknown asks for nothing there."""
    return JournalQuery(
        text=str(st.session_state.get(TEXT) or ""),
        company_of=_known("company", companies_of(context.workbook)),
        stage=_known("stage", _CHOICES["stage"]),
        outcome=_known("outcome", _CHOICES["outcome"]),
        since=_day("since"),
        until=_day("until"),
    )


def show(context: Context) -> None:
    """The search box and the filters, in one line if there is room."""
    companies = companies_of(context.workbook)
    with st.container(horizontal=True, vertical_alignment="bottom", key="journal_filters"):
        st.text_input(
            "Search",
            key=TEXT,
            placeholder="a company, a name, any word you wrote",
            type="search",
            persist_state="session",
            on_change=_to_first_page,
        )
        _choose("Company", "company", companies, lambda each: one_line(companies[each], 40))
        _choose("Type", "stage", _CHOICES["stage"], label)
        _choose("Outcome", "outcome", _CHOICES["outcome"], label)
        _period(context.today, context.dates)


def is_used() -> bool:
    """Whether the list is asked for anything."""
    return bool(st.session_state.get(TEXT) or any(name in st.query_params for name in _PARAMETERS))


def show_all() -> None:
    """Ask for nothing any more: a callback."""
    st.session_state[TEXT] = ""
    routes.set_query(**dict.fromkeys((*_PARAMETERS, "page"), ""))


def _choose(
    name: SafeText, parameter: str, options: Mapping[str, str] | tuple[str, ...], shown: Callable[[str], str]
) -> None:
    key = f"journal {parameter}"
    st.session_state[key] = _known(parameter, options) or None
    st.selectbox(
        name, list(options), key=key, format_func=shown, placeholder="Any", on_change=_take, args=(parameter, key)
    )


def _period(today: date, dates: DateStyle) -> None:
    since, until = _day("since"), _day("until")
    period = {
        (True, True): "{since} to {until}",
        (True, False): "From {since}",
        (False, True): "Until {until}",
        (False, False): "Any date",
    }[since is not None, until is not None]
    days = {"since": since and dates.short_day(since, today), "until": until and dates.short_day(until, today)}
    with st.popover(escaped(period.format(**days)), key="journal period"):
        for name, parameter, day in (("From", "since", since), ("To", "until", until)):
            key = f"journal {parameter}"
            st.session_state[key] = day
            any_day(name, key=key, dates=dates, on_change=_take, args=(parameter, key))


def _take(parameter: str, key: str) -> None:
    value = st.session_state[key]
    routes.set_query(**{parameter: value.isoformat() if isinstance(value, date) else value or "", "page": ""})


def _to_first_page() -> None:
    routes.set_query(page="")


def _known(parameter: str, options: Mapping[str, str] | tuple[str, ...]) -> str:
    word = st.query_params.get(parameter, "")
    return word if word in options else ""


def _day(parameter: str) -> date | None:
    try:
        return date.fromisoformat(st.query_params.get(parameter, ""))
    except ValueError:
        return None
