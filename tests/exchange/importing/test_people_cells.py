"""Who a cell names."""

import pytest

from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.people_cells import PersonInCell, parse_people
from tests.exchange.importing.samples import reading


@pytest.mark.parametrize(
    ("cell", "met"),
    [
        ("Priya Raman, Omar Haddad", ("Priya Raman", "Omar Haddad")),
        ("Ann Bo, CTO, Cy Do, VP Engineering", (("Ann Bo", "CTO"), ("Cy Do", "VP Engineering"))),
        ("Ann Bo – CTO", (("Ann Bo", "CTO"),)),
        ("Ann Bo <ann@x.example>; Cy Do", ("Ann Bo", "Cy Do")),
        ("Ann Bo (she/her)", ("Ann Bo",)),
        ("Mary Smith, PhD and Bob Ray", ("Mary Smith, PhD", "Bob Ray")),
        ("José García y Ana Ruiz", ("José García", "Ana Ruiz")),
        ("Sandy Anderson", ("Sandy Anderson",)),
        ("Ann/Bob", ("Ann", "Bob")),
        ("Ann Bo; ann bo", ("Ann Bo",)),
        ("HR", ()),
        ("2 engineers", ()),
        ("the whole team", ()),
    ],
)
def test_a_cell_names_these_people(cell: str, met: tuple[str | tuple[str, str], ...]) -> None:
    assert parse_people(cell).people == tuple(
        PersonInCell(one) if isinstance(one, str) else PersonInCell(*one) for one in met
    )


def test_what_can_be_one_person_or_two_is_asked_about_and_read_as_said() -> None:
    text = 'company,interview date,interviewer\nQuill,2026-10-01,"Do, Cy"\n'
    (asked,) = reading(text).ambiguous_people

    assert (asked.one, asked.several) == ((PersonInCell("Cy Do"),), (PersonInCell("Do"), PersonInCell("Cy")))
    answered = reading(text, ImportChoices(people_answers={"Do, Cy": "several"}))
    assert (answered.ambiguous_people, answered.interviews[0].people) == ((), (PersonInCell("Do"), PersonInCell("Cy")))


def test_words_that_name_nobody_stay_in_the_notes() -> None:
    (found,) = reading('company,interview date,interviewer\nQuill,2026-10-01,"Ann Bo; Data team"\n').interviews

    assert (found.people, found.fields["private_note"]) == ((PersonInCell("Ann Bo"),), "interviewer: Data team")
