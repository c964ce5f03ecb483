"""Everything as one zip: the very bytes, the same zip for the same content, and all of it back."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.archive import README, Archive, pack, unpack
from lib.exchange.zip_reading import RefusedZip
from lib.records.record import Record
from lib.store import Draft, Store
from tests.conftest import NOW
from tests.exchange.test_zip_reading import zipped
from tests.exchange.workbooks import SAMPLE, any_rows, filled


def exported(store: Store) -> bytes:
    return pack(store.backups.files(), store.drafts.files())


def restored(data: bytes, folder: Path) -> Store:
    store, found = Store(folder / "data", folder / "home"), unpack(data)
    store.backups.put_back(found.files, "Restored from a file", NOW, drafts=found.drafts)
    return store


@given(rows=any_rows(), number=st.uuids())
def test_any_workbook_comes_back_and_goes_out_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: tuple[Record, ...], number: object
) -> None:
    folder = tmp_path_factory.mktemp("round", numbered=True)
    first = filled(folder / "first", rows)
    data = exported(first)
    second = restored(data, folder / "second")
    assert second.load().workbook == first.load().workbook
    assert exported(second) == data


def test_the_sample_comes_back_byte_by_byte(tmp_path: Path) -> None:
    data = pack({path.name: path.read_bytes() for path in SAMPLE.glob("*.csv")}, {})
    store = restored(data, tmp_path)
    assert all((store.folder / path.name).read_bytes() == path.read_bytes() for path in SAMPLE.glob("*.csv"))
    assert exported(store) == data


def test_what_cannot_be_read_and_what_is_unknown_goes_along(store: Store, tmp_path: Path) -> None:
    odd = b'id,goal,why,my own\ngo-1,Learn,,x\nhalf a row\ngo-2,,"open'
    (store.folder / "goals.csv").write_bytes(odd)
    again = restored(exported(store), tmp_path / "again")
    assert (again.folder / "goals.csv").read_bytes() == odd


def test_a_draft_goes_along_and_comes_back_with_its_words(store: Store, tmp_path: Path) -> None:
    (store.folder / "goals.csv").write_bytes(b"id,goal\n")
    draft = store.drafts.save(Draft("iv-new", "debrief", "iv-new", "t", values={"unsaid": "the team"}), NOW)
    data = exported(store)
    again = restored(data, tmp_path / "again")
    assert again.drafts.list() == (draft,)
    assert exported(again) == data
    again.undo(again.undoable()[0].receipt_id, NOW)
    assert (again.drafts.list(), again.backups.files()) == ((), {})


def test_a_draft_that_is_here_is_not_replaced_nor_taken_away(store: Store) -> None:
    (store.folder / "goals.csv").write_bytes(b"id,goal\n")
    old = store.drafts.save(Draft("iv-new", "debrief", "iv-new", "t", values={"unsaid": "old"}), NOW)
    found = unpack(exported(store))
    new = store.drafts.save(
        Draft("iv-new", "debrief", "iv-new", "t", values={"unsaid": "new"}, revision=old.revision), NOW
    )
    (store.folder / "goals.csv").write_bytes(b"id,goal\ngo-1,Learn\n")
    receipt = store.backups.put_back(found.files, "Restored from a file", NOW, drafts=found.drafts)
    assert store.drafts.list() == (new,)
    store.undo(receipt.id, NOW)
    assert store.drafts.list() == (new,)


def test_a_draft_that_was_typed_on_after_it_came_stays_when_that_is_taken_back(store: Store, tmp_path: Path) -> None:
    (store.folder / "goals.csv").write_bytes(b"id,goal\n")
    draft = store.drafts.save(Draft("iv-new", "debrief", "iv-new", "t", values={"unsaid": "old"}), NOW)
    again = restored(exported(store), tmp_path / "again")
    typed = again.drafts.save(Draft("iv-new", "debrief", "iv-new", "t", values={"unsaid": "more"}, revision=1), NOW)
    again.undo(again.undoable()[0].receipt_id, NOW + timedelta(minutes=1))
    assert draft.values != typed.values
    assert again.drafts.list() == (typed,)


def test_what_is_no_draft_does_not_become_one(tmp_path: Path) -> None:
    names = ("drafts/iv-1.json", "drafts/..json", "drafts/a b.json", "drafts/iv-2.json")
    contents = (b"[]", b"{}", b"{}", b'{"id": "iv-3", "kind": "debrief", "record_id": "x", "token": "t"}')
    data = zipped(("goals.csv", b"id,goal\n"), *zip(names, contents, strict=True))
    again = restored(data, tmp_path)
    assert again.drafts.list() == ()
    brought = {path.name for path in (again.folder / ".afterword").rglob("drafts/*")}
    assert brought == {"iv-1.json", "iv-2.json"}, "damaged ones come along, to be salvaged"


def test_a_zip_packed_again_by_hand_is_read_and_strangers_are_named() -> None:
    data = zipped(("data/goals.csv", b"id,goal\n"), ("__MACOSX/data/._goals.csv", b"x"), ("data/my own.csv", b"x"))
    found = unpack(data)
    assert found == Archive({"goals.csv": b"id,goal\n"}, {}, ("__MACOSX/data/._goals.csv", "data/my own.csv"))


def test_a_zip_without_a_workbook_and_one_with_two_are_refused() -> None:
    with pytest.raises(RefusedZip, match="holds no file of a workbook"):
        unpack(zipped(("Connections.csv", b"x")))
    with pytest.raises(RefusedZip, match="twice"):
        unpack(zipped(("a/goals.csv", b"x"), ("b/goals.csv", b"y")))


def test_the_zip_does_not_show_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(pack({"goals.csv": b"x"}, {}))) as archive:
        assert archive.namelist() == [README, "goals.csv"]
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
