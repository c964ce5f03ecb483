"""Bringing in, as a person meets it: chosen, looked at, written, taken back, brought in again."""

import re
from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from lib.dates import DateStyle
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.upload import opened
from lib.records.application import Application
from lib.store import Store
from lib.ui.data.import_upload import UPLOADS, ImportUpload
from lib.workflows.entries.preferences import set_setting
from tests.exchange.importing import samples
from tests.exchange.importing.test_cases import CASES
from tests.pages.conftest import Open
from tests.pages.screen import click, keys, markdown, plain, problem
from tests.workflows.evening import NOW, put, workbook

MIXED = "company,role,applied,mood\nQuill,Analyst,03/04/2026,![x](http://x.example/y.png)\n"


def chosen(tab: Open, *files: tuple[str, bytes | str]) -> AppTest:
    app = tab("more/data", view="in")
    given = [(name, data if isinstance(data, bytes) else data.encode(), "text/csv") for name, data in files]
    app.file_uploader[0].set_value(given).run()
    assert not app.exception, app.exception[0].message
    return app


def rows(app: AppTest) -> list[list[str]]:
    """Row, its content, and what becomes of it."""
    shown = next(table for table in app.table if "Row" in table.value.columns)
    return [[str(cell).replace("\\", "") for cell in row] for row in shown.value.values]


def test_before_anything_is_chosen_the_page_shows_what_it_takes_and_from_where(tab: Open) -> None:
    app = tab("more/data", view="in")

    assert "LinkedIn" in plain(app)
    assert app.file_uploader[0].help
    assert "bring in" not in keys(app)


def test_an_archive_is_shown_with_its_counts_and_nothing_is_written(tab: Open, store: Store) -> None:
    app = chosen(tab, ("Basic_LinkedIn.zip", samples.linkedin()))

    assert "7 of 10 rows come in, 3 are left out." in plain(app)
    assert re.search(r"\b1 other file\b", plain(app))
    assert not list(store.folder.glob("*.csv"))


def test_it_comes_in_is_taken_back_and_comes_in_again(tab: Open, store: Store) -> None:
    app = chosen(tab, ("Basic_LinkedIn.zip", samples.linkedin()))
    click(app, "bring in")

    assert "4 applications, 2 people, 4 dated steps" in plain(app)
    assert len(workbook(store).applications) == 4
    app.button[[button.label for button in app.button].index("Undo")].click().run()
    assert workbook(store).is_empty

    again = chosen(tab, ("Basic_LinkedIn.zip", samples.linkedin()))
    click(again, "bring in")
    assert len(workbook(store).applications) == 4


def test_the_same_file_again_reports_it_and_offers_no_button(tab: Open, store: Store) -> None:
    click(chosen(tab, ("simplify.csv", samples.SIMPLIFY)), "bring in")

    app = chosen(tab, ("simplify.csv", samples.SIMPLIFY))

    assert "0 of 2 rows come in, 2 are here already." in plain(app)
    assert "bring in" not in keys(app)


def test_a_backup_is_kept_before(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Tessera", role="Lead"))

    click(chosen(tab, ("simplify.csv", samples.SIMPLIFY)), "bring in")

    assert "Before an import" in [backup.reason for backup in store.backups.list()]


def test_a_date_that_may_be_two_is_asked_about_before_anything_can_come_in(tab: Open, store: Store) -> None:
    app = chosen(tab, ("own.csv", MIXED))
    assert "bring in" not in keys(app)
    assert app.radio[0].options == ["3 Apr 2026", "4 Mar 2026"]

    app.radio[0].set_value("mdy").run()
    click(app, "bring in")

    assert workbook(store).applications[0].applied_on == date(2026, 3, 4)


def test_the_columns_of_a_table_of_my_own_can_be_corrected(tab: Open, store: Store) -> None:
    app = chosen(tab, ("own.csv", "Outfit,Job,Rank\nQuill,Analyst,Senior\n"))
    assert "Company" in plain(app)
    assert "bring in" not in keys(app)

    next(box for box in app.selectbox if box.label.startswith("Outfit")).set_value("company").run()
    click(app, "bring in")

    assert [(entry.company, entry.role, entry.notes) for entry in workbook(store).applications] == [
        ("Quill", "Analyst", "Rank: Senior")
    ]


def test_a_column_cannot_be_taken_twice_for_what_can_be_one_only(tab: Open) -> None:
    app = chosen(tab, ("own.csv", "Company,Job,Rank\nQuill,Analyst,Senior\n"))
    next(box for box in app.selectbox if box.label.startswith("Rank")).set_value("role").run()

    assert "'Role'" in plain(app)
    assert "bring in" not in keys(app)


def test_an_unknown_status_is_asked_about(tab: Open, store: Store) -> None:
    app = chosen(tab, ("huntr.csv", samples.HUNTR))
    box = next(box for box in app.selectbox if "Second coffee" in box.label)

    box.set_value("interviewing").run()
    click(app, "bring in")

    assert {entry.company: entry.status for entry in workbook(store).applications}["Meridian"] == "interviewing"


def test_a_file_of_an_archive_can_be_left_out(tab: Open, store: Store) -> None:
    app = chosen(tab, ("Basic_LinkedIn.zip", samples.linkedin()))
    for toggle in app.toggle[-2:]:
        toggle.set_value(False)
    app.run()
    click(app, "bring in")

    assert workbook(store).people == ()


def test_what_differs_is_shown_side_by_side_and_chosen(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Quill", role="Analyst", status="interviewing"))
    app = chosen(tab, ("simplify.csv", samples.SIMPLIFY))
    shown = [[str(cell) for cell in row] for row in app.table[0].value.values]
    assert ["Status", "Interviewing", "Rejected"] in shown

    next(group for group in app.button_group if group.label == "What shall stand?").set_value("take").run()
    click(app, "bring in")

    assert {entry.id: entry.status for entry in workbook(store).applications}["ap-1"] == "rejected"


def test_a_file_that_is_refused_gives_the_reason_and_what_to_do(tab: Open) -> None:
    app = chosen(tab, ("jobs.xlsx", samples.zipped({"[Content_Types].xml": ""})))

    assert re.search("jobs.xlsx.*damaged.*'CSV UTF-8'", problem(app))
    assert not app.table


def test_words_from_a_file_are_shown_as_words(tab: Open) -> None:
    app = chosen(tab, ("![x](http:__x.example).csv", MIXED), ("b.csv", "company,![x](http://x.example)\na,b\n"))

    assert "![x](http" not in markdown(app)


def test_a_read_only_workbook_takes_nothing_and_reports_it(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Tessera", role="Lead"))
    app = chosen(tab, ("simplify.csv", samples.SIMPLIFY))
    (store.folder / "applications.csv").write_bytes(b"\xff\xfe broken")

    click(app, "bring in")

    assert store.load().read_only in problem(app)
    assert (store.folder / "applications.csv").read_bytes() == b"\xff\xfe broken"


def test_what_was_looked_at_is_dismissed_when_the_files_are_taken_off(tab: Open) -> None:
    app = chosen(tab, ("simplify.csv", samples.SIMPLIFY))
    assert UPLOADS.get(app.session_state["tab"])

    app.file_uploader[0].set_value([]).run()

    assert UPLOADS.get(app.session_state["tab"]) is None


def test_an_import_of_lately_can_be_taken_back_from_here(tab: Open, store: Store) -> None:
    click(chosen(tab, ("simplify.csv", samples.SIMPLIFY)), "bring in")

    app = tab("more/data", view="in")
    assert "2 applications" in plain(app)
    next(button for button in app.button if button.label == "Take back").click().run()

    assert workbook(store).is_empty


def test_the_rows_are_named_before_they_come_in(tab: Open) -> None:
    app = chosen(tab, ("own.csv", "company,role,applied\nQuill,Analyst,2026-10-30\n,Lead,2026-10-31\n"))

    assert rows(app) == [
        ["2", "Quill, Analyst, 30 Oct 2026", "Comes in: Application, applied"],
        ["3", "Lead", "Left out: It names no company."],
    ]
    assert "1 of 2 rows comes in, 1 is left out." in plain(app)


def test_each_change_to_what_is_here_is_shown(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Quill", role="Analyst", status="applied"))
    app = chosen(tab, ("own.csv", "company,role,interview date,stage\nQuill,Analyst,2026-11-02,onsite\n"))
    assert [one.label for one in app.expander if one.label.endswith(": 1")]
    assert re.search("Quill, Analyst.*'Applied'.*'Interviewing'", plain(app))
    assert re.search("'onsite'.*In person.*Panel", plain(app))


def test_a_day_that_changes_here_has_the_order_of_the_settings(tab: Open, store: Store) -> None:
    set_setting(store, "country", "US", NOW)
    put(store, Application(id="ap-1", company="Quill", role="Analyst", status="applied"))
    app = chosen(tab, ("own.csv", "company,role,interview date,stage\nQuill,Analyst,2026-11-02,onsite\n"))
    assert "becomes 'Nov 2, 2026'" in plain(app)


def test_an_open_file_is_read_again_after_another_order_was_chosen() -> None:
    upload = opened([("it.csv", (CASES / "serial_interviews.csv").read_bytes())])
    held, (table,) = ImportUpload(upload), upload.tables
    month_first = replace(samples.MOMENT, dates=DateStyle("month", "12"))

    before, after = (held.reading(0, table, ImportChoices(), moment) for moment in (samples.MOMENT, month_first))

    assert "Interview Date: 46266 was read as Tuesday 1 September 2026." in before.remarks
    assert "Interview Date: 46266 was read as Tuesday, September 1, 2026." in after.remarks


def test_an_application_whose_company_and_role_are_here_is_reported(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Quill", role="Analyst", applied_on=date(2026, 3, 1)))
    app = chosen(tab, ("own.csv", "company,role,applied\nQuill,Analyst,2026-10-30\n"))
    assert "1 of 1 row comes in." in plain(app)
    assert re.search(r"Quill, Analyst, 30 Oct 2026: .*\b1 Mar", plain(app))


def test_a_row_that_was_read_wrongly_is_corrected_or_left_out(tab: Open, store: Store) -> None:
    app = chosen(tab, ("own.csv", "company,role\nQuill,Analyst\n,Lead\nTessera,Clerk\n"))
    number = next(field for field in app.number_input if field.label == "Number of the row")
    number.set_value(3).run()
    next(field for field in app.text_input if field.label == "company").set_value("Oakline")
    next(button for button in app.button if button.label == "Use these cells").click().run()
    number = next(field for field in app.number_input if field.label == "Number of the row")
    number.set_value(4).run()
    next(button for button in app.button if button.label == "Leave this row out").click().run()
    assert [row[2] for row in rows(app)][-1] == "Left out: You took it out."
    click(app, "bring in")

    assert [(entry.company, entry.role) for entry in workbook(store).applications] == [
        ("Quill", "Analyst"),
        ("Oakline", "Lead"),
    ]


def test_talks_of_one_day_can_come_in_as_one_interview(tab: Open, store: Store) -> None:
    app = chosen(tab, ("loop.csv", (CASES / "loop.csv").read_bytes()))
    next(group for group in app.button_group if "4 talks" in group.label).set_value(
        "One interview with all of it"
    ).run()
    assert "4 of 4 rows come in." in plain(app)
    click(app, "bring in")

    (interview,) = workbook(store).interviews
    assert (interview.outcome, len(workbook(store).conversations), len(workbook(store).questions)) == ("offer", 4, 4)


def test_the_header_can_be_chosen_by_hand(tab: Open) -> None:
    app = chosen(tab, ("own.csv", (CASES / "two_headers.csv").read_bytes()))
    assert "2 of 2 rows come in." in plain(app)

    next(box for box in app.selectbox if box.label == "Which row names the columns?").set_value(5).run()

    assert "A table of your own, 1 row" in plain(app)


def test_what_the_rows_are_can_be_switched_without_starting_again(tab: Open, store: Store) -> None:
    app = chosen(tab, ("own.csv", "Name,Company,Email\nAnn Bo,Quill,a@q.example\n"))
    group = next(group for group in app.button_group if group.label == "What are its rows?")
    assert group.value == "People"

    group.set_value("Applications").run()
    click(app, "bring in")

    assert [entry.company for entry in workbook(store).applications] == ["Quill"]


def test_a_table_is_pasted_without_a_file(tab: Open, store: Store) -> None:
    app = tab("more/data", view="in")
    pasted = "Company\tRole\tApplied\nQuill\tAnalyst\t1 Sep 2026\nTessera\tLead\n"
    next(area for area in app.text_area if area.label == "Paste a table").set_value(pasted).run()
    assert "2 of 2 rows come in." in plain(app)
    click(app, "bring in")

    assert [entry.company for entry in workbook(store).applications] == ["Quill", "Tessera"]
    assert next(area for area in app.text_area if area.label == "Paste a table").value == ""


def test_further_sheets_are_offered_and_stay_out_until_chosen(tab: Open, store: Store) -> None:
    people = samples.sheet_rows([["Name", "Company", "Email"], ["Ann Bo", "Quill", "a@q.example"]])
    jobs = samples.sheet_rows([["Company", "Role"], ["Quill", "Analyst"]])
    app = chosen(tab, ("jobs.xlsx", samples.xlsx({"Jobs": jobs, "People": people})))
    assert "1 of 1 row comes in." in plain(app)

    groups = [group for group in app.button_group if group.label == "What are its rows?"]
    assert [group.value for group in groups] == ["Applications", "Leave it out"]
    groups[1].set_value("People").run()
    click(app, "bring in")

    assert [person.name for person in workbook(store).people] == ["Ann Bo"]


def test_one_of_our_own_files_that_a_spreadsheet_saved_comes_back_with_one_question(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Quill", role="Analyst", applied_on=date(2026, 9, 3)))
    data = "id;company;role;source;url;location;work_mode;formality;applied_on\nap-1;Quill;Lead;;;;;;03/09/2026\n"
    app = chosen(tab, ("applications.csv", data))
    assert "bring in" not in keys(app)

    app.radio[0].set_value("dmy").run()
    assert "1 of 1 row comes in." in plain(app)
    assert re.search("role 'Analyst' becomes 'Lead'", plain(app))
    click(app, "bring in")

    (entry,) = workbook(store).applications
    assert (entry.role, entry.applied_on) == ("Lead", date(2026, 9, 3))
