"""Is my gut right? My guesses against what happened."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.english import in_paragraphs, paragraph
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.progress import certainty
from lib.ui.progress.results import findings_of, show_pictures

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette


def show(context: Context) -> None:
    """The answer, the picture, and the proof with what the score is made of."""
    result = findings_of(context).forecasts
    st.title(escaped(result.title), anchor=False)
    st.markdown(marked("**{}**", result.record.headline))
    show_pictures(context, "guesses", _guesses)
    proof = in_paragraphs(paragraph(result.record.details, result.counted), result.record.score_in_words)
    certainty.expander("guesses", proof, (result.title, result.table))
    if result.record.score:
        with st.expander("How the score is made up", key="score parts", on_change="rerun") as fold:
            if fold.open:
                show_pictures(context, "score parts", _parts, words=True)


def _guesses(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import forecast

    return (forecast.chart(findings.forecasts, palette, dates=findings.dates),)


def _parts(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import score_parts
    from lib.insight.forecasts.parts import score_parts as parts_of

    parts = parts_of(findings.forecasts)
    return (score_parts.chart(parts, palette),) if parts.n else ()
