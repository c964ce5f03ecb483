"""What proofreading finds, and what it needs to know."""

from dataclasses import dataclass
from typing import Literal

from lib.followup.facts import Facts
from lib.followup.messages import Message
from lib.followup.names import name_words
from lib.followup.phrasing import one_line
from lib.records.application import match_key
from lib.records.vocabulary import Language
from lib.records.workbook import Workbook

Check = Literal[
    "blank",
    "greeting",
    "name",
    "other_company",
    "other_role",
    "not_theirs",
    "too_alike",
    "too_long",
    "spelling",
    "grammar",
    "odd",
    "no_thanks",
    "many_thanks",
    "pressing",
    "apologetic",
    "claimed_interest",
    "wrong_day",
    "third_person",
    "attachment",
]
LetterPart = Literal["subject", "body"]
Span = tuple[int, int]


@dataclass(frozen=True)
class Likeness:
    """Two notes side by side: the share of the shorter one's words that both have, 0 to 1, and their positions."""

    share: float
    to: str
    mine: str
    theirs: str
    mine_marks: tuple[Span, ...]
    theirs_marks: tuple[Span, ...]


@dataclass(frozen=True)
class LetterFinding:
    """One piece of advice: where it is in the subject or the body, what it is and why it matters.

    ``where`` is start and end; the two are equal where something is missing. ``fix`` are the words that belong there,
    or the likeliest ones; ``also`` are other places of the same slip. Advice only: a person may send all the same.
    """

    check: Check
    part: LetterPart
    where: Span
    what: str
    why: str
    pair: Likeness | None = None
    fix: str = ""
    also: tuple[Span, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """Every place of it, in the order of the text."""
        return tuple(sorted((self.where, *self.also)))


@dataclass(frozen=True)
class LetterContext:
    """What a message is read against: its facts, the other notes of the process, and every name in the workbook.

    ``names`` are the words of all people's and companies' names, ``companies`` and ``roles`` those of all other
    applications. ``noted`` are the words of my notes on this company, in small letters.
    """

    facts: Facts
    others: tuple[Message, ...] = ()
    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    premium: bool = False
    language: Language | None = None

    @property
    def own_words(self) -> frozenset[str]:
        """The words that I wrote myself, in small letters."""
        facts = self.facts
        notes = (facts.topic, facts.recalled, facts.unsaid_note, facts.went_well, facts.their_problem, facts.feedback)
        said = (*notes, *facts.claims, *facts.heard, *facts.strengths, *facts.asked)
        return self.noted | {word.casefold() for note in said for word in name_words(note)}


def reading_of(
    workbook: Workbook,
    facts: Facts,
    others: tuple[Message, ...] = (),
    *,
    premium: bool = False,
    language: Language | None = None,
) -> LetterContext:
    """What the message to ``facts.person`` is read against; ``others`` are the notes to others of the same process.

    ``language`` is the one it's meant to be in, None for English.
    """
    companies = tuple(dict.fromkeys(one_line(entry.company) for entry in workbook.applications))
    own = {match_key(facts.company), match_key(facts.person_company)}
    people = tuple(one_line(entry.name) for entry in workbook.people)
    roles = tuple(dict.fromkeys(one_line(entry.role) for entry in workbook.applications))
    employers = tuple(one_line(entry.company) for entry in workbook.people)
    named = (*people, *companies, *employers, facts.me, facts.salutation)
    return LetterContext(
        facts=facts,
        others=others,
        people=people,
        companies=tuple(name for name in companies if match_key(name) not in own),
        roles=tuple(role for role in roles if role.casefold() != facts.role.casefold()),
        names=frozenset(word for name in named for word in name_words(name)),
        noted=_words_noted(workbook, facts),
        premium=premium,
        language=language,
    )


def _words_noted(workbook: Workbook, facts: Facts) -> frozenset[str]:
    """The words of all that I wrote down about the company, with its roles and the titles of people."""
    same = [entry for entry in workbook.applications if match_key(entry.company) == match_key(facts.company)]
    about = {entry.id for entry in same}
    rounds = [entry for entry in workbook.interviews if entry.application_id in about]
    held = {entry.id for entry in rounds}
    notes = (
        *(words for entry in rounds for words in entry.cells().values()),
        *(row.text for row in workbook.questions if row.interview_id in held),
        *(row.what for row in workbook.promises if row.interview_id in held),
        *(row.talked_about for row in workbook.conversations if row.interview_id in held),
        *(entry.role for entry in same),
        *(entry.title for entry in workbook.people),
    )
    return frozenset(word.casefold() for note in (*notes, facts.extras.promised) for word in name_words(note))
