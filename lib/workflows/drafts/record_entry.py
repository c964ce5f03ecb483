"""What the small forms of records have in common: a name, what must be filled in, and the rows that one writes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from lib.records.record import Cells, Record
from lib.records.workbook import Workbook
from lib.store import Draft
from lib.workflows import form_values
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class AnsweredForm:
    """One form as it's saved: its answers, and the stored record that they change, or None."""

    workbook: Workbook
    entry: "EntryForm"
    draft: Draft
    before: Record | None
    answers: FormValues
    now: datetime

    @property
    def token(self) -> str:
        """The draft's token, from which the ids of new rows follow."""
        return self.draft.token

    def text(self, field: str) -> str:
        """The answer to a field, as text."""
        return form_values.text(self.answers, field)

    def record(self, model: type[AnyRecord], answers: FormValues | None = None) -> AnyRecord:
        """The answers as a record. Raises ``Incomplete`` if one that is needed is missing."""
        given = self.answers if answers is None else answers
        cells: Cells = {column: form_values.text(given, column) for column in model.header()}
        missing = next((name for column, name in self.entry.needed.items() if not cells[column]), None)
        if missing:
            if missing.endswith("?"):
                raise Incomplete(f"“{missing}” has no answer yet.", "Answer it and save again.")
            raise Incomplete(f"The {missing} is not filled in yet.", "Fill it in and save again.")
        record_id = self.before.identity[0] if self.before else self.draft.record_id
        return model.from_cells(cells | {"id": record_id})

    def known(self, model: type[AnyRecord]) -> AnyRecord | None:
        """The stored record, as what it is."""
        return self.before if isinstance(self.before, model) else None


def _alone(answered: AnsweredForm) -> tuple[Record, ...]:
    return (answered.record(answered.entry.model),)


def _first_words(_workbook: Workbook, record: Record, _put: tuple[Record, ...]) -> str:
    words = (getattr(record, column, "") for column in ("name", "title", "text", "goal", "sentence"))
    return next((word for word in words if word), "An entry of the week")


@dataclass(frozen=True)
class EntryForm:
    """One small form: its record's table, what it is called, and what must be filled in.

    ``needed`` leads from a column to its name in a sentence, or to the question that its field asks. ``rows`` makes the
    rows that saving writes; ``title`` names a record, from the workbook and the rows just written.
    """

    table: str
    prefix: str
    noun: str
    needed: Mapping[str, str] = field(default_factory=dict)
    rows: Callable[[AnsweredForm], tuple[Record, ...]] = _alone
    title: Callable[[Workbook, Record, tuple[Record, ...]], str] = _first_words

    @property
    def model(self) -> type[Record]:
        """The model of the record."""
        return Workbook.MODELS[self.table]
