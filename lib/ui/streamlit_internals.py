"""What Afterword uses of Streamlit that Streamlit doesn't promise, in one place.

tests/pages/test_streamlit_internals.py fails when Streamlit changes it.
"""

from streamlit import delta_generator
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.PageConfig_pb2 import PageConfig
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def page_asked_for_too_early() -> str:
    """The page that the address names, where Streamlit would show 'Page not found' for it; else nothing.

    On a server's first run Streamlit takes the folder pages/ for pages of its own making, and at any address but the
    first lays that message over the page that it then finds after all. Opened again, the address is known.
    """
    context = get_script_run_ctx()
    name = context.pages_manager.intended_page_name if context else ""
    if not PagesManager.uses_pages_directory or not name:
        return ""
    PagesManager.uses_pages_directory = False
    return name


def show_tab_icon(address: str) -> None:
    """Give the browser's tab its icon. ``st.set_page_config`` would load a library for pictures first, which takes as
    long as reading the workbook."""
    context = get_script_run_ctx()
    if context:
        change = PageConfig(
            favicon=address, layout=PageConfig.LAYOUT_UNSET, initial_sidebar_state=PageConfig.SIDEBAR_UNSET
        )
        context.enqueue(ForwardMsg(page_config_changed=change))


def spare_the_search_for_a_prompt() -> None:
    """Not look for a Python prompt at the first element: Streamlit would walk through every module that is loaded,
    which takes twice as long as reading the workbook, and a server never is one."""
    delta_generator._use_warning_has_been_displayed = True


def forget_upload(file_id: str) -> None:
    """Let go of a file that was uploaded in this tab: else the server holds it until the tab is closed."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file_id)


def words_held_by_the_browser(key: str) -> str | None:
    """The words that the browser sent for the text widget of that key in this run, or None.

    After a restart the server knows nothing of the widget, and runs no callback for what the browser still holds.
    """
    context = get_script_run_ctx()
    if context is None:
        return None
    states = (each for each in context.session_state.get_widget_states() if each.id.endswith(f"-{key}"))
    return next((each.string_value for each in states if each.HasField("string_value")), None)
