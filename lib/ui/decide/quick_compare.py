"""Quick compare: a few criteria picked, the better offer tapped on each, and a first answer. Nothing is saved."""

import streamlit as st

from lib.decide.options import Option
from lib.decide.quick import SAME, QuickAnswer, quick_answer
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked, named
from lib.workflows.drafts.weighing import by_importance

TITLE = "Quick compare"


def show(context: Context, options: tuple[Option, ...]) -> QuickAnswer:
    """The picks, a row each, and their result."""
    st.caption("Pick three or four that matter most. Then tap the better one on each.")
    criteria = {one.id: one.name for one in by_importance(context.workbook)}
    picked = st.pills(
        "What matters most?",
        list(criteria),
        selection_mode="multi",
        key="quick criteria",
        format_func=lambda key: escaped(criteria.get(key, key)),
        wrap=True,
    )
    names = {option.id: option.label for option in options}
    taps = [(criteria[key], _better(key, criteria[key], names)) for key in picked if key in criteria]
    answer = quick_answer(names, taps)
    if answer.sentence:
        st.markdown(marked("**{}**", answer.sentence) if answer.leader else escaped(answer.sentence))
    if picked:
        st.caption(
            "Your taps aren't saved: they're gone once you leave this page. A decision that you write down stays."
        )
    return answer


def _better(criterion_id: str, name: str, names: dict[str, str]) -> str | None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"quick_{criterion_id}"):
        st.markdown(escaped(name), width="stretch")
        return st.pills(
            marked("{}: which is better?", named(name)),
            [*names, SAME],
            key=f"quick better {criterion_id}",
            format_func=lambda key: escaped(names.get(key, "Same")),
            label_visibility="collapsed",
            wrap=True,
        )
