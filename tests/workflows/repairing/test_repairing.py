"""What the store found, put right by hand, from a backup, or by a way of reading that the person has seen."""

import pytest

from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.store import Problem, SaveFailed, Store
from lib.store.bad_rows import BadRow
from lib.workflows.errors import Gone
from lib.workflows.repairing import conflict_copies
from lib.workflows.repairing import repairs as repairing
from tests.day_first import take_back
from tests.store.damage import KINDS, READ_ONLY, ROW_LOST, contents
from tests.workflows.evening import NOW, edited, from_outside, full_debrief, the, workbook

COPY = "interviews.sync-conflict-20261120-190000-ABCDEF.csv"


@pytest.fixture
def interview(store: Store) -> Interview:
    """Two debriefs, and a backup of them."""
    full_debrief(store, seed=2, company="Contoso", date="2026-11-12")
    interview = full_debrief(store)
    store.backups.make("By hand", NOW)
    return interview


def files(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def kinds(store: Store) -> list[str]:
    return [finding.problem.kind for finding in repairing.findings(store.load())]


def the_finding(store: Store, kind: str) -> Problem:
    return next(found.problem for found in repairing.findings(store.load()) if found.problem.kind == kind)


def opened(store: Store) -> BadRow:
    problem = next(one for one in store.load().problems if one.severity == "row")
    bad = repairing.open_row(store, problem.file, problem.line or 0)
    assert bad is not None
    return bad


@pytest.mark.parametrize("kind", KINDS)
def test_every_finding_has_a_meaning(store: Store, interview: Interview, kind: str) -> None:
    KINDS[kind](store.folder / "interviews.csv")
    assert all(finding.meaning for finding in repairing.findings(store.load()))


def test_rows_that_point_to_one_that_cannot_be_read_are_told_with_it(store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", interview.cells()["held_at"], "20/11/2026")
    (row,) = repairing.findings(store.load())

    assert (row.problem.kind, row.hanging, row.name) == ("unreadable", 6, "Northwind, 20/11/2026")
    assert "6 rows" in row.meaning
    assert "(held_at)" in row.problem.reason


def test_rows_that_point_to_one_that_is_gone_are_one_finding(store: Store, interview: Interview) -> None:
    (store.folder / "applications.csv").unlink()

    found = repairing.findings(store.load())

    assert {finding.hanging for finding in found} == {0}
    assert len({finding.address for finding in found}) == len(found) == 2


@pytest.mark.parametrize("kind", [kind for kind in ROW_LOST if kind != "one row twice"])
def test_a_row_is_taken_from_the_newest_backup_that_can_read_it_and_that_is_undone(
    store: Store, interview: Interview, kind: str
) -> None:
    whole = workbook(store)
    ROW_LOST[kind](store.folder / "interviews.csv")
    store.backups.make("With the damage in it", NOW)
    before, bad = files(store), opened(store)
    held = repairing.find_in_backups(store, bad.file, bad.key)
    if kind == "an id that is empty":
        assert held is None
        return
    assert held is not None
    assert held.backup.reason == "By hand"

    receipt = repairing.correct_row(store, bad, held.cells, NOW)

    assert workbook(store) == whole
    assert store.backups.list()[0].reason == "Before a repair"
    store.undo(receipt.id, NOW)
    assert files(store) == before


def test_a_row_is_corrected_by_hand_in_its_line_alone(store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    before, bad = files(store), opened(store)

    repairing.correct_row(store, bad, {**bad.cells, "stage": "technical"}, NOW)

    after = files(store)
    assert store.load().problems == ()
    assert {name for name in after if after[name] != before[name]} == {"interviews.csv"}


def test_a_correction_that_does_not_read_changes_nothing(store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    before, bad = files(store), opened(store)

    with pytest.raises(SaveFailed, match="still can't be read"):
        repairing.correct_row(store, bad, {**bad.cells, "stage": "also wrong"}, NOW)

    assert files(store) == before


def test_a_row_that_occurs_twice_word_for_word_is_taken_out_once_and_no_other(
    store: Store, interview: Interview
) -> None:
    whole = files(store)
    bad = BadRow("interviews.csv", 2, "", {"id": "iv-none"})
    with pytest.raises(Gone):
        repairing.drop_twin(store, bad, NOW)
    ROW_LOST["one row twice"](store.folder / "interviews.csv")

    repairing.drop_twin(store, opened(store), NOW)

    assert files(store) == whole


@pytest.mark.parametrize("kind", ["UTF-16", "semicolons", "tabs", "a quote that is not closed"])
def test_a_file_is_repaired_in_the_way_that_was_shown_and_that_is_undone(
    store: Store, interview: Interview, kind: str
) -> None:
    READ_ONLY[kind](store.folder / "interviews.csv")
    before = files(store)

    receipt = repairing.read_so(store, "interviews.csv", repairing.ways_to_read(store, "interviews.csv")[0], NOW)

    assert store.load().read_only == ""
    store.undo(receipt.id, NOW)
    assert files(store) == before


def test_a_way_that_no_longer_fits_the_file_is_not_taken(store: Store, interview: Interview) -> None:
    READ_ONLY["semicolons"](store.folder / "interviews.csv")
    way = repairing.ways_to_read(store, "interviews.csv")[0]
    from_outside(store, "interviews.csv", "Talked too long.", "Something newer.")

    with pytest.raises(SaveFailed, match="meantime"):
        repairing.read_so(store, "interviews.csv", way, NOW)


@pytest.mark.parametrize("kind", ["the column of ids missing", "nothing in it", "the marks of a merge"])
def test_a_file_comes_back_from_the_newest_backup_in_which_it_can_be_read(
    store: Store, interview: Interview, kind: str
) -> None:
    whole = workbook(store)
    READ_ONLY[kind](store.folder / "interviews.csv")
    store.backups.make("With the damage in it", NOW)
    held = repairing.find_file_in_backups(store, "interviews.csv")
    assert held is not None

    repairing.put_file_back(store, held, "interviews.csv", NOW)

    assert (held.rows, workbook(store)) == (2, whole)


def test_only_an_empty_file_is_started_over(store: Store, interview: Interview) -> None:
    with pytest.raises(SaveFailed, match="something in"):
        repairing.start_anew(store, "interviews.csv", NOW)
    READ_ONLY["nothing in it"](store.folder / "interviews.csv")
    assert repairing.can_start_anew(store, "interviews.csv")

    repairing.start_anew(store, "interviews.csv", NOW)

    assert (store.load().read_only, workbook(store).interviews) == ("", ())


def test_nothing_is_repaired_in_files_of_a_newer_version(store: Store, interview: Interview) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')
    from_outside(store, "settings.csv", '"1"', '"99"')
    bad = opened(store)

    with pytest.raises(Exception, match="newer version"):
        repairing.correct_row(store, bad, {**bad.cells, "stage": "technical"}, NOW)


def test_what_a_row_points_to_is_taken_back_from_a_backup(store: Store, interview: Interview) -> None:
    (store.folder / "people.csv").unlink()
    problem = the_finding(store, "reference")
    target = repairing.target_of(store.load(), problem)
    assert target is not None
    held = repairing.find_in_backups(store, *target)
    assert held is not None

    take_back(store, held.backup.id, *target, NOW)

    assert "Priya Raman" in [person.name for person in workbook(store).people]


def test_a_forecast_edited_in_the_file_is_found_and_put_back_alone(store: Store, interview: Interview) -> None:
    edited(store, interview, "lesson", {"lesson": "Newer than the backup."})
    from_outside(store, "interviews.csv", '"60"', '"90"')
    assert "seal" in kinds(store)
    held = repairing.find_sealed_in_backups(store, store.load(), the_finding(store, "seal"))
    assert held is not None

    repairing.put_forecast_back(store, held, NOW)

    now = next(entry for entry in workbook(store).interviews if entry.forecast is not None)
    assert "seal" not in kinds(store) or now.forecast == 60
    assert the(store, interview.id).lesson == "Newer than the backup."


def conflict(store: Store) -> None:
    """Another device wrote another lesson into the same debrief."""
    text = (store.folder / "interviews.csv").read_bytes()
    (store.folder / COPY).write_bytes(text.replace(b"Talked too long.", b"Talked far too long."))


def test_a_conflict_copy_is_shown_beside_its_file_entry_by_entry(store: Store, interview: Interview) -> None:
    conflict(store)
    found = conflict_copies.pair(store, store.load(), COPY, NOW.date(), dates=DAY_FIRST)
    assert found is not None
    changed = [(field.name, field.then, field.now) for entry in found.difference.entries for field in entry.fields]

    assert found.file == "interviews.csv"
    assert changed[0] == ("went badly", "Talked far too long.", "Talked too long.")


@pytest.mark.parametrize("side", ["file", "copy"])
def test_one_is_chosen_and_the_other_stays_in_the_backups(
    store: Store, interview: Interview, side: conflict_copies.KeptSide
) -> None:
    conflict(store)
    file, copy = (store.folder / name for name in ("interviews.csv", COPY))
    both = (file.read_bytes(), copy.read_bytes())

    receipt = conflict_copies.choose(store, COPY, side, NOW)

    assert file.read_bytes() == both[side == "copy"]
    assert not copy.exists()
    kept = store.backups.files_of(store.backups.list()[0].id)
    assert (kept["interviews.csv"], kept[COPY]) == both
    store.undo(receipt.id, NOW)
    assert (file.read_bytes(), copy.read_bytes()) == both


def test_a_copy_that_was_not_chosen_can_be_laid_out_again(store: Store, interview: Interview) -> None:
    conflict(store)
    data = (store.folder / COPY).read_bytes()
    conflict_copies.choose(store, COPY, "file", NOW)
    backup = store.backups.list()[0].id
    assert conflict_copies.copies_in(store, backup) == (COPY,)

    conflict_copies.lay_out_again(store, backup, COPY, NOW)

    assert (store.folder / COPY).read_bytes() == data


def test_a_copy_that_cannot_be_read_is_not_taken(store: Store, interview: Interview) -> None:
    (store.folder / COPY).write_bytes(b"id;state\r\n")
    before = contents(store.folder)

    with pytest.raises(SaveFailed, match="can't be read"):
        conflict_copies.choose(store, COPY, "copy", NOW)

    assert contents(store.folder) == before


@pytest.mark.parametrize("name", ["../outside.csv", "goals.csv", "mine.sync-conflict-1.csv"])
def test_only_copies_of_the_workbook_s_files_are_chosen_from(store: Store, interview: Interview, name: str) -> None:
    with pytest.raises(Gone):
        conflict_copies.choose(store, name, "file", NOW)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        (COPY, "interviews.csv"),
        ("goals (Ada's conflicted copy 2026-11-20).csv", "goals.csv"),
        ("goals (conflicted copy 2026-11-20 190000).csv", "goals.csv"),
        ("mine (conflicted copy 2026-11-20).csv", ""),
        ("goals.csv", ""),
    ],
)
def test_a_copy_names_its_file(name: str, file: str) -> None:
    from lib.store.copies import original_of

    assert original_of(name) == file
