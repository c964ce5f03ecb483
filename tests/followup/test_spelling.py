"""Spelling knows ordinary business English, names in the workbook, and common slips (T5)."""

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.proofreading import LetterContext
from lib.followup.proofreading.spelling import check_spelling, english
from lib.followup.proofreading.words import edits
from tests.followup.debriefs import TODAY

READING = LetterContext(facts=Facts(today=TODAY, dates=DAY_FIRST), names=frozenset({"Lindqvist", "Okafor", "Baxer"}))

SLIPS = """
recieved recieve seperate definately occured untill wich intrested enviroment managment oportunity posibility acheive
accomodate adress apparant begining beleive bussiness calender collegue comitted concious convinient decison embarass
excellant existance experiance finaly foriegn freind goverment gratefull happend immediatly independant knowlege
maintainance neccessary occassion persistant prefered privelege profesional publically recomend refered relevent
succesful suprise tommorow truely usefull wierd writting teh thnaks thakn converstion intervew yuor apreciate
discusion
"""

LETTERS = """
I ran the night desk of a regional paper for six years, and learned to edit quickly without flattening a writer's
voice. When the print run was cut, I helped to plan the move to a morning newsletter: we surveyed readers, dropped two
sections and kept the crossword. Your remark about trust struck a chord. Subscribers forgive a late bulletin; they do
not forgive a correction that is hidden in a footnote. I would bring steady judgement, a decent contact book and no
fear of spreadsheets. On the practical side, I could start in the new year, subject to a month's notice, and I would
be happy to work alternate weekends. Thanks as well for the tour of the studio, the frank account of the budget and
the biscuits. As a ward sister I was responsible for rostering twenty-eight nurses, ordering supplies and inducting
students. We trialled bedside handovers, which shortened the overlap by a quarter of an hour and, more to the point,
let patients hear their own plan of care. The colour-coded whiteboard was not my idea, but I made sure that it was
kept up to date. I have attached a copy of the protocol, a summary of the audit and the names of two consultants who
were sceptical at first. The apprenticeship scheme that you described, with its rotation through joinery, plastering
and site management, is precisely what I had hoped to find. I have passed my theory test, hold a valid safety card and
own a reliable van. At the nursery we kept learning journals for every child, wrote them up weekly and shared them
with parents. I should like to do more of that, and less of the photocopying. My dissertation looked at microcredit
for smallholders in northern Ghana; the fieldwork taught me to ask shorter questions and to count goats accurately.
"""


def doubted(text: str) -> list[str]:
    return [text[slice(*finding.where)] for finding in check_spelling(text, "body", READING, english())]


@pytest.mark.parametrize("slip", SLIPS.split())
def test_a_common_slip_is_found_t5(slip: str) -> None:
    assert doubted(f"it was {slip} there") == [slip]


def test_ordinary_business_english_is_doubted_in_under_two_words_of_a_hundred() -> None:
    assert len(doubted(LETTERS)) / len(LETTERS.split()) < 0.02, doubted(LETTERS)


@pytest.mark.parametrize(
    "word",
    ["organised", "organized", "behaviour", "behavior", "programme", "centre", "licence", "travelled", "analysing"],
)
def test_both_sides_of_the_atlantic_spell_right(word: str) -> None:
    assert doubted(f"it was {word} there") == []


def test_a_name_in_the_workbook_is_a_known_word() -> None:
    assert doubted("Baxer wrote. Boxar wrote.") == ["Boxar"]


def test_names_in_the_workbook_abbreviations_and_addresses_are_known() -> None:
    assert (
        doubted(
            "Lindqvist wrote to Okafor, about KPIs, SaaS and v2, at ben@kstrl.example or https://kstrl.example/jbs."
        )
        == []
    )


def test_a_finding_suggests_the_word_that_was_meant() -> None:
    [finding] = check_spelling("it was recieved", "body", READING, english())

    assert finding.what == "'recieved' may be misspelt. Perhaps 'received'?"


def test_a_word_that_occurs_twice_is_found() -> None:
    assert doubted("I saw the the mill, and that that was good") == ["the the"]


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("ada", "ada", 0), ("ada", "aad", 1), ("kestrel", "kestral", 1), ("", "ab", 2), ("ab", "ba", 1)],
)
def test_letters_swapped_with_their_neighbour_count_once(one: str, other: str, steps: int) -> None:
    assert edits(one, other) == steps
