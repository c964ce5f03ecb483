"""The answers of a form, read by the name of a field."""

import pytest

from lib.workflows.form_fields import UnknownField
from lib.workflows.form_values import items, row_text, text


@pytest.mark.parametrize(
    "field", ["companny", "questions_remove", "people.pe-1.nmae", "persons.pe-1.name", "cr-1.scor"]
)
def test_a_misspelt_field_is_refused_instead_of_being_empty(field: str) -> None:
    with pytest.raises(UnknownField, match=field):
        text({}, field)
    with pytest.raises(UnknownField, match=field):
        items({}, field)


@pytest.mark.parametrize("field", ["company", "questions_removed", "people.pe-1.name", "people.pe-1.who", "cr-1.score"])
def test_a_field_without_an_answer_is_empty(field: str) -> None:
    assert (text({}, field), items({}, field)) == ("", ())


def test_a_column_that_a_person_added_is_read_from_the_draft_that_holds_it() -> None:
    assert text({"My column": " words "}, "My column") == "words"


def test_a_field_of_a_row_is_one_of_its_own_table() -> None:
    assert row_text({}, "promises", "pr-1", "by") == ""
    with pytest.raises(UnknownField):
        row_text({}, "promises", "pr-1", "company")
