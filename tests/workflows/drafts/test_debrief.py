"""Tonight's debrief: in steps, one commit."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from lib.dates import DateStyle
from lib.records.seal import seal_is_broken
from lib.store import Store
from lib.workflows.drafts.debrief import begin_debrief
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.day_first import save_debrief
from tests.workflows.evening import (
    FULL,
    NOW,
    WHICH,
    ZONE,
    answered,
    debrief_draft,
    debriefed,
    from_outside,
    full_debrief,
    new_server,
    put,
    scheduled,
    the,
    workbook,
)


def test_every_answer_of_the_three_screens_is_in_the_workbook(store: Store) -> None:
    interview = full_debrief(store)
    held = workbook(store)

    assert (interview.state, interview.stage, interview.interest_after) == ("short", "technical", 7)
    assert interview.held_at.isoformat() == "2026-11-20T14:00:00+01:00"
    assert (interview.went_well, interview.went_badly, interview.unsaid) == (
        "The incident story.",
        "Talked too long.",
        "The migration was mine.",
    )
    assert (interview.next_step, interview.reply_by) == ("round", date(2026, 11, 27))
    assert [(entry.company, entry.role) for entry in held.applications] == [("Northwind", "Data engineer")]
    assert [(promise.what, promise.by) for promise in held.promises] == [
        ("Send the link to the talk", date(2026, 11, 23))
    ]
    assert [(plan.if_when, plan.then_do) for plan in held.plans] == [
        ("they ask why I left", "I name two things I want next")
    ]
    assert [(person.name, person.company) for person in held.people] == [("Priya Raman", "Northwind")]
    assert [entry.talked_about for entry in held.conversations] == ["the move of the billing system"]


def test_only_company_role_date_and_stage_are_required(store: Store) -> None:
    interview = debriefed(store)

    assert interview.state == "short"


@pytest.mark.parametrize(
    ("missing", "named"),
    [("company", "the company"), ("role", "the role"), ("date", "the date"), ("stage", "the type of interview")],
)
def test_a_required_answer_that_is_missing_is_named_and_nothing_is_saved(
    store: Store, missing: str, named: str
) -> None:
    draft = debrief_draft(store, {**FULL, missing: ""})

    with pytest.raises(Incomplete, match=named):
        save_debrief(store, draft, NOW, ZONE)

    assert workbook(store).is_empty
    assert store.drafts.load(draft.id) == draft


def test_questions_are_in_the_order_in_which_they_were_asked(store: Store) -> None:
    full_debrief(store)

    assert [(question.position, question.text) for question in workbook(store).questions] == [
        (1, "Why do you want to leave?"),
        (2, "Tell me about a project that went wrong"),
        (3, "What do you earn?"),
    ]


def test_a_question_tapped_as_hard_has_no_rating_that_nobody_gave(store: Store) -> None:
    full_debrief(store)

    assert [(question.rating, question.is_hard) for question in workbook(store).questions] == [
        (None, True),
        (None, False),
        (None, True),
    ]


def test_hard_questions_keep_the_order_of_the_taps_d2(store: Store) -> None:
    full_debrief(store)

    hard = sorted((entry for entry in workbook(store).questions if entry.is_hard), key=lambda entry: entry.hardness)
    assert [(entry.hard_order, entry.text) for entry in hard] == [
        (1, "What do you earn?"),
        (2, "Why do you want to leave?"),
    ]


def test_a_question_untapped_before_saving_is_not_hard(store: Store) -> None:
    full_debrief(store, hard=["Why do you want to leave?"])

    assert [(entry.tapped_hard, entry.hard_order) for entry in workbook(store).questions] == [
        (True, 1),
        (None, None),
        (None, None),
    ]


def test_what_i_wish_i_had_said_is_with_the_worst_question(store: Store) -> None:
    full_debrief(store)

    assert [question.better_answer for question in workbook(store).questions] == [
        "",
        "",
        "That I look at the whole offer.",
    ]


def test_a_wish_whose_question_was_taken_away_again_is_kept_in_the_private_note(store: Store) -> None:
    interview = full_debrief(store, hard=[])

    assert "What I wish I'd said: That I look at the whole offer." in interview.private_note


def test_a_wish_without_its_question_is_above_what_i_learned_about_the_job(store: Store) -> None:
    notes = "on call\nWhat I learned about the job:\nteam is 6"
    interview = full_debrief(store, hard=[], notes=notes)

    assert interview.private_note.splitlines()[-3:] == [
        "What I wish I'd said: That I look at the whole offer.",
        "What I learned about the job:",
        "team is 6",
    ]


def test_jottings_that_were_pasted_and_never_sorted_are_kept(store: Store) -> None:
    interview = debriefed(store, asked="Why us?", jotted="Who would you miss?\nPriya, billing", notes="on call")

    assert [question.text for question in workbook(store).questions] == ["Why us?", "Who would you miss?"]
    assert interview.private_note == "on call\nPriya, billing"


def test_a_topic_without_a_name_is_kept_in_the_private_note(store: Store) -> None:
    interview = debriefed(store, **{"people.pe-x.name": "", "people.pe-x.talked_about": "their move to Leipzig"})

    assert workbook(store).people == ()
    assert "their move to Leipzig" in interview.private_note


def test_a_debrief_saved_twice_is_there_once(store: Store) -> None:
    draft = debrief_draft(store, FULL)

    first = save_debrief(store, draft, NOW, ZONE)
    before = workbook(store)
    second = save_debrief(store, draft, NOW + timedelta(seconds=1), ZONE)

    assert (first.id, second.repeated) == (second.id, True)
    assert workbook(store) == before


def test_a_debrief_saved_again_by_a_server_that_knows_nothing_of_the_first_is_there_once(
    store: Store,
) -> None:
    draft = debrief_draft(store, FULL)
    save_debrief(store, draft, NOW, ZONE)
    before = workbook(store)

    new_server()
    save_debrief(store, draft, NOW + timedelta(minutes=1), ZONE)

    assert workbook(store) == before


def test_saving_takes_the_draft_along(store: Store) -> None:
    interview = full_debrief(store)

    assert store.drafts.load(interview.id) is None


def test_a_date_in_the_future_is_refused_with_a_sentence_and_nothing_is_lost(store: Store) -> None:
    draft = debrief_draft(store, FULL | {"date": "2026-11-21"})

    with pytest.raises(Incomplete, match="still to come") as refused:
        save_debrief(store, draft, NOW, ZONE)

    assert "kept in the draft" in refused.value.sentence
    assert workbook(store).is_empty
    assert store.drafts.load(draft.id) == draft


def test_an_interview_later_this_evening_is_in_the_future_too(store: Store) -> None:
    with pytest.raises(Incomplete, match="still to come"):
        debriefed(store, time="19:30")


def test_an_interview_of_today_without_its_time_is_kept_as_a_bare_date(store: Store) -> None:
    assert debriefed(store, time="").held_at == date(2026, 11, 20)


def test_a_character_that_no_file_can_keep_is_refused_with_a_sentence(store: Store) -> None:
    draft = debrief_draft(store, FULL | {"went_well": "before\x00after"})

    with pytest.raises(Incomplete, match="went well"):
        save_debrief(store, draft, NOW, ZONE)

    assert store.drafts.load(draft.id) == draft


@pytest.mark.parametrize("field", ["asked", "promise", "new_plan", "company", "people.pe-one.name"])
def test_such_a_character_is_refused_wherever_it_was_typed(store: Store, field: str) -> None:
    with pytest.raises(Incomplete):
        full_debrief(store, **{field: "before\x00after"})


@pytest.mark.parametrize(
    "words",
    ["=1+1", "@SUM(A1)", "<script>alert(1)</script>", "![](http://example.com/x.png)", "💥\u202e\u200b e\u0301", "'=x"],
)
def test_any_words_come_back_as_they_were_typed(store: Store, words: str) -> None:
    interview = debriefed(store, company=words, went_well=words, asked=words)

    held = workbook(store)
    assert [interview.went_well, held.applications[0].company, held.questions[0].text] == [words] * 3


def test_a_note_of_a_hundred_thousand_characters_is_kept(store: Store) -> None:
    note = "It went on and on, and then… " * 3500

    assert debriefed(store, went_well=note).went_well == note.strip()


def test_a_person_written_down_twice_is_met_once_with_both_topics(store: Store) -> None:
    full_debrief(store)
    twice = {
        "people.pe-a.name": "Priya Raman",
        "people.pe-a.talked_about": "the team",
        "people.pe-b.name": "priya  raman",
        "people.pe-b.talked_about": "the budget",
    }

    interview = debriefed(store, seed=5, **twice)

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]
    met = [entry for entry in workbook(store).conversations if entry.interview_id == interview.id]
    assert [entry.talked_about for entry in met] == ["the team\nthe budget"]


def test_a_new_person_written_down_twice_is_met_once(store: Store) -> None:
    debriefed(store, **{"people.pe-a.name": "Priya Raman", "people.pe-b.name": "PRIYA RAMAN"})

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_a_known_person_is_met_again_and_keeps_what_is_known_of_her(store: Store) -> None:
    full_debrief(store)
    known = workbook(store).people[0].changed(title="Team lead", email="priya@northwind.example")
    put(store, known)

    debriefed(store, seed=5, **{"people.pe-new.name": "priya raman", "people.pe-new.talked_about": "the team"})

    assert workbook(store).people == (known,)
    assert len(workbook(store).conversations) == 2


def test_a_second_debrief_for_the_same_role_joins_its_application(store: Store) -> None:
    full_debrief(store)

    interview = debriefed(store, seed=5, company=" NORTHWIND ", role="data  engineer")

    assert [entry.id for entry in workbook(store).applications] == [interview.application_id]


def test_an_application_that_was_deleted_meanwhile_is_reported_as_gone(store: Store) -> None:
    draft = debrief_draft(store, FULL | {"application": "ap-gone"})

    with pytest.raises(Gone):
        save_debrief(store, draft, NOW, ZONE)

    assert store.drafts.load(draft.id) == draft


def test_a_first_interview_moves_the_application_to_interviewing_with_its_date(store: Store) -> None:
    debriefed(store, date="2026-11-18")

    application, change = workbook(store).applications[0], workbook(store).activity[0]
    assert (application.status, application.status_on) == ("interviewing", date(2026, 11, 18))
    assert (change.kind, change.note, change.on) == ("status", "interviewing", date(2026, 11, 18))


def test_a_late_debrief_of_a_rejected_application_leaves_it_rejected(store: Store) -> None:
    first = debriefed(store)
    application = workbook(store).applications[0].changed(status="rejected")
    put(store, application)

    debriefed(store, seed=5, application=first.application_id)

    assert workbook(store).applications == (application,)


def test_an_interview_entered_in_advance_is_completed_and_not_doubled(store: Store) -> None:
    before = scheduled(store)
    draft = begin_debrief(workbook(store), before.id, NOW, Random(1))

    assert draft.values["application"] == before.application_id
    assert (draft.values["date"], draft.values["time"], draft.values["stage"]) == ("2026-11-20", "14:00", "technical")

    save_debrief(store, answered(draft, {"interest_after": "4"}), NOW, ZONE)
    interviews = workbook(store).interviews
    assert [(entry.id, entry.state) for entry in interviews] == [(before.id, "short")]
    assert (interviews[0].interest_before, interviews[0].interest_after) == (8, 4)


def test_the_people_entered_in_advance_are_on_the_third_screen_already(store: Store) -> None:
    before = scheduled(store)
    person = workbook(store).people[0]

    draft = begin_debrief(workbook(store), before.id, NOW, Random(1))

    assert draft.values["people"] == [person.id]
    assert draft.values[f"people.{person.id}.name"] == "Priya Raman"


def test_the_forecast_is_sealed_on_save(store: Store) -> None:
    interview = full_debrief(store)

    assert (interview.forecast, interview.forecast_at) == (60, NOW)
    assert not seal_is_broken(interview)


def test_a_forecast_given_elsewhere_stays_when_a_second_debrief_is_saved_over_it(store: Store) -> None:
    before = scheduled(store)
    first = debrief_draft(store, {"forecast": "60"}, before.id, seed=1)
    second = debrief_draft(store, {"forecast": "10"}, before.id, seed=2)
    save_debrief(store, first, NOW, ZONE)

    save_debrief(store, answered(second, {"overwrite": "yes"}), NOW, ZONE)

    assert the(store, before.id).forecast == 60


@pytest.mark.parametrize(("old", "new"), [('"60"', '"90"'), ("2026-11-20T19:00:00+01:00", "2026-11-20T20:00:00+01:00")])
def test_an_edit_from_outside_to_the_forecast_breaks_its_seal(store: Store, old: str, new: str) -> None:
    interview = full_debrief(store)
    from_outside(store, "interviews.csv", old, new)

    assert seal_is_broken(the(store, interview.id))


def test_two_tabs_that_debrief_one_interview_are_shown_both_versions(store: Store) -> None:
    before = scheduled(store)
    first = debrief_draft(store, {"went_well": "The incident story."}, before.id, seed=1)
    second = debrief_draft(store, {"went_well": "The whiteboard."}, before.id, seed=2)
    save_debrief(store, first, NOW, ZONE)

    with pytest.raises(EditedElsewhere) as both:
        save_debrief(store, second, NOW, ZONE)

    assert [(each.field, each.mine, each.theirs) for each in both.value.differences] == [
        ("went_well", "The whiteboard.", "The incident story.")
    ]
    assert the(store, before.id).went_well == "The incident story."
    assert store.drafts.load(second.id) == second


def test_two_tabs_that_differ_in_their_questions_alone_are_shown_both(store: Store) -> None:
    before = scheduled(store)
    first = debrief_draft(store, {"asked": "Why us?"}, before.id, seed=1)
    second = debrief_draft(store, {"asked": "Why not them?"}, before.id, seed=2)
    save_debrief(store, first, NOW, ZONE)

    with pytest.raises(EditedElsewhere) as both:
        save_debrief(store, second, NOW, ZONE)

    assert [(each.field, each.mine, each.theirs) for each in both.value.differences] == [
        ("questions", "Why not them?", "Why us?")
    ]


def test_the_days_of_promises_that_differ_have_the_order_of_the_settings(store: Store) -> None:
    before = scheduled(store)
    first, second = (
        debrief_draft(store, {"promise": "A sketch", "promise_by": f"2026-11-{day}"}, before.id, seed=day)
        for day in (25, 26)
    )
    save_debrief(store, first, NOW, ZONE)

    with pytest.raises(EditedElsewhere) as both:
        save_debrief(store, second, NOW, ZONE, dates=DateStyle("month", "12"))

    assert [(each.mine, each.theirs) for each in both.value.differences] == [
        ("A sketch, by Nov 26, 2026", "A sketch, by Nov 25, 2026")
    ]


def test_saved_over_on_purpose_my_words_replace_theirs_and_their_questions_stay(store: Store) -> None:
    before = scheduled(store)
    first = debrief_draft(store, {"went_well": "Theirs.", "asked": "Why us?"}, before.id, seed=1)
    second = debrief_draft(store, {"went_well": "Mine.", "asked": "Why not them?"}, before.id, seed=2)
    save_debrief(store, first, NOW, ZONE)

    save_debrief(store, answered(second, {"overwrite": "yes"}), NOW, ZONE)

    assert the(store, before.id).went_well == "Mine."
    assert {question.text for question in workbook(store).questions} == {"Why us?", "Why not them?"}


def test_one_draft_in_two_tabs_saved_from_both_asks_before_it_replaces_a_question(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {"asked": "Why us?"})
    save_debrief(store, draft, NOW, ZONE)

    other = replace(draft, id=f"{draft.id}~2", values={**draft.values, "asked": "Why not them?"})
    with pytest.raises(EditedElsewhere):
        save_debrief(store, other, NOW, ZONE)

    assert [question.text for question in workbook(store).questions] == ["Why us?"]


def test_a_plan_that_is_no_if_then_sentence_is_kept_as_it_is(store: Store) -> None:
    debriefed(store, new_plan="Breathe first")

    assert [(plan.if_when, plan.then_do) for plan in workbook(store).plans] == [("", "Breathe first")]
