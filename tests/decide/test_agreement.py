"""The verdict on top of the offers page agrees with every number, bar and row below it, whatever the offers are."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts import ranges
from lib.dates import DAY_FIRST
from lib.decide.figures import points
from lib.decide.offers_compared import OffersCompared, offers_compared
from lib.decide.verdict import AHEAD, CLEAR
from lib.palette import LIGHT
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from lib.records.fit import Fit
from lib.records.offer import Offer
from lib.records.workbook import Workbook
from tests.decide.jobs import TODAY, application

TERMS: dict[str, Any] = {
    "duties": "Data",
    "expenses": "Train",
    "conditions": "None",
    "notice": "3 months",
    "start_on": date(2027, 1, 1),
    "base": 60_000,
    "bonus": 0,
    "bonus_odds": 0,
    "signing": 0,
    "equity_yearly": 0,
    "benefits_yearly": 0,
    "leave_days": 30,
    "weekly_hours": 40,
    "commute_minutes": 20,
    "decide_by": date(2026, 12, 1),
}
SCORES = st.one_of(st.none(), st.integers(0, 100))
SURE = st.sampled_from(["guess", "fairly", "sure", None])


@dataclass(frozen=True)
class Said:
    """The page, and the numbers in its headline in order."""

    page: OffersCompared
    workbook: Workbook

    @property
    def headline(self) -> str:
        return self.page.verdict.sentence.partition(". ")[0]

    @property
    def rows(self) -> dict[str, tuple[str, ...]]:
        return {str(row[0]): tuple(map(str, row[1:])) for row in self.page.table.rows}


@st.composite
def offers(draw: st.DrawFn) -> Said:
    """Two to four offers on up to five criteria, some of whose scores and terms aren't known; now and then a job."""
    width, count = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    swings = draw(st.lists(st.integers(0, 100), min_size=width, max_size=width))
    own = [Criterion(id=f"cr-{at}", name=f"C{at}", swing=swing) for at, swing in enumerate(swings)]
    own[0] = own[0].changed(must_have=draw(st.one_of(st.none(), st.integers(0, 60))))
    level = draw(st.integers(0, 100))
    near = st.integers(max(0, level - 12), min(100, level + 12))
    one_score = draw(st.sampled_from([SCORES, near, near]))
    rows, fit = [], []
    for at in range(1, count + 1):
        open_terms = draw(st.sets(st.sampled_from(sorted(TERMS)), max_size=draw(st.sampled_from([0, 3, 14]))))
        terms = {name: value for name, value in TERMS.items() if name not in open_terms}
        kind = "present_job" if at == 3 and draw(st.booleans()) else "offer"
        rows.append(Offer(**{"id": f"of-{at}", "kind": kind, "application_id": f"ap-{at}", "currency": "EUR", **terms}))
        for one in own:
            value, sure = draw(one_score), draw(SURE)
            if value is not None:
                fit.append(Fit(application_id=f"of-{at}", criterion_id=one.id, as_of=TODAY, score=value, sure=sure))
    retired = [one.changed(retired=True) for one in KNOWN_CRITERIA]
    jobs = [application(at) for at in range(1, count + 1)]
    workbook = Workbook(applications=tuple(jobs), offers=tuple(rows), fit=tuple(fit), criteria=(*retired, *own))
    return Said(offers_compared(workbook, TODAY, 3.0, dates=DAY_FIRST), workbook)


def numbers(text: str) -> list[str]:
    return re.findall(r"\b\d+\b", re.sub(r"Company \d+", "", text))


@settings(max_examples=150, deadline=None)
@given(offers())
def test_the_numbers_on_top_are_those_of_the_table_and_of_the_bars(said: Said) -> None:
    page, fits = said.page, said.rows["Fit"]
    with_number = [cell.partition("/")[0] for cell in fits if cell.endswith("/100")]
    if page.is_ranked:
        assert [points(one.total) for one in page.stable.ranges] == with_number
        top = with_number[:2]
        assert numbers(said.headline) == ([top[0]] if top[0] == top[1] else top)
        assert page.verdict.level in ("close", "ahead", "clear")
    elif page.verdict.level == "scored":
        assert numbers(said.headline)[0] == with_number[0]
    else:
        assert not re.search(r"/100|fit \d", page.verdict.sentence)


@settings(max_examples=150, deadline=None)
@given(offers())
def test_the_word_on_top_is_that_of_the_shares_and_of_the_bars(said: Said) -> None:
    page = said.page
    if not page.is_ranked:
        assert ranges.chart(page.stable, LIGHT).n == 0
        return
    leader, *others = page.stable.ranges
    assert leader.option == page.compared.ranked_options[0].option
    assert all(0 <= one.low <= one.total <= one.high <= 100 for one in page.stable.ranges)
    meets = [one.overlaps(leader) for one in others]
    first = page.stable.of(leader.option.id)
    if page.verdict.level == "clear":
        assert first >= CLEAR
        assert not any(meets)
    elif page.verdict.level == "ahead":
        assert AHEAD <= first < CLEAR
    else:
        assert any(meets)
        assert first < AHEAD or points(leader.total) == points(others[0].total)
    if page.verdict.level != "close":
        assert said.headline.startswith(leader.option.label)
        assert points(leader.total) != points(others[0].total)


@settings(max_examples=100, deadline=None)
@given(offers())
def test_no_fit_is_said_of_what_is_known_too_little_and_open_terms_are_counted_alike(said: Said) -> None:
    for standing, fit, to_ask in zip(
        said.page.compared.ranked_options, said.rows["Fit"], said.rows["To ask"], strict=True
    ):
        if standing.share_known < 0.7 - 1e-9 or standing.option.missed:
            assert "/100" not in fit
        assert standing.option.terms_open == int((*numbers(to_ask), 0)[0])
        if said.page.is_ranked and standing.option.terms_open and not standing.option.missed:
            assert f"at {standing.option.name}" in said.page.verdict.sentence


@settings(max_examples=100, deadline=None)
@given(offers())
def test_what_would_change_the_result_names_another_one_than_the_first(said: Said) -> None:
    for flip in said.page.flips.flips:
        assert flip.winner not in said.page.compared.leaders
        assert not re.search(r"\d", flip.sentence.replace(flip.winner.name, "").replace(flip.criterion.name, ""))
