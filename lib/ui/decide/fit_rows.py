"""One job, criterion by criterion: the score as a bar, how sure it is, and why."""

import streamlit as st

from lib.decide.figures import lines_table
from lib.decide.fit import JobFit
from lib.decide.scores import CriterionScore
from lib.english import one_line
from lib.records.labels import label
from lib.ui.decide.offer_list import table
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import chips

_LONG = 160


def show(fit: JobFit) -> None:
    """A row for each criterion, the weightiest first; nothing if none is scored."""
    if not fit.n:
        return
    weights = [row.mine for row in fit.weights.rows]
    ordered = sorted(zip(weights, fit.scores, strict=True), key=lambda pair: -pair[0])
    with st.container(gap="xsmall", key="fit_by_criterion"):
        for _, score in ordered:
            _row(score)
    with st.expander("How this is calculated", key="fit how", on_change="rerun") as how:
        if how.open:
            st.write(escaped(fit.sentence))
            table(lines_table(fit.lines, "Adds"))


def _row(score: CriterionScore) -> None:
    criterion, row = score.criterion, score.newest
    name, drawn, why = st.columns([30, 24, 46], gap="small", vertical_alignment="center")
    name.markdown(escaped(criterion.name))
    with drawn:
        if score.value is None:
            st.markdown(":gray[Not scored yet]")
        else:
            chips.show(chips.bar(score.value, "Score"))
    least = criterion.must_have
    is_missed = least is not None and score.value is not None and score.value < least
    details = (
        marked("**Below your must-have of {}**", least)
        if is_missed
        else ""
        if least is None
        else f"Must reach {least}",
        label(row.sure) if row and row.sure and row.score is not None else "",
        one_line(row.note, _LONG) if row else "",
    )
    why.markdown(marked(":small[{}]", joined(" · ", details)) if any(details) else "")
