"""What an error that no page catches becomes: its sentence, where the person is."""

import logging
from collections.abc import Iterator
from types import FrameType

import streamlit as st

from lib.records.errors import AfterwordError
from lib.ui import frame, session
from lib.ui.markdown import escaped

CRASHED = (
    "Something in Afterword itself went wrong. What was saved is as it was. Please reload the page. "
    "If it happens again, the terminal in which Afterword runs says more."
)
DISK = "Your files couldn't be read or written: {why}. What was saved is as it was. Check the disk, then try again."


def quiet_terminal() -> None:
    """Keep out of the terminal what isn't an error of the program: a missing answer is shown on the page."""
    logging.getLogger("streamlit.error_util").addFilter(_is_of_the_program)


def _is_of_the_program(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, AfterwordError)


def show(error: Exception) -> bool:
    """Show what happened. Streamlit calls this for an error in a page or a callback; True keeps its own text away.

    A callback runs before its page: the page is shown as usual then, with the sentence in its place, and everything
    typed is still there. A page that stopped half-way keeps what it has shown.
    """
    sentence = sentence_of(error)
    if _came_through_the_page(error):
        st.warning(escaped(sentence))
        return True
    session.report_problem(sentence)
    try:
        frame.show()
    except Exception as another:  # nothing is left to hand it to
        for each in dict.fromkeys((sentence, sentence_of(another))):
            st.warning(escaped(each))
    return True


def sentence_of(error: Exception) -> str:
    """The words for an error: our own sentence, the disk's reason, or that something in Afterword went wrong."""
    if isinstance(error, AfterwordError):
        return error.sentence
    if isinstance(error, OSError):
        return DISK.format(why=error.strerror or type(error).__name__)
    return CRASHED


def _came_through_the_page(error: Exception) -> bool:
    return any(running.f_code is frame.show.__code__ for running in _frames(error))


def _frames(error: Exception) -> Iterator[FrameType]:
    step = error.__traceback__
    while step is not None:
        yield step.tb_frame
        step = step.tb_next
