"""How someone is addressed: asked once, kept with them, and followed by every letter."""

import pytest

from lib.followup.channels import Occasion, suggest
from lib.records.application import Application
from lib.records.person import Person
from lib.store import Draft, Store
from lib.workflows.drafts.messages import begin_message, refresh
from lib.workflows.entries.addressing import address_as
from lib.workflows.errors import Gone, Incomplete
from tests.workflows.evening import NOW, edited, from_outside, workbook
from tests.workflows.owed import letter_to, message, met_three, put_all

PRIYA = "pe-1"


def met(store: Store, name: str) -> str:
    """The title of the thanks due to someone of that name."""
    met_three(store, **{f"people.{PRIYA}.name": name})
    return f"Thank {name}"


def person(store: Store) -> Person:
    return next(entry for entry in workbook(store).people if entry.id == PRIYA)


def begins(draft: Draft, channel: str = "email") -> str:
    return str(draft.values[f"body_{channel}"]).partition(",")[0]


def test_a_name_that_is_clear_is_not_asked_about(store: Store) -> None:
    assert not letter_to(store, met(store, "Priya Raman")).asks_address


def test_someone_noted_with_a_title_and_a_surname_is_not_asked_about(store: Store) -> None:
    title = met(store, "Mrs Brennan")
    assert not letter_to(store, title).asks_address
    assert begins(message(store, title)) == "Dear Mrs Brennan"


def test_a_name_that_can_be_read_two_ways_is_asked_about_and_the_whole_of_it_used(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    assert letter_to(store, title).asks_address
    assert begins(message(store, title)) == "Dear Orbán Viktor"


def test_a_formal_house_asks_where_the_name_has_a_title(store: Store) -> None:
    title = met(store, "Prof. Anna Schmidt")
    (application,) = workbook(store).applications
    put_all(store, application.changed(formality="formal"))
    letter = letter_to(store, title)
    assert (letter.asks_address, letter.facts.address.options[0]) == (True, "Dear Prof. Schmidt")


def test_nobody_is_asked_about_where_a_message_goes_to_no_person(store: Store) -> None:
    met_three(store, promise="Send the link")
    assert not letter_to(store, "Send the link").asks_address


def test_the_answer_is_kept_with_the_person_and_not_asked_again(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    address_as(store, PRIYA, " Hi Viktor,\n", NOW)
    assert person(store).salutation == "Hi Viktor"
    assert not letter_to(store, title).asks_address
    assert {begins(message(store, title), channel) for channel in ("email", "card", "message", "linkedin")} == {
        "Hi Viktor"
    }


def test_the_answer_counts_for_another_company_too(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    address_as(store, PRIYA, "Dear Dr. Orbán", NOW)
    (application,) = workbook(store).applications
    put_all(store, application.changed(formality="formal"))
    assert begins(message(store, title)) == "Dear Dr. Orbán"


def test_answering_rebuilds_a_draft_that_nobody_touched(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    draft = message(store, title)
    address_as(store, PRIYA, "Hi Viktor", NOW)
    now = refresh(letter_to(store, title), draft)
    assert now.values == begin_message(letter_to(store, title), "dt-1").values
    assert begins(now) == "Hi Viktor"


def test_answering_keeps_typed_words_and_changes_the_greeting_above_them_alone(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    draft = message(
        store,
        title,
        body_email="Dear Orbán Viktor,\n\nThank you, Orbán Viktor, for your time.",
        body_message="Szia Viktor,\n\nThank you.",
        subject_email="Our talk, and thanks",
    )
    address_as(store, PRIYA, "Hi Viktor", NOW)
    now = refresh(letter_to(store, title), draft).values
    assert now["body_email"] == "Hi Viktor,\n\nThank you, Orbán Viktor, for your time."
    assert now["body_message"] == "Szia Viktor,\n\nThank you."
    assert now["subject_email"] == "Our talk, and thanks"


def test_what_was_typed_without_a_greeting_stays_as_it_is(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    draft = message(store, title, body_email="Dear Orbán\n\nThank you.", body_phone="- Say thanks, then stop.")
    address_as(store, PRIYA, "Hi Viktor", NOW)
    now = refresh(letter_to(store, title), draft).values
    assert (now["body_email"], now["body_phone"]) == ("Dear Orbán\n\nThank you.", "- Say thanks, then stop.")


def test_an_answer_can_be_undone_and_is_asked_for_again(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    store.undo(address_as(store, PRIYA, "Hi Viktor", NOW).id, NOW)
    assert letter_to(store, title).asks_address


@pytest.mark.parametrize("words", ["", "Dear", "Frau", "Hi Dr.,"])
def test_an_answer_without_a_name_is_refused_in_words(store: Store, words: str) -> None:
    met(store, "Orbán Viktor")
    with pytest.raises(Incomplete, match="greeting"):
        address_as(store, PRIYA, words, NOW)


def test_an_answer_for_somebody_who_was_deleted_is_refused(store: Store) -> None:
    with pytest.raises(Gone):
        address_as(store, "pe-none", "Hi Viktor", NOW)


def test_correcting_a_misspelt_name_corrects_its_greeting(store: Store) -> None:
    interview = met_three(store, **{f"people.{PRIYA}.name": "Obran Viktor"})
    address_as(store, PRIYA, "Dear Dr. Obran", NOW)
    edited(store, interview, "people", {f"people.{PRIYA}.name": "Orbán Viktor"})
    assert (person(store).name, person(store).salutation) == ("Orbán Viktor", "")


def test_a_title_added_to_a_name_leaves_the_greeting(store: Store) -> None:
    interview = met_three(store, **{f"people.{PRIYA}.name": "Orbán Viktor"})
    address_as(store, PRIYA, "Hi Viktor", NOW)
    edited(store, interview, "people", {f"people.{PRIYA}.name": "Dr. Orbán Viktor"})
    assert person(store).salutation == "Hi Viktor"


def test_people_of_before_the_column_are_read_and_can_be_answered_for(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    path = store.folder / "people.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join(line.rsplit(",", 3)[0] for line in lines) + "\n", "utf-8")
    assert "salutation" not in path.read_text("utf-8")
    assert letter_to(store, title).asks_address
    address_as(store, PRIYA, "Hi Viktor", NOW)
    assert begins(message(store, title)) == "Hi Viktor"
    assert len(workbook(store).people) == 3


def test_a_greeting_written_into_the_file_by_hand_counts(store: Store) -> None:
    title = met(store, "Orbán Viktor")
    address_as(store, PRIYA, "Hi Viktor", NOW)
    from_outside(store, "people.csv", '"Hi Viktor"', '"Kedves Viktor,"')
    assert begins(message(store, title)) == "Kedves Viktor"


def test_the_reason_for_a_channel_names_people_as_they_are_called() -> None:
    viktor = Person(id=PRIYA, name="Orbán Viktor", prefers="phone", salutation="Hi Viktor")
    application = Application(id="ap-1", company="Northwind", role="Analyst")
    assert suggest("thank_you", Occasion(NOW.date(), viktor, None, application)).reason.startswith("Viktor likes")
