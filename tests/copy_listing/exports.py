"""The words of files to hand on, and of the terminal, over the sample and over an evening's workbook."""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from lib import report
from lib.exchange.archive import readme
from lib.records.private import without_private
from lib.records.workbook import Workbook
from lib.store import Store, check
from tests.copy_listing.texts import OwnWords, Room
from tests.exchange.html import texts_shown
from tests.store.damage import KINDS
from tests.ways_out import ways_out
from tests.workflows.evening import NOW, ZONE, full_debrief, scheduled

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def _header(table: str) -> str:
    return "\n".join(next(csv.reader(io.StringIO(table.removeprefix("\ufeff")))))


HANDED_ON: Mapping[str, Callable[[str], str]] = {
    "debrief_markdown.markdown": str,
    "report_page.report_page": lambda page: "\n".join(texts_shown(page)),
    "proof_of_search.proof_page": lambda page: "\n".join(texts_shown(page)),
    "sheet_page.sheet_page": lambda page: "\n".join(texts_shown(page)),
    "calendar.calendar_file": lambda file: "\n".join(re.findall("(?m)^(?:SUMMARY|DESCRIPTION):(.*)$", file)),
    "flat_table.flat_table": _header,
    "proof_of_search.proof_table": _header,
}
"""The ways out by their function, each with what is read of it; the letters have files of their own."""


def exports() -> dict[str, Room]:
    """The texts of everything that goes out, by what makes it."""
    rooms = {name.partition(".")[2]: _export(name, read) for name, read in HANDED_ON.items()}
    rooms["columns"] = Room("columns")
    rooms["columns"].add("what each column holds", "", readme())
    return {**rooms, "terminal": _terminal()}


def _export(name: str, read: Callable[[str], str]) -> Room:
    room = Room(name)
    for state, workbook in _workbooks():
        own = OwnWords.of([workbook])
        room.add(state, "", read(ways_out(workbook, NOW, ZONE)[name]()), own)
    return room


def _workbooks() -> Iterator[tuple[str, Workbook]]:
    with tempfile.TemporaryDirectory() as folder:
        yield "the sample", Store(SAMPLE, Path(folder)).load().workbook
        store = _store(Path(folder))
        full_debrief(store)
        scheduled(store, date="2026-11-25", company="Contoso")
        yield "one debrief", store.load().workbook
        yield "empty", Workbook()


def _store(folder: Path) -> Store:
    (folder / "data").mkdir()
    return Store(folder / "data", folder / "home")


def _terminal() -> Room:
    """What the commands print, over good and damaged files."""
    room = Room("terminal")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFTERWORD_HOME", str(Path(folder) / "its home"))
        store = _store(Path(folder))
        own = OwnWords.of([without_private(Store(SAMPLE, store.home).load().workbook)])
        for words, run in _commands(store):
            printed = io.StringIO()
            with redirect_stdout(printed), redirect_stderr(printed):
                run()
            said = printed.getvalue().replace(str(SAMPLE), "‹folder›").replace(str(store.folder), "‹folder›")
            room.add(words, "", said.replace(folder, "‹folder›"), own)
    return room


def _commands(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    here, nowhere = str(store.folder), str(store.folder / "nowhere")
    for arguments in ([str(SAMPLE), "--text"], [nowhere], [str(SAMPLE), "--search", "7"]):
        yield "lib.report", lambda given=arguments: report.main(given, NOW)
    yield "lib.store.check", lambda: check.main([nowhere])
    yield "lib.store.check", lambda: check.main([here])
    full_debrief(store)
    yield "lib.report", lambda: report.main([here, "--text"], NOW)
    path = store.folder / "questions.csv"
    whole = path.read_bytes()
    for kind, damage in KINDS.items():
        damage(path)
        yield f"lib.store.check: {kind}", lambda: check.main([here])
        path.rmdir() if path.is_dir() else path.unlink()
        path.write_bytes(whole)
    KINDS["a word that is none of the vocabulary"](store.folder / "interviews.csv")
    yield "lib.report", lambda: report.main([here, "--text"], NOW)
