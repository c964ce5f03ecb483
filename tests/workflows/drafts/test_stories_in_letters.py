"""A story of mine in a letter: in its first wording, in what was typed, and when the stories change."""

from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.story import Story
from lib.store import Store
from lib.workflows.drafts.messages import message_of, refresh
from tests.workflows.evening import workbook
from tests.workflows.owed import letter_to, message, met_three, put_all

RIVAL = "Look at Loomworks, a rival of Northwind"
STORY = Story(
    id="st-1",
    title="The nightly run",
    situation="The nightly run took four hours.",
    action="I split it.",
    result="It takes forty minutes.",
    strengths=("fast",),
)
TOLD = "The nightly run took four hours. I split it. It takes forty minutes."


def looking_at_a_rival(store: Store, *stories: Story) -> None:
    met_three(store)
    favourite = workbook(store).applications[0].changed(favourite=True)
    rival = Application(id="ap-r", company="Loomworks", role="Analyst", status="interested", rival_of="Northwind")
    put_all(store, favourite, rival, *stories)


def test_a_letter_to_a_rival_tells_a_story_of_mine_k2(store: Store) -> None:
    looking_at_a_rival(store, STORY)

    assert f"One example: {TOLD}" in str(message(store, RIVAL).values["body_email"])


def test_without_a_story_the_letter_keeps_its_blank(store: Store) -> None:
    looking_at_a_rival(store)

    body = str(message(store, RIVAL).values["body_email"])
    assert "One example: [one story of what you did and what the result was]" in body


def test_the_story_that_fits_the_claims_of_the_letter_is_told(store: Store) -> None:
    looking_at_a_rival(store, STORY, Story(id="st-2", title="Other", result="We sailed."))
    claim = Claim(id="cl-1", interview_id=workbook(store).interviews[0].id, claim="I am fast")
    put_all(store, claim)

    assert letter_to(store, RIVAL).facts.extras.story == TOLD


def test_what_was_typed_stays_when_a_story_is_written_later(store: Store) -> None:
    looking_at_a_rival(store)
    typed = message(store, RIVAL, body_email="Dear Loomworks, my own words.")
    put_all(store, STORY)
    now = refresh(letter_to(store, RIVAL), typed)

    assert now.values["body_email"] == "Dear Loomworks, my own words."


def test_an_untouched_letter_takes_up_a_story_that_is_written_later(store: Store) -> None:
    looking_at_a_rival(store)
    begun = message(store, RIVAL)
    put_all(store, STORY)

    assert TOLD in str(refresh(letter_to(store, RIVAL), begun).values["body_email"])


def test_a_note_of_thanks_offers_a_story_that_shows_its_claim_as_an_idea_t3(store: Store) -> None:
    interview = met_three(store)
    put_all(store, STORY, Claim(id="cl-1", interview_id=interview.id, claim="I am fast"))
    title = "Thank Priya Raman"
    words = message(store, title)

    assert TOLD not in str(words.values["body_email"])
    assert [note for note in message_of(letter_to(store, title), words).advice if TOLD in note]
