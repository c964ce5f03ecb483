"""Zips from outside: what is plain is read, what is hostile is refused in a sentence."""

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.zip_reading import RefusedZip, ZipLimits, looks_zipped, read_zip

SMALL = ZipLimits(members=5, file_bytes=2_000_000, all_bytes=3_000_000, ratio=100)


def every(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def of_kind(name: str, kind: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    return member


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedZip) as refused:
        read_zip(data, every, SMALL)
    assert "nothing in the workbook was changed" in refused.value.sentence
    return refused.value.happened


def test_what_is_wanted_is_read_and_the_rest_is_named() -> None:
    data = zipped(("Jobs/Job Applications.csv", b"a,b\n"), ("Jobs/", b""), ("photo.jpg", b"x"), ("Ünicode.csv", b"c"))
    found = read_zip(data, lambda names: [name for name in names if name.endswith(".csv")])
    assert dict(found.files) == {"Jobs/Job Applications.csv": b"a,b\n", "Ünicode.csv": b"c"}
    assert found.skipped_names == ("photo.jpg",)


@pytest.mark.parametrize(
    "name", ["../goals.csv", "a/../../b.csv", "/etc/goals.csv", "C:/goals.csv", "..\\goals.csv", "\\\\host\\a.csv"]
)
def test_a_member_outside_of_the_folder_is_refused_even_where_it_is_not_wanted(name: str) -> None:
    with pytest.raises(RefusedZip, match="outside of its folder"):
        read_zip(zipped((name, b"x")), lambda _names: ())


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int) -> None:
    assert "link or a device" in refusal(zipped((of_kind("goals.csv", kind), b"/etc/passwd")))


def test_files_and_folders_packed_on_unix_are_read() -> None:
    data = zipped((of_kind("a/", stat.S_IFDIR), b""), (of_kind("a/goals.csv", stat.S_IFREG), b"id"))
    assert dict(read_zip(data, every).files) == {"a/goals.csv": b"id"}


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert "far more than a table" in refusal(zipped(("goals.csv", b"0" * 1_900_000)))


def test_a_small_file_may_pack_as_well_as_it_likes() -> None:
    assert read_zip(zipped(("goals.csv", b"0" * 900_000)), every, SMALL).files


def test_too_large_a_file_too_much_in_all_and_too_many_files_are_refused() -> None:
    noise = bytes(range(256)) * 5000
    loose = ZipLimits(members=5, file_bytes=2_000_000, all_bytes=3_000_000, ratio=10_000)
    for members, reason in (
        ([("a", noise * 2)], "larger than 2 MB"),
        ([("a", noise), ("b", noise), ("c", noise)], "more than 3 MB"),
        ([(str(number), b"") for number in range(6)], "more than 5 files"),
    ):
        with pytest.raises(RefusedZip, match=reason):
            read_zip(zipped(*members), every, loose)


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(zipped(("goals.csv", b"0" * 1_900_000)))
    size = (1_900_000).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    refusal(bytes(data))


def test_two_files_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("goals.csv", b"a"), ("goals.csv", b"b"))
    assert "two files of the name" in refusal(data)


def test_a_locked_zip_is_refused_with_what_to_do() -> None:
    data = bytearray(zipped(("goals.csv", b"abc")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "password" in refusal(bytes(data))


def test_a_name_that_cannot_be_shown_is_refused() -> None:
    assert "cannot be shown" in refusal(zipped(("go\nals.csv", b"a")))


def test_a_way_of_packing_that_is_not_known_is_reported() -> None:
    data = bytearray(zipped(("goals.csv", b"abc")))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 97
    assert "cannot be read here" in refusal(bytes(data))


@pytest.mark.parametrize(
    "data",
    [b"", b"id,goal\n", b"PK\x03\x04 and nothing", zipped(("a", b"abc" * 99))[:-30]],
    ids=["nothing", "a table", "only its first letters", "its end is missing"],
)
def test_a_broken_zip_is_refused(data: bytes) -> None:
    assert "not a zip" in refusal(data)


def test_a_zip_is_told_from_a_table() -> None:
    assert looks_zipped(zipped(("a", b"a")))
    assert looks_zipped(zipped())
    assert not looks_zipped(b"Notes:\n")


@given(st.data())
def test_a_damaged_zip_is_read_right_or_refused(data: st.DataObject) -> None:
    whole = zipped(("goals.csv", b"id,goal\n" * 9), ("people.csv", b"id,name\n"))
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    try:
        found = read_zip(damaged, every, SMALL)
    except RefusedZip:
        return
    assert set(found.files.values()) <= {b"id,goal\n" * 9, b"id,name\n"}


def test_what_is_too_large_may_be_left_and_the_rest_read() -> None:
    noise = bytes(range(256)) * 5000
    loose = ZipLimits(members=9, file_bytes=2_000_000, all_bytes=3_000_000, ratio=10_000)
    data = zipped(("a", noise * 2), ("b", noise), ("c", noise), ("d", noise), ("e", b"x"))
    found = read_zip(data, every, loose, leave_large=True)
    assert dict(found.too_large) == {"a": "file", "d": "all"}
    assert set(found.files) == {"b", "c", "e"}
