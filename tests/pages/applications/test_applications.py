"""The Applications page: applications, people, who speaks for me, and the week."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.claim import Claim
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.task import Task
from lib.store import Store
from lib.workflows.drafts.steps import move_application
from tests.pages.conftest import Open
from tests.workflows.evening import FULL, NOW, debrief_draft, full_debrief, put, the, workbook

NORTHWIND = Application(id="ap-n", company="Northwind", role="Data engineer", status="interested")
ILSE = Person(id="pe-i", name="Ilse Krähwinkel", kind="reference", company="Haldenfracht", email="ilse@halden.example")


@pytest.fixture
def search(tab: Open) -> Any:
    """Opens the Applications page at an address."""
    return lambda **address: tab("more/applications", **address)


def said(page: AppTest) -> str:
    """All words on the page, as typed."""
    parts = [*page.title, *page.subheader, *page.markdown, *page.text, *page.info, *page.warning, *page.caption]
    words = "\n".join([*(str(part.value) for part in parts), *links(page), *shown(page)])
    return words.replace("\\", "").replace("\u2060", "")


def coming(application: Application) -> Interview:
    """An interview on the next day."""
    when = NOW + timedelta(days=1)
    return Interview(id="iv-next", application_id=application.id, state="scheduled", held_at=when, stage="panel")


def links(page: AppTest) -> list[str]:
    """The words of the page's links."""
    return [link.proto.label for link in page.get("page_link")]


def shown(page: AppTest) -> list[str]:
    """The chips, dots and rows on the page."""
    return [str(html.proto.body) for html in page.get("html") if "<script" not in html.proto.body]


def click(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception, page.exception[0].message
    return page


def field(page: AppTest, label: str) -> Any:
    """The one field of that label."""
    kinds = (page.text_input, page.text_area, page.selectbox, page.date_input, page.button_group, page.checkbox)
    return next(widget for kind in kinds for widget in kind if widget.label == label)


def address_of(page: AppTest) -> dict[str, str]:
    """The page's address; Streamlit's runner holds what the app has set as text, what the test has set as a list."""
    return {name: value if isinstance(value, str) else value[0] for name, value in page.query_params.items()}


def keys(page: AppTest) -> set[str]:
    return {str(button.key) for button in page.button}


@pytest.mark.parametrize("view", ["applications", "people", "references", "week"])
def test_an_empty_view_shows_what_will_be_there_and_offers_one_step(search: Any, view: str) -> None:
    page = search(view=view)

    assert page.title[0].value == "Applications"
    assert len([button for button in page.button if button.key.startswith("add ")]) == 1


def test_a_new_application_is_kept_while_typed_and_opens_once_it_is_saved(search: Any, store: Store) -> None:
    page = click(search(), "add application")
    field(page, "Company").input("Northwind").run()
    assert [draft.values["company"] for draft in store.drafts.list()] == ["Northwind"]

    field(page, "Role").input("Data engineer").run()
    field(page, "What's the status?").set_value("applied").run()
    click(page, "save")

    (made,) = workbook(store).applications
    assert (made.status, made.applied_on) == ("applied", NOW.date())
    assert address_of(page)["application"] == made.id
    assert "Northwind, Data engineer" in said(page)
    assert store.drafts.list() == ()


def test_what_is_missing_is_reported_and_nothing_is_lost(search: Any, store: Store) -> None:
    page = click(search(), "add application")
    field(page, "Company").input("Northwind").run()
    click(page, "save")

    assert "The role is not filled in yet." in said(page)
    assert field(page, "Company").value == "Northwind"


def test_a_reload_in_the_middle_of_a_form_finds_the_words_again(search: Any, store: Store) -> None:
    page = click(search(), "add application")
    field(page, "Company").input("Northwind").run()

    again = search(**address_of(page))

    assert field(again, "Company").value == "Northwind"


def test_applying_again_to_a_company_that_never_answered_reports_it(search: Any, store: Store) -> None:
    put(store, NORTHWIND.changed(status="no_reply", applied_on=date(2026, 8, 3)))

    page = click(search(), "add application")
    field(page, "Company").input("northwind").run()

    assert "You applied to Northwind as Data engineer on Monday 3 August, and they never answered." in said(page)


def test_the_list_is_searched_and_filtered(search: Any, store: Store) -> None:
    put(store, NORTHWIND, NORTHWIND.changed(id="ap-e", company="Eastwind", status="rejected"))
    page = search()

    page.text_input(key="search text").set_value("east").run()
    assert "Eastwind" in said(page)
    assert "Northwind" not in said(page)

    page.text_input(key="search text").set_value("").run()
    page.multiselect(key="search statuses").set_value(["interested"]).run()
    assert "Northwind" in said(page)
    assert "Eastwind" not in said(page)


def test_a_row_shows_the_stage_the_interviews_and_the_next_one(search: Any, store: Store) -> None:
    put(store, NORTHWIND.changed(status="interviewing"), coming(NORTHWIND))

    (row,) = [html for html in shown(search()) if "Interviewing" in html]

    assert "1 interview" in row
    assert "Interview tomorrow" in row


def test_the_board_shows_each_application_under_its_status(search: Any, store: Store) -> None:
    put(store, NORTHWIND, NORTHWIND.changed(id="ap-e", company="Eastwind", status="offer"))

    page = search(shape="board")

    stages = [str(part.value) for part in page.markdown if str(part.value).endswith(":gray[1]")]
    assert stages == ["**Interested** :gray[1]", "**Offer** :gray[1]"]
    assert links(page) == ["**Northwind**", "**Eastwind**"]


def test_a_status_is_moved_to_an_earlier_day_and_undone(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "status")
    field(page, "Status").set_value("interviewing").run()
    field(page, "Since?").set_value(date(2026, 11, 12)).run()
    click(page, "save")

    assert "Interviewing</span>" in said(page)
    assert "Interviewing  \n:gray[Thursday 12 November]" in said(page)

    undo = next(button for button in page.button if button.label == "Undo")
    undo.click().run()
    assert workbook(store).applications == (NORTHWIND,)
    assert workbook(store).activity == ()


def test_the_posting_is_pasted_shown_on_the_prep_sheet_and_taken_back(search: Any, tab: Open, store: Store) -> None:
    put(store, NORTHWIND, coming(NORTHWIND))
    page = click(search(application="ap-n"), "posting")
    field(page, "Paste the job posting").input("You run *pipelines*.\n- SQL").run()
    click(page, "save")

    assert workbook(store).applications[0].posting == "You run *pipelines*.\n- SQL"
    assert "You run *pipelines*." in said(search(application="ap-n"))
    assert "You run *pipelines*." in said(tab("main/today", sheet="iv-next"))
    next(button for button in page.button if button.label == "Undo").click().run()
    assert workbook(store).applications == (NORTHWIND,)


def test_a_dropped_posting_goes_below_what_was_pasted(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "posting")
    field(page, "Paste the job posting").input("From the mail").run()
    page.file_uploader[0].set_value(("job.html", b"<p>From the page</p>", "text/html")).run()
    assert field(page, "Paste the job posting").value == "From the mail\n\nFrom the page"

    page.file_uploader[0].set_value(("job.pdf.txt", b"%PDF-1.7", "text/plain")).run()
    assert "It's a PDF." in said(page)
    assert field(page, "Paste the job posting").value == "From the mail\n\nFrom the page"


def test_a_favourite_is_one_click(search: Any, store: Store) -> None:
    put(store, NORTHWIND)

    click(search(application="ap-n"), "favourite")

    assert workbook(store).applications[0].favourite is True


def test_one_view_holds_rounds_people_claims_pay_tasks_rivals_and_history(search: Any, store: Store) -> None:
    interview = full_debrief(store)
    put(
        store,
        the(store, interview.id).changed(pay_said="Around 70"),
        Claim(id="cl-1", interview_id=interview.id, claim="I keep a project calm"),
        Application(id="ap-r", company="Eastwind", role="Analyst", rival_of="Northwind"),
    )

    page = search(application=interview.application_id)

    words = said(page)
    for part in ("Technical", "Priya Raman", "I keep a project calm", "Around 70", "Eastwind"):
        assert part in words
    assert "Thank Priya Raman" in words
    assert "Interviewing  \n:gray[Friday 20 November]" in words


def test_a_rival_is_named_from_the_company_it_rivals(search: Any, store: Store) -> None:
    """K2"""
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "add rival")
    field(page, "Company").input("Eastwind").run()
    field(page, "Role").input("Analyst").run()
    click(page, "save")

    rival = next(entry for entry in workbook(store).applications if entry.company == "Eastwind")
    assert (rival.rival_of, rival.status) == ("Northwind", "interested")
    assert "Eastwind" in said(page)


def test_the_outcome_is_that_of_the_last_interview_while_it_is_open_and_then_of_the_application(
    search: Any, store: Store
) -> None:
    interview = full_debrief(store)
    page = click(search(application=interview.application_id), "outcome")
    assert address_of(page) == {"debrief": interview.id, "part": "outcome"}

    put(store, the(store, interview.id).changed(outcome="rejected"))
    page = click(search(application=interview.application_id), "outcome")
    assert field(page, "Status").value == "interviewing"


def test_an_application_without_interviews_is_deleted_and_brought_back(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "yes delete")
    assert workbook(store).applications == ()

    next(button for button in page.button if button.label == "Undo").click().run()
    assert workbook(store).applications == (NORTHWIND,)


def test_an_entry_that_is_gone_is_reported_as_gone(search: Any) -> None:
    assert len(search(application="ap-none").info) == 1


def test_a_person_is_added_found_and_corrected(search: Any, store: Store) -> None:
    page = click(search(view="people"), "add person")
    field(page, "Name").input("Ilse Krähwinkel").run()
    field(page, "How do you know them?").set_value("reference").run()
    click(page, "save")

    (person,) = workbook(store).people
    assert address_of(page)["person"] == person.id
    click(page, "edit")
    field(page, "Title").input("Head of data").run()
    click(page, "save")
    assert workbook(store).people[0].title == "Head of data"


def test_one_view_of_a_person_holds_conversations_favours_and_what_was_sent(search: Any, store: Store) -> None:
    full_debrief(store)
    put(
        store,
        Ask(id="as-1", person_id="pe-one", kind="good_word", asked_on=date(2026, 11, 3)),
        Task(
            id="tk-1", kind="thank_you", person_id="pe-one", status="done", body="Dear Priya, thank you.", done_at=NOW
        ),
    )

    words = said(search(person="pe-one"))

    assert "the move of the billing system" in words
    assert "A good word" in words
    assert "Asked 3 Nov" in words
    assert "Dear Priya, thank you." in words


def test_forgetting_shows_what_goes_asks_first_and_offers_no_undo(search: Any, store: Store) -> None:
    full_debrief(store, went_well="Laughed with Priya Raman.")
    page = click(search(person="pe-one"), "forget")
    words = said(page)
    assert "You can't undo this." in words
    assert "Their entry among the people" in words
    assert "1 conversation" in words
    assert [person.name for person in workbook(store).people] == ["Priya Raman"]

    click(page, "yes forget")

    assert workbook(store).people == ()
    assert not [button for button in page.button if button.label == "Undo"]
    assert "Priya Raman" not in said(page)
    assert named(store, "Priya Raman") == []


def named(store: Store, name: str) -> list[Path]:
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    return [path for path in files if name in path.read_text("utf-8")]


def test_keeping_them_changes_nothing(search: Any, store: Store) -> None:
    full_debrief(store)
    page = click(search(person="pe-one", part="forget"), "keep")

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]
    assert page.title[0].value == "Priya Raman"


def test_a_person_named_only_in_a_draft_can_be_forgotten(search: Any, store: Store) -> None:
    debrief_draft(store, FULL)
    page = search(view="people")
    assert "Named in an unsaved draft." in said(page)

    click(click(page, "drafted_pe-one Forget …"), "yes forget")

    assert named(store, "Priya Raman") == []
    assert len(store.drafts.list()) == 1


def test_a_favour_is_added_and_its_steps_are_dated_in_one_click(search: Any, store: Store) -> None:
    """R2, K3"""
    put(store, NORTHWIND, ILSE)
    page = click(search(view="references"), "add ask")
    field(page, "Who?").set_value("pe-i").run()
    field(page, "What do you ask for?").set_value("reference").run()
    field(page, "For which application?").set_value("ap-n").run()
    click(page, "save")
    (ask,) = workbook(store).asks
    assert (ask.person_id, ask.application_id, ask.asked_on) == ("pe-i", "ap-n", None)

    click(page, f"asked {ask.id}")
    click(page, f"agreed {ask.id}")

    (ask,) = workbook(store).asks
    assert (ask.asked_on, ask.agreed_on) == (NOW.date(), NOW.date())
    assert "Ilse Krähwinkel" in links(page)
    assert "Reference for Northwind" in said(page)
    assert "2 of 6 steps taken" in said(page)


def test_only_the_steps_ahead_are_offered(search: Any, store: Store) -> None:
    put(store, ILSE, Ask(id="as-1", person_id="pe-i", kind="reference", asked_on=NOW.date(), agreed_on=NOW.date()))

    page = search(view="references")

    offered = [str(button.key).split()[0] for button in page.button if str(button.key).endswith(" as-1")]
    assert offered == ["briefed", "contacted", "thanked", "told", "edit", "delete"]


def test_the_next_step_comes_after_the_last_one_taken(search: Any, store: Store) -> None:
    put(store, ILSE, Ask(id="as-1", person_id="pe-i", kind="good_word", contacted_on=NOW.date()))

    page = search(view="references")

    assert next(str(button.key) for button in page.button if str(button.key).endswith(" as-1")) == "thanked as-1"


def test_the_week_counts_what_was_noted(search: Any, store: Store) -> None:
    """K1"""
    put(store, NORTHWIND)
    page = click(search(view="week"), "add activity")
    field(page, "What was it?").set_value("learning").run()
    field(page, "In a few words").input("A course on streams").run()
    click(page, "save")

    assert "This week: one thing learned." in said(page)
    assert "A course on streams" in said(page)


def test_the_aim_of_the_week_is_set_and_changed_not_doubled(search: Any, store: Store) -> None:
    page = click(search(view="week"), "aim")
    field(page, "What would make it a good week?").input("One careful letter").run()
    click(page, "save")
    click(page, "aim")
    field(page, "What would make it a good week?").input("Two careful letters").run()
    click(page, "save")

    assert [(row.kind, row.note) for row in workbook(store).activity] == [("weekly_aim", "Two careful letters")]
    assert "Two careful letters" in said(page)


def test_an_entry_of_the_week_is_deleted_and_brought_back(search: Any, store: Store) -> None:
    put(store, Activity(id="ac-1", on=NOW.date(), kind="networking", note="Coffee"))
    page = click(search(view="week"), "delete ac-1")
    assert workbook(store).activity == ()

    next(button for button in page.button if button.label == "Undo").click().run()
    assert [row.note for row in workbook(store).activity] == ["Coffee"]


def test_two_windows_on_one_application_show_both_versions(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "edit")
    field(page, "Role").input("Analyst").run()
    put(store, workbook(store).applications[0].changed(role="Data lead"))
    click(page, "save")

    words = said(page)
    assert "Changed here and elsewhere" in words
    assert "Analyst" in words
    assert "Data lead" in words
    assert workbook(store).applications[0].role == "Data lead"


def test_two_versions_are_shown_as_typed_and_only_fixed_words_by_their_labels(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "edit")
    field(page, "Role").input("me").run()
    field(page, "How would you work?").set_value("on_site").run()
    put(store, workbook(store).applications[0].changed(role="hand", work_mode="remote"))
    click(page, "save")

    assert {"me", "hand", "On site", "Remote"} <= {text.value for text in page.text}


def test_an_address_holds_ids_and_words_of_the_vocabulary_only(search: Any, store: Store) -> None:
    put(store, NORTHWIND)
    page = click(search(application="ap-n"), "add rival")
    field(page, "Company").input("Secretwind").run()

    assert "wind" not in " ".join(address_of(page).values()).casefold()


def test_a_moved_card_tells_how_to_take_it_back(store: Store, search: Any) -> None:
    put(store, NORTHWIND)
    move_application(store, "ap-n", "applied", NOW.date(), "dt-1", NOW)

    words = said(search(application="ap-n"))
    assert "**Applied**" in words
    assert ":gray[20 Nov · today]" in words


def test_references_that_know_how_it_ended_are_folded_away(store: Store, search: Any) -> None:
    asked = Ask(id="as-1", person_id="pe-i", kind="reference", asked_on=NOW.date())
    put(store, ILSE, asked, asked.changed(id="as-2", told_on=NOW.date()))

    page = search(view="references")

    assert "agreed as-1" in keys(page)
    assert not [key for key in keys(page) if key.endswith("as-2")]
    assert [one.label for one in page.expander] == ["Finished: 1"]


def test_how_letters_greet_someone_is_shown_on_their_form(search: Any, store: Store) -> None:
    put(store, Person(id="pe-v", name="Orbán Viktor"))
    page = click(search(person="pe-v"), "edit")
    field(page, "Greeting in your letters").input("Hi Viktor").run()
    click(page, "save")
    assert workbook(store).people[0].salutation == "Hi Viktor"
    assert "Hi Viktor" in said(search(person="pe-v"))


def test_the_language_of_letters_to_someone_is_chosen_on_their_form(search: Any, store: Store) -> None:
    put(store, Person(id="pe-v", name="Orbán Viktor"))
    page = click(search(person="pe-v"), "edit")
    field(page, "Language of your letters, if it isn't English").set_value("german").run()
    assert "Drafts are in English" in said(page)
    click(page, "save")
    assert workbook(store).people[0].language == "german"
    assert "German" in said(search(person="pe-v"))


def test_correcting_a_name_on_the_form_corrects_its_greeting(search: Any, store: Store) -> None:
    put(store, Person(id="pe-v", name="Obran Viktor", salutation="Dear Dr. Obran"))
    page = click(search(person="pe-v"), "edit")
    field(page, "Name").input("Orbán Viktor").run()
    click(page, "save")
    assert (workbook(store).people[0].name, workbook(store).people[0].salutation) == ("Orbán Viktor", "")
