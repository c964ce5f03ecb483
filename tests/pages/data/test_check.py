"""Check and repair on the page Your data: every finding in words, and each repair from the click to the file."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.interview import Interview
from lib.store import Store
from lib.store.tables import name_of_column
from lib.workflows.repairing.repairs import ways_to_read
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, field, keys, plain, problem
from tests.store.damage import KINDS, READ_ONLY, ROW_LOST, contents
from tests.workflows.evening import NOW, from_outside, full_debrief, put, workbook
from tests.workflows.repairing.test_spreadsheet_saved import HERE, saved_in_german

COPY = "interviews.sync-conflict-20261120-190000-ABCDEF.csv"


@pytest.fixture
def interview(store: Store) -> Interview:
    full_debrief(store, seed=2, company="Contoso", date="2026-11-12")
    interview = full_debrief(store)
    store.backups.make("By hand", NOW)
    return interview


def check(tab: Open) -> AppTest:
    return tab("more/data", view="check")


def opened(tab: Open, kind: str) -> AppTest:
    """The first finding of that kind, opened."""
    app = check(tab)
    return click(app, next(str(button.key) for button in app.button if str(button.key).endswith(f":{kind}")))


def undone(app: AppTest) -> None:
    next(button for button in app.button if button.label == "Undo").click().run()
    assert not app.exception


def files(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def test_a_workbook_without_faults_is_reported(tab: Open, store: Store, interview: Interview) -> None:
    assert not [key for key in keys(check(tab)) if key.startswith("mend ")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_damage_is_listed_and_opens(tab: Open, store: Store, interview: Interview, kind: str) -> None:
    KINDS[kind](store.folder / "interviews.csv")
    app = check(tab)
    before = contents(store.folder)
    for key in [str(button.key) for button in app.button if str(button.key).startswith("mend ")]:
        assert "interviews." in plain(click(check(tab), key))
    assert contents(store.folder) == before


def test_a_row_is_corrected_in_the_form_and_that_is_undone(tab: Open, store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    before = files(store)
    app = opened(tab, "unreadable")
    found = next(problem for problem in store.load().problems if problem.kind == "unreadable")
    assert found.reason in plain(app)

    stage = next(one for one in app.text_input if str(one.key).endswith(":stage"))
    stage.set_value("wrong again")
    submit(app, "Save the row")
    assert "wrong again" in problem(app)
    assert next(one for one in app.text_input if str(one.key).endswith(":stage")).value == "wrong again"
    assert files(store) == before

    next(one for one in app.text_input if str(one.key).endswith(":stage")).set_value("technical")
    submit(app, "Save the row")

    assert len(workbook(store).interviews) == 2
    assert not [key for key in keys(app) if key.startswith("mend ")]
    undone(app)
    assert files(store) == before


def test_what_was_typed_to_correct_a_row_is_there_after_a_reload_and_waits_on_today(
    tab: Open, store: Store, interview: Interview
) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    answer(opened(tab, "unreadable"), stage="techn")

    page = click(tab(), "go on " + store.drafts.list()[0].id)

    assert field(page, "stage").value == "techn"
    answer(page, stage="technical")
    submit(page, "Save the row")
    assert len(workbook(store).interviews) == 2
    assert store.drafts.list() == ()


def submit(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception[0].message


def test_a_row_is_taken_from_the_backup(tab: Open, store: Store, interview: Interview) -> None:
    whole = workbook(store)
    ROW_LOST["a row cut short"](store.folder / "interviews.csv")

    click(opened(tab, "unreadable"), "take row")

    assert workbook(store) == whole


def test_a_file_of_a_spreadsheet_is_read_after_all(tab: Open, store: Store, interview: Interview) -> None:
    whole = workbook(store)
    READ_ONLY["semicolons"](store.folder / "interviews.csv")
    app = opened(tab, "file")
    (way,) = ways_to_read(store, "interviews.csv")
    assert way.read == 2
    assert [step for step in way.steps if step not in plain(app)] == []

    click(app, "read so")

    assert (workbook(store), store.load().read_only) == (whole, "")


def test_where_reading_would_be_guessing_the_backup_is_offered(tab: Open, store: Store, interview: Interview) -> None:
    whole = workbook(store)
    READ_ONLY["the column of ids missing"](store.folder / "interviews.csv")
    app = opened(tab, "file")
    assert "read so" not in keys(app)

    click(app, "file back")

    assert workbook(store) == whole


def test_of_two_readings_the_person_chooses(tab: Open, store: Store, interview: Interview) -> None:
    path = store.folder / "interviews.csv"
    path.write_bytes(path.read_bytes().decode("utf-8-sig").replace("Talked", "Gerödet", 1).encode("cp1252"))
    app = opened(tab, "file")
    assert "Gerödet" in plain(app)

    click(app, "read so")

    assert "Gerödet too long." in [entry.went_badly for entry in workbook(store).interviews]


@pytest.mark.parametrize("side", ["file", "copy"])
def test_of_a_file_and_its_conflict_copy_one_is_chosen(
    tab: Open, store: Store, interview: Interview, side: str
) -> None:
    path = store.folder / "interviews.csv"
    (store.folder / COPY).write_bytes(path.read_bytes().replace(b"Talked too long.", b"Talked far too long."))
    app = opened(tab, "copy")
    assert "Talked far too long." in plain(app)

    click(app, f"keep {side}")

    assert not (store.folder / COPY).exists()
    said = "Talked far too long." if side == "copy" else "Talked too long."
    assert said in [entry.went_badly for entry in workbook(store).interviews]


def test_what_a_row_points_to_is_taken_back(tab: Open, store: Store, interview: Interview) -> None:
    (store.folder / "people.csv").unlink()
    app = opened(tab, "reference")
    assert "Priya Raman" in plain(app)

    click(app, "take target")

    assert "Priya Raman" in [person.name for person in workbook(store).people]


def test_a_broken_seal_is_found_said_and_put_back(tab: Open, store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"60"', '"90"')
    app = opened(tab, "seal")
    assert re.search(r"\b60\b", plain(app))

    click(app, "reseal")

    assert [entry.forecast for entry in workbook(store).interviews] == [60, 60]


def test_a_finding_that_is_gone_is_reported(tab: Open, store: Store, interview: Interview) -> None:
    page = tab("more/data", view="check", finding="interviews.csv:2::unreadable")
    assert len(page.info) == 1


def test_words_in_a_bad_row_are_shown_as_text(tab: Open, store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"![x](http://example.com/x.png)"')
    app = opened(tab, "unreadable")
    assert "![x](http" not in "\n".join(element.value for element in app.markdown)


def test_the_wrong_cell_comes_first_and_is_named_in_words(tab: Open, store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", interview.cells()["held_at"], "20/11/2026")
    app = opened(tab, "unreadable")
    assert "Northwind, 20/11/2026 (interviews.csv, line 3)" in plain(app)
    assert app.text_input[0].value == "20/11/2026"
    assert app.text_input[0].label.replace("\\", "") == name_of_column("held_at")


def test_a_file_that_a_spreadsheet_saved_in_german_comes_back_with_one_click(tab: Open, store: Store) -> None:
    put(store, *HERE)
    saved_in_german(store)
    app = check(tab)
    assert "A spreadsheet saved applications.csv its own way" in plain(app)

    click(app, "turn back applications.csv")

    assert workbook(store).applications == HERE
    assert "A spreadsheet saved" not in plain(check(tab))
