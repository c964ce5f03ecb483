"""A file that spells a company otherwise: asked about, and only what the person confirms becomes one."""

from datetime import date

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.importing.bring_in import bring_in
from lib.workflows.importing.companies import Spelling, spelled_as_known, spelled_otherwise
from lib.workflows.importing.comparison import compare
from lib.workflows.importing.rows import Decisions, ambiguous_applications
from tests.exchange.importing.samples import NOW, readings
from tests.workflows.evening import put, workbook

HERE = Application(id="ap-a", company="Acme Inc.", role="Analyst", applied_on=date(2026, 3, 2), status="applied")
VANE = Application(id="ap-v", company="Hollis and Vane", role="Cook")
FILE = (
    "company,role,applied\n"
    '"Acme, Inc.",Analyst,2026-03-02\n'
    "Hollis & Vane,Cook,2026-04-01\n"
    "Metro,Cook,2026-04-01\n"
    "METRO AG,Baker,2026-04-01\n"
    "Acme Inc.,Driver,2026-04-01\n"
)
LOG = "company,role,interview_date,interview_type\nNorthwind,Analyst,2026-03-10,technical\n"


def test_spellings_that_may_be_one_company_are_listed() -> None:
    found = spelled_otherwise(readings(FILE, "own.csv"), Workbook(applications=(HERE, VANE)))

    assert found == (
        Spelling("Acme, Inc.", "Acme Inc.", True),
        Spelling("Hollis & Vane", "Hollis and Vane", True),
        Spelling("METRO AG", "Metro", False),
    )


def test_nothing_is_merged_until_the_person_confirms_it(store: Store) -> None:
    put(store, HERE, VANE)

    bring_in(store, readings(FILE, "own.csv"), Decisions(), "one", NOW)

    assert {entry.company for entry in workbook(store).applications} >= {"Acme Inc.", "Acme, Inc.", "Hollis & Vane"}


def test_a_company_confirmed_as_the_same_is_compared_with_the_one_here(store: Store) -> None:
    put(store, HERE, VANE)
    same = spelled_as_known(readings(FILE, "own.csv"), {"acme, inc.": "Acme Inc.", "hollis & vane": "Hollis and Vane"})
    assert {pair.here.id for pair in compare(same, workbook(store)).pairs} >= {"ap-v"}

    bring_in(store, same, Decisions(), "one", NOW)

    names = [entry.company for entry in workbook(store).applications]
    assert sorted(names) == ["Acme Inc.", "Acme Inc.", "Hollis and Vane", "METRO AG", "Metro"]


def test_an_interview_goes_to_the_application_that_was_running_that_day(store: Store) -> None:
    old = Application(
        id="ap-old", company="Northwind", role="Analyst", applied_on=date(2026, 2, 1), status="rejected",
        status_on=date(2026, 5, 1),
    )  # fmt: skip
    new = Application(id="ap-new", company="Northwind", role="Analyst", applied_on=date(2026, 9, 1), status="applied")
    put(store, old, new)
    found = readings(LOG, "log.csv")
    offered = ambiguous_applications(compare(found, workbook(store)), workbook(store))
    assert [entry.id for entry in offered["northwind\nanalyst"]] == ["ap-new", "ap-old"]

    bring_in(store, found, Decisions(), "one", NOW)

    (held,) = workbook(store).interviews
    assert held.application_id == "ap-old"


def test_the_person_can_choose_the_other_one(store: Store) -> None:
    old = Application(id="ap-old", company="Northwind", role="Analyst", applied_on=date(2026, 2, 1))
    put(store, old, old.changed(id="ap-new", applied_on=date(2026, 3, 1)))

    bring_in(store, readings(LOG, "log.csv"), Decisions(applications={"northwind\nanalyst": "ap-old"}), "one", NOW)

    assert [entry.application_id for entry in workbook(store).interviews] == ["ap-old"]


def test_an_imported_interview_after_the_end_opens_the_application_again(store: Store) -> None:
    put(
        store,
        Application(id="ap-n", company="Northwind", role="Analyst", status="rejected", status_on=date(2026, 2, 20)),
        Interview(id="iv-1", application_id="ap-n", state="done", held_at=date(2026, 2, 10), stage="technical"),
    )

    bring_in(store, readings(LOG, "log.csv"), Decisions(), "one", NOW)

    found = workbook(store).application("ap-n")
    assert found is not None
    assert (found.status, found.status_on) == ("interviewing", date(2026, 3, 10))
