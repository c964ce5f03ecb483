"""The offers side by side, computed and drawn once for the same files."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.charts.chart import Chart
from lib.dates import DateStyle
from lib.decide.offers_compared import OffersCompared, offers_compared
from lib.decide.pay import YEARS
from lib.palette import DARK, LIGHT
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.workflows.entries.offers import YEARS_KEY


@dataclass(frozen=True)
class SideBySide:
    """The page's results on the offers, and its charts."""

    found: OffersCompared
    ranges: Chart
    places: Chart
    money: Chart


def side_by_side(context: Context) -> SideBySide:
    """All open offers and my current job, as of today."""
    dark = st.context.theme.type == "dark"
    years = years_to_stay(context.workbook)
    return _drawn(
        context.loaded.fingerprint, context.today, years, dark, _workbook=context.workbook, dates=context.dates
    )


def years_to_stay(workbook: Workbook) -> float:
    """Over how many years a signing bonus is spread: the setting, or the assumption if it isn't usable."""
    try:
        years = float(workbook.setting(YEARS_KEY))
    except ValueError:
        return YEARS
    return years if 0 < years <= 50 else YEARS


@st.cache_resource(max_entries=8, show_spinner=False)
def _drawn(
    fingerprint: str, today: date, years: float, dark: bool, _workbook: Workbook, dates: DateStyle
) -> SideBySide:
    from lib.charts import ranges, side_by_side, yearly  # Plotly is loaded where it is first needed

    found, colours = offers_compared(_workbook, today, years, dates=dates), DARK if dark else LIGHT
    return SideBySide(
        found=found,
        ranges=ranges.chart(found.stable, colours),
        places=side_by_side.chart(found.compared, colours),
        money=yearly.chart(found.pays, colours),
    )
