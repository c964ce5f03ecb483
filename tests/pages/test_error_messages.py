"""An error that no page catches becomes its sentence, and the page stays."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.errors import AfterwordError
from lib.store import Store
from lib.ui import error_messages
from tests.pages.conftest import Open
from tests.pages.screen import plain


def fails(error: Exception) -> object:
    def raising(*_args: object, **_kwargs: object) -> None:
        raise error

    return raising


@pytest.fixture
def settings(tab: Open) -> AppTest:
    return tab("more/settings")


def test_an_error_in_a_callback_is_shown_on_the_page_and_what_was_typed_stays(
    settings: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = AfterwordError("This entry is gone.", "Nothing was changed.", "Go back to the list.")
    monkeypatch.setattr("lib.workflows.entries.preferences.set_setting", fails(gone))
    settings.text_area(key="setting signature").input("Kim").run()
    assert "This entry is gone. Nothing was changed. Go back to the list." in plain(settings)
    assert settings.title[0].value == "Settings"
    assert settings.text_area(key="setting signature").value == "Kim"
    assert not settings.exception


def test_a_disk_that_fails_in_a_callback_is_shown_in_words(settings: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.workflows.entries.preferences.set_setting", fails(OSError(28, "No space left on device")))
    settings.text_area(key="setting signature").input("Kim").run()
    assert "Your files couldn't be read or written: No space left on device." in plain(settings)
    assert settings.title[0].value == "Settings"


def test_a_fault_of_ours_is_owned_up_to_and_the_page_stays(settings: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.workflows.entries.preferences.set_setting", fails(KeyError("x")))
    settings.text_area(key="setting signature").input("Kim").run()
    assert error_messages.CRASHED in plain(settings)
    assert settings.title[0].value == "Settings"


def test_the_next_act_that_succeeds_takes_the_sentence_away(
    settings: AppTest, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("lib.workflows.entries.preferences.set_setting", fails(OSError(28, "No space left on device")))
        settings.text_area(key="setting signature").input("Kim").run()
    settings.text_area(key="setting signature").input("Kim P.").run()
    assert "No space left" not in plain(settings)
    assert store.load().workbook.setting("signature") == "Kim P."


def test_an_error_while_a_page_is_drawn_keeps_what_was_drawn(tab: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.ui.settings.preferences.show_folder", fails(OSError(5, "Input/output error")))
    app = tab("more/settings")
    assert app.title[0].value == "Settings"
    assert "Your files couldn't be read or written: Input/output error." in plain(app)
    assert not app.exception
