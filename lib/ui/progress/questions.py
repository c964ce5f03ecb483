"""Questions: everything that they asked, by kind, and how prepared answers went."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui.markdown import escaped
from lib.ui.progress import sure
from lib.ui.progress.results import choose_filter, filtered_findings, show_pictures
from lib.ui.visit import Visit

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette


def show(visit: Visit) -> None:
    """The answer first; the filters pick what is shown here alone."""
    place = st.container()
    chosen = choose_filter(visit)
    findings = filtered_findings(visit, chosen)
    asked, prepared = findings.asked, findings.prepared
    with place:
        st.title("Questions", anchor=False)
        st.markdown(f"**{escaped(asked.headline)}**")
    show_pictures(visit, "asked", _asked, chosen)
    sure.expander("asked", asked.sure, (asked.title, asked.table))
    if prepared.sentence:
        st.subheader(prepared.title, anchor=False)
        st.write(escaped(prepared.sentence))


def _asked(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import asked

    return (asked.chart(findings.asked, palette),)
