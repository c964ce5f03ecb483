"""The Decide page: this job against what I want, the wall between mood and fit, and the log of decisions."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.decide.confidence import confidence
from lib.decide.criteria import criteria_list
from lib.decide.decisions import DELETED_APPLICATION, DecisionLog, decision_log
from lib.decide.fit import JobFit, job_fit
from lib.decide.fit_history import fit_history
from lib.decide.mood import FINDING, QUESTION, mood
from lib.decide.weights import weights
from lib.records.application import Application
from lib.records.criterion import KNOWN_CRITERIA, Criterion, active_criteria
from lib.records.decision import Decision
from lib.records.fit import Fit
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.rating import Rating
from lib.records.setting import Setting
from lib.store import Store
from lib.ui.drafts import fields
from lib.workflows.errors import Gone
from tests.pages.conftest import Open
from tests.pages.screen import answer, asked, click, field, plain
from tests.workflows.evening import NOW, debriefed, put, scheduled, the, workbook
from tests.workflows.owed import due_of, here

JOB = Application(id="ap-1", company="Northwind", role="Data engineer", status="interviewing")
TODAY = NOW.date()
PAY = next(one for one in KNOWN_CRITERIA if one.id == "cr-pay")


@pytest.fixture
def decide(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("more/decide", **address)


def scored(criterion_id: str, score: int | None, days_ago: int = 0, **values: Any) -> Fit:
    on = TODAY - timedelta(days=days_ago)
    return Fit(**{"application_id": "ap-1", "criterion_id": criterion_id, "as_of": on, "score": score, **values})


def scored_throughout(score: int, days_ago: int = 0, **values: Any) -> tuple[Fit, ...]:
    return tuple(scored(one.id, score, days_ago, **values) for one in KNOWN_CRITERIA)


def fit(store: Store, job: str = "ap-1") -> JobFit:
    return job_fit(workbook(store), job, TODAY)


def log(store: Store, days: int = 0) -> DecisionLog:
    return decision_log(workbook(store), TODAY + timedelta(days=days), dates=DAY_FIRST)


def bad_day(store: Store) -> Interview:
    """An interview after which interest fell with a low self-rating, while the fit stayed as it was."""
    interview = debriefed(store, interest_after="3")
    put(
        store,
        the(store, interview.id).changed(interest_before=8),
        Rating(interview_id=interview.id, dimension="clarity", score=1),
        *(
            Fit(
                application_id=interview.application_id,
                criterion_id="cr-pay",
                as_of=TODAY - timedelta(days=ago),
                score=70,
            )
            for ago in (5, 0)
        ),
    )
    return the(store, interview.id)


def keys(app: AppTest) -> list[str]:
    return [button.key or "" for button in app.button]


@pytest.mark.parametrize("view", ["job", "offers", "criteria", "decisions"])
def test_an_empty_view_shows_what_will_be_there(decide: Any, view: str) -> None:
    assert len(plain(decide(view=view))) > 60


def test_it_opens_on_this_job_and_on_the_offers_where_one_can_be_taken(store: Store, decide: Any) -> None:
    assert decide().button_group(key="decide view").value == "job"

    put(store, JOB, Offer(id="of-1", kind="offer"))
    assert decide().button_group(key="decide view").value == "offers"
    assert decide(application="ap-1").title[0].value == "Northwind, Data engineer"


def test_a_job_is_chosen_from_a_list_that_shows_the_state_of_each(store: Store, decide: Any) -> None:
    put(store, *(JOB.changed(id=f"ap-{at}", company=f"Company {at}") for at in (2, 3)))
    put(store, JOB, scored("cr-pay", 60), *scored_throughout(70, application_id="ap-3"))
    page = decide()
    assert fit(store).verdict.sentence in plain(page)
    assert "Fit 70/100" in plain(page)
    assert "60/100" not in plain(page)
    assert plain(page).count("scored") == 2

    click(page, "job_ap-1 Open")
    assert page.query_params["application"] == "ap-1"
    assert "score" in keys(page)


def test_of_many_jobs_the_last_moved_are_shown_and_the_others_one_click_away(store: Store, decide: Any) -> None:
    put(store, *(JOB.changed(id=f"ap-{number}", company=f"Company {number}") for number in range(40)))
    page = decide(view="job")
    assert sum(key.endswith(" Open") for key in keys(page)) == 30

    click(page, "show more jobs")
    assert sum(key.endswith(" Open") for key in keys(page)) == 40


def test_an_address_of_a_job_that_is_gone_reports_it_and_offers_the_others(store: Store, decide: Any) -> None:
    put(store, JOB)
    page = decide(view="job", application="ap-gone")

    assert len(page.info) == 1
    assert "job_ap-1 Open" in keys(page)


def test_scoring_from_an_address_of_a_job_that_is_gone_reports_it(decide: Any) -> None:
    assert Gone("This job").sentence in plain(decide(view="job", application="ap-gone", part="score"))


def test_a_job_is_scored_between_its_worded_ends_with_the_notes_beside(store: Store, decide: Any) -> None:
    interview = debriefed(store)
    put(store, the(store, interview.id).changed(pay_said="60 to 66", worried_by="Crunch before each release"))
    page = click(decide(application=interview.application_id), "score")
    assert PAY.worst in plain(page)
    assert PAY.best in plain(page)
    assert "“60 to 66”" in plain(page)

    answer(page, **{"cr-pay.score": "70"})
    answer(page, **{"cr-pay.sure": "sure", "cr-pay.note": "said on the phone"})
    click(page, "save")

    assert [(row.criterion_id, row.score, row.sure, row.note) for row in workbook(store).fit] == [
        ("cr-pay", 70, "sure", "said on the phone")
    ]
    assert fit(store, interview.application_id).verdict.sentence in plain(page)
    assert "Fit 70" not in plain(page)


def test_a_score_taken_back_is_not_known_again_and_one_between_two_tens_stays(store: Store, decide: Any) -> None:
    put(store, JOB, scored("cr-pay", 0), scored("cr-team", 63))
    page = decide(application="ap-1", part="score")
    assert (field(page, "cr-pay.score").value, field(page, "cr-team.score").value) == ("0", "63")

    click(answer(page, **{"cr-pay.score": None, "cr-work.score": "50"}), "save")

    assert {row.criterion_id: row.score for row in workbook(store).fit} == {
        "cr-pay": None,
        "cr-team": 63,
        "cr-work": 50,
    }


def test_what_is_not_known_stays_unknown_and_is_a_question(store: Store, decide: Any) -> None:
    put(store, JOB, scored("cr-pay", 70))
    said = plain(decide(application="ap-1"))

    assert len(fit(store).questions) == 8
    assert [one.question for one in fit(store).questions if one.question not in said] == []


def test_the_questions_are_on_the_next_sheet(store: Store, tab: Open) -> None:
    interview = scheduled(store, date="2026-11-22")
    put(store, Fit(application_id=interview.application_id, criterion_id="cr-pay", as_of=TODAY, score=50))

    first, *_ = fit(store, interview.application_id).questions
    assert first.question in plain(tab(sheet=interview.id))


def test_a_missed_must_have_is_named_on_top_and_in_its_row(store: Store, decide: Any) -> None:
    put(
        store,
        JOB,
        PAY.changed(must_have=60),
        Criterion(id="cr-own", name="Near home", must_have=50),
        scored("cr-pay", 40),
        scored("cr-own", 80),
    )
    said = plain(decide(application="ap-1"))

    assert "Below your must-have: Pay. Too early" in said
    assert said.index("Below your must-have: Pay") < said.index("Below your must-have of 60")
    assert "Must reach 50" in said


def test_a_job_shows_each_score_with_how_sure_and_why_and_its_number_on_top(store: Store, decide: Any) -> None:
    put(
        store,
        JOB,
        *scored_throughout(70, 3),
        scored("cr-pay", None),
        scored("cr-team", 70, sure="guess", note="Met two"),
    )
    page = decide(application="ap-1")

    assert "Fit 70/100, one thing unknown." in plain(page)
    assert plain(page).count('aria-label="Score: 70 of 100"') == 8
    assert ":small[A guess · Met two]" in plain(page)
    assert "Not scored yet" in plain(page)


def test_my_goals_show_how_each_interview_answered_them(store: Store, decide: Any) -> None:
    interview = debriefed(store)
    put(
        store,
        Goal(id="go-1", goal="No more nights"),
        Goal(id="go-2", goal="A team of my own"),
        GoalAnswer(interview_id=interview.id, goal_id="go-1", answer="unsure"),
    )
    said = plain(decide(application=interview.application_id))

    assert re.search(r"No more nights\W+Not sure \(", said)
    assert re.search(r"A team of my own\W+:gray\[Not answered yet", said)


def test_a_job_that_misses_every_must_have_is_still_shown_whole(store: Store, decide: Any) -> None:
    all_must = [one.changed(must_have=90) for one in KNOWN_CRITERIA]
    put(store, JOB, *all_must, *(scored(one.id, 10) for one in KNOWN_CRITERIA))

    assert plain(decide(application="ap-1")).count("Below your must-have of 90") == 9


def test_without_any_criterion_in_use_it_reports_it_and_leads_to_them(store: Store, decide: Any) -> None:
    put(store, JOB, *(one.changed(retired=True) for one in KNOWN_CRITERIA))
    page = decide(application="ap-1")
    assert fit(store).verdict.sentence in plain(page)

    click(page, "to criteria")
    assert criteria_list(workbook(store)).sentence in plain(page)


def test_weights_that_are_all_nothing_count_all_alike(store: Store, decide: Any) -> None:
    put(store, JOB, *(one.changed(swing=0) for one in KNOWN_CRITERIA), *scored_throughout(70))

    assert fit(store).total == pytest.approx(70)
    assert fit(store).verdict.sentence in plain(decide(application="ap-1"))
    assert weights(active_criteria(workbook(store).criteria)).sentence in plain(decide(view="criteria"))


def test_a_job_scored_on_two_days_shows_how_it_changed(store: Store, decide: Any) -> None:
    put(store, JOB, *scored_throughout(40, days_ago=9), *scored_throughout(80))

    found = fit_history(workbook(store), "ap-1", TODAY, dates=DAY_FIRST).sentence
    assert found in plain(decide(application="ap-1"))


def test_two_windows_on_one_criterion_show_both_and_nothing_is_lost(store: Store, decide: Any) -> None:
    put(store, JOB)
    here, there = (click(decide(application="ap-1"), "score") for _ in range(2))
    for page, pay in ((here, "40"), (there, "90")):
        answer(page, **{"cr-pay.score": pay})
    click(answer(here, **{"cr-team.score": "20"}), "save")
    click(there, "save")

    assert "Changed here and elsewhere" in plain(there)
    assert {"40.", "90."} <= set(plain(there).split())
    next(button for button in there.button if button.label == "Save mine over it").click().run()
    assert {row.criterion_id: row.score for row in workbook(store).fit} == {"cr-pay": 90, "cr-team": 20}


def test_scores_begun_and_left_wait_on_today(store: Store, decide: Any, tab: Open) -> None:
    put(store, JOB)
    answer(click(decide(application="ap-1"), "score"), **{"cr-pay.note": "ask Maja"})

    (draft,) = store.drafts.list()
    assert f"go on {draft.id}" in keys(tab())


def test_goals_are_added_corrected_and_taken_out(store: Store, decide: Any) -> None:
    page = click(decide(view="criteria"), "add goal")
    click(answer(page, goal="Home by six", why="The choir"), "save")
    (goal,) = workbook(store).goals
    assert "The choir" in plain(page)

    click(answer(click(page, f"edit {goal.id}"), why="The choir, and Mia"), "save")
    assert workbook(store).goals[0].why == "The choir, and Mia"
    click(page, f"remove {goal.id}")
    assert workbook(store).goals == ()


def test_criteria_are_ranked_by_tapping_and_moved_up(store: Store, decide: Any) -> None:
    page = click(decide(view="criteria"), "rank")
    answer(page, order=["cr-pay"])
    answer(page, order=["cr-pay", "cr-team"])
    assert "1. Pay\n2. The team" in plain(page)
    click(page, "save")
    assert "Pay counts most" in plain(page)

    click(page, "up cr-team")
    assert "The team counts most" in plain(page)


def test_the_ranking_is_refined_by_comparing_ranges(store: Store, decide: Any) -> None:
    page = click(answer(click(decide(view="criteria"), "rank"), order=["cr-pay"]), "save")
    page = click(page, "swing")
    assert "cr-pay.swing" not in asked(page)
    click(answer(page, **{"cr-team.swing": "90"}), "save")

    swings = {one.id: one.swing for one in workbook(store).criteria}
    assert (swings["cr-pay"], swings["cr-team"]) == (100, 90)


def test_a_criterion_is_worded_dropped_and_brought_back(store: Store, decide: Any) -> None:
    page = click(decide(view="criteria"), "edit cr-pay")
    click(answer(page, best="90,000 and a pension", must_have=40), "save")
    assert "100: 90,000 and a pension" in plain(page)
    assert "Must reach 40" in plain(page)

    click(page, "aside cr-pay")
    assert "8 criteria are in use" in plain(page)
    click(page, "retired_cr-pay Show again")
    assert "9 criteria are in use" in plain(page)


def test_a_decision_is_written_down_and_reads_back(store: Store, decide: Any) -> None:
    put(store, JOB, scored("cr-pay", 60))
    page = click(decide(application="ap-1"), "decide")
    answer(page, choice="hold", reasons="They are slow", confidence=60, change_my_mind="A date")
    click(page, "save")

    said = plain(decide(view="decisions"))
    (entry,) = log(store).entries
    assert entry.sentence in said
    assert "20 December" in said
    assert "They are slow" in said
    assert "A date" in said


def test_a_decision_not_begun_yet_is_still_about_its_job_after_a_reload(store: Store, decide: Any) -> None:
    put(store, JOB)
    page = decide(view="job", application="ap-1", form="decision", draft="de-lost")
    click(answer(page, choice="hold"), "save")

    assert [entry.application_id for entry in workbook(store).decisions] == ["ap-1"]


def test_a_decision_begun_without_a_job_asks_which(store: Store, decide: Any) -> None:
    put(store, JOB, JOB.changed(id="ap-2", company="Lanternfish"))
    page = answer(decide(form="decision"), application_id="ap-2")
    click(answer(page, choice="hold"), "save")

    assert [entry.application_id for entry in workbook(store).decisions] == ["ap-2"]


def test_accepting_is_offered_only_where_there_is_an_offer(store: Store, decide: Any) -> None:
    put(store, JOB, JOB.changed(id="ap-2", status="offer"))
    for job, choices in (("ap-1", 3), ("ap-2", 4)):
        assert len(field(click(decide(application=job), "decide"), "choice").options) == choices


def test_before_a_no_after_a_bad_day_the_page_asks_first(store: Store, decide: Any) -> None:
    interview = bad_day(store)
    page = answer(click(decide(application=interview.application_id), "decide"), choice="decline")

    assert QUESTION in plain(page)
    assert "save" not in keys(page)
    assert FINDING not in plain(page)


def test_how_they_treated_me_records_the_no_without_another_question(store: Store, decide: Any) -> None:
    interview = bad_day(store)
    page = answer(click(decide(application=interview.application_id), "decide"), choice="decline")
    click(page, "they")

    assert [entry.choice for entry in workbook(store).decisions] == ["decline"]
    assert the(store, interview.id).leaning == "decline"
    assert FINDING not in plain(page)


def test_how_i_did_shows_the_numbers_and_the_finding_and_never_bars(store: Store, decide: Any) -> None:
    interview = bad_day(store)
    page = answer(click(decide(application=interview.application_id), "decide"), choice="decline")
    click(page, "i did")
    found = mood(workbook(store), interview.application_id, TODAY)
    assert [line.working for line in found.lines if line.working not in plain(page)] == []
    assert FINDING in plain(page)

    click(page, "save")
    assert [entry.choice for entry in workbook(store).decisions] == ["decline"]


def test_waiting_a_day_records_nothing_and_is_on_today_tomorrow(
    store: Store, decide: Any, tab: Open, at: Callable[[datetime], None]
) -> None:
    interview = bad_day(store)
    page = answer(
        click(decide(application=interview.application_id), "decide"), choice="decline", reasons="I was awful"
    )
    click(click(page, "i did"), "wait a day")
    assert workbook(store).decisions == ()
    assert "Nothing recorded yet." in plain(page)

    at(NOW + timedelta(days=1))
    said = plain(tab("main/follow_up"))
    assert due_of(store, "own", here(NOW + timedelta(days=1))).title in said
    page = click(decide(application=interview.application_id), "decide")
    assert field(page, "reasons").value == "I was awful"


def test_a_withdrawal_in_the_journal_asks_too(store: Store, tab: Open) -> None:
    interview = bad_day(store)
    page = answer(tab("main/journal", debrief=interview.id, part="outcome"), outcome="withdrew")
    assert QUESTION in plain(page)

    click(page, "they")
    assert workbook(store).applications[0].status == "withdrawn"


def test_leaning_to_a_no_in_the_debrief_asks_too(store: Store, tab: Open) -> None:
    interview = bad_day(store)
    page = answer(tab("main/journal", debrief=interview.id, part="job"), leaning="decline")
    assert QUESTION in plain(page)

    click(page, "they")
    assert the(store, interview.id).leaning == "decline"
    page = tab("main/journal", debrief=interview.id, part="job")
    assert QUESTION not in plain(page)


def test_withdrawing_in_the_search_asks_too(store: Store, tab: Open) -> None:
    job = bad_day(store).application_id
    page = answer(click(tab("more/applications", application=job), "status"), status="withdrawn")
    assert QUESTION in plain(page)

    click(page, "they")
    assert workbook(store).applications[0].status == "withdrawn"


def test_a_no_after_a_good_day_is_recorded_without_a_question(store: Store, decide: Any) -> None:
    job = debriefed(store).application_id
    page = answer(click(decide(application=job), "decide"), choice="decline")

    assert QUESTION not in plain(page)
    assert "save" in keys(page)


def test_the_review_is_due_thirty_days_later_and_takes_a_verdict(
    store: Store, decide: Any, tab: Open, at: Callable[[datetime], None]
) -> None:
    put(store, JOB)
    click(answer(click(decide(application="ap-1"), "decide"), choice="go_on", reasons="The work"), "save")
    at(NOW + timedelta(days=29))
    assert not [key for key in keys(tab()) if key.startswith("act ")]

    at(NOW + timedelta(days=30))
    page = tab()
    due = due_of(store, "review_decision", here(NOW + timedelta(days=30)))
    assert due.title in plain(page)
    click(page, f"act {due.id}")
    page = decide(form="review", draft=workbook(store).decisions[0].id)
    assert "The work" in plain(page)
    click(answer(page, right_call="partly", learned="Ask sooner"), "save")

    assert workbook(store).decisions[0].right_call == "partly"
    assert due.title not in plain(tab())


def test_from_ten_reviewed_decisions_on_confidence_is_compared_with_verdicts(store: Store, decide: Any) -> None:
    rows = [
        Decision(id=f"de-{at}", decided_at=NOW, choice="go_on", confidence=90, right_call="yes" if at < 3 else "no")
        for at in range(10)
    ]
    put(store, JOB)
    for reviewed in (rows[:9], rows):
        put(store, *reviewed)
        assert confidence(reviewed).sentence in plain(decide(view="decisions"))
    assert (confidence(rows[:9]).mean, confidence(rows).mean) == (None, 0.9)


def test_a_decision_on_an_application_that_is_gone_still_reads_back(store: Store, decide: Any) -> None:
    put(store, Decision(id="de-1", application_id="ap-gone", decided_at=NOW, choice="hold", reasons="Too slow"))

    said = plain(decide(view="decisions"))
    assert DELETED_APPLICATION in said
    assert "Too slow" in said


def test_the_fit_is_in_the_application_s_own_view(store: Store, tab: Open) -> None:
    put(store, JOB, scored("cr-pay", 60))
    page = tab("more/applications", application="ap-1")

    assert fit(store).verdict.sentence in plain(page)
    assert "60/100" not in plain(page)
    assert "Open the fit" in [link.proto.label for link in page.get("page_link")]


@pytest.mark.parametrize("words", ["**x** ![x](http://example.com/x.png)", "<img src=x>", "=1+1", "y" * 5000])
def test_the_person_s_words_are_text_everywhere(store: Store, decide: Any, words: str) -> None:
    put(
        store,
        JOB.changed(company=words),
        Goal(id="go-1", goal=words, why=words),
        Criterion(id="cr-own", name=words, worst=words, best=words, goal_id="go-1", must_have=50),
        scored("cr-own", 30, note=words),
        Decision(id="de-1", application_id="ap-1", decided_at=NOW, choice="hold", reasons=words, learned=words),
    )
    for address in (
        {"view": "job"},
        {"application": "ap-1"},
        {"application": "ap-1", "part": "score"},
        {"view": "criteria"},
        {"view": "criteria", "part": "rank"},
        {"view": "criteria", "part": "swing"},
        {"view": "decisions"},
    ):
        page = decide(**address)
        assert words[:60] in plain(page)
        assert "](http" not in "".join(one.value for one in page.markdown)


def test_looking_writes_nothing(store: Store, decide: Any) -> None:
    bad_day(store)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    for address in ({}, {"view": "criteria"}, {"view": "decisions"}, {"part": "rank"}, {"part": "swing"}):
        decide(**address)

    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_a_decision_shows_at_the_top_of_its_job_and_in_the_list(store: Store, decide: Any) -> None:
    put(store, JOB, Decision(id="de-1", application_id="ap-1", decided_at=NOW, choice="decline", reasons="Too *far*"))

    for page in (decide(view="job"), decide(application="ap-1")):
        assert re.search(r"today: Too \*far\*", plain(page))


def test_jobs_are_in_the_order_of_what_they_come_to(store: Store, decide: Any) -> None:
    put(store, *(JOB.changed(id=f"ap-{at}", company=f"Company {at}") for at in (1, 2, 3)))
    put(store, JOB.changed(id="ap-4", company="Company 4"), scored("cr-pay", 95, application_id="ap-4"))
    put(store, *scored_throughout(30), *scored_throughout(80, application_id="ap-3"))

    said = plain(decide(view="job"))

    order = [said.index(f"Company {at}") for at in (3, 1, 4, 2)]
    assert order == sorted(order)


def test_saving_scores_with_nothing_entered_reports_it(store: Store, decide: Any) -> None:
    put(store, JOB)
    page = click(decide(application="ap-1", part="score"), "save")

    assert not workbook(store).fit
    assert "Nothing was changed." in plain(page)


def test_ranking_again_warns_that_fine_tuned_weights_go(store: Store, decide: Any) -> None:
    assert not decide(view="criteria", part="rank").info

    put(store, PAY.changed(rank=1, swing=100))
    assert len(decide(view="criteria", part="rank").info) == 1


def test_a_draft_s_time_is_the_person_s_own(store: Store, decide: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, JOB, Setting(key="timezone", value="Europe/Berlin"))
    monkeypatch.setenv("AFTERWORD_NOW", NOW.astimezone(UTC).isoformat())

    page = answer(click(decide(application="ap-1"), "decide"), reasons="They are slow")

    assert "Draft saved at 19:00" in plain(page)


def test_a_score_whose_callback_was_cut_off_by_the_save_is_saved_as_it_shows(
    store: Store, decide: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, JOB, scored("cr-pay", 0))
    monkeypatch.setattr(fields, "on_change", lambda _name, _field: None)
    page = decide(application="ap-1", part="score")

    field(page, "cr-pay.score").set_value("20")
    click(page, "save")

    assert [row.score for row in workbook(store).fit] == [20]


def test_words_whose_callback_was_cut_off_by_the_save_are_saved_as_they_show(
    store: Store, decide: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Decision(id="de-1", application_id="ap-1", decided_at=NOW, choice="hold", reasons="Slow")
    put(store, JOB, made)
    monkeypatch.setattr(fields, "on_change", lambda _name, _field: None)
    page = decide(form="decision", draft="de-1--x")

    field(page, "reasons").set_value("Slow, and far away")
    click(page, "save")

    assert workbook(store).decisions[0].reasons == "Slow, and far away"
