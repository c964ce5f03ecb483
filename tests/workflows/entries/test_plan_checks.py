"""The answers about plans: asked in the debrief, corrected later, read from older files and drafts; plans put away."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from lib.dates import DAY_FIRST
from lib.insight.open_plans import answers_of
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.vocabulary import PlanKept
from lib.store import Draft, JsonValue, Store
from lib.workflows.drafts.editing import begin_edit
from lib.workflows.entries.entry_names import EntryNames
from lib.workflows.entries.journal import JournalQuery, find_interviews
from lib.workflows.entries.plan_checks import check_field, migrate_plan_checks, plans_shown, put_away, take_up
from lib.workflows.errors import EditedElsewhere, Gone
from lib.workflows.form_values import moment
from lib.workflows.repairing.looking_back import look_back
from tests.day_first import save_debrief, save_edit, take_back
from tests.workflows.evening import (
    NEXT_EVENING,
    NOW,
    WHICH,
    ZONE,
    answered,
    debrief_draft,
    debriefed,
    edit_draft,
    edited,
    put,
    the,
    workbook,
)

BREATHE, NUMBER = check_field("pl-breathe"), check_field("pl-number")


@pytest.fixture(autouse=True)
def plans(store: Store) -> None:
    """Two plans of the week before."""
    put(store, IfThenPlan(id="pl-breathe", then_do="Breathe", made_on=date(2026, 11, 9)))
    put(store, IfThenPlan(id="pl-number", then_do="Say the number", made_on=date(2026, 11, 10)))


def shown(store: Store, draft: Draft) -> list[str]:
    """The plans that a form of this draft asks about."""
    interview = workbook(store).interview(draft.record_id)
    held_at = moment(draft.values, ZONE) or (interview.held_at if interview else NOW.date())
    return [plan.id for plan in plans_shown(workbook(store), draft.record_id, held_at, draft.values)]


def files(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def old_debrief(store: Store, kept: PlanKept = "yes") -> Interview:
    """A debrief as earlier versions saved it, with its one answer in the interview."""
    old = debriefed(store).changed(plan_id="pl-number", plan_kept=kept)
    put(store, old)
    return old


def test_each_open_plan_gets_its_own_answer_in_one_save_d5(store: Store) -> None:
    interview = debriefed(store, **{BREATHE: "no", NUMBER: "yes"})

    assert answers_of(workbook(store), interview.id) == {"pl-breathe": "no", "pl-number": "yes"}
    assert (interview.plan_id, interview.plan_kept) == ("", None)
    assert [problem.sentence for problem in store.load().problems] == []


def test_an_answer_that_was_taken_back_before_saving_is_none(store: Store) -> None:
    interview = debriefed(store, **{BREATHE: "", NUMBER: "yes"})

    assert answers_of(workbook(store), interview.id) == {"pl-number": "yes"}


def test_a_plan_done_in_two_debriefs_is_not_asked_about_in_the_third_d5(store: Store) -> None:
    debriefed(store, seed=1, date="2026-11-12", **{NUMBER: "yes"})
    assert shown(store, debrief_draft(store, WHICH, seed=3)) == ["pl-number", "pl-breathe"]

    debriefed(store, seed=2, date="2026-11-13", **{NUMBER: "yes"})
    assert shown(store, debrief_draft(store, WHICH, seed=3)) == ["pl-breathe"]


def test_a_plan_made_in_the_same_debrief_is_not_asked_about_there_and_is_in_the_next(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {"new_plan": "Slow down"})
    assert shown(store, draft) == ["pl-number", "pl-breathe"]

    save_debrief(store, draft, NOW, ZONE)
    made = workbook(store).plans[-1]

    assert shown(store, edit_draft(store, the(store, draft.record_id), "plans", {})) == ["pl-number", "pl-breathe"]
    next_one = debrief_draft(store, WHICH | {"date": "2026-11-21"}, seed=2)
    assert shown(store, next_one) == [made.id, "pl-number", "pl-breathe"]


def test_an_answer_about_a_plan_that_was_made_later_is_not_saved_once_the_date_was_corrected(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {NUMBER: "yes", BREATHE: "no", "date": "2026-11-09"})

    save_debrief(store, draft, NOW, ZONE)

    assert answers_of(workbook(store), draft.record_id) == {"pl-breathe": "no"}


def test_an_answer_about_a_plan_that_was_deleted_meanwhile_does_not_keep_the_debrief_from_being_saved(
    store: Store,
) -> None:
    interview = debriefed(store, **{check_field("pl-gone"): "yes"})

    assert answers_of(workbook(store), interview.id) == {}


def test_putting_a_plan_away_stops_the_question_and_undo_brings_it_back(store: Store) -> None:
    draft, before = debrief_draft(store, WHICH), files(store)

    receipt = put_away(store, "pl-number", NOW.date(), NOW)
    assert shown(store, draft) == ["pl-breathe"]

    store.undo(receipt.id, NOW)
    assert shown(store, draft) == ["pl-number", "pl-breathe"]
    assert files(store) == before


def test_a_plan_that_was_put_away_can_be_reopened(store: Store) -> None:
    put_away(store, "pl-number", NOW.date(), NOW)

    take_up(store, "pl-number", NOW)

    assert shown(store, debrief_draft(store, WHICH)) == ["pl-number", "pl-breathe"]


def test_putting_away_what_was_deleted_in_another_window_reports_it(store: Store) -> None:
    with pytest.raises(Gone, match="This plan"):
        put_away(store, "pl-gone", NOW.date(), NOW)


def test_an_answer_given_before_the_plan_was_put_away_is_shown_and_saved(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {NUMBER: "yes"})
    put_away(store, "pl-number", NOW.date(), NOW)
    assert "pl-number" in shown(store, draft)

    save_debrief(store, draft, NOW, ZONE)

    assert answers_of(workbook(store), draft.record_id) == {"pl-number": "yes"}


def test_a_second_window_with_another_answer_is_asked_before_it_replaces_the_first(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {NUMBER: "yes"})
    save_debrief(store, draft, NOW, ZONE)
    other = replace(draft, id=f"{draft.id}~2", values={**draft.values, NUMBER: "no"})

    with pytest.raises(EditedElsewhere) as conflict:
        save_debrief(store, other, NOW, ZONE)
    (difference,) = conflict.value.differences
    assert (difference.mine, difference.theirs) == (
        "Say the number: It came up, but I didn't",
        "Say the number: Did it",
    )

    save_debrief(store, replace(other, values={**other.values, "overwrite": "yes"}), NOW, ZONE)
    assert answers_of(workbook(store), draft.record_id) == {"pl-number": "no"}


def test_a_saved_answer_is_corrected_added_and_taken_back_and_undone(store: Store) -> None:
    interview, before = debriefed(store, **{NUMBER: "yes"}), files(store)

    edited(store, interview, "plans", {NUMBER: "", BREATHE: "not_come_up"})
    assert answers_of(workbook(store), interview.id) == {"pl-breathe": "not_come_up"}
    edited(store, interview, "plans", {BREATHE: "no"}, seed=3)
    assert answers_of(workbook(store), interview.id) == {"pl-breathe": "no"}

    for entry in store.undoable()[:2]:
        store.undo(entry.receipt_id, NOW)
    assert answers_of(workbook(store), interview.id) == {"pl-number": "yes"}
    assert files(store)["plans.csv"] == before["plans.csv"]


def test_two_windows_correcting_different_answers_keep_both(store: Store) -> None:
    interview = debriefed(store, **{NUMBER: "yes", BREATHE: "yes"})
    mine = edit_draft(store, interview, "plans", {NUMBER: "no"})
    edited(store, interview, "plans", {BREATHE: ""}, seed=3)

    save_edit(store, mine, NEXT_EVENING, ZONE)

    assert answers_of(workbook(store), interview.id) == {"pl-number": "no"}


def test_two_windows_correcting_the_same_answer_differently_are_told_so_in_words(store: Store) -> None:
    interview = debriefed(store, **{NUMBER: "yes"})
    mine = edit_draft(store, interview, "plans", {NUMBER: "no"})
    edited(store, interview, "plans", {NUMBER: ""}, seed=3)

    with pytest.raises(EditedElsewhere) as conflict:
        save_edit(store, mine, NEXT_EVENING, ZONE)

    (difference,) = conflict.value.differences
    assert (difference.field, difference.mine, difference.theirs) == (
        "your plan",
        "Say the number: It came up, but I didn't",
        "Say the number: no answer",
    )


@pytest.mark.parametrize("section", ["plans", "no", "next", "notes"])
def test_editing_another_part_of_an_older_debrief_leaves_its_answer_where_it_is(store: Store, section: str) -> None:
    old = old_debrief(store)
    changes = {"plans": {BREATHE: "yes"}, "no": {"in_my_hands": "The number."}, "next": {"next_step": "round"}}

    after = edited(store, old, section, changes.get(section, {"went_well": "The story."}))

    assert (after.plan_id, after.plan_kept) == ("pl-number", "yes")
    assert all(check.plan_id != "pl-number" for check in workbook(store).plan_checks)


def test_an_older_debriefs_answer_that_is_changed_becomes_a_row(store: Store) -> None:
    old = old_debrief(store)

    after = edited(store, old, "plans", {NUMBER: "no"})

    assert (after.plan_id, after.plan_kept) == ("", None)
    assert workbook(store).plan_checks == (PlanCheck(interview_id=old.id, plan_id="pl-number", kept="no"),)


def test_an_older_debriefs_answer_can_be_taken_back(store: Store) -> None:
    old = old_debrief(store)

    after = edited(store, old, "plans", {NUMBER: ""})

    assert (after.plan_id, after.plan_kept, workbook(store).plan_checks) == ("", None, ())


def test_an_old_draft_with_a_single_answer_opens_with_it_under_the_newest_plan_and_saves_it_there(store: Store) -> None:
    draft = debrief_draft(store, WHICH | {"plan_kept": "no"})

    opened = migrate_plan_checks(workbook(store), draft, ZONE, NOW.date())
    assert (opened.values[NUMBER], "plan_kept" in opened.values) == ("no", False)
    assert shown(store, opened) == ["pl-number", "pl-breathe"]

    save_debrief(store, draft, NOW, ZONE)
    assert answers_of(workbook(store), draft.record_id) == {"pl-number": "no"}


def test_an_old_drafts_single_answer_stays_with_its_plan_though_that_was_done_twice_already(store: Store) -> None:
    for seed, day in ((1, "2026-11-12"), (2, "2026-11-13")):
        debriefed(store, seed=seed, date=day, **{NUMBER: "yes"})

    interview = debriefed(store, seed=3, plan_kept="no")

    assert answers_of(workbook(store), interview.id) == {"pl-number": "no"}


def old_edit(store: Store, interview: Interview, loaded: str, typed: str) -> Draft:
    """A correction of the next steps, begun when the plan was asked about there."""
    draft = begin_edit(workbook(store), interview, "next", NOW, Random(5))
    base: dict[str, JsonValue] = {**draft.base, "plan_kept": loaded}
    return store.drafts.save(replace(draft, base=base, values={**base, "plan_kept": typed}), NOW)


def test_an_old_correction_of_the_single_answer_opens_and_saves_right(store: Store) -> None:
    old = old_debrief(store, "no")
    draft = old_edit(store, old, "no", "yes")

    opened = migrate_plan_checks(workbook(store), draft, ZONE, NOW.date())
    assert (opened.base[NUMBER], opened.values[NUMBER]) == ("no", "yes")
    save_edit(store, draft, NEXT_EVENING, ZONE)

    assert answers_of(workbook(store), old.id) == {"pl-number": "yes"}


def test_an_old_correction_that_left_the_single_answer_alone_takes_nothing_back(store: Store) -> None:
    old = old_debrief(store, "no")
    draft = old_edit(store, old, "no", "no")
    assert NUMBER not in migrate_plan_checks(workbook(store), draft, ZONE, NOW.date()).values
    edited(store, old, "plans", {NUMBER: "yes"})

    save_edit(store, draft, NEXT_EVENING, ZONE)

    assert answers_of(workbook(store), old.id) == {"pl-number": "yes"}


def test_a_plan_that_is_taken_off_its_debrief_takes_all_answers_about_it_along_and_undo_brings_them_back(
    store: Store,
) -> None:
    first = debriefed(store, date="2026-11-12", new_plan="Slow down")
    slow = workbook(store).plans[-1]
    debriefed(store, seed=2, **{check_field(slow.id): "yes"})
    put(store, debriefed(store, seed=3, date="2026-11-13").changed(plan_id=slow.id, plan_kept="no"))
    before = workbook(store)

    edited(store, first, "plans", {"plans": []})
    assert slow not in workbook(store).plans
    assert workbook(store).plan_checks == ()
    assert [problem.sentence for problem in store.load().problems] == []

    store.undo(store.undoable()[0].receipt_id, NOW)
    assert workbook(store) == before


def test_a_workbook_without_the_file_and_the_column_holds_no_answers_and_loading_writes_nothing(store: Store) -> None:
    path = store.folder / "plans.csv"
    path.write_text("id,interview_id,dimension,if_when,then_do,made_on\npl-1,,,,Breathe,2026-11-09\n", "utf-8")
    (store.folder / "plan_checks.csv").unlink(missing_ok=True)
    before = files(store)

    held = store.load()

    assert (held.read_only, held.workbook.plan_checks, held.workbook.plans[0].put_away_on) == ("", (), None)
    assert files(store) == before


def test_an_answer_that_was_changed_since_a_backup_is_named_there_and_taken_back(store: Store) -> None:
    interview = debriefed(store, **{NUMBER: "yes"})
    backup = store.backups.make("By hand", NOW).id
    edited(store, interview, "plans", {NUMBER: "no"})

    (entry,) = look_back(store, store.load(), backup, NOW.date(), dates=DAY_FIRST).entries
    assert (entry.name, entry.parts) == ("the debrief of Northwind, Friday 20 November", "1 answer about a plan")
    assert [(field.name, field.then, field.now) for field in entry.fields] == [("kept", "Yes", "No")]

    take_back(store, backup, entry.file, entry.key, NOW + timedelta(minutes=1))
    assert answers_of(workbook(store), interview.id) == {"pl-number": "yes"}


def test_an_answer_is_called_by_its_plan(store: Store) -> None:
    names = EntryNames((workbook(store),), NOW.date(), dates=DAY_FIRST)
    check = PlanCheck(interview_id="iv-1", plan_id="pl-number", kept="yes")

    assert names.of(check) == "the answer about the plan “Say the number”"
    assert names.of(check.changed(plan_id="pl-gone")) == "the answer about a deleted plan"


def test_the_journal_finds_a_debrief_by_the_words_of_a_plan_that_it_answers_about(store: Store) -> None:
    interview = debriefed(store, **{NUMBER: "yes"})
    debriefed(store, seed=2)

    assert find_interviews(workbook(store), JournalQuery(text="say the number")) == (interview,)


def test_the_answers_in_a_draft_are_no_list_of_rows() -> None:
    draft = answered(Draft(id="iv-1", kind="debrief", record_id="iv-1", token="t", screen="next"), {NUMBER: "yes"})

    assert draft.values == {NUMBER: "yes"}
