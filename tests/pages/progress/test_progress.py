"""The Progress page: the first screen, what is below it, the details, and the end of a search."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.searches import current_search
from lib.records.offer import Offer
from lib.records.workbook import Workbook
from lib.store import Store
from tests.insight.whole_searches import whole_search
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, elements, field, on_to, plain
from tests.workflows.evening import NOW, debriefed, put, scheduled, workbook

DETAILS = ("guesses", "words", "questions", "search")
DETAIL_WORDS = r"\bBrier\b|\bintervals?\b|\bshuffles?\b|\bverdicts?\b|\bestablished\b|\bunproven\b"
"""Words that only appear under 'How sure is this?'."""


@pytest.fixture
def progress(tab: Open) -> Callable[..., AppTest]:
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


def opened(app: AppTest, key: str) -> AppTest:
    """The page with one fold opened."""
    app.session_state[key] = True
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.main.metric}


def test_four_numbers_come_first(found: Store, progress: Any) -> None:
    assert list(metrics(progress()).items())[:2] == [("Interviews", "40"), ("Moved on", "23 of 40")]
    assert [*metrics(progress())][2:] == ["My rating", "My goals"]


def test_where_the_journal_has_more_the_count_tells_that_it_is_of_debriefed_ones(found: Store, progress: Any) -> None:
    assert "debriefed" not in plain(progress())
    scheduled(found)

    assert metrics(progress())["Interviews"] == "40"
    assert "debriefed" in plain(progress())


@pytest.mark.parametrize("n", [1, 2, 3, 6, 60])
def test_there_is_a_picture_from_the_first_evening_on(store: Store, progress: Any, n: int) -> None:
    put(store, *whole_search(n, rising=True, cause=True))

    page = progress()

    assert "afterword-dots" in plain(page)
    assert bool(drawn(page)) == (n > 2)


def test_one_debrief_without_ratings_shows_my_words_and_where_to_rate_it(store: Store, progress: Any) -> None:
    interview = debriefed(store, went_well="The incident story landed.")

    page = progress()

    assert "You haven't rated how it went." in plain(page)
    assert "> The incident story landed." in plain(page)
    links = {one.proto.label: one.proto.query_string for one in elements(page.main) if one.type == "page_link"}
    assert links["Rate how it went"] == f"debrief={interview.id}&part=ratings"
    assert links["Write them down"] == f"debrief={interview.id}&part=questions"
    assert {"What do they ask?", "My goals"}.isdisjoint(one.value for one in page.subheader)


def test_what_is_likely_real_leads_to_questions_debriefs_and_a_plan(found: Store, progress: Any) -> None:
    page = opened(progress(), "what to do")

    said = plain(page)
    assert "Likely real" in said
    assert said.partition("Practise these questions")[2].partition("Read these debriefs")[0].count("Why ") == 3
    assert len(re.findall(r"Company \d+, Technical, \w+day", said)) == 2
    click(page, "plan")
    answer(page, if_when="they ask for an example", then_do="tell one story")
    click(page, "save")

    (plan,) = workbook(found).plans
    assert (plan.if_when, plan.dimension, plan.made_on) == ("they ask for an example", "evidence", NOW.date())
    assert "My rating" in metrics(page)


def test_before_an_interview_no_question_of_another_company_is_offered(found: Store, progress: Any) -> None:
    scheduled(found, company="Stadtbank", date="2026-11-24")
    ours = tuple(
        entry.changed(text=f"What would you change about our magazine {number}?")
        for number, entry in enumerate(workbook(found).questions)
    )
    assert "Practise these questions" in plain(opened(progress(), "what to do"))
    put(found, *ours)

    assert "Practise" not in plain(opened(progress(), "what to do"))


def test_nothing_to_do_follows_from_what_could_be_chance(store: Store, progress: Any) -> None:
    put(store, *whole_search(20))

    assert "what to do" not in keys(progress())


def test_the_proof_is_one_click_away_and_its_words_are_nowhere_else(found: Store, progress: Any) -> None:
    page = progress()
    assert not re.search(DETAIL_WORDS, plain(page))

    said = plain(opened(page, "sure stands out"))
    assert "It may not be the reason." in said
    assert "shuffles" in said
    assert page.dataframe


def test_one_type_alone_shows_that_checks_use_all_types(found: Store, progress: Any) -> None:
    put(found, *(row.changed(stage="panel") for row in workbook(found).interviews[::3]))
    page = progress()
    assert "higher than at first" in plain(page)

    page.toggle(key="progress one type").set_value(True).run()

    assert "Technical: 26 interviews. Checks use all types." in plain(page)


def test_ratings_from_after_the_outcome_are_named_under_the_dots(store: Store, progress: Any) -> None:
    search = whole_search(4)
    last = {row.interview_id for row in search.ratings[-3:]}
    rows = tuple(row.changed(afterwards=row.interview_id in last) for row in search.ratings)
    put(store, *replace(search, ratings=rows))

    assert "1 hollow: rated after you knew the outcome. Not in the average." in plain(progress())


@pytest.mark.parametrize("view", ["", *DETAILS])
@pytest.mark.parametrize("n", [1, 4, 60])
def test_every_page_has_something_to_read_however_few_there_are(store: Store, progress: Any, view: str, n: int) -> None:
    put(store, *whole_search(n, rising=True, cause=True))

    page = progress(view=view) if view else progress()

    assert len(plain(page)) > 150
    assert not re.search(DETAIL_WORDS, plain(page))


def test_each_detail_has_its_own_address_and_leads_back(found: Store, progress: Any) -> None:
    page = progress()
    for view in DETAILS:
        click(page, f"detail {view}")
        assert page.query_params["view"] in (view, [view])
        assert "My rating" not in metrics(page)
        click(page, "crumb 0")
        assert "view" not in page.query_params


def test_the_filters_are_on_the_details_alone(found: Store, progress: Any) -> None:
    assert not progress().multiselect
    page = progress(view="questions")
    assert "All with a kind are case." in plain(page)

    page.multiselect(key="progress stages").set_value(["panel"]).run()

    assert "All with a kind are case." not in plain(page)


def test_rows_that_cannot_be_read_are_reported_as_left_out_of_the_counts(store: Store, progress: Any) -> None:
    put(store, *whole_search(6))
    path = store.folder / "ratings.csv"
    path.write_text(path.read_text("utf-8-sig").replace('"4"', '"many"', 2), "utf-8")

    assert "2 rows of ratings.csv could not be read and are not counted here." in plain(progress())


def test_a_plan_written_here_is_asked_for_in_the_next_debrief(found: Store, progress: Any, tab: Open) -> None:
    page = click(progress(view="words"), "plan")
    click(answer(page, if_when="it gets loud", then_do="slow down"), "save")

    first = tab("main/debrief", new="debrief")
    said = plain(answer(first, company="Lanternfish", role="Analyst", stage="case"))
    later = plain(on_to(first, "next"))
    assert "slow down" in said + later


def test_a_plan_begun_here_and_left_is_continued_from_today(found: Store, progress: Any, tab: Open) -> None:
    answer(click(progress(view="words"), "plan"), then_do="slow down")

    today = tab()
    click(today, next(key for key in keys(today) if key.startswith("go on pl-")))

    assert field(today, "then_do").value == "slow down"


def test_the_search_is_ended_looked_back_on_and_a_new_one_started(found: Store, progress: Any, at: Any) -> None:
    page = click(progress(view="search"), "end search")
    assert current_search(workbook(found)).is_over

    page = click(progress(), "begin search")
    at(NOW + timedelta(days=4))
    debriefed(found, seed=5, date="2026-11-23", company="Lanternfish", now=NOW + timedelta(days=4))

    assert metrics(progress())["Interviews"] == "1"
    old = progress(search="1")
    assert metrics(old)["Interviews"] == "40"
    (choice,) = (one for one in progress(view="search").main.selectbox if one.label == "Which search?")
    assert len(choice.options) == 2
    assert page.query_params.get("search") is None


def test_ending_the_search_can_be_taken_back(found: Store, progress: Any) -> None:
    page = click(progress(view="search"), "end search")

    next(button for button in page.button if button.label == "Undo").click().run()

    assert not current_search(workbook(found)).is_over


def test_a_signed_offer_asks_whether_the_search_is_over(found: Store, progress: Any) -> None:
    assert "over" not in keys(progress())
    put(found, Offer(id="of-1", kind="offer", application_id="ap-1", signed_on=NOW.date()))

    page = progress()
    assert "Company 1" in plain(page)
    assert "ended on" in plain(click(page, "over")) + plain(progress())


def test_what_a_search_took_is_there_as_numbers_too(found: Store, progress: Any) -> None:
    page = opened(progress(view="search"), "table What did this search take?")

    (table,) = page.dataframe
    assert dict(table.value.itertuples(index=False, name=None))["Interviews debriefed"] == 40


def test_own_words_stay_words(store: Store, progress: Any) -> None:
    book: Workbook = whole_search(4)
    loud = "**Loud** ![](http://x.example/p.png)"
    put(store, *book)
    put(store, *(row.changed(lesson=loud, went_well=loud) for row in book.interviews))
    put(store, *(row.changed(text=loud) for row in book.questions))
    put(store, *(row.changed(company=loud) for row in book.applications))

    for view in ("", *DETAILS):
        page = progress(view=view) if view else progress()
        texts = [one.value for one in elements(page.main) if one.type == "markdown"]
        assert not any("![](" in text for text in texts)


def test_an_address_of_no_search_shows_the_current_one(found: Store, progress: Any) -> None:
    assert metrics(progress(search="../../etc"))["Interviews"] == "40"


def test_the_page_and_the_report_agree(found: Store, progress: Any) -> None:
    conclusion = Findings(workbook(found), NOW.date(), dates=DAY_FIRST).overview.stands_out.conclusion

    assert conclusion.headline in plain(progress())


def test_a_kind_that_was_asked_once_is_not_called_the_hardest(store: Store, progress: Any) -> None:
    asked = ("Tell me about a time you failed", "Why us?", "Why this role?", "Why leave?")
    for number, question in enumerate(asked):
        hard = [question] if not number else []
        debriefed(store, number + 1, date=f"2026-11-1{number}", asked=question, hard=hard)
    assert "Hardest:" not in plain(progress())

    debriefed(store, 9, date="2026-11-18", asked="Tell me about a time you disagreed", hard=[])
    assert "Hardest: behavioural (hard 1 of 2 times)." in plain(progress())
