"""Afterword's own files, opened and saved by a spreadsheet in another language, and brought back."""

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from lib.exchange.importing.own_files import OwnReading, own_model, read_own
from lib.exchange.importing.upload import opened
from lib.records.application import Application
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.importing.bring_in import bring_in
from lib.workflows.importing.own_rows import own_rows
from lib.workflows.importing.previews import tally
from lib.workflows.importing.rows import Decisions
from tests.exchange.importing.samples import NOW, ZONE
from tests.workflows.evening import put, workbook

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
FILES = ("applications", "interviews", "people", "ratings", "offers", "activity")
"""Not the questions: an answer '70,000' is a number to a spreadsheet, and so it saves another text."""
SOFFICE = shutil.which("soffice")
HERE = Application(
    id="ap-1", company="Quill", role="Analyst", applied_on=date(2026, 9, 17), favourite=True, notes="none\n=1+1"
)


def own(data: bytes, name: str, order: str | None = None) -> OwnReading:
    upload = opened([(name, data)])
    assert upload.refused == ()
    (table,) = upload.tables
    model = own_model(table)
    assert model is not None
    return read_own(table, model, order, ZONE)  # type: ignore[arg-type]


def saved(store: Store, changes: Mapping[str, str], mark: str = ";", encoding: str = "cp1252") -> bytes:
    """The file of applications as a spreadsheet saves it: no quotes, other marks, dates and words in its language."""
    text = (store.folder / "applications.csv").read_text("utf-8-sig")
    for was, becomes in changes.items():
        assert was in text
        text = text.replace(was, becomes)
    return text.replace('","', f'"{mark}"').encode(encoding)


@pytest.mark.parametrize(
    ("day", "yes", "mark", "encoding"),
    [
        ("17.09.2026", "WAHR", ";", "cp1252"),
        ("9/17/2026", "TRUE", ",", "utf-8"),
        ("17/09/2026", "VRAI", ";", "utf-16"),
        ("17-9-2026", "WAAR", "\t", "utf-8-sig"),
        ("2026-09-17", "VERO", ";", "utf-8"),
    ],
)
def test_a_file_in_another_language_is_what_it_was(store: Store, day: str, yes: str, mark: str, encoding: str) -> None:
    put(store, HERE)

    found = own(saved(store, {"2026-09-17": day, '"yes"': f'"{yes}"'}, mark, encoding), "applications.csv")

    assert (found.dates, found.skipped) == (None, ())
    assert [row.record for row in found.rows] == [HERE]
    assert tally(own_rows([found], workbook(store)).previews) == {"in": 0, "here": 1, "left": 0}


def test_dates_that_may_be_two_are_one_question_for_the_whole_file(store: Store) -> None:
    rows = [HERE.changed(id=f"ap-{number}", applied_on=date(2026, 9, number)) for number in (3, 4, 5, 6)]
    put(store, *rows)
    changes = {f"2026-09-0{number}": f"{number}/9/2026" for number in (3, 4, 5, 6)}

    found = own(saved(store, changes), "applications.csv")
    assert found.dates is not None
    assert found.dates.examples == ("3/9/2026", "4/9/2026", "5/9/2026")
    assert [row.record for row in own(saved(store, changes), "applications.csv", "dmy").rows] == rows


def test_what_was_changed_in_the_spreadsheet_takes_its_place_and_can_be_taken_back(store: Store) -> None:
    put(store, HERE)
    found = own(saved(store, {'"Analyst"': '"Lead"', "2026-09-17": "18.09.2026"}), "applications.csv")

    receipt = bring_in(store, [], Decisions(), "one", NOW, [found])

    (entry,) = workbook(store).applications
    assert (entry.role, entry.applied_on, entry.notes) == ("Lead", date(2026, 9, 18), "none\n=1+1")
    store.undo(receipt.id, NOW)
    assert workbook(store).applications == (HERE,)


def test_columns_that_an_older_file_lacks_stay_as_they_are(store: Store) -> None:
    put(store, HERE.changed(posting="We seek an analyst."))
    older = b"id,company,role,source,url,location\nap-1,Quill,Analyst,Indeed,,\n"

    bring_in(store, [], Decisions(), "one", NOW, [own(older, "applications.csv")])

    (entry,) = workbook(store).applications
    assert (entry.source, entry.posting, entry.applied_on) == ("Indeed", "We seek an analyst.", date(2026, 9, 17))


def test_rows_that_cannot_be_read_or_belong_to_nothing_are_left_out_with_the_reason(store: Store) -> None:
    header = ",".join(Workbook.MODELS["interviews"].header()[:6])
    rows = "iv-1,ap-1,done,soon,technical,\niv-2,ap-none,done,17.09.2026,technical,\n"
    rows += "iv-3,ap-1,done,17.09.2026,technical,\n"
    put(store, HERE)
    found = own(f"{header}\n{rows}".encode(), "interviews.csv")

    told = own_rows([found], workbook(store))

    assert [(preview.line, preview.becomes, preview.says) for preview in told.previews] == [
        (2, "left", "Its 'held at' can't be read."),
        (3, "left", "It belongs to a row of applications.csv that isn't here."),
        (4, "in", "New in interviews"),
    ]


def test_every_file_of_the_sample_is_known_and_read_whole() -> None:
    for name in Workbook.MODELS:
        found = own((SAMPLE / f"{name}.csv").read_bytes(), f"{name}.csv")
        assert (found.model, found.skipped, len(found.rows)) == (Workbook.MODELS[name], (), found.size), name


@pytest.mark.skipif(SOFFICE is None, reason="LIBREOFFICE IS NOT INSTALLED: files that it saves were not tried")
@pytest.mark.parametrize("language", [1031, 1033], ids=["German", "US"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_libreoffice_saves_our_files_and_they_are_what_they_were(tmp_path: Path, language: int, kind: str) -> None:
    reading = f"CSV:44,34,76,1,,{language},false,true"
    wanted = f"csv:Text - txt - csv (StarCalc):59,34,76,1,,{language},false,true" if kind == "csv" else "xlsx"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    sources = [str(SAMPLE / f"{name}.csv") for name in FILES]
    command = [str(SOFFICE), profile, "--headless", f"--infilter={reading}", "--convert-to", wanted]
    subprocess.run([*command, "--outdir", str(tmp_path), *sources], check=True, capture_output=True, timeout=120)

    for name in FILES:
        before = own((SAMPLE / f"{name}.csv").read_bytes(), f"{name}.csv")
        after = own((tmp_path / f"{name}.{kind}").read_bytes(), f"{name}.{kind}")
        assert (after.dates, after.skipped) == (None, ()), name
        assert [row.record for row in after.rows] == [row.record for row in before.rows], name
