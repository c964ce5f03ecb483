"""As questions are entered, earlier ones like them are offered, after the free recall; the person confirms or not."""

from streamlit.testing.v1 import AppTest

from lib.practice.cards import cards
from lib.store import Store
from lib.workflows.answers import row_field
from lib.workflows.drafts.same_questions import same_field
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, on_to, plain
from tests.workflows.evening import WHICH, debrief_draft, debriefed, workbook

EARLIER = "What are your salary expectations?"
AGAIN = "So what are your salary expectations now?"
OFFERED = "You may have had some of these before"


def earlier_and_tonight(store: Store, asked: str) -> str:
    """An earlier debrief with a hard question, and the draft of another one; the draft's id."""
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])
    answers = {**WHICH, "company": "Lanternfish", "asked": asked}
    return debrief_draft(store, answers, seed=2).id


def turned_to_asked(tab: Open, draft_id: str) -> AppTest:
    page = tab("main/debrief", draft=draft_id)
    return on_to(page, "asked")


def test_nothing_is_offered_before_the_questions_were_recalled(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, ""))

    assert OFFERED not in plain(page)
    assert EARLIER not in plain(page)


def test_a_question_like_an_earlier_one_is_offered_with_how_it_went(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, f"{AGAIN}\nWhat is your favourite colour?"))

    assert f"{OFFERED} (1)" in plain(page)
    assert "Asked by 1 company; last marked as hard today." in plain(page)


def test_confirmed_tonight_it_is_one_question_after_the_save(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, AGAIN))
    answer(page, **{same_field(AGAIN): cards(workbook(store))[0].id})
    click(click(page, "next"), "save")

    (card,) = cards(workbook(store))
    assert {one.text for one in card.wordings} == {EARLIER, AGAIN}


def test_left_alone_they_stay_two(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, AGAIN))
    click(click(page, "next"), "save")

    assert len(cards(workbook(store))) == 2


def test_tomorrow_s_part_offers_it_too_and_shows_what_was_confirmed(store: Store, tab: Open) -> None:
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])
    second = debriefed(store, seed=2, company="Lanternfish", asked=AGAIN, hard=[AGAIN])
    row_id = next(one.id for one in workbook(store).questions if one.text == AGAIN)
    name = row_field("questions", row_id, "topic_id")
    page = tab("main/journal", debrief=second.id, part="hard")
    assert "This looks like the same question as before" in plain(page)

    answer(page, **{name: _first(store)})
    assert f"The same as: {EARLIER}" in plain(page)
    click(page, "save")
    assert len(cards(workbook(store))) == 1


def _first(store: Store) -> str:
    return next(card.id for card in cards(workbook(store)) if card.text == EARLIER)
