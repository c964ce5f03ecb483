"""Learn: what the interviews so far look like, described and not judged."""

import streamlit as st

from lib.charts import asked, funnel, skills, strips
from lib.insight.asked import questions_by_kind
from lib.insight.funnel import application_funnel, stage_funnel
from lib.insight.groups import by_format, by_stage
from lib.insight.skills import skills as skills_over_time
from lib.ui import wiring
from lib.ui.parts import charting, learning

visit = wiring.visit()
st.title("What do the interviews say so far?", anchor=False)

if not visit.workbook.debriefed():
    learning.show_nothing_yet()
else:
    selected = learning.selected(visit)
    colours = charting.palette()
    charting.show(skills.chart(skills_over_time(selected), colours), "skills")
    charting.show(strips.chart(by_stage(selected), colours), "by stage")
    charting.show(strips.chart(by_format(selected), colours), "by format")
    charting.show(asked.chart(questions_by_kind(selected), colours), "asked")
    charting.show(funnel.chart(application_funnel(selected), colours), "applications")
    charting.show(funnel.chart(stage_funnel(selected), colours), "stages")
