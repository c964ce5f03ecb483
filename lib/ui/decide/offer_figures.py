"""The offers side by side, worked out and drawn once for the same files."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import streamlit as st

from lib.charts.chart import Chart
from lib.decide.comparison import Comparison, comparison
from lib.decide.flips import Flips, flips
from lib.decide.options import offer_names, open_offers, options
from lib.decide.pay import YEARS, PayOfAll, pay_of_all
from lib.decide.stability import seed_of, stability
from lib.decide.verdict import Verdict
from lib.decide.weights import weights
from lib.palette import DARK, LIGHT
from lib.records.criterion import active_criteria
from lib.records.workbook import Workbook
from lib.ui.visit import Visit
from lib.workflows.entries.offers import YEARS_KEY


@dataclass(frozen=True)
class SideBySide:
    """The verdict, the comparison with its charts, and the money."""

    verdict: Verdict
    compared: Comparison
    flips: Flips
    pays: PayOfAll
    years: float
    places: Chart
    firsts: Chart
    money: Chart


def side_by_side(visit: Visit) -> SideBySide:
    """All open offers and the present job, as of today."""
    dark = st.context.theme.type == "dark"
    years = years_to_stay(visit.workbook)
    return _drawn(visit.loaded.fingerprint, visit.today, years, dark, _workbook=visit.workbook)


def years_to_stay(workbook: Workbook) -> float:
    """Over how many years a signing bonus is spread: the setting, or the assumption where it says nothing usable."""
    try:
        years = float(workbook.setting(YEARS_KEY))
    except ValueError:
        return YEARS
    return years if 0 < years <= 50 else YEARS


@st.cache_resource(max_entries=8, show_spinner=False)
def _drawn(fingerprint: str, today: date, years: float, dark: bool, _workbook: Workbook) -> SideBySide:
    from lib.charts import first_places, side_by_side, yearly  # Plotly is loaded where it is first needed

    found, by = options(_workbook, today), weights(active_criteria(_workbook.criteria))
    compared = comparison(found, by)
    random = np.random.default_rng(seed_of([(one.id, [row.value for row in one.scores]) for one in found], by.mine))
    pays = pay_of_all(_workbook, open_offers(_workbook), offer_names(_workbook), years)
    colours = DARK if dark else LIGHT
    stable = stability(compared, random)
    return SideBySide(
        verdict=stable.verdict,
        compared=compared,
        flips=flips(compared),
        pays=pays,
        years=years,
        places=side_by_side.chart(compared, colours),
        firsts=first_places.chart(stable, colours),
        money=yearly.chart(pays, colours),
    )
