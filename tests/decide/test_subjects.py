"""What a note is about: whole words in their meaning. A hike in the hills is no hike in pay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.subjects import mentions_work, shares_a_word, subjects_in_name, subjects_of

TRAPS = (
    ("pay", "Hiking, with Tess"),
    ("pay", "She goes for a hike every Sunday"),
    ("pay", "He was paying attention all through"),
    ("pay", "They pay close attention to detail"),
    ("pay", "I had to raise my hand"),
    ("pay", "Nobody raises an issue there"),
    ("pay", "They raised money last month"),
    ("pay", "The rise of the sea level"),
    ("pay", "Up before sunrise, a rise to the challenge"),
    ("pay", "Refunds that overtake the payment"),
    ("pay", "Why the Saturday edition still pays for everything"),
    ("pay", "Paid search and paid ads"),
    ("pay", "Apple Pay at the till"),
    ("pay", "A bonus question about trees"),
    ("pay", "Health equity in the north"),
    ("pay", "She shares her data with everyone"),
    ("pay", "The shop and the stores count stock differently"),
    ("pay", "The benefits of small releases"),
    ("pay", "The European Commission asks for it"),
    ("pay", "They lose money on every order"),
    ("pay", "Our payroll software from 1998"),
    ("pay", "He has to compensate for the noise"),
    ("hours", "Half an hour about trams"),
    ("hours", "The hour that exists twice"),
    ("hours", "A shift to the cloud"),
    ("hours", "She was on a call with Ana"),
    ("hours", "On call with the customer"),
    ("hours", "They crunch numbers by hand"),
    ("hours", "A flexible schema for reports"),
    ("hours", "I read it last night"),
    ("hours", "Walking holidays in Wales"),
    ("hours", "Late files from carriers"),
    ("place", "I will train the new ones"),
    ("place", "They train models on it"),
    ("place", "A training at the end of the month"),
    ("place", "I lost my train of thought"),
    ("place", "Trams that jump on the map"),
    ("place", "A new home page"),
    ("place", "Software for nursing homes"),
    ("place", "He seemed at home in the code"),
    ("place", "The back office does it by hand"),
    ("place", "Office politics"),
    ("place", "A remote server fails at night"),
    ("place", "The message bus is full"),
    ("place", "Results drive everything, a data-driven house"),
    ("place", "Her brother drives for Haldenfracht"),
    ("place", "An app for a travel agency"),
    ("place", "The help desk answers 300 mails"),
    ("growth", "Training data with holes"),
    ("growth", "She trains for a marathon"),
    ("growth", "Strength training before work"),
    ("growth", "Machine learning on returns"),
    ("growth", "A sales promotion in May"),
    ("growth", "Of course they asked"),
    ("growth", "Software development in four teams"),
    ("growth", "Revenue growth of a third"),
    ("growth", "A TLS certificate expired"),
    ("growth", "Their careers page"),
    ("manager", "It leads to late reports"),
    ("manager", "The lead time of orders"),
    ("manager", "Sales leads from the fair"),
    ("manager", "Lead pipes in old houses"),
    ("manager", "A password manager for all"),
    ("manager", "Stock management on paper"),
    ("manager", "The film director's house"),
    ("team", "The link for Microsoft Teams did not work"),
    ("team", "His football team lost"),
    ("team", "Cell cultures in the lab"),
    ("team", "People who buy once never return"),
    ("mission", "He did it on purpose"),
    ("mission", "A mission-critical system"),
    ("mission", "Computer vision on wheat"),
    ("mission", "The working climate is good"),
    ("mission", "The impact on latency"),
    ("mission", "Null values in the table"),
    ("security", "The security team was there"),
    ("security", "Customer acquisition costs"),
    ("security", "Redundant servers"),
    ("security", "Two contracts with one customer"),
    ("security", "A stable API"),
)
"""A note, and what it isn't about although a word or a part of one looks like it."""

HITS = (
    ("pay", "The pay"),
    ("pay", "A pay hike every January"),
    ("pay", "Underpaid, she said"),
    ("pay", "They paid late twice"),
    ("pay", "No raise in three years"),
    ("pay", "He asked for a rise and got none"),
    ("pay", "Salaries are open to all"),
    ("pay", "A bonus of a month's wages"),
    ("pay", "Stock options, and a pension"),
    ("pay", "The money is good"),
    ("pay", "I would earn less than today"),
    ("pay", "62k gross, she guessed"),
    ("pay", "€83,500 a year"),
    ("pay", "Pays attention to detail, and pays badly"),
    ("hours", "'We do not do weekends off here'"),
    ("hours", "He called on-call 'part of the fun'"),
    ("hours", "On call every third week"),
    ("hours", "Night shifts until Christmas"),
    ("hours", "Their hours are long"),
    ("hours", "A 38-hour week"),
    ("hours", "A four-day week is possible"),
    ("hours", "Part-time is fine with them"),
    ("hours", "Crunch before each release"),
    ("hours", "My hours are mine to arrange"),
    ("hours", "Flexible about school hours"),
    ("place", "Regional train to Halle"),
    ("place", "An hour by train"),
    ("place", "Two days of home office"),
    ("place", "Everyone works from home"),
    ("place", "All remote. Will I see people?"),
    ("place", "The commute eats an hour"),
    ("place", "An hour's drive each way"),
    ("place", "Three days a week in the office"),
    ("place", "A loud open-plan office"),
    ("place", "The move of their head office"),
    ("growth", "What I want to learn"),
    ("growth", "Training twice a year"),
    ("growth", "They train you on the job"),
    ("growth", "Two senior people, nobody who teaches"),
    ("growth", "Promotions come every two years"),
    ("growth", "I could lead a team within a year"),
    ("growth", "Room to grow"),
    ("manager", "The team lead is kind"),
    ("manager", "My lead would be Ana"),
    ("manager", "He leads with jokes, and who leads after him?"),
    ("manager", "A boss who micromanages"),
    ("manager", "A hiring manager who listens"),
    ("team", "Twelve people, everyone sees what is read"),
    ("team", "The team is kind"),
    ("team", "Colleagues who stay"),
    ("team", "Office politics"),
    ("mission", "Their mission: clean water"),
    ("mission", "It would matter to somebody at seven in the morning"),
    ("mission", "Social good, with a real impact"),
    ("security", "Layoffs in spring"),
    ("security", "Six months of runway"),
    ("security", "A fixed-term contract"),
    ("security", "They lose money"),
    ("security", "Job security comes first"),
)
"""A note, and what it is about."""


@pytest.mark.parametrize(("subject", "note"), TRAPS)
def test_a_word_that_only_looks_like_it_speaks_of_nothing(subject: str, note: str) -> None:
    assert subject not in subjects_of(note)


@pytest.mark.parametrize(("subject", "note"), HITS)
def test_a_note_speaks_of_what_it_is_about(subject: str, note: str) -> None:
    assert subject in subjects_of(note)


WORDS = ("pay", "salary", "weekends", "overtime", "commute", "colleagues", "boss", "mentor", "mission", "layoffs")


AN_ENDING = {"s", "d", "r", "rs", "y", "ed", "ing", "es", "ship", "slip", "com"}
"""Letters that make another word of the same meaning of one of these, or a real one."""


@given(st.sampled_from(WORDS), st.text("abcdefghijklmnopqrstuvwxyzäöü", min_size=1, max_size=4), st.booleans())
def test_a_word_within_another_word_is_never_heard(word: str, letters: str, is_before: bool) -> None:
    if letters not in AN_ENDING:
        assert subjects_of(f"{letters}{word}" if is_before else f"{word}{letters}") == frozenset()
        assert subjects_of(f"{letters} {word}" if is_before else f"{word} {letters}") != frozenset()


@given(
    st.sampled_from(HITS),
    st.sampled_from(("", "We met. ", "(", "- ", "“")),
    st.sampled_from(("", "!", ", and more", "”")),
)
def test_marks_and_case_around_a_note_change_nothing(hit: tuple[str, str], before: str, after: str) -> None:
    subject, note = hit
    assert subject in subjects_of(f"{before}{note.upper()}{after}")


def test_the_work_is_spoken_of_in_the_words_of_the_problem_they_want_solved() -> None:
    problem = "Positions arrive late in the tunnel and trams jump on the map."

    assert mentions_work("Trams that jump on the map, and the great snow of 2010", (problem,))
    assert mentions_work("The first projects")
    assert not mentions_work("Hiking, with Tess", (problem,))


@pytest.mark.parametrize(
    ("name", "subjects", "words"),
    [
        ("Salary", {"pay"}, ()),
        ("Fair pay", {"pay"}, ()),
        ("Pay and hours", {"pay", "hours"}, ()),
        ("Home office", {"place"}, ()),
        ("The dog", set(), ("dog",)),
        ("Nights and on-call", set(), ("nights", "on-call")),
        ("A boss I trust", {"manager"}, ("trust",)),
    ],
)
def test_an_added_criterion_gets_its_meaning_from_its_name(
    name: str, subjects: set[str], words: tuple[str, ...]
) -> None:
    assert subjects_in_name(name) == (subjects, words)


@pytest.mark.parametrize(
    ("text", "name", "is_shared"),
    [
        ("Dogs are welcome", "The dog", True),
        ("A dogmatic house", "The dog", False),
        ("On call every week", "Nights and on-call", True),
        ("A call with Ana", "Nights and on-call", False),
        ("One night a month", "Nights and on-call", True),
        ("The nightingale project", "Nights and on-call", False),
    ],
)
def test_a_word_of_a_name_is_heard_as_a_whole_word_in_any_ending(text: str, name: str, is_shared: bool) -> None:
    assert shares_a_word(text, (name,)) is is_shared
