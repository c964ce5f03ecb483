"""Where an unsure line is offered to go: only where its field takes it, and first where its form tells."""

from datetime import date

import pytest

from lib.capture.offers import offered, refuses
from lib.capture.places import Place
from lib.capture.sorting import sort_lines
from lib.capture.values import Seen, filled

TODAY = date(2026, 12, 1)
SEEN = Seen(TODAY)


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("Tom said hed put me in touch with Aisha", Place.REPLY_BY),
        ("good lot, would take it", Place.INTEREST),
        ("they'd be daft not to", Place.FORECAST),
        ("I owe them: exam transcript", Place.PEOPLE),
        ("room was freezing", Place.WHICH),
        ("room was freezing", Place.NEXT_STEP),
        ("overran by 10 which felt good", Place.PAY),
        ("the dropout rate is 1 in 5 people", Place.LEANING),
        ("Priya to send a case study task", Place.PROMISES),
    ],
)
def test_a_place_whose_field_would_refuse_the_line_is_not_offered(words: str, refused: Place) -> None:
    assert refused not in offered(words, (refused, Place.WENT_WELL), SEEN)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("carol rings mon", Place.REPLY_BY),
        ("want it 7/10", Place.INTEREST),
        ("24/h or so", Place.PAY),
        ("Tom Becker from data", Place.PEOPLE),
        ("interview wed 2pm", Place.WHICH),
    ],
)
def test_a_place_that_takes_the_line_is_offered(words: str, place: Place) -> None:
    assert offered(words, (place,), SEEN) == (place,)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("gut feel - good lot, would take it", Place.LEANING),
        ("I owe them: exam transcript + notice period", Place.PROMISES),
        ("and share that article w Jun", Place.PROMISES),
        ("thank Priya for rescheduling", Place.PROMISES),
        ("hmm they were cagey about overtime at year end", Place.WORRIED_BY),
        ("wouldn't say who left", Place.WORRIED_BY),
    ],
)
def test_what_the_form_of_a_line_tells_is_offered_first(words: str, first: Place) -> None:
    assert offered(words, (Place.ASKED, Place.ENERGISED_BY), SEEN)[0] == first
    (line,) = sort_lines([words], TODAY)
    assert line.place != Place.NOTES or line.perhaps[0] == first


@pytest.mark.parametrize("words", ["need to find out if parking is free", "dont forget ask about boots"])
def test_what_i_still_want_to_know_is_offered_nowhere(words: str) -> None:
    assert offered(words, (Place.ENERGISED_BY, Place.UNSAID), SEEN) == ()


def test_wanting_the_job_without_a_number_is_a_gut_feeling() -> None:
    assert offered("strong yes", (Place.INTEREST, Place.ASKED), SEEN) == (Place.LEANING, Place.ASKED)


@pytest.mark.parametrize(
    ("words", "leaning"),
    [
        ("good lot, would take it", "go_on"),
        ("gut: yes", "go_on"),
        ("gut feel - not sure, nice people though", "unsure"),
        ("torn", "unsure"),
        ("wouldn't take it", "decline"),
        ("gut says no", "decline"),
        ("head says yes, stomach says no", "unsure"),
        ("would take it if they paid more", "unsure"),
        ("I don't think I would say yes", "decline"),
        ("he is very keen", None),
        ("the bus was late", None),
    ],
)
def test_a_gut_feeling_is_a_yes_a_doubt_or_a_no(words: str, leaning: str | None) -> None:
    found = filled(words, words, Place.LEANING, False, SEEN)
    assert (found.leaning, refuses(found)) == (leaning, leaning is None)


def test_no_offer_of_a_whole_note_is_refused() -> None:
    note = ["van parking ok", "room freezing, 50 min ish", "then sat in the canteen for a chat", "would take it"]
    for line in sort_lines(note, TODAY):
        assert not [place for place in line.perhaps if refuses(filled(line.text, line.value, place, False, SEEN))]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("would say yes tbh", Place.LEANING),
        ("want it so much", Place.LEANING),
        ("want it, 8/10", Place.INTEREST),
        ("wouldn't do it for twice that", Place.INTEREST),
    ],
)
def test_wanting_it_without_a_number_is_a_feeling_and_a_no_is_left_to_choose(words: str, place: Place) -> None:
    assert sort_lines(["Why us?", words], TODAY)[1].place in (place, Place.NOTES)
    assert sort_lines(["Interest:", words], TODAY)[1].place == place


def test_the_label_of_an_unsure_line_is_offered_first() -> None:
    (line,) = sort_lines(["next step: assessed drive w/ instructor, not said when"], TODAY)
    assert line.place == Place.NEXT_STEP or line.perhaps[0] == Place.NEXT_STEP


def test_what_i_still_want_to_know_excites_nobody() -> None:
    assert sort_lines(["Why us?", "ask about free travel for the kids"], TODAY)[1].place == Place.NOTES


def test_that_i_had_no_good_answer_is_not_offered_as_gone_well() -> None:
    words = "didnt have a good one. come back with the saved-lists story next time!!"
    assert offered(words, (Place.WISH, Place.WENT_BADLY), SEEN) == (Place.WISH, Place.WENT_BADLY)
    assert offered("good answer", (Place.ASKED,), SEEN)[0] == Place.WENT_WELL
