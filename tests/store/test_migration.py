"""Files of an earlier version brought to the columns of today: announced, backed up, and undone."""

import pytest

from lib.records.application import Application
from lib.store import Migration, ReadOnly, Rewrite, Store, Transaction, migration
from tests.conftest import NOW
from tests.store.rows import APPLICATION, FIRST, RATING, from_outside, write


def plan(store: Store) -> Migration:
    return migration(store.backups.files())


def migrate(store: Store) -> str:
    return store.rewrite(Rewrite("Brought up to date", "Before a migration", plan(store).files), NOW).id


@pytest.fixture
def older(store: Store) -> Store:
    """A workbook of before ratings.csv knew when a rating was given, and of before the version was stated."""
    store.commit(FIRST, NOW)
    write(store, "ratings.csv", "interview_id,dimension,score,hindsight,mine\niv-first,clarity,3,,x\nbad\n")
    (store.folder / "settings.csv").unlink()
    return store


def test_an_empty_workbook_has_nothing_to_bring_up_to_date(store: Store) -> None:
    assert plan(store).changes == ()


def test_files_of_today_state_their_version_and_have_nothing_to_do(store: Store) -> None:
    store.commit(FIRST, NOW)
    assert (plan(store).version, plan(store).changes, dict(plan(store).files)) == ("1", (), {})


def test_what_changes_is_announced(older: Store) -> None:
    assert plan(older).changes == (
        "ratings.csv gains the columns rated_at, afterwards, empty in its one row.",
        "settings.csv says the files are version 1.",
    )
    assert plan(older).version == ""


def test_every_row_is_unchanged_afterwards_and_what_could_not_be_read_stays(older: Store) -> None:
    before = older.load().workbook
    migrate(older)
    after = older.load()
    assert (after.workbook.applications, after.workbook.ratings) == (before.applications, before.ratings)
    assert after.workbook.ratings == (RATING,)
    assert [problem.line for problem in after.problems] == [3]
    assert (older.folder / "ratings.csv").read_bytes() == (
        b'interview_id,dimension,score,hindsight,mine,"rated_at","afterwards"\niv-first,clarity,3,,x,"",""\nbad,"",""\n'
    )


def test_afterwards_nothing_is_to_do(older: Store) -> None:
    migrate(older)
    assert (plan(older).version, plan(older).changes) == ("1", ())


def test_a_backup_is_made_before_and_it_is_taken_back(older: Store) -> None:
    before = {path.name: path.read_bytes() for path in older.folder.glob("*.csv")}
    receipt = migrate(older)
    assert older.backups.list()[0].reason == "Before a migration"
    older.undo(receipt, NOW)
    assert {path.name: path.read_bytes() for path in older.folder.glob("*.csv")} == before


def test_an_older_version_that_is_stated_is_raised(store: Store) -> None:
    store.commit(FIRST, NOW)
    from_outside(store, "settings.csv", lambda data: data.replace(b'"1"', b'"0"'))
    assert plan(store).changes == ("settings.csv says the files are version 1 in place of 0.",)
    migrate(store)
    assert plan(store).version == "1"


def test_files_of_a_newer_version_are_left_alone(store: Store) -> None:
    store.commit(FIRST, NOW)
    from_outside(store, "settings.csv", lambda data: data.replace(b'"1"', b'"99"'))
    with pytest.raises(ReadOnly, match="newer version"):
        plan(store)


def test_while_a_file_cannot_be_read_nothing_is_migrated(store: Store) -> None:
    store.commit(FIRST, NOW)
    write(store, "goals.csv", "id;goal\n")
    with pytest.raises(ReadOnly):
        plan(store)


def test_the_migrated_workbook_can_be_written_to(older: Store) -> None:
    migrate(older)
    older.commit(Transaction("New", put=(Application(id="ap-2", company="Contoso", role="Analyst"),)), NOW)
    assert [entry.id for entry in older.load().workbook.applications] == [APPLICATION.id, "ap-2"]
