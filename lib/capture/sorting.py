"""The lines of a messy note, each with its place in the debrief."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lib.capture import cues, phrases, questions
from lib.capture.amounts import begins_with_pay, names_pay, rating_at_the_end
from lib.capture.headings import Heading, heading, label, looks_like_heading
from lib.capture.judging import judged, sounds_judged
from lib.capture.learned.features import around
from lib.capture.learned.weighing import Ruled, weighed
from lib.capture.learned.weights import shipped
from lib.capture.marks import Bare, bare
from lib.capture.people import begins_as_people, people_in
from lib.capture.places import Met, Place, SortedLine
from lib.capture.values import Seen, filled

__all__ = ["Met", "Place", "SortedLine", "looks_like_heading", "sort_lines"]

_JUDGED: Final = (Place.WENT_WELL, Place.WENT_BADLY, Place.ENERGISED_BY, Place.WORRIED_BY, Place.NEW_PLAN)
_AFTER_QUESTIONS: Final = (Place.WENT_WELL, Place.WENT_BADLY, Place.PEOPLE, Place.REPLY_BY, Place.PAY, Place.PROMISES)
"""Once a line is one of these, the first list of questions is over: in notes the questions come first."""
_NEXT: Final = (Place.NEXT_STEP, Place.REPLY_BY, Place.PROMISES)
_FIRST_LINES: Final = 3
"""How many of a note's first lines can tell which interview it was."""
_MANY_HEADINGS: Final = 3
"""From this many headings without a colon on, all of a note's headings may be bare."""
_MOST_OF_A_HEADING: Final = 4
_COMMON: Final = phrases.words("words")["common"]
_BY_SIGN: Final[Mapping[str, Place]] = {
    sign: Place(place) for place, signs in phrases.words("signs").items() for line in signs for sign in line
}
"""What an emoji before a line means."""
_DOUBT: Final = re.compile(r"\([^()?]{1,20}\?\)")
"""A name or a number that isn't sure: '(Stan?)'."""
_NAMES_AN_ANSWER: Final = re.compile(
    r"^(?:the |my )?(?:[\w'-]{1,20} ){1,3}(?:q|question|one|answer|story|example|bit)\b", re.IGNORECASE
)
"""'the money one', 'sell me q': an answer that I gave, by the name of its question."""
_IN_NEXT: Final = ("next", "then", "they", "the ")
_OF_THEM: Final = re.compile(r"^(?:they|it|he|she|everyone|everybody|you (?:can|get)|people|staff)\b", re.IGNORECASE)


@dataclass(frozen=True)
class RuledLine:
    """What the rules tell of a line: its ``words`` without marks and labels; its ``place``, None if nothing tells."""

    text: str
    bare: Bare
    words: str = ""
    place: Place | None = Place.NOTHING
    is_hard: bool = False
    is_early: bool = False
    refers_back: bool = False
    is_told: bool = False
    """Whether a heading, a label or a number before it tells its place."""
    under: Place | None = None


def sort_lines(
    lines: Sequence[str], today: date, known_people: Sequence[str] = (), day_first: bool | None = None
) -> tuple[SortedLine, ...]:
    """Each line once, in its order, with its place; what isn't clear is a note.

    A line under a heading belongs there unless it is clearly something else. Days such as 'by Friday' are read from
    ``today``. ``known_people`` are names that are on file for the company. ``day_first``:
    whether '03/04' has the day first; None if that isn't known, then it's no day.
    """
    placed, places = by_rules(lines, known_people)
    seen = Seen(today, known_people, day_first)
    return tuple(
        filled(line.text, line.words, place, line.is_hard, seen)
        for line, place in zip(placed, _by_weights(placed, places), strict=True)
    )


def by_rules(lines: Sequence[str], known_people: Sequence[str] = ()) -> tuple[list[RuledLine], list[Place]]:
    """What the rules tell of each line, and its place if nothing else is asked."""
    sorter = _Sorter(lines, known_people)
    placed = [sorter.place(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=False)]
    return placed, _with_gaps_filled(placed)


def _by_weights(lines: Sequence[RuledLine], places: Sequence[Place]) -> Iterator[Place]:
    """The places, as the weights leave them: under a heading or behind a label as they are."""
    known = around(places, [line.under for line in lines])
    for line, place, near in zip(lines, places, known, strict=True):
        if line.is_told or not line.words or place == Place.NOTHING:
            yield place
        else:
            yield weighed(Ruled(line.words, line.place, place, near), shipped())


class _Sorter:
    """What the lines until now tell of the next one."""

    def __init__(self, lines: Sequence[str], known_people: Sequence[str]) -> None:
        self._known = known_people
        self._has_pluses = any(line.lstrip().startswith("+ ") for line in lines)
        self._has_bullets = sum(_has_bullet(line) for line in lines) * 2 > len(lines)
        self._has_bare_headings = len({line for line in lines if _is_bare_heading(line)}) >= _MANY_HEADINGS
        self._under: Heading | None = None
        self._is_first = True
        self._is_late = False
        self._met = 0
        self._first_names: set[str] = set()
        self._asked_words: set[str] = set()
        self._asked_bullets: set[str] = set()

    def place(self, text: str, after: str) -> RuledLine:
        """The place of the next line; None if nothing tells it. ``after`` is the line that follows it."""
        found = bare(text)
        if cues.is_junk(found.words) or self._takes_as_heading(text, after) or not found.words:
            return RuledLine(text, found)
        line = self._labelled(text, found) or self._unlabelled(text, found)
        self._remember(line)
        return line

    def _takes_as_heading(self, text: str, after: str) -> bool:
        found = heading(text, is_lenient=self._has_bare_headings)
        is_some = _is_some_heading(text) or (not self._is_first and _is_marked_heading(text))
        if found is None and not is_some and not (self._has_bullets and _is_above_a_list(text, after)):
            return False
        is_rule = not text.strip().strip("-–—_=* ") and not self._has_pluses
        is_after_well = self._under is not None and self._under.place == Place.WENT_WELL
        self._under = None if is_rule and not is_after_well else found
        return True

    def _remember(self, line: RuledLine) -> None:
        may_go_on = line.place in (None, Place.NOTES, Place.WHICH)
        self._is_first = self._is_first and may_go_on and self._met < _FIRST_LINES
        self._met += 1
        self._is_late = self._is_late or line.place in _AFTER_QUESTIONS
        if line.place == Place.ASKED or (line.place is None and not self._is_late):
            self._asked_words |= _telling_words(line.words)
        if line.place == Place.ASKED:
            self._asked_bullets.add(line.bare.bullet)
        if line.place == Place.PEOPLE:
            self._first_names |= {met.name.split()[0].casefold() for met in people_in(line.words, self._known)}
        if self._leaves(line.place):
            self._under = None

    def _leaves(self, place: Place | None) -> bool:
        """Whether a line of that place ends the list under the heading."""
        under = self._under.place if self._under else Place.NOTES
        if under == Place.NOTES or place in (None, under, Place.WHICH):
            return False
        if under == Place.ASKED:
            return place in (Place.WENT_WELL, Place.WENT_BADLY)
        return not (under in _NEXT[:2] and place in _NEXT)

    def _labelled(self, text: str, found: Bare) -> RuledLine | None:
        parts = label(found.words)
        if parts is None or found.is_question_number:
            return None
        named, rest = parts
        if heading(rest):
            return RuledLine(text, found)
        if self._is_first and not named.is_mine and found.words.casefold().startswith("interview"):
            return RuledLine(text, found, rest, Place.WHICH)
        return RuledLine(text, found, rest, _refined(named.place, rest), named.is_hard, is_told=True)

    def _unlabelled(self, text: str, found: Bare) -> RuledLine:
        words, under = found.words, self._under
        hard = questions.is_hard(words) or bool(under and under.is_hard)
        if found.is_question_number:
            return RuledLine(text, found, words, Place.ASKED, hard, is_told=True)
        place = Place.WHICH if self._may_be_which(words) else self._clear(found)
        is_told = place == Place.PEOPLE and people_in(words, self._known) != people_in(words, ())
        if place is None and self._ends_questions(found):
            under = None
        if under and (under.place != Place.NOTES or under.is_mine):
            is_told = is_told or place in (None, under.place)
            place = place or _refined(under.place, words)
        if place is None and self._has_pluses and found.bullet in ("+", "-"):
            place = Place.WENT_WELL if found.bullet == "+" else Place.WENT_BADLY
            is_told = True
        if place is None and questions.speaks_to_me(words) and not (self._is_late and _OF_THEM.match(words)):
            place = Place.ASKED
        above = under.place if under else None
        return RuledLine(text, found, words, place, hard, not self._is_late, self._refers_back(words), is_told, above)

    def _ends_questions(self, found: Bare) -> bool:
        """Whether a '+' or '-' below questions with other bullets tells how it went."""
        is_sign = self._has_pluses and found.bullet in ("+", "-")
        is_below = self._is_under(Place.ASKED) and bool(self._asked_bullets)
        return is_sign and is_below and found.bullet not in self._asked_bullets

    def _may_be_which(self, words: str) -> bool:
        if not self._is_first:
            return False
        if cues.is_about_a_job(words):
            return True
        if begins_as_people(words) or (self._under and self._under.place != Place.WHICH):
            return False
        return cues.looks_like_which(words, is_first=self._met == 0)

    def _clear(self, found: Bare) -> Place | None:
        """The place that the words make clear, under any heading."""
        words = found.words
        if questions.asks_in_base_form(words):
            return Place.NEW_PLAN if self._is_late else Place.ASKED
        stays = self._is_under(*_JUDGED) and not questions.holds_a_question_mark(words)
        if questions.is_reported(words) and not stays:
            return Place.ASKED
        if cues.is_mine(words):
            return _of_my_answer(words)
        sign = _BY_SIGN.get(found.sign[:1])
        return (
            cues.clear_place(words, has_sign=sign is not None)
            or sign
            or self._of_pay_or_promise(words)
            or self._of_people_or_question(found)
            or self._of_the_rest(found)
        )

    def _of_pay_or_promise(self, words: str) -> Place | None:
        is_worded_as_question = questions.is_worded_as_one(words)
        if names_pay(words) and not is_worded_as_question and (self._is_late or begins_with_pay(words)):
            return Place.PAY
        if self._is_late and cues.is_plan_after_all(words):
            return Place.NEW_PLAN
        to = re.search(r"^\S+(?: \S+){1,8} to (\w+)\W{0,2}$", words)
        if to and to[1].casefold() in self._first_names and not is_worded_as_question:
            return Place.PROMISES
        return None

    def _of_people_or_question(self, found: Bare) -> Place | None:
        words = found.words
        if not questions.starts_as_one(words) and people_in(words, self._known):
            return Place.PEOPLE
        refers_back = self._refers_back(words)
        if place := _by_rating(found, refers_back=refers_back):
            return place
        if _asks(words, refers_back=refers_back):
            return Place.NOTES if self._under and self._under.is_mine else Place.ASKED
        return None

    def _of_the_rest(self, found: Bare) -> Place | None:
        words, under = found.words, self._under
        if under and under.place not in (Place.NOTES, Place.ASKED):
            return under.place if under.place in _JUDGED else None
        if cues.is_next_step(words) and (self._is_late or under or words[:4].casefold() in _IN_NEXT):
            return Place.NEXT_STEP
        is_among_questions = self._is_under(Place.ASKED)
        if is_among_questions and (found.is_numbered or (under and under.is_hard)):
            return None
        is_late = self._is_late and not is_among_questions
        place = judged(words, refers_back=self._refers_back(words), is_late=is_late)
        if place or is_among_questions:
            return place
        return self._of_few_words(words) if self._is_late or not self._refers_back(words) else None

    def _of_few_words(self, words: str) -> Place | None:
        """Of a few words without a verb: after the questions what comes next, before that a task that was set."""
        if self._is_late:
            if cues.ends_as_guess(words):
                return Place.FORECAST
            return Place.NEXT_STEP if cues.names_a_step(words) else None
        is_task = questions.sets_a_task(words) and not sounds_judged(words) and not cues.reports(words)
        return Place.ASKED if is_task or questions.ends_as_hard(words) or questions.offers_a_choice(words) else None

    def _is_under(self, *places: Place) -> bool:
        return self._under is not None and self._under.place in places

    def _refers_back(self, words: str) -> bool:
        """Whether the line names an earlier question, as 'the money one', or in one of its words."""
        return bool(self._asked_words & _telling_words(words) or _NAMES_AN_ANSWER.match(words))


def _is_bare_heading(line: str) -> bool:
    return not line.rstrip().endswith(":") and heading(line) is not None


def _has_bullet(line: str) -> bool:
    return bare(line).bullet.strip("#") != ""


def _is_some_heading(text: str) -> bool:
    """Whether a line is a heading of words that aren't known: 'Heard:'."""
    stripped = text.strip()
    return (
        stripped.endswith(":")
        and len(stripped.split()) <= _MOST_OF_A_HEADING
        and not stripped.startswith(("-", "*", "•"))
    )


def _is_marked_heading(text: str) -> bool:
    """Whether a few words are a heading by their '#', whatever they are."""
    return bool(re.match(r"#{1,6} ", text)) and len(text.split()) <= _MOST_OF_A_HEADING + 1 and "?" not in text


def _is_above_a_list(text: str, after: str) -> bool:
    """Whether a few words without a bullet are right above a line with one."""
    found = bare(text)
    is_marked = found.bullet or found.is_numbered or found.is_question_number
    return (
        not is_marked and 1 <= len(found.words.split()) <= _MOST_OF_A_HEADING and "?" not in text and _has_bullet(after)
    )


def _by_rating(found: Bare, *, refers_back: bool) -> Place | None:
    """Of an answer that is named and rated, '3 ok 4/5', whether it went well; a rated question is a question."""
    rating, words = rating_at_the_end(found.words)
    if rating is None or rating == 3 or questions.is_worded_as_one(words):
        return None
    if not (refers_back or words[:1].isdigit() or (found.is_numbered and sounds_judged(words))):
        return None
    return Place.WENT_WELL if rating > 3 else Place.WENT_BADLY


def _of_my_answer(words: str) -> Place:
    place = judged(re.sub(r"^[aA][:.)] ", "", words), refers_back=True)
    return place if place in (Place.WENT_WELL, Place.WENT_BADLY) else Place.NOTES


def _telling_words(words: str) -> set[str]:
    """The beginnings of its longer words that aren't in every note."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", words.casefold()) if word not in _COMMON}


def _asks(words: str, *, refers_back: bool) -> bool:
    words = questions.without_comment(words)
    if questions.holds_a_question_mark(_DOUBT.sub(" ", words)):
        return True
    if questions.starts_as_one(words):
        return not refers_back or questions.speaks_to_me(words) or judged(words, refers_back=True) is None
    return questions.is_worded_as_one(words) and judged(words, refers_back=refers_back, is_late=False) is None


def _refined(place: Place, words: str) -> Place:
    """What a line under a heading is in particular: of what comes next, when they'll answer is one field of its own."""
    if place in (Place.NEXT_STEP, Place.REPLY_BY):
        if cues.is_promise(words):
            return Place.PROMISES
        if cues.tells_when_they_answer(words):
            return Place.REPLY_BY
    return Place.INTEREST if place == Place.FORECAST and cues.tells_interest(words) else place


def _with_gaps_filled(lines: Sequence[RuledLine]) -> list[Place]:
    """The places, if a line that nothing tells of is a question if it's among questions, else a note."""
    found: list[Place] = []
    after = _places_after(lines)
    before: Place | None = None
    for at, line in enumerate(lines):
        place = line.place
        if place is None:
            is_between = before == after[at] == Place.ASKED and not line.refers_back and not cues.reports(line.words)
            place = Place.ASKED if is_between or _goes_on(lines, at, before, after[at]) else Place.NOTES
        before = before if place == Place.NOTHING else place
        found.append(place)
    return found


def _places_after(lines: Sequence[RuledLine]) -> list[Place | None]:
    """For each line, the first place that is known after it."""
    found: list[Place | None] = []
    after: Place | None = None
    for line in reversed(lines):
        found.append(after)
        after = after if line.place in (None, Place.NOTHING) else line.place
    return found[::-1]


def _goes_on(lines: Sequence[RuledLine], at: int, before: Place | None, after: Place | None) -> bool:
    """Whether a line goes on with a list of questions: early in a note, behind one or between its title and one, or
    numbered beside one."""
    line = lines[at]
    if sounds_judged(line.words):
        return False
    around = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    if line.bare.is_numbered and any(one.bare.is_numbered and one.place == Place.ASKED for one in around):
        return True
    is_in_list = before == Place.ASKED or (before == Place.WHICH and after == Place.ASKED)
    return is_in_list and line.is_early and not line.refers_back and not cues.reports(line.words)
