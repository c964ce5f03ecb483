"""Reading, correcting, deleting and deciding in the journal."""

import re
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.application import Application
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.promise import Promise
from lib.store import Store, Transaction
from lib.ui.journal.interview_list import INTERVIEWS
from lib.workflows.drafts.sections import SECTIONS
from tests.pages.conftest import Open
from tests.pages.screen import answer, asked, click, field, keys, offered, plain
from tests.workflows.evening import NOW, debriefed, decided, edited, from_outside, full_debrief, put, the, workbook


@pytest.fixture
def interview(store: Store) -> Interview:
    return full_debrief(store)


def test_an_empty_journal_offers_the_next_step(tab: Open) -> None:
    page = tab("main/journal")
    assert offered(page) == ["Debrief an interview"]
    assert not page.main.text_input


def test_every_answer_of_the_evening_can_be_read(tab: Open, interview: Interview) -> None:
    page = plain(tab("main/journal", debrief=interview.id))

    for words in (
        "Northwind, Data engineer",
        "Why do you want to leave?",
        "That I look at the whole offer.",
        "The incident story.",
        "Talked too long.",
        "The migration was mine.",
        "Priya Raman",
        "the move of the billing system",
        "reply due 27 Nov",
        "Send the link to the talk",
        "If they ask why I left, then I name two things I want next",
        "6 in 10",
    ):
        assert words in page, words


def test_the_address_of_a_debrief_that_is_gone_reports_it(tab: Open, interview: Interview) -> None:
    assert len(tab("main/journal", debrief="iv-gone").info) == 1


def listed(app: AppTest) -> list[str]:
    """What the rows of the list are called, from the top."""
    links = [str(one.proto.label) for one in app.get("page_link")]
    return [link.replace("\\", "") for link in links if link.startswith("**")]


def test_the_list_is_searched_and_the_newest_is_first(tab: Open, store: Store, interview: Interview) -> None:
    debriefed(store, seed=5, company="Contoso", role="Analyst", date="2026-11-02", time="")
    app = tab("main/journal")
    assert listed(app) == ["**Northwind** Data engineer", "**Contoso** Analyst"]

    app.text_input(key="journal text").set_value("incident").run()
    assert listed(app) == ["**Northwind** Data engineer"]

    app.text_input(key="journal text").set_value("quokka").run()
    assert "Nothing found." in plain(app)
    assert listed(click(app, "show all")) == ["**Northwind** Data engineer", "**Contoso** Analyst"]


def test_the_search_text_is_remembered_and_never_in_the_address(tab: Open, interview: Interview) -> None:
    app = tab("main/journal")
    app.text_input(key="journal text").set_value("quokka").run()
    assert dict(app.query_params) == {}

    app.query_params["debrief"] = interview.id
    app.run()
    del app.query_params["debrief"]

    assert app.run().text_input(key="journal text").value == "quokka"


@pytest.fixture
def three(store: Store) -> tuple[Interview, Interview, Interview]:
    """A no after a technical interview, a panel that is waiting, and another company."""
    first = debriefed(store, seed=1, date="2026-11-02")
    panel = debriefed(store, seed=2, date="2026-11-16", stage="panel", application=first.application_id)
    other = debriefed(store, seed=3, company="Contoso", role="Analyst", date="2026-11-12", time="")
    decided(store, other, "rejected", on="2026-11-18")
    return first, panel, other


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"outcome": "rejected"}, ["Contoso"]),
        ({"stage": "panel"}, ["Northwind"]),
        ({"since": "2026-11-03", "until": "2026-11-12"}, ["Contoso"]),
        ({"outcome": "nonsense", "stage": "", "since": "yesterday"}, ["Northwind", "Contoso", "Northwind"]),
        ({"outcome": "offer"}, []),
    ],
)
def test_the_address_holds_the_filters(
    tab: Open, three: tuple[Interview, ...], address: dict[str, str], found: list[str]
) -> None:
    app = tab("main/journal", **address)

    assert [row.split("**")[1] for row in listed(app)] == found


def test_a_filter_that_is_chosen_goes_into_the_address(tab: Open, three: tuple[Interview, ...]) -> None:
    first = three[0]
    app = tab("main/journal", since="2026-11-01")

    app.selectbox(key="journal company").set_value(first.application_id).run()

    assert app.query_params["company"] == first.application_id
    assert [row.split("**")[1] for row in listed(app)] == ["Northwind", "Northwind"]


def test_by_company_the_rounds_of_an_application_are_in_their_order(tab: Open, three: tuple[Interview, ...]) -> None:
    app = tab("main/journal", view="company")

    assert listed(app) == ["**Technical**", "**Panel**", "**Technical**"]
    assert [one.value for one in app.subheader] == ["Northwind, Data engineer", "Contoso, Analyst"]


def test_a_long_list_has_pages_and_a_number_beyond_them_is_the_last(tab: Open, store: Store) -> None:
    many = 120
    application = Application(id="ap-1", company="Northwind", role="Analyst")
    day = date(2026, 11, 20)
    held = [
        Interview(id=f"iv-{n}", application_id="ap-1", state="short", held_at=day - timedelta(days=n), stage="case")
        for n in range(many)
    ]
    store.commit(Transaction("Set up", put=(application, *held)), NOW)

    assert len(listed(tab("main/journal"))) == INTERVIEWS
    last = tab("main/journal")
    last.query_params["page"] = "999"
    last.run()
    assert len(listed(last)) == many % INTERVIEWS
    assert "120 interviews" in plain(last)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_for_correction_and_is_left_without_a_trace(
    tab: Open, store: Store, interview: Interview, section: str
) -> None:
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}

    app = tab("main/journal", debrief=interview.id, part=section)
    click(app, "leave")

    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before
    assert "part" not in app.query_params


def test_a_correction_is_saved_and_shown(tab: Open, store: Store, interview: Interview) -> None:
    app = tab("main/journal", debrief=interview.id, part="notes")

    click(answer(app, went_well="The whiteboard."), "save")

    assert the(store, interview.id).went_well == "The whiteboard."
    assert "The whiteboard." in plain(app)
    assert "part" not in app.query_params


def test_a_correction_begun_in_another_tab_is_offered_again(tab: Open, interview: Interview) -> None:
    answer(tab("main/journal", debrief=interview.id, part="notes"), went_well="Half a thou")

    again = tab("main/journal", debrief=interview.id, part="notes")

    assert field(again, "went_well").value == "Half a thou"


def test_a_correction_begun_in_another_tab_is_offered_where_the_form_was_left_untouched_before(
    tab: Open, interview: Interview
) -> None:
    app = tab("main/journal", debrief=interview.id, part="notes")
    answer(tab("main/journal", debrief=interview.id, part="notes"), went_well="Half a thou")
    app.switch_page("pages/main/today.py").run()

    click(app, next(str(button.key) for button in app.button if str(button.key).startswith("go on")))

    assert field(app, "went_well").value == "Half a thou"


def test_both_versions_are_shown_and_mine_is_saved_when_i_choose_it(
    tab: Open, store: Store, interview: Interview
) -> None:
    app = answer(tab("main/journal", debrief=interview.id, part="notes"), went_well="Mine.")
    edited(store, interview, "notes", {"went_well": "Theirs."})

    click(app, "save")
    assert {"Mine.", "Theirs."} <= {text.value for text in app.text}
    assert the(store, interview.id).went_well == "Theirs."

    click(app, "save over")
    assert the(store, interview.id).went_well == "Mine."


def test_theirs_can_be_kept_and_mine_comes_back_on_demand(tab: Open, store: Store, interview: Interview) -> None:
    app = answer(tab("main/journal", debrief=interview.id, part="notes"), went_well="Mine.")
    edited(store, interview, "notes", {"went_well": "Theirs."})

    click(click(app, "save"), "keep theirs")

    assert the(store, interview.id).went_well == "Theirs."
    next(button for button in app.button if button.label == "Bring it back").click().run()
    assert "Mine." in {draft.values.get("went_well") for draft in store.drafts.list()}


def test_a_sealed_forecast_has_no_box_to_change_it_in(tab: Open, interview: Interview) -> None:
    app = tab("main/journal", debrief=interview.id, part="forecast")

    assert len(app.number_input) == 0
    assert "You guessed 6 in 10." in plain(app)


@pytest.mark.parametrize("new", ['"95"', '""'])
def test_an_edit_from_outside_to_the_forecast_is_reported(
    tab: Open, store: Store, interview: Interview, new: str
) -> None:
    assert "changed outside the app" not in plain(tab("main/journal", debrief=interview.id))

    from_outside(store, "interviews.csv", '"60"', new)

    assert "changed outside the app" in plain(tab("main/journal", debrief=interview.id))


def test_deleting_asks_first_and_undo_brings_all_back(tab: Open, store: Store, interview: Interview) -> None:
    before = workbook(store)
    app = tab("main/journal", debrief=interview.id)

    click(app, "yes delete")
    assert workbook(store).interviews == ()
    assert "The debrief is deleted." in plain(app)

    next(button for button in app.button if button.label == "Undo").click().run()
    assert workbook(store) == before


def test_a_deleted_debrief_can_be_brought_back_in_a_later_visit(tab: Open, store: Store, interview: Interview) -> None:
    before = workbook(store)
    click(tab("main/journal", debrief=interview.id), "yes delete")

    later = tab("main/journal")
    assert not [button for button in later.button if str(button.key).startswith("undo ")]
    later.session_state["undoable"] = True
    later.run()
    next(button for button in later.button if str(button.key).startswith("undo ")).click().run()

    assert workbook(store) == before


def test_an_outcome_is_recorded_with_date_and_words(tab: Open, store: Store, interview: Interview) -> None:
    app = tab("main/journal", debrief=interview.id, part="outcome")

    click(answer(app, outcome="rejected", outcome_on=date(2026, 11, 20), feedback="Too junior."), "save")

    after = the(store, interview.id)
    assert (after.outcome, after.outcome_on, after.feedback) == ("rejected", date(2026, 11, 20), "Too junior.")
    page = plain(app)
    assert "Rejected</span>" in page
    assert "What they said" in page
    assert "Too junior." in page
    assert "“Too junior" not in page  # who wrote them isn't known: they may be my words
    assert "Same day" in page


def test_a_no_names_which_promises_and_thanks_are_asked_for_no_more(tab: Open, store: Store) -> None:
    interview = full_debrief(store, promise="Send the link", people=[{"name": "Priya Raman", "talked_about": "joins"}])
    app = tab("main/journal", debrief=interview.id, part="outcome")

    click(answer(app, outcome="rejected"), "save")

    assert re.search("Thank Priya Raman.*Send the link", plain(app))


def test_the_journal_tells_the_day_of_a_promise_once(tab: Open, store: Store) -> None:
    interview = full_debrief(store, promise="")
    promised = Promise(id="pr-1", interview_id=interview.id, what="Send the link by friday", by=date(2026, 11, 27))
    store.commit(Transaction("Set up", put=(promised,)), NOW)

    page = plain(tab("main/journal", debrief=interview.id))

    assert "Send the link, by" in page
    assert "friday" not in page


def test_two_tabs_with_different_outcomes_are_shown_both(tab: Open, store: Store, interview: Interview) -> None:
    app = answer(tab("main/journal", debrief=interview.id, part="outcome"), outcome="rejected")
    decided(store, interview, "advanced")

    click(app, "save")

    assert {"Rejected", "Moved on"} <= {text.value for text in app.text}
    assert the(store, interview.id).outcome == "advanced"


def test_a_short_debrief_has_no_empty_heading_and_offers_what_is_missing(tab: Open, store: Store) -> None:
    interview = debriefed(store, went_well="Calm.")
    app = tab("main/journal", debrief=interview.id)

    assert [one.value for one in app.subheader if one.value != "Still to do"] == ["How it went"]
    assert {"Questions", "Ratings", "Does it fit?", "People", "A note to yourself"} <= set(offered(app))
    assert "A look at this no" not in offered(app)
    assert click(app, "edit ratings").query_params["part"] == "ratings"


def test_the_hardest_question_and_the_other_hard_ones_are_told_apart(tab: Open, store: Store) -> None:
    asked_tonight = {"asked": "One?\nTwo?\nThree?", "hard": ["Three?", "One?"]}
    page = plain(tab("main/journal", debrief=full_debrief(store, **asked_tonight).id))

    one, two, three = (page[page.index(f"**{wording}**") :][:300] for wording in ("One?", "Two?", "Three?"))
    assert "Hard<" in one
    assert "Hard" not in two.partition("**Three")[0]
    assert "Hardest<" in three


def test_what_i_asked_is_below_a_heading_of_its_own(tab: Open, store: Store) -> None:
    interview = debriefed(store, asked="Why us?", asked_them="How big is the team?")
    page = plain(tab("main/journal", debrief=interview.id))

    places = [page.index(words) for words in ("What they asked", "Why us?", "What you asked", "How big is the team?")]
    assert places == sorted(places)
    assert "I asked" not in page


def test_where_they_asked_nothing_no_heading_reports_that_they_did(tab: Open, store: Store) -> None:
    interview = debriefed(store, asked_them="How big is the team?")
    app = tab("main/journal", debrief=interview.id)
    assert [one.value for one in app.subheader if one.value.startswith("What")] == ["What you asked"]


def test_each_goal_is_shown_with_its_answer_instead_of_the_one_for_all(tab: Open, store: Store) -> None:
    interview = debriefed(store).changed(serves_goals="no")
    goal = Goal(id="go-1", goal="No more nights")
    put(store, interview, goal)
    assert "Fits your goals" in plain(tab("main/journal", debrief=interview.id))

    put(store, GoalAnswer(interview_id=interview.id, goal_id="go-1", answer="unsure"))

    page = plain(tab("main/journal", debrief=interview.id))
    assert re.search(r"No more nights\s+<[^>]+>Not sure", page)
    assert "Fits your goals" not in page


def test_a_rating_is_shown_beside_the_last_one(tab: Open, store: Store, interview: Interview) -> None:
    earlier = debriefed(store, seed=5, company="Contoso", date="2026-11-02")
    edited(store, earlier, "ratings", {"ratings.clarity.score": "2"}, seed=6)
    edited(store, interview, "ratings", {"ratings.clarity.score": "4"}, seed=7)

    page = plain(tab("main/journal", debrief=interview.id))

    assert "4/5" in page
    assert page.count("last time 2") == 2


def test_once_the_form_of_an_interview_to_come_is_saved_its_own_page_opens(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Northwind", role="Analyst"))
    put(store, Interview(id="iv-1", application_id="ap-1", state="scheduled", held_at=date(2027, 3, 1), stage="panel"))

    page = tab("main/debrief", upcoming="iv-1")

    assert page.title[0].value == "Northwind"
    assert "Which interview?" not in plain(page)


def test_the_next_interview_begins_with_the_application_chosen(tab: Open, interview: Interview) -> None:
    app = click(tab("main/journal", debrief=interview.id), "next interview")

    assert field(app, "application").value == interview.application_id


def test_what_is_still_to_do_can_be_done_from_here(tab: Open, interview: Interview) -> None:
    app = tab("main/journal", debrief=interview.id)

    assert "Still to do" in [one.value for one in app.subheader]
    assert [key for key in keys(app) if key.startswith("act ")]


def test_a_goal_is_asked_for_once(tab: Open, store: Store, interview: Interview) -> None:
    app = tab("main/journal", debrief=interview.id, part="job")
    click(answer(app, goal="Build things that people use"), "save")

    assert [goal.goal for goal in workbook(store).goals] == ["Build things that people use"]
    again = tab("main/journal", debrief=interview.id, part="job")
    assert "Build things that people use" in plain(again)
    assert "goal" not in asked(again)


def test_rating_an_interview_whose_outcome_i_know_warns_that_it_does_not_count(
    tab: Open, store: Store, interview: Interview
) -> None:
    decided(store, interview, "rejected")
    app = tab("main/journal", debrief=interview.id, part="ratings")
    line = "You already know the outcome, so these are shown but not counted in averages."

    assert plain(app).count(line) == 1
    assert "Those from before it stay" not in plain(app)
    click(answer(app, **{"ratings.clarity.score": "4"}), "save")

    assert workbook(store).ratings[0].cells()["afterwards"] == "yes"
    assert "Rated: 4 of 5, rated after you knew" in plain(app)


def test_a_rating_first_given_in_hindsight_is_not_called_absent(tab: Open, store: Store, interview: Interview) -> None:
    decided(store, interview, "rejected")
    edited(store, interview, "ratings", {"ratings.clarity.score": "4"}, seed=5)

    page = plain(tab("main/journal", debrief=interview.id))

    assert "Rated: 4 of 5, rated after you knew" in page
    assert "didn't come up" not in page


@pytest.mark.parametrize(
    ("part", "name", "words"), [("notes", "went_well", "Calm."), ("outcome", "outcome", "advanced")]
)
def test_a_form_that_was_only_looked_at_shows_what_was_saved_elsewhere_since(
    tab: Open, store: Store, interview: Interview, part: str, name: str, words: str
) -> None:
    app = tab("main/journal", debrief=interview.id, part=part)
    elsewhere = tab("main/journal", debrief=interview.id, part=part)
    click(answer(elsewhere, **{name: words}), "save")

    app.run()

    assert field(app, name).value == words
    assert not [button for button in app.button if button.key == "save over"]


def test_an_interview_that_left_nothing_to_do_reports_it(tab: Open, store: Store) -> None:
    done = debriefed(store, date="2026-08-03", outcome="rejected")
    open_one = debriefed(store, seed=2, company="Contoso", **{"people.pe-1.name": "Priya Raman"})

    assert "nothing left to do" in plain(tab("main/journal", debrief=done.id))
    assert "nothing left to do" not in plain(tab("main/journal", debrief=open_one.id))
