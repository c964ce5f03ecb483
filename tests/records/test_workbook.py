"""Rows of a workbook are found by their id, in every file that has one."""

from lib.records.application import Application
from lib.records.person import Person
from lib.records.workbook import Workbook

NORTHWIND = Application(id="ap-1", company="Northwind", role="Analyst")
BOOK = Workbook(
    applications=(NORTHWIND, Application(id="ap-2", company="Contoso", role="Analyst")),
    people=(Person(id="pe-1", name="Ada"), Person(id="pe-1", name="Her namesake")),
)


def test_a_row_is_found_by_its_id_and_of_two_of_one_id_the_first() -> None:
    assert BOOK.find(Application, "ap-1") == BOOK.application("ap-1") == NORTHWIND
    assert BOOK.name_of("pe-1") == "Ada"
    assert list(BOOK.by_id(Application)) == ["ap-1", "ap-2"]


def test_an_id_of_no_row_finds_nothing_and_has_no_name() -> None:
    assert (BOOK.find(Person, "pe-2"), BOOK.find(Person, "")) == (None, None)
    assert (BOOK.company_of("ap-3"), BOOK.name_of("")) == ("", "")
