"""Whether ratings change: the tiers, the milestones, the warning, and the words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import numpy as np
import pytest

from lib.insight.skills.changes import ALPHA_BY_LOOK, SkillChange, SkillChanges, skill_changes
from lib.records.dimension import KNOWN_DIMENSIONS, Dimension
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview, ratings

KEYS = tuple(entry.key for entry in KNOWN_DIMENSIONS)


def search(columns: dict[str, Sequence[int | None]]) -> Workbook:
    """An interview a week with these scores by dimension."""
    n = len(next(iter(columns.values())))
    rated: list[Rating] = []
    for number in range(1, n + 1):
        rated += ratings(number, {key: scores[number - 1] for key, scores in columns.items()})
    return Workbook(
        applications=(application(),),
        interviews=tuple(interview(number) for number in range(1, n + 1)),
        ratings=tuple(rated),
    )


def noise(n: int, dimensions: int = 5, seed: int = 3) -> dict[str, list[int]]:
    random = np.random.default_rng(seed)
    return {key: [int(score) for score in random.integers(2, 5, n)] for key in KEYS[:dimensions]}


def rising(n: int, dimensions: int = 5) -> Workbook:
    """Clear answers rises from 1 to 5, the others are noise."""
    line = [int(score) for score in np.linspace(1, 5, n).round()]
    return search({**noise(n, dimensions), "clarity": line})


def first(workbook: Workbook, n: int) -> Workbook:
    return replace(workbook, interviews=workbook.interviews[:n])


def of(result: SkillChanges, key: str) -> SkillChange:
    return next(entry for entry in result.dimensions if entry.key == key)


def changes(result: SkillChanges) -> Iterator[SkillChange]:
    yield result.overall
    yield from result.dimensions


@pytest.mark.parametrize("n", [0, 1, 5])
def test_under_six_interviews_nothing_is_checked_and_it_shows_how_many_are_missing(n: int) -> None:
    result = skill_changes(first(rising(8), n))

    assert {entry.verdict for entry in changes(result)} == {"not_enough"}
    assert {entry.change for entry in changes(result)} == {None}
    assert result.overall.conclusion.headline == f"Too early to tell: {n} of 6 ratings needed."


def test_a_clear_rise_is_established_with_its_size_its_interval_and_its_chance() -> None:
    clarity = of(skill_changes(rising(24)), "clarity")

    assert clarity.verdict == "established"
    assert clarity.low is not None
    assert 0 < clarity.low < clarity.change < clarity.high < clarity.raw  # type: ignore[operator]
    assert clarity.conclusion.headline == f"You rate Clear answers about {clarity.change:.1f} higher than at first."
    assert f"likely between +{clarity.low:.1f} and +{clarity.high:.1f}." in clarity.conclusion.sure
    assert "in fewer than 1 in 100 shuffles" in clarity.conclusion.sure
    assert (clarity.strength or 0) > 100


def test_a_fall_is_described_as_down() -> None:
    line = [int(score) for score in np.linspace(5, 1, 24).round()]
    clarity = of(skill_changes(search({**noise(24), "clarity": line})), "clarity")

    assert clarity.verdict == "established"
    assert "lower than at first" in clarity.conclusion.headline
    assert "likely between −" in clarity.conclusion.sure


def test_noise_is_nothing_and_tells_what_would_have_been_found() -> None:
    result = skill_changes(search(noise(16)))

    assert {entry.verdict for entry in changes(result)} == {"nothing"}
    assert "would have been found three times in four" in result.dimensions[0].sentence
    assert (result.dimensions[0].strength or 0) < 3
    assert result.dimensions[0].smallest is not None
    assert 1 < result.dimensions[0].smallest < 5


@pytest.mark.parametrize("n", range(6, 42))
def test_verdicts_change_at_milestones_only(n: int) -> None:
    whole = MILESTONES
    reached = max(count for count in ALPHA_BY_LOOK if count <= n)

    now, then = skill_changes(first(whole, n)), skill_changes(first(whole, reached))

    assert (now.n, now.rated) == (reached, n)
    assert replace(now.overall, conclusion=then.overall.conclusion) == then.overall
    assert now.dimensions == then.dimensions


MILESTONES = rising(41, 2)


def test_between_milestones_it_names_which_interviews_were_checked_and_when_the_next_check_comes() -> None:
    sentence = skill_changes(rising(13)).sentence

    assert "Next check at 16." in sentence
    assert "Checked on the first 12 of 13 rated interviews." in sentence
    assert "No further check is planned" in skill_changes(rising(40)).sentence


def test_the_levels_of_a_whole_search_are_five_percent_together() -> None:
    assert sum(ALPHA_BY_LOOK.values()) == pytest.approx(0.05)


def test_the_mean_over_all_finds_what_no_dimension_shows() -> None:
    random = np.random.default_rng(2)
    line = np.linspace(-0.6, 0.6, 24)[:, None]
    scores = np.clip(np.round(3.2 + line + 0.9 * random.normal(size=(24, 10))), 1, 5).astype(int)
    result = skill_changes(search({key: list(column) for key, column in zip(KEYS, scores.T, strict=True)}))

    assert result.overall.verdict == "established"
    assert result.verdict == "established"
    assert result.overall.conclusion.headline.startswith("You rate yourself about ")


def test_a_dimension_added_late_does_not_move_the_mean() -> None:
    late = [None] * 12 + [5] * 12
    result = skill_changes(search({"clarity": [3] * 24, "evidence": [3] * 24, "rapport": late}))

    assert result.overall.raw == pytest.approx(0, abs=1e-9)


def test_a_dimension_rated_in_few_of_the_interviews_is_named_and_not_judged() -> None:
    seldom = [3, None, 4, None, None, 2, None, 5, None, None, None, None]
    found = of(skill_changes(search({**noise(12), "rapport": seldom})), "rapport")

    assert (found.verdict, found.n) == ("not_enough", 4)
    assert found.sentence == "Too early to tell: 4 of 6 ratings needed. Rapport: rated in 4 of 12 interviews."


def test_what_is_always_rated_the_same_has_no_change_to_judge() -> None:
    result = skill_changes(search({"clarity": [3] * 12, "evidence": [4] * 12}))

    assert {entry.verdict for entry in changes(result)} == {"nothing"}
    assert of(result, "clarity").sentence.startswith(
        "Checked at 12 interviews: Clear answers is rated the same each time."
    )


def test_more_than_ten_dimensions_are_judged_together() -> None:
    own = tuple(Dimension(key=f"own{number}", label=f"Own {number}", position=20 + number) for number in range(4))
    columns = noise(16, 10) | {entry.key: scores for entry, scores in zip(own, noise(16, 4, 9).values(), strict=True)}
    result = skill_changes(replace(search(columns), dimensions=own))

    assert len(result.dimensions) == 14
    assert "None of the 14 skills shows a clear change." in result.sentence


def test_one_dimension_alone_can_be_judged() -> None:
    line = [int(score) for score in np.linspace(1, 5, 16).round()]

    assert skill_changes(search({"clarity": line})).verdict == "established"


def test_the_order_of_the_rows_changes_nothing() -> None:
    workbook = rising(24)
    turned = replace(workbook, interviews=workbook.interviews[::-1], ratings=workbook.ratings[::-1])

    assert skill_changes(turned) == skill_changes(workbook)


def test_renaming_a_dimension_changes_only_its_name() -> None:
    workbook = rising(24)
    renamed = replace(workbook, dimensions=(Dimension(key="clarity", label="To the point", position=2),))

    assert of(skill_changes(renamed), "clarity").chance == of(skill_changes(workbook), "clarity").chance


def test_interviews_of_a_day_without_times_share_their_place() -> None:
    """Their order is not known: with it turned round nothing else comes out."""
    line = [1, 2, 2, 3, 3, 4, 5, 5]
    workbook = search({"clarity": line})
    days = [FIRST_DAY + timedelta(days=place // 2) for place in range(8)]
    one, other = (
        replace(
            workbook,
            interviews=tuple(interview(number, held_at=day) for number, day in zip(numbers, days, strict=True)),
        )
        for numbers in ((1, 2, 3, 4, 5, 6, 7, 8), (2, 1, 4, 3, 6, 5, 8, 7))
    )

    assert of(skill_changes(one), "clarity").raw == of(skill_changes(other), "clarity").raw


def test_a_time_beside_a_bare_date_does_not_settle_their_order() -> None:
    line = [1, 2, 2, 3, 3, 4, 5, 5]
    days = [FIRST_DAY + timedelta(days=place // 2) for place in range(8)]
    half = [
        datetime(day.year, day.month, day.day, 9, tzinfo=UTC) if place % 2 else day for place, day in enumerate(days)
    ]
    bare, timed = (
        replace(
            search({"clarity": line}),
            interviews=tuple(interview(number, held_at=at) for number, at in enumerate(moments, start=1)),
        )
        for moments in (days, half)
    )

    assert of(skill_changes(timed), "clarity").raw == of(skill_changes(bare), "clarity").raw


def test_interviews_that_are_all_on_one_day_without_times_have_no_change_to_judge() -> None:
    workbook = search(noise(8))
    one_day = tuple(entry.changed(held_at=FIRST_DAY) for entry in workbook.interviews)
    result = skill_changes(replace(workbook, interviews=one_day))

    assert {entry.verdict for entry in changes(result)} == {"not_enough"}
    assert "all its interviews are on one day" in result.overall.sentence


def test_interviews_of_a_day_with_times_keep_their_order() -> None:
    line = [1, 2, 2, 3, 3, 4, 5, 5]
    moments = [datetime(2026, 6, 3, 8 + place, tzinfo=UTC) for place in range(8)]
    workbook = replace(
        search({"clarity": line}),
        interviews=tuple(interview(number, held_at=at) for number, at in enumerate(moments, start=1)),
    )

    assert of(skill_changes(workbook), "clarity").raw == of(skill_changes(search({"clarity": line})), "clarity").raw


def test_each_change_names_the_interviews_behind_it() -> None:
    result = skill_changes(rising(13))

    assert of(result, "clarity").interview_ids == tuple(f"iv-{number}" for number in range(1, 13))


def test_the_table_holds_the_same_numbers() -> None:
    result = skill_changes(rising(24))
    row = next(line for line in result.table.rows if line[0] == "Clear answers")
    clarity = of(result, "clarity")

    assert row[1:4] == (24, "Likely real", round(clarity.change, 2))  # type: ignore[arg-type]


def test_sixty_interviews_with_gaps_in_every_dimension_take_a_quarter_of_a_second() -> None:
    random = np.random.default_rng(1)
    columns: dict[str, list[int | None]] = {
        key: [int(score) if random.random() < 0.9 else None for score in random.integers(1, 6, 60)] for key in KEYS
    }
    workbook = search(columns)
    skill_changes(workbook)

    start = process_time()
    skill_changes(workbook)

    assert process_time() - start < 0.25


def test_a_rating_given_after_the_answer_is_hindsight_and_not_taken() -> None:
    workbook = rising(16)
    conclusion = replace(
        workbook, interviews=tuple(one.changed(outcome="rejected", outcome_on=TOLD) for one in workbook.interviews)
    )
    late = conclusion.ratings[0].changed(
        rated_at=datetime(TOLD.year, TOLD.month, TOLD.day, 9, tzinfo=UTC) + timedelta(days=1)
    )
    result = skill_changes(replace(conclusion, ratings=(late, *conclusion.ratings[1:])))

    assert of(result, late.dimension).n == 15
    assert "1 rating was given after you knew the outcome. It's shown, but not counted here." in result.sentence
    assert of(skill_changes(conclusion), late.dimension).n == 16


TOLD = FIRST_DAY + timedelta(weeks=40)
