"""The Practice page: a sitting, the bank, one question, the stories, and what to remember before the next round."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.practice.cards import cards
from lib.records.question import Question
from lib.records.story import Story
from lib.store import Store
from lib.ui.practice.sitting_page import GRADES
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, plain
from tests.practice.test_wav import wav
from tests.workflows.evening import FULL, NOW, debriefed, full_debrief, put, scheduled, workbook

HARD = "Why do you want to leave?"
NEXT_WEEK = {"company": "Northwind", "role": "Data engineer", "date": "2026-11-26", "stage": "final"}


@pytest.fixture
def practice(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("more/practice", **address)


def grades(store: Store) -> list[str]:
    return [row.grade for row in sorted(workbook(store).practice, key=lambda row: row.id)]


def card_id(store: Store, text: str = HARD) -> str:
    return next(one.id for one in cards(workbook(store)) if one.text == text)


def recorder(page: AppTest) -> Any:
    (found,) = page.get("audio_input")
    return found


@pytest.mark.parametrize("view", ["practise", "bank", "stories", "rounds", "progress"])
def test_an_empty_view_shows_what_will_be_there(practice: Any, view: str) -> None:
    assert len(plain(practice(view=view))) > 60


def test_a_question_rated_as_hard_in_a_debrief_waits_here(store: Store, practice: Any) -> None:
    full_debrief(store)

    assert "2 questions to practise now" in plain(practice())


def test_a_sitting_asks_shows_the_answer_and_takes_the_grade(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(), "begin")
    first = page.title[0].value
    assert "best answer" not in plain(page).replace("Show my best answer", "")

    click(page, "show answer")
    assert "How did it go?" in plain(page)
    click(page, "grade good")

    assert grades(store) == ["good"]
    assert page.title[0].value != first


def test_what_did_not_come_is_asked_once_more_at_the_end(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(), "begin")
    first = page.title[0].value
    for grade in ("again", "good"):
        click(click(page, "show answer"), f"grade {grade}")

    assert page.title[0].value == first
    click(click(page, "show answer"), "grade good")
    assert "3 tries: 1 Forgot, 2 OK" in plain(page)


def test_each_grade_shows_when_the_question_is_back_and_none_is_the_same_as_another(
    store: Store, practice: Any
) -> None:
    full_debrief(store)
    page = click(click(practice(), "begin"), "show answer")

    back = [
        re.sub(r".*:gray\[(.*)\]\]", r"\1", page.button(key=f"grade {one}").label, flags=re.DOTALL) for one in GRADES
    ]

    assert back[0] == "again at the end"
    assert [re.sub(r"\d+", "n", words) for words in back[1:]] == ["in n minutes", "in n minutes", "in n days"]
    assert len(set(back)) == 4


def test_undo_takes_a_grade_back(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(click(click(practice(), "begin"), "show answer"), "grade easy")

    next(button for button in page.button if button.label == "Undo").click().run()

    assert grades(store) == []


def test_the_message_names_the_rating_and_goes_with_the_next_one(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(click(click(practice(), "begin"), "show answer"), "grade good")
    assert "Rated OK." in plain(page)

    page = click(page, "show answer")
    page = click(page, "grade easy")

    assert ("Rated Easy." in plain(page), "Rated OK." in plain(page)) == (True, False)


def test_no_grade_puts_a_question_back_after_the_interview(store: Store, practice: Any) -> None:
    full_debrief(store)
    scheduled(store, **NEXT_WEEK)
    page = click(click(practice(), "begin"), "show answer")

    assert page.button(key="grade easy").label.endswith(":gray[in 5 days]]")


def test_a_question_tried_once_is_shaky_and_no_percentage_is_shown(store: Store, practice: Any) -> None:
    full_debrief(store)
    click(click(click(practice(), "begin"), "show answer"), "grade easy")

    stands = [plain(practice(topic=card_id(store, text))) for text in ("What do you earn?", HARD)]
    assert sum("Shaky: practised once, last today" in said for said in stands) == 1
    assert sum("Not practised yet" in said for said in stands) == 1


def test_grades_of_two_windows_are_both_kept_and_the_second_is_told(store: Store, practice: Any) -> None:
    full_debrief(store)
    here, there = practice(), practice()
    for page in (here, there):
        click(click(page, "begin"), "show answer")
    click(here, "grade good")

    click(there, "grade hard")

    assert sorted(grades(store)) == ["good", "hard"]
    assert re.search(r"In another window you graded the same question at \d\d:\d\d: “OK”", plain(there))


def test_a_question_deleted_in_another_window_is_reported_as_gone_and_the_sitting_goes_on(
    store: Store, practice: Any
) -> None:
    full_debrief(store)
    page = click(practice(), "begin")
    (store.folder / "questions.csv").unlink()

    page.run()
    assert "This question is gone" in plain(page)
    click(page, "next")


def test_setting_a_question_aside_takes_it_out_and_it_is_brought_back(store: Store, practice: Any) -> None:
    full_debrief(store)
    click(click(practice(), "begin"), "suspend")
    assert sum(card.is_practised for card in cards(workbook(store))) == 1

    aside = next(card for card in cards(workbook(store)) if card.is_suspended)
    click(practice(topic=aside.id), "practise auto")
    assert sum(card.is_practised for card in cards(workbook(store))) == 2


def test_an_interview_entered_for_next_week_changes_the_plan_and_gives_the_reason(store: Store, practice: Any) -> None:
    full_debrief(store)
    scheduled(store, **NEXT_WEEK)

    said = plain(practice())
    assert "For Northwind, Thursday 26 November, in 6 days" in said
    assert "0 of 3 ready for Thursday" in said
    assert "without practice" not in said


def test_before_anything_was_asked_a_common_question_is_offered_and_a_graded_one_is_a_prepared_question(
    store: Store, practice: Any
) -> None:
    page = practice()
    assert "Common question" in plain(page)
    assert "Start: 3 questions, about 9 minutes" in [button.label for button in page.button]
    assert workbook(store).questions == ()

    click(click(click(page, "begin"), "show answer"), "grade good")
    (question,) = workbook(store).questions
    assert (question.text, question.prepared, question.asked, question.interview_id) == (
        "Tell me about yourself",
        True,
        False,
        "",
    )
    assert grades(store) == ["good"]
    assert "Shaky: practised once" in plain(practice(topic=card_id(store, question.text)))
    next(button for button in page.button if button.label == "Undo").click().run()
    assert (workbook(store).questions, workbook(store).topics, grades(store)) == ((), (), [])


def test_a_common_question_with_an_answer_stays_in_practice(store: Store, practice: Any) -> None:
    page = click(click(click(practice(), "begin"), "show answer"), "write answer")
    answer(page, best_answer="Ten years of shop floors, then logistics.")
    click(page, "save")

    (card,) = cards(workbook(store))
    assert (card.text, card.is_practised, card.asked) == ("Tell me about yourself", True, ())


def test_the_seconds_spoken_are_shown_while_the_recording_is_there(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(), "begin")
    assert "You spoke" not in plain(page)

    recorder(page).upload("try.wav", wav(4.6)).run()
    assert "You spoke for 4 seconds" in plain(click(page, "show answer"))
    assert "You spoke" not in plain(click(page, "grade good"))


def test_a_recording_is_kept_on_purpose_and_found_on_the_page_of_its_question(store: Store, practice: Any) -> None:
    put(store, Question(id="qu-1", text="Why us?", rating=1))
    page = click(practice(), "begin")
    recorder(page).upload("try.wav", wav(48)).run()
    assert store.recordings.list() == ()
    assert "Keep this recording (1.5 MB)" in plain(page)

    click(page, "keep recording")
    (kept,) = store.recordings.list()
    assert "Kept with your data" in plain(page)
    found = practice(topic="qu-1")
    found.session_state["kept recordings"] = True
    assert "48 seconds · 1.5 MB" in plain(found.run())

    click(found, f"delete {kept.name}")
    assert store.recordings.list() == ()


OURS = "What would you change about our magazine?"


def asked_at(store: Store, seed: int, company: str, **question: Any) -> None:
    held = scheduled(store, seed, company=company, date="2026-11-12")
    asked = Question(id=f"qu-{seed}", interview_id=held.id, asked_by="them", position=1, **question)
    put(store, held.changed(state="done"), asked)


def a_bank_and_a_magazine(store: Store) -> dict[str, str]:
    """Three companies asked about me, one of them about its magazine; a bank and that magazine come next. Their ids."""
    asked_at(store, 31, "Polaris", text="Tell me about yourself", rating=5)
    asked_at(store, 32, "Umbra", text="Tell me about yourself", rating=5)
    asked_at(store, 33, "Inkpuddle", text=OURS, rating=1)
    bank = scheduled(store, 34, company="Stadtbank", date="2026-11-22")
    magazine = scheduled(store, 35, company="Inkpuddle", date="2026-11-26")
    return {"bank": bank.id, "magazine": magazine.id}


def test_before_an_interview_at_a_bank_our_magazine_is_not_offered(store: Store, practice: Any) -> None:
    a_bank_and_a_magazine(store)
    said = plain(practice())
    assert "Asked at Umbra and Polaris, last rated 5 of 5." in said
    assert OURS not in said


def test_a_question_about_one_company_shows_that_it_comes_up_nowhere_else(store: Store, practice: Any) -> None:
    a_bank_and_a_magazine(store)

    assert "It's about Inkpuddle" in plain(practice(topic=card_id(store, OURS)))
    assert "It's about" not in plain(practice(topic=card_id(store, "Tell me about yourself")))


def test_from_the_sheet_of_a_later_interview_one_practises_for_that_one(store: Store, tab: Open) -> None:
    ids = a_bank_and_a_magazine(store)

    page = tab(sheet=ids["magazine"])
    assert "These matter most for this interview. Practice takes the few that it helps most today." in plain(page)

    click(page, "practise")
    assert page.selectbox(key="practise for").value == ids["magazine"]
    click(page, "begin")
    assert page.title[0].value == OURS


def test_a_longer_sitting_takes_more_questions(store: Store, practice: Any) -> None:
    put(store, *(Question(id=f"qu-{number}", text=f"Question {number}?", rating=1) for number in range(9)))
    page = practice()
    assert "Start: 3 questions, about 9 minutes" in [button.label for button in page.button]

    page.button_group(key="sitting minutes").set_value(25).run()
    assert "Start: 8 questions, about 24 minutes" in [button.label for button in page.button]


def test_the_best_answer_is_written_and_shown_in_the_sitting(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(topic=card_id(store)), "write answer")
    answer(page, best_answer="Two things that I want next.")
    click(page, "save")

    assert "Two things that I want next." in plain(practice(topic=card_id(store)))


def test_what_was_wished_is_the_beginning_of_the_best_answer(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(topic=card_id(store, "What do you earn?")), "write answer")

    assert FULL["wish"] in [area.value for area in page.text_area]


def test_the_bank_finds_by_word_and_what_was_hard(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = practice(view="bank")
    assert "3 questions of 3" in plain(page)

    page.button_group(key="bank ratings").set_value(["hard"]).run()
    assert "2 questions of 3" in plain(page)
    page.button_group(key="bank ratings").set_value([0]).run()
    assert "1 question of 3" in plain(page)
    page.button_group(key="bank ratings").set_value(["hard"]).run()
    page.text_input(key="bank text").set_value("earn").run()
    assert "1 question of 3" in plain(page)


def test_two_questions_are_put_together_and_taken_apart_on_the_page_of_one(store: Store, practice: Any) -> None:
    debriefed(store, seed=1, asked="What is your salary expectation?")
    debriefed(store, seed=2, asked="What are your salary expectations?", company="Lanternfish")
    first, second = (card.id for card in cards(workbook(store)))

    page = click(practice(topic=first), f"alike_{second} The same")
    assert len(cards(workbook(store))) == 1

    click(page, f"split {second}")
    assert len([card for card in cards(workbook(store)) if card.wordings]) == 2


def test_a_question_is_prepared_and_may_be_an_earlier_one(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(view="bank"), "add question")
    answer(page, text="What do you earn now?")
    assert "This looks like the same question" in plain(page)
    answer(page, same_as=card_id(store, "What do you earn?"))
    click(page, "save")

    card = next(one for one in cards(workbook(store)) if len(one.wordings) == 2)
    assert {one.prepared for one in card.wordings} == {True, None}


def test_an_empty_question_is_not_saved_and_shows_what_is_missing(store: Store, practice: Any) -> None:
    page = click(click(practice(view="bank"), "add question"), "save")

    assert "The question is not filled in yet" in plain(page)
    assert workbook(store).questions == ()


def test_a_question_of_5000_characters_is_shown_whole(store: Store, practice: Any) -> None:
    put(store, Question(id="qu-long", text="why " * 1250 + "?", rating=1))

    page = click(practice(), "begin")
    assert "why " * 1249 in plain(page)
    assert "A long question" in plain(page)


def test_a_story_names_who_has_heard_it(store: Store, practice: Any) -> None:
    full_debrief(store)
    put(store, Story(id="st-1", title="The outage", result="Up again in an hour."))
    row = next(one for one in workbook(store).questions if one.text == HARD)
    put(store, row.changed(story_id="st-1"))
    scheduled(store, **NEXT_WEEK)

    said = plain(practice(story="st-1"))
    assert "Up again in an hour." in said
    assert "You told this story at Northwind before to Priya Raman" in said


def test_it_comes_back_when_it_is_due(store: Store, practice: Any, at: Callable[[datetime], None]) -> None:
    put(store, Question(id="qu-1", text="Why us?", rating=1))
    click(click(click(practice(), "begin"), "show answer"), "grade easy")
    assert "Nothing to practise today" in plain(practice())

    at(NOW + timedelta(days=9))
    assert "1 question to practise now" in plain(practice())


def test_today_shows_what_there_is_to_practise(store: Store, tab: Open) -> None:
    full_debrief(store)

    assert "2 questions to practise" in plain(tab())


def test_lines_of_the_log_whose_question_is_gone_are_reported_and_kept(store: Store, practice: Any) -> None:
    full_debrief(store)
    page = click(practice(), "begin")
    click(click(page, "show answer"), "grade good")
    (store.folder / "questions.csv").unlink()
    put(store, Question(id="qu-1", text="Why us?", rating=1))

    assert re.search(r"\b1 line\b.*gone", plain(practice()))
