"""What the five steps of a debrief come to: fit, ratings, an outcome known already, and interviews of long ago."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from lib.records.goal import Goal
from lib.store import Store
from lib.workflows.drafts.debrief import begin_another, is_back_dated
from lib.workflows.drafts.earlier_fields import migrate_draft
from lib.workflows.entries.goal_answers import answer_field, named_goal
from lib.workflows.errors import Incomplete
from lib.workflows.repairing.damaged_drafts import is_understood
from tests.day_first import derive, save_debrief
from tests.workflows.evening import (
    FULL,
    NOW,
    WHICH,
    ZONE,
    debrief_draft,
    debriefed,
    edited,
    full_debrief,
    put,
    the,
    workbook,
)

NIGHTS = Goal(id="go-nights", goal="No more nights")
TEAM = Goal(id="go-team", goal="Lead a small team")
LONG_AGO = {"date": "2026-08-03", "time": "10:00"}


def goals_of(store: Store, interview_id: str) -> dict[str, str]:
    return {row.goal_id: row.answer for row in workbook(store).goal_answers if row.interview_id == interview_id}


def test_each_goal_that_was_answered_is_kept_with_its_interview(store: Store) -> None:
    put(store, NIGHTS, TEAM)

    interview = debriefed(store, **{"goal_answers.go-nights.answer": "no", "goal_answers.go-gone.answer": "yes"})

    assert goals_of(store, interview.id) == {"go-nights": "no"}


def test_the_first_goal_is_named_and_answered_in_the_same_debrief(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {"goal": "Home by six"})
    goal = named_goal(draft.values, draft.token)
    assert goal is not None
    draft = replace(draft, values={**draft.values, answer_field(goal.id): "yes"})

    save_debrief(store, draft, NOW, ZONE)

    assert [row.goal for row in workbook(store).goals] == ["Home by six"]
    assert goals_of(store, draft.record_id) == {goal.id: "yes"}


def test_an_answer_about_a_goal_is_corrected_and_taken_back_later(store: Store) -> None:
    put(store, NIGHTS, TEAM)
    interview = debriefed(store, **{"goal_answers.go-nights.answer": "no", "goal_answers.go-team.answer": "yes"})

    edited(store, interview, "job", {"goal_answers.go-nights.answer": "unsure", "goal_answers.go-team.answer": ""})

    assert goals_of(store, interview.id) == {"go-nights": "unsure"}


def test_ratings_and_fit_are_there_after_the_main_path_alone(store: Store) -> None:
    told = {"this_manager": "yes", "leaning": "go_on", "energised_by": "The team", "worried_by": "Weekends"}

    interview = debriefed(store, **told, **{"ratings.clarity.score": "3", "ratings.composure.score": "5"})

    assert {field: getattr(interview, field) for field in told} == told
    rated = {row.dimension: (row.score, row.afterwards) for row in workbook(store).ratings}
    assert rated == {"clarity": (3, False), "composure": (5, False)}


def test_my_own_type_is_kept_as_typed_and_counts_as_other(store: Store) -> None:
    interview = debriefed(store, stage="other", stage_words="Speed interview")

    assert (interview.stage, interview.type) == ("other", "Speed interview")
    assert edited(store, interview, "basics", {"stage": "panel"}).type == "Panel"


def test_an_outcome_known_already_is_saved_along_without_a_guess(store: Store) -> None:
    ratings = {"ratings.clarity.score": "2"}

    interview = debriefed(store, **LONG_AGO, outcome="rejected", outcome_on="2026-08-10", forecast="70", **ratings)

    assert (interview.outcome, str(interview.outcome_on), interview.forecast) == ("rejected", "2026-08-10", None)
    assert [(row.score, row.afterwards) for row in workbook(store).ratings] == [(2, True)]
    (application,) = workbook(store).applications
    assert (application.status, str(application.status_on)) == ("rejected", "2026-08-10")


def test_an_outcome_without_a_day_is_known_and_dates_nothing(store: Store) -> None:
    interview = debriefed(store, **LONG_AGO, outcome="no_reply")

    (application,) = workbook(store).applications
    assert (interview.outcome, interview.outcome_on) == ("no_reply", None)
    assert (application.status, application.status_on) == ("no_reply", None)
    assert all(row.note != "no_reply" for row in workbook(store).activity)


@pytest.mark.parametrize("day", ["2026-08-02", "2026-11-21"])
def test_an_outcome_before_the_interview_or_ahead_is_refused(store: Store, day: str) -> None:
    draft = debrief_draft(store, WHICH | LONG_AGO | {"outcome": "rejected", "outcome_on": day})

    with pytest.raises(Incomplete, match="The outcome is dated") as refused:
        save_debrief(store, draft, NOW, ZONE)
    assert refused.value.screen == "which"


def test_a_first_round_that_led_on_is_not_ended_by_a_no_of_the_second(store: Store) -> None:
    second = debriefed(store, **{**LONG_AGO, "date": "2026-08-20"}, outcome="rejected", outcome_on="2026-08-25")

    first = debriefed(store, seed=2, **LONG_AGO, outcome="advanced", outcome_on="2026-08-06")

    (application,) = workbook(store).applications
    assert (first.outcome, the(store, second.id).outcome) == ("advanced", "rejected")
    assert (application.status, str(application.status_on)) == ("rejected", "2026-08-25")


def tasks(store: Store) -> set[str]:
    found = derive(workbook(store), NOW, ZONE)
    return {due.kind for due in (*found.tasks, *found.coming)}


def test_a_back_dated_debrief_makes_no_task_that_is_in_the_past(store: Store) -> None:
    full_debrief(store, **LONG_AGO, reply_by="2026-08-10", promise_by="2026-08-05")

    assert tasks(store) == {"promise"}, "a promise stays"


def test_a_thank_you_of_nine_days_ago_is_still_a_task(store: Store) -> None:
    debriefed(store, date="2026-11-11", **{"people.pe-one.name": "Priya Raman"})

    assert "thank_you" in tasks(store)


def test_another_one_at_the_same_company_keeps_application_and_people(store: Store) -> None:
    before = full_debrief(store, **LONG_AGO)

    draft = begin_another(workbook(store), before, NOW, Random(5))

    assert draft.values["application"] == before.application_id
    assert draft.values["date"] == "2026-08-04", "the day after the last one typed"
    (row_id,) = draft.values["people"]
    assert draft.values[f"people.{row_id}.name"] == "Priya Raman"
    save_debrief(store, replace(draft, values={**draft.values, "stage": "final"}), NOW, ZONE)
    assert (len(workbook(store).people), len(workbook(store).conversations)) == (1, 2)


def test_the_day_after_an_interview_of_today_is_not_offered(store: Store) -> None:
    assert begin_another(workbook(store), debriefed(store), NOW, Random(5)).values["date"] == "2026-11-20"


def test_an_interview_counts_as_back_dated_from_the_third_day_on() -> None:
    today = date(2026, 11, 20)

    assert [is_back_dated(today - timedelta(days=days), today) for days in (0, 2, 3)] == [False, False, True]


def test_the_promise_of_an_older_draft_becomes_the_first_of_todays_promises(store: Store) -> None:
    old = {"promise": "Send the link", "promise_by": "2026-11-23", "promise_to": "pe-one"}
    draft = debrief_draft(
        store, WHICH | old | {"people.pe-one.name": "Priya Raman", "people.pe-two.name": "Ada Okafor"}
    )

    todays = migrate_draft(workbook(store), draft, ZONE, NOW.date())
    save_debrief(store, draft, NOW, ZONE)

    assert "promise" not in todays.values
    (promise,) = workbook(store).promises
    assert (promise.what, str(promise.by), promise.person_id) == ("Send the link", "2026-11-23", "pe-one")


def test_what_i_asked_them_is_saved_as_my_questions_behind_theirs(store: Store) -> None:
    held = full_debrief(store, asked="Why us?\nWhy leave?", asked_them="Is there a rota?\nAbout turnover")
    rows = [row for row in workbook(store).questions if row.interview_id == held.id]
    assert [(row.text, row.asked_by, row.position, row.asked) for row in rows][2:] == [
        ("Is there a rota?", "me", 3, True),
        ("About turnover", "me", 4, True),
    ]


@pytest.mark.parametrize(
    ("what", "is_to_the_one_met"),
    [
        ("Send the pic", True),
        ("Send Priya the pic", True),
        ("Send Ingrid the pic", False),
        ("The pic to Ingrid", False),
        ("Let Holly know notice period", False),
        ("Let them know my notice period", True),
        ("Send Renaud 3 menu ideas", False),
        ("Send him 3 menu ideas", True),
        ("Email my certificate (told Mel)", False),
        ("Send Gordon copies of my card", False),
        ("renaud asked for menus, id send him 3", False),
        ("they asked for menus, id send them 3", True),
    ],
)
def test_a_promise_is_to_the_only_person_met_unless_it_names_somebody_else(
    store: Store, what: str, *, is_to_the_one_met: bool
) -> None:
    typed = {"people.pe-a.name": "Priya Raman", "promises.pr-a.what": what}
    debriefed(store, people=["pe-a"], promises=["pr-a"], **typed)
    (promise,) = workbook(store).promises
    assert (promise.person_id == "pe-a") == is_to_the_one_met
    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_several_promises_are_kept_each_with_its_own_day_and_person(store: Store) -> None:
    people = {"people.pe-one.name": "Priya Raman", "people.pe-two.name": "Ada Okafor"}
    made = {
        "promises.pr-a.what": "Send the checklist",
        "promises.pr-a.by": "2026-11-24",
        "promises.pr-a.person_id": "pe-two",
        "promises.pr-b.what": "Ask my landlord",
        "promises.pr-c.by": "2026-11-25",
    }

    debriefed(store, **people, **made)

    found = [(row.what, str(row.by or ""), row.person_id) for row in workbook(store).promises]
    assert found == [("Send the checklist", "2026-11-24", "pe-two"), ("Ask my landlord", "", "")]


def test_the_kind_of_a_question_is_guessed_once_when_it_is_saved(store: Store) -> None:
    debriefed(store, asked="What are your salary expectations?\nBlorb the fnord")

    kinds = {row.text: (row.category, row.kind_guessed) for row in workbook(store).questions}
    assert kinds == {"What are your salary expectations?": ("compensation", True), "Blorb the fnord": (None, None)}


def test_a_draft_with_every_answer_of_the_five_steps_is_understood(store: Store) -> None:
    told = {"energised_by": "The team", "worried_by": "Weekends", "promises.pr-a.by": "2026-11-24"}

    assert is_understood(debrief_draft(store, FULL | told))
    assert not is_understood(debrief_draft(store, FULL | {"reply_by": "soon"}, seed=2))
