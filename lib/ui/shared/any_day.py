"""A date outside of a form, of any year: what Streamlit's own field refuses it drops without a word to the page."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from lib.dates import DateStyle
from lib.ui.markdown import SafeText


def any_day(
    label: SafeText,
    value: date | None = None,
    *,
    dates: DateStyle,
    key: str,
    on_change: Callable[..., None] | None = None,
    args: tuple[str, ...] = (),
) -> date | None:
    """A date, or none if it begins empty."""
    return st.date_input(
        label,
        value=value,
        min_value=date.min,
        max_value=date.max,
        key=key,
        format=dates.picker_format,
        on_change=on_change,
        args=args,
    )
