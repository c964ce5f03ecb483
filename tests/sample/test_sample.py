"""The workbook to look around in reads without a problem, and agrees with itself."""

import csv
import io
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from lib.records.dimension import active_dimensions
from lib.records.seal import seal_is_broken
from lib.records.setting import SCHEMA_VERSION
from lib.records.workbook import Workbook
from lib.store import Store

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize("name", Workbook.MODELS)
def test_each_file_is_as_the_store_writes_it(sample: Path, workbook: Workbook, name: str) -> None:
    model = Workbook.MODELS[name]
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(model.header())
    writer.writerows([record.cells()[column] for column in model.header()] for record in getattr(workbook, name))
    assert (sample / model.file).read_bytes() == BOM + text.getvalue().encode()


def test_there_is_no_table_that_the_workbook_does_not_know(sample: Path) -> None:
    assert {path.name for path in sample.glob("*.csv")} == {model.file for model in Workbook.MODELS.values()}


def test_no_cell_looks_like_a_formula(workbook: Workbook) -> None:
    cells = [cell for record in workbook for cell in record.cells().values()]
    assert [cell for cell in cells if re.match(r"'*[=+\-@\t\r]", cell)] == []


@pytest.mark.parametrize("name", [field.name for field in fields(Workbook)])
def test_no_row_occurs_twice(workbook: Workbook, name: str) -> None:
    identities = Counter(record.identity for record in getattr(workbook, name))
    assert [identity for identity, count in identities.items() if count > 1] == []


def test_every_reference_leads_to_a_row(workbook: Workbook) -> None:
    there = {(record.file, record.identity[0]) for record in workbook}
    dangling = [
        (record.file, record.identity, column)
        for record in workbook
        for column, file in record.refers.items()
        if (value := getattr(record, column)) and (file, value) not in there
    ]
    assert dangling == []


def test_rivals_are_applications_of_the_workbook(workbook: Workbook) -> None:
    rivals = [entry.rival_of for entry in workbook.applications if entry.rival_of]
    assert rivals
    assert all(workbook.application(rival) for rival in rivals)


def test_ratings_claims_and_plans_name_dimensions_that_are_on(workbook: Workbook) -> None:
    on = {dimension.key for dimension in active_dimensions(workbook.dimensions)}
    named = {row.dimension for row in workbook.ratings}
    named |= {row.dimension for row in workbook.claims if row.dimension}
    named |= {row.dimension for row in workbook.plans if row.dimension}
    assert named <= on


def test_it_has_this_version_of_the_columns(workbook: Workbook) -> None:
    assert workbook.setting("schema_version") == str(SCHEMA_VERSION)


def test_it_has_a_name_to_sign_with(workbook: Workbook) -> None:
    assert workbook.setting("name")


def test_every_seal_is_intact(workbook: Workbook) -> None:
    assert [entry.id for entry in workbook.interviews if seal_is_broken(entry)] == []


def test_the_store_finds_no_problem_in_it(sample: Path, tmp_path: Path) -> None:
    assert Store(sample, tmp_path).load().problems == ()


def test_it_can_be_written_to(sample: Path, tmp_path: Path) -> None:
    assert Store(sample, tmp_path).load().read_only == ""
