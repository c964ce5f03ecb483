"""Which days are meant, if a file's dates can be read in two ways."""

import streamlit as st

from lib.dates import DateStyle
from lib.english import listed
from lib.exchange.importing.date_reader import AmbiguousDates
from lib.exchange.importing.dates import NumericOrder
from lib.ui.markdown import escaped, marked


def ask(dates: AmbiguousDates, key: str, style: DateStyle) -> NumericOrder | None:
    """The order that the person chose by three examples; None as long as nothing is chosen."""
    days: dict[NumericOrder, str] = {
        "dmy": listed(style.short_day(day) if day else "no such day" for day in dates.day_first),
        "mdy": listed(style.short_day(day) if day else "no such day" for day in dates.month_first),
    }
    question = marked("Which days are {}?", listed(dates.examples))
    return st.radio(question, list(days), index=None, format_func=lambda order: escaped(days[order]), key=key)
