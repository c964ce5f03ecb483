"""This job against my criteria."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.fit import JobFit, fit_of, fit_sort_key, job_fit
from lib.decide.must_haves import must_haves
from lib.decide.scores import SPREAD, scores_of
from lib.decide.weights import weights
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from tests.decide.jobs import TODAY, criteria, fit, offer, scores, workbook

TWO = criteria(60, 40)
RETIRED = tuple(one.changed(retired=True) for one in KNOWN_CRITERIA)
BEFORE = TODAY - timedelta(days=7)


def of(*values: int | None, among: tuple[Criterion, ...] = TWO, sure: str | None = None) -> JobFit:
    return fit_of(scores(among, *values, sure=sure), weights(among))


def test_the_newest_score_counts_and_the_older_are_history() -> None:
    rows = (fit(1, 70), fit(1, 40, on=BEFORE), fit(2, 50))

    first, second = scores_of(TWO, rows, "ap-1", TODAY)

    assert (first.value, first.change, [row.score for row in first.earlier]) == (70, 30, [40])
    assert (second.value, second.change, second.earlier) == (50, None, ())


def test_a_score_from_after_the_day_does_not_count_yet() -> None:
    assert scores_of(TWO, (fit(1, 70),), "ap-1", BEFORE)[0].value is None


def test_a_score_that_was_taken_back_is_not_known() -> None:
    found = scores_of(TWO, (fit(1, 70, on=BEFORE), fit(1, None)), "ap-1", TODAY)[0]

    assert (found.value, found.change) == (None, None)


def test_another_job_s_scores_are_not_this_one_s() -> None:
    assert scores_of(TWO, (fit(1, 70, job="ap-2"),), "ap-1", TODAY)[0].value is None


def test_an_offer_has_its_application_s_scores_and_its_own_go_before_them() -> None:
    rows = (fit(1, 70), fit(1, 20, job="of-1"), fit(2, 50), fit(2, 10, job="of-1", on=BEFORE))

    found = scores_of(TWO, rows, "of-1", TODAY, "ap-1")

    assert [one.value for one in found] == [20, 50]


def test_the_present_job_has_scores_under_its_own_row() -> None:
    book = workbook(
        criteria=(*RETIRED, *TWO),
        fit=(fit(1, 40, job="of-1"), fit(2, 40, job="of-1")),
        offers=(offer(kind="present_job", application_id=""),),
    )

    assert job_fit(book, "of-1", TODAY).total == 40


def test_the_total_is_the_weighted_mean_with_its_arithmetic() -> None:
    found = of(80, 20)

    assert found.total == pytest.approx(56)
    assert [(line.caption, line.working, line.value) for line in found.lines] == [
        ("C1", "80 × 60%", pytest.approx(48)),
        ("C2", "20 × 40%", pytest.approx(8)),
    ]
    assert found.verdict.sentence == "Fit 56/100."
    assert found.sentence.startswith("Likely between 47 and 65.")


def test_what_is_not_known_is_left_out_said_and_asked_for() -> None:
    found = of(80, None, among=criteria(75, 25))

    assert (found.n, found.total, found.share_known) == (1, 80, pytest.approx(0.75))
    assert found.verdict.sentence == "Fit 80/100, one thing unknown."
    assert [line.working for line in found.lines] == ["80 × 100% of what is known", "not known; it counts for 25%"]
    assert [asking.criterion.name for asking in found.questions] == ["C2"]


def test_a_job_scored_on_one_criterion_of_nine_has_no_number_anywhere() -> None:
    found = job_fit(workbook(fit=(fit("cr-pay", 97),)), "ap-1", TODAY)

    assert (found.total, found.low, found.high) == (None, None, None)
    assert found.verdict.level == "too_early"
    assert found.summary == "Too early: 1 of 9 criteria scored."
    assert found.sentence == "You get a number once 70% of the weight is scored."
    assert "97" not in found.sentence
    assert {line.value for line in found.lines} == {None}


def test_the_weightiest_unknown_is_asked_for_first() -> None:
    found = of(None, None, 50, among=criteria(10, 60, 30))

    assert [asking.criterion.name for asking in found.questions] == ["C2", "C1"]


def test_the_less_sure_the_wider() -> None:
    widths = [
        (found.high or 0) - (found.low or 0)
        for sure in ("sure", "fairly", "guess")
        for found in (of(50, 50, sure=sure),)
    ]

    assert widths == sorted(widths)
    assert widths[0] < widths[1] < widths[2]
    assert SPREAD[None] == SPREAD["fairly"]


def test_guesses_are_counted() -> None:
    assert of(50, 50, sure="guess").sentence.endswith("Two scores are guesses.")


def test_the_interval_stays_within_the_scale() -> None:
    assert (of(99, 99).high, of(1, 1).low) == (100, 0)


def test_nothing_scored_is_no_total() -> None:
    found = of(None, None)

    assert (found.total, found.low, found.high, found.n) == (None, None, None, 0)
    assert (found.verdict.sentence, found.sentence) == ("Not scored yet.", "")


def test_only_what_weighs_nothing_scored_is_no_total() -> None:
    found = of(80, None, among=criteria(0, 100))

    assert found.total is None
    assert found.verdict.sentence == "Too early: 1 of 2 criteria scored."


def test_without_a_criterion_there_is_a_sentence() -> None:
    assert of(among=()).verdict.sentence == "No criteria to score it by yet."


def test_a_workbook_without_a_row_is_weighed_by_the_starting_set() -> None:
    found = job_fit(workbook(fit=(fit("cr-pay", 30),)), "ap-1", TODAY)

    assert (len(found.scores), found.n, found.total) == (9, 1, None)


MUST = criteria(60, 40, must_have=50)


def test_a_missed_must_have_comes_first_with_what_is_short() -> None:
    assert of(30, 90, among=MUST).summary == "Below your must-have: C1. Fit 54/100."
    assert [(one.criterion.name, one.short_by) for one in of(30, 90, among=MUST).missed] == [("C1", 20)]


def test_a_must_have_that_is_not_known_is_no_failure() -> None:
    found = of(None, 90, among=MUST)

    assert found.missed == ()
    assert found.must_haves[0].state == "unknown"


@pytest.mark.parametrize(("score", "state"), [(50, "met"), (49, "missed"), (None, "unknown"), (0, "missed")])
def test_a_must_have_is_met_from_its_threshold_on(score: int | None, state: str) -> None:
    assert must_haves(scores(MUST, score, 90))[0].state == state


def test_a_must_have_based_on_a_guess_is_marked() -> None:
    met, missed = (of(score, 90, among=MUST, sure="guess") for score in (50, 30))

    assert met.must_haves[0].sentence == "C1: 50 (a guess). You need at least 50."
    assert missed.must_haves[0].sentence == "C1: 30 (a guess). You need at least 50."


def test_the_worst_miss_is_first() -> None:
    three = tuple(one.changed(must_have=60) for one in criteria(1, 1, 1))

    assert [one.criterion.name for one in must_haves(scores(three, 50, 70, 10))] == ["C3", "C1", "C2"]


VALUES = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 100)), st.integers(0, 100)), max_size=12)


@given(VALUES)
def test_whatever_is_known_the_lines_add_up_and_the_interval_holds_the_total(
    values: list[tuple[int | None, int]],
) -> None:
    found = of(*(value for value, _ in values), among=criteria(*(swing for _, swing in values)))

    if found.total is None:
        assert found.low is None
    else:
        assert sum(line.value or 0 for line in found.lines) == pytest.approx(found.total)
        assert found.low is not None
        assert found.high is not None
        assert 0 <= found.low <= found.total <= found.high <= 100
    assert len(found.questions) == sum(value is None for value, _ in values)


def test_at_a_glance_it_shows_what_it_misses_and_its_total() -> None:
    must = (TWO[0].changed(must_have=50), TWO[1])

    assert of(40, None, among=must).summary == "Below your must-have: C1. Too early: 1 of 2 criteria scored."
    assert of(60, 60, among=must).summary == "Fit 60/100."
    assert of(60, None, among=criteria(80, 20)).summary == "Fit 60/100, one thing unknown."
    assert of(None, None).summary == "Not scored yet."
    assert of(among=()).summary == "No criteria to score it by yet."


def test_the_best_comes_first_and_what_is_not_scored_last() -> None:
    fits = [of(None, None), of(20, 20), of(90, 90), of(0, 0)]

    assert [one.total for one in sorted(fits, key=fit_sort_key)] == [pytest.approx(90), pytest.approx(20), 0, None]
