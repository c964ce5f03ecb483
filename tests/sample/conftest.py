"""The sample workbook as typed rows."""

import csv
from pathlib import Path

import pytest

from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.workbook import Workbook

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def rows(model: type[Record]) -> tuple[Record, ...]:
    with (SAMPLE / model.file).open(encoding="utf-8-sig", newline="") as file:
        return tuple(model.from_cells(cells) for cells in csv.DictReader(file, strict=True))


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def workbook() -> Workbook:
    return Workbook(**{name: rows(model) for name, model in Workbook.MODELS.items()})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def held(workbook: Workbook) -> tuple[Interview, ...]:
    return workbook.debriefed
