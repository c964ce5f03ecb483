"""A row of a CSV file as a typed value: the base of all records, and how values are written in cells."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Key = tuple[str, ...]
Cells = dict[str, str]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(text: object) -> object:
    if isinstance(text, str) and ("\x00" in text or not text.isascii()) and _UNSTORABLE.search(text):
        raise ValueError("holds a character that no CSV file can keep (NUL, or half of a surrogate pair)")
    return text


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return date.fromisoformat(value)
    if not _is_like_a_time(value):
        raise ValueError(
            "is written neither as a day, such as 2026-11-20, nor as a time, such as 2026-11-20T14:00:00+01:00"
        )
    return _time(value)


def _is_like_a_time(value: str) -> bool:
    """The rest is checked where it is read."""
    return value[4:5] == value[7:8] == "-" and value[10:11] in ("T", " ")


def _time(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _is_like_a_time(value):
        raise ValueError("is not written as a day, a time and the distance from UTC, such as 2026-11-20T14:00:00+01:00")
    return datetime.fromisoformat(value)


def _with_offset(moment: date) -> date:
    if isinstance(moment, datetime) and moment.utcoffset() is None:
        raise ValueError("is a time without its offset from UTC")
    if isinstance(moment, datetime) and moment.year in (date.min.year, date.max.year):
        raise ValueError("is a time in a year that not every time zone can show")
    return moment


def _day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError("is not written as year, month and day, such as 2026-11-20")
        return date.fromisoformat(value)
    if isinstance(value, datetime):
        raise ValueError("is a time where a date is wanted")
    return value


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip().casefold()
    if word not in ("yes", "no", "true", "false"):
        raise ValueError("is neither yes nor no")
    return word in ("yes", "true")


def _lines(value: object) -> object:
    return tuple(line for line in value.splitlines() if line.strip()) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_storable)]
Name = Annotated[str, Field(min_length=1, pattern=r"\S"), BeforeValidator(_storable)]
Day = Annotated[date, BeforeValidator(_day)]
Time = Annotated[datetime, BeforeValidator(_time), AfterValidator(_with_offset)]
Moment = Annotated[datetime | date, BeforeValidator(_moment), AfterValidator(_with_offset)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Lines = Annotated[tuple[Text, ...], BeforeValidator(_lines)]
Percent = Annotated[int, Field(ge=0, le=100)]
Interest = Annotated[int, Field(ge=0, le=10)]
Score = Annotated[int, Field(ge=1, le=5)]


class Record(BaseModel):
    """A row. The field names, in order, are the file's header; an absent value is None, absent text is empty.

    Subclasses name the ``file`` they are stored in, which fields make the ``key``, and which fields point to the key of
    another file (``refers``: field name to file name).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    file: ClassVar[str]
    key_fields: ClassVar[tuple[str, ...]] = ("id",)
    refers: ClassVar[Mapping[str, str]] = {}

    @property
    def identity(self) -> Key:
        """What tells this row from the others of its file; never empty text."""
        values = self.__dict__
        return tuple([str(values[name]) for name in self.key_fields])

    @classmethod
    def header(cls) -> tuple[str, ...]:
        """The column names of the file, in order."""
        return tuple(cls.model_fields)

    @classmethod
    def required(cls) -> frozenset[str]:
        """The columns without which a row means nothing."""
        return frozenset(name for name, field in cls.model_fields.items() if field.is_required())

    @classmethod
    def from_cells(cls, cells: Mapping[str, str]) -> Self:
        """The record in a row's cells; cells of unknown columns are passed over.

        Raises pydantic's ``ValidationError`` if a cell doesn't fit its column.
        """
        known = {name: cells[name] for name in cls.model_fields if cells.get(name, "") != ""}
        return cls.model_validate(known)

    def cells(self) -> Cells:
        """The row's cells by column, as text: what ``from_cells`` reads back to an equal record."""
        return {name: _cell(getattr(self, name)) for name in type(self).model_fields}

    def changed(self, **values: object) -> Self:
        """A copy with some fields changed, validated as a new one is."""
        return type(self).model_validate({**self.model_dump(), **values})


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(value)


def vocabulary_of(model: type[Record], field: str) -> tuple[str, ...]:
    """The words a field may hold, or an empty tuple if any text, number or date is allowed."""
    return _literal_words(model.model_fields[field].annotation)


def _literal_words(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return next((words for part in get_args(annotation) if (words := _literal_words(part))), ())
    arguments = get_args(annotation)
    return (
        arguments
        if arguments and all(isinstance(word, str) for word in arguments) and NoneType not in arguments
        else ()
    )
