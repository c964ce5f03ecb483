"""Every record of every file comes back from its cells as it was."""

from datetime import date, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Le
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from lib.records.interview import Interview
from lib.records.record import Record, vocabulary_of
from lib.records.workbook import Workbook

MODELS = sorted(Workbook.MODELS.values(), key=lambda model: model.file)
OFFSETS = st.builds(
    timezone,
    st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
        whole := lambda t: timedelta(seconds=round(t.total_seconds()))
    ),
)
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)))
DATES = st.dates()
TIMES = st.datetimes(datetime.fromisoformat("0002-01-01"), datetime.fromisoformat("9998-01-01"), timezones=OFFSETS)


def values_of(model: type[Record], name: str) -> st.SearchStrategy[Any]:
    """Any value that a field may hold."""
    field = model.model_fields[name]
    wholly: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return _values(wholly, required=field.is_required())


def _values(annotation: Any, *, required: bool) -> st.SearchStrategy[Any]:
    if get_origin(annotation) is Annotated:
        kind, *limits = get_args(annotation)
        low = next((limit.ge for limit in _limits(limits) if isinstance(limit, Ge)), None)
        high = next((limit.le for limit in _limits(limits) if isinstance(limit, Le)), None)
        if kind is int:
            return st.integers(low, high)  # type: ignore[arg-type]
        if kind is float:
            return st.floats(low, high, allow_nan=False, allow_infinity=False)  # type: ignore[arg-type]
        return _values(kind, required=required)
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of(*(_values(part, required=required) for part in get_args(annotation)))
    if get_origin(annotation) is tuple:
        return st.lists(TEXTS.filter(lambda text: bool(text.strip()) and text.splitlines() == [text])).map(tuple)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    return {
        str: TEXTS.filter(lambda text: bool(text.strip())) if required else TEXTS,
        bool: st.booleans(),
        int: st.integers(),
        date: DATES,
        datetime: TIMES,
        NoneType: st.none(),
    }[annotation]


def _limits(metadata: list[Any]) -> list[Any]:
    return [limit for entry in metadata for limit in getattr(entry, "metadata", [entry])]


@st.composite
def records(draw: st.DrawFn, model: type[Record]) -> Record:
    return model.model_validate({name: draw(values_of(model, name)) for name in model.model_fields})


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
@given(st.data())
def test_a_record_comes_back_from_its_cells_as_it_was(model: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(model))

    again = model.from_cells(record.cells())

    assert again == record
    assert again.cells() == record.cells()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
@settings(max_examples=5)
@given(st.data())
def test_its_cells_are_the_header_s_columns_in_order(model: type[Record], data: st.DataObject) -> None:
    assert tuple(data.draw(records(model)).cells()) == model.header()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
@settings(max_examples=5)
@given(st.data())
def test_unknown_columns_are_passed_over(model: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(model))

    assert model.from_cells({**record.cells(), "my column": "x"}) == record


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
def test_every_required_column_is_required(model: type[Record]) -> None:
    with pytest.raises(ValidationError) as refused:
        model.from_cells({})

    assert {str(error["loc"][0]) for error in refused.value.errors()} == set(model.required())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
def test_a_record_cannot_be_changed_in_place(model: type[Record]) -> None:
    record = model.model_construct()

    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, model.header()[0], "other")


WORDED = [(model, name) for model in MODELS for name in model.model_fields if vocabulary_of(model, name)]


@pytest.mark.parametrize(("model", "name"), WORDED, ids=lambda part: part if isinstance(part, str) else part.file)
def test_a_word_of_no_vocabulary_is_refused(model: type[Record], name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model.from_cells({name: "splendid"})

    assert name in {error["loc"][0] for error in refused.value.errors()}


@pytest.mark.parametrize(("model", "name"), [(model, name) for model in MODELS for name in model.refers])
def test_what_a_record_refers_to_is_a_file_of_the_house(model: type[Record], name: str) -> None:
    assert name in model.model_fields
    assert model.refers[name].endswith(".csv")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.file)
def test_a_key_is_never_empty(model: type[Record]) -> None:
    assert set(model.key_fields) <= model.required()


PLAIN = {"id": "iv-1", "application_id": "ap-1", "state": "short", "held_at": "2026-11-20", "stage": "technical"}


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("held_at", "20.11.2026"),
        ("held_at", "2026-11-20T14:00:00"),
        ("held_at", "2026-13-01"),
        ("reply_by", "2026-11-20T14:00:00+01:00"),
        ("reply_by", "tomorrow"),
        ("forecast", "101"),
        ("forecast", "-1"),
        ("forecast", "60%"),
        ("interest_after", "11"),
        ("minutes", "1441"),
        ("last_round", "maybe"),
        ("forecast_at", "2026-11-20"),
        ("went_well", "a\x00b"),
        ("went_well", "a\ud800b"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_refused(column: str, cell: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Interview.from_cells({**PLAIN, column: cell})

    assert {error["loc"][0] for error in refused.value.errors()} == {column}


@pytest.mark.parametrize("word", ["yes", "YES", "true", "TRUE", " True "])
def test_yes_is_read_as_spreadsheets_write_it(word: str) -> None:
    assert Interview.from_cells({**PLAIN, "last_round": word}).last_round is True


def test_a_copy_with_a_change_is_checked_as_a_new_one_is() -> None:
    with pytest.raises(ValidationError):
        Interview.from_cells(PLAIN).changed(forecast=101)
