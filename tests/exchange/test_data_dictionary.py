"""Every file and every column is described, in the zip and in docs/files.md, and nothing else is."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from lib.exchange.archive import readme
from lib.exchange.data_dictionary import File, as_markdown, files, meanings
from lib.records.record import Record, vocabulary_of
from tests.exchange.workbooks import SAMPLE
from tests.records.test_round_trip import MODELS

ROOT = Path(__file__).parents[2]
REFRESH = "python -m lib.exchange.data_dictionary > docs/files.md"
EACH_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)


def described(model: type[Record]) -> File:
    return next(file for file in files() if file.name == model.file)


def test_each_column_has_a_description_and_each_description_a_column() -> None:
    assert {file: [column for column in said if column] for file, said in meanings().items()} == {
        model.file: list(model.header()) for model in MODELS
    }


def test_no_description_is_empty_or_written_twice() -> None:
    lines = (ROOT / "lib" / "exchange" / "pages" / "columns.txt").read_text("utf-8").splitlines()

    assert sum(map(bool, lines)) == sum(len(said) for said in meanings().values())
    assert all(text.strip() for said in meanings().values() for text in said.values())


def test_docs_files_md_is_made_from_the_models_and_the_descriptions() -> None:
    assert (ROOT / "docs" / "files.md").read_text("utf-8") == as_markdown(), REFRESH


@EACH_MODEL
def test_the_zip_and_the_page_agree_on_each_column(model: type[Record]) -> None:
    section = re.sub(r"\[([\w.]+)\]\(#\w+\)", r"\1", as_markdown()).partition(f"\n## {model.file}\n")[2]
    for column in described(model).columns:
        assert f"\n  {column.name}: {column.meaning} (" in readme()
        assert f"\n| `{column.name}` | {column.meaning} |" in section.partition("\n## ")[0]


@EACH_MODEL
def test_each_word_that_a_column_may_hold_is_named(model: type[Record]) -> None:
    page = as_markdown()
    for column in model.header():
        assert ", ".join(vocabulary_of(model, column)) in readme()
        assert all(f"`{word}` " in page for word in vocabulary_of(model, column))


@EACH_MODEL
def test_a_column_that_points_to_another_file_names_it(model: type[Record]) -> None:
    assert [name for name, file in model.refers.items() if file not in meanings()[model.file][name]] == []


@EACH_MODEL
def test_a_column_is_called_never_empty_where_a_row_without_it_cannot_be_read(model: type[Record]) -> None:
    full = {column.name: _value(model, column.name) for column in described(model).columns if column.never_empty}
    model.from_cells(full)
    for name in full:
        with pytest.raises(ValidationError):
            model.from_cells({**full, name: ""})


def _value(model: type[Record], column: str) -> str:
    words = vocabulary_of(model, column)
    examples = {"text": "x", "day": "2026-11-20", "day or time": "2026-11-20", "time": "2026-11-20T14:00:00+01:00"}
    held = next(one.holds for one in described(model).columns if one.name == column)
    return words[0] if words else examples.get(held, "1")


def test_what_a_cell_holds_is_shown_in_words() -> None:
    held = {(file.name, column.name): column.holds for file in files() for column in file.columns}

    assert held["interviews.csv", "held_at"] == "day or time"
    assert held["interviews.csv", "interest_after"] == "whole number, 0 to 10"
    assert held["questions.csv", "position"] == "whole number from 1 on"
    assert held["offers.csv", "base"] == "number"
    assert held["stories.csv", "strengths"] == "text, one a line"
    assert held["people.csv", "connected_on"] == "day"


def test_every_setting_that_the_program_knows_is_named() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "lib").rglob("*.py"))
    keys = {
        *re.findall(r'\.setting\("(\w+)"', sources),
        *re.findall(r'^(?!_)\w+_KEY = "(\w+)"', sources, re.MULTILINE),
        "schema_version",
    }
    named = set(re.findall(r"\w+", meanings()["settings.csv"]["key"]))

    assert keys >= {"timezone", "currency", "resting_until"}
    assert sorted(keys - named) == []


def test_the_sample_has_no_file_that_is_not_described() -> None:
    assert {path.name for path in SAMPLE.glob("*.csv")} <= {file.name for file in files()}
