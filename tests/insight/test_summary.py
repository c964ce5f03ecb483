"""What is said first, and that no statement says more than its tier."""

import re
from dataclasses import replace

import pytest

from lib.insight.findings import Findings
from lib.insight.summary import TIERS, Summary, summary
from lib.insight.wording import INTERVAL, INTERVAL_MEANS
from lib.records.workbook import Workbook
from tests.insight.whole_searches import LAST, whole_search

SIZES = (0, 1, 4, 6, 12, 20, 40, 60)


def said(workbook: Workbook) -> Summary:
    return summary(Findings(workbook, LAST))


def keys(of: Summary, tier: str) -> list[str]:
    return [entry.key for entry in of.statements if entry.tier == tier]


def test_an_empty_workbook_has_nothing_but_what_is_missing() -> None:
    found = said(Workbook())

    assert {entry.tier for entry in found.statements} == {"unknown"}
    assert all("Not enough" in entry.sentence or "Nothing to show" in entry.sentence for entry in found.statements)


def test_four_interviews_have_their_words_and_ratings_and_say_until_when_the_rest_waits() -> None:
    found = said(whole_search(4))

    assert keys(found, "described") == ["ratings", "words", "asked", "funnel"]
    unknown = " ".join(entry.sentence for entry in found.of("unknown"))
    assert "The next verdict is at 6 interviews, 2 to go." in unknown
    assert "With 12 interviews that ended in a yes or a no" in unknown
    assert "From 5 on they are judged, 1 to go." in unknown


def test_a_strong_cause_and_a_steady_rise_come_first() -> None:
    found = said(whole_search(40, rising=True, cause=True))

    assert found.statements[0].tier == "established"
    assert {"rating:evidence", "skill:clarity"} <= set(keys(found, "established"))


def test_what_can_be_acted_on_carries_what_it_rests_on() -> None:
    found = said(whole_search(40, rising=True, cause=True))

    acted = [entry for entry in found.statements if entry.finding or entry.change]
    assert {entry.tier for entry in acted} <= {"established", "look"}
    assert all(entry.finding or entry.change for entry in found.of("established") if entry.part != "forecasts")


@pytest.mark.parametrize("n", SIZES)
def test_the_tiers_come_in_the_order_of_how_sure_they_are(n: int) -> None:
    places = [TIERS.index(entry.tier) for entry in said(whole_search(n, rising=True, cause=True)).statements]

    assert places == sorted(places)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("real", [True, False])
def test_no_sentence_says_more_than_its_tier(n: int, real: bool) -> None:
    for entry in said(whole_search(n, rising=real, cause=real, seed=n + 1)).statements:
        claims = re.search(
            r"\bestablished\b|goes along with the answer\.|This is beyond chance|, beyond chance:", entry.sentence
        )
        assert bool(claims) == (entry.tier == "established"), entry.sentence
        if entry.tier == "look" and entry.key != "carried over":
            assert "unproven" in entry.sentence


def test_an_interval_is_explained_once_where_it_is_first_named() -> None:
    sentences = [entry.sentence for entry in said(whole_search(40, rising=True, cause=True)).explained().statements]

    first = next(sentence for sentence in sentences if INTERVAL in sentence)
    assert first.endswith(INTERVAL_MEANS)
    assert " ".join(sentences).count(INTERVAL_MEANS) == 1


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
