"""The mixed workbooks hold what they claim to hold."""

from hypothesis import given, settings

from lib.records.workbook import Workbook
from tests.mixed import COMPANIES, PRIVATE, Mixed, everything_written, mixed_workbooks, written_in

NAMES = {"applications.company", "applications.role"}


def test_every_text_that_a_person_may_write_holds_a_fact_of_its_own() -> None:
    mixed = everything_written()
    expected = {f"{table}.{name}" for table in Workbook.MODELS for name in written_in(table)}
    assert {fact.field for fact in mixed.facts} - NAMES == expected
    assert len({fact.word for fact in mixed.facts}) == len(mixed.facts)
    assert expected >= PRIVATE


def test_a_fact_is_found_by_its_word_and_knows_whose_it_is() -> None:
    mixed = everything_written()
    theirs = mixed.fact("conversations.talked_about", "ap-b1/iv-b1/pe-b-alex")
    assert mixed.facts_in(f"Our talk about {theirs.word.title()}, {theirs.word}.") == (theirs,)
    assert not theirs.is_foreign_to("ap-b1", "pe-b-alex")
    assert theirs.is_foreign_to("ap-b1", "pe-b-sam")
    assert theirs.is_foreign_to("ap-a1", "pe-a-alex")
    assert [fact.company for fact in mixed.facts_in("At Brackenby.")] == ["b"]


def test_two_people_of_one_name_are_at_two_companies() -> None:
    people = everything_written().workbook.people
    alexes = [person for person in people if person.name == "Alex Kim"]
    assert {person.company for person in alexes} == {COMPANIES["a"], COMPANIES["b"]}


@settings(max_examples=10)
@given(mixed_workbooks())
def test_every_word_is_in_its_workbook_once(mixed: Mixed) -> None:
    cells = [cell for row in mixed.workbook for cell in row.cells().values()]
    found = [fact for cell in cells for fact in mixed.facts_in(cell) if fact.field not in NAMES]
    assert len(found) == len(set(found))
    assert {fact for fact in mixed.facts if fact.field not in NAMES} == set(found)
