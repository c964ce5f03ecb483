"""The one owner of widget keys and of what a tab remembers between runs: plain values only."""

from typing import NamedTuple
from uuid import uuid4

import streamlit as st

from lib.ui.streamlit_internals import words_held_by_the_browser
from lib.workflows.limits import FieldLimits

_TAB = "tab"
_RUNS = "runs"
_WORKBOOK = "workbook"
_NOTICE = "notice"
_PROBLEM = "problem"
_PAGE = "page"
_UNDO = "undo"
_DRAFT_BACK = "draft back"
_TAKEN = "seen of "
_HANDLERS = "handlers of "
_LIMITS = "limits of "
_FILE = "file held "
_DIFFERENCES = "differences "
_LAST_VISIT = "last visit "
_VERSION = "round "


def tab() -> str:
    """A name for this browser tab, the same until it is reloaded."""
    if _TAB not in st.session_state:
        st.session_state[_TAB] = uuid4().hex
    return str(st.session_state[_TAB])


def begin_run() -> None:
    """Count this run of the tab."""
    st.session_state[_RUNS] = run() + 1


def run() -> int:
    """The number of this run of the tab."""
    return int(st.session_state.get(_RUNS, 0))


def words_from_browser(key: str) -> str | None:
    """The words that the browser held for a text widget while the server was away, in the tab's first run; else None.

    No callback runs for them: to a server that has just started, or has forgotten the tab, nothing has changed.
    """
    return words_held_by_the_browser(key) if run() <= 1 else None


def field_key(draft_name: str, field: str) -> str:
    """The key of the widget for one field of one draft."""
    return f"{draft_name}:{field}"


def shows_fields(draft_name: str) -> bool:
    """Whether this tab has a form of that draft on its screen."""
    return any(str(key).startswith(f"{draft_name}:") for key in st.session_state)


def shows_field(draft_name: str, field: str) -> bool:
    """Whether the screen before this click had that field."""
    return field_key(draft_name, field) in st.session_state


def forget_fields(draft_name: str) -> None:
    """Let the widgets of a draft take their values from the draft again."""
    for key in [key for key in st.session_state if str(key).startswith(f"{draft_name}:")]:
        del st.session_state[key]
    st.session_state.pop(f"{_TAKEN}{draft_name}", None)


def forget_field(draft_name: str, field: str) -> None:
    """Let the widget of one field take its value from the draft again."""
    st.session_state.pop(field_key(draft_name, field), None)


def note_taken_value(draft_name: str, field: str, value: object) -> None:
    """Remember which value of a field's widget the draft has."""
    st.session_state.setdefault(f"{_TAKEN}{draft_name}", {})[field] = value


def taken_values(draft_name: str) -> dict[str, object]:
    """By field, the value of its widget that the draft has."""
    return dict(st.session_state.get(f"{_TAKEN}{draft_name}", {}))


def shown_drafts() -> tuple[str, ...]:
    """The drafts whose fields this tab has shown."""
    return tuple(str(key).removeprefix(_TAKEN) for key in st.session_state if str(key).startswith(_TAKEN))


def set_handler(draft_name: str, field: str, handler: tuple[str, ...]) -> None:
    """Remember which handler takes in a changed value of that field, by name and arguments."""
    st.session_state.setdefault(f"{_HANDLERS}{draft_name}", {})[field] = handler


def handler_of(draft_name: str, field: str) -> tuple[str, ...]:
    """The handler that takes in a changed value of that field, and its arguments."""
    return tuple(st.session_state.get(f"{_HANDLERS}{draft_name}", {}).get(field, ("plain",)))


def set_limits(draft_name: str, field: str, limits: FieldLimits) -> None:
    """Remember what a field that this run shows may be."""
    st.session_state.setdefault(f"{_LIMITS}{draft_name}", {})[field] = (run(), limits)


def limits_shown(draft_name: str) -> dict[str, FieldLimits]:
    """By field, what it may be, of the fields that the last run has shown."""
    noted = st.session_state.get(f"{_LIMITS}{draft_name}", {})
    return {field: limits for field, (when, limits) in noted.items() if when == run()}


def is_sample() -> bool:
    """Whether this tab looks around in the sample workbook."""
    return workbook() == "sample"


def choose_workbook(which: str) -> None:
    """Turn this tab to the person's own workbook ('own') or to the sample ('sample'); no field takes words along."""
    forget_everything()
    st.session_state[_WORKBOOK] = which


def set_notice(sentence: str) -> None:
    """Leave a sentence for the next whole page to show once; what the one before it offered is offered no more."""
    forget_notice()
    st.session_state[_NOTICE] = sentence


def reword_notice(sentence: str) -> None:
    """Change its words; the undo it offers stays."""
    st.session_state[_NOTICE] = sentence


class Notice(NamedTuple):
    """What was done, in a sentence, and what can be undone: a commit, or a discarded draft."""

    sentence: str = ""
    receipt_id: str = ""
    draft_id: str = ""


def notice() -> Notice:
    """The messages still to show."""
    return Notice(*(str(st.session_state.get(key, "")) for key in (_NOTICE, _UNDO, _DRAFT_BACK)))


def forget_notice() -> None:
    """Drop it, now that a whole page was shown with it."""
    for key in (_NOTICE, _UNDO, _DRAFT_BACK):
        st.session_state.pop(key, None)


def offer_undo(receipt_id: str) -> None:
    """Offer to undo that commit, beside the sentence left."""
    st.session_state[_UNDO] = receipt_id


def report_problem(sentence: str) -> None:
    """Leave a problem for the page to show until the next save."""
    st.session_state[_PROBLEM] = sentence


def problem() -> str:
    """The problem left by the last callback."""
    return str(st.session_state.get(_PROBLEM, ""))


def enter_page(page: str) -> None:
    """Note which page this tab is at: a problem and the files made there stay behind."""
    if st.session_state.get(_PAGE, page) != page:
        clear_problem()
        forget_files()
    st.session_state[_PAGE] = page


def clear_value(key: str) -> None:
    """Empty a field, or forget what the tab remembers under that key."""
    held = st.session_state.get(key)
    if held:
        st.session_state[key] = "" if isinstance(held, str) else [] if isinstance(held, list) else None


def keep_file(name: str, content: bytes) -> None:
    """Remember a file that was made or opened here, until the page is left."""
    st.session_state[f"{_FILE}{name}"] = content


def kept_file(name: str) -> bytes | None:
    """The file of that name that was made or opened here."""
    content = st.session_state.get(f"{_FILE}{name}")
    return content if isinstance(content, bytes) else None


def forget_files() -> None:
    """Forget the files that were made or opened here."""
    for key in [key for key in st.session_state if str(key).startswith(_FILE)]:
        del st.session_state[key]


def once_key(name: str) -> str:
    """The key of a field whose words are used up by ``pop_once``: the next one is a new field, empty on screen too."""
    return f"{name} {widget_version(name)}"


def pop_once(name: str) -> str:
    """What was typed in the field ``once_key(name)``, which is new from now on: for a passphrase, in a callback."""
    typed = str(st.session_state.pop(once_key(name), None) or "")
    reset_widget(name)
    return typed


def clear_problem() -> None:
    """Take the problem away."""
    st.session_state.pop(_PROBLEM, None)


def forget_everything() -> None:
    """Let go of all that this tab remembers but which workbook it has open, and the day of the last visit."""
    kept = {_TAB, _WORKBOOK, _RUNS}
    for key in [key for key in st.session_state if key not in kept and not str(key).startswith(_LAST_VISIT)]:
        del st.session_state[key]


def show_differences(draft_name: str, differences: list[tuple[str, str, str]]) -> None:
    """Remember the fields that were changed here and elsewhere: field, mine, theirs; an empty list forgets them."""
    st.session_state[f"{_DIFFERENCES}{draft_name}"] = differences


def differences(draft_name: str) -> list[tuple[str, str, str]]:
    """The fields that were changed here and elsewhere, for that draft."""
    return list(st.session_state.get(f"{_DIFFERENCES}{draft_name}", []))


def offer_draft_back(draft_id: str) -> None:
    """Offer to bring back a discarded draft, beside the sentence left."""
    st.session_state[_DRAFT_BACK] = draft_id


def last_visit(day: str) -> str | None:
    """The last visit before that day, as an ISO time; empty if there was none, None if nobody looked yet."""
    known = st.session_state.get(f"{_LAST_VISIT}{workbook()} {day}")
    return None if known is None else str(known)


def remember_last_visit(day: str, when: str) -> None:
    """Remember the last visit before that day for as long as this tab is open."""
    st.session_state[f"{_LAST_VISIT}{workbook()} {day}"] = when


def workbook() -> str:
    """Which workbook this tab has open: 'own' or 'sample'; after a reload the one that its address names."""
    if _WORKBOOK not in st.session_state:
        st.session_state[_WORKBOOK] = "sample" if st.query_params.get(_WORKBOOK) == "sample" else "own"
    return str(st.session_state[_WORKBOOK])


def keep_workbook_in_address() -> None:
    """Let the address name the sample as long as it is open, so that a reload doesn't open the person's own workbook.

    What the tab remembers counts: an address from before, brought back by the browser, is corrected.
    """
    if is_sample():
        if st.query_params.get(_WORKBOOK) != "sample":
            st.query_params[_WORKBOOK] = "sample"
    elif _WORKBOOK in st.query_params:
        del st.query_params[_WORKBOOK]


def widget_version(name: str) -> int:
    """How often that question was asked again in this tab: part of the key of a widget that must come back empty."""
    return int(st.session_state.get(f"{_VERSION}{name}", 0))


def reset_widget(name: str) -> None:
    """Ask that question again: its widget comes back empty."""
    st.session_state[f"{_VERSION}{name}"] = widget_version(name) + 1
