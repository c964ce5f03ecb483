"""A greeting gets a person's name right, or asks: whatever the name, wherever it comes from, however it was typed."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import draft_message
from lib.followup.name_lists import SUFFIXES, TITLES
from lib.followup.names import (
    MOST_OPTIONS,
    address,
    name_in_salutation,
    name_words,
    salutation_after_rename,
    spoken_name,
    tidy_salutation,
    without_titles,
)
from lib.followup.proofreading import check, reading_of
from lib.records.person import Person
from lib.records.vocabulary import Channel, Formality
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)
ASKS = "?"
"""After a name in the table: the whole name is used for now, and the person is asked."""

NAMES = [
    # name, in a relaxed house, in a formal one
    ("Ada Okafor", "Ada", "Ada Okafor"),
    ("Ada\nOkafor", "Ada", "Ada Okafor"),
    ("Okafor, Ada", "Ada", "Ada Okafor"),
    ("O’Brien, Seán", "Seán", "Seán O’Brien"),
    ("Smith, John R.", "John", "John R. Smith"),
    # compound given names, and those of which nobody can tell
    ("Anne-Marie Duff", "Anne-Marie", "Anne-Marie Duff"),
    ("Klaus-Peter Drömling", "Klaus-Peter", "Klaus-Peter Drömling"),
    ("Mary Jane Smith", "Mary Jane Smith?", "Mary Jane Smith"),
    ("José Luis García Márquez", "José Luis García Márquez?", "José Luis García Márquez"),
    ("García Márquez, Gabriel", "García Márquez Gabriel?", "García Márquez Gabriel?"),
    ("Abdul Rahman Khan", "Abdul Rahman Khan?", "Abdul Rahman Khan"),
    ("John R. Smith", "John", "John R. Smith"),
    # the surname first
    ("Nguyễn Văn An", "Nguyễn Văn An?", "Nguyễn Văn An?"),
    ("Nguyễn, Văn An", "Văn An Nguyễn?", "Văn An Nguyễn"),
    ("Linh Nguyen", "Linh", "Linh Nguyen"),
    ("山田太郎", "山田太郎?", "山田太郎?"),
    ("山田 太郎", "山田 太郎?", "山田 太郎?"),
    ("王小明", "王小明?", "王小明?"),
    ("김민준", "김민준?", "김민준?"),
    ("Yamada Taro", "Yamada Taro?", "Yamada Taro?"),
    ("Orbán Viktor", "Orbán Viktor?", "Orbán Viktor?"),
    ("Zelenka Gábor", "Zelenka Gábor?", "Zelenka Gábor?"),
    ("Viktor Orbán", "Viktor", "Viktor Orbán"),
    ("Orbán, Viktor", "Viktor", "Viktor Orbán"),
    ("Kim Min-jun", "Kim Min-jun?", "Kim Min-jun?"),
    ("Tsai Ing-wen", "Tsai Ing-wen?", "Tsai Ing-wen?"),
    ("Min-jun Kim", "Min-jun", "Min-jun Kim"),
    ("Kim Novak", "Kim Novak?", "Kim Novak?"),
    ("LI Wei", "LI Wei?", "LI Wei?"),
    ("ORBÁN Viktor", "Viktor", "Viktor Orbán"),
    ("Jean-Pierre DUPONT", "Jean-Pierre", "Jean-Pierre Dupont"),
    # titles before and after
    ("Dr. Anna Schmidt", "Dr. Schmidt", "Dr. Schmidt"),
    ("Mrs Brennan", "Mrs Brennan", "Mrs Brennan"),
    ("Mr. Tom Hale", "Mr. Hale", "Mr. Hale"),
    ("ms okafor", "Ms Okafor", "Ms Okafor"),
    ("Ms Li Wei", "Ms Li Wei?", "Ms Li Wei?"),
    ("Prof. Anna Schmidt", "Prof. Schmidt?", "Prof. Schmidt?"),
    ("Prof. Dr. med. Hans Meier", "Prof. Dr. Meier?", "Prof. Dr. Meier?"),
    ("Prof.Dr.Weber", "Prof. Dr. Weber?", "Prof. Dr. Weber?"),
    ("Dipl.-Ing. Max Huber", "Dipl.-Ing. Max Huber?", "Dipl.-Ing. Max Huber?"),
    ("Max Huber, Dipl.-Ing. (FH)", "Dipl.-Ing. Max Huber?", "Dipl.-Ing. Max Huber?"),
    ("Ing. Petr Novák, CSc.", "Ing. Petr Novák?", "Ing. Petr Novák?"),
    ("Mag. Eva Gruber, MBA", "Mag. Eva Gruber?", "Mag. Eva Gruber?"),
    ("Sra. García", "Sra. García?", "Sra. García?"),
    ("Sr. José García", "Sr. García?", "Sr. García?"),
    ("José García Sr.", "José", "José García"),
    ("Herr Dr. Weber", "Herr Dr. Weber?", "Herr Dr. Weber?"),
    ("Weber, Frau Dr.", "Frau Dr. Weber?", "Frau Dr. Weber?"),
    ("Schmidt, Dr. Anna", "Dr. Schmidt", "Dr. Schmidt"),
    ("Mme Dubois", "Mme Dubois?", "Mme Dubois?"),
    ("Dott.ssa Maria Rossi", "Dott.ssa Rossi?", "Dott.ssa Rossi?"),
    ("Robert Smith, PhD", "Robert", "Robert Smith"),
    ("Smith, John, PhD", "John", "John Smith"),
    ("Jane Doe, MBA", "Jane", "Jane Doe"),
    ("Jane Doe MBA", "Jane", "Jane Doe"),
    ("Smith Jr., John", "John", "John Smith"),
    ("Jack Ma", "Jack", "Jack Ma"),
    ("Li Meng", "Li Meng?", "Li Meng?"),
    ("Tanaka-san", "Tanaka-san?", "Tanaka-san?"),
    # one word alone, or nothing
    ("Sukarno", "Sukarno?", "Sukarno?"),
    ("Priya", "Priya?", "Priya?"),
    ('"Bob"', "Bob?", "Bob?"),
    ("Dr.", "?", "?"),
    ("PhD", "?", "?"),
    # particles
    ("Jan van der Berg", "Jan", "Jan van der Berg"),
    ("van der Berg, Jan", "Jan", "Jan van der Berg"),
    ("Beethoven, Ludwig van", "Ludwig", "Ludwig van Beethoven"),
    ("van der Berg", "van der Berg?", "van der Berg?"),
    ("Maria de la Cruz", "Maria", "Maria de la Cruz"),
    ("de la Cruz", "de la Cruz?", "de la Cruz?"),
    ("von Trapp", "von Trapp?", "von Trapp?"),
    ("Ahmad bin Ismail", "Ahmad", "Ahmad bin Ismail"),
    ("Khalid al-Rashid", "Khalid", "Khalid al-Rashid"),
    ("al-Rashid", "al-Rashid?", "al-Rashid?"),
    ("Vincent van 't Hoff", "Vincent", "Vincent van 't Hoff"),
    ("Ben Lindqvist", "Ben", "Ben Lindqvist"),
    # initials
    ("J. Smith", "J. Smith?", "J. Smith"),
    ("J.R. Smith", "J.R. Smith?", "J.R. Smith"),
    ("AJ Smith", "AJ Smith?", "AJ Smith"),
    ("Smith, J.", "J. Smith?", "J. Smith"),
    # all in one case
    ("JOHN SMITH", "John", "John Smith"),
    ("priya raman", "Priya", "Priya Raman"),
    ("jan van der berg", "Jan", "Jan van der Berg?"),
    ("JANE MCDONALD", "Jane", "Jane Mcdonald?"),
    ("DR. ANNA SCHMIDT", "Dr. Schmidt", "Dr. Schmidt"),
    # what is in quotes or brackets
    ("William (Bill) Hart", "Bill", "William Hart"),
    ('Robert "Bob" O’Neill', "Bob", "Robert O’Neill"),
    ("robert 'bob' hart", "Bob", "Robert Hart"),
    ("Tom (Thomas) Müller", "Tom Müller?", "Tom Müller"),
    ("William Hart (Bill)", "William Hart?", "William Hart"),
    ("王小明 (Tom)", "王小明?", "王小明?"),
    ("Priya Raman (she/her)", "Priya", "Priya Raman"),
    ("Priya Raman (HR)", "Priya", "Priya Raman"),
    ("Anna (née Müller) Schmidt", "Anna", "Anna Schmidt"),
    # what is no name of one person
    ("Anna Schmidt, Northwind", "Anna Schmidt Northwind?", "Anna Schmidt Northwind?"),
    ("Anna and Ben", "Anna and Ben?", "Anna and Ben?"),
    ("ליאת כהן", "ליאת כהן?", "ליאת כהן?"),
    ("=1+1", "=1+1?", "=1+1?"),
]


def said(name: str, formal: bool) -> str:
    """As the table has it."""
    found = address(name, formal)
    return found.name + ("" if found.sure else ASKS)


@pytest.mark.parametrize(("name", "relaxed", "formal"), NAMES, ids=[name for name, _, _ in NAMES])
def test_a_greeting_gets_the_name_right_or_asks(name: str, relaxed: str, formal: str) -> None:
    assert (said(name, False), said(name, True)) == (relaxed, formal)


@pytest.mark.parametrize(
    ("name", "formal", "offered"),
    [
        ("Dr. Orbán Viktor", False, ("Dear Dr. Orbán", "Hi Viktor", "Dear Viktor Orbán")),
        ("Orbán Viktor", False, ("Hi Viktor", "Hi Orbán", "Dear Viktor Orbán", "Dear Orbán Viktor")),
        ("Nguyễn Văn An", False, ("Hi An", "Dear Nguyễn Văn An")),
        ("Mary Jane Smith", False, ("Hi Mary", "Hi Mary Jane", "Dear Mary Jane Smith")),
        ("Prof. Anna Schmidt", True, ("Dear Prof. Schmidt", "Dear Prof. Anna Schmidt")),
        ("Herr Dr. Weber", True, ("Dear Herr Dr. Weber",)),
        ("Sukarno", True, ("Dear Sukarno", "Dear Ms Sukarno", "Dear Mr Sukarno")),
        ("J. Smith", False, ("Dear J. Smith", "Dear Ms Smith", "Dear Mr Smith")),
        ("William Hart (Bill)", False, ("Hi Bill", "Hi William")),
        ("García Márquez, Gabriel", True, ("Dear Gabriel García Márquez",)),
        ("山田 太郎", False, ("Dear 山田 太郎",)),
    ],
)
def test_what_can_be_tapped_makes_sense_for_the_name(name: str, formal: bool, offered: tuple[str, ...]) -> None:
    options = address(name, formal).options
    assert set(offered) <= set(options)
    assert len(options) <= MOST_OPTIONS


@pytest.mark.parametrize("name", ["Tom?? Tom Brandt", "Tom?? Brandt", "Tom Brandt (?)"])
def test_a_name_with_question_marks_is_written_without_them_and_asked_about(name: str) -> None:
    found = address(name, formal=False)

    assert (found.name, found.sure) == ("Tom Brandt", False)
    assert "Hi Tom" in found.options


@pytest.mark.parametrize("channel", ["email", "message", "linkedin"])
@pytest.mark.parametrize("formality", get_args(Formality))
def test_a_title_goes_with_the_surname_and_never_after_hi(formality: Formality, channel: Channel) -> None:
    facts = Facts(TODAY, person="Dr. Martina Kessler", formality=formality, dates=DAY_FIRST)

    assert draft_message("thank_you", channel, facts).body.startswith("Dear Dr. Kessler,")


def test_where_it_is_sure_nothing_is_offered() -> None:
    assert address("Ada Okafor", False).options == ()


WORDS = (
    "Anna",
    "Orbán",
    "Min-jun",
    "de",
    "la",
    "van",
    "SMITH",
    "ben",
    "J.",
    "O'Neil",
    "山田",
    "(Bill)",
    '"Bob"',
    "Ma",
    "X",
)
PIECES = st.sampled_from((*WORDS, *sorted(TITLES), "Dr.", "Dipl.-Ing.", "Ph.D.", "MBA", "Jr.", "PhD", ",", ", ", "-"))


@example(pieces=["Orbán", "dame"], formal=False)
@example(pieces=["SMITH", "dame"], formal=False)
@example(pieces=["(Bill)", "Jr."], formal=False)
@example(pieces=["Jr.", "Min-jun"], formal=True)
@given(pieces=st.lists(PIECES, min_size=1, max_size=7), formal=st.booleans())
def test_no_greeting_holds_a_title_alone_a_degree_a_comma_or_nothing(pieces: list[str], formal: bool) -> None:
    found = address(" ".join(pieces), formal)
    if any(piece in WORDS and len(piece) > 2 and piece != "van" for piece in pieces):
        assert found.name
    for greeted in (*filter(None, [found.name]), *(option.partition(" ")[2] for option in found.options)):
        assert greeted.strip()
        assert "," not in greeted
        assert without_titles(greeted)
        assert greeted.split()[-1].replace(".", "").casefold() not in SUFFIXES - {"sr"}
    assert not (found.sure and found.options)


@given(name=st.text(max_size=30), formal=st.booleans())
def test_any_text_has_a_greeting_without_a_comma(name: str, formal: bool) -> None:
    found = address(name, formal)
    assert "," not in found.name
    assert "\n" not in found.name
    assert all("," not in option and "\n" not in option for option in found.options)


@pytest.mark.parametrize(
    ("salutation", "greeting", "called"),
    [
        ("Dear Dr. Orbán", "Dear Dr. Orbán", "Dr. Orbán"),
        ("Hi Viktor,", "Hi Viktor", "Viktor"),
        ("Sehr geehrte Frau Weber", "Sehr geehrte Frau Weber", "Frau Weber"),
        ("Viktor", "", "Viktor"),
        ("Dr. Orbán", "", "Dr. Orbán"),
    ],
)
def test_what_the_person_said_comes_first_in_every_house(salutation: str, greeting: str, called: str) -> None:
    for formal in (True, False):
        found = address("Orbán Viktor", formal, salutation)
        assert (found.greeting, found.name, found.sure, found.options) == (greeting, called, True, ())


@pytest.mark.parametrize("salutation", ["", "Dear", "Frau", "Dear Dr.", " , ", "Hi,"])
def test_a_salutation_that_names_nobody_is_none(salutation: str) -> None:
    assert name_in_salutation(salutation, "Orbán Viktor") == ""
    assert not address("Orbán Viktor", False, salutation).sure


def test_a_name_that_is_a_greeting_elsewhere_is_a_name_where_it_is_theirs() -> None:
    assert address("Caro Emerald", True, "Caro").greeting == ""
    assert address("Anna Rossi", True, "Cara Anna").greeting == "Cara Anna"


def test_a_salutation_is_kept_on_one_line_without_its_comma() -> None:
    assert tidy_salutation(" Dear\nDr. Orbán, ") == "Dear Dr. Orbán"


def test_a_salutation_goes_when_the_name_in_it_was_corrected() -> None:
    assert salutation_after_rename("Dear Prya", "Prya Raman", "Priya Raman") == ""
    assert salutation_after_rename("Hi Vicky", "Orbán Viktor", "Orbán Viktória") == "Hi Vicky"
    assert salutation_after_rename("Dear Dr. Orbán", "Orbán Viktor", "Dr. Orbán Viktor") == "Dear Dr. Orbán"


def test_in_a_sentence_a_person_is_named_as_they_are_greeted() -> None:
    assert spoken_name("Orbán Viktor", "Hi Viktor") == "Viktor"
    assert spoken_name("Orbán Viktor") == "Orbán Viktor"
    assert spoken_name("Dr.") == "Dr."


def test_a_name_falls_into_its_words() -> None:
    assert name_words('Dr. Robert "Bob" O’Neill, PhD') == ("Robert", "Bob", "O’Neill")
    assert name_words("Li Meng") == ("Li", "Meng")


@pytest.mark.parametrize("formality", [None, *get_args(Formality)])
@pytest.mark.parametrize("channel", [channel for channel in TASK_KINDS["thank_you"].channels if channel != "phone"])
def test_the_greeting_that_was_chosen_is_in_every_channel_and_house(channel: str, formality: Formality | None) -> None:
    facts = Facts(
        TODAY,
        person="Dr. Orbán Viktor",
        salutation="Dear Dr. Orbán",
        company="Northwind",
        formality=formality,
        dates=DAY_FIRST,
    )
    assert draft_message("thank_you", channel, facts).body.startswith("Dear Dr. Orbán,\n")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formality", "channel", "greeting"),
    [("relaxed", "email", "Hi Vicky,"), (None, "email", "Dear Vicky,"), (None, "message", "Hi Vicky,")],
)
def test_a_name_alone_leaves_dear_or_hi_to_the_letter(formality: Formality | None, channel: str, greeting: str) -> None:
    facts = Facts(TODAY, person="Orbán Viktória", salutation="Vicky", formality=formality, dates=DAY_FIRST)
    assert draft_message("thank_you", channel, facts).body.startswith(greeting)  # type: ignore[arg-type]


def test_somebody_without_a_name_to_use_leaves_a_blank_and_no_team() -> None:
    facts = Facts(TODAY, person="Dr.", company="Northwind", dates=DAY_FIRST)
    assert draft_message("thank_you", "email", facts).body.startswith("Dear [name],")
    assert draft_message("thank_you", "email", Facts(TODAY, company="Northwind", dates=DAY_FIRST)).body.startswith(
        "Dear hiring team at Northwind,"
    )


@pytest.mark.parametrize("salutation", ["Hi Vicky", "Dear Ms Szabo-Orbán", "Sehr geehrte Frau Orbán"])
def test_proofreading_takes_the_chosen_greeting_for_right(salutation: str) -> None:
    person = Person(id="pe-1", name="Orbán Viktória", salutation=salutation)
    facts = Facts(TODAY, me="Grace", person=person.name, salutation=salutation, topic="the plan", dates=DAY_FIRST)
    found = check(draft_message("thank_you", "email", facts), reading_of(Workbook(people=(person,)), facts))
    assert [one for one in found if one.check in ("greeting", "name", "spelling")] == []
