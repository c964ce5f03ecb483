"""Each figure draws the numbers of its result, and its description says them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date
from typing import Any

import pytest

from lib.charts import (
    asked,
    confidence,
    fit,
    fit_history,
    funnel,
    interest,
    practised,
    readiness,
    reviews,
    skills,
    strips,
)
from lib.charts.chart import Chart
from lib.decide.confidence import confidence as confidence_of
from lib.decide.fit import job_fit
from lib.decide.fit_history import fit_history as history_of
from lib.decide.mood import mood
from lib.insight.asked import questions_by_kind
from lib.insight.funnel import application_funnel, stage_funnel
from lib.insight.groups import by_format, by_stage
from lib.insight.skills.skills import skills as over_time
from lib.palette import DARK, LIGHT, Palette
from lib.practice.results import before_and_after, how_ready, reviews_by_day
from lib.records.criterion import Criterion
from lib.records.decision import Decision
from lib.records.fit import Fit
from lib.records.workbook import Workbook
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
    "skills": lambda workbook, palette: skills.chart(over_time(workbook), palette),
    "stages": lambda workbook, palette: strips.chart(by_stage(workbook), palette),
    "formats": lambda workbook, palette: strips.chart(by_format(workbook), palette),
    "asked": lambda workbook, palette: asked.chart(questions_by_kind(workbook), palette),
    "applications": lambda workbook, palette: funnel.chart(application_funnel(workbook, TODAY), palette),
    "readiness": lambda workbook, palette: readiness.chart(how_ready(workbook, PRACTISED_ON), palette),
    "reviews": lambda workbook, palette: reviews.chart(
        reviews_by_day(workbook, PRACTISED_ON.date(), PRACTISED_ON.tzinfo or UTC), palette
    ),
    "practised": lambda workbook, palette: practised.chart(before_and_after(workbook, PRACTISED_ON), palette),
    "fit": lambda workbook, palette: fit.chart(job_fit(workbook, "ap-1", PRACTISED_ON.date()), palette),
    "fit over time": lambda workbook, palette: fit_history.chart(
        history_of(workbook, "ap-1", PRACTISED_ON.date()), palette
    ),
    "interest": lambda workbook, palette: interest.chart(mood(workbook, "ap-1", PRACTISED_ON.date()), palette),
    "confidence": lambda workbook, palette: confidence.chart(confidence_of(workbook.decisions), palette),
    "outcomes": lambda workbook, palette: funnel.chart(stage_funnel(workbook, TODAY), palette),
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
    assert chart.figure.layout.template.layout.font.color == palette.text


@EACH
def test_an_empty_chart_has_no_data_and_no_axes(drawn: Drawn) -> None:
    chart = drawn(Workbook(), LIGHT)

    assert (chart.n, len(chart.figure.data), chart.figure.layout.xaxis.visible) == (0, 0, False)
    assert chart.alt.startswith("An empty chart: no ")


@EACH
def test_no_title_stands_within_the_figure(drawn: Drawn) -> None:
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

    assert chart.title.endswith("?")
    assert chart.sentence.endswith(".")
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)


def test_each_dimension_has_its_panel_after_the_mean() -> None:
    drawn = skills.figure(over_time(WORKBOOK), LIGHT)

    panels = [(trace.name, tuple(trace.x), tuple(trace.y)) for trace in drawn.data]

    assert panels == [
        ("All together", (1, 2, 3), (2.5, 4.5, 3.0)),
        ("Preparation", (1, 2, 3), (2, 5, 3)),
        ("Clear answers", (1,), (3,)),
        ("Rapport", (2,), (4,)),
    ]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_every_panel_has_the_same_scale_and_lies_within_the_figure(columns: int) -> None:
    layout: Any = skills.figure(over_time(WORKBOOK), LIGHT, columns).layout
    across = [layout[f"xaxis{suffix}"] for suffix in ("", "2", "3", "4")]
    upright = [layout[f"yaxis{suffix}"] for suffix in ("", "2", "3", "4")]

    assert {tuple(axis.range) for axis in upright} == {(0.7, 5.3)}
    assert len({tuple(axis.range) for axis in across}) == 1
    assert all(0 <= axis.domain[0] < axis.domain[1] <= 1 for axis in (*across, *upright))


def test_a_retired_dimension_has_a_shape_of_its_own() -> None:
    drawn = skills.figure(over_time(WORKBOOK), LIGHT)

    assert [trace.marker.symbol for trace in drawn.data] == ["diamond", "circle", "circle", "square"]


def test_hovering_over_a_rating_says_what_it_was_where_and_when() -> None:
    drawn = skills.figure(over_time(WORKBOOK), LIGHT)

    assert drawn.data[1].hovertext[0] == (
        "Preparation: 2 of 5<br>Technical, &lt;b&gt;Fabrikam&lt;/b&gt;<br>Wednesday 3 June 2026"
        "<br>1 is “caught out”, 5 is “knew them well”"
    )


def test_the_description_of_the_ratings_has_their_numbers() -> None:
    assert skills.alt(over_time(WORKBOOK)) == (
        "4 panels of dots on a scale from 1 to 5, one dot an interview, in the order held from 3 June to 17 June 2026. "
        "All together: 3.3 of 5 on average in 3 interviews, from 2.5 to 4.5. "
        "Preparation: 3.3 of 5 on average in 3 interviews, from 2 to 5. "
        "Clear answers: 3.0 of 5 on average in 1 interview. "
        "Rapport, no longer asked for: 4.0 of 5 on average in 1 interview."
    )


def test_a_strip_has_a_dot_for_each_interview_and_a_line_for_the_average_of_several() -> None:
    dots, lines = strips.figure(by_stage(WORKBOOK), LIGHT).data

    assert (tuple(dots.x), tuple(lines.x)) == ((2.5, 4.5, 3.0), (3.5,))


def test_interviews_with_equal_means_do_not_hide_each_other() -> None:
    same = tuple(rating for number in (1, 2, 3) for rating in ratings(number, {"clarity": 3}))
    interviews = tuple(interview(number) for number in (1, 2, 3))

    dots = strips.figure(by_stage(Workbook(interviews=interviews, ratings=same)), LIGHT).data[0]

    assert len(set(zip(dots.x, dots.y, strict=True))) == 3


def test_the_description_of_the_strips_has_their_numbers() -> None:
    assert strips.alt(by_stage(WORKBOOK)) == (
        "Strips of dots from 1 to 5 by stage, one dot the mean rating of an interview. "
        "Technical: 2 interviews, from 2.5 to 4.5, average 3.5, median 3.5. Panel: 1 interview, 3.0."
    )


def test_the_parts_of_a_bar_add_up_to_its_questions() -> None:
    result = questions_by_kind(WORKBOOK)

    parts = [tuple(trace.x) for trace in asked.figure(result, LIGHT).data]

    assert [sum(counts) for counts in zip(*parts, strict=True)] == [kind.n for kind in result.kinds]


def test_hovering_over_a_part_names_its_questions() -> None:
    hard = next(trace for trace in asked.figure(questions_by_kind(WORKBOOK), LIGHT).data if trace.name == "Hard")

    assert hard.hovertext[0].startswith("Technical, hard: 1 question<br>“&lt;i&gt;Why&lt;/i&gt; &#36;us&#36;?”<br>")


def test_only_a_few_questions_are_named_and_the_others_counted() -> None:
    many = tuple(question(number, category="case", rating=1) for number in range(1, 6))

    (hard,) = asked.figure(questions_by_kind(replace(WORKBOOK, questions=many)), LIGHT).data

    assert hard.hovertext[0].endswith("and 2 more")


def test_the_description_of_the_questions_has_their_numbers() -> None:
    assert asked.alt(questions_by_kind(WORKBOOK)) == (
        "Bars of questions by kind, divided by how well the answers went. "
        "Technical: 3 questions, 2 went well, 1 hard, 3.7 of 5. "
        "Curveball: 1 question, 1 hard, rated 1 of 5. Kind not given: 1 question, 1 not rated."
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_parts_of_a_bar_differ_in_more_than_colour(palette: Palette) -> None:
    outcomes = ("advanced", "rejected", "no_reply", "withdrew", None)
    interviews = tuple(interview(number, outcome=outcome) for number, outcome in enumerate(outcomes, 1))
    drawn = funnel.figure(stage_funnel(Workbook(interviews=interviews), TODAY), palette)

    looks = {(trace.marker.pattern.shape, trace.marker.color == "rgba(0,0,0,0)") for trace in drawn.data}

    assert len(looks) == len(drawn.data) == 5


def test_a_number_stands_on_each_part_that_is_not_empty() -> None:
    drawn = funnel.figure(stage_funnel(WORKBOOK, TODAY), LIGHT)

    assert {trace.name: tuple(trace.text) for trace in drawn.data} == {
        "Moved on": ("1", ""),
        "No": ("1", ""),
        "Waiting": ("", "1"),
    }


def test_the_description_of_the_funnel_has_its_numbers() -> None:
    assert funnel.alt(stage_funnel(WORKBOOK, TODAY)) == (
        "Bars of interviews by stage, divided by outcome. Technical: 2, Moved on 1, No 1. Panel: 1, Waiting 1."
    )


def test_the_bars_of_a_day_add_up_to_its_reviews() -> None:
    result = reviews_by_day(WORKBOOK, PRACTISED_ON.date(), UTC)

    well, rest = reviews.figure(result, LIGHT).data

    assert [sum(both) for both in zip(well.y, rest.y, strict=True)] == [one.reviews for one in result.days]
    assert (sum(well.y), sum(rest.y)) == (1, 1)


def test_a_practised_topic_has_a_dot_before_and_one_after() -> None:
    before, after = practised.figure(before_and_after(WORKBOOK, PRACTISED_ON), LIGHT).data

    assert (list(before.x), list(after.x)) == ([1], [4])
