"""Where an unsure line is offered to go: only where its field takes it, and first where its form tells."""

from datetime import date

import pytest

from lib.capture.debrief_fields import DebriefField
from lib.capture.offers import offered, refuses
from lib.capture.sorting import sort_lines
from lib.capture.values import ParseContext, parse_value

TODAY = date(2026, 12, 1)
SEEN = ParseContext(TODAY)


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("Tom said hed put me in touch with Aisha", DebriefField.REPLY_BY),
        ("good lot, would take it", DebriefField.INTEREST),
        ("they'd be daft not to", DebriefField.FORECAST),
        ("I owe them: exam transcript", DebriefField.PEOPLE),
        ("room was freezing", DebriefField.WHICH),
        ("room was freezing", DebriefField.NEXT_STEP),
        ("Shaz to email the call out rota", DebriefField.NEXT_STEP),
        ("overran by 10 which felt good", DebriefField.PAY),
        ("the dropout rate is 1 in 5 people", DebriefField.LEANING),
        ("Priya to send a case study task", DebriefField.PROMISES),
    ],
)
def test_a_place_whose_field_would_refuse_the_line_is_not_offered(words: str, refused: DebriefField) -> None:
    assert refused not in offered(words, (refused, DebriefField.WENT_WELL), SEEN)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("carol rings mon", DebriefField.REPLY_BY),
        ("want it 7/10", DebriefField.INTEREST),
        ("24/h or so", DebriefField.PAY),
        ("Tom Becker from data", DebriefField.PEOPLE),
        ("interview wed 2pm", DebriefField.WHICH),
    ],
)
def test_a_place_that_takes_the_line_is_offered(words: str, place: DebriefField) -> None:
    assert offered(words, (place,), SEEN) == (place,)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("gut feel - good lot, would take it", DebriefField.LEANING),
        ("I owe them: exam transcript + notice period", DebriefField.PROMISES),
        ("and share that article w Jun", DebriefField.PROMISES),
        ("thank Priya for rescheduling", DebriefField.PROMISES),
        ("hmm they were cagey about overtime at year end", DebriefField.WORRIED_BY),
        ("wouldn't say who left", DebriefField.WORRIED_BY),
    ],
)
def test_what_the_form_of_a_line_tells_is_offered_first(words: str, first: DebriefField) -> None:
    assert offered(words, (DebriefField.ASKED, DebriefField.ENERGISED_BY), SEEN)[0] == first
    (line,) = sort_lines([words], TODAY)
    assert line.field != DebriefField.NOTES or line.alternatives[0] == first


@pytest.mark.parametrize("words", ["need to find out if parking is free", "dont forget ask about boots"])
def test_what_i_still_want_to_know_is_offered_nowhere(words: str) -> None:
    assert offered(words, (DebriefField.ENERGISED_BY, DebriefField.UNSAID), SEEN) == ()


def test_wanting_the_job_without_a_number_is_a_gut_feeling() -> None:
    assert offered("strong yes", (DebriefField.INTEREST, DebriefField.ASKED), SEEN) == (
        DebriefField.LEANING,
        DebriefField.ASKED,
    )


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
    found = parse_value(words, words, DebriefField.LEANING, False, SEEN)
    assert (found.leaning, refuses(found)) == (leaning, leaning is None)


def test_no_offer_of_a_whole_note_is_refused() -> None:
    note = ["van parking ok", "room freezing, 50 min ish", "then sat in the canteen for a chat", "would take it"]
    for line in sort_lines(note, TODAY):
        assert not [
            place for place in line.alternatives if refuses(parse_value(line.text, line.value, place, False, SEEN))
        ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("would say yes tbh", DebriefField.LEANING),
        ("want it so much", DebriefField.LEANING),
        ("want it, 8/10", DebriefField.INTEREST),
        ("wouldn't do it for twice that", DebriefField.INTEREST),
    ],
)
def test_wanting_it_without_a_number_is_a_feeling_and_a_no_is_left_to_choose(words: str, place: DebriefField) -> None:
    assert sort_lines(["Why us?", words], TODAY)[1].field in (place, DebriefField.NOTES)
    assert sort_lines(["Interest:", words], TODAY)[1].field == place


def test_the_label_of_an_unsure_line_is_offered_first() -> None:
    (line,) = sort_lines(["next step: assessed drive w/ instructor, not said when"], TODAY)
    assert line.field == DebriefField.NEXT_STEP or line.alternatives[0] == DebriefField.NEXT_STEP


def test_what_i_still_want_to_know_excites_nobody() -> None:
    assert sort_lines(["Why us?", "ask about free travel for the kids"], TODAY)[1].field == DebriefField.NOTES


def test_that_i_had_no_good_answer_is_not_offered_as_gone_well() -> None:
    words = "didnt have a good one. come back with the saved-lists story next time!!"
    assert offered(words, (DebriefField.WISH, DebriefField.WENT_BADLY), SEEN) == (
        DebriefField.WISH,
        DebriefField.WENT_BADLY,
    )
    assert offered("good answer", (DebriefField.ASKED,), SEEN)[0] == DebriefField.WENT_WELL
