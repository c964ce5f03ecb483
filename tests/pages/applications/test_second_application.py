"""A company calls back, or is applied to again: what the pages offer, show and undo."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.application import Application
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.data.test_import import chosen
from tests.pages.debrief.test_steps import WHICH, saved
from tests.pages.screen import answer, click, field, plain
from tests.workflows.evening import debriefed, put, workbook

CLOSED = Application(
    id="ap-old",
    company="Northwind",
    role="Data engineer",
    applied_on=date(2026, 9, 3),
    status="rejected",
    status_on=date(2026, 11, 12),
)
OPEN = CLOSED.changed(id="ap-open", applied_on=date(2026, 11, 14), status="applied", status_on=date(2026, 11, 14))
ACME = Application(id="ap-acme", company="Acme Inc.", role="Cook", status="applied")


def options(app: AppTest, name: str) -> list[str]:
    return [option.content if hasattr(option, "content") else str(option) for option in field(app, name).options]


def named(app: AppTest, label: str) -> AppTest:
    """After a click on the one button of that label."""
    (found,) = (one for one in app.button if label in one.label.replace("\\", ""))
    found.click().run()
    assert not app.exception, app.exception[0].message
    return app


def status(store: Store, application_id: str = "ap-old") -> str | None:
    entry = workbook(store).application(application_id)
    assert entry is not None
    return entry.status


def test_a_debrief_typed_for_a_closed_role_asks_which_one_and_shows_that_it_is_open_again(
    tab: Open, store: Store
) -> None:
    put(store, CLOSED)
    app = answer(tab("main/debrief", new="debrief"), **WHICH)
    assert [word.replace("\\", "") for word in options(app, "which")] == [
        "Reopen it · applied 3 Sep, rejected 12 Nov",
        "A new application",
    ]

    click(app, "next")
    assert "You have Northwind, Data engineer already." in plain(app)
    assert field(app, "company").value == "Northwind"

    saved(answer(app, which="ap-old"))
    assert "Northwind is open again." in plain(app)
    assert status(store) == "interviewing"

    named(app, "Undo")
    assert status(store) == "rejected"
    assert len(workbook(store).interviews) == 1


def test_a_second_application_is_made_if_the_person_confirms_it(tab: Open, store: Store) -> None:
    put(store, CLOSED, OPEN)

    saved(answer(tab("main/debrief", new="debrief"), **WHICH, which="another"))

    assert len(workbook(store).applications) == 3
    assert (status(store), status(store, "ap-open")) == ("rejected", "applied")


def test_with_one_open_nothing_has_to_be_chosen_and_the_form_reports_it(tab: Open, store: Store) -> None:
    put(store, OPEN)
    app = answer(tab("main/debrief", new="debrief"), **WHICH)
    assert "If you don't choose, it's the open one." in plain(app)

    saved(app)

    assert [entry.application_id for entry in workbook(store).interviews] == ["ap-open"]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (date(2026, 11, 20), "Northwind is closed: rejected 12 Nov. Saving this opens it again."),
        (date(2026, 11, 5), "This interview was before that, so it stays closed."),
        (date(2026, 11, 12), "Northwind ended that same day. Is it open again?"),
    ],
)
def test_the_form_shows_what_saving_does_to_a_closed_application(
    tab: Open, store: Store, held: date, said: str
) -> None:
    put(store, CLOSED)

    app = answer(tab("main/debrief", new="debrief"), application="ap-old", date=held)

    assert said in plain(app)


def test_applying_after_the_interview_is_asked_about_and_nothing_typed_is_lost(tab: Open) -> None:
    app = answer(tab("main/debrief", new="debrief"), **WHICH, applied_on=date(2026, 11, 21))

    assert "These dates say you applied after the interview. Is that right?" in plain(app)
    assert field(app, "applied_on").value == date(2026, 11, 21)


def test_an_interview_to_come_is_held_until_it_is_clear_which_application_it_is(tab: Open, store: Store) -> None:
    put(store, CLOSED)
    app = answer(tab("main/debrief", new="upcoming"), **{**WHICH, "date": date(2026, 11, 27)})

    click(app, "save")
    assert "Choose which one it is." in plain(app)
    assert workbook(store).interviews == ()

    click(answer(app, which="ap-old"), "save")
    assert "Saved. Northwind is open again." in plain(app)
    assert status(store) == "interviewing"


@pytest.mark.parametrize("kind", ["debrief", "upcoming"])
def test_a_company_spelled_otherwise_is_offered_to_tap(tab: Open, store: Store, kind: str) -> None:
    put(store, ACME)
    app = answer(tab("main/debrief", new=kind), company="ACME, Inc")

    named(app, "You have Acme Inc. Same company?")

    assert field(app, "company").value == "Acme Inc."


def test_the_offer_form_asks_too(tab: Open, store: Store) -> None:
    put(store, ACME, CLOSED)
    app = click(tab("more/decide", view="offers"), "add offer")
    answer(app, company="Acme", role="Cook")
    named(app, "You have Acme Inc. Same company?")
    assert "which" in [str(one.key).partition(":")[2] for one in app.get("button_group")]

    answer(app, company="Northwind", role="Data engineer")
    click(app, "save")

    assert "You have Northwind, Data engineer already." in plain(app)
    assert workbook(store).offers == ()


def test_a_new_application_for_a_role_that_is_there_leads_to_it_or_adds_a_second(tab: Open, store: Store) -> None:
    put(store, OPEN, CLOSED)
    app = click(tab("more/applications"), "add application")
    answer(app, company="Northwind", role="Data engineer", notes="Heard from Maja")

    named(app, "Open the one you have · applied 14 Nov")
    assert app.query_params["application"] in ("ap-open", ["ap-open"])
    assert [draft.values["notes"] for draft in store.drafts.list()] == ["Heard from Maja"]


def test_reopening_from_the_form_of_a_new_application_leads_to_its_status(tab: Open, store: Store) -> None:
    put(store, CLOSED)
    app = click(tab("more/applications"), "add application")
    answer(app, company="Northwind", role="Data engineer", status="applied")

    click(named(app, "Reopen the closed one · applied 3 Sep"), "save")

    assert "Saved. Northwind is open again." in plain(app)
    assert status(store) == "applied"


def test_lists_tell_two_applications_for_one_role_apart(tab: Open, store: Store) -> None:
    put(store, OPEN, CLOSED)
    debriefed(store, application="ap-open")

    assert "**Northwind** Data engineer · applied 14 Nov" in plain(tab("more/applications"))
    assert "**Northwind** Data engineer · applied 14 Nov" in plain(tab("main/journal"))
    assert "**Northwind** Data engineer · applied 3 Sep" in plain(tab("more/applications"))
    assert "Data engineer · applied 3 Sep" in plain(tab("more/applications", shape="board"))


def test_a_debrief_moves_to_another_application_and_undo_brings_it_back(tab: Open, store: Store) -> None:
    put(store, ACME)
    made = debriefed(store)
    app = tab("main/journal", debrief=made.id, part="basics")

    answer(app, application="ap-acme")
    assert "It moves there with its questions, promises and tasks." in plain(app)
    click(app, "save")
    assert "Saved. It belongs to Acme Inc., Cook now." in plain(app)
    assert [entry.application_id for entry in workbook(store).interviews] == ["ap-acme"]

    named(app, "Undo")
    assert [entry.application_id for entry in workbook(store).interviews] == [made.application_id]


def test_an_import_lists_companies_that_look_alike_and_takes_them_as_different_until_told(
    tab: Open, store: Store
) -> None:
    put(store, ACME)
    app = chosen(tab, ("jobs.csv", 'company,role,applied\n"Acme, Inc",Cook,2026-03-02\n'))
    assert "The file says Acme, Inc, you have Acme Inc." in plain(app)
    assert "1 application" in plain(app)

    field(app, "company acme, inc").set_value("Same company").run()
    click(app, "bring in")

    assert [entry.company for entry in workbook(store).applications] == ["Acme Inc."]
