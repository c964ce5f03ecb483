"""How the search goes (K1), rivals (K2), and applying again to a company that never answered."""

from lib.followup.search import never_answered, opens_week, week_of
from lib.followup.task_rows import dismiss
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.person import Person
from lib.records.story import Story
from tests.followup.searches import KESTREL, at, day, interview, only, plan, snapshot, workbook

FAVOURITE = KESTREL.changed(favourite=True)
BRIGHT = Application(id="ap-b", company="Brightwater", role="Analyst", status="applied")
RIVAL = Application(id="ap-r", company="Loomworks", role="Analyst", status="interested", rival_of="kestrel  mills")


def test_the_pulse_counts_the_active_applications_without_the_favourite_k1() -> None:
    search_summary = plan(workbook(FAVOURITE, BRIGHT, RIVAL), "2026-11-20 09:00").search_summary

    assert search_summary.favourites == (FAVOURITE,)
    assert search_summary.others == (BRIGHT,)
    assert search_summary.sentence.startswith("Kestrel Mills is not signed yet. One other application is active.")


def test_what_was_sent_long_ago_and_never_answered_is_not_called_live_k1() -> None:
    old = BRIGHT.changed(id="ap-o", applied_on=day("2026-09-20"), status_on=day("2026-09-20"))
    moved = old.changed(id="ap-m", status="interviewing")
    search_summary = plan(workbook(FAVOURITE, BRIGHT, old, moved), "2026-11-20 09:00").search_summary

    assert search_summary.others == (BRIGHT, moved)
    assert search_summary.silent == 1
    assert (
        "Two other applications are active. 1 sent over 60 days ago without a reply is not counted."
        in search_summary.sentence
    )


def test_an_offer_is_no_reason_to_stop_counting_k1() -> None:
    offered = FAVOURITE.changed(status="offer")

    assert plan(workbook(offered, BRIGHT), "2026-11-20 09:00").search_summary.favourites == (offered,)


def test_a_job_that_was_accepted_counts_as_open_until_the_search_has_ended_k1() -> None:
    accepted = KESTREL.changed(status="accepted", status_on=day("Nov 18"))
    ended = Activity(id="ac-1", on=day("Nov 20"), kind="search_ended")

    assert plan(workbook(accepted), "2026-11-20 09:00").search_summary.favourites == (accepted,)
    assert plan(workbook(accepted, ended), "2026-11-20 09:00").search_summary.favourites == ()


def test_the_pulse_shows_what_was_done_this_week_k1() -> None:
    acts = (
        Activity(id="ac-1", on=day("Nov 16"), kind="application"),
        Activity(id="ac-2", on=day("Nov 18"), kind="networking"),
        Activity(id="ac-3", on=day("Nov 15"), kind="application"),
    )
    search_summary = plan(workbook(FAVOURITE, interview(), *acts), "2026-11-20 09:00").search_summary

    assert search_summary.week.sentence == (
        "This week: one interview, one application, one conversation with someone you know."
    )


def test_an_answer_of_this_week_is_not_nothing_k1() -> None:
    long_ago = {"held_at": at("2026-11-03 14:00"), "state": "done"}
    search_summary = {
        name: plan(workbook(FAVOURITE, interview(**long_ago | more)), "2026-11-20 09:00").search_summary.week.sentence
        for name, more in {
            "offer": {"outcome": "offer", "outcome_on": day("Nov 19")},
            "no": {"outcome": "rejected", "outcome_on": day("Nov 19")},
        }.items()
    }
    assert search_summary == {
        "offer": "This week: one offer.",
        "no": "This week: one answer.",
    }


def test_an_interview_of_today_without_a_time_counts_once_it_is_debriefed_k1() -> None:
    today = interview(held_at=day("Nov 20"), state="short")
    assert (
        plan(workbook(FAVOURITE, today), "2026-11-20 17:00").search_summary.week.sentence == "This week: one interview."
    )


def test_a_week_without_activity_is_no_reproach_k1() -> None:
    assert plan(workbook(FAVOURITE), "2026-11-20 09:00").search_summary.week.sentence == "This week: nothing noted yet."


def test_a_rival_of_the_favourite_is_an_idea_with_what_i_claimed_lately_k2() -> None:
    claims = (Claim(id="cl-1", interview_id="iv-1", claim="I cut the nightly run to an hour"),)
    found = plan(workbook(FAVOURITE, RIVAL, interview(), *claims), "2026-11-20 09:00")

    assert only(found.ideas, "look_at_rival").application_id == "ap-r"
    assert found.search_summary.idea is not None
    assert (found.search_summary.idea.kind, found.search_summary.idea.claims) == (
        "rival",
        ("I cut the nightly run to an hour",),
    )


def test_a_rival_of_a_company_with_two_favourites_is_one_idea_k2() -> None:
    second = FAVOURITE.changed(id="ap-second", role="Engineer")
    found = plan(workbook(FAVOURITE, second, RIVAL), "2026-11-20 09:00")

    assert [due.application_id for due in found.ideas if due.rule == "look_at_rival"] == ["ap-r"]


def test_an_idea_names_a_story_that_its_letter_may_tell_k2() -> None:
    story = Story(id="st-1", title="The nightly run", result="It takes an hour.")
    rival = plan(workbook(FAVOURITE, RIVAL, story), "2026-11-20 09:00").search_summary.idea
    apply = plan(workbook(RIVAL.changed(rival_of=""), story), "2026-11-20 09:00").search_summary.idea
    name_one = plan(workbook(FAVOURITE, story), "2026-11-20 09:00").search_summary.idea

    assert rival is not None
    assert apply is not None
    assert name_one is not None
    assert [(idea.kind, idea.story) for idea in (rival, apply, name_one)] == [
        ("rival", "The nightly run"),
        ("application", "The nightly run"),
        ("name_a_rival", ""),
    ]


def test_an_idea_is_never_due_nor_among_the_tasks_k2() -> None:
    found = plan(workbook(FAVOURITE, RIVAL), "2026-11-20 09:00")

    assert [due.due_at for due in found.ideas] == [None]
    assert not found.tasks


def test_a_rival_i_applied_to_is_no_idea_any_more_k2() -> None:
    assert not plan(workbook(FAVOURITE, RIVAL.changed(status="applied")), "2026-11-20 09:00").ideas


def test_without_a_known_rival_the_idea_is_to_name_one_k2() -> None:
    idea = plan(workbook(FAVOURITE), "2026-11-20 09:00").search_summary.idea

    assert idea is not None
    assert idea.sentence == "Name one rival of Kestrel Mills: do they hire?"


def test_an_idea_that_was_dismissed_makes_room_for_another_k2() -> None:
    tom = Person(id="pe-tom", name="Tom", kind="contact", company="Kestrel Mills")
    rival = only(plan(workbook(FAVOURITE, RIVAL, tom), "2026-11-20 09:00").ideas, "look_at_rival")
    book = workbook(FAVOURITE, RIVAL, tom, dismiss(rival, at("2026-11-20 09:00")))

    idea = plan(book, "2026-11-20 09:00").search_summary.idea

    assert idea is not None
    assert idea.kind == "contact"


def test_the_first_visit_of_a_week_offers_a_look_back() -> None:
    monday = snapshot(workbook(), "2026-11-23 09:00")

    assert opens_week(monday, at("2026-11-22 20:00"))
    assert not opens_week(monday, at("2026-11-23 08:00"))
    assert not opens_week(monday, None)


def test_the_plan_brings_the_look_back_on_the_first_visit_only() -> None:
    first = plan(workbook(interview()), "2026-11-23 09:00", last_visit="2026-11-20 20:00")

    assert first.look_back is not None
    assert first.look_back.monday == day("Nov 16")
    assert plan(workbook(interview()), "2026-11-23 09:30", last_visit="2026-11-23 09:00").look_back is None


def test_the_look_back_is_on_the_week_before_and_knows_its_aim() -> None:
    aim = Activity(id="ac-1", on=day("Nov 16"), kind="weekly_aim", note="two applications")

    week = week_of(snapshot(workbook(interview(), aim), "2026-11-23 09:00"), day("Nov 20"))

    assert (week.aim, week.sentence) == ("two applications", "Last week: one interview.")


def test_applying_again_to_a_company_that_never_answered_reports_it() -> None:
    silent = Application(
        id="ap-old", company="BRIGHTWATER ", role="Analyst", status="no_reply", applied_on=day("2026-03-02")
    )
    book = snapshot(workbook(silent, BRIGHT), "2026-11-20 09:00")

    assert never_answered(book, "Brightwater", but="ap-b") == (
        "You applied to BRIGHTWATER as Analyst on Monday 2 March, and they never answered."
    )
    assert never_answered(book, "Kestrel Mills") == ""


def test_the_application_in_hand_is_no_earlier_one() -> None:
    silent = BRIGHT.changed(status="no_reply")

    assert never_answered(snapshot(workbook(silent), "2026-11-20 09:00"), "Brightwater", but="ap-b") == ""
