"""What sets a yes apart from a no: the states, when they change, and their words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import process_time

import numpy as np
import pytest

from lib.insight.outcome_factors.checks import ALPHA_BY_LOOK, outcome_factors
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview, question, ratings

OTHERS = ("composure", "evidence", "my_questions", "preparation")
STAGES = ("technical", "final")


def search(outcomes: str, clarity: Sequence[int | None], seed: int = 3) -> Workbook:
    """An interview for each letter: y led on, n was rejected, s had no reply, p is pending; the rest is noise."""
    random = np.random.default_rng(seed)
    words = {"y": "advanced", "n": "rejected", "s": "no_reply", "p": "pending"}
    interviews: list[Interview] = []
    rated: list[Rating] = []
    for number, (letter, score) in enumerate(zip(outcomes, clarity, strict=True), start=1):
        day = FIRST_DAY + timedelta(days=4 * number)
        interviews.append(
            interview(
                number,
                held_at=datetime(day.year, day.month, day.day, int(random.integers(9, 17)), tzinfo=UTC),
                stage=STAGES[number % 2],
                outcome=words[letter],
                outcome_on=day + timedelta(days=2),
            )
        )
        noise = {key: int(random.integers(1, 6)) for key in OTHERS}
        rated += ratings(number, {"clarity": score, **noise})
    return Workbook(applications=(application(),), interviews=tuple(interviews), ratings=tuple(rated))


def clear(n: int) -> Workbook:
    """Clear answers is high wherever it led on, and low in every rejection but one."""
    outcomes = "yynn" * (n // 4)
    scores = [4 + number % 2 if letter == "y" else 1 + number % 2 for number, letter in enumerate(outcomes)]
    scores[2] = 5
    return search(outcomes, scores)


def noise(n: int, seed: int = 3) -> Workbook:
    random = np.random.default_rng(seed)
    return search("ynny" * (n // 4), [int(score) for score in random.integers(1, 6, n)], seed)


def test_an_empty_workbook_shows_what_is_missing() -> None:
    result = outcome_factors(Workbook())

    assert (result.verdict, result.n, result.factor, result.look_next) == ("not_enough", 0, None, ())
    assert result.sentence == "Too early to tell: 0 of 12 outcomes needed."


def test_five_outcomes_show_how_many_are_needed() -> None:
    conclusion = outcome_factors(search("ynyny", [1, 2, 3, 4, 5])).conclusion

    assert (conclusion.headline, conclusion.have, conclusion.need) == (
        "Too early to tell: 5 of 12 outcomes needed.",
        5,
        12,
    )


def test_a_strong_cause_is_established_with_its_counts() -> None:
    result = outcome_factors(clear(20))

    assert (result.verdict, result.factor, result.n) == ("established", "rating:clarity", 20)
    assert result.conclusion.headline == (
        "You rate Clear answers higher where you moved on. Rated 4 or 5: 10 of 10, against 1 of 10 nos."
    )
    assert result.conclusion.sure == (
        "It may not be the reason. Checked at 20 outcomes, 7 things at once. "
        "So big a gap comes up in fewer than 1 in 100 shuffles of the outcomes. Next check at 30 outcomes."
    )


def test_a_finding_lists_its_debriefs() -> None:
    finding = outcome_factors(clear(20)).look.finding

    assert finding is not None
    assert [(case.interview_id, case.value, case.rejected) for case in finding.cases[:3]] == [
        ("iv-1", 4, False),
        ("iv-2", 5, False),
        ("iv-3", 5, True),
    ]


def test_noise_establishes_nothing_and_tells_what_would_have_shown() -> None:
    result = outcome_factors(noise(20))

    assert (result.verdict, result.factor) == ("nothing", None)
    assert result.conclusion.headline == (
        "Checked at 20 outcomes: nothing clear. One strong cause could have been missed. Next check at 30 outcomes."
    )
    assert re.match(
        r"7 things were checked\. In made-up searches with 20 outcomes, one strong cause was found in about \d+",
        result.conclusion.sure,
    )


def test_one_sided_answers_would_have_shown_less() -> None:
    lopsided = outcome_factors(search("y" * 16 + "nnnn", noise_scores(20)))

    assert "with 20 outcomes as one-sided as yours, one strong cause" in lopsided.sentence


def noise_scores(n: int) -> list[int | None]:
    return [1 + 2 * number % 5 for number in range(n)]


def test_what_could_be_chance_is_three_things_at_most() -> None:
    for result in (outcome_factors(noise(20)), outcome_factors(clear(20)), outcome_factors(noise(40, seed=9))):
        named = [entry.factor for entry in result.look_next]
        assert len(named) <= 3
        assert result.factor not in named
        assert all(result.look.unsure(entry).headline.endswith("Could be chance.") for entry in result.look_next)
        strengths = [entry.strength for entry in result.look_next]
        assert strengths == sorted(strengths, reverse=True)
        assert all(strength > 1 for strength in strengths)


def test_a_verdict_changes_only_at_its_counts() -> None:
    whole = clear(40)
    at = {n: outcome_factors(replace(whole, interviews=whole.interviews[:n])) for n in range(12, 41)}

    for n, result in at.items():
        reached = max(count for count in ALPHA_BY_LOOK if count <= n)
        assert (result.n, result.verdict, result.factor) == (reached, at[reached].verdict, at[reached].factor)


def test_between_two_counts_it_names_which_outcomes_were_checked() -> None:
    assert outcome_factors(clear(24)).sentence.endswith(
        "Next check at 30 outcomes. Checked on the first 20 of 24 outcomes."
    )


def test_after_the_last_count_there_is_no_further_check() -> None:
    sentence = outcome_factors(noise(64)).sentence

    assert "No further check is planned" in sentence
    assert "Checked on the first 60 of 64 outcomes." in sentence


def test_answers_count_in_the_order_in_which_they_came() -> None:
    """The first interview is answered last, and so is not among the twelve that the verdict rests on."""
    whole = noise(12)
    first = whole.interviews[0].changed(outcome_on=date(2027, 6, 1))
    thirteenth = interview(13, outcome="advanced", outcome_on=date(2026, 8, 1))
    finding = outcome_factors(replace(whole, interviews=(first, *whole.interviews[1:], thirteenth))).look_next[0]

    assert "iv-1" not in {case.interview_id for case in finding.cases}


def test_the_order_of_the_rows_changes_nothing() -> None:
    whole = replace(noise(20), questions=tuple(question(n, of=n, category="case") for n in range(1, 20, 2)))
    turned = replace(
        whole, interviews=whole.interviews[::-1], ratings=whole.ratings[::-1], questions=whole.questions[::-1]
    )

    assert outcome_factors(turned) == outcome_factors(whole)


@pytest.mark.parametrize(("letter", "word"), [("y", "yes"), ("n", "no")])
def test_answers_that_are_all_alike_cannot_be_compared(letter: str, word: str) -> None:
    result = outcome_factors(search(letter * 14, noise_scores(14)))

    assert (result.verdict, result.n, result.look_next) == ("not_enough", 12, ())
    other = {"yes": "no", "no": "yes"}[word]
    assert result.sentence == (
        f"Too early to tell: 0 of 1 {other} so far. All 12 outcomes are a {word}. "
        "Checked on the first 12 of 14 outcomes."
    )


def test_stages_that_each_end_alike_cannot_be_compared() -> None:
    result = outcome_factors(search("yn" * 7, noise_scores(14)))

    assert result.verdict == "not_enough"
    assert "0 of 1 types with both a yes and a no" in result.sentence


def test_interviews_with_nothing_noted_cannot_be_compared() -> None:
    bare = tuple(interview(n, outcome="advanced" if n % 3 else "rejected", stage="final") for n in range(1, 13))

    assert (
        "Nothing that you noted differs between the 12 interviews."
        in outcome_factors(Workbook(interviews=bare)).sentence
    )


def test_constant_ratings_are_not_checked() -> None:
    whole = noise(12)
    constant = tuple(entry.changed(score=3) for entry in whole.ratings)

    checked = {row[0] for row in outcome_factors(replace(whole, ratings=constant)).table.rows}

    assert checked <= {"An afternoon start"}


def test_interviews_where_it_is_not_known_are_left_out_of_the_counts() -> None:
    whole = clear(20)
    known = tuple(entry for entry in whole.ratings if (entry.interview_id, entry.dimension) != ("iv-1", "clarity"))
    result = outcome_factors(replace(whole, ratings=known))

    assert "Rated 4 or 5: 9 of 9, against" in result.sentence
    assert "Not known in 1 of 20, left out." in result.sentence


def test_things_that_cannot_be_told_apart_are_reported() -> None:
    whole = clear(20)
    twin = tuple(entry.changed(dimension="rapport") for entry in whole.ratings if entry.dimension == "clarity")

    assert (
        "It can't be told apart yet from: Rapport."
        in outcome_factors(replace(whole, ratings=(*whole.ratings, *twin))).sentence
    )


def test_all_answers_on_one_day_and_two_interviews_a_day_are_no_trouble() -> None:
    whole = clear(20)
    same = tuple(
        entry.changed(held_at=date(2026, 6, 3 + number // 2), outcome_on=date(2026, 9, 1))
        for number, entry in enumerate(whole.interviews)
    )

    assert outcome_factors(replace(whole, interviews=same)).factor == "rating:clarity"


def test_answers_recorded_long_after_count_by_the_day_on_which_they_came() -> None:
    whole = clear(20)
    recorded = datetime(2027, 5, 1, 9, tzinfo=UTC)
    late = tuple(entry.changed(updated_at=recorded) for entry in whole.interviews)

    assert outcome_factors(replace(whole, interviews=late)) == outcome_factors(whole)


def test_ratings_from_after_the_answer_are_counted_as_left_out() -> None:
    whole = clear(20)
    after = datetime(2027, 5, 1, 9, tzinfo=UTC)
    seen = (whole.ratings[0].changed(rated_at=after), *whole.ratings[1:])

    assert outcome_factors(replace(whole, ratings=seen)).sentence.endswith(
        "1 rating was given after you knew the outcome. It's shown, but not counted here."
    )


def test_no_reply_is_left_out_and_counted_as_a_no_beside() -> None:
    silent = search("yynn" * 3 + "ss", [5, 4, 2, 1] * 3 + [1, 2])
    result = outcome_factors(silent)

    assert (result.look.answered, result.silence_as_no and result.silence_as_no.answered) == (12, 14)
    assert "Counting 2 interviews without a reply as a no" in result.sentence


def test_silence_may_make_the_difference() -> None:
    silent = search("yy" * 6 + "ss" * 4, [5, 4] * 6 + [1, 2] * 4)
    result = outcome_factors(silent)

    assert result.verdict == "not_enough"
    assert result.silence_as_no
    assert result.silence_as_no.verdict != "not_enough"


def test_without_silence_there_is_no_second_look() -> None:
    assert outcome_factors(clear(20)).silence_as_no is None


def test_pending_interviews_are_in_neither_look() -> None:
    result = outcome_factors(search("yynn" * 3 + "pp", [5, 4, 2, 1] * 3 + [1, 2]))

    assert (result.look.answered, result.silence_as_no) == (12, None)


def test_the_table_holds_all_that_was_checked_the_strongest_first() -> None:
    table = outcome_factors(clear(20)).table

    assert table.rows[0][:5] == ("Clear answers, 4 or more", 10, 10, 1, 10)
    assert [row[5] for row in table.rows] == sorted((row[5] for row in table.rows), reverse=True)


def test_a_whole_look_at_sixty_interviews_is_quick() -> None:
    whole = noise(60)
    started = process_time()
    outcome_factors(whole)

    assert process_time() - started < 1
