"""A recruiter between me and several employers, on the pages that name people."""

from streamlit.testing.v1 import AppTest

from lib.records.person import Person
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, plain
from tests.workflows.entries.test_agencies import ANNAS, DANA, KESTREL, NORTHWIND
from tests.workflows.evening import put, workbook


def shown(app: AppTest) -> str:
    return plain(app).replace("\\", "")


def test_the_form_of_an_application_asks_for_the_recruiter_and_their_agency(tab: Open, store: Store) -> None:
    app = click(tab("more/applications"), "add application")
    answer(app, company="Northwind", role="Data engineer", via_name="Dana Cole", via_agency="Bright Staffing")
    click(app, "save")

    [dana] = workbook(store).people
    assert (dana.kind, dana.agency) == ("recruiter", "Bright Staffing")
    assert "via Dana Cole, Bright Staffing" in shown(app)


def test_a_known_recruiter_is_chosen_for_the_next_employer(tab: Open, store: Store) -> None:
    put(store, DANA)
    app = click(tab("more/applications"), "add application")
    answer(app, company="Kestrel", role="Analyst", via_person="pe-dana")
    click(app, "save")

    assert [one.via_person for one in workbook(store).applications] == ["pe-dana"]
    assert len(workbook(store).people) == 1


def test_her_card_lists_the_employers_and_each_employer_shows_her(tab: Open, store: Store) -> None:
    put(store, DANA, NORTHWIND, KESTREL)

    card = shown(tab("more/applications", person="pe-dana"))
    assert "Speaks for" in card
    assert "Bright Staffing" in card
    assert "Northwind, Data engineer" in card
    assert "Kestrel, Analyst" in card
    for entry in (NORTHWIND, KESTREL):
        page = shown(tab("more/applications", application=entry.id))
        assert "via Dana Cole, Bright Staffing" in page
        assert "speaks for them" in page
    assert shown(tab("more/applications")).count("via Dana Cole") == 2


def test_the_form_of_a_person_asks_a_recruiter_for_the_agency(tab: Open, store: Store) -> None:
    app = click(tab("more/applications", view="people"), "add person")
    answer(app, name="Dana Cole", kind="recruiter")
    answer(app, agency="Bright Staffing")
    click(app, "save")

    assert [(one.name, one.agency) for one in workbook(store).people] == [("Dana Cole", "Bright Staffing")]


def test_a_recruiter_screen_asks_for_the_agency_of_whoever_was_met(tab: Open, store: Store) -> None:
    app = tab("main/debrief", new="upcoming")
    answer(app, company="Northwind", role="Analyst", people_names="Anna Schmidt")
    assert "already. Is it the same person?" not in shown(app)

    put(store, *ANNAS, NORTHWIND, Person(id="pe-x", name="Bo", company="Northwind"))
    app = tab("main/debrief", new="upcoming")
    answer(app, application="ap-n", people_names="Anna Schmidt\nBo")
    assert shown(app).count("already. Is it the same person?") == 1


def test_an_interview_is_noted_for_an_application_whose_status_nobody_said(tab: Open, store: Store) -> None:
    put(store, NORTHWIND.changed(status=None, via_person=""))
    app = tab("main/debrief", new="upcoming")

    answer(app, company="Northwind", role="Data engineer")

    assert "Who will you meet? One name per line" in shown(app)
