"""Questions: everything that they asked, by kind and one by one, and how prepared answers went."""

import streamlit as st

from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.progress import asked, bars, certainty
from lib.ui.progress.results import choose_filter, filtered_findings

_SHOWN = 30


def show(context: Context) -> None:
    """The answer first; the filters pick what is shown here alone."""
    bars.style()
    place = st.container()
    findings = filtered_findings(context, choose_filter(context))
    found, prepared = findings.asked, findings.prepared
    with place:
        st.title("Questions", anchor=False)
        st.markdown(marked("**{}**", found.headline))
    if found.n:
        asked.show_kinds(found)
        certainty.expander("asked", found.sure, (found.title, found.table))
    if prepared.sentence:
        st.subheader(escaped(prepared.title), anchor=False)
        st.write(escaped(prepared.sentence))
    if found.n:
        st.subheader("Most asked", anchor=False)
        every = findings.asked_often
        asked.show_list(every[:_SHOWN])
        if len(every) > _SHOWN:
            st.caption(marked("The first {} of {}.", _SHOWN, len(every)))
