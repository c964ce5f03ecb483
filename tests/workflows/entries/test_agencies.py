"""A recruiter from an agency who speaks for several employers: one person, and two people of one name stay two."""

from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lib.dates import DAY_FIRST
from lib.followup.messages import draft_message
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.person import Person
from lib.store import Store
from lib.workflows.drafting import OpenDrafts
from lib.workflows.drafts.record_editing import begin_record, save_record
from lib.workflows.entries.forgetting import forget, named_only_in_drafts
from lib.workflows.entries.people import speaks_for, via
from lib.workflows.entries.searching import find_applications, process_of
from lib.workflows.entries.tasks import LocalTime, plan_for
from lib.workflows.errors import EditedElsewhere, Incomplete
from tests.day_first import coach_copy, gather
from tests.workflows.evening import (
    NOW,
    answered,
    debrief_draft,
    debriefed,
    edited,
    from_outside,
    put,
    scheduled,
    workbook,
)

HERE = LocalTime(NOW, ZoneInfo("Europe/Berlin"), "DE", dates=DAY_FIRST)
DANA = Person(id="pe-dana", name="Dana Cole", kind="recruiter", agency="Bright Staffing", email="dana@bright.example")
NORTHWIND = Application(
    id="ap-n", company="Northwind", role="Data engineer", status="interviewing", via_person="pe-dana"
)
KESTREL = Application(id="ap-k", company="Kestrel", role="Analyst", status="interviewing", via_person="pe-dana")
ANNAS = tuple(Person(id=f"pe-{n}", name="Anna Schmidt", company="Northwind") for n in (1, 2))


def application(store: Store, record_id: str = "", seed: int = 1, **answers: Any) -> Application:
    """An application as the form saves it."""
    begun = begin_record(workbook(store), "application", record_id, Random(seed))
    wanted = {} if record_id else {"company": "Northwind", "role": "Data engineer", "on": "2026-11-20"}
    save_record(store, store.drafts.save(answered(begun, wanted | answers), NOW), NOW)
    return next(one for one in workbook(store).applications if one.id == begun.record_id)


def names(store: Store) -> list[tuple[str, str, str]]:
    return [(one.name, one.agency, one.company) for one in workbook(store).people]


def met(store: Store, interview: Interview) -> list[str]:
    return [row.person_id for row in workbook(store).conversations if row.interview_id == interview.id]


def at_northwind(store: Store, **answers: Any) -> Interview:
    return debriefed(store, application="ap-n", **answers)


def test_a_recruiter_named_in_two_applications_is_one_person_who_speaks_for_both(store: Store) -> None:
    application(store, via_name="Dana Cole", via_agency="Bright Staffing")
    application(store, seed=2, company="Kestrel", via_name="dana  cole", via_agency="bright staffing")

    [dana] = workbook(store).people
    assert (dana.name, dana.kind, dana.agency, dana.company) == ("Dana Cole", "recruiter", "Bright Staffing", "")
    assert [one.company for one in speaks_for(workbook(store), dana.id)] == ["Kestrel", "Northwind"]


def test_the_same_name_at_another_agency_is_somebody_else(store: Store) -> None:
    put(store, DANA)

    added = application(store, via_name="Dana Cole", via_agency="Kite Recruiting")

    assert sorted(names(store)) == [("Dana Cole", "Bright Staffing", ""), ("Dana Cole", "Kite Recruiting", "")]
    assert added.via_person != DANA.id


def test_she_is_shown_at_each_employer(store: Store) -> None:
    put(store, DANA, NORTHWIND, KESTREL)

    for entry in (NORTHWIND, KESTREL):
        assert via(workbook(store), entry) == DANA
        assert process_of(workbook(store), entry).known == (DANA,)


def test_her_name_finds_the_applications_that_she_speaks_for(store: Store) -> None:
    put(store, DANA, NORTHWIND, KESTREL.changed(via_person=""))

    assert find_applications(workbook(store), "dana bright") == (NORTHWIND,)


def test_met_in_interviews_at_two_employers_she_stays_one_person(store: Store) -> None:
    put(store, DANA, NORTHWIND, KESTREL)

    one = at_northwind(store, **{"people.pe-a.name": "Dana Cole"})
    two = debriefed(store, seed=4, application="ap-k", **{"people.pe-b.name": "dana cole"})

    assert names(store) == [("Dana Cole", "Bright Staffing", "")]
    assert met(store, one) == met(store, two) == ["pe-dana"]


def test_a_person_named_with_an_agency_in_a_debrief_is_between_from_then_on(store: Store) -> None:
    put(store, NORTHWIND.changed(via_person=""))

    at_northwind(store, **{"people.pe-a.name": "Dana Cole", "people.pe-a.agency": "Bright Staffing"})

    [dana] = workbook(store).people
    assert (dana.kind, dana.agency, dana.company) == ("recruiter", "Bright Staffing", "")
    assert via(workbook(store), workbook(store).application("ap-n")) == dana


def test_a_colleague_of_her_name_at_the_employer_is_somebody_else(store: Store) -> None:
    put(store, DANA, NORTHWIND.changed(via_person=""))

    at_northwind(store, **{"people.pe-a.name": "Dana Cole", "people.pe-a.who": "new"})

    assert sorted(names(store)) == [("Dana Cole", "", "Northwind"), ("Dana Cole", "Bright Staffing", "")]


def test_a_recruiter_of_elsewhere_who_is_chosen_is_not_doubled(store: Store) -> None:
    put(store, DANA, NORTHWIND.changed(via_person=""))

    interview = at_northwind(store, **{"people.pe-a.name": "Dana Cole", "people.pe-a.who": "pe-dana"})

    assert (len(workbook(store).people), met(store, interview)) == (1, ["pe-dana"])


def test_of_two_people_of_one_name_at_one_company_the_app_asks_which(store: Store) -> None:
    put(store, *ANNAS, NORTHWIND)
    typed = {"people.pe-a.name": "Anna Schmidt"}

    with pytest.raises(Incomplete, match="several people called Anna Schmidt"):
        at_northwind(store, **typed)
    assert workbook(store).interviews == ()

    interview = at_northwind(store, **typed, **{"people.pe-a.who": "pe-2"})
    assert (met(store, interview), len(workbook(store).people)) == (["pe-2"], 2)


def test_an_interview_coming_up_asks_too(store: Store) -> None:
    put(store, *ANNAS, NORTHWIND)

    with pytest.raises(Incomplete, match="several people called Anna Schmidt"):
        scheduled(store, people_names="Anna Schmidt")


def test_the_clock_of_a_thank_you_starts_for_her_while_the_debrief_is_a_draft(store: Store) -> None:
    put(store, DANA, NORTHWIND)
    which = {"application": "ap-n", "date": "2026-11-20", "stage": "recruiter_screen"}
    begun = debrief_draft(store, {**which, "people.pe-a.name": "Dana Cole"})

    thanks = [due.person_id for due in plan_for(workbook(store), [begun], HERE).open_tasks if due.kind == "thank_you"]

    assert thanks == ["pe-dana"]


def test_follow_ups_go_to_the_recruiter_in_between_and_not_to_the_manager(store: Store) -> None:
    ben = Person(id="pe-ben", name="Ben Hart", kind="hiring_manager", company="Northwind")
    put(store, DANA, ben, NORTHWIND)
    at_northwind(store, date="2026-11-10", reply_by="2026-11-18", **{"people.pe-ben.name": "Ben Hart"})

    [due] = [due for due in plan_for(workbook(store), [], HERE).open_tasks if due.kind == "follow_up"]

    assert due.person_id == "pe-dana"


def test_a_thank_you_to_an_interviewer_without_an_address_names_who_can_pass_it_on(store: Store) -> None:
    put(store, DANA, NORTHWIND)
    at_northwind(store, **{"people.pe-ben.name": "Ben Hart"})

    [due] = [due for due in plan_for(workbook(store), [], HERE).open_tasks if due.kind == "thank_you"]

    assert (due.person_id, "Dana Cole can pass your note on." in due.why) == ("pe-ben", True)


@pytest.mark.parametrize("kind", ["thank_you", "follow_up", "check_in", "ready_to_decide", "tell_them_no"])
def test_a_letter_to_her_names_the_employer_and_the_role(store: Store, kind: Any) -> None:
    put(store, DANA, NORTHWIND, KESTREL)
    at_northwind(store, date="2026-11-19", interest_after="8", **{"people.pe-a.name": "Dana Cole"})

    facts = gather(workbook(store), NOW.date(), application_id="ap-n", person_id="pe-dana")
    letter = draft_message(kind, "email", facts)

    for words in (letter.subject, letter.body):
        assert "Northwind" in words
        assert "data engineer" in words.casefold()
        assert "Kestrel" not in words
    assert "you expect to decide" not in letter.body


def test_forgetting_her_leaves_no_application_that_points_to_her(store: Store) -> None:
    put(store, DANA, NORTHWIND, KESTREL)

    forget(store, OpenDrafts(), "pe-dana", NOW)

    assert [one.via_person for one in workbook(store).applications] == ["", ""]
    assert workbook(store).people == ()


def test_forgetting_reaches_a_name_that_is_in_an_open_form_alone(store: Store) -> None:
    begun = begin_record(workbook(store), "application", "", Random(1))
    typed = {"company": "Northwind", "via_name": "Dana Cole", "via_agency": "Bright Staffing"}
    store.drafts.save(answered(begun, typed), NOW)
    [named] = named_only_in_drafts(workbook(store), store.drafts.list())

    forget(store, OpenDrafts(), named.person_id, NOW)

    [left] = store.drafts.list()
    assert (left.values["via_name"], left.values["company"]) == ("", "Northwind")


def test_a_recruiter_changed_here_and_in_another_program_is_a_conflict(store: Store) -> None:
    others = [Person(id=f"pe-{name}", name=name, kind="recruiter") for name in ("lee", "zed")]
    put(store, DANA, *others, NORTHWIND)
    begun = begin_record(workbook(store), "application", "ap-n", Random(1))
    from_outside(store, "applications.csv", "pe-dana", "pe-zed")

    with pytest.raises(EditedElsewhere):
        save_record(store, store.drafts.save(answered(begun, {"via_person": "pe-lee"}), NOW), NOW)


def test_naming_a_recruiter_can_be_undone(store: Store) -> None:
    put(store, NORTHWIND.changed(via_person=""))
    begun = begin_record(workbook(store), "application", "ap-n", Random(1))
    receipt = save_record(store, store.drafts.save(answered(begun, {"via_name": "Dana Cole"}), NOW), NOW)

    store.undo(receipt.id, NOW)

    assert (workbook(store).people, workbook(store).applications[0].via_person) == ((), "")


def test_the_coach_copy_replaces_the_agency_and_keeps_no_pointer(store: Store) -> None:
    put(store, DANA, NORTHWIND)
    interview = at_northwind(store)
    edited(store, interview, "lesson", {"lesson": "Bright Staffing knew, ask Dana Cole first"})

    copy = str(coach_copy(workbook(store), NOW.date()).report)

    assert "ask Person 1 first" in copy
    for name in ("Bright Staffing", "Dana", "pe-dana"):
        assert name not in copy


def test_files_without_the_columns_are_read_as_they_are(store: Store) -> None:
    put(store, DANA, NORTHWIND)
    for file, first_new in (("people.csv", "agency"), ("applications.csv", "via_person")):
        path = store.folder / file
        rows = [line.split(",") for line in path.read_text("utf-8-sig").splitlines()]
        lines = [",".join(cells[: rows[0].index(f'"{first_new}"')]) for cells in rows]
        path.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8", newline="")

    assert [one.agency for one in workbook(store).people] == [""]
    assert application(store, "ap-n", via_person="pe-dana").via_person == "pe-dana"
