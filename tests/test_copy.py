"""The listing of every text (``tests/copy``) has the app's current words, and leaves nothing out."""

import ast
import difflib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.records import errors as base
from lib.records.application import Application
from lib.records.errors import AfterwordError
from lib.records.workbook import Workbook
from lib.workflows.entries import week
from tests.copy_listing import KEPT, errors, source
from tests.copy_listing.listing import files, room_of
from tests.copy_listing.texts import OwnWords, Room, shared_out

REFRESH = "If the new words are meant, run `.venv/bin/python -m tests.copy_listing` and commit tests/copy with them."
KEPT_FILES = sorted(path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*.txt"))

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return files()


def test_the_listing_has_a_file_for_every_room_letter_error_and_export(made: dict[str, str]) -> None:
    assert sorted(made) == KEPT_FILES, REFRESH


@pytest.mark.parametrize("name", KEPT_FILES)
def test_the_listing_holds_the_texts_of_the_app(made: dict[str, str], name: str) -> None:
    kept, now = (KEPT / name).read_text("utf-8").splitlines(), made.get(name, "").splitlines()
    if kept != now:
        changes = "\n".join(difflib.unified_diff(kept, now, "as listed", "as it is", lineterm="", n=1))
        pytest.fail(f"tests/copy/{name}\n{changes[:4000]}\n\n{REFRESH}", pytrace=False)


def test_the_listing_names_no_folder_of_this_machine(made: dict[str, str]) -> None:
    assert [name for name, text in made.items() if str(Path.home()) in text or "/tmp/" in text] == []


def test_every_kind_of_error_is_in_the_listing() -> None:
    made = {type(error) for module in errors.modules() for error in errors.made_in(module)}
    assert {kind.__name__ for kind in _kinds(AfterwordError)} <= {kind.__name__ for kind in made}


def _kinds(kind: type[AfterwordError]) -> Iterator[type[AfterwordError]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("lib."):
            yield each
            yield from _kinds(each)


def test_an_error_that_names_something_new_asks_for_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    text = inspect.getsource(week).replace('"The goal is still empty."', 'f"{newcomer} has no words yet."')
    monkeypatch.setattr(errors, "source_of", lambda module: text if module is week else inspect.getsource(module))

    with pytest.raises(errors.NoExample, match="newcomer"):
        list(errors.made_in(week))


def test_an_error_is_worded_with_an_example_of_what_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "source_of", lambda _: 'raise AfterwordError(f"{file} is gone.", "", "")')

    assert [str(made) for made in errors.made_in(base)] == ["people.csv is gone."]


def test_every_file_of_the_program_speaks_in_a_room() -> None:
    assert all(room_of(module) for module in source.modules())


def test_a_text_of_the_code_is_listed_and_what_only_programmers_read_is_not() -> None:
    tree = ast.parse('"""For programmers."""\nst.button(f"Save {n} rows", key="the save button")\nre.compile("a b")')
    assert source.texts_in(tree) == ["Save ‹n› rows"]


def test_the_person_s_own_words_are_not_taken_for_the_app_s() -> None:
    own = OwnWords.of([Workbook(applications=(Application(id="ap-1", company="Northwind", role="Data engineer"),))])
    room = Room("today")
    for text in ("Northwind", "Write to Northwind about Data engineer", "Northwindy days"):
        room.add("today", "", text, own)

    assert room.lines == ["Write to ‹company› about ‹role›", "Northwindy days"]


def test_a_text_that_differs_in_numbers_and_days_only_is_listed_once() -> None:
    room = Room("today")
    for text in ("3 days ago, on Monday 7 December", "12 days ago, on Friday 1 May", "3 days ahead"):
        room.add("today", "", text)

    assert room.lines == ["3 days ago, on Monday 7 December", "3 days ahead"]


def test_what_is_on_most_pages_is_listed_once() -> None:
    rooms = {name: Room(name) for name in ("today", "journal", "decide")}
    for name, room in rooms.items():
        room.add(f"{name} · sample", "", "Read-only for now.")
        room.add(f"{name} · sample", "", f"Only in {name}")

    assert shared_out(rooms, "frame", 3).lines == ["Read-only for now."]
    assert rooms["today"].lines == ["Only in today"]
