"""Each figure draws the numbers of its result, and its description has them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date

import pytest

from lib.charts import (
    confidence,
    fit_history,
    interest,
    practised,
    rating_dots,
    readiness,
    reviews,
    skill_rows,
)
from lib.charts.chart import Chart
from lib.dates import DAY_FIRST
from lib.decide.confidence import confidence as confidence_of
from lib.decide.fit_history import fit_history as history_of
from lib.decide.mood import mood
from lib.insight.findings import Findings
from lib.palette import DARK, LIGHT, Palette
from lib.practice.results import before_and_after
from lib.records.criterion import Criterion
from lib.records.decision import Decision
from lib.records.fit import Fit
from lib.records.workbook import Workbook
from tests.day_first import how_ready, reviews_by_day
from tests.insight.small_workbook import application, interview, question, ratings
from tests.practice.practised import day, review, topic

WORKBOOK = Workbook(
    applications=(application(1, company="<b>Fabrikam</b>", status="interviewing"),),
    interviews=(
        interview(1, format="video", outcome="advanced", interest_before=6, interest_after=7),
        interview(2, format="phone", outcome="rejected"),
        interview(3, stage="panel"),
    ),
    ratings=(
        *ratings(1, {"preparation": 2, "clarity": 3}),
        *ratings(2, {"preparation": 5, "rapport": 4}),
        *ratings(3, {"preparation": 3}),
    ),
    questions=(
        question(1, category="technical", rating=2, text="<i>Why</i> $us$?"),
        question(2, category="technical", rating=5),
        question(3, of=2),
        question(4, of=3, category="technical", rating=4, topic_id="tp-1"),
        question(5, of=1, category="curveball", rating=1, topic_id="tp-1", text="<b>Why</b> $not$?"),
    ),
    topics=(topic(1, text="<b>Why</b> $not$?"),),
    practice=(review(1, 5, -148), review(2, 1, 3, "hard"), review(3, 1, 5, "good", minutes=2.5)),
    criteria=(Criterion(id="cr-own", name="<b>Pay</b> $x$", worst="<i>0</i>", best="$1$", rank=1, must_have=60),),
    fit=tuple(
        Fit(application_id="ap-1", criterion_id=key, as_of=day(number).date(), score=40 + number, sure="guess")
        for number, key in enumerate(("cr-own", "cr-team", "cr-own"), 1)
    ),
    decisions=tuple(
        Decision(id=f"de-{number}", decided_at=day(1), choice="hold", confidence=50 + 4 * number, right_call="yes")
        for number in range(12)
    ),
)
PRACTISED_ON = day(6)
TODAY = date(2026, 12, 1)

Drawn = Callable[[Workbook, Palette], Chart]
CHARTS: dict[str, Drawn] = {
    "dots": lambda workbook, palette: rating_dots.chart(
        Findings(workbook, TODAY, dates=DAY_FIRST).overview.better, palette, dates=DAY_FIRST
    ),
    "skills": lambda workbook, palette: skill_rows.chart(
        Findings(workbook, TODAY, dates=DAY_FIRST).skill_rows, palette, dates=DAY_FIRST
    ),
    "readiness": lambda workbook, palette: readiness.chart(how_ready(workbook, PRACTISED_ON), palette),
    "reviews": lambda workbook, palette: reviews.chart(
        reviews_by_day(workbook, PRACTISED_ON.date(), PRACTISED_ON.tzinfo or UTC), palette, dates=DAY_FIRST
    ),
    "practised": lambda workbook, palette: practised.chart(before_and_after(workbook, PRACTISED_ON), palette),
    "fit over time": lambda workbook, palette: fit_history.chart(
        history_of(workbook, "ap-1", PRACTISED_ON.date(), dates=DAY_FIRST), palette, dates=DAY_FIRST
    ),
    "interest": lambda workbook, palette: interest.chart(
        mood(workbook, "ap-1", PRACTISED_ON.date()), palette, dates=DAY_FIRST
    ),
    "confidence": lambda workbook, palette: confidence.chart(confidence_of(workbook.decisions), palette),
}
EACH = pytest.mark.parametrize("drawn", CHARTS.values(), ids=CHARTS)


def texts(chart: Chart) -> list[str]:
    """All words in the figure."""
    hovers = [text for trace in chart.figure.data for text in trace.hovertext]
    return [*hovers, *(note.text for note in chart.figure.layout.annotations)]


@EACH
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_drawn_on_both_pages(drawn: Drawn, palette: Palette) -> None:
    chart = drawn(WORKBOOK, palette)

    assert chart.figure.to_json()
    assert chart.figure.layout.font.color == palette.text


@EACH
def test_an_empty_chart_has_no_data_and_no_axes(drawn: Drawn) -> None:
    chart = drawn(Workbook(), LIGHT)

    assert (chart.n, len(chart.figure.data), chart.figure.layout.xaxis.visible) == (0, 0, False)
    assert chart.alt.startswith(("An empty chart: no ", "An empty chart: there is nothing "))


@EACH
def test_no_title_is_within_the_figure(drawn: Drawn) -> None:
    assert drawn(WORKBOOK, LIGHT).figure.layout.title.text is None


@EACH
def test_own_words_stay_words(drawn: Drawn) -> None:
    drawn_words = " ".join(texts(drawn(WORKBOOK, LIGHT)))

    assert "<b>" not in drawn_words
    assert "<i>" not in drawn_words
    assert "$" not in drawn_words


@EACH
def test_the_order_of_the_rows_changes_nothing(drawn: Drawn) -> None:
    turned = replace(
        WORKBOOK,
        interviews=WORKBOOK.interviews[::-1],
        ratings=WORKBOOK.ratings[::-1],
        questions=WORKBOOK.questions[::-1],
    )

    assert drawn(turned, LIGHT) == drawn(WORKBOOK, LIGHT)


@EACH
def test_a_chart_carries_the_sentence_and_the_table_of_its_result(drawn: Drawn) -> None:
    chart = drawn(WORKBOOK, LIGHT)

    assert chart.sentence.endswith(".")
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)


def test_the_bars_of_a_day_add_up_to_its_reviews() -> None:
    result = reviews_by_day(WORKBOOK, PRACTISED_ON.date(), UTC)

    well, rest = reviews.figure(result, LIGHT, dates=DAY_FIRST).data

    assert [sum(both) for both in zip(well.y, rest.y, strict=True)] == [one.reviews for one in result.days]
    assert (sum(well.y), sum(rest.y)) == (1, 1)


def test_a_practised_topic_has_a_dot_before_and_one_after() -> None:
    before, after = practised.figure(before_and_after(WORKBOOK, PRACTISED_ON), LIGHT).data

    assert (list(before.x), list(after.x)) == ([1], [4])
