"""What stands out: one thing in its state, its small picture, and what to do where something follows."""

import streamlit as st
from markupsafe import Markup

from lib.insight.outcome_factors.checks import FactorFinding
from lib.insight.overview.standing_out import StandsOut
from lib.insight.skills.changes import SkillChange
from lib.ui.context import Context
from lib.ui.progress import bars, certainty, what_to_do
from lib.ui.progress.results import findings_of


def show(context: Context) -> None:
    """The one thing, or what was checked, or how much is missing."""
    findings = findings_of(context)
    found = findings.overview.stands_out
    st.subheader("What stands out", anchor=False)
    certainty.headline(found.conclusion)
    if found.conclusion.need:
        bars.missing(found.conclusion.have, found.conclusion.need)
    _picture(found)
    if found.conclusion.state == "likely_real":
        what_to_do.show(context, found)
    tables = [(findings.outcome_factors.title, findings.outcome_factors.table)]
    if found.change:
        tables = [(findings.skills.title, findings.skills.table)]
    certainty.popover("stands out", found.conclusion.sure, *tables)


def _picture(found: StandsOut) -> None:
    is_real = found.conclusion.state == "likely_real"
    if found.finding:
        _two_bars(found.finding, "accent" if is_real else "")
    elif found.change:
        _then_and_now(found.change)


def _two_bars(finding: FactorFinding, fill: str) -> None:
    sides = (("Moved on", finding.yes_with, finding.yes), ("No", finding.no_with, finding.no))
    bars.rows((name, bars.bar([(some, fill, "")], of), "") for name, some, of in sides)


def _then_and_now(change: SkillChange) -> None:
    """The two ends of the change that the check puts it at."""
    if change.change is None or change.level is None:
        return
    half = change.change / 2
    lines = (("At the start", change.level - half), ("Now", change.level + half))
    st.html(
        Markup('<div class="progress-rows dots">{}</div>').format(
            Markup("").join(bars.five_dots(name, [(round(value, 1), False)]) for name, value in lines)
        )
    )
