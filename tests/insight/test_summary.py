"""What comes first, and in which group."""

from dataclasses import replace

import pytest

from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.summary import GROUPS, Summary, summary
from lib.insight.wording import LIKELY, LIKELY_MEANS
from lib.records.workbook import Workbook
from tests.insight.whole_searches import LAST, whole_search


def said(workbook: Workbook) -> Summary:
    return summary(Findings(workbook, LAST, dates=DAY_FIRST))


def keys(of: Summary, group: str) -> list[str]:
    return [entry.key for entry in of.statements if entry.group == group]


def test_an_empty_workbook_has_nothing_but_what_is_missing() -> None:
    assert [entry.headline for entry in said(Workbook()).statements] == [
        "Too early to tell: 0 of 12 outcomes needed.",
        "Too early to tell: 0 of 6 ratings needed.",
        "Too early to tell: 0 of 5 guesses with an outcome needed.",
        "Too early to tell: 0 of 5 replies needed.",
    ]


def test_four_interviews_have_their_words_and_questions_and_show_what_the_rest_waits_for() -> None:
    found = said(whole_search(4))

    assert keys(found, "your_numbers") == ["words", "asked", "funnel"]
    assert keys(found, "too_early") == ["answers", "skill:", "forecasts", "waiting"]


def test_a_strong_cause_and_a_steady_rise_come_first() -> None:
    found = said(whole_search(40, rising=True, cause=True))

    assert found.statements[0].group == "likely_real"
    assert {"rating:evidence", "skill:clarity"} <= set(keys(found, "likely_real"))
    assert all(entry.finding or entry.change for entry in found.of("likely_real"))


@pytest.mark.parametrize("n", [0, 1, 4, 6, 12, 20, 40, 60])
def test_the_groups_come_in_the_order_of_how_sure_they_are(n: int) -> None:
    places = [GROUPS.index(entry.group) for entry in said(whole_search(n, rising=True, cause=True)).statements]

    assert places == sorted(places)


def test_a_likely_range_is_explained_once_where_it_is_first_given() -> None:
    sentences = [entry.sentence for entry in said(whole_search(40, rising=True, cause=True)).explained().statements]

    first = next(sentence for sentence in sentences if LIKELY in sentence)
    assert first.endswith(LIKELY_MEANS)
    assert " ".join(sentences).count(LIKELY_MEANS) == 1


def test_the_order_of_the_rows_changes_nothing() -> None:
    book = whole_search(24, rising=True, cause=True)
    turned = replace(
        book,
        interviews=book.interviews[::-1],
        ratings=book.ratings[::-1],
        questions=book.questions[::-1],
        applications=book.applications[::-1],
    )

    assert said(turned) == said(book)
