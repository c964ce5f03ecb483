"""Where a line that isn't sure may go: only where its field takes it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lib.capture import phrases
from lib.capture.answers import is_about_the_last_question, judged
from lib.capture.debrief_fields import DebriefField, SortedLine
from lib.capture.marks import MOST_READ
from lib.capture.values import ParseContext, parse_value
from lib.decide.pay_words import read_pay
from lib.followup.promise_reading import is_theirs

_PATTERNS: Final = phrases.patterns("offers")
_AMOUNTS: Final = phrases.patterns("amounts")
_BY_FORM: Final = (DebriefField.LEANING, DebriefField.PROMISES, DebriefField.WORRIED_BY, DebriefField.WENT_WELL)
"""Places that the form of a line may tell: they are offered first."""
_MOST: Final = 2


def offered(words: str, likely: Sequence[DebriefField], seen: ParseContext) -> tuple[DebriefField, ...]:
    """The places to offer: what the words' form tells, then the ``likely`` ones, without those that refuse the line."""
    read = words[:MOST_READ]
    if is_still_to_ask(read):
        return ()
    by_form = [place for place in _BY_FORM if _PATTERNS[place].search(read)]
    if is_about_the_last_question(read) and (went := judged(read)):
        by_form = [went, *by_form]
    without_number = DebriefField.INTEREST in likely[:_MOST] and not may_take(DebriefField.INTEREST, read, seen)
    likely = [DebriefField.LEANING if place == DebriefField.INTEREST and without_number else place for place in likely]
    if DebriefField.ASKED in likely and _PATTERNS["asked_them"].search(read):
        by_form = [*by_form, DebriefField.ASKED, DebriefField.ASKED_THEM]
    others = [place for place in likely if place not in by_form]
    return tuple(place for place in (*by_form, *others) if may_take(place, read, seen))[:_MOST]


def is_still_to_ask(words: str) -> bool:
    """Whether it's what I still want to know: 'find out if parking is free'."""
    return _PATTERNS["still to ask"].match(words[:MOST_READ]) is not None


def refuses(line: SortedLine) -> bool:
    """Whether the field of the line's place takes a day, a number, a name or the like, and the line tells none."""
    held: dict[DebriefField, tuple[object, ...]] = {
        DebriefField.WHICH: (line.company, line.role, line.day, line.begins, line.stage, line.minutes),
        DebriefField.INTEREST: (line.number is not None,),
        DebriefField.FORECAST: (line.number is not None,),
        DebriefField.LEANING: (line.leaning,),
        DebriefField.REPLY_BY: (line.day, line.either),
        DebriefField.NEXT_STEP: (line.next_step,),
        DebriefField.PEOPLE: (line.people,),
    }
    return line.field in held and not any(held[line.field])


def may_take(place: DebriefField, words: str, seen: ParseContext) -> bool:
    """Whether the field of a place would take the words, chosen by hand."""
    if place == DebriefField.PAY:
        return _speaks_of_pay(words)
    if place == DebriefField.PROMISES and is_theirs(words):
        return False
    return not refuses(parse_value(words, words, place, False, replace(seen, by_hand=True)))


def _speaks_of_pay(words: str) -> bool:
    """Whether the words name pay, or a number that may be an amount: 'overran by 10 which felt good' does neither."""
    is_named = any(_AMOUNTS[kind].search(words) for kind in ("names_pay", "amount", "only_pay"))
    if is_named or _PATTERNS["pay"].search(words):
        return True
    return read_pay(words) is not None and not _PATTERNS["another number"].search(words)
