"""The report: all of it in one file, nothing in it that acts, every chart whole."""

import re
import time
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.drawing import WIDTH
from lib.exchange.search_report import SearchReport
from lib.insight.findings import Findings
from lib.insight.searches import current_search, of_search
from lib.insight.summary import summary
from lib.insight.wording import LIKELY, LIKELY_MEANS
from lib.palette import PAPER
from lib.records.activity import Activity
from lib.records.decision import Decision
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from tests.day_first import report_page, search_report
from tests.exchange.html import active, shown
from tests.exchange.test_sheet_page import PAYLOADS
from tests.exchange.workbooks import sample, saying

TODAY = date(2026, 11, 20)
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def page(workbook: Workbook, *left_out: str) -> str:
    return report_page(search_report(workbook, TODAY), TODAY, workbook.setting("name"), left_out).decode()


@pytest.fixture(scope="module")
def report() -> SearchReport:
    return search_report(sample(), TODAY)


@pytest.fixture(scope="module")
def printed() -> str:
    return page(sample())


def test_the_sample_s_search_is_in_it_at_a_glance(report: SearchReport, printed: str) -> None:
    workbook = sample()
    assert f"{len(workbook.debriefed)} debriefed interviews" in shown(printed)
    assert all(" ".join(answer.sentence.split()) in shown(printed) for answer in report.answers)
    assert len(report.interviews.rows) == len(workbook.interviews)


def test_every_lesson_plan_and_decision_is_in_it() -> None:
    decision = Decision.from_cells(
        {
            "id": "de-1",
            "decided_at": "2026-11-19T14:00:00+01:00",
            "choice": "hold",
            "reasons": "The commute",
            "confidence": "70",
        }
    )
    workbook = replace(sample(), decisions=(decision,))
    text = shown(page(workbook))
    lessons = [entry.lesson for entry in workbook.debriefed if entry.lesson]
    assert [words for words in lessons if " ".join(words.split()) not in text] == []
    assert [plan.sentence for plan in workbook.plans if " ".join(plan.sentence.split()) not in text] == []
    assert "It came up 3 times; you did it once." in text
    assert "It came up once; you did it once. Put away on 28 Oct 2026." in text
    assert "hold, 19 Nov 2026" in text
    assert "The commute" in text
    assert "I am 70% sure" in text


def test_private_notes_feedback_and_pay_are_not_in_it() -> None:
    hidden = {"private_note": "SECRET", "feedback": "SECRET", "pay_said": "SECRET", "mood": "SECRET"}
    cells = {"id": "iv-1", "application_id": "ap-1", "state": "done", "held_at": "2026-11-19", "stage": "panel"}
    workbook = Workbook(interviews=(Interview.from_cells(cells | hidden | {"lesson": "Breathe"}),))
    assert "Breathe" in page(workbook)
    assert "SECRET" not in page(workbook)


@pytest.mark.parametrize("words", PAYLOADS)
def test_nothing_in_it_acts_and_words_are_shown_as_typed(words: str) -> None:
    made = page(saying(words, rows=3), words)
    assert active(made) == []
    assert " ".join(words.split()) in shown(made)


def test_the_sample_s_report_asks_for_nothing_and_is_under_a_strict_policy(printed: str) -> None:
    assert active(printed) == []
    assert "default-src 'none'" in printed
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", printed)


def test_an_empty_workbook_has_a_report_too() -> None:
    text = shown(page(Workbook()))
    assert "No interview has been debriefed yet." in text
    assert "No lesson is written down yet." in text


def test_charts_are_well_formed_and_within_their_sheets(printed: str) -> None:
    drawings = [ElementTree.fromstring(text) for text in SVG.findall(printed)]
    assert len(drawings) == 6
    for drawing in drawings:
        height = float(drawing.attrib["viewBox"].split()[3])
        assert height < WIDTH * 1.35, "it would not fit on a page of A4"
        for shape in drawing.iter():
            if shape.tag.endswith("rect") and "x" in shape.attrib:
                assert float(shape.attrib["x"]) >= 0
                assert float(shape.attrib["x"]) + float(shape.attrib["width"]) <= WIDTH + 0.2
                assert float(shape.attrib["y"]) + float(shape.attrib["height"]) <= height
            if shape.tag.endswith("circle") and "r" in shape.attrib and shape.attrib.get("stroke"):
                assert 0 < float(shape.attrib["cx"]) < WIDTH
                assert 0 < float(shape.attrib["cy"]) < height
            if shape.tag.endswith("text"):
                assert 0 < float(shape.attrib["y"]) <= height


def test_a_chart_shows_the_numbers_of_its_result(report: SearchReport) -> None:
    (funnel,) = [answer for answer in report.answers if answer.title == "How far do I get?"]
    assert funnel.drawing
    numbers = sorted(int(words.text) for words in funnel.drawing.words if words.text.isdecimal())
    assert numbers == sorted(cell for row in funnel.table.rows for cell in row[2:] if isinstance(cell, int) and cell)
    widths = {box.width for box in funnel.drawing.boxes if box.fill == PAPER.accent and box.x == 0 and box.y > 20}
    assert max(widths) == pytest.approx(WIDTH * 21 / 24)


def test_a_dot_is_drawn_at_the_height_of_its_rating(report: SearchReport) -> None:
    (rated,) = [answer for answer in report.answers if answer.title == "How have I rated myself over time?"]
    assert rated.drawing
    first = rated.drawing.dots[0]
    fives, ones = (
        next(line.y1 for line in rated.drawing.lines if line is found) for found in _ends(rated.drawing.lines[:3])
    )
    mean = rated.table.rows[0][3]
    assert isinstance(mean, float)
    assert first.y == pytest.approx(ones - (mean - 1) / 4 * (ones - fives), abs=0.05)


def _ends(lines: tuple) -> tuple:  # type: ignore[type-arg]
    return min(lines, key=lambda line: line.y1), max(lines, key=lambda line: line.y1)


def test_it_is_made_in_a_moment() -> None:
    workbook = sample()
    begun = time.perf_counter()
    page(workbook)
    assert time.perf_counter() - begun < 3


def test_with_several_searches_the_report_counts_what_learn_counts_and_names_which_it_is_about() -> None:
    first = sorted(entry.held_on for entry in sample().debriefed)[20]
    started = Activity(id="ac-2", on=first, kind="search_started")
    workbook = replace(sample(), activity=(*sample().activity, started))
    made = search_report(workbook, TODAY)
    learn = Findings(of_search(workbook, current_search(workbook)), TODAY, workbook, dates=DAY_FIRST)
    answers = {answer.title: answer.sentence for answer in made.answers}

    assert len(learn.workbook.debriefed) < len(workbook.debriefed)
    assert answers[learn.forecasts.title] == learn.forecasts.sentence
    assert answers[learn.applications.title] == learn.applications.sentence
    assert made.sentence.startswith(f"{len(learn.workbook.debriefed)} debriefed interviews")
    assert "This is about search 2, since" in shown(page(workbook))
    assert "This is about search" not in shown(page(sample()))


def test_what_stands_out_is_near_the_top_in_its_state(printed: str) -> None:
    said = summary(Findings(sample(), TODAY, dates=DAY_FIRST))
    text = shown(printed)
    marks = ["What stands out “Likely", "Could be chance 8 of", "How long do they take?", "In charts"]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    for group, first, last in (("likely_real", 0, 1), ("could_be_chance", 1, 2)):
        for statement in said.of(group):  # type: ignore[arg-type]
            assert places[first] < text.index(statement.sentence) < places[last]
    assert "Half of the replies come" in text[places[2] : places[3]]


def test_what_a_likely_range_is_comes_before_the_first_one(printed: str) -> None:
    text = shown(printed)
    assert text.index(LIKELY_MEANS) < text.index(f", {LIKELY}")


def test_returning_words_are_counted_and_quoted(printed: str) -> None:
    text, theme = shown(printed), Findings(sample(), TODAY, dates=DAY_FIRST).themes.lessons[0]
    assert theme.sentence in text
    assert f"“{theme.quotes[0].text}” {theme.quotes[0].company}" in text


def test_before_there_is_enough_it_shows_what_is_not_known_and_until_when() -> None:
    text = shown(page(Workbook()))
    assert "Too early to tell: 0 of 12 outcomes needed." in text
    assert "Likely real" not in text
    assert "In my words" not in text
