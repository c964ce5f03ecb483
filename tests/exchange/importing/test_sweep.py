"""Tables of many shapes, made up: languages, dates, marks, missing columns. Every row is accounted for in each."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import opened
from lib.records.workbook import Workbook
from lib.workflows.importing.comparison import compare
from lib.workflows.importing.previews import previews, tally
from lib.workflows.importing.rows import Decisions
from tests.exchange.importing.samples import MOMENT, sheet_rows, xlsx

LANGUAGES = {
    "en": ("Employer", "Job title", "Date applied", "Stage", "Comments", "Interviewer", "Interview date", "Round"),
    "de": ("Firma", "Stelle", "Beworben am", "Status", "Notizen", "Gesprächspartner", "Gesprächsdatum", "Art"),
    "fr": (
        "Entreprise",
        "Poste",
        "Date de candidature",
        "Statut",
        "Note",
        "Interlocuteur",
        "Date de l'entretien",
        "Étape",
    ),
    "es": (
        "Empresa",
        "Puesto",
        "Fecha de solicitud",
        "Estado",
        "Notas",
        "Entrevistador",
        "Fecha de entrevista",
        "Etapa",
    ),
    "it": ("Azienda", "Ruolo", "Data candidatura", "Stato", "Note", "Intervistatore", "Data colloquio", "Fase"),
    "pt": ("Empresa", "Vaga", "Data da candidatura", "Estado", "Notas", "Entrevistador", "Data da entrevista", "Etapa"),
    "nl": (
        "Bedrijf",
        "Functie",
        "Gesolliciteerd op",
        "Status",
        "Notities",
        "Gesprekspartner",
        "Gespreksdatum",
        "Ronde",
    ),
}
STATUSES = {
    "en": "Rejected 😢",
    "de": "Abgelehnt",
    "fr": "Refusée",
    "es": "Rechazada",
    "it": "Rifiutata",
    "pt": "Recusada",
    "nl": "Afgewezen",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
DAYS: dict[str, Callable[[date, str], str]] = {
    "iso": lambda day, _: day.isoformat(),
    "dotted": lambda day, _: f"{day.day}.{day.month}.{day.year}",
    "named": lambda day, language: f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}",
    "short": lambda day, language: f"{day.day:02} {MONTHS[language].split()[day.month - 1][:4]}. {day:%y}",
    "excel": lambda day, _: str((day - date(1899, 12, 30)).days),
    "slashed": lambda day, _: f"{day:%d/%m/%Y}",
    "milliseconds": lambda day, _: str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)),
    "no year": lambda day, language: f"{day.day} {MONTHS[language].split()[day.month - 1]}",
}
MARKS = (",", ";", "\t", "|")
BREAKS = ("none", "short rows", "title", "no role", "no date", "no status", "xlsx", "utf-16", "nulls")
FIRST = date(2026, 5, 13)


@dataclass(frozen=True)
class Shape:
    """One way to keep a table: ``left`` rows have no company."""

    language: str
    days: str
    mark: str
    broken: str
    rows: Sequence[Sequence[str]] = field(default=(), repr=False)

    def __str__(self) -> str:
        return f"{self.language}-{self.days}-{MARKS.index(self.mark)}-{self.broken}"


def shapes() -> Iterator[Shape]:
    """Each language with each kind of dates, and with each of the rest in turn: 56 of the 2,016 that there are."""
    every = list(product(LANGUAGES, DAYS))
    for number, (language, days) in enumerate(every):
        yield Shape(language, days, MARKS[number % 4], BREAKS[(number + number // 9) % len(BREAKS)])


def day_of(number: int) -> date:
    return FIRST + timedelta(days=9 * number)


def table(shape: Shape, columns: Sequence[str], cells: Callable[[int], Sequence[str]]) -> bytes:
    """Twenty rows, the eighth of them without a company."""
    rows = [list(columns), *([*cells(number)] for number in range(20))]
    rows[8][0] = "null" if shape.broken == "nulls" else ""
    gone = {"no role": 1, "no date": 2, "no status": 3}.get(shape.broken)
    if gone is not None:
        rows = [[cell for at, cell in enumerate(row) if at != gone] for row in rows]
    if shape.broken == "nulls":
        rows = [[cell or "N/A" for cell in row] for row in rows]
    if shape.broken == "title":
        rows = [["2026"], [], *rows]
    if shape.broken == "xlsx":
        return xlsx({"One": sheet_rows([[cell or None for cell in row] for row in rows])})
    text = io.StringIO()
    for row in rows:
        while shape.broken == "short rows" and row and not row[-1]:
            row.pop()
        text.write(shape.mark.join(f'"{cell}"' if shape.mark in cell else cell for cell in row) + "\r\n")
    return text.getvalue().encode("utf-16" if shape.broken == "utf-16" else "utf-8-sig")


def accounted(shape: Shape, data: bytes) -> FileReading:
    """The content of the table, after checking that every row is accounted for."""
    upload = opened([("own.xlsx" if shape.broken == "xlsx" else "own.csv", data)])
    assert upload.refused == ()
    (grid,) = upload.tables
    found = read_table(grid, ImportChoices(), MOMENT)
    told = previews([found], compare([found], Workbook()), Decisions(), dates=DAY_FIRST)
    counts = tally(told)
    assert len(told) == found.size == 20
    assert sum(counts.values()) == 20
    assert all(preview.says for preview in told)
    assert counts["in"] >= 0.95 * 19
    return found


@pytest.mark.parametrize("shape", list(shapes()), ids=str)
def test_every_row_of_a_list_of_applications_is_accounted_for(shape: Shape) -> None:
    names = LANGUAGES[shape.language]

    def cells(number: int) -> list[str]:
        day = DAYS[shape.days](day_of(number), shape.language)
        note = "" if number % 3 else "a, b; c"
        return [f"Firm {number}", f"Role {number}", day, STATUSES[shape.language] if number % 2 else "", note]

    found = accounted(shape, table(shape, names[:5], cells))

    if shape.broken != "no date":
        days = {one.fields["company"]: one.fields.get("applied_on") for one in found.applications}
        assert days == {f"Firm {number}": day_of(number).isoformat() for number in range(20) if number != 7}
    if shape.broken != "no status":
        assert {one.fields.get("status") for one in found.applications} >= {"rejected"}


@pytest.mark.parametrize("shape", list(shapes())[::2], ids=str)
def test_every_row_of_a_log_of_interviews_is_accounted_for(shape: Shape) -> None:
    company, role, _, _, notes, person, day, stage = LANGUAGES[shape.language]

    def cells(number: int) -> list[str]:
        held = DAYS[shape.days](day_of(number), shape.language)
        return [f"Firm {number}", f"Role {number}", held, f"Ann Bo{number}" if number % 2 else "", "Technical", ""]

    found = accounted(shape, table(shape, [company, role, day, person, stage, notes], cells))

    if shape.broken != "no date":
        days = {one.company: one.fields["held_at"] for one in found.interviews}
        assert days == {f"Firm {number}": day_of(number).isoformat() for number in range(20) if number != 7}
