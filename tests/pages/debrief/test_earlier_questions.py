"""Earlier questions offered in a debrief, and the story that was told."""

from datetime import date
from time import process_time

import pytest
from streamlit.testing.v1 import AppTest

from lib.practice.cards import Card, cards
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.story import Story
from lib.store import Store
from lib.workflows.drafts.same_questions import same_field
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.practising import choose_practise
from lib.workflows.form_values import row_field
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, elements, field, on_to, plain
from tests.workflows.evening import NOW, WHICH, debriefed, put, workbook

EARLIER = "What do you earn?"
NEARLY = "And what would you earn?"
AGAIN = "So what do you earn at the moment?"
UNLIKE = "Draw the architecture"
OTHER = WHICH | {"company": "Lanternfish", "date": "2026-11-19"}
LOOKS = "This looks like the same question"


def card(store: Store, text: str) -> Card:
    return next(one for one in cards(workbook(store)) if any(wording.text == text for wording in one.wordings))


def row_of(store: Store, interview: Interview, text: str) -> Question:
    return next(row for row in workbook(store).questions if (row.interview_id, row.text) == (interview.id, text))


def topic_of(store: Store, interview: Interview, text: str) -> str:
    return row_field("questions", row_of(store, interview, text).id, "topic_id")


def keys(app: AppTest) -> list[str]:
    return [str(one.key) for one in elements(app.main) if getattr(one, "key", None)]


def offered(app: AppTest) -> list[str]:
    """The fields that ask for an earlier question."""
    return [key.partition(":")[2] for key in keys(app) if ":" in key and key.endswith((".topic_id", ".as"))]


def again_elsewhere(store: Store, wording: str = AGAIN) -> Interview:
    """A question asked in one debrief, and in another in other words."""
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])
    return debriefed(store, seed=2, **{**OTHER, "asked": wording})


def recalling(tab: Open) -> AppTest:
    """A new debrief at its second screen."""
    app = tab("main/debrief", new="debrief")
    answer(app, company="Lanternfish", role="Analyst", date=date(2026, 11, 19), stage="technical")
    return on_to(app, "asked")


def test_nothing_is_offered_before_the_questions_are_recalled(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)

    app = recalling(tab)

    assert EARLIER not in plain(app)
    assert offered(app) == []


def test_a_question_jotted_again_is_offered_with_its_sentence(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])

    app = answer(recalling(tab), asked=NEARLY)

    assert LOOKS in plain(app)
    assert "Asked by 1 company; last marked as hard today." in plain(app)
    assert field(app, same_field(NEARLY)).value == ""


def test_what_is_merely_similar_is_offered_tonight_once_it_was_hard(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    app = answer(recalling(tab), asked=AGAIN)
    assert offered(app) == []

    answer(app, hard=[AGAIN])

    assert offered(app) == [same_field(AGAIN)]
    assert LOOKS not in plain(app)


def test_what_tonight_offers_is_folded_away(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)

    app = answer(recalling(tab), asked=NEARLY, hard=[NEARLY])

    assert offered(app) == [same_field(NEARLY)]
    assert not [one for one in elements(app.main, folded=False) if one.type == "radio"]


def test_a_choice_of_tonight_stays_in_sight_when_it_is_hard_no_longer(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    app = answer(recalling(tab), asked=AGAIN, hard=[AGAIN])

    answer(app, **{same_field(AGAIN): card(store, EARLIER).id, "hard": []})

    assert field(app, same_field(AGAIN)).value == card(store, EARLIER).id


def test_a_choice_of_tonight_is_saved_and_shown_when_it_is_corrected(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    app = answer(recalling(tab), asked=NEARLY)
    answer(app, **{same_field(NEARLY): card(store, EARLIER).id})
    click(click(app, "next"), "save")

    both = card(store, EARLIER)
    assert {one.text for one in both.wordings} == {EARLIER, NEARLY}
    interview = next(one for one in workbook(store).interviews if one.held_on == date(2026, 11, 19))
    again = tab("main/journal", debrief=interview.id, part="questions")
    assert f"The same as: {EARLIER}" in plain(again)


def test_a_choice_of_tonight_goes_with_the_wording_that_it_was_made_for(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    app = answer(recalling(tab), asked=NEARLY)
    answer(app, **{same_field(NEARLY): card(store, EARLIER).id})
    answer(app, asked=UNLIKE)
    click(click(app, "next"), "save")

    assert workbook(store).topics == ()


@pytest.mark.parametrize("section", ["questions", "hard"])
def test_a_correction_confirms_one_and_undo_takes_it_back(tab: Open, store: Store, section: str) -> None:
    interview = again_elsewhere(store)
    app = tab("main/journal", debrief=interview.id, part=section)
    click(answer(app, **{topic_of(store, interview, AGAIN): card(store, EARLIER).id}), "save")
    assert len(card(store, EARLIER).wordings) == 2

    next(button for button in app.button if button.label == "Undo").click().run()

    assert len(card(store, EARLIER).wordings) == 1
    assert workbook(store).topics == ()


def test_one_taken_back_can_be_chosen_again_before_it_is_saved(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    same = {same_field(UNLIKE): card(store, EARLIER).id}
    interview = debriefed(store, seed=2, **{**OTHER, "asked": UNLIKE, **same})
    name = topic_of(store, interview, UNLIKE)
    app = tab("main/journal", debrief=interview.id, part="questions")

    answer(app, **{name: ""})
    answer(app, **{name: workbook(store).topics[0].id})

    assert f"The same as: {EARLIER}" in plain(app)


def test_a_forgotten_question_is_offered_its_earlier_ones(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    interview = debriefed(store, seed=2, **{**OTHER, "asked": UNLIKE})
    app = tab("main/journal", debrief=interview.id, part="forgotten")
    assert offered(app) == []

    blank = next(key.partition(":")[2] for key in keys(app) if key.endswith(".text"))
    answer(app, **{blank: NEARLY})

    assert LOOKS in plain(app)


def test_the_other_questions_of_the_same_interview_are_not_offered(tab: Open, store: Store) -> None:
    interview = debriefed(store, seed=1, asked=f"{EARLIER}\n{NEARLY}")

    assert offered(tab("main/journal", debrief=interview.id, part="questions")) == []


def test_one_of_the_same_interview_is_offered_where_it_was_asked_before(tab: Open, store: Store) -> None:
    interview = again_elsewhere(store, f"{EARLIER}\n{NEARLY}")

    app = tab("main/journal", debrief=interview.id, part="questions")

    assert offered(app) == [topic_of(store, interview, NEARLY)]


def test_a_question_of_my_own_is_asked_for_no_earlier_one_and_no_story(tab: Open, store: Store) -> None:
    interview = again_elsewhere(store, NEARLY)
    put(store, Story(id="st-1", title="The port"), row_of(store, interview, NEARLY).changed(asked_by="me"))

    app = tab("main/journal", debrief=interview.id, part="questions")

    assert offered(app) == []
    assert not [key for key in keys(app) if key.endswith(".story_id")]


def test_a_chosen_question_deleted_meanwhile_breaks_nothing(tab: Open, store: Store) -> None:
    first = debriefed(store, seed=1, asked=EARLIER)
    interview = debriefed(store, seed=2, **{**OTHER, "asked": NEARLY})
    app = tab("main/journal", debrief=interview.id, part="questions")
    answer(app, **{topic_of(store, interview, NEARLY): card(store, EARLIER).id})
    delete_debrief(store, first.id, NOW)

    click(app, "save")

    assert row_of(store, interview, NEARLY).topic_id == ""
    assert not store.load().problems


def test_a_chosen_question_that_is_given_a_topic_elsewhere_is_offered_once(tab: Open, store: Store) -> None:
    interview = again_elsewhere(store)
    name = topic_of(store, interview, AGAIN)
    app = tab("main/journal", debrief=interview.id, part="questions")
    answer(app, **{name: card(store, EARLIER).id})
    choose_practise(store, card(store, EARLIER).id, "yes", NOW)

    app.run()

    assert len(field(app, name).options) == 2
    click(app, "save")
    assert len(card(store, EARLIER).wordings) == 2


def test_a_hundred_identical_ones_and_one_of_5000_characters_are_taken(tab: Open, store: Store) -> None:
    debriefed(store, seed=1, asked="\n".join([EARLIER] * 100))
    endless = "What do you earn " * 295
    app = answer(recalling(tab), asked=f"{endless}\n?\n{NEARLY}")

    assert same_field(NEARLY) in offered(app)
    click(click(app, "next"), "save")
    assert not store.load().problems


def test_two_thousand_earlier_questions_leave_the_screen_quick(tab: Open, store: Store) -> None:
    interview = debriefed(store, seed=1, asked="\n".join(f"How was number {number} of it?" for number in range(15)))
    many = [Question(id=f"qu-m{number}", text=f"What about {number} and {number * 7}?") for number in range(2000)]
    put(store, *(row.changed(asked=True, asked_by="them") for row in many))
    app = tab("main/journal", debrief=interview.id, part="questions")

    began = process_time()
    app.run()

    assert process_time() - began < 2


@pytest.mark.parametrize("section", ["questions", "hard"])
def test_the_story_that_was_told_is_noted(tab: Open, store: Store, section: str) -> None:
    put(store, Story(id="st-1", title="The port"))
    interview = debriefed(store, seed=1, asked=EARLIER)
    row = row_of(store, interview, EARLIER)
    app = tab("main/journal", debrief=interview.id, part=section)
    assert "Which story did you tell?" in plain(app)

    click(answer(app, **{row_field("questions", row.id, "story_id"): "st-1"}), "save")

    assert row_of(store, interview, EARLIER).story_id == "st-1"


@pytest.mark.parametrize("section", ["questions", "hard"])
def test_without_stories_nothing_is_asked_about_them(tab: Open, store: Store, section: str) -> None:
    interview = debriefed(store, seed=1, asked=EARLIER)

    assert "story" not in plain(tab("main/journal", debrief=interview.id, part=section))
