"""A letter kept as my template: later drafts begin with it, reset brings Afterword's back, files and undo know it."""

import pytest

from lib.followup.own_templates import OwnTemplate
from lib.store import Store
from lib.workflows.drafts.messages import message_of, refresh
from lib.workflows.entries.own_letters import keep_template, reset_template
from lib.workflows.errors import Incomplete
from tests.workflows.evening import NOW, workbook
from tests.workflows.owed import letter_to, message, met_three

THANK, NEXT = "Thank Priya Raman", "Thank Ben Lindqvist"
MINE = OwnTemplate("Cheers, {first name}", "Hi {first name}!\n\nThanks for the chat about {topic}.\n\n{my name}")


def body(store: Store, title: str, channel: str = "email") -> str:
    return str(message(store, title).values[f"body_{channel}"])


def test_later_drafts_of_that_kind_and_channel_begin_with_my_template(store: Store) -> None:
    met_three(store)
    card = body(store, NEXT, "card")
    keep_template(store, "thank_you", "email", MINE, NOW)

    assert body(store, NEXT) == "Hi Ben!\n\nThanks for the chat about why the warehouse joins are slow.\n\nGrace Moreno"
    assert message(store, NEXT).values["subject_email"] == "Cheers, Ben"
    assert body(store, NEXT, "card") == card


def test_reset_brings_afterwords_letter_back_and_undo_mine(store: Store) -> None:
    met_three(store)
    before = body(store, THANK)
    keep_template(store, "thank_you", "email", MINE, NOW)
    receipt = reset_template(store, "thank_you", "email", NOW)
    assert body(store, THANK) == before

    store.undo(receipt.id, NOW)
    assert body(store, THANK).startswith("Hi Priya!")


def test_saved_twice_nothing_breaks(store: Store) -> None:
    met_three(store)
    keep_template(store, "thank_you", "email", MINE, NOW)
    keep_template(store, "thank_you", "email", MINE, NOW)
    assert body(store, THANK).startswith("Hi Priya!")


def test_a_typed_letter_stays_when_a_template_is_kept(store: Store) -> None:
    met_three(store)
    typed = message(store, THANK, channel="email", body_email="My own words.")
    keep_template(store, "thank_you", "email", MINE, NOW)
    letter = letter_to(store, THANK)
    assert message_of(letter, refresh(letter, typed)).body == "My own words."


def test_an_empty_template_is_refused(store: Store) -> None:
    with pytest.raises(Incomplete, match="empty"):
        keep_template(store, "thank_you", "email", OwnTemplate("", " \n"), NOW)


def test_a_template_is_in_the_settings_and_so_in_every_copy_of_the_files(store: Store) -> None:
    keep_template(store, "thank_you", "email", MINE, NOW)
    assert workbook(store).setting("letter thank_you email") == MINE.body
    assert "Thanks for the chat about {topic}." in (store.folder / "settings.csv").read_text("utf-8-sig")
