"""The names that a field of a form may have: columns of the workbook, and a few more. A misspelt one is refused.

Without this, a misspelt field would read as one without an answer.
"""

from functools import cache
from typing import Final, get_args

from lib.records.vocabulary import Channel
from lib.records.workbook import Workbook

_NO_COLUMNS: Final = frozenset(
    {
        *("date", "time", "typed_in"),  # of an interview's time
        *("application", "which"),  # whether it's an application that is known, and which
        *("person_name", "person_company", "people_names", "via_name", "via_agency"),  # people not known yet
        *("jotted", "hard", "wish", "wish_of", "new_plan", "promise", "promise_by", "promise_to"),
        "asked_them",  # of a debrief, as those above
        *("card", "same_as"),  # of a question
        *("changed_on", "ended", "ended_on", "reopen", "told"),  # what else a form changes
        *("order", "swing"),  # of the weights
        *("why_no", "to", "overwrite"),
        *(f"{part}_{channel}" for part in ("subject", "body") for channel in get_args(Channel)),
    }
)

_MORE_IN_ROWS: Final = {
    "people": frozenset({"talked_about", "who"}),
    "same": frozenset({"as"}),
}
"""Fields that the rows of a list have beside the columns of their table."""


class UnknownField(LookupError):
    """No form has a field of that name: it's misspelt in the code."""


def require_field(field: str) -> None:
    """Raise ``UnknownField`` if no form has a field of that name."""
    group, dot, rest = field.partition(".")
    _, second_dot, column = rest.rpartition(".")
    name = rest if dot else group.removesuffix("_removed")
    if (column not in _of_rows(group)) if second_dot else (name not in _of_forms()):
        raise UnknownField(field)


@cache
def _of_forms() -> frozenset[str]:
    columns = {column for model in Workbook.MODELS.values() for column in model.header()}
    return _NO_COLUMNS | columns | Workbook.MODELS.keys()


@cache
def _of_rows(group: str) -> frozenset[str]:
    model = Workbook.MODELS.get(group)
    return frozenset(model.header() if model else ()) | _MORE_IN_ROWS.get(group, frozenset())
