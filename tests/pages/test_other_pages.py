"""The first visit, the sample, the other pages, and what is shown when files or folder are in a bad way."""

import errno
import re
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store, disk
from lib.ui import error_messages
from lib.workflows.entries.plan_checks import check_field
from tests.pages.conftest import Open
from tests.pages.routes import pages
from tests.pages.screen import answer, click, elements, field, markdown, offered, on_to, plain, problem
from tests.workflows.evening import NOW, debriefed, edited, from_outside, full_debrief, scheduled, workbook

PAGES = pages()
PAYLOADS = (
    "![x](http://example.com/x.png)",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "**x**",
    ":red[x]",
    ":material/home:",
    "$x$",
    "`x`",
    "http://example.com/y",
    "|x|y|",
    "# x",
    "- x",
)
WORDS = '=HYPERLINK("http://example.com") ' + " ".join(PAYLOADS)


def test_the_frame_has_few_elements_since_each_costs_every_switch_about_a_millisecond(tab: Open) -> None:
    shown = [one.type for one in elements(tab().main)]

    what_scripts_need, messages = ["html", "html", "button"], [*["flex_container"] * 4, "html"]
    assert shown[: shown.index("title")] == [*what_scripts_need, *messages]
    assert "html" not in shown[shown.index("title") :]


def test_an_empty_workbook_has_three_doors_and_the_sample(tab: Open) -> None:
    app = tab()

    assert "Everything stays on this computer" in plain(app)
    assert offered(app) == ["I just had one", "I have one coming up", "I have an offer", "Try it with sample data"]
    links = [(one.proto.label, one.proto.query_string) for one in app.main.get("page_link")]
    assert ("Have a note on your phone? Bring it in", "view=note") in links


@pytest.mark.parametrize("page", PAGES)
def test_looking_writes_nothing(tab: Open, store: Store, page: str) -> None:
    full_debrief(store)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}

    tab(page)

    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_workbook_shows_every_page_and_stays_empty(tab: Open, store: Store, page: str) -> None:
    tab(page)

    assert [path for path in store.folder.rglob("*") if path.suffix == ".csv"] == []


def test_the_sample_is_looked_around_in_under_a_banner_with_one_click_back(tab: Open, store: Store) -> None:
    app = click(tab(), "sample")
    assert "Sample data." in plain(app)
    assert "Coming up" in plain(app)

    next(button for button in app.button if button.label == "Leave the sample").click().run()

    assert "Just out of an interview?" in plain(app)
    assert workbook(store).is_empty


def test_the_fields_of_one_workbook_take_no_words_into_the_other(tab: Open, store: Store) -> None:
    app = tab("more/settings")
    app.text_input("setting name").set_value("Jo Barker").run()
    app = click(app, "sample")
    assert app.text_input("setting name").value == "Robin Daly"
    app.text_input("setting name").set_value("Somebody else").run()

    next(button for button in app.button if button.label == "Leave the sample").click().run()

    assert app.text_input("setting name").value == "Jo Barker"
    assert workbook(store).setting("name") == "Jo Barker"


def test_what_is_entered_in_the_sample_never_reaches_the_own_files(tab: Open, store: Store) -> None:
    app = click(tab(), "sample")
    click(app, "debrief")
    answer(app, company="Northwind", role="Analyst", stage="technical")
    click(click(click(app, "next"), "next"), "save")

    assert "You can stop here" in plain(app)
    assert list(store.folder.rglob("*")) == []


def live(app: AppTest) -> list[str]:
    """The payloads that Streamlit would read as Markdown: whose first sign nothing disarms."""
    return [payload for payload in PAYLOADS if re.search(rf"(?<!\\){re.escape(payload)}", markdown(app))]


@pytest.mark.parametrize("place", ["reading", "list", "after", "today", "hard", "tonight", "job", "progress"])
def test_words_of_the_person_are_shown_as_text(tab: Open, store: Store, place: str) -> None:
    words = WORDS
    full_debrief(store, date="2026-11-10", company=words, role=words, asked=words, hard=[words], new_plan=words)
    interview = full_debrief(
        store,
        seed=5,
        **{
            "date": "2026-11-19",
            "company": words,
            "role": words,
            "asked": words,
            "hard": [words],
            "wish": words,
            "went_well": words,
            "went_badly": words,
            "unsaid": words,
            "people.pe-one.name": words,
            "people.pe-one.talked_about": words,
            "promise": words,
            "new_plan": words,
            check_field(workbook(store).plans[0].id): "no",
        },
    )
    if place == "job":
        edited(store, interview, "job", {"goal": words})
    scheduled(store, company=words, role=words + "2", date="2026-11-25", people_names=words)
    address = {
        "reading": ("main/journal", {"debrief": interview.id}),
        "list": ("main/journal", {}),
        "after": ("main/debrief", {"debrief": interview.id}),
        "today": ("main/today", {}),
        "hard": ("main/journal", {"debrief": interview.id, "part": "hard"}),
        "tonight": ("main/debrief", {"new": "debrief"}),
        "job": ("main/journal", {"debrief": interview.id, "part": "job"}),
        "progress": ("main/progress", {}),
    }
    page, parameters = address[place]

    app = tab(page, **parameters)
    if place == "tonight":
        on_to(answer(app, company=words, role=words, stage="panel"), "asked")
        answer(app, asked=words)
        assert live(app) == []
        answer(app, hard=[words])
        assert live(app) == []
        on_to(app, "next")

    assert live(app) == []


def unreadable_row(store: Store) -> None:
    full_debrief(store, seed=1)
    full_debrief(store, seed=2, date="2026-11-19")
    from_outside(store, "interviews.csv", '"technical"', '"sorcery"')


@pytest.mark.parametrize("page", PAGES)
def test_an_unreadable_row_is_counted_on_every_page(tab: Open, store: Store, page: str) -> None:
    unreadable_row(store)

    assert "1 row left out" in plain(tab(page))


def test_an_unreadable_row_is_shown_with_its_line_and_the_others_stay_at_hand(tab: Open, store: Store) -> None:
    unreadable_row(store)

    page = plain(tab("main/journal"))

    assert "interviews.csv, line 2" in page
    assert "1 interview\n" in page


def merge_markers(store: Store) -> Path:
    full_debrief(store)
    path = store.folder / "people.csv"
    path.write_text("<<<<<<< mine\n" + path.read_text("utf-8") + "=======\n>>>>>>> theirs\n", "utf-8")
    return path


@pytest.mark.parametrize("page", PAGES)
def test_a_read_only_workbook_still_shows_every_page_and_gives_the_reason(tab: Open, store: Store, page: str) -> None:
    merge_markers(store)

    app = tab(page)

    assert "Read-only for now." in plain(app)
    assert "people.csv" in plain(app)


def test_a_read_only_workbook_still_shows_what_it_can_read_and_refuses_saves_with_a_sentence(
    tab: Open, store: Store
) -> None:
    interview = full_debrief(store)
    merge_markers(store)
    before = {file: file.read_bytes() for file in store.folder.glob("*.csv")}

    app = tab("main/journal", debrief=interview.id, part="notes")
    click(answer(app, went_well="Mine."), "save")

    assert store.load().read_only in problem(app)
    assert field(app, "went_well").value == "Mine."
    assert {file: file.read_bytes() for file in store.folder.glob("*.csv")} == before


def test_files_of_a_newer_version_open_read_only(tab: Open, store: Store) -> None:
    full_debrief(store)
    from_outside(store, "settings.csv", '"1"', '"99"')

    assert "Read-only for now." in plain(tab("main/journal"))


def test_a_folder_that_cannot_be_written_refuses_with_a_sentence(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(disk, "stage", denied)  # the system's answer to anyone but root
    app = answer(tab("main/debrief", new="debrief"), company="Northwind")
    assert "permission denied" in problem(app)
    assert field(app, "company").value == "Northwind"
    assert not list(store.folder.rglob("*.json"))


def test_a_folder_that_is_a_file_is_called_unusable_and_what_is_typed_stays(
    tab: Open, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("not a folder", "utf-8")
    monkeypatch.setenv("AFTERWORD_DATA", str(tmp_path / "a file"))

    app = tab("main/debrief", new="debrief")
    assert not app.exception
    answer(app, company="Northwind")

    assert "couldn't be read" in plain(app)
    assert field(app, "company").value == "Northwind"
    assert (tmp_path / "a file").read_text("utf-8") == "not a folder"


def test_a_server_that_others_can_reach_shows_nothing(store: Store, tab: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit import config

    full_debrief(store)
    config.set_option("server.address", "0.0.0.0")
    try:
        app = tab()
        assert "Not shown here" in plain(app)
        assert "Northwind" not in plain(app)
        monkeypatch.setenv("AFTERWORD_ALLOW_NETWORK", "yes")
        assert "Not shown here" not in plain(tab())
    finally:
        config.set_option("server.address", "127.0.0.1")


def test_an_interview_that_was_held_asks_how_it_went(tab: Open, store: Store) -> None:
    interview = scheduled(store)
    app = tab("main/debrief")

    click(app, f"held {interview.id}")

    assert "Which interview was it?" in plain(app)
    assert "Northwind" in plain(app)


def test_an_interview_still_to_come_is_listed_and_asks_nothing(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-25")

    assert "Northwind" in plain(tab())
    assert f"held {interview.id}" not in [button.key for button in tab("main/debrief").button]


@pytest.mark.parametrize(("days", "offered"), [(1, True), (7, True), (8, False)])
def test_the_rest_is_offered_for_a_week_and_then_never_called_unfinished(
    tab: Open, store: Store, at: object, days: int, offered: bool
) -> None:
    interview = debriefed(store)
    at(NOW + timedelta(days=days))  # type: ignore[operator]

    app = tab("main/debrief")

    assert (f"half_{interview.id}" in [getattr(one, "key", None) for one in elements(app.main)]) is offered
    assert "overdue" not in plain(app).casefold()


def test_progress_shows_what_will_be_here_while_there_is_nothing(tab: Open) -> None:
    assert "Your first debrief shows up here tonight." in plain(tab("main/progress"))


def test_a_dimension_of_my_own_is_added_and_asked_for(tab: Open, store: Store) -> None:
    interview = debriefed(store)
    app = tab("more/settings")
    app.text_input(key="dimension label new").set_value("Energy")
    next(button for button in app.button if "dimension form new" in str(button.proto.form_id)).click().run()
    assert not app.exception

    assert [one.label for one in workbook(store).dimensions] == ["Energy"]
    assert "Energy" in plain(tab("main/journal", debrief=interview.id, part="ratings"))


def test_the_settings_show_where_the_files_are(tab: Open, store: Store) -> None:
    app = tab("more/settings")

    assert [str(store.folder), str(store.home)] == [code.value for code in app.code][:2]


def test_only_ids_words_and_dates_are_in_the_address(tab: Open, store: Store) -> None:
    app = answer(tab("main/debrief", new="debrief"), company="Secret company", role="Role", stage="technical")
    click(click(click(app, "next"), "next"), "save")

    assert "Secret" not in str(app.query_params)
    assert set(app.query_params) <= {"draft", "debrief", "part"}


def test_a_hand_made_address_opens_nothing_outside(tab: Open, store: Store) -> None:
    full_debrief(store)
    for name in ("draft", "debrief", "upcoming"):
        app = tab("main/debrief", **{name: "../../../etc/passwd"})
        assert "Which interview?" in plain(app)


def test_where_a_variable_names_the_folder_settings_offer_no_other(tab: Open, store: Store) -> None:
    app = tab("more/settings")
    assert "AFTERWORD_DATA sets" in plain(app)
    assert "folder" not in [one.key for one in app.text_input]


def test_without_the_variable_settings_take_another_folder(
    tab: Open, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFTERWORD_DATA")
    (store.home / "data-folder.txt").parent.mkdir(parents=True, exist_ok=True)
    (store.home / "data-folder.txt").write_text(str(store.folder), "utf-8")
    app = tab("more/settings")
    app.text_input(key="folder").set_value(str(tmp_path / "elsewhere"))
    next(one for one in app.button if one.label == "Use this folder").click().run()
    assert next(code.value for code in app.code) == str(tmp_path / "elsewhere")


def test_the_banner_names_rows_and_whole_files_that_are_left_out(tab: Open, store: Store) -> None:
    merge_markers(store)
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    app = tab()
    titles = [one.label.replace("\\", "") for one in app.expander]
    assert any(re.search(r"\b1 row\b.*people\.csv", title) for title in titles), titles
    assert store.load().read_only in problem(app)


def test_an_error_nobody_expected_ends_in_words_of_our_own(tab: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(context: object) -> None:
        raise ZeroDivisionError("SECRET")

    app = tab("more/settings")
    monkeypatch.setattr("lib.ui.settings.preferences.show_folder", fails)
    app.run()
    shown = plain(app)
    assert error_messages.CRASHED in shown
    assert not any(word in shown for word in ("SECRET", "ZeroDivisionError", "Manage app"))
