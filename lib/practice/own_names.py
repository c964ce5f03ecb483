"""Which names in a question tie it to one company: its own, its people's, and its products'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lib.practice.known_terms import KNOWN_TERMS
from lib.practice.wording_tokens import Token, tokens
from lib.records.application import match_key
from lib.records.company_likeness import SHARED_WORDS
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.workbook import Workbook
from lib.words import folded, has_no_case, word_set

_LEGAL = SHARED_WORDS | word_set("com io net org de")
_DESCRIBING = word_set(
    """
    bank banking labs lab studio studios systems system software data digital media press news health healthcare energy
    power insurance consulting consultants partners partner solutions services service technologies technology tech
    analytics capital ventures industries engineering foods food retail logistics mobility payments finance financial
    university college school hospital clinic institute council agency government city national american british german
    european new first united general global north south east west royal deutsche deutscher deutsches team energie
    versicherung versicherungen stadtwerke werke verlag medien gesundheit handel technik bau banken kasse
    """
)
"""Words of a company's name that alone don't mean this company."""
_OPENERS = word_set(
    """
    a an the why what when where who which how tell we us you i my our your do does did is are was were can could will
    would should may might if in on at for to with and or so no not any some one describe explain give talk name list
    walk imagine suppose say think
    """
)
_ORDINARY_NAMES = word_set(
    """
    will may can so do an my no in on at or to we he she it long more young art mark rich grant bill rob sue hope grace
    joy rose dean price power powers king cook baker day page law love bush field wood stone rice bell ball fox wolf
    hunter fisher carpenter mason potter taylor cooper turner walker miller green brown black white gray short little
    max miles faith dawn frank jack pat gene ray drew summer penny sandy sky ford chase case major best good great
    strong swift sharp bright story banks church hall marsh moss noble parish peel poole pope reed sage senior stark
    steel
    """
)
"""Names that are words too: in small letters, or at the start of a sentence, they are the word."""
_PARTICLES = word_set(
    "van von der den de del della da dos du di la le el al bin ibn ter ten zu zur y e "
    "mr mrs ms miss mx dr prof professor sir dame herr frau mme rev phd md mba jr sr ii iii dipl ing msc bsc"
)
_BEFORE_A_NAME = word_set(
    "why at about from for to join joining with of in like want leave leaving know by against than choose beat "
    "bei zu von warum mit uber fur"
)
"""After these a word in small letters may be a name: 'why polaris', but not 'the target'."""
_AT_WORK = word_set("at from leave leaving left quit join joined joining")
"""What follows these is a place of work, such as the last one, and no product."""
_GERMAN = word_set(
    "wie warum wer welche welcher welches sie ihr ihre ihren ihnen ich und der das ein eine einen einem ist sind haben "
    "wurden nicht uns mit fur von bei wo du dein deine"
)
_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}")
_LEAST_OF_AN_ENDING = 4
_ONLY_SAID = "\n"


@dataclass
class CompanyNames:
    """How one company and its people are written, by the first word, all of it folded."""

    several: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    single: set[str] = field(default_factory=set)
    with_capital: set[str] = field(default_factory=set)
    uncased: set[str] = field(default_factory=set)

    def add_company(self, name: str) -> None:
        """The name whole, by its beginnings of two words and more, and by the words that mean this company alone."""
        words = [token.folded for token in tokens(name) if token.folded not in _LEGAL]
        words = words or [token.folded for token in tokens(name)]
        self._add_uncased(name)
        if len(words) == 1:
            self.single.add(words[0])
        for count in range(2, len(words) + 1):
            self.several[words[0]].add(tuple(words[:count]))
        self.with_capital |= {word for word in words if len(word) > 2 and word not in _DESCRIBING}

    def add_person(self, name: str) -> None:
        """The parts of a person's name, without titles and initials."""
        parts = {token.folded for token in tokens(name) if len(token.folded) > 1} - _PARTICLES
        self._add_uncased(name)
        self.with_capital |= parts
        self.single |= parts - _ORDINARY_NAMES

    def are_in(self, wording: str) -> bool:
        """Whether the wording has one of them."""
        if any(name in wording for name in self.uncased):
            return True
        words = tokens(wording)
        return any(self._is_at(words, position) for position in range(len(words)))

    def _add_uncased(self, name: str) -> None:
        """A name as in Chinese or Arabic, where it may run together with other words."""
        if has_no_case(name.strip()):
            self.uncased.add(name.strip())

    def _is_at(self, words: Sequence[Token], position: int) -> bool:
        word = words[position]
        follows = tuple(token.folded for token in words[position + 1 : position + 8])
        is_said = word.text[0].isupper() or (position > 0 and words[position - 1].folded in _BEFORE_A_NAME)
        if is_said and any(follows[: len(way) - 1] == way[1:] for way in self.several.get(word.folded, ())):
            return True
        if word.is_name_like:
            known = self.with_capital | self.single
            ended = word.folded.removesuffix("s")
            return word.folded in known or (len(ended) >= _LEAST_OF_AN_ENDING and ended in known)
        return word.folded in self.single and word.folded not in _OPENERS and is_said


class NamesByCompany:
    """The names of each company: its own, those of the people met in its interviews, and of those who work there."""

    def __init__(self, workbook: Workbook) -> None:
        self._companies: dict[str, list[str]] = defaultdict(list)
        self._people: dict[str, list[str]] = defaultdict(list)
        self._made: dict[str, CompanyNames] = {}
        companies = {entry.id: match_key(entry.company) for entry in workbook.applications}
        homes = {entry.id: companies.get(entry.application_id, "") for entry in workbook.interviews}
        for application in workbook.applications:
            self._companies[companies[application.id]].append(application.company)
        for person in workbook.people:
            if person.company:
                self._people[match_key(person.company)].append(person.name)
        for met in workbook.conversations:
            if name := workbook.name_of(met.person_id):
                self._people[homes.get(met.interview_id, "")].append(name)

    def are_in(self, wording: str, company: str) -> bool:
        """Whether the wording names that company, by its key, or somebody there."""
        if company not in self._made:
            self._made[company] = made = CompanyNames()
            for name in dict.fromkeys(self._companies[company]):
                made.add_company(name)
            for name in dict.fromkeys(self._people[company]):
                made.add_person(name)
        return self._made[company].are_in(wording)


class Products:
    """The names in the notes on one company and nowhere else in the workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook

    def are_in(self, wording: str, company: str) -> bool:
        """Whether the wording, asked at that company, names something that only the notes on this company name.

        Without a list of products this is the nearest that can be had: a proper name within the sentence, no tool,
        place or day that everybody knows. German gives every noun a capital, so nothing is told from one there.
        """
        words = tokens(wording)
        if any(word.folded in _GERMAN for word in words) or _is_in_title_case(words):
            return False
        return any(self._is_product(words, position, company) for position in range(1, len(words)))

    def _is_product(self, words: Sequence[Token], position: int, company: str) -> bool:
        word = words[position]
        if not word.is_name_like or len(word.text) <= 2 or (word.text.isupper() and len(word.text) <= 5):
            return False
        if words[position - 1].folded in _AT_WORK or word.folded in KNOWN_TERMS or word.folded in self._common:
            return False
        noted = self._capitalised_words.get(word.folded, set())
        return company in noted and noted <= {company, f"{_ONLY_SAID}{company}"}

    @cached_property
    def _common(self) -> set[str]:
        return {folded(word) for text in _own_words(self._workbook) for word in _CAPITALISED.findall(text)}

    @cached_property
    def _capitalised_words(self) -> dict[str, set[str]]:
        """The words with a capital, each with the keys of the companies in whose notes it is."""
        found: dict[str, set[str]] = defaultdict(set)
        for company, text in _notes(self._workbook):
            for word in _CAPITALISED.findall(text):
                found[folded(word)].add(company)
        return found


def _notes(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """What was written down about each company, without what is private.

    Texts about a company, where a name is only a product if the company is named with it: not their questions, nor my
    claims.
    """
    companies = {entry.id: match_key(entry.company) for entry in workbook.applications}
    homes = {entry.id: companies.get(entry.application_id, "") for entry in workbook.interviews}
    people = workbook.by_id(Person)
    for application in workbook.applications:
        yield companies[application.id], application.notes
    for entry in workbook.interviews:
        yield from ((homes[entry.id], text) for text in _reflections(entry))
    for met in workbook.conversations:
        home, person = homes.get(met.interview_id, ""), people.get(met.person_id)
        yield from ((home, text) for text in (met.talked_about, *((person.title, person.notes) if person else ())))
    for promise in workbook.promises:
        yield homes.get(promise.interview_id, ""), promise.what
    for claim in workbook.claims:
        yield f"{_ONLY_SAID}{homes.get(claim.interview_id, '')}", claim.claim
    for question in workbook.questions:
        company = homes.get(question.interview_id) or companies.get(question.application_id, "")
        yield (company if question.asked_by == "me" else f"{_ONLY_SAID}{company}"), question.text


def _reflections(entry: Interview) -> Iterable[str]:
    return (
        *(entry.went_well, entry.went_badly, entry.unsaid, entry.their_problem, entry.energised_by),
        *(entry.worried_by, entry.lesson, entry.feedback),
    )


def _own_words(workbook: Workbook) -> Iterator[str]:
    """Words about the person, roles and places: a name in it is no company's product."""
    for application in workbook.applications:
        yield from (application.role, application.location)
    for story in workbook.stories:
        yield from (story.title, story.situation, story.task, story.action, story.result)
    for goal in workbook.goals:
        yield goal.goal


def _is_in_title_case(words: Sequence[Token]) -> bool:
    later = [word for word in words if not word.opens]
    return len(later) > 1 and 2 * sum(word.text[0].isupper() for word in later) > len(later)
