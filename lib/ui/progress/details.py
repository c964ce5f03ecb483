"""The parts of the Progress page that are charts with their sentences; each is drawn when it is looked at."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.insight.summary import Statement, summary
from lib.ui import places
from lib.ui.markdown import escaped
from lib.ui.progress import actions
from lib.ui.progress.results import choose_filter, findings_of, show_charts
from lib.ui.shared.rows import side_by_side
from lib.ui.visit import Visit

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette


def show_skills(visit: Visit) -> None:
    """The verdicts first, then every rating as it was given."""
    show_charts(visit, "changes", _changes)
    _say_each(visit, "skills")
    st.subheader("A closer look", anchor=False)
    show_charts(visit, "skills", _skills, choose_filter(visit))


def show_answers(visit: Visit) -> None:
    """What separates a yes from a no, and what one can do about each."""
    show_charts(visit, "answers", _answers)
    for statement in summary(findings_of(visit)).statements:
        if statement.finding:
            is_said_above = statement.tier == "established"
            _card(visit, statement, statement.finding.label if is_said_above else "")


def show_forecasts(visit: Visit) -> None:
    """The forecasts against what happened, and what the score is made of."""
    show_charts(visit, "forecasts", _forecasts)


def show_funnel(visit: Visit) -> None:
    """How far it went, and what share went on from each step."""
    show_charts(visit, "funnel", _funnel, choose_filter(visit))


def show_asked(visit: Visit) -> None:
    """What was asked, and how prepared answers went."""
    show_charts(visit, "asked", _asked, choose_filter(visit))
    if sentence := findings_of(visit).prepared.sentence:
        st.subheader("Does preparing show?", anchor=False)
        st.write(escaped(sentence))


def show_waiting(visit: Visit) -> None:
    """The chance still to hear, in general and for each process; the assumption only for those who ask."""
    result = findings_of(visit).waiting
    show_charts(visit, "waiting", _waiting)
    if result.processes:
        st.subheader("Who I wait for", anchor=False)
    for process in result.processes:
        more = f"  \n:gray[{escaped(process.no_reply_sentence)}]" if process.no_reply_sentence else ""
        with side_by_side(f"wait_{process.interview_id}", f"{escaped(process.sentence)}{more}"):
            if st.button("Open", key=f"open wait {process.interview_id}"):
                places.interview(process.interview_id).go()
    if result.verdict == "not_enough":
        with st.expander("Show an assumption until then", key="assumption", on_change="rerun") as assumption:
            if assumption.open:
                show_charts(visit, "assumption", _assumption)


def _say_each(visit: Visit, part: str) -> None:
    """One card a change that stands out, and the others in one fold."""
    every = findings_of(visit).skills
    out = [entry for entry in summary(findings_of(visit)).statements if entry.part == part and entry.change]
    for statement in out:
        _card(visit, statement, every.overall.label if statement.change is every.overall else "")
    rest = [entry for entry in every.dimensions if entry.verdict in ("nothing", "not_enough")]
    if rest:
        with st.expander(f"Each of the other {len(rest)}" if out else "Each on its own", key="other changes"):
            for entry in rest:
                st.markdown(escaped(entry.sentence))


def _card(visit: Visit, statement: Statement, said_above: str) -> None:
    """The statement with what one can do; where the sentence stands above already, its name alone."""
    with st.container(border=True, key=f"card_{statement.key.replace(':', '_')}"):
        st.markdown(f"**{escaped(said_above)}**" if said_above else escaped(statement.sentence))
        actions.show(visit, statement)


def _changes(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import changes

    return (changes.chart(findings.skills, palette),)


def _skills(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import skills, strips
    from lib.insight.groups import by_format, by_stage
    from lib.insight.skills.skills import skills as over_time

    workbook = findings.workbook
    return (
        skills.chart(over_time(workbook), palette),
        strips.chart(by_stage(workbook), palette),
        strips.chart(by_format(workbook), palette),
    )


def _answers(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import separators

    return (separators.chart(findings.separators, palette),)


def _forecasts(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import forecast, score_parts
    from lib.insight.forecasts.parts import score_parts as parts_of

    whole = forecast.chart(findings.forecasts, palette)
    parts = parts_of(findings.forecasts)
    return (whole, score_parts.chart(parts, palette)) if parts.n else (whole,)


def _funnel(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import conversion, funnel

    return (
        funnel.chart(findings.applications, palette),
        conversion.chart(findings.applications, palette),
        funnel.chart(findings.stages, palette),
        conversion.chart(findings.stages, palette),
    )


def _asked(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import asked

    return (asked.chart(findings.asked, palette),)


def _waiting(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import waiting

    return (waiting.chart(findings.waiting, palette),)


def _assumption(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import waiting

    return (waiting.assumed(findings.waiting, palette),)
