"""One record made or corrected: kept once, dated, merged, and taken back."""

from datetime import date
from random import Random
from typing import Any

import pytest

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.decision import Decision
from lib.records.fit import Fit
from lib.records.history import status_history, status_of
from lib.records.person import Person
from lib.store import Draft, Receipt, Store
from lib.workflows.drafts.record_editing import begin_record, draft_title, save_record
from lib.workflows.drafts.record_removal import remove_record
from lib.workflows.drafts.steps import date_step, mark_favourite, move_application
from lib.workflows.entries.searching import by_status, find_applications, find_people, process_of, rivals_of
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.workflows.evening import NOW, answered, debriefed, from_outside, full_debrief, put, workbook

TODAY = NOW.date()
NORTHWIND = Application(id="ap-n", company="Northwind", role="Data engineer", status="interested")


def drafted(
    store: Store, form: str, answers: dict[str, Any], record_id: str = "", seed: int = 4, **known: str
) -> Draft:
    draft = begin_record(workbook(store), form, record_id, Random(seed), **known)
    return store.drafts.save(answered(draft, answers), NOW)


def saved(
    store: Store, form: str, answers: dict[str, Any], record_id: str = "", seed: int = 4, **known: str
) -> Receipt:
    return save_record(store, drafted(store, form, answers, record_id, seed, **known), NOW)


def application(store: Store, application_id: str = "ap-n") -> Application:
    found = workbook(store).application(application_id)
    assert found is not None
    return found


def history(store: Store, application_id: str = "ap-n") -> list[tuple[str, date]]:
    return [(status_of(row), row.on) for row in status_history(workbook(store), application_id)]


def test_a_new_application_that_was_sent_is_dated_and_counts_as_one_in_the_week(store: Store) -> None:
    saved(
        store, "application", {"company": "Northwind", "role": "Data engineer", "status": "applied", "on": "2026-11-18"}
    )

    (made,) = workbook(store).applications
    assert (made.status, made.status_on, made.applied_on) == ("applied", date(2026, 11, 18), date(2026, 11, 18))
    assert [(row.kind, row.on, row.note) for row in workbook(store).activity] == [
        ("application", date(2026, 11, 18), "Data engineer")
    ]


def test_the_same_form_saved_twice_is_one_record(store: Store) -> None:
    draft = drafted(store, "application", {"company": "Northwind", "role": "Data engineer"})

    save_record(store, draft, NOW)
    save_record(store, draft, NOW)

    assert len(workbook(store).applications) == 1


def test_other_answers_of_the_same_form_in_another_tab_are_shown_beside_the_saved_ones(store: Store) -> None:
    draft = drafted(store, "application", {"company": "Northwind", "role": "Data engineer"})
    save_record(store, draft, NOW)

    with pytest.raises(EditedElsewhere):
        save_record(store, answered(draft, {"role": "Analyst"}), NOW)

    assert len(workbook(store).applications) == 1


@pytest.mark.parametrize(
    ("form", "answers", "sentence"),
    [
        ("application", {"company": "Northwind"}, "The role is not filled in yet."),
        ("application", {"role": "Data engineer"}, "The company is not filled in yet."),
        ("person", {"title": "Head of data"}, "The name is not filled in yet."),
        ("ask", {"kind": "reference"}, "“Who?” has no answer yet."),
        ("ask", {"person_id": "pe-1"}, "“What do you ask for?” has no answer yet."),
        ("activity", {"on": "2026-11-20"}, "“What was it?” has no answer yet."),
        ("activity", {"on": "2026-11-21", "kind": "learning"}, "That day is in the future."),
        (
            "application",
            {"company": "A", "role": "B", "status": "applied", "on": "2026-11-21"},
            "That day is in the future.",
        ),
    ],
)
def test_what_is_missing_is_reported_and_the_draft_stays(
    store: Store, form: str, answers: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Incomplete) as refusal:
        saved(store, form, answers)

    assert refusal.value.happened == sentence
    assert len(store.drafts.list()) == 1


def test_the_application_that_is_there_already_is_not_made_twice(store: Store) -> None:
    put(store, NORTHWIND)

    with pytest.raises(Incomplete):
        saved(store, "application", {"company": "northwind ", "role": "data  engineer"})


def test_a_company_that_said_no_may_be_applied_to_again(store: Store) -> None:
    put(store, NORTHWIND.changed(status="no_reply"))

    saved(store, "application", {"company": "Northwind", "role": "Data engineer", "status": "applied"})

    assert len(workbook(store).applications) == 2


def test_a_status_moved_back_in_time_has_its_activity_on_that_day(store: Store) -> None:
    put(store, NORTHWIND)

    saved(store, "status", {"status": "interviewing", "on": "2026-11-12"}, "ap-n", on=TODAY.isoformat())

    assert (application(store).status, application(store).status_on) == ("interviewing", date(2026, 11, 12))
    assert history(store) == [("interviewing", date(2026, 11, 12))]


def test_the_day_alone_corrected_moves_the_activity_and_adds_none(store: Store) -> None:
    put(store, NORTHWIND)
    move_application(store, "ap-n", "interviewing", TODAY, "dt-1", NOW)

    saved(store, "status", {"on": "2026-11-12"}, "ap-n", on=TODAY.isoformat())

    assert application(store).status_on == date(2026, 11, 12)
    assert history(store) == [("interviewing", date(2026, 11, 12))]


def test_a_corrected_day_of_the_last_change_is_the_application_s_too(store: Store) -> None:
    put(store, NORTHWIND)
    move_application(store, "ap-n", "interviewing", TODAY, "dt-1", NOW)
    (row,) = workbook(store).activity

    saved(store, "activity", {"on": "2026-11-10"}, row.id)

    assert (application(store).status, application(store).status_on) == ("interviewing", date(2026, 11, 10))


def test_a_corrected_day_of_an_earlier_change_leaves_the_application_alone(store: Store) -> None:
    put(store, NORTHWIND)
    move_application(store, "ap-n", "applied", date(2026, 11, 2), "dt-1", NOW)
    move_application(store, "ap-n", "interviewing", TODAY, "dt-2", NOW)
    earlier = workbook(store).activity[0]

    saved(store, "activity", {"on": "2026-11-01"}, earlier.id)

    assert application(store).status_on == TODAY
    assert history(store) == [("applied", date(2026, 11, 1)), ("interviewing", TODAY)]


def test_a_correction_of_the_notes_leaves_the_status_and_its_day_alone(store: Store) -> None:
    put(store, NORTHWIND.changed(status_on=date(2026, 11, 2)))

    saved(store, "application", {"notes": "Nice people"}, "ap-n")

    assert (application(store).status_on, application(store).notes) == (date(2026, 11, 2), "Nice people")
    assert history(store) == []


def test_undo_takes_a_moved_status_and_its_activity_back(store: Store) -> None:
    put(store, NORTHWIND)
    receipt = saved(store, "status", {"status": "rejected", "on": "2026-11-19"}, "ap-n", on=TODAY.isoformat())

    store.undo(receipt.id, NOW)

    assert application(store) == NORTHWIND
    assert history(store) == []


def test_what_another_window_changed_is_kept_beside_mine(store: Store) -> None:
    put(store, NORTHWIND.changed(location="Leipzig"))
    draft = drafted(store, "application", {"notes": "Nice people"}, "ap-n")
    from_outside(store, "applications.csv", "Leipzig", "Berlin")

    save_record(store, draft, NOW)

    assert (application(store).location, application(store).notes) == ("Berlin", "Nice people")


def test_the_same_field_changed_in_two_places_is_shown_and_not_overwritten(store: Store) -> None:
    put(store, NORTHWIND.changed(location="Leipzig"))
    draft = drafted(store, "application", {"location": "Halle"}, "ap-n")
    from_outside(store, "applications.csv", "Leipzig", "Berlin")

    with pytest.raises(EditedElsewhere) as conflict:
        save_record(store, draft, NOW)

    assert [(each.field, each.mine, each.theirs) for each in conflict.value.differences] == [
        ("location", "Halle", "Berlin")
    ]
    assert application(store).location == "Berlin"


def test_a_status_noted_as_an_activity_is_shown_by_its_label_and_a_note_as_typed(store: Store) -> None:
    rows = [Activity(id=f"ac-{kind}", on=TODAY, kind=kind, note="rejected") for kind in ("status", "networking")]
    put(store, *rows)
    drafts = [drafted(store, "activity", {"note": "no_reply"}, row.id) for row in rows]
    put(store, *(row.changed(note="withdrawn") for row in rows))

    for draft, shown in zip(drafts, [("No reply", "Withdrawn"), ("no_reply", "withdrawn")], strict=True):
        with pytest.raises(EditedElsewhere) as conflict:
            save_record(store, draft, NOW)
        assert [(each.mine, each.theirs) for each in conflict.value.differences] == [shown]


def test_a_record_deleted_meanwhile_is_reported_as_gone(store: Store) -> None:
    put(store, NORTHWIND)
    draft = drafted(store, "application", {"location": "Halle"}, "ap-n")
    remove_record(store, "applications", "ap-n", NOW)

    with pytest.raises(Gone):
        save_record(store, draft, NOW)


def test_someone_new_is_asked_and_known_in_one_step(store: Store) -> None:
    put(store, NORTHWIND)

    saved(store, "ask", {"person_name": "Ilse Krähwinkel", "kind": "reference", "application_id": "ap-n"})

    (person,), (ask,) = workbook(store).people, workbook(store).asks
    assert (person.name, person.kind) == ("Ilse Krähwinkel", "reference")
    assert (ask.person_id, ask.application_id, ask.kind) == (person.id, "ap-n", "reference")


def test_a_name_that_is_known_once_is_that_person(store: Store) -> None:
    put(store, Person(id="pe-i", name="Ilse Krähwinkel", company="Haldenfracht"))

    saved(store, "ask", {"person_name": "ilse krähwinkel", "kind": "good_word"})

    assert len(workbook(store).people) == 1
    assert workbook(store).asks[0].person_id == "pe-i"


def test_an_activity_takes_the_company_of_its_application(store: Store) -> None:
    put(store, NORTHWIND)

    saved(store, "activity", {"kind": "networking", "on": "2026-11-20", "application_id": "ap-n", "note": "Coffee"})

    assert [(row.company, row.note) for row in workbook(store).activity] == [("Northwind", "Coffee")]


def test_a_text_that_no_file_can_hold_is_refused_in_words(store: Store) -> None:
    with pytest.raises(Incomplete):
        saved(store, "person", {"name": "Ann\x00Lee"})


def test_an_application_goes_with_its_history_and_comes_back_with_it(store: Store) -> None:
    put(store, NORTHWIND, Ask(id="as-1", person_id="pe-x", application_id="ap-n", kind="reference"))
    put(store, Fit(application_id="ap-n", criterion_id="cr-pay", as_of=TODAY, score=50))
    put(store, Decision(id="de-1", application_id="ap-n", decided_at=NOW, choice="hold"))
    move_application(store, "ap-n", "applied", TODAY, "dt-1", NOW)

    receipt = remove_record(store, "applications", "ap-n", NOW)
    held = workbook(store)
    assert (held.applications, held.activity, held.asks, held.fit, held.decisions) == ((), (), (), (), ())

    store.undo(receipt.id, NOW)
    held = workbook(store)
    assert [len(table) for table in (held.applications, held.activity, held.asks, held.fit, held.decisions)] == [1] * 5


def test_an_application_with_interviews_is_not_deleted(store: Store) -> None:
    interview = debriefed(store)

    with pytest.raises(Incomplete):
        remove_record(store, "applications", interview.application_id, NOW)


def test_moving_to_the_same_status_changes_nothing(store: Store) -> None:
    put(store, NORTHWIND)

    move_application(store, "ap-n", "interested", TODAY, "dt-1", NOW)

    assert history(store) == []


def test_a_favourite_is_marked_and_unmarked(store: Store) -> None:
    put(store, NORTHWIND)

    mark_favourite(store, "ap-n", True, NOW)
    assert application(store).favourite is True

    mark_favourite(store, "ap-n", False, NOW)
    assert application(store).favourite is None


def test_a_step_with_a_reference_is_dated_and_undone(store: Store) -> None:
    put(store, Person(id="pe-i", name="Ilse"), Ask(id="as-1", person_id="pe-i", kind="reference"))

    receipt = date_step(store, "as-1", "agreed", TODAY, NOW)
    assert workbook(store).asks[0].agreed_on == TODAY

    store.undo(receipt.id, NOW)
    assert workbook(store).asks[0].agreed_on is None


def test_a_draft_shows_what_it_is_about(store: Store) -> None:
    put(store, NORTHWIND)

    assert draft_title(workbook(store), drafted(store, "status", {}, "ap-n")) == "Northwind, Data engineer"
    assert draft_title(workbook(store), drafted(store, "person", {"name": "Ilse"})) == "Ilse"
    assert draft_title(workbook(store), drafted(store, "ask", {})) == "A new favour"


def test_every_word_of_the_search_must_be_somewhere(store: Store) -> None:
    put(
        store,
        NORTHWIND,
        NORTHWIND.changed(id="ap-2", role="Analyst", notes="Trams"),
        Person(id="pe-i", name="Ilse Krähwinkel", kind="reference", company="Haldenfracht"),
        Person(id="pe-b", name="Benoît", kind="contact"),
    )
    held = workbook(store)

    assert [entry.id for entry in find_applications(held, "north trams")] == ["ap-2"]
    assert [entry.id for entry in find_applications(held, "", ["applied"])] == []
    assert [person.id for person in find_people(held, "halden kra\u0308h")] == ["pe-i"]
    assert [person.id for person in find_people(held, "halden krah")] == ["pe-i"]
    assert [person.id for person in find_people(held, "", ["contact"])] == ["pe-b"]


def test_the_board_has_a_column_for_every_status(store: Store) -> None:
    put(store, NORTHWIND.changed(status=None), NORTHWIND.changed(id="ap-2", role="Analyst", status="offer"))

    columns = by_status(workbook(store).applications)

    assert list(columns) == [
        "interested",
        "applied",
        "interviewing",
        "offer",
        "accepted",
        "rejected",
        "withdrawn",
        "no_reply",
    ]
    assert [entry.id for entry in columns["interested"]] == ["ap-n"]
    assert [entry.id for entry in columns["offer"]] == ["ap-2"]


def test_one_view_of_an_application_holds_rounds_people_and_rivals(store: Store) -> None:
    interview = full_debrief(store)
    own = application(store, interview.application_id)
    put(store, Application(id="ap-r", company="Eastwind", role="Analyst", rival_of="northwind"))

    process = process_of(workbook(store), own)

    assert [entry.id for entry in process.interviews] == [interview.id]
    assert [person.name for person in process.people] == ["Priya Raman"]
    assert [entry.company for entry in process.rivals] == ["Eastwind"]


def test_a_rival_may_be_named_by_the_application_s_id(store: Store) -> None:
    put(store, NORTHWIND, Application(id="ap-r", company="Eastwind", role="Analyst", rival_of="ap-n"))

    assert [entry.id for entry in rivals_of(workbook(store), application(store))] == ["ap-r"]


def test_one_entry_of_the_week_is_deleted_alone(store: Store) -> None:
    put(store, Activity(id="ac-1", on=TODAY, kind="learning"), Activity(id="ac-2", on=TODAY, kind="other"))

    remove_record(store, "activity", "ac-1", NOW)

    assert [row.id for row in workbook(store).activity] == ["ac-2"]
