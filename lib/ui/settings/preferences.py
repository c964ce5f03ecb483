"""What can be set: the sides that a debrief rates, the time zone, and the folder of the files."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, get_args

import streamlit as st

from lib.dates import DateStyle, FirstInDate, HourFormat, usual_in
from lib.followup.business_days import country_names
from lib.records.date_settings import CLOCK_KEY, ORDER_KEY
from lib.records.dimension import Dimension, all_dimensions
from lib.records.zones import zone_label, zone_named, zone_names
from lib.store import choose_folder, is_folder_named
from lib.ui import session
from lib.ui.context import Context, clock, current_store, system_country
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, escaped, marked, named
from lib.ui.shared import own_name
from lib.workflows.entries import desktop_icon, preferences


def show_dimensions(context: Context) -> None:
    """What a debrief asks to rate, each on or off, with its words; what is off is folded away."""
    st.subheader("What you rate after an interview", anchor=False)
    st.caption("Five or six are enough. What you switch off keeps its past ratings.")
    found = all_dimensions(context.workbook.dimensions)
    for dimension in found:
        if not dimension.retired:
            _dimension(dimension)
    with st.expander("Rate something else", key="more dimensions"):
        for dimension in found:
            if dimension.retired:
                _dimension(dimension)
        with st.popover("Add your own", key="add dimension"):
            _words_form(None)


def _dimension(dimension: Dimension) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"dimension_{dimension.key}"):
        key = f"dimension on {dimension.key}"
        st.session_state.setdefault(key, not dimension.retired)
        st.toggle(named(dimension.label), key=key, on_change=_turn, args=(dimension.key,), width="stretch")
        with st.popover("Edit", key=f"reword {dimension.key}"):
            _words_form(dimension)


def _words_form(dimension: Dimension | None) -> None:
    name = dimension.key if dimension else "new"
    with st.form(f"dimension form {name}", border=False, clear_on_submit=dimension is None):
        st.text_input("Name", value=dimension.label if dimension else "", key=f"dimension label {name}")
        st.text_input("1 means", value=dimension.low if dimension else "", key=f"dimension low {name}")
        st.text_input("5 means", value=dimension.high if dimension else "", key=f"dimension high {name}")
        st.form_submit_button("Save", on_click=_reword, args=(name,))


def _turn(key: str) -> None:
    on, store, now = bool(st.session_state[f"dimension on {key}"]), current_store(), clock()
    sentence = "Saved. You'll be asked from now on." if on else "Saved. You won't be asked any more."
    saving.run(lambda: preferences.turn_dimension(store, key, on, now), sentence)


def _reword(name: str) -> None:
    label, low, high = (str(st.session_state[f"dimension {part} {name}"]) for part in ("label", "low", "high"))
    store, now = current_store(), clock()
    if name == "new":
        saving.run(lambda: preferences.add_dimension(store, label, low, high, now), "Saved.")
    else:
        saving.run(lambda: preferences.reword_dimension(store, name, label, low, high, now), "Saved.")


def show_person(context: Context) -> None:
    """The name and signature under the messages."""
    st.subheader("You", anchor=False)
    own_name.ask("Your name, as you sign", context.workbook.setting("name"))
    st.session_state.setdefault("setting signature", context.workbook.setting("signature"))
    st.text_area("Email signature", key="setting signature", on_change=_set, args=("signature",))


def _country(context: Context) -> None:
    chosen, names = context.workbook.setting("country"), country_names()
    guessed = system_country()
    guess = f"{names.get(guessed, 'None')} (from this computer's language)"
    st.session_state.setdefault("setting country", chosen)
    st.selectbox(
        "Country (public holidays)",
        list(dict.fromkeys(("", chosen, *names))),  # one that was written into the file by hand stays, as DE-BY
        key="setting country",
        format_func=lambda code: escaped(names.get(code, code)) or guess,
        on_change=_set,
        args=("country",),
    )


def _set(key: str) -> None:
    value, store, now = str(st.session_state[f"setting {key}"]), current_store(), clock()
    saving.run(lambda: preferences.set_setting(store, key, value, now), "Saved.")


def show_dates(context: Context) -> None:
    """How days and times are written, the time zone in which days begin and end, and the country for holidays."""
    st.subheader("Dates and times", anchor=False)
    _style(context)
    _time_zone(context)
    _country(context)


def _style(context: Context) -> None:
    """The order of dates and the clock, each shown by an example; without a choice as is usual in the country."""
    usual = usual_in(context.workbook.setting("country") or system_country())
    days = {order: DateStyle(order, "24").brief_day(_EXAMPLE.date(), _EXAMPLE_YEAR) for order in get_args(FirstInDate)}
    times = {clock: DateStyle("day", clock).spoken_time(_EXAMPLE.time()) for clock in get_args(HourFormat)}
    _choice(context, ORDER_KEY, "How dates are written", days, usual.order)
    _choice(context, CLOCK_KEY, "How times are written", times, usual.hours)
    st.caption(marked("For example: {}", context.dates.brief_moment(_EXAMPLE, _EXAMPLE_YEAR)))


_EXAMPLE_YEAR: Final = date(2026, 1, 1)
_EXAMPLE: Final = datetime(2026, 11, 25, 14, 30)  # noqa: DTZ001  # a time on a clock, of no place


def _choice(context: Context, setting: str, words: SafeText, options: Mapping[str, str], usual: str) -> None:
    kept = context.workbook.setting(setting)
    st.session_state[f"setting {setting}"] = kept if kept in options else usual
    st.selectbox(
        words,
        list(options),
        key=f"setting {setting}",
        format_func=options.__getitem__,
        on_change=_set,
        args=(setting,),
    )


def _time_zone(context: Context) -> None:
    kept = context.workbook.setting("timezone")
    zones = ["", *zone_names(), *([kept] if kept and kept not in zone_names() else [])]
    st.session_state.setdefault("timezone", kept)
    st.selectbox(
        "Time zone",
        zones,
        key="timezone",
        format_func=lambda zone: zone_label(zone) if zone else "This computer's",
        on_change=_set_zone,
    )
    if kept and zone_named(kept) is None:
        st.caption(marked("There's no time zone called ‘{}’, so this computer's is used.", kept))


def _set_zone() -> None:
    zone, store, now = str(st.session_state["timezone"]), current_store(), clock()
    saving.run(lambda: preferences.set_setting(store, "timezone", zone, now), "Saved.")


def show_folder(context: Context) -> None:
    """Where the data is stored, and another folder instead."""
    st.subheader("Where your data is stored", anchor=False)
    st.code(str(context.store.folder), language=None, wrap_lines=True)
    st.write("Backups are kept here:")
    st.code(str(context.store.home), language=None, wrap_lines=True)
    if session.is_sample():
        return
    st.button("Try it with sample data", key="sample", on_click=session.choose_workbook, args=("sample",))
    if is_folder_named():
        st.write("AFTERWORD_DATA sets this folder. To use another one, change it and restart Afterword.")
        return
    with st.form("folder form", border=False):
        st.text_input("Use another folder", key="folder", placeholder=str(Path.home() / "afterword"))
        st.form_submit_button("Use this folder", on_click=_use_folder)
    st.caption("Files in the old folder stay there. To bring them along, use “Move or erase” in Your data.")


def show_icon() -> None:
    """A starter on the desktop: written when asked for, and removed again."""
    if session.is_sample():
        return
    st.subheader("An icon on your desktop", anchor=False)
    if path := desktop_icon.find():
        st.write("Open this file to start Afterword:")
        st.code(str(path), language=None, wrap_lines=True)
        if path.suffix == ".desktop":
            st.caption("If it doesn't start, right-click it and choose “Allow Launching”.")
        st.button("Remove the icon", key="remove icon", on_click=_remove_icon)
    else:
        st.write("A file that starts Afterword when you open it, with the data you have open now.")
        st.button("Put an icon on my desktop", key="put icon", on_click=_put_icon)


def _put_icon() -> None:
    desktop_icon.put()
    session.clear_problem()
    session.set_notice("The icon is on your desktop.")


def _remove_icon() -> None:
    desktop_icon.remove()
    session.clear_problem()
    session.set_notice("The icon is removed.")


def _use_folder() -> None:
    wanted = str(st.session_state["folder"]).strip()
    folder = Path(wanted).expanduser()
    try:
        if wanted and not folder.is_absolute():
            raise OSError("it isn't a full path")
        if wanted:
            folder.mkdir(parents=True, exist_ok=True)
        choose_folder(folder if wanted else None)
    except OSError as error:
        session.report_problem(f"That folder can't be used: {error.strerror or error}. Nothing was changed.")
        return
    session.clear_problem()
    session.set_notice("Saved. Afterword now uses the folder shown below.")
