"""The kind of a question, guessed from its wording and taught by corrections."""

import numpy as np
import pytest

from benchmarks.kind_weights import fingerprint, labelled, trained
from benchmarks.kinds import held_out_guesses, in_two, rates
from lib.practice.kinds.guessing import guesser, guesser_of, with_guessed_kinds
from lib.practice.kinds.weights import KINDS, KindWeights, shipped
from lib.records.question import Question, wording_key
from lib.records.workbook import Workbook
from tests.insight.small_workbook import question

UNTAUGHT = guesser(())
HUDDLE = "How do you run the Tuesday huddle?"


def book(*questions: Question) -> Workbook:
    return Workbook(questions=questions)


def kinds_after(workbook: Workbook, *questions: Question) -> list[tuple[str | None, bool | None]]:
    return [(row.category, row.kind_guessed) for row in with_guessed_kinds(workbook, questions)]


def test_the_labelled_set_covers_every_kind_in_many_trades_and_each_wording_once() -> None:
    questions = labelled()
    assert len(questions) >= 400
    assert {one.kind for one in questions} == set(KINDS)
    assert all(len({one.trade for one in questions if one.kind == kind}) >= 6 for kind in KINDS)
    assert len({wording_key(one.text) for one in questions}) == len(questions)


def test_no_question_is_learned_from_in_other_words_than_those_held_out() -> None:
    learned, held_out = in_two()
    assert not {one.group for one in learned} & {one.group for one in held_out}
    assert len(held_out) >= len(labelled()) * 0.3


def test_of_the_third_held_out_75_percent_are_guessed_and_85_percent_of_those_right() -> None:
    guessed, right = rates(held_out_guesses())

    assert guessed >= 0.75
    assert right >= 0.85


def test_the_weights_were_learned_from_the_set_as_it_is() -> None:
    assert shipped().learned_from == fingerprint(), "run python -m benchmarks.kinds --write"


def test_weights_agree_after_they_were_written_and_read() -> None:
    few = [one for one in labelled() if one.trade == "nursing"]
    weights, texts = trained(few), [one.text for one in few]
    read = KindWeights.from_text(weights.as_text(), len(KINDS))

    assert (read.scores(texts).argmax(axis=1) == weights.scores(texts).argmax(axis=1)).mean() > 0.97
    assert read.as_text() == weights.as_text()


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("tell me about yourself", "background"),
        ("Why do you want to work for Acme?", "motivation"),
        ("tell me abt a time you failed", "behavioural"),
        ("difference between a left and an inner join", "technical"),
        ("What would you do if a guest complained?", "situational"),
        ("nights ok?", "culture"),
        ("salary??", "compensation"),
        ("If you were a dinosaur, which one?", "curveball"),
    ],
)
def test_common_questions_are_sorted_as_people_jot_them_down(wording: str, kind: str) -> None:
    assert UNTAUGHT.guess(wording) == kind


@pytest.mark.parametrize("wording", ["", "?!", "Zxq wvut?", "Lorem ipsum dolor", "Any questions for us?"])
def test_nothing_is_guessed_where_the_words_tell_nothing(wording: str) -> None:
    assert UNTAUGHT.guess(wording) is None


def test_one_s_own_kind_always_counts_for_the_same_wording() -> None:
    taught = guesser([("What are your salary expectations?", "case"), (HUDDLE, "culture"), (HUDDLE, "technical")])

    assert taught.guess("  what are your SALARY expectations") == "case"
    assert taught.guess(HUDDLE) == "technical"


def test_a_correction_moves_similar_wordings_and_leaves_others() -> None:
    alike, other = "How would you run our Tuesday huddle?", "What are your salary expectations?"
    taught = guesser([(HUDDLE, "culture")])

    assert UNTAUGHT.guess(alike) != "culture"
    assert taught.guess(alike) == "culture"
    np.testing.assert_allclose(taught.chances([other]), UNTAUGHT.chances([other]), atol=0.05)


def test_a_workbook_teaches_by_chosen_kinds_alone() -> None:
    chosen = question(1, text=HUDDLE, category="culture")
    guessed = question(2, text="Why us?", category="case", kind_guessed=True)
    asked_by_me = question(3, text="Tell me about yourself", category="culture", asked_by="me")

    by = guesser_of(book(chosen, guessed, asked_by_me))

    assert by.own == {wording_key(HUDDLE): "culture"}


def test_questions_without_a_kind_get_a_guessed_one() -> None:
    assert kinds_after(book(), question(1, text="Why us?"), question(2, text="Zxq wvut?")) == [
        ("motivation", True),
        (None, None),
    ]


def test_a_kind_chosen_or_taken_away_and_one_s_own_questions_stay_as_they_are() -> None:
    rows = (
        question(1, text="Why us?", category="case"),
        question(2, text="Why us?", kind_guessed=False),
        question(3, text="Why us?", asked_by="me"),
    )
    assert with_guessed_kinds(book(), rows) == rows
