"""What Streamlit doesn't promise is still there. When one of these fails, look at lib/ui/streamlit_internals.py."""

import pytest
from streamlit import delta_generator, env_util
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.PageConfig_pb2 import PageConfig
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.testing.v1 import AppTest

from lib.ui import streamlit_internals


def test_streamlit_still_takes_the_folder_pages_for_its_own_on_the_first_run() -> None:
    assert isinstance(PagesManager.uses_pages_directory, bool | None)
    assert "intended_page_name" in dir(PagesManager)


def test_a_run_without_an_app_asks_for_no_page() -> None:
    assert streamlit_internals.page_asked_for_too_early() == ""
    assert streamlit_internals.words_held_by_the_browser("company") is None


def test_the_words_that_came_with_a_run_are_found_by_the_widget_s_key() -> None:
    def page() -> None:
        import streamlit as st

        from lib.ui import streamlit_internals

        st.text(f"held: {streamlit_internals.words_held_by_the_browser('company')}")
        st.text_input("Company", key="company")

    app = AppTest.from_function(page).run()
    app.text_input(key="company").input("Northwind").run()
    assert app.text[0].value == "held: Northwind"


def test_no_prompt_is_looked_for_at_the_first_element(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[str]()

    def is_repl() -> bool:
        looked.append("in vain")
        return False

    monkeypatch.setattr(env_util, "is_repl", is_repl)
    monkeypatch.setattr(delta_generator, "_use_warning_has_been_displayed", False)
    streamlit_internals.spare_the_search_for_a_prompt()
    delta_generator._maybe_print_use_warning()
    assert not looked

    monkeypatch.setattr(delta_generator, "_use_warning_has_been_displayed", False)
    delta_generator._maybe_print_use_warning()
    assert looked


def test_a_file_that_is_forgotten_is_no_longer_held() -> None:
    def page() -> None:
        import streamlit as st

        from lib.ui import streamlit_internals

        file = st.file_uploader("A file", key="file")
        if file:
            streamlit_internals.forget_upload(file.file_id)

    app = AppTest.from_function(page).run()
    app.file_uploader[0].set_value(("note.txt", b"words", "text/plain")).run()
    assert not app.exception
    manager = MemoryUploadedFileManager("/upload")
    manager.add_file("tab", UploadedFileRec("1", "note.txt", "text/plain", b"words"))
    manager.remove_file("tab", "1")
    assert list(manager.get_files("tab", ["1"])) == []


def test_a_text_widget_s_state_still_holds_its_words_as_a_string() -> None:
    assert WidgetState(id="x-company", string_value="Northwind").HasField("string_value")
    assert callable(script_run_context.get_script_run_ctx)


@pytest.mark.parametrize("name", ["invoke_script_error_handler"])
def test_the_tests_of_pages_can_still_put_the_door_in(name: str) -> None:
    from streamlit import error_util

    assert callable(getattr(error_util, name))


def test_the_tab_gets_its_icon_and_keeps_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[ForwardMsg] = []

    def page() -> None:
        from lib.ui import streamlit_internals

        streamlit_internals.show_tab_icon("data:image/png;base64,AAAA")

    monkeypatch.setattr(ScriptRunContext, "enqueue", lambda _, message: sent.append(message))
    AppTest.from_function(page).run()
    (change,) = [message.page_config_changed for message in sent if message.HasField("page_config_changed")]
    assert change.favicon == "data:image/png;base64,AAAA"
    assert change.layout == PageConfig.LAYOUT_UNSET
    assert change.initial_sidebar_state == PageConfig.SIDEBAR_UNSET
