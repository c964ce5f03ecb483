"""Sealed forecasts against what happened, and the sentences about them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import process_time
from typing import Any

import numpy as np
import pytest

from lib.insight.forecasts.forecast import JUDGED_AT, Forecasts
from lib.records.interview import Interview
from lib.records.seal import seal_of
from lib.records.workbook import Workbook
from tests.day_first import forecasts
from tests.insight.small_workbook import FIRST_DAY, application, interview

OUTCOMES = {"y": "advanced", "o": "offer", "n": "rejected", "s": "no_reply", "p": "pending", "w": "withdrew", "-": None}


def forecast(number: int, chance: int, letter: str, **values: Any) -> Interview:
    """An interview with a sealed forecast of its evening, answered three days later."""
    day = FIRST_DAY + timedelta(weeks=number - 1)
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    usual = {
        "forecast": chance,
        "forecast_at": at,
        "seal": seal_of(f"iv-{number}", chance, at),
        "outcome": OUTCOMES[letter],
        "outcome_on": None if letter in "p-" else day + timedelta(days=3),
    }
    return interview(number, **usual | values)


def book(*interviews: Interview) -> Workbook:
    return Workbook(applications=(application(),), interviews=interviews)


def record(letters: str, chances: Sequence[int]) -> Workbook:
    pairs = zip(chances, letters, strict=True)
    return book(*(forecast(number, chance, letter) for number, (chance, letter) in enumerate(pairs, start=1)))


def said(letters: str, chances: Sequence[int]) -> str:
    return forecasts(record(letters, chances)).sentence


def test_without_any_answer_it_shows_what_is_missing() -> None:
    assert forecasts(Workbook()).sentence == "Too early to tell: 0 of 5 guesses with an outcome needed."


def test_under_five_there_is_no_verdict_and_no_score() -> None:
    result = forecasts(record("ynyn", [0, 100, 0, 100]))

    assert result.sentence == "Too early to tell: 4 of 5 guesses with an outcome needed."
    assert (result.record.bias.p, result.record.boldness.p, result.record.score, result.record.groups) == (
        None,
        None,
        None,
        (),
    )


def test_one_forecast_is_shown_as_one() -> None:
    assert said("y", [50]).startswith("Too early to tell: 1 of 5 guesses with an outcome needed.")


def test_advanced_and_offer_are_a_yes_and_the_rest_but_rejected_is_unresolved() -> None:
    result = forecasts(record("yonspw-", [50] * 7))

    assert [(entry.interview_id, entry.came_true) for entry in result.record.forecasts] == [
        ("iv-1", True),
        ("iv-2", True),
        ("iv-3", False),
    ]
    assert (result.n, result.open) == (3, 2)
    assert "Not counted: 2 waiting for an outcome, 1 without a reply, 1 where you withdrew." in result.sentence


def test_expecting_less_than_comes_is_shown_with_its_n_and_that_it_may_be_chance() -> None:
    record_ = forecasts(record("yynynynynynyyn", [40] * 14)).record

    assert record_.headline == "You expect less than you get: 6 yeses expected, 8 came. Could be chance."
    assert "With fewer than 20 outcomes only a large gap can be seen." in record_.details


def test_expecting_more_than_comes_may_be_beyond_chance() -> None:
    sentence = said("n" * 9 + "y", [80] * 10)

    assert sentence.startswith("You expect more than you get: 8 yeses expected, 1 came. Likely real. ")
    assert "large gap" not in sentence


def test_what_comes_as_often_as_expected_has_no_lean() -> None:
    sentence = said("yynnyynn" * 3, [50] * 24)

    assert sentence.startswith("Your guesses add up: 12 yeses expected, 12 came.")
    assert "chance" not in sentence.split("The Brier")[0]


def test_too_bold_is_named_only_beyond_chance() -> None:
    sure = [95, 5] * 6

    assert "Your guesses are too bold" in said("yynnnyynynny", sure)
    assert "Whether you guess too boldly or too timidly can't be told yet." in said("ynynynynynnn", sure)


def test_too_timid_is_named_beyond_chance() -> None:
    assert "Your guesses are too timid" in said("yn" * 15, [60, 40] * 15)


def test_a_total_that_fits_is_not_praised_where_the_spread_is_off_beyond_chance() -> None:
    sentence = said("yn" * 15, [60, 40] * 15)

    assert sentence.startswith(
        "Your guesses are too timid: what happens is more clear-cut than you say. "
        "When you doubted, 0 of 15 came; when confident, 15 of 15. "
        "Of 15 guesses of 40%, none came where about 6 were expected and of 15 guesses of 60%, 15 came where "
    )


def test_groups_that_are_off_against_the_total_are_named_with_their_counts_and_that_it_may_be_chance() -> None:
    sentence = said("nnnnnnnnyy" + "yyyyyyyyyn", [45] * 10 + [65] * 10)

    assert sentence.startswith("Your guesses add up: 11 yeses expected, 11 came.")
    assert "Of 10 guesses of 45%, 2 came where about 4 were expected" in sentence
    assert "were expected. Could be chance." in sentence


def test_the_brier_score_is_explained_where_it_is_first_named() -> None:
    sentence = said("ynyny", [60, 40, 60, 40, 60])

    explained = "It takes how far each guess was from what happened, squared, and averages that: 0 is perfect"
    assert sentence.index(explained) - sentence.index("Brier score") < 40


def test_forecasts_of_even_chances_alone_tell_nothing_about_boldness() -> None:
    result = forecasts(record("ynynyn", [50] * 6))

    assert result.record.boldness.p is None
    assert "bold" not in result.sentence


def test_the_score_is_beside_that_of_the_base_rate_known_at_the_time() -> None:
    """The base rates are 1/2, 2/3, 3/4, 4/5 and 5/6: each answer comes before the next forecast."""
    score = forecasts(record("yyyyn", [90, 90, 90, 90, 20])).record.score

    assert score is not None
    base = [1 / 2, 2 / 3, 3 / 4, 4 / 5]
    assert score.brier == pytest.approx((4 * 0.01 + 0.04) / 5)
    assert score.base == pytest.approx((sum((1 - rate) ** 2 for rate in base) + (5 / 6) ** 2) / 5)
    assert score.low <= score.gain <= score.high


def test_an_answer_that_came_after_the_forecast_is_not_in_its_base_rate() -> None:
    late = date(2026, 12, 1)
    interviews = tuple(forecast(number, 60, "y", outcome_on=late) for number in range(1, 6))

    score = forecasts(book(*interviews)).record.score

    assert score is not None
    assert score.base == pytest.approx(0.25)


def test_answers_without_a_forecast_are_part_of_the_base_rate() -> None:
    plain = interview(1, outcome="advanced", outcome_on=FIRST_DAY)
    interviews = [forecast(number, 60, "y", outcome_on=date(2026, 12, 1)) for number in range(2, 7)]

    score = forecasts(book(plain, *interviews)).record.score

    assert score is not None
    assert score.base == pytest.approx((1 / 3) ** 2)


def test_a_forecast_with_a_broken_seal_is_not_counted() -> None:
    whole = record("yynynn", [60] * 6)
    edited = (whole.interviews[0].changed(forecast=95), *whole.interviews[1:])

    result = forecasts(replace(whole, interviews=edited))

    assert (result.n, result.broken) == (5, 1)
    assert result.sentence.endswith("Not counted: 1 changed outside of Afterword.")


def test_a_forecast_made_after_the_day_of_the_answer_is_not_counted() -> None:
    whole = record("yynyn", [60] * 5)
    known = forecast(6, 99, "y", outcome_on=FIRST_DAY)

    result = forecasts(replace(whole, interviews=(*whole.interviews, known)))

    assert (result.n, result.late) == (5, 1)
    assert result.sentence.endswith("Not counted: 1 made after you knew.")


def test_interviews_without_a_forecast_are_passed_over() -> None:
    assert forecasts(book(interview(1, outcome="advanced"), interview(2))).sentence.startswith("Too early")


def test_no_reply_counts_as_a_no_in_the_second_run_only() -> None:
    result = forecasts(record("yynnyss", [60] * 7))

    assert (result.n, result.silence_as_no and result.silence_as_no.n) == (5, 7)
    assert "Counting 2 guesses without a reply as a no, 4 of 7 were expected and 3 came." in result.sentence


def test_without_silence_there_is_no_second_run() -> None:
    assert forecasts(record("yynny", [60] * 5)).silence_as_no is None


def test_the_curve_comes_from_fifteen_on_and_the_steps_from_forty() -> None:
    chances = [30, 50, 70, 40, 60]
    sizes = {n: forecasts(record(("ynyny" * 8)[:n], (chances * 8)[:n])).record for n in (14, 15, 39, 40)}

    assert [bool(sizes[n].curve) for n in (14, 15)] == [False, True]
    assert [bool(sizes[n].steps) for n in (39, 40)] == [False, True]


def test_there_are_three_groups_at_most() -> None:
    assert [len(forecasts(record("y" * n, range(1, n + 1))).record.groups) for n in (4, 5, 10, 15, 30)] == [
        0,
        1,
        2,
        3,
        3,
    ]


def test_all_advanced_is_no_trouble() -> None:
    result = forecasts(record("y" * 45, [70] * 45))

    assert result.record.score
    assert (result.record.score.parts.uncertainty, result.record.bias.direction) == (0, "expects_less")
    assert [(step.share, step.n) for step in result.record.steps] == [(1, 45)]


def test_several_on_a_day_and_equal_dates_are_no_trouble() -> None:
    same = tuple(
        entry.changed(held_at=FIRST_DAY, outcome_on=date(2026, 12, 1))
        for entry in record("yynnyn", [60] * 6).interviews
    )

    assert forecasts(book(*same)).n == 6


def test_the_order_of_the_rows_changes_nothing() -> None:
    whole = record("ynyns" * 8, [70, 30, 55, 45, 60] * 8)

    assert forecasts(replace(whole, interviews=whole.interviews[::-1])) == forecasts(whole)


def test_the_table_holds_each_forecast_with_what_happened() -> None:
    table = forecasts(record("yn", [70, 30])).table

    assert table.rows == (
        ("3 Jun 2026", "Company 1", "Technical", 70, "yes"),
        ("10 Jun 2026", "Company 1", "Technical", 30, "no"),
    )


def test_a_thousand_forecasts_are_quick() -> None:
    random = np.random.default_rng(1)
    chances = [int(chance) for chance in random.integers(1, 100, 1000)]
    whole = record("".join("y" if random.random() < chance / 100 else "n" for chance in chances), chances)
    started = process_time()

    forecasts(whole)

    assert process_time() - started < 3


def results() -> list[Forecasts]:
    random = np.random.default_rng(8)
    made: list[Forecasts] = []
    for n in (0, 1, 4, 5, 9, 14, 20, 41):
        for shift in (-45, 0, 45):
            chances = [int(chance) for chance in random.integers(5, 96, n)]
            true = [min(max(chance + shift, 0), 100) / 100 for chance in chances]
            made.append(forecasts(record("".join("y" if random.random() < one else "n" for one in true), chances)))
    return made


def test_no_sentence_claims_more_than_its_tests() -> None:
    made = results()

    assert any(result.record.bias.beyond_chance for result in made)
    for result in made:
        sentence, calibration = result.sentence, result.record
        assert ("Too early to tell" in sentence) is (result.n < 5)
        assert ("Likely real." in sentence) is (calibration.bias.beyond_chance and "expect" in sentence)
        assert ("are too bold" in sentence or "are too timid" in sentence) is calibration.boldness.beyond_chance
        assert ("!" in sentence) is False


@pytest.mark.parametrize("n", [10, 11, 14, 15, 31, 39, 61])
def test_chance_is_judged_at_a_few_counts_only(n: int) -> None:
    letters, chances = ("yyyyn" * 13)[:n], ([20, 40, 70] * 22)[:n]
    reached = max(count for count in JUDGED_AT if count <= n)

    now, then = (forecasts(record(letters[:m], chances[:m])).record for m in (n, reached))

    assert (now.judged, now.bias.p, now.boldness.p) == (reached, then.bias.p, then.boldness.p)


def test_it_shows_the_checked_outcomes_and_the_next_check() -> None:
    assert "Checked on the first 10 of 13 outcomes. Next check at 15." in said("yn" * 6 + "y", [50, 60] * 6 + [50])
    assert "Checked on" not in said("yn" * 5, [50, 60] * 5)
    assert "Checked on the first 60 of 62 outcomes.\n\nThe Brier" in said("yn" * 31, [50, 60] * 31)


def test_what_leaned_the_other_way_when_it_was_judged_is_not_beyond_chance_now() -> None:
    more = forecasts(record("yyyyyyyyyy" + "nnnn", [60] * 10 + [99] * 4)).record
    assert (more.bias.direction, more.bias.p) == ("even", 1.0)
