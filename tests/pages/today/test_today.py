"""Today: three things at most, what waits and why, the next sheet, a no, rest, days away, and the week."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.followup.kinds import TASK_KINDS
from lib.followup.waits import OUT_OF_HANDS
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.person import Person
from lib.records.setting import Setting
from lib.store import Store, note_visit
from lib.workflows.entries.tasks import add_task
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, elements, keys, markdown, plain, problem
from tests.workflows.evening import (
    NOW,
    WHICH,
    debrief_draft,
    debriefed,
    decided,
    edited,
    scheduled,
    the,
    workbook,
)
from tests.workflows.owed import due_of, here, later, met_three, owed, plan, put_all, reference_who_agreed, row, titles

Clock = Callable[[datetime], None]
LIVE = re.compile(r"(?<!\\)(?:<img|\]\(javascript|\$x|:red\[)")
"""What Markdown would make something of."""
PAYLOAD = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) $x$ :red[y] =1+1"


def cards(app: AppTest) -> list[str]:
    """The tasks shown as cards."""
    return [str(one.key)[4:] for one in app.button if str(one.key).startswith("act ")]


def card_titles(app: AppTest, store: Store) -> list[str]:
    return [due for due in titles(store) if any(owed(store, due).id == task for task in cards(app))]


def fields(app: AppTest) -> set[str]:
    return {str(one.key) for one in app.text_input}


def ahead(**time: float) -> datetime:
    return NOW + timedelta(**time)


def test_at_most_three_things_are_there_and_the_rest_is_one_click_away(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link")
    app = tab()
    assert len(cards(app)) == 3
    assert "1 more" in [one.label for one in app.button]
    click(app, "rest")
    assert [one.value for one in app.title] == ["Follow-up · 6 to do, 3 today"]


def test_a_promise_for_today_comes_first_f4(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link", promise_by="2026-11-20")
    assert cards(tab())[0] == owed(store, "Send the link").id


def test_thanks_that_are_due_tonight_come_before_a_promise_for_another_day_t1(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link", promise_by="2026-11-22")
    assert set(card_titles(tab(), store)) == {
        "Thank Priya Raman",
        "Thank Ben Lindqvist",
        "Thank Chiara Rossi",
    }


def test_everyone_met_is_to_be_thanked_today_t1(tab: Open, store: Store) -> None:
    met_three(store)
    app = tab()
    for name in ("Priya Raman", "Ben Lindqvist", "Chiara Rossi"):
        assert f"Thank {name}" in plain(app)


def test_when_nothing_is_due_the_page_tells_it(tab: Open, store: Store) -> None:
    debriefed(store)
    assert "Nothing to do right now." in plain(tab())


def test_a_task_is_done_from_its_card_and_undone(tab: Open, store: Store) -> None:
    debriefed(store)
    add_task(store, "Print it", None, "one", here())
    task = owed(store, "Print it").id
    app = click(tab(), f"act {task}")
    assert row(store, task).status == "done"
    undo = next(one for one in app.button if one.label == "Undo")
    undo.click().run()
    assert task in cards(app)


@pytest.mark.parametrize(("way", "status"), [("tomorrow", "snoozed"), ("in a week", "snoozed"), ("dismiss", "dropped")])
def test_a_task_is_snoozed_or_dismissed_from_its_card(tab: Open, store: Store, way: str, status: str) -> None:
    met_three(store)
    task = owed(store, "Thank Priya Raman").id
    app = click(tab(), f"{way} {task}")
    assert row(store, task).status == status
    assert task not in cards(app)


def test_a_card_gives_the_reason_it_is_there_and_which_rule_made_it(tab: Open, store: Store) -> None:
    met_three(store)
    said = plain(tab())
    due = owed(store, "Thank Priya Raman")
    assert due.why in said
    assert TASK_KINDS[due.kind].rule_sentence(dates=DAY_FIRST) in said


def test_someone_named_in_a_draft_only_is_on_today_and_leads_back_to_the_debrief(tab: Open, store: Store) -> None:
    draft = debrief_draft(store, {**WHICH, "people.pe-one.name": "Priya Raman"})
    app = tab()
    assert "Thank Priya Raman" in plain(app)
    assert "Finish the debrief" in [one.label for one in app.button]
    click(app, f"act {owed(store, 'Thank Priya Raman').id}")
    assert app.query_params["draft"] == draft.id


def test_what_waits_shows_until_when_and_why_f2(tab: Open, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    (wait,) = plan(store).waits
    assert wait.until == date(2026, 11, 30)
    assert wait.sentence in plain(tab())


def test_on_the_sunday_before_it_is_due_a_message_waits_until_tomorrow_f2(tab: Open, at: Clock, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    at(ahead(days=9))
    said = plain(tab())
    assert "No need to write before tomorrow" in said
    assert "Follow up with Northwind" not in said


def test_where_no_date_was_given_the_default_is_said_f1(tab: Open, store: Store) -> None:
    met_three(store)
    (wait,) = plan(store).waits
    assert wait.until == date(2026, 11, 27)
    assert wait.sentence in plain(tab())


def test_a_wait_shows_what_is_done_what_is_in_my_hands_and_what_is_not_m1(tab: Open, store: Store) -> None:
    met_three(store, reply_by="2026-11-27", promise="Send the link", promise_by="2026-11-20")
    said = plain(tab())
    (wait,) = plan(store).waits
    assert wait.in_hands == "You can still keep a promise: Send the link."
    assert wait.in_hands in said
    assert OUT_OF_HANDS not in said


def test_three_days_later_it_says_too_what_is_out_of_my_hands_m1(tab: Open, at: Clock, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    at(ahead(days=3))
    assert OUT_OF_HANDS in plain(tab())


def test_after_five_business_days_without_a_date_one_check_in_is_due_f6(tab: Open, at: Clock, store: Store) -> None:
    put_all(store, Setting(key="country", value="DE"))
    debriefed(store)
    at(ahead(days=6))
    assert "Check in with Northwind" not in plain(tab())
    at(ahead(days=7))
    assert "Check in with Northwind" in plain(tab())


def test_on_the_day_after_no_message_about_progress_is_put_forward_f7(tab: Open, at: Clock, store: Store) -> None:
    met_three(store, reply_by="2026-11-20")
    at(ahead(days=1))
    assert "Follow up with" not in plain(tab())


@pytest.fixture
def rejected(store: Store) -> str:
    """A no from them, recorded today, of which their words are known; the interview was on Wednesday."""
    interview = met_three(store, date="2026-11-18")
    decided(store, interview, "rejected")
    put_all(store, the(store, interview.id).changed(feedback="We chose an internal candidate."))
    return interview.id


def test_a_no_on_the_day_shows_only_that_it_came_b2(tab: Open, store: Store, rejected: str) -> None:
    app = tab()
    assert "Northwind said no today." in plain(app)
    assert not any(words in plain(app) for words in ("hands", "plan for next time", "Answer Northwind"))
    assert f"look back {rejected}" not in keys(app)
    assert cards(app) == []


def test_a_day_later_it_can_be_looked_back_on_and_answered_b2(
    tab: Open, at: Clock, store: Store, rejected: str
) -> None:
    at(ahead(days=1))
    app = tab()
    assert "Answer Northwind with thanks" in plain(app)
    click(app, f"look back {rejected}")
    assert app.query_params["part"] == "no"
    said = plain(app)
    assert "We chose an internal candidate." in said
    asked = [said.index(words) for words in ("couldn't you control", "didn't fit", "you do better", "One thing to do")]
    assert asked == sorted(asked)


def test_the_look_back_is_saved_with_its_plan_and_is_not_offered_again_b2(
    tab: Open, at: Clock, store: Store, rejected: str
) -> None:
    at(ahead(days=1))
    app = tab("main/journal", debrief=rejected, part="no")
    answer(app, out_of_my_hands="An internal candidate", matter_of_fit="More banking", in_my_hands="A calmer start")
    plan = next(str(one.key) for one in elements(app.main) if str(getattr(one, "key", "")).endswith(".if_when"))
    stem = plan.partition(":")[2].removesuffix(".if_when")
    answer(app, **{f"{stem}.if_when": "they ask why I left", f"{stem}.then_do": "I name two things I want next"})
    click(app, "save")
    saved = the(store, rejected)
    assert (saved.out_of_my_hands, saved.matter_of_fit) == ("An internal candidate", "More banking")
    assert saved.in_my_hands == "A calmer start"
    assert [(plan.if_when, plan.then_do) for plan in workbook(store).plans] == [
        ("they ask why I left", "I name two things I want next")
    ]
    assert f"look back {rejected}" not in keys(tab())


def test_the_look_back_asks_for_no_forecast_and_shows_no_chart(
    tab: Open, at: Clock, store: Store, rejected: str
) -> None:
    at(ahead(days=1))
    app = tab("main/journal", debrief=rejected, part="no")
    assert not app.get("plotly_chart")
    assert "percent" not in plain(app)


def test_resting_silences_all_but_promises_and_deadlines(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link")
    app = click(tab(), "rest 3")
    assert cards(app) == [owed(store, "Send the link").id]
    assert "Reminders are paused until Monday 23 November." in plain(app)
    click(app, "back")
    assert len(cards(app)) == 3


def test_rest_ends_by_itself_on_its_day(tab: Open, at: Clock, store: Store) -> None:
    met_three(store, promise="Send the link")
    click(tab(), "rest 1")
    at(ahead(days=1))
    assert len(cards(tab())) == 3


def test_a_day_of_rest_that_cannot_be_read_is_no_rest(tab: Open, store: Store) -> None:
    met_three(store)
    put_all(store, Setting(key="resting_until", value="soon"))
    assert len(cards(tab())) == 3


def test_away_for_seven_days_offers_to_let_go_and_one_undo_brings_all_back(tab: Open, at: Clock, store: Store) -> None:
    interview = met_three(store, date="2026-11-13", now=NOW - timedelta(days=7))
    note_visit(store.home, store.folder, NOW - timedelta(days=7))
    app = tab()
    assert "let go" in keys(app)
    before = set(cards(app))
    click(app, "let go")
    assert {task.status for task in workbook(store).tasks} == {"dropped"}
    assert "let go" not in keys(app)
    next(one for one in app.button if one.label == "Undo").click().run()
    assert set(cards(app)) == before
    assert interview.id


def test_six_days_away_offer_nothing(tab: Open, store: Store) -> None:
    met_three(store, date="2026-11-14")
    note_visit(store.home, store.folder, NOW - timedelta(days=6))
    assert "let go" not in keys(tab())


def test_a_clock_set_back_is_no_time_away(tab: Open, store: Store) -> None:
    met_three(store)
    note_visit(store.home, store.folder, NOW + timedelta(days=30))
    assert "let go" not in keys(tab())


def test_the_first_visit_of_a_week_offers_a_look_back_and_one_aim_k1(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    tab()
    at(ahead(days=3))
    app = tab()
    app.text_input(key="aim").set_value("Two applications")
    next(one for one in app.button if one.label == "Set my goal").click().run()
    assert not app.exception
    assert "aim" not in fields(app)
    assert "Two applications" in plain(app)


def test_an_aim_without_words_is_refused_in_words(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    tab()
    at(ahead(days=3))
    app = tab()
    next(one for one in app.button if one.label == "Set my goal").click().run()
    assert problem(app) != ""
    assert "weekly_aim" not in {entry.kind for entry in workbook(store).activity}


def test_a_second_visit_in_the_week_offers_none(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    at(ahead(days=3))
    tab()
    at(ahead(days=4))
    assert "aim" not in fields(tab())


def test_a_favourite_is_shown_with_the_other_active_applications_and_this_week_k1(tab: Open, store: Store) -> None:
    interview = met_three(store)
    (application,) = workbook(store).applications
    put_all(
        store,
        application.changed(favourite=True),
        Application(id="ap-o", company="Contoso", role="Analyst", status="applied"),
    )
    search_summary = plan(store).search_summary
    assert ([one.company for one in search_summary.favourites], [one.company for one in search_summary.others]) == (
        ["Northwind"],
        ["Contoso"],
    )
    assert re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", plain(tab())) == [("Interviews this week", "1"), ("Active", "2")]
    assert interview.id


def test_a_rival_is_an_idea_with_a_letter_to_start_from_k2(tab: Open, store: Store) -> None:
    met_three(store)
    (application,) = workbook(store).applications
    put_all(
        store,
        application.changed(favourite=True),
        Application(id="ap-r", company="Fabrikam", role="Analyst", status="interested", rival_of="Northwind"),
    )
    app = tab()
    assert due_of(store, "look_at_rival").title in plain(app)
    click(app, "idea go")
    assert "Fabrikam" in plain(app)
    assert "I'd like to work at Fabrikam" in plain(app)


def test_someone_known_there_is_an_idea_to_be_asked_for_a_good_word_k3(tab: Open, store: Store) -> None:
    met_three(store)
    (application,) = workbook(store).applications
    put_all(
        store,
        application.changed(favourite=True),
        Person(id="pe-c", name="Carla Contact", kind="contact", company="Northwind"),
    )
    app = tab()
    assert due_of(store, "ask_contact").title in plain(app)
    click(app, "idea go")
    click(app, "sent")
    assert row(store, workbook(store).tasks[0].id).kind == "ask_contact"


def test_an_offer_is_asked_for_in_writing_o1(tab: Open, at: Clock, store: Store) -> None:
    interview = met_three(store)
    decided(store, interview, "offer")
    at(ahead(days=7))
    app = tab()
    due = due_of(store, "ask_in_writing", later(days=7))
    assert due.title in plain(app)
    click(app, f"act {due.id}")
    assert "Could you send me the offer in writing, including" in plain(app)


@pytest.fixture
def reference(store: Store) -> Store:
    return reference_who_agreed(store, next_step="round")


def test_a_briefing_waits_while_another_round_comes_first_r3(tab: Open, reference: Store) -> None:
    (wait,) = (wait for wait in plan(reference).waits if wait.kind == "briefing")
    assert wait.sentence in plain(tab())
    assert "Tell Tom Baker what to expect" not in plain(tab())


def test_without_another_round_the_reference_is_briefed_r1(tab: Open, reference: Store) -> None:
    (interview,) = workbook(reference).interviews
    edited(reference, interview, "next", {"next_step": "decision"}, now=NOW)
    for name in ("Priya Raman", "Ben Lindqvist", "Chiara Rossi"):
        click(tab(), f"dismiss {owed(reference, f'Thank {name}').id}")
    app = tab()
    click(app, f"act {owed(reference, 'Tell Tom Baker what to expect').id}")
    assert "Northwind may contact you soon about me." in plain(app)
    assert "for the Data engineer role" in plain(app)


def test_the_sheet_shows_what_to_ask_them_and_can_be_saved_to_print_f1(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-22")
    app = click(tab(), f"sheet {interview.id}")
    assert app.query_params["sheet"] == interview.id
    for words in ("How soon do you decide?", "What comes next?", "How may I reach you?", "Priya Raman"):
        assert words in plain(app)
    assert [one.label for one in app.get("download_button")] == ["Save to print"]
    click(app, "crumb 0")
    assert "sheet" not in app.query_params


def test_my_own_notes_are_on_the_sheet_and_printed_only_if_i_choose_so(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview = scheduled(store, date="2026-11-22")
    put_all(store, interview.changed(private_note="Bring own knives"))
    printed: list[bytes] = []
    monkeypatch.setattr(st, "download_button", lambda _label, page, *_, **__: printed.append(page))
    app = tab(sheet=interview.id)

    assert "From your notes" in plain(app)
    assert "Bring own knives" in plain(app)
    assert b"knives" not in printed[-1]
    app.toggle(key="print notes").set_value(True).run()
    assert b"Bring own knives" in printed[-1]


def test_notes_that_are_too_many_for_one_look_are_a_tap_away_and_none_is_missing(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-22")
    put_all(store, interview.changed(private_note="\n".join(f"line number {at}" for at in range(12))))
    app = tab(sheet=interview.id)

    assert [one.label for one in app.expander if "more lines" in one.label] == ["4 more lines of your notes"]
    assert "line number 11" in plain(app)


def test_after_the_interview_how_did_it_go_takes_the_sheet_s_place(tab: Open, at: Clock, store: Store) -> None:
    interview = scheduled(store, date="2026-11-20", time="16:00")
    app = tab()
    assert f"sheet {interview.id}" not in keys(app)
    assert due_of(store, "debrief").title in plain(app)
    click(app, f"act {cards(app)[0]}")
    assert app.query_params["debrief"] == interview.id


def test_the_sheet_of_no_interview_reports_it(tab: Open, store: Store) -> None:
    debriefed(store)
    assert "not in the workbook" in plain(tab(sheet="iv-nothing"))


@pytest.mark.parametrize("name", [PAYLOAD, 'O"Neil, Jr.', "مريم الخطيب"])
def test_the_person_s_words_are_text_on_today_and_on_the_sheet(tab: Open, store: Store, name: str) -> None:
    met_three(store, company=name, unsaid=name, promise=name, **{"people.pe-1.name": name})
    coming = scheduled(store, company=name, date="2026-11-22", people_names="")
    put_all(store, Conversation(interview_id=coming.id, person_id=workbook(store).people[0].id))
    for app in (tab(), tab(sheet=coming.id)):
        assert name in plain(app)
        assert LIVE.findall(markdown(app)) == []


def test_looking_at_today_and_at_the_sheet_writes_no_entry(tab: Open, store: Store) -> None:
    met_three(store)
    coming = scheduled(store, date="2026-11-22")
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    tab()
    tab(sheet=coming.id)
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before
