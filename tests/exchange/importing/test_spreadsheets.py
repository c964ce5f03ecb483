"""Excel and LibreOffice files as they are: read like any table, and refused before they can hurt."""

from collections.abc import Callable
from datetime import date

import pytest

from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import Upload, opened
from tests.exchange.importing.samples import MOMENT, sheet_rows, xlsx, zipped

JOBS = sheet_rows(
    [
        ["My search"],
        ["Company", "Role", "Applied", "Status", "Stars"],
        ["Quill", "Analyst", date(2026, 9, 1), "Rejected", 4],
        ["Tessera", "Lead", 46267, "Applied", 4.5],
    ]
)
OTHER = sheet_rows([["Name", "Company", "Email"], ["Ann Bo", "Quill", "a@q.example"]])
ODS_BEGINS = "application/vnd.oasis.opendocument.spreadsheet"


def given(data: bytes, name: str = "jobs.xlsx") -> Upload:
    return opened([(name, data)])


def reason(data: bytes, name: str = "jobs.xlsx") -> str:
    upload = given(data, name)
    assert upload.tables == ()
    (left,) = upload.refused
    return left.reason


def ods(rows: str) -> bytes:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    spaces = " ".join(f'xmlns:{short}="{long}"' for short, long in names.items())
    content = (
        f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="One">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"mimetype": ODS_BEGINS, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods_row(*cells: str, times: int = 1, across: int = 1) -> str:
    told = "".join(
        f'<table:table-cell table:number-columns-repeated="{across}" office:value-type="string">'
        f"<text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{told}</table:table-row>'


def test_an_excel_file_is_read_with_its_days_and_numbers() -> None:
    (table,) = given(xlsx({"Jobs": JOBS})).tables
    found = read_table(table, ImportChoices(), MOMENT)

    assert [(one.line, one.fields["company"], one.fields["applied_on"]) for one in found.applications] == [
        (3, "Quill", "2026-09-01"),
        (4, "Tessera", "2026-09-02"),
    ]
    assert [one.fields["notes"] for one in found.applications] == ["Stars: 4", "Stars: 4.5"]


def test_a_file_that_counts_from_1904_declares_it() -> None:
    rows = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Company</t></is></c><c r="B1" t="inlineStr"><is>'
    rows += '<t>Applied</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Quill</t></is></c>'
    rows += '<c r="B2" s="1"><v>44804</v></c></row></sheetData>'
    (table,) = given(xlsx({"Jobs": rows}, since_1904=True)).tables

    assert table.rows[0].cells == ("Quill", "2026-09-01")


def test_the_sheets_of_two_files_of_one_name_are_told_apart() -> None:
    book = xlsx({"Jobs": JOBS, "People": OTHER})
    assert {table.name for table in opened([("jobs.xlsx", book), ("jobs.xlsx", book)]).tables} == {
        "jobs.xlsx, Jobs",
        "jobs.xlsx, People",
        "jobs.xlsx (2), Jobs",
        "jobs.xlsx (2), People",
    }


def test_the_first_sheet_comes_in_and_the_others_are_offered() -> None:
    first, second = given(xlsx({"Empty": "<sheetData/>", "Jobs": JOBS, "People": OTHER})).tables

    assert [(table.name, table.sheet and table.sheet.is_further) for table in (first, second)] == [
        ("jobs.xlsx, Jobs", False),
        ("jobs.xlsx, People", True),
    ]


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    rows = sheet_rows(
        [
            ["Company", "Interview date", "Interviewer"],
            ["Quill", date(2026, 9, 1), "Ann Bo"],
            [None, date(2026, 9, 8), "Cy Do"],
        ]
    )
    (table,) = given(xlsx({"Log": f'{rows}<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'})).tables

    assert [one.company for one in read_table(table, ImportChoices(), MOMENT).interviews] == ["Quill", "Quill"]


def test_a_libreoffice_file_is_read() -> None:
    (table,) = given(ods(ods_row("Company", "Role") + ods_row("Quill", "Analyst")), "jobs.ods").tables

    assert [one.fields["company"] for one in read_table(table, ImportChoices(), MOMENT).applications] == ["Quill"]


FAR = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
SHARED = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 2001))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (lambda: b"\xd0\xcf\x11\xe0 an old one", "old Excel"),
        (lambda: xlsx({"Jobs": JOBS})[:-400], "damaged"),
        (lambda: zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<no"}), "damaged"),
        (lambda: xlsx({"Jobs": "<sheetData/>"}), "empty"),
        (lambda: xlsx({"Jobs": FAR}), "too far"),
        (lambda: xlsx({"Jobs": f"<sheetData>{SHARED}</sheetData>"}, ["x" * 60_000]), "too far"),
        (lambda: xlsx({"Jobs": "<sheetData>" + " " * 70_000_000 + "</sheetData>"}), "60 MB"),
        (lambda: ods(ods_row("Company", times=1_000_000)), "too far"),
        (lambda: ods(ods_row("Company", times=40_000, across=16_000)), "too far"),
    ],
    ids=["locked", "old", "torn", "no workbook", "empty", "far", "shared", "bomb", "repeated rows", "repeated cells"],
)
def test_what_would_hurt_is_refused_with_a_sentence(make: Callable[[], bytes], words: str) -> None:
    data = make()

    assert words in reason(data, "jobs.ods" if ODS_BEGINS.encode() in data[:200] else "jobs.xlsx")


def test_empty_rows_to_the_end_of_a_sheet_do_not_make_it_large() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/>'
    )
    rows = ods_row("Company", "Role") + ods_row("Quill", "Analyst") + f"{empty}</table:table-row>"

    (table,) = given(ods(rows), "jobs.ods").tables

    assert table.size == 1
