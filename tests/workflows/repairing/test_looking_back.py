"""A backup beside the workbook of now, entry by entry, and one entry taken back from it."""

import re

import pytest

from lib.dates import DAY_FIRST, DateStyle
from lib.records.interview import Interview
from lib.records.story import Story
from lib.store import SaveFailed, Store
from lib.workflows.entries.deletion import BELONGING, delete_debrief
from lib.workflows.entries.preferences import set_setting
from lib.workflows.errors import Gone
from lib.workflows.repairing.looking_back import LookBack, look_back
from tests.day_first import take_back
from tests.workflows.evening import NOW, edited, from_outside, full_debrief, put, the, workbook


def kept(store: Store) -> str:
    return store.backups.make("By hand", NOW).id


def seen(store: Store, backup_id: str) -> LookBack:
    return look_back(store, store.load(), backup_id, NOW.date(), dates=DAY_FIRST)


def names(found: LookBack, kind: str) -> list[str]:
    return [entry.name for entry in found.entries if entry.kind == kind]


@pytest.fixture
def interview(store: Store) -> Interview:
    interview = full_debrief(store)
    edited(store, interview, "ratings", {"ratings.clarity.score": "3"})
    return edited(store, interview, "claims", {"claims.cl-1.claim": "Calm"}, seed=5)


def test_with_no_change_no_entry_differs(store: Store, interview: Interview) -> None:
    found = seen(store, kept(store))

    assert (found.entries, found.sentence) == ((), "No entry differs.")


def test_entries_are_called_by_their_names_and_sorted_into_gone_different_and_new(
    store: Store, interview: Interview
) -> None:
    other = full_debrief(store, seed=4, company="Contoso", date="2026-11-12")
    backup = kept(store)
    delete_debrief(store, other.id, NOW)
    edited(store, interview, "lesson", {"lesson": "Breathe first."})
    put(store, Story(id="st-1", title="The incident"))

    found = seen(store, backup)

    for kind, words in (("gone", "Contoso"), ("different", "Northwind"), ("new", "“The incident”")):
        (name,) = names(found, kind)
        assert words in name
    assert re.findall(r"\d+", found.sentence) == ["1", "1", "1"]


def test_what_differs_is_shown_field_by_field(store: Store, interview: Interview) -> None:
    backup = kept(store)
    edited(store, interview, "lesson", {"lesson": "Breathe first."})

    (entry,) = seen(store, backup).entries

    assert entry.parts == "lesson"
    assert [(field.name, field.then, field.now) for field in entry.fields] == [("lesson", "", "Breathe first.")]


def test_a_word_of_a_vocabulary_is_shown_by_its_label_and_free_text_as_typed(
    store: Store, interview: Interview
) -> None:
    backup = kept(store)
    edited(store, interview, "lesson", {"lesson": "me"})
    edited(store, interview, "next", {"next_step": "references"}, seed=6)

    (entry,) = seen(store, backup).entries

    assert {(field.name, field.now) for field in entry.fields} == {("lesson", "me"), ("next step", "Reference check")}


def test_the_version_that_the_workbook_notes_for_itself_is_no_entry(store: Store) -> None:
    set_setting(store, "name", "Ada", NOW)
    backup = kept(store)
    from_outside(store, "settings.csv", '"1"', '"0"')

    assert seen(store, backup).entries == ()


def test_a_file_that_cannot_be_read_is_named_and_not_taken_for_empty(store: Store, interview: Interview) -> None:
    backup = kept(store)
    (store.folder / "people.csv").write_text('"id"\n"open', "utf-8")

    found = seen(store, backup)

    assert (found.unread, found.entries) == (("people.csv",), ())


def test_a_deleted_debrief_comes_back_with_all_that_belonged_to_it(store: Store, interview: Interview) -> None:
    backup, before = kept(store), workbook(store)
    delete_debrief(store, interview.id, NOW)

    take_back(store, backup, "interviews.csv", (interview.id,), NOW)

    assert the(store, interview.id) == interview
    assert [getattr(workbook(store), table) for table in BELONGING] == [getattr(before, table) for table in BELONGING]


def test_taking_back_is_one_change_and_is_undone(store: Store, interview: Interview) -> None:
    backup = kept(store)
    delete_debrief(store, interview.id, NOW)
    before = {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}

    receipt = take_back(store, backup, "interviews.csv", (interview.id,), NOW)
    store.undo(receipt.id, NOW)

    assert {path.name: path.read_bytes() for path in store.folder.glob("*.csv")} == before
    assert receipt.label == "Brought back from a backup: the debrief of Northwind, Friday 20 November"


def test_what_can_be_undone_has_its_day_in_the_order_of_the_settings(store: Store, interview: Interview) -> None:
    backup = kept(store)
    delete_debrief(store, interview.id, NOW)

    receipt = take_back(store, backup, "interviews.csv", (interview.id,), NOW, dates=DateStyle("month", "12"))

    assert receipt.label == "Brought back from a backup: the debrief of Northwind, Friday, November 20"


def test_a_changed_debrief_is_as_it_was_and_keeps_what_was_added(store: Store, interview: Interview) -> None:
    edited(store, interview, "lesson", {"lesson": "Before."})
    backup = kept(store)
    edited(store, interview, "lesson", {"lesson": "After."}, seed=6)
    edited(store, interview, "claims", {"claims.cl-2.claim": "Added since"}, seed=7)

    take_back(store, backup, "interviews.csv", (interview.id,), NOW)

    assert the(store, interview.id).lesson == "Before."
    assert "Added since" in [claim.claim for claim in workbook(store).claims]


def test_what_the_entry_points_to_comes_along_where_it_is_gone(store: Store, interview: Interview) -> None:
    backup = kept(store)
    for file in ("interviews", "applications", "people", "conversations"):
        (store.folder / f"{file}.csv").unlink()

    take_back(store, backup, "interviews.csv", (interview.id,), NOW)

    assert [entry.company for entry in workbook(store).applications] == ["Northwind"]
    assert [person.name for person in workbook(store).people] == ["Priya Raman"]
    assert store.load().problems == ()


def test_cells_of_a_column_of_my_own_come_back(store: Store, interview: Interview) -> None:
    path = store.folder / "interviews.csv"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([lines[0] + b',"my mark"', lines[1] + b',"keep me"', b""]))
    backup = kept(store)
    delete_debrief(store, interview.id, NOW)

    take_back(store, backup, "interviews.csv", (interview.id,), NOW)

    cells = store.load().tables.by_file["interviews.csv"].cells((interview.id,)) or {}
    assert cells["my mark"] == "keep me"


def test_another_entry_is_left_as_it_is(store: Store, interview: Interview) -> None:
    other = full_debrief(store, seed=4, company="Contoso")
    backup = kept(store)
    delete_debrief(store, interview.id, NOW)
    edited(store, other, "lesson", {"lesson": "Newer."})

    take_back(store, backup, "interviews.csv", (interview.id,), NOW)

    assert the(store, other.id).lesson == "Newer."


def test_an_entry_that_the_backup_does_not_hold_is_reported_as_gone(store: Store, interview: Interview) -> None:
    with pytest.raises(Gone):
        take_back(store, kept(store), "interviews.csv", ("iv-none",), NOW)


def test_a_backup_that_is_gone_is_reported(store: Store, interview: Interview) -> None:
    with pytest.raises(SaveFailed, match="backup is gone"):
        seen(store, "20200101T000000000000Z-000")
