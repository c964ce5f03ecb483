"""A memo that is spoken, or dropped as a recording, written down on this computer and laid on the sheet of notes."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

import streamlit as st

from lib.capture.reading.memo import is_memo, read_memo
from lib.capture.reading.note import UnreadableNote
from lib.extras import speech_process
from lib.extras.decoding import media_type
from lib.extras.refusals import refusal
from lib.extras.speech_process import SpeechProcess
from lib.ui import session
from lib.ui.markdown import marked
from lib.ui.shared.note_upload import NOTE_UPLOADS, NoteUpload
from lib.ui.streamlit_internals import forget_upload

_MOST = 2
"""So many recordings are written down at once, in all tabs; the oldest is stopped for one more."""
_LOOK_AGAIN = 1.0
"""Seconds between two looks at how far it is."""
IN_NOISE = "In noise it makes things up. Read every line."
MISSING = "To talk instead of typing, install the optional part: see README."

IS_INSTALLED = speech_process.is_installed()


@dataclass(frozen=True)
class Memo:
    """A recording on its way to text, with what was brought along with it."""

    name: str
    process: SpeechProcess
    others: Sequence[tuple[str, bytes]] = ()


class _Memos:
    """The memos by tab and by the form that they are for."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, str], Memo] = OrderedDict()
        self._lock = Lock()

    def put(self, form: str, memo: Memo) -> None:
        key = session.tab(), form
        with self._lock:
            too_many = [*([key] if key in self._held else []), *self._held][: max(0, len(self._held) - _MOST + 1)]
            for each in dict.fromkeys(too_many):
                self._held.pop(each).process.stop()
            self._held[key] = memo

    def get(self, form: str) -> Memo | None:
        with self._lock:
            return self._held.get((session.tab(), form))

    def take(self, form: str) -> Memo | None:
        with self._lock:
            return self._held.pop((session.tab(), form), None)


_MEMOS = _Memos()


def record(form: str, names: Sequence[str]) -> None:
    """The recorder, where what is said can be written down."""
    if IS_INSTALLED:
        key = f"note spoken {form} {session.widget_version(form)}"
        st.audio_input("Or talk", key=key, on_change=_recorded, args=(form, key, names))


def say_what_is_missing() -> None:
    """One line on what the optional part would do here; nothing where it's installed."""
    if not IS_INSTALLED:
        st.caption(MISSING)


def _recorded(form: str, key: str, names: Sequence[str]) -> None:
    spoken = st.session_state.get(key)
    if spoken:
        data = spoken.getvalue()
        forget_upload(spoken.file_id)
        session.reset_widget(form)
        begun(form, [("", data)], names)


def begun(form: str, files: Sequence[tuple[str, bytes]], names: Sequence[str]) -> bool:
    """Whether there is a recording among these files that is now being written down; the others wait for it.

    One that carries its transcript is a note like any other, and so is every one where nothing can be written down.
    """
    spoken = next((file for file in files if IS_INSTALLED and _is_to_write_down(file[1])), None)
    if spoken is None:
        return False
    name, data = spoken
    _MEMOS.put(form, Memo(name, SpeechProcess(data, names), [file for file in files if file is not spoken]))
    return True


def _is_to_write_down(data: bytes) -> bool:
    if not is_memo(data):
        return bool(media_type(data))
    try:
        read_memo(data)
    except UnreadableNote:
        return True
    return False


def is_held(form: str) -> bool:
    """Whether a recording of this form is on its way."""
    return _MEMOS.get(form) is not None


def is_at_work(form: str, today: date) -> bool:
    """Whether a recording is still being written down. What is ready is laid on the sheet first."""
    memo = _MEMOS.get(form)
    if memo is None:
        return False
    progress = memo.process.progress
    if progress.end is None:
        return True
    _MEMOS.take(form)
    why = refusal(progress)
    failed = [(memo.name, why)] if why else []
    if progress.end == "done":
        title = memo.name.rpartition("/")[2].rpartition(".")[0] or "Memo"
        text = (f"{title}.txt", "\n".join(progress.lines).encode())
        NOTE_UPLOADS.put(session.tab(), form, NoteUpload([text, *memo.others], today, recording=memo.process.recording))
    elif memo.others or failed:
        NOTE_UPLOADS.put(session.tab(), form, NoteUpload(list(memo.others), today, failed=failed))
    return False


def show_progress(form: str) -> None:
    """How far it is, and the way to stop it; the page is drawn once more when it's done."""
    st.fragment(_progress, run_every=_LOOK_AGAIN)(form)


def _progress(form: str) -> None:
    memo = _MEMOS.get(form)
    progress = memo.process.progress if memo else None
    if progress is None or progress.end:
        st.rerun()
    far = f"{_clock(progress.until)} of {_clock(progress.seconds)}" if progress.seconds else "getting ready"
    st.progress(progress.share, text=marked("Writing it down: {}. You can go on with the rest of this page.", far))
    st.button("Stop", key=f"stop memo {form}", on_click=_stop, args=(form,))


def _stop(form: str) -> None:
    if memo := _MEMOS.take(form):
        memo.process.stop()
        session.set_notice("Stopped. Nothing was written down.")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def show_recording(recording: bytes) -> None:
    """The recording beside its text, with what to expect of it."""
    st.warning(IN_NOISE)
    st.audio(recording, format=media_type(recording) or "audio/wav", alt="Your recording")
