"""One weight moved for looking: who comes first then, and where that turns over."""

import streamlit as st

from lib.decide.comparison import Comparison
from lib.decide.flips import Flip, Flips
from lib.decide.what_if import TITLE, WhatIf, as_percent, as_share, can_move, what_if
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, named
from lib.ui.visit import Visit, clock, current_store
from lib.workflows.entries.offers import keep_weight

_CRITERION = "weight criterion"


def show(visit: Visit, compared: Comparison, flips: Flips) -> None:
    """What would put another one first, and a weight to move to see it; nothing is kept unless the person says so."""
    st.subheader(escaped(flips.title), anchor=False)
    st.write(escaped(flips.sentence))
    rows = [row for row in compared.weights.rows if can_move(compared, row.criterion.id)]
    if len(compared.placed) < 2 or not rows:
        return
    with st.expander("All of these thresholds", key="thresholds"):
        _thresholds(flips)
    st.subheader(TITLE, anchor=False)
    names = {row.criterion.id: row.criterion.name for row in sorted(rows, key=lambda row: -row.mine)}
    usual = flips.smallest.criterion.id if flips.smallest else next(iter(names))
    if st.session_state.get(_CRITERION) not in names:
        st.session_state[_CRITERION] = usual
    chosen = st.selectbox("Which one?", list(names), key=_CRITERION, format_func=names.__getitem__)
    mine = next(row.mine for row in rows if row.criterion.id == chosen)
    flip = next((one for one in flips.flips if one.criterion.id == chosen), None)
    st.write(
        escaped(flip.sentence)
        if flip
        else f"No weight of {escaped(names[chosen])} at which enough is known puts another one first."
    )
    _moved(visit, compared, chosen, names[chosen], as_percent(mine), flip)


def _thresholds(flips: Flips) -> None:
    for flip in flips.flips:
        st.write(escaped(flip.sentence))
    if not flips.flips:
        st.write("No single weight puts another one first.")


def _moved(visit: Visit, compared: Comparison, criterion_id: str, name: str, mine: float, flip: Flip | None) -> None:
    slider, typed = f"weight slider {criterion_id}", f"weight typed {criterion_id}"
    for key in (slider, typed):
        if key not in st.session_state:
            st.session_state[key] = mine
    label = f"{named(name)}, in percent of the whole"
    slider_side, typed_side = st.columns((3, 1), vertical_alignment="bottom")
    with slider_side:
        st.slider(label, 0.0, 100.0, step=0.1, format="%.1f", key=slider, on_change=_follow, args=(slider, typed))
    with typed_side:
        st.number_input(
            "Or typed", 0.0, 100.0, step=0.1, format="%.1f", key=typed, on_change=_follow, args=(typed, slider)
        )
    share = float(st.session_state[typed])
    is_moved = share != mine
    looked = what_if(compared, criterion_id, as_share(share)) if is_moved else None
    with st.container(border=True, key="what_if"):
        _standing(compared, looked)
    with st.container(horizontal=True, key="weight_ways"):
        if flip and (beyond := flip.beyond) is not None:
            st.button("Go to where it turns over", key="to flip", on_click=_put, args=(slider, typed, beyond))
        if is_moved:
            st.button("Back to my weight", key="to mine", on_click=_put, args=(slider, typed, mine))
            st.button("Make it my weight", key="keep weight", on_click=_keep, args=(criterion_id, share, slider, typed))
    st.caption("The other weights keep their proportions. This is only for looking, until you make it yours.")


def _standing(compared: Comparison, looked: WhatIf | None) -> None:
    if looked is None:
        st.write(f"As you weigh it now: {escaped(compared.sentence)}")
        return
    st.write(f"**{escaped(looked.sentence)}**")
    if looked.flipped:
        st.write("That is another one than with your own weights.")


def _follow(source: str, target: str) -> None:
    st.session_state[target] = st.session_state[source]


def _put(slider: str, typed: str, value: float) -> None:
    st.session_state[slider] = st.session_state[typed] = value


def _keep(criterion_id: str, share: float, slider: str, typed: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: keep_weight(store, criterion_id, as_share(share), now), "It is your weight now.")
    for key in (slider, typed):
        st.session_state.pop(key, None)
