"""The Progress page: what can be said first, the parts, what one can do about it, and the end of a search."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.insight.findings import Findings
from lib.insight.searches import current_search
from lib.insight.summary import Summary, summary
from lib.records.offer import Offer
from lib.store import Store
from tests.insight.whole_searches import whole_search
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, elements, field, on_to, plain
from tests.workflows.evening import NOW, debriefed, put, scheduled, workbook

VIEWS = ("short", "skills", "answers", "forecasts", "waiting", "funnel", "words", "asked", "search")


@pytest.fixture
def learn(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("main/progress", **address)


@pytest.fixture
def found(store: Store) -> Store:
    """A search of 40 answered interviews with a cause and a rise."""
    put(store, *whole_search(40, rising=True, cause=True))
    return store


def keys(app: AppTest) -> list[str]:
    return [str(key) for one in elements(app.main) if (key := getattr(one, "key", None))]


def drawn(app: AppTest) -> list[Any]:
    """The charts on the page."""
    return [one for one in elements(app.main) if one.type == "plotly_chart"]


def findings_of(store: Store) -> Summary:
    """What all interviews say, in short."""
    return summary(Findings(workbook(store), NOW.date())).explained()


def opened(app: AppTest, key: str) -> AppTest:
    """The page with one fold opened."""
    app.session_state[key] = True
    app.run()
    assert not app.exception, app.exception[0].message
    return app


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("n", [1, 4, 60])
def test_every_part_has_something_to_read_however_few_there_are(store: Store, learn: Any, view: str, n: int) -> None:
    put(store, *whole_search(n, rising=True, cause=True))

    assert len(plain(learn(view=view))) > 300


def test_what_can_be_said_comes_first(found: Store, learn: Any) -> None:
    said, summed = plain(learn()).replace("*", ""), findings_of(found)

    first, later = (
        [said.index(one.sentence.partition(". ")[0]) for one in summed.of(tier)]
        for tier in ("established", "described")
    )
    assert max(first) < min(later)


def test_with_four_interviews_it_shows_my_words_and_until_when_the_rest_waits(store: Store, learn: Any) -> None:
    put(store, *whole_search(4))

    page = learn()

    said = plain(page)
    assert [heading.value for heading in page.subheader] == [
        "Counted, not judged",
        "What you wanted to remember",
        "Not known yet",
    ]
    assert said.count("Say the number first.") == 4
    assert "you rated yourself" in said
    assert [one.sentence for one in findings_of(store).of("unknown") if one.sentence not in said] == []


def test_ratings_from_after_the_outcome_are_named_under_each_chart_and_on_the_first_view(
    store: Store, learn: Any
) -> None:
    search = whole_search(4)
    last = {row.interview_id for row in search.ratings[-3:]}
    rows = tuple(row.changed(afterwards=row.interview_id in last) for row in search.ratings)
    put(store, *replace(search, ratings=rows))

    under = [caption.value for caption in learn(view="skills").caption if "hollow" in caption.value]
    assert len(under) == 3
    assert re.search(r"\b3 ratings\b.*after you knew", plain(learn()))


def test_a_part_is_drawn_only_when_it_is_looked_at(found: Store, learn: Any) -> None:
    assert not drawn(learn())
    assert drawn(learn(view="answers"))


@pytest.mark.parametrize("view", ["short", "skills"])
def test_rows_that_cannot_be_read_are_said_to_be_left_out_of_the_counts(store: Store, learn: Any, view: str) -> None:
    put(store, *whole_search(6))
    path = store.folder / "ratings.csv"
    path.write_text(path.read_text("utf-8-sig").replace('"4"', '"many"', 2), "utf-8")

    page = learn(view=view)

    assert "2 rows of ratings.csv could not be read and are not counted here." in plain(page)


def test_where_all_rows_were_read_nothing_is_said_to_be_left_out(found: Store, learn: Any) -> None:
    assert "not counted" not in plain(learn())


def test_each_part_says_once_what_an_interval_is(found: Store, learn: Any) -> None:
    pages = {view: plain(learn(view=view)).count("holds the true value about four times in five") for view in VIEWS}

    assert pages == dict.fromkeys(VIEWS, 1) | {"answers": 0, "words": 0, "asked": 0}


def test_a_finding_leads_to_the_debriefs_the_questions_and_a_plan(found: Store, learn: Any) -> None:
    page = opened(learn(), "act_rating_evidence")

    assert any(key.startswith("act_rating_evidence read iv-") for key in keys(page))
    assert any(key.startswith("act_rating_evidence practise ") for key in keys(page))
    click(page, "act_rating_evidence plan")
    answer(page, if_when="they ask for an example", then_do="tell one story")
    click(page, "save")

    (plan,) = workbook(found).plans
    assert (plan.if_when, plan.then_do) == ("they ask for an example", "tell one story")
    assert (plan.dimension, plan.made_on) == ("evidence", NOW.date())
    assert "progress view" in keys(page)


def test_before_an_interview_a_finding_offers_no_question_about_another_company(found: Store, learn: Any) -> None:
    scheduled(found, company="Stadtbank", date="2026-11-24")
    offered = [key for key in keys(opened(learn(), "act_rating_evidence")) if " practise " in key]
    ours = tuple(
        entry.changed(text=f"What would you change about our magazine {number}?")
        for number, entry in enumerate(workbook(found).questions)
    )
    put(found, *ours)

    assert offered
    assert not [key for key in keys(opened(learn(), "act_rating_evidence")) if " practise " in key]


def test_a_plan_written_here_is_asked_for_in_the_next_debrief(found: Store, learn: Any, tab: Open) -> None:
    page = click(learn(view="words"), "plan")
    click(answer(page, if_when="it gets loud", then_do="slow down"), "save")

    first = tab("main/debrief", new="debrief")
    said = plain(answer(first, company="Lanternfish", role="Analyst", stage="case"))
    later = plain(on_to(first, "next"))
    assert "slow down" in said + later


def test_a_plan_begun_here_and_left_is_gone_on_with_from_today(found: Store, learn: Any, tab: Open) -> None:
    answer(click(learn(view="words"), "plan"), then_do="slow down")

    today = tab()
    key = next(key for key in keys(today) if key.startswith("go on pl-"))
    click(today, key)

    assert field(today, "then_do").value == "slow down"


def test_a_filter_changes_what_is_shown_and_no_verdict(found: Store, learn: Any) -> None:
    page = learn(view="skills")
    verdict = next(one for one in findings_of(found).of("established") if "Clear answers" in one.sentence).sentence
    assert verdict in plain(page)
    charts = len(drawn(page))

    page.multiselect(key="progress stages").set_value(["panel"]).run()
    assert verdict in plain(page)
    assert len(drawn(page)) < charts


def test_under_five_answers_the_odds_of_waiting_show_only_on_request(store: Store, learn: Any) -> None:
    put(store, *whole_search(3))
    page = learn(view="waiting")
    assert not drawn(page)

    assert drawn(opened(page, "assumption"))


def test_the_search_is_ended_looked_back_on_and_begun_anew(found: Store, learn: Any, at: Any) -> None:
    page = click(learn(view="search"), "end search")
    assert current_search(workbook(found)).is_over
    assert "40 interviews debriefed" in plain(page)

    page = click(learn(), "begin search")
    at(NOW + timedelta(days=4))
    debriefed(found, seed=5, date="2026-11-23", company="Lanternfish", now=NOW + timedelta(days=4))

    assert "From 1 debriefed interview" in plain(learn())
    old = learn(search="1")
    assert "From 40 debriefed interviews" in plain(old)
    (choice,) = (one for one in old.main.selectbox if one.label == "Which search?")
    assert any(", since " in name and name.endswith(", going on") for name in choice.options)
    assert any(", until " in name for name in choice.options)


def test_what_a_search_took_stands_there_as_numbers_too(found: Store, learn: Any) -> None:
    page = opened(learn(view="search"), "table What did this search take, and what is worth keeping?")

    (table,) = page.dataframe
    assert dict(table.value.itertuples(index=False, name=None))["Interviews debriefed"] == 40


def test_ending_the_search_can_be_taken_back(found: Store, learn: Any) -> None:
    page = click(learn(view="search"), "end search")

    next(button for button in page.button if button.label == "Undo").click().run()

    assert not current_search(workbook(found)).is_over


def test_a_signed_offer_asks_whether_the_search_is_over(found: Store, learn: Any) -> None:
    assert "over" not in keys(learn())
    put(found, Offer(id="of-1", kind="offer", application_id="ap-1", signed_on=NOW.date()))

    page = learn()
    assert "Company 1" in plain(page)
    assert "ended on" in plain(click(page, "over")) + plain(learn())


def test_own_words_stay_words(store: Store, learn: Any) -> None:
    book = whole_search(4)
    put(store, *book, *[])
    put(store, *(row.changed(lesson="**Loud** ![](http://x.example/p.png)") for row in book.interviews))

    for view in ("short", "words", "search"):
        texts = [one.value for one in elements(learn(view=view).main) if one.type == "markdown"]
        assert not any("![](" in text for text in texts)


def test_an_address_of_no_search_shows_the_current_one(found: Store, learn: Any) -> None:
    assert "From 40 debriefed interviews" in plain(learn(search="../../etc"))
