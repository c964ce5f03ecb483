"""Correcting a debrief: one section at a time, nothing of another's overwritten."""

from datetime import date, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from lib.records.dimension import KNOWN_DIMENSIONS
from lib.records.interview import Interview
from lib.records.question import Question
from lib.store import Draft, Store
from lib.workflows.drafting import is_changed, words_typed
from lib.workflows.drafts.editing import begin_edit, finish_debrief, open_sections
from lib.workflows.drafts.sections import OPTIONAL, SECTIONS, filled_sections, section_answers
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.day_first import save_edit
from tests.workflows.evening import (
    NEXT_EVENING,
    NOW,
    ZONE,
    answered,
    debriefed,
    decided,
    edit_draft,
    edited,
    from_outside,
    full_debrief,
    put,
    scheduled,
    the,
    workbook,
)


def save(store: Store, draft: Draft) -> None:
    save_edit(store, draft, NEXT_EVENING, ZONE)


def question_ids(store: Store, interview: Interview) -> list[str]:
    return [question.id for question in workbook(store).questions if question.interview_id == interview.id]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_saved_unchanged_changes_no_byte(store: Store, section: str) -> None:
    interview = full_debrief(store)
    before = {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}

    save(store, edit_draft(store, interview, section, {}))

    assert {path.name: path.read_bytes() for path in store.folder.glob("*.csv")} == before


SAID = {
    "interest": {"interest_before": "9", "interest_after": "3", "interest_later": "4"},
    "notes": {"went_well": "a", "went_badly": "b", "unsaid": "c"},
    "next": {"next_step": "references", "reply_by": "2026-12-01", "reply_channel": "phone"},
    "job": {
        "energised_by": "a",
        "worried_by": "b",
        "their_problem": "c",
        "resonates": "yes",
        "serves_goals": "unsure",
        "this_manager": "no",
        "leaning": "decline",
    },
    "facts": {"pay_said": "65", "format": "video", "minutes": "50", "reply_channel": "email"},
    "lesson": {"lesson": "Slower.", "mood": "flat"},
    "private": {"private_note": "for me"},
    "basics": {"stage": "panel", "format": "phone", "minutes": "30", "last_round": "yes"},
}


@pytest.mark.parametrize("section", SAID)
def test_each_answer_of_a_section_is_kept(store: Store, section: str) -> None:
    interview = edited(store, full_debrief(store), section, {**SAID[section]})

    assert {field: interview.cells()[field] for field in SAID[section]} == SAID[section]


def test_an_edit_saved_twice_is_made_once(store: Store) -> None:
    draft = edit_draft(store, full_debrief(store), "claims", {"claims.cl-1.claim": "I keep a project calm"})

    save(store, draft)
    save(store, draft)

    assert [claim.claim for claim in workbook(store).claims] == ["I keep a project calm"]


def test_an_edit_of_one_section_keeps_what_another_tab_changed_in_another_section(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "lesson", {"lesson": "Slower."})
    edited(store, interview, "notes", {"went_well": "The whiteboard."}, seed=7)

    save(store, mine)

    assert (the(store, interview.id).lesson, the(store, interview.id).went_well) == ("Slower.", "The whiteboard.")


def test_an_edit_of_one_field_keeps_what_another_tab_changed_in_another_field_of_the_section(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_badly": "Mine."})
    edited(store, interview, "notes", {"went_well": "Theirs."}, seed=7)

    save(store, mine)

    assert (the(store, interview.id).went_badly, the(store, interview.id).went_well) == ("Mine.", "Theirs.")


def test_where_both_changed_one_field_nothing_is_overwritten_and_both_are_shown(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_well": "Mine."})
    edited(store, interview, "notes", {"went_well": "Theirs."}, seed=7)

    with pytest.raises(EditedElsewhere) as both:
        save(store, mine)

    assert [(each.field, each.mine, each.theirs) for each in both.value.differences] == [
        ("went_well", "Mine.", "Theirs.")
    ]
    assert the(store, interview.id).went_well == "Theirs."
    assert store.drafts.load(mine.id) == mine


@pytest.mark.parametrize(
    ("section", "field", "mine", "theirs", "shown"),
    [
        ("notes", "went_well", "me", "hand", ("me", "hand")),
        ("next", "next_step", "references", "unknown", ("Reference check", "They didn't say")),
        ("ratings", "ratings.clarity.score", "not_come_up", "5", ("Didn't come up", "5")),
        ("hard", "questions.{}.category", "case", "technical", ("Case", "Technical")),
        ("hard", "questions.{}.answer", "case", "technical", ("case", "technical")),
    ],
)
def test_both_versions_are_labelled_where_their_column_holds_fixed_words(
    store: Store, section: str, field: str, mine: str, theirs: str, shown: tuple[str, str]
) -> None:
    interview = full_debrief(store)
    name = field.format(question_ids(store, interview)[0])
    draft = edit_draft(store, interview, section, {name: mine})
    edited(store, interview, section, {name: theirs}, seed=7)

    with pytest.raises(EditedElsewhere) as both:
        save(store, draft)

    assert [(each.mine, each.theirs) for each in both.value.differences] == [shown]


def test_a_field_changed_in_a_spreadsheet_meanwhile_is_noticed_too(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_well": "Mine."})
    from_outside(store, "interviews.csv", "The incident story.", "From a spreadsheet.")

    with pytest.raises(EditedElsewhere):
        save(store, mine)


def test_where_both_made_the_same_change_there_is_nothing_to_ask(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_well": "The same."})
    edited(store, interview, "notes", {"went_well": "The same."}, seed=7)

    save(store, mine)

    assert the(store, interview.id).went_well == "The same."


def test_saving_mine_over_theirs_takes_the_field_in_question_and_leaves_their_others(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_well": "Mine."})
    edited(store, interview, "notes", {"went_well": "Theirs.", "unsaid": "Theirs too."}, seed=7)

    save(store, answered(mine, {"overwrite": "yes"}))

    assert (the(store, interview.id).went_well, the(store, interview.id).unsaid) == ("Mine.", "Theirs too.")


def test_two_tabs_that_each_add_a_question_both_keep_theirs(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "questions", {"questions.qu-mine.text": "Mine?"})
    edited(store, interview, "questions", {"questions.qu-theirs.text": "Theirs?"}, seed=7)

    save(store, mine)

    assert {question.text for question in workbook(store).questions} > {"Mine?", "Theirs?"}


def test_a_question_taken_off_here_and_changed_there_is_shown_and_stays(store: Store) -> None:
    interview = full_debrief(store)
    first, *rest = question_ids(store, interview)
    mine = edit_draft(store, interview, "questions", {"questions": rest})
    edited(store, interview, "hard", {f"questions.{first}.answer": "That I want to grow."}, seed=7)

    with pytest.raises(EditedElsewhere) as both:
        save(store, mine)

    assert [each.theirs for each in both.value.differences] == ["That I want to grow."]
    assert len(question_ids(store, interview)) == 3


def test_a_question_changed_here_and_taken_off_there_can_be_saved_with_all_it_had(store: Store) -> None:
    interview = full_debrief(store)
    first, *rest = question_ids(store, interview)
    mine = edit_draft(store, interview, "hard", {f"questions.{first}.answer": "That I want to grow."})
    edited(store, interview, "questions", {"questions": rest}, seed=7)

    with pytest.raises(EditedElsewhere):
        save(store, mine)
    save(store, answered(mine, {"overwrite": "yes"}))

    back = next(question for question in workbook(store).questions if question.id == first)
    assert (back.text, back.is_hard, back.answer) == ("Why do you want to leave?", True, "That I want to grow.")


def question_at(store: Store, position: int) -> Question:
    return next(entry for entry in workbook(store).questions if entry.position == position)


def hardness(store: Store, position: int) -> tuple[bool, bool | None, int | None, int | None]:
    found = question_at(store, position)
    return (found.is_hard, found.tapped_hard, found.hard_order, found.rating)


def test_a_question_tapped_as_hard_has_no_number_until_one_is_chosen(store: Store) -> None:
    interview = full_debrief(store)
    hard = question_at(store, 1)
    field = f"questions.{hard.id}.rating"

    assert section_answers(workbook(store), interview, SECTIONS["hard"])[field] == ""

    edited(store, interview, "hard", {f"questions.{hard.id}.answer": "That I want to grow."})
    assert (hardness(store, 1), question_at(store, 1).went) == ((True, True, 2, None), "hard")

    edited(store, interview, "hard", {field: "2"}, seed=7)
    assert (hardness(store, 1), question_at(store, 1).went) == ((True, True, 2, 2), "2 of 5")

    edited(store, interview, "hard", {field: ""}, seed=8)
    assert hardness(store, 1) == (True, True, 2, None)


def test_a_hard_question_that_was_answered_well_stays_hard_and_rated_four(store: Store) -> None:
    interview = full_debrief(store)

    edited(store, interview, "hard", {f"questions.{question_at(store, 1).id}.rating": "4"})

    assert hardness(store, 1) == (True, True, 2, 4)


def test_a_question_unticked_later_is_hard_no_longer_and_the_other_keeps_its_place(store: Store) -> None:
    interview = full_debrief(store)

    edited(store, interview, "questions", {f"questions.{question_at(store, 3).id}.tapped_hard": ""})

    assert hardness(store, 3) == (False, None, None, None)
    assert hardness(store, 1) == (True, True, 2, None)


def test_a_question_ticked_as_hard_later_comes_behind_those_tapped_that_evening(store: Store) -> None:
    interview = full_debrief(store)

    edited(store, interview, "questions", {f"questions.{question_at(store, 2).id}.tapped_hard": "yes"})

    assert hardness(store, 2) == (True, True, 3, None)


def tapped_by_an_older_version(store: Store) -> Interview:
    """Its first question is tapped as an older version stored it: with a 2 that nobody chose, and no order."""
    interview = full_debrief(store)
    file = store.folder / "questions.csv"
    old = file.read_text("utf-8-sig").replace(',"hard_order"', "")
    for wish, order in (("", 2), ("That I look at the whole offer.", 1)):
        new, was = f'"","{wish}","","","","yes"', f'"2","{wish}","","","","yes"'
        old = old.replace(f'{new},"{order}"', was)
    old = old.replace(',"",""\n', ',""\n')
    file.write_bytes(b"\xef\xbb\xbf" + old.replace("\n", "\r\n").encode())
    return interview


def test_a_tap_of_an_older_version_is_read_as_hard_without_a_rating_and_its_file_stays(store: Store) -> None:
    tapped_by_an_older_version(store)
    before = (store.folder / "questions.csv").read_bytes()

    assert hardness(store, 1) == (True, True, None, None)
    assert (store.folder / "questions.csv").read_bytes() == before
    assert b'"2","","","","","yes"' in before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"tapped_hard": ""}, (False, None, None, None)),
        ({"rating": "2"}, (True, None, None, 2)),
        ({"rating": "1"}, (True, True, None, 1)),
        ({"rating": "4"}, (True, True, None, 4)),
        ({"text": "Why leave?"}, (True, True, None, None)),
    ],
)
def test_a_tap_of_an_older_version_is_corrected_as_any_other(
    store: Store, change: dict[str, str], expected: tuple[bool, bool | None, int | None, int | None]
) -> None:
    interview = tapped_by_an_older_version(store)
    row_id = question_at(store, 1).id

    edited(store, interview, "questions", {f"questions.{row_id}.{name}": value for name, value in change.items()})

    assert hardness(store, 1) == expected


def test_a_question_that_only_they_took_off_stays_off(store: Store) -> None:
    interview = full_debrief(store)
    _, *rest = question_ids(store, interview)
    mine = edit_draft(store, interview, "questions", {"questions.qu-mine.text": "Mine?"})
    edited(store, interview, "questions", {"questions": rest}, seed=7)

    save(store, mine)

    assert question_ids(store, interview) == [*rest, "qu-mine"]


def test_an_edit_of_a_debrief_that_was_deleted_keeps_its_draft_and_reports_it(store: Store) -> None:
    interview = full_debrief(store)
    mine = edit_draft(store, interview, "notes", {"went_well": "Mine."})
    delete_debrief(store, interview.id, NOW)

    with pytest.raises(Gone):
        save(store, mine)

    assert store.drafts.load(mine.id) == mine


def test_an_edit_can_be_taken_back(store: Store) -> None:
    interview = full_debrief(store)
    receipt = save_edit(store, edit_draft(store, interview, "notes", {"went_well": "Worse."}), NEXT_EVENING, ZONE)

    store.undo(receipt.id, NEXT_EVENING)

    assert the(store, interview.id) == interview


def test_unknown_columns_survive_an_edit(store: Store) -> None:
    interview = full_debrief(store)
    path = store.folder / "interviews.csv"
    header, row = path.read_text("utf-8").splitlines()
    path.write_text(f'{header},"my column"\n{row},"my words"\n', "utf-8")

    edited(store, interview, "notes", {"went_well": "Better."})

    assert '"my words"' in path.read_text("utf-8")


def test_the_forecast_cannot_be_changed_after_it_is_sealed(store: Store) -> None:
    interview = full_debrief(store)

    after = edited(store, interview, "forecast", {"forecast": "95"})

    assert (after.forecast, after.forecast_at, after.seal) == (60, interview.forecast_at, interview.seal)


def test_a_forecast_may_be_given_until_the_outcome_is_known(store: Store) -> None:
    early, late = debriefed(store, seed=1), debriefed(store, seed=2)
    decided(store, late, "rejected")

    assert edited(store, early, "forecast", {"forecast": "40"}, seed=4).forecast == 40
    assert edited(store, late, "forecast", {"forecast": "40"}, seed=5).forecast is None


def test_a_forecast_taken_out_of_the_file_is_not_given_a_second_time(store: Store) -> None:
    interview = full_debrief(store)
    from_outside(store, "interviews.csv", '"60"', '""')

    assert edited(store, interview, "forecast", {"forecast": "95"}).forecast is None


def test_the_interest_two_days_later_bears_its_time(store: Store) -> None:
    interview = edited(store, debriefed(store), "interest", {"interest_later": "3"})

    assert interview.interest_later_at == NEXT_EVENING


def test_a_rating_is_kept_with_the_time_at_which_it_was_first_given(store: Store) -> None:
    interview = debriefed(store)
    edited(store, interview, "ratings", {"ratings.clarity.score": "2"})
    edited(store, interview, "ratings", {"ratings.clarity.score": "4"}, NEXT_EVENING + timedelta(days=5), seed=4)

    rating = workbook(store).ratings[0]
    assert (rating.dimension, rating.score, rating.rated_at) == ("clarity", 4, NEXT_EVENING)


def test_a_dimension_that_did_not_come_up_is_a_row_without_a_score(store: Store) -> None:
    edited(store, debriefed(store), "ratings", {"ratings.clarity.score": "not_come_up"})

    assert [(rating.dimension, rating.score) for rating in workbook(store).ratings] == [("clarity", None)]


def test_dimensions_left_alone_have_no_row(store: Store) -> None:
    edited(store, debriefed(store), "ratings", {"ratings.clarity.score": "3"})

    assert len(workbook(store).ratings) == 1 < len(KNOWN_DIMENSIONS)


def test_a_rating_taken_back_is_gone(store: Store) -> None:
    interview = debriefed(store)
    edited(store, interview, "ratings", {"ratings.clarity.score": "3"})

    edited(store, interview, "ratings", {"ratings.clarity.score": ""}, seed=4)

    assert workbook(store).ratings == ()


def test_a_rating_changed_after_the_outcome_goes_to_hindsight(store: Store) -> None:
    interview = debriefed(store)
    edited(store, interview, "ratings", {"ratings.clarity.score": "4"})
    decided(store, interview, "rejected")

    edited(store, interview, "ratings", {"ratings.clarity.score": "1"}, seed=4)

    assert [(rating.score, rating.hindsight) for rating in workbook(store).ratings] == [(4, 1)]


def test_hindsight_taken_back_leaves_what_was_felt_then(store: Store) -> None:
    interview = debriefed(store)
    edited(store, interview, "ratings", {"ratings.clarity.score": "4"})
    decided(store, interview, "rejected")
    edited(store, interview, "ratings", {"ratings.clarity.score": "1"}, seed=4)

    edited(store, interview, "ratings", {"ratings.clarity.score": ""}, seed=5)

    assert [(rating.score, rating.hindsight) for rating in workbook(store).ratings] == [(4, None)]


def test_a_rating_first_given_after_the_outcome_never_counts_as_felt_before(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")

    edited(store, interview, "ratings", {"ratings.clarity.score": "1"})

    assert [(rating.score, rating.afterwards) for rating in workbook(store).ratings] == [(1, True)]


def test_what_i_want_from_my_next_job_is_kept_as_a_goal(store: Store) -> None:
    edited(store, debriefed(store), "job", {"goal": "Build things that people use", "leaning": "go_on"})

    assert [goal.goal for goal in workbook(store).goals] == ["Build things that people use"]


def test_a_goal_typed_and_nothing_else_is_kept(store: Store) -> None:
    draft = edit_draft(store, debriefed(store), "job", {"goal": "Near home"})
    assert is_changed(draft)

    save(store, draft)

    assert [goal.goal for goal in workbook(store).goals] == ["Near home"]


def test_a_question_that_came_back_the_day_after_comes_last(store: Store) -> None:
    interview = edited(
        store,
        full_debrief(store),
        "forgotten",
        {"questions.qu-late.text": "When can you start?", "questions.qu-late.category": "background"},
    )

    last = workbook(store).questions[-1]
    assert (last.text, last.position, last.category, last.asked, last.asked_by) == (
        "When can you start?",
        4,
        "background",
        True,
        "them",
    )
    assert (last.interview_id, last.application_id) == (interview.id, interview.application_id)


def test_a_question_taken_off_goes_with_its_answer_and_the_others_close_up(store: Store) -> None:
    interview = full_debrief(store)
    first, _, third = question_ids(store, interview)

    edited(store, interview, "questions", {"questions": [first, third]})

    assert [(question.id, question.position) for question in workbook(store).questions] == [(first, 1), (third, 2)]


def test_questions_that_i_asked_or_only_prepared_are_left_alone(store: Store) -> None:
    interview = full_debrief(store)
    prepared = workbook(store).questions[0].changed(id="qu-prepared", asked=False, position=9)
    put(store, prepared)

    edited(store, interview, "questions", {"questions": []})

    assert workbook(store).questions == (prepared,)


def test_company_and_role_can_be_corrected_and_not_emptied(store: Store) -> None:
    interview = debriefed(store)

    edited(store, interview, "basics", {"company": "Northwind GmbH"})
    assert workbook(store).applications[0].company == "Northwind GmbH"

    with pytest.raises(Incomplete, match="Company and role"):
        edited(store, interview, "basics", {"company": " "}, seed=4)


@pytest.mark.parametrize(("field", "word"), [("date", ""), ("stage", ""), ("minutes", "2000"), ("date", "2026-12-24")])
def test_a_correction_that_cannot_be_meant_is_refused_with_a_sentence(store: Store, field: str, word: str) -> None:
    interview = debriefed(store)

    with pytest.raises(Incomplete, match="kept in the draft"):
        edited(store, interview, "basics", {field: word})

    assert the(store, interview.id) == interview


def test_an_interview_still_to_come_may_be_moved_ahead(store: Store) -> None:
    interview = scheduled(store)

    assert edited(store, interview, "basics", {"date": "2026-12-24"}).held_on == date(2026, 12, 24)


def test_correcting_the_stage_on_a_journey_does_not_move_the_hour(store: Store) -> None:
    interview = debriefed(store)
    draft = edit_draft(store, interview, "basics", {"stage": "panel"})

    save_edit(store, draft, NEXT_EVENING, ZoneInfo("Asia/Tokyo"))

    assert the(store, interview.id).held_at == interview.held_at


def test_a_person_s_title_is_kept_with_the_person(store: Store) -> None:
    interview = full_debrief(store)
    edited(store, interview, "facts", {"people.pe-one.title": "Team lead"})

    assert [person.title for person in workbook(store).people] == ["Team lead"]


@pytest.mark.parametrize(
    ("typed", "beside", "read"),
    [
        ("Renaud, chef", "", ("Renaud", "chef")),
        ("Renaud, chef", "head chef", ("Renaud", "head chef")),
        ("Sam Reed, Jr.", "", ("Sam Reed, Jr.", "")),
    ],
)
def test_a_name_typed_with_its_title_is_read_as_in_the_debrief(
    store: Store, typed: str, beside: str, read: tuple[str, str]
) -> None:
    rows = {"people.pe-x.name": typed} | ({"people.pe-x.title": beside} if beside else {})

    edited(store, debriefed(store), "people", rows)

    assert [(person.name, person.title) for person in workbook(store).people] == [read]


def test_a_title_added_behind_a_known_name_goes_to_the_titles(store: Store) -> None:
    edited(store, full_debrief(store), "people", {"people.pe-one.name": "Priya Raman, team lead"})

    assert [(person.name, person.title) for person in workbook(store).people] == [("Priya Raman", "team lead")]


def test_a_known_person_typed_again_keeps_the_title(store: Store) -> None:
    edited(store, full_debrief(store), "facts", {"people.pe-one.title": "Team lead"})

    edited(store, debriefed(store, seed=5), "people", {"people.pe-new.name": "priya raman"}, seed=6)

    assert [(person.name, person.title) for person in workbook(store).people] == [("Priya Raman", "Team lead")]


def test_a_person_typed_twice_is_met_once(store: Store) -> None:
    rows = {"people.pe-a.name": "Tom", "people.pe-b.name": "tom", "people.pe-b.talked_about": "the team"}

    edited(store, debriefed(store), "people", rows)

    assert [person.name for person in workbook(store).people] == ["Tom"]
    assert [entry.talked_about for entry in workbook(store).conversations] == ["the team"]


def test_a_person_taken_off_an_interview_stays_in_the_workbook(store: Store) -> None:
    edited(store, full_debrief(store), "people", {"people": []})

    assert workbook(store).conversations == ()
    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_a_conversation_with_someone_whose_row_cannot_be_read_is_left_alone(store: Store) -> None:
    interview = full_debrief(store)
    from_outside(store, "people.csv", '"interviewer"', '"sorcerer"')
    before = workbook(store).conversations

    edited(store, interview, "facts", {"pay_said": "65"})

    assert workbook(store).conversations == before != ()


def test_a_plan_with_its_if_alone_is_refused_and_not_dropped(store: Store) -> None:
    with pytest.raises(Incomplete, match="then"):
        edited(store, debriefed(store), "plans", {"plans.pl-1.if_when": "they interrupt"})


def test_a_character_that_no_file_can_keep_is_refused_with_a_sentence(store: Store) -> None:
    with pytest.raises(Incomplete, match="lesson"):
        edited(store, debriefed(store), "lesson", {"lesson": "a\x00b"})


def test_marked_as_complete_a_debrief_is_done_and_stays_done(store: Store) -> None:
    interview = debriefed(store)

    assert finish_debrief(store, interview.id, NEXT_EVENING) is not None
    assert the(store, interview.id).state == "done"
    assert finish_debrief(store, interview.id, NEXT_EVENING) is None


def test_tomorrow_offers_what_is_still_empty_and_after_a_week_nothing(store: Store) -> None:
    interview = edited(store, full_debrief(store, wish=""), "lesson", {"lesson": "Slower."})
    held = workbook(store)

    assert open_sections(held, interview, NEXT_EVENING.date()) == ("hard", "claims", "facts")
    assert open_sections(held, interview, interview.held_on + timedelta(days=7)) != ()
    assert open_sections(held, interview, interview.held_on + timedelta(days=8)) == ()


def test_once_done_nothing_is_called_unfinished(store: Store) -> None:
    interview = debriefed(store)
    finish_debrief(store, interview.id, NOW)

    assert open_sections(workbook(store), the(store, interview.id), NOW.date()) == ()


FILLING = {
    "claims": {"claims.cl-1.claim": "Calm"},
    "facts": {"format": "phone"},
    "lesson": {"their_problem": "late handovers"},
    "private": {"mood": "flat"},
}


@pytest.mark.parametrize("section", FILLING)
def test_a_section_with_one_answer_holds_something(store: Store, section: str) -> None:
    interview = full_debrief(store)
    assert section not in filled_sections(workbook(store), interview)

    after = edited(store, interview, section, {**FILLING[section]})

    assert section in filled_sections(workbook(store), after)


def test_a_better_answer_written_in_the_debrief_is_one(store: Store) -> None:
    """So that 'Add' isn't offered right after one was written."""
    interview = debriefed(store, asked="Why leave?", hard=["Why leave?"], wish="For the team")
    assert "hard" in filled_sections(workbook(store), interview)


def test_every_part_of_tomorrow_is_a_section(store: Store) -> None:
    assert set(OPTIONAL) <= set(SECTIONS)


def test_a_draft_in_which_nothing_was_typed_holds_nothing_to_miss(store: Store) -> None:
    draft = begin_edit(workbook(store), full_debrief(store), "notes", NOW, Random(1))

    assert not is_changed(draft)
    assert not words_typed(draft)
    assert words_typed(answered(draft, {"unsaid": "more"}))


def test_a_section_s_answers_are_those_of_the_workbook(store: Store) -> None:
    interview = full_debrief(store)

    answers = section_answers(workbook(store), interview, SECTIONS["basics"])

    assert answers == {
        "stage": "technical",
        "stage_words": "",
        "format": "",
        "minutes": "",
        "last_round": "",
        "planned_minutes": "",
        "link": "",
        "place": "",
        "due_on": "",
        "handed_in_on": "",
        "zone": "",
        "date": "2026-11-20",
        "time": "14:00",
        "application": interview.application_id,
        "company": "Northwind",
        "role": "Data engineer",
    }
