"""What would change the result, and one weight to try out: who comes first then."""

import streamlit as st

from lib.decide.comparison import Comparison
from lib.decide.flips import TITLE as WHAT_WOULD
from lib.decide.flips import Flip, Flips
from lib.decide.what_if import TITLE, can_move, what_if
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import bulleted, escaped, marked, named
from lib.workflows.entries.offers import keep_weight

_CRITERION = "weight criterion"
_MOST = 3


def show(context: Context, compared: Comparison, flips: Flips) -> None:
    """What would put another one first, and a weight to move to see it; nothing is kept unless the person asks for
    it."""
    st.subheader(WHAT_WOULD, anchor=False)
    if flips.flips:
        st.markdown(bulleted(flip.sentence for flip in flips.flips[:_MOST]))
    else:
        st.write(escaped(flips.sentence))
    rows = [row for row in compared.weights.rows if can_move(compared, row.criterion.id)]
    if not rows:
        return
    with st.expander(TITLE, key="trial", on_change="rerun") as trial:
        if trial.open:
            names = {row.criterion.id: row.criterion.name for row in sorted(rows, key=lambda row: -row.mine)}
            _trial(context, compared, flips, names)


def _trial(context: Context, compared: Comparison, flips: Flips, names: dict[str, str]) -> None:
    usual = flips.flips[0].criterion.id if flips.flips else next(iter(names))
    if st.session_state.get(_CRITERION) not in names:
        st.session_state[_CRITERION] = usual
    chosen = st.selectbox("Which one?", list(names), key=_CRITERION, format_func=names.__getitem__)
    mine = next(round(100 * row.mine) for row in compared.weights.rows if row.criterion.id == chosen)
    flip = next((one for one in flips.flips if one.criterion.id == chosen), None)
    _moved(context, compared, chosen, names[chosen], mine, flip)


def _moved(context: Context, compared: Comparison, criterion_id: str, name: str, mine: int, flip: Flip | None) -> None:
    slider = f"weight slider {criterion_id}"
    if slider not in st.session_state:
        st.session_state[slider] = mine
    label = marked("How much should {} count?", named(name))
    share = st.slider(label, 0, 100, step=1, format="%d%%", key=slider)
    is_moved = share != mine
    if is_moved:
        looked = what_if(compared, criterion_id, share / 100)
        st.markdown(marked("**{}**", looked.sentence))
    with st.container(horizontal=True, key="weight_actions"):
        if flip and flip.beyond is not None:
            st.button("Show the tipping point", key="to flip", on_click=_put, args=(slider, flip.beyond))
        if is_moved:
            st.button("Back to my weights", key="to mine", on_click=_put, args=(slider, mine))
            st.button("Use these weights", key="keep weight", on_click=_keep, args=(criterion_id, share, slider))
    st.caption("The other weights shrink or grow to fit. Nothing is saved until you use them.")


def _put(slider: str, value: int) -> None:
    st.session_state[slider] = value


def _keep(criterion_id: str, share: int, slider: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: keep_weight(store, criterion_id, share / 100, now), "Weights saved.")
    st.session_state.pop(slider, None)
