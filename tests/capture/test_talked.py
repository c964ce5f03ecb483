"""The topic in a line about a person: one that a letter can name, or none."""

import pytest

from lib.capture.debrief_fields import PersonMet
from lib.capture.people import people_in
from lib.capture.talked import topic_beside


@pytest.mark.parametrize(
    "words",
    [
        "2pm today w/ Denise Okafor (service mgr), 30ish min",
        "call with Sasha (head of sales) and the HR lady whose name i forgot",
        "Denise Okafor was 10 min late",
        "Denise Okafor (service mgr): about 30 minutes",
        "Denise Okafor, the angry one was Tom",
        "Bronwen + a trustee in a very good scarf",
    ],
)
def test_what_is_left_of_a_line_without_its_names_is_no_topic(words: str) -> None:
    assert topic_beside(words, people_in(words, is_sure=True)[:1]) == ""


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Denise Okafor (service mgr) - talked about how they plan Saturdays", "how they plan Saturdays"),
        ("spoke to Denise Okafor about the rota", "the rota"),
        ("Denise Okafor, the move to the new site.", "the move to the new site"),
        ("Denise Okafor - why the night staff stay", "why the night staff stay"),
    ],
)
def test_a_phrase_about_something_is_the_topic(words: str, topic: str) -> None:
    assert topic_beside(words, (PersonMet("Denise Okafor", "service mgr"),)) == topic
