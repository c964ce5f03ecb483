"""The four states: each claims what it must, and nothing that it must not, whatever the search."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.state import Conclusion
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.state_rules import broken, conclusions
from tests.insight.test_never_fewer import EMPTY, HISTORIES, TODAY, Fact, added
from tests.insight.whole_searches import LAST, whole_search


@pytest.mark.parametrize(
    "conclusion",
    [
        Conclusion("too_early", "Too early to tell.", have=3, need=6),
        Conclusion("too_early", "Too early to tell: 3 of 6 ratings needed, 0.4 higher.", have=3, need=6),
        Conclusion("no_clear_pattern", "Checked at 16: no change. A big one could have been missed. Next check at 24."),
        Conclusion("no_clear_pattern", "Checked at 16: no clear change. Next check at 24."),
        Conclusion("could_be_chance", "You rate yourself better than at first. Could be chance."),
        Conclusion("could_be_chance", "8 of 10 nos were in the afternoon, 3 of 19 that moved on."),
        Conclusion("likely_real", "You rate Calm higher.", "Checked at 16. It may not be the reason."),
        Conclusion(
            "likely_real", "You rate Calm higher: p = 0.01.", "Checked at 16. It may not be the reason. Next check at 9"
        ),
    ],
)
def test_a_sentence_that_claims_too_much_or_too_little_is_found(conclusion: Conclusion) -> None:
    assert broken(conclusion)


@given(st.integers(0, 64), st.booleans(), st.booleans(), st.integers(0, 10_000))
@settings(max_examples=60)
def test_every_search_keeps_to_the_rules_of_its_states(n: int, rising: bool, cause: bool, seed: int) -> None:
    findings = Findings(whole_search(n, rising=rising, cause=cause, seed=seed), LAST, dates=DAY_FIRST)

    assert [(conclusion, rules) for conclusion in conclusions(findings) if (rules := broken(conclusion))] == []


@given(HISTORIES)
@settings(max_examples=40)
def test_odd_histories_keep_to_them_too(history: list[Fact]) -> None:
    workbook = EMPTY
    for fact in history:
        workbook = added(workbook, fact)

    assert [
        (conclusion, rules)
        for conclusion in conclusions(Findings(workbook, TODAY, dates=DAY_FIRST))
        if (rules := broken(conclusion))
    ] == []


def test_all_four_states_come_up() -> None:
    searches = [whole_search(n, rising=True, cause=True) for n in (4, 16, 40)] + [whole_search(20)]
    found = {
        conclusion.state for search in searches for conclusion in conclusions(Findings(search, LAST, dates=DAY_FIRST))
    }

    assert found == {"too_early", "no_clear_pattern", "could_be_chance", "likely_real"}


def test_ratings_that_follow_the_mood_of_the_day_are_never_called_likely() -> None:
    result = Findings(_moody(), LAST, dates=DAY_FIRST).skills

    assert result.carried_over is not None
    assert result.overall.conclusion.state == "could_be_chance"
    assert "Your ratings seem to follow your mood, so no change is called likely" in result.overall.conclusion.sure


def _moody() -> Workbook:
    search = whole_search(24)
    levels = np.repeat([2, 4], 12)
    ratings = tuple(
        Rating(interview_id=entry.id, dimension=key, score=int(level))
        for entry, level in zip(search.interviews, levels, strict=True)
        for key in ("clarity", "evidence", "composure")
    )
    return replace(search, ratings=ratings)
