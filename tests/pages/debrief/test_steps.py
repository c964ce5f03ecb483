"""The five steps of a debrief as a person walks through them."""

from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.goal import Goal
from lib.store import SaveFailed, Store
from lib.ui import frame
from lib.ui.debrief.steps import HEADINGS
from lib.workflows.drafts.debrief import STEPS
from tests.pages.conftest import Open
from tests.pages.screen import ANSWERS, answer, asked, click, elements, field, keys, on_to, plain
from tests.workflows.evening import debriefed, full_debrief, full_disk, put, scheduled, workbook

WHICH = {
    "company": "Northwind",
    "role": "Data engineer",
    "date": date(2026, 11, 20),
    "time": time(14, 0),
    "stage": "technical",
}


@pytest.fixture
def app(tab: Open) -> AppTest:
    """A new debrief, at its first step."""
    return tab("main/debrief", new="debrief")


def draft_of(app: AppTest) -> str:
    value = app.query_params["draft"]
    return value if isinstance(value, str) else str(value[0])


def saved(app: AppTest) -> AppTest:
    """From the first step through to the save."""
    return click(on_to(app, "next"), "save")


def test_the_four_required_answers_make_a_debrief(app: AppTest, store: Store) -> None:
    saved(answer(app, **WHICH))

    (interview,) = workbook(store).interviews
    assert (interview.state, interview.stage) == ("short", "technical")
    assert app.title[0].value == "Saved. You can stop here."


def test_a_field_typed_is_on_disk_in_the_draft_before_the_next_run(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[object]] = []
    top = frame.top

    def look_and_go_on(page: object) -> object:
        seen.append([draft.values.get("company") for draft in store.drafts.list()])
        return top(page)

    monkeypatch.setattr(frame, "top", look_and_go_on)
    answer(app, company="Northwind")

    assert seen == [["Northwind"]]


def test_every_screen_is_left_with_its_answers_in_the_draft(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "went")
    answer(app, went_well="The incident story.")
    click(app, "next")

    (draft,) = store.drafts.list()
    assert (draft.screen, draft.values["went_well"]) == ("next", "The incident story.")


def test_going_back_shows_what_was_answered(app: AppTest) -> None:
    click(answer(app, **WHICH), "next")
    click(app, "back")

    assert field(app, "company").value == "Northwind"
    assert field(app, "time").value == time(14, 0)


def test_a_new_tab_goes_on_where_the_closed_one_was(app: AppTest, tab: Open, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why us?", hard=["Why us?"])

    other = tab("main/debrief", draft=draft_of(app))

    assert other.title[0].value == "What did they ask?"
    assert field(other, "asked").value == "Why us?"
    assert field(other, "hard").value == ["Why us?"]


def test_today_offers_the_draft_again_after_the_server_was_started_again(app: AppTest, tab: Open) -> None:
    answer(app, company="Northwind")

    today = tab()
    assert "Northwind" in plain(today)
    (go_on,) = [button.key for button in today.button if str(button.key).startswith("go on")]
    click(today, go_on)

    assert field(today, "company").value == "Northwind"


def test_an_answer_that_the_disk_refuses_stays_in_memory_and_is_reported(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_disk(monkeypatch):
        answer(app, company="Northwind")
        assert "The disk is full." in plain(app)
        assert field(app, "company").value == "Northwind"

    answer(app, role="Data engineer")

    assert "The disk is full." not in plain(app)
    assert [draft.values["company"] for draft in store.drafts.list()] == ["Northwind"]


def test_a_save_that_the_disk_refuses_keeps_all_that_was_typed(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(click(answer(app, **WHICH), "next"), "next")

    def refuse(*_: object) -> None:
        raise SaveFailed("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", refuse)
        click(app, "save")
    assert "The disk is full." in plain(app)

    click(app, "save")
    assert len(workbook(store).interviews) == 1


def test_touching_no_question_leaves_it_unrated(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why us?\nWhat do you earn?", hard=["What do you earn?"])
    click(click(app, "next"), "save")

    assert [(question.rating, question.is_hard) for question in workbook(store).questions] == [
        (None, False),
        (None, True),
    ]


def test_a_guess_of_six_in_ten_is_sealed_as_sixty_percent(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "went")
    click(answer(app, forecast="60"), "save")

    (interview,) = workbook(store).interviews
    assert (interview.forecast, bool(interview.seal)) == (60, True)


TAPS = {"button_group"}


def kinds_of(app: AppTest) -> dict[str, str]:
    """The answers that the step asks for without unfolding anything, each with how it is given."""
    return {
        str(one.key).partition(":")[2]: "tap" if one.type in TAPS else "typed" if one.type.startswith("text") else "day"
        for one in elements(app.main, folded=False)
        if one.type in ANSWERS and ":" in str(getattr(one, "key", None) or "")
    }


def walked(app: AppTest) -> dict[str, str]:
    """All answers of the five steps, with one person, one promise, a hard question and a goal."""
    found = kinds_of(app)
    for step in STEPS[1:]:
        on_to(app, step)
        if step == "asked":
            answer(app, asked="Why us?")
            answer(app, hard=["Why us?"])
        if step == "next":
            click(click(app, added(app, "people")), added(app, "promises"))
        found |= kinds_of(app)
    return found


def added(app: AppTest, group: str) -> str:
    return next(str(one.key) for one in app.button if str(one.key).endswith(f":{group}.add"))


def test_a_whole_debrief_types_at_most_thirteen_fields_and_taps_at_most_twenty_seven_times(
    app: AppTest, store: Store
) -> None:
    put(store, Goal(id="go-1", goal="No more nights"), Goal(id="go-2", goal="Lead a small team"))

    given = list(walked(answer(app, **WHICH)).values())

    ways = len(STEPS) + 2  # four times Next and once Save; + Person and + Promise
    assert given.count("typed") <= 13
    assert given.count("tap") + ways <= 27


def test_a_first_debrief_asks_once_what_one_wants_and_then_asks_about_it(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "job")

    answer(app, goal="No more nights")
    (row,) = [name for name in asked(app) if name.startswith("goal_answers.")]
    click(answer(app, **{row: "no"}), "save")

    assert [goal.goal for goal in workbook(store).goals] == ["No more nights"]
    assert [given.answer for given in workbook(store).goal_answers] == ["no"]


def test_a_debrief_can_be_saved_and_stopped_at_each_step_but_the_first(app: AppTest, store: Store) -> None:
    answer(app, **WHICH)
    assert "save" not in keys(app)

    for step in STEPS[1:]:
        assert "save" in keys(on_to(app, step)), step


def test_an_outcome_known_already_needs_no_guess(app: AppTest, store: Store) -> None:
    answer(app, **WHICH | {"date": date(2026, 8, 3)})
    answer(app, outcome="rejected")
    answer(app, outcome_on=date(2026, 8, 10))

    on_to(app, "went")
    assert "forecast" not in asked(app)
    assert "You already know the outcome, so there's no guess to make." in plain(app)
    click(answer(app, **{"ratings.clarity.score": "4"}), "save")

    (interview,) = workbook(store).interviews
    assert (interview.outcome, str(interview.outcome_on)) == ("rejected", "2026-08-10")
    assert [rating.afterwards for rating in workbook(store).ratings] == [True]


def test_past_interviews_at_one_company_follow_each_other(app: AppTest, store: Store) -> None:
    answer(app, **WHICH | {"date": date(2026, 8, 3)})
    on_to(app, "went")

    click(app, "another")

    assert field(app, "date").value == date(2026, 8, 4)
    assert field(app, "application").value == workbook(store).applications[0].id
    click(on_to(answer(app, stage="final"), "job"), "save")
    assert [entry.stage for entry in workbook(store).interviews] == ["technical", "final"]
    assert len(workbook(store).applications) == 1


def test_after_the_save_the_hardest_question_can_wait_until_tomorrow(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why us?\nWhat do you earn?")
    answer(app, hard=["What do you earn?", "Why us?"])
    click(app, "save")
    assert "**Practise the hardest one**  \nWhat do you earn?" in plain(app)

    click(app, "practise tomorrow")

    (task,) = workbook(store).tasks
    assert (task.subject, str(task.due_at)) == ("Practise: What do you earn?", "2026-11-21")


def test_after_the_save_the_first_thing_to_do_is_shown_and_what_comes_then(tab: Open, store: Store) -> None:
    saved = full_debrief(store)
    said = plain(tab("main/debrief", debrief=saved.id))
    assert "**Thank Priya Raman**  \nby 19:00 today  \nThen: Send the link to the talk" in said


def test_an_interview_entered_in_advance_shows_what_was_said_then(tab: Open, store: Store) -> None:
    app = tab("main/debrief", debrief=scheduled(store).id)
    assert "Northwind, Data engineer" in plain(app)

    on_to(app, "job")
    assert "Before the interview you said 8." in plain(app)


def test_an_interview_is_entered_in_advance_in_one_small_form(tab: Open, store: Store) -> None:
    app = tab("main/debrief", new="upcoming")
    answer(app, **WHICH | {"date": date(2026, 11, 25)}, people_names="Priya Raman", interest_before="8")
    click(app, "save")

    (interview,) = workbook(store).interviews
    assert (interview.state, interview.interest_before) == ("scheduled", 8)
    assert "Northwind" in plain(tab())


def test_a_note_of_a_hundred_thousand_characters_is_saved_and_shown(app: AppTest, tab: Open, store: Store) -> None:
    note = "It went on and on. " * 5300
    on_to(answer(app, **WHICH), "went")
    click(click(answer(app, went_well=note), "next"), "save")

    (interview,) = workbook(store).interviews
    assert interview.went_well == note.strip()
    assert note.strip() in plain(tab("main/journal", debrief=interview.id))


def test_a_discarded_draft_comes_back(app: AppTest, tab: Open, store: Store) -> None:
    answer(app, company="Northwind")
    (draft,) = store.drafts.list()
    today = tab()

    click(today, f"aside {draft.id}")
    assert store.drafts.list() == ()

    next(button for button in today.button if button.label == "Bring it back").click().run()
    assert [one.values for one in store.drafts.list()] == [draft.values]


def test_two_tabs_on_one_draft_lose_neither(app: AppTest, tab: Open, store: Store) -> None:
    on_to(answer(app, **WHICH), "went")
    other = tab("main/debrief", draft=draft_of(app))

    answer(app, went_well="Typed here.")
    answer(other, went_well="Typed there.")

    assert {draft.values["went_well"] for draft in store.drafts.list()} == {"Typed here.", "Typed there."}


def test_a_tab_that_comes_back_to_a_draft_shows_what_was_typed_in_another_tab_meanwhile(
    app: AppTest, tab: Open, store: Store
) -> None:
    on_to(answer(app, **WHICH), "went")
    draft_id = draft_of(app)
    app.switch_page("pages/main/today.py").run()
    answer(tab("main/debrief", draft=draft_id), went_well="Typed there.")

    click(app, f"go on {draft_id}")
    assert field(app, "went_well").value == "Typed there."
    answer(app, went_badly="Typed here.")

    assert [(draft.values["went_well"], draft.values["went_badly"]) for draft in store.drafts.list()] == [
        ("Typed there.", "Typed here.")
    ]


def test_a_reworded_question_stays_hard_and_keeps_its_wish_d2(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why did you leave?\nWhat salary do you want?")
    answer(app, hard=["What salary do you want?", "Why did you leave?"], wish="38 to 42 thousand")
    answer(app, asked="Why did you leave?\nWhat salary do you want, gross?")
    assert field(app, "hard").value == ["What salary do you want, gross?", "Why did you leave?"]
    assert "What salary do you want, gross?" in field(app, "wish").label
    click(click(app, "next"), "save")

    answers = {question.text: (question.hard_order, question.better_answer) for question in workbook(store).questions}
    assert answers == {
        "Why did you leave?": (2, ""),
        "What salary do you want, gross?": (1, "38 to 42 thousand"),
    }


def test_a_wish_stays_with_the_question_that_it_was_written_for(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why did you leave?\nWhat salary do you want?", hard=["What salary do you want?"], wish="38")
    answer(app, hard=["Why did you leave?"])
    click(click(app, "next"), "save")

    assert [question.better_answer for question in workbook(store).questions] == ["", "38"]


def test_a_wish_is_for_the_question_on_its_own_screen_also_when_another_tab_asks_of_another(
    app: AppTest, tab: Open, store: Store
) -> None:
    for each, question in ((app, "Why did you leave?"), (tab("main/debrief", new="debrief"), "What salary?")):
        on_to(answer(each, **WHICH), "asked")
        answer(each, asked=question, hard=[question])
    answer(app, wish="The honest reason.")

    assert "Why did you leave?" in field(app, "wish").label
    saved(app)
    (question,) = workbook(store).questions
    assert (question.text, question.better_answer) == ("Why did you leave?", "The honest reason.")


def test_a_wish_whose_question_was_deleted_goes_to_the_private_note(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "asked")
    answer(app, asked="Why did you leave?\nWhat salary?", hard=["What salary?"], wish="38")
    answer(app, asked="Why did you leave?", hard=["Why did you leave?"])
    click(click(app, "next"), "save")

    assert [question.better_answer for question in workbook(store).questions] == [""]
    assert workbook(store).interviews[0].private_note == "What I wish I'd said: 38"


def test_where_the_outcome_is_known_no_guess_is_asked_for(tab: Open, store: Store) -> None:
    noted = scheduled(store)
    put(store, noted.changed(outcome="rejected"))

    app = on_to(tab("main/debrief", debrief=noted.id), "went")

    assert "forecast" not in asked(app)
    assert "You already know the outcome, so there's no guess to make." in plain(app)


def test_a_guess_is_asked_for_until_a_later_round_is_on_file(app: AppTest, store: Store) -> None:
    answer(app, **WHICH | {"date": date(2026, 11, 10)})
    on_to(app, "went")
    assert "forecast" in asked(app)

    full_debrief(store, date="2026-11-18")
    app.run()

    assert "forecast" not in asked(app)
    assert "A later round is on file, so there's no guess to make." in plain(app)


def test_the_first_step_is_left_only_once_it_is_clear_which_interview_it_is(app: AppTest) -> None:
    click(answer(app, company="Northwind", role="Analyst"), "next")
    assert "Still needed: the type of interview." in plain(app)

    click(answer(app, stage="panel", date=date(2026, 11, 21)), "next")
    assert "This date is still to come" in plain(app)
    assert app.title[0].value == HEADINGS["which"]
    assert field(app, "company").value == "Northwind"


def test_an_interview_still_to_come_is_saved_as_one_with_what_was_typed(app: AppTest, store: Store) -> None:
    answer(app, **WHICH | {"date": date(2026, 11, 25)})

    click(click(app, "as upcoming"), "save")

    (interview,) = workbook(store).interviews
    assert (interview.state, interview.stage, str(interview.held_on)) == ("scheduled", "technical", "2026-11-25")
    assert store.drafts.list() == ()


def test_after_a_no_nothing_asks_where_one_leans_or_what_comes_next(app: AppTest) -> None:
    answer(answer(app, **WHICH | {"date": date(2026, 8, 3)}), outcome="rejected")

    assert on_to_over(app, "job") == "Did you want this job?"
    assert "leaning" not in asked(app)
    assert on_to_over(app, "next") == "Anything else?"
    assert {"next_step", "reply_by"}.isdisjoint(asked(app))


def on_to_over(app: AppTest, step: str) -> str:
    """Press Next up to a step of a debrief whose headings look back; the step's heading."""
    while step_of(app) != step:
        click(app, "next")
    return str(app.title[0].value)


def step_of(app: AppTest) -> str:
    return STEPS[int(app.get("progress")[0].proto.text.split()[1]) - 1]


def test_a_job_title_behind_the_name_is_kept_as_one(app: AppTest, store: Store) -> None:
    on_to(answer(app, **WHICH), "next")
    click(app, added(app, "people"))
    (name,) = [one for one in asked(app) if one.endswith(".name")]

    click(answer(app, **{name: "Maureen Doyle, ward manager"}), "save")

    assert [(one.name, one.title) for one in workbook(store).people] == [("Maureen Doyle", "ward manager")]


def test_what_was_skipped_is_offered_after_the_save(app: AppTest) -> None:
    click(on_to(answer(app, **WHICH), "job"), "save")

    assert {"part questions", "part ratings", "part notes", "part people"} <= keys(app)


def test_after_ratings_alone_only_the_words_about_it_were_skipped(tab: Open, store: Store) -> None:
    saved = debriefed(store, **{"ratings.clarity.score": "4"})

    skipped = [one.label.replace("\\", "") for one in tab("main/debrief", debrief=saved.id).button]

    assert "Skipped: What went well, and what didn't?" in skipped
    assert not any("how it went" in label or "How did it go" in label for label in skipped)
