"""Files that are not what they seem: refused or read with a remark, always with the reason."""

import io
import re
import stat
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.exchange.importing import archive, decoding
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.html_text import html_words
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import opened
from tests.exchange.importing import samples
from tests.exchange.importing.samples import reading, zipped

TABLE = "company,role\nZoë & Söhne,Analyst\n"


def refused(name: str, data: bytes) -> list[str]:
    upload = opened([(name, data)])
    assert upload.tables == ()
    return [left.reason for left in upload.refused]


def flagged(data: bytes) -> bytes:
    """The archive with every part marked as encrypted."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = out.find(mark)
        while place >= 0:
            out[place + at] |= 1
            place = out.find(mark, place + 4)
    return bytes(out)


@pytest.mark.parametrize("path", ["../jobs.csv", "/etc/jobs.csv", "a/../../jobs.csv", "C:\\jobs.csv", "..\\jobs.csv"])
def test_a_part_that_leads_outside_closes_the_archive(path: str) -> None:
    assert "place outside" in refused("a.zip", zipped({path: TABLE}))[0]


def test_a_link_in_an_archive_closes_it() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        link = zipfile.ZipInfo("jobs.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert "link" in refused("a.zip", packed.getvalue())[0]


def test_two_parts_of_one_name_close_an_archive() -> None:
    data = zipped({"jobs.csv": TABLE, "jobz.csv": TABLE}).replace(b"jobz.csv", b"jobs.csv")
    assert "same name" in refused("a.zip", data)[0]


def test_a_bomb_is_stopped_while_it_unpacks() -> None:
    assert "hundred times" in refused("a.zip", zipped({"jobs.csv": b"a," * 5_000_000}))[0]


def test_too_many_parts_close_an_archive() -> None:
    assert "more than 5,000 files" in refused("a.zip", zipped({f"{number}.txt": "" for number in range(5_001)}))[0]


def test_a_part_that_is_too_large_is_left_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 100)
    upload = opened([("a.zip", zipped({"big.csv": TABLE * 20, "small.csv": TABLE}))])

    assert [table.name for table in upload.tables] == ["small.csv"]
    assert [left.file for left in upload.refused] == ["a.zip / big.csv"]


def test_an_encrypted_archive_shows_what_to_do() -> None:
    assert "Unpack it with its password" in refused("a.zip", flagged(zipped({"jobs.csv": TABLE})))[0]


def test_a_damaged_archive_is_no_table() -> None:
    whole = zipped({"jobs.csv": TABLE})
    assert "damaged" in refused("a.zip", whole[: len(whole) // 2])[0]


def test_a_part_whose_bytes_were_changed_is_damaged() -> None:
    whole = zipped({"jobs.csv": TABLE * 50})
    at = whole.index(b"jobs.csv") + 12
    assert "damaged" in refused("a.zip", whole[:at] + b"\xff\x00\xff" + whole[at + 3 :])[0]


def test_a_workbook_of_afterword_belongs_under_backups() -> None:
    names = ("interviews", "ratings", "conversations", "dimensions")
    assert "Backups" in refused("a.zip", zipped({f"{name}.csv": "id\n" for name in names}))[0]


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() -> None:
    assert "20 MB (100 MB)" in refused("a.csv", b"a" * 100_000_000)[0]


def test_an_empty_file_and_one_without_a_table_are_each_reported() -> None:
    assert refused("a.csv", b"\xef\xbb\xbf \n") == ["It is empty."]
    assert "No table" in refused("a.csv", b"just a line\nand another\n")[0]


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x1f\x8b\x08 packed"])
def test_other_kinds_of_files_are_named(data: bytes) -> None:
    assert refused("a.csv", data)[0].startswith("It is a")


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (TABLE.encode("utf-8-sig"), ""),
        (TABLE.encode("utf-16"), "UTF-16"),
        (TABLE.encode("utf-16-le"), "UTF-16"),
        (TABLE.encode("utf-16-be"), "UTF-16"),
        (TABLE.encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings_are_found_out_and_reported(data: bytes, remark: str) -> None:
    found = reading(data)

    assert found.applications[0].fields["company"] == "Zoë & Söhne"
    assert remark in " ".join(found.remarks)
    assert bool(found.remarks) == bool(remark)


@pytest.mark.parametrize(("mark", "words"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_other_marks_between_cells_are_found_out_and_reported(mark: str, words: str) -> None:
    found = reading(f'company{mark}role{mark}notes\n"A, B{mark} C"{mark}Analyst{mark}x, y\n')

    assert found.applications[0].fields["company"] == f"A, B{mark} C"
    assert words in found.remarks[0]


def test_excel_s_own_first_line_is_understood_and_lines_keep_their_numbers() -> None:
    found = reading("sep=;\ncompany;role\nQuill;Analyst\n;nobody\n")

    assert [row.line for row in found.applications] == [3]
    assert [left.line for left in found.skipped] == [4]


def test_nul_characters_are_no_text() -> None:
    assert "NUL" in refused("a.csv", b"company,role\nQu\0ill,Analyst\n" + b"x,y\n" * 50)[0]


def test_rows_that_are_torn_are_listed_and_the_others_are_read() -> None:
    found = reading('company,role\nQuill,Analyst\nTessera\nOakline,"Lead" x\nHarbour,Analyst\n')

    assert [row.fields["company"] for row in found.applications] == ["Quill", "Tessera", "Harbour"]
    assert [(left.line, left.reason[:20]) for left in found.skipped] == [
        (4, "A quotation mark in "),
    ]


def test_an_unclosed_quote_is_reported_with_the_lines_it_swallows() -> None:
    found = reading('company,role\nQuill,Analyst\n"Tessera,Analyst\nOakline,Lead\n')

    assert [left.reason for left in found.skipped] == [
        "A quote in this row is not closed, so that 2 lines from here on cannot be told apart."
    ]


def test_columns_of_one_name_are_told_apart_aloud() -> None:
    assert "called 'notes'" in reading("company,role,notes,notes\nQuill,Analyst,a,b\n").remarks[0]


def test_rows_beyond_the_limit_are_refused_as_a_whole() -> None:
    assert "more than 50,000 rows" in refused("a.csv", b"company,role\n" + b"a,b\n" * 50_001)[0]


def test_a_cell_of_100_000_characters_is_read_and_its_note_cut_aloud() -> None:
    found = reading(f"company,role,notes\nQuill,Analyst,{'x' * 100_000}\n")

    assert len(found.applications[0].fields["notes"]) == 20_000
    assert "1 very long notes were cut." in found.remarks
    assert decoding.MOST_BYTES == 20_000_000


def test_one_bad_file_does_not_keep_the_others_out() -> None:
    upload = opened([("a.pdf", b"%PDF"), ("b.csv", samples.SIMPLIFY.encode())])

    assert ([table.name for table in upload.tables], [left.file for left in upload.refused]) == (["b.csv"], ["a.pdf"])


@given(some.lists(some.tuples(some.integers(0, 10**6), some.integers(0, 255)), min_size=1, max_size=4))
def test_no_damage_to_an_archive_goes_unsaid(damage: list[tuple[int, int]]) -> None:
    data = bytearray(samples.linkedin())
    for at, byte in damage:
        data[at % len(data)] = byte

    upload = opened([("a.zip", bytes(data))])

    assert upload.tables or upload.refused


@given(some.integers(0, 10**6), some.sampled_from(['"', ",", "\n", "\r", "\0", "é", ";", "'"]))
def test_no_row_of_a_damaged_table_is_lost_without_a_word(at: int, mark: str) -> None:
    text = "company,role,notes\n" + "".join(f'"Firm {number}",Analyst,"a, b"\n' for number in range(12))
    at = len("company,role,notes\n") + at % (len(text) - len("company,role,notes\n"))
    upload = opened([("a.csv", (text[:at] + mark + text[at:]).encode())])
    if not upload.tables:
        assert upload.refused
        return

    (table,) = upload.tables
    found = read_table(table, ImportChoices(), samples.MOMENT)

    spoken_of = len(found.applications) + len(found.skipped)
    swallowed = sum(int(number) for left in found.skipped for number in re.findall(r"so that (\d+) lines", left.reason))
    assert spoken_of + swallowed >= 12 or (mark == '"' and spoken_of >= 11)


def test_a_table_of_markdown_is_read_and_an_empty_cell_at_an_end_of_a_row_stays_one() -> None:
    found = reading("| company | role |\n|---|:--:|\n| Quill | Analyst |\n| Tessera | |\n")
    assert [one.fields["company"] for one in found.applications] == ["Quill", "Tessera"]
    assert found.size == 2

    (left,) = reading("company|role|notes\nQuill|Analyst|\n|Lead|\n").skipped
    assert (left.reason, left.text) == ("It names no company.", "Lead")


def test_too_many_columns_are_refused_and_empty_ones_do_not_count() -> None:
    assert "It has 200 columns" in refused("a.csv", ",".join(f"c{at}" for at in range(200)).encode() + b"\n1,2\n")[0]
    assert reading(f"company,role{',' * 400}\nQuill,Analyst{',' * 400}\n").size == 1


def test_a_million_rows_are_refused_while_they_are_counted() -> None:
    assert "more than 50,000 rows" in refused("a.csv", b"company,role\n" + b"a,b\n" * 1_000_000)[0]


def test_a_cell_of_five_megabytes_is_cut_aloud_and_is_no_company() -> None:
    long = "x" * 5_000_000
    found = reading(f"company,role,notes\nQuill,Analyst,{long}\n{long},Lead,\n")

    assert "2 cells were longer than 100,000 characters. The rest of it is left out." in found.remarks
    assert [one.fields["company"] for one in found.applications] == ["Quill"]
    assert [left.reason for left in found.skipped] == ["Its company or role is longer than 300 characters."]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"company,role\n", b",,,\n,,,\n"])
def test_a_file_without_rows_brings_nothing_and_reports_it(data: bytes) -> None:
    upload = opened([("a.csv", data)])

    assert [left.reason for left in upload.refused] or [table.size for table in upload.tables] == [0]


def test_two_files_of_one_name_are_told_apart() -> None:
    upload = opened([("a.csv", TABLE.encode()), ("a.csv", TABLE.replace("Analyst", "Lead").encode())])

    assert [table.name for table in upload.tables] == ["a.csv", "a.csv (2)"]


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<!", "</", "<a b='>"])
def test_markup_that_never_ends_is_read_once(piece: str) -> None:
    begun = time.process_time()
    html_words(piece * 50_000)
    assert time.process_time() - begun < 5
