"""The lines of a messy note, each with its place in the debrief."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from lib.capture import questions
from lib.capture.amounts import tenths_said
from lib.capture.answers import is_my_good_answer, is_put_and_answered, is_quoted_with_a_remark
from lib.capture.following import with_what_follows
from lib.capture.found_out import (
    is_asked_by_me,
    is_plainly_mine,
    passed_a_test,
    tells_about_the_job,
    tells_how_they_work,
    without_me,
)
from lib.capture.headings import looks_like_heading
from lib.capture.layout import LaidOut, laid_out
from lib.capture.learned.weighing import Weighed, weighed
from lib.capture.learned.weights import shipped
from lib.capture.marks import bare
from lib.capture.offers import is_still_to_ask, may_take, offered, refuses
from lib.capture.people import people_in
from lib.capture.places import PersonMet, Place, SortedLine
from lib.capture.promised import goes_on, is_owed
from lib.capture.speakers import without_speaker
from lib.capture.titles import (
    tells_only_a_length,
    tells_only_when_and_how,
    tells_only_when_and_where,
    title_of,
)
from lib.capture.values import Seen, disliked_as, filled, next_round_in, sends_something, speaks_of_wanting
from lib.decide.pay_words import read_pay
from lib.followup.promise_reading import is_theirs

__all__ = ["PersonMet", "Place", "SortedLine", "looks_like_heading", "sort_lines"]

_TOLD_TOGETHER: Final = (Place.NEXT_STEP, Place.REPLY_BY, Place.PROMISES)
"""Behind a label for one of these, the others are told as well: 'Next: they ring on Friday'."""

_DOUBTFUL: Final = (Place.NOTES, Place.PEOPLE, Place.REPLY_BY, Place.NEXT_STEP)
"""Where a line may be put because of a name or a verb in it, though it goes on with the promise above."""
_OF_ME: Final = {Place.PEOPLE, Place.WENT_WELL, Place.WENT_BADLY}
"""Where a line rather goes that isn't about the job."""
_OF_THE_JOB: Final = (Place.ENERGISED_BY, Place.WORRIED_BY, Place.PAY)
"""Where else a fact about the job may go."""
_TITLE_ENDS: Final = 4
"""Above this line a day with its time is that of the interview, and below it may be that of the next."""
_HOURS_FIRST: Final = re.compile(r"\d{1,2}\s?(?:h|hrs?|hours?)\b", re.IGNORECASE)
"""'40h + overtime': hours, and no pay."""
_OF_AN_ANSWER: Final = (Place.NOTES, Place.WENT_WELL, Place.WENT_BADLY)
"""Where a quoted question may be put because of the remark behind it."""
_LIKED: Final = (Place.NOTES, Place.ENERGISED_BY, Place.INTEREST, Place.WENT_WELL)
"""Where 'didn't love the open office' may be put because of its 'love'."""


def sort_lines(
    lines: Sequence[str], today: date, known_people: Sequence[str] = (), day_first: bool | None = None
) -> tuple[SortedLine, ...]:
    """Each line once, in its order, with its place; what isn't clear is a note.

    Days such as 'by Friday' are read from ``today``. ``known_people`` are names that are on file for the company.
    ``day_first``: whether '03/04' has the day first; None if that isn't known, then it's no day.
    """
    seen = Seen(today, known_people, day_first)
    found = laid_out(lines)
    full = [line for line in found if line]
    found_places = iter(weighed(full, shipped()))
    placed = [
        _filled(line, next(found_places), seen) if line else SortedLine(text, Place.NOTHING)
        for text, line in zip(lines, found, strict=True)
    ]
    named = [met.name for line in placed for met in line.people]
    known = [_without_its_speaker(line, named) for line in _with_more_promises(placed, seen)]
    return tuple(with_what_follows(known))


def _without_its_speaker(line: SortedLine, named: Sequence[str]) -> SortedLine:
    return replace(line, value=without_speaker(line.value, named)) if line.place == Place.ASKED else line


def _filled(line: LaidOut, found: Weighed, seen: Seen) -> SortedLine:
    words, place = line.bare.words, found.place
    if seen.known_people and people_in(words, seen.known_people) != people_in(words, ()):
        place = Place.PEOPLE
    if place in _OF_AN_ANSWER and is_quoted_with_a_remark(words):
        place = Place.ASKED
    if place in (*_OF_AN_ANSWER, Place.WISH) and is_put_and_answered(words):
        place = Place.ASKED
    if place == Place.NOTES:
        is_title = line.at == 0 and found.perhaps[:1] == (Place.WHICH,) and title_of(words, words).role
        place = Place.WHICH if is_title else _plainly(line, words, seen)
    under = line.above.known if line.above else None
    is_hard = questions.is_hard(words) or bool(under and under.is_hard)
    if line.label:
        told, rest = line.label
        place = Place.NOTES if told.was_asked and place == Place.ASKED else place
        if place == told.place or {place, told.place} <= set(_TOLD_TOGETHER):
            words, is_hard = rest, is_hard or told.is_hard
    labelled = (line.label[0].place,) if line.label and line.label[0].place != Place.NOTES else ()
    likely = offered(words, (*labelled, *found.perhaps), seen) if place == Place.NOTES else ()
    place, doubted = _doubted(line, words, place, likely)
    perhaps = tuple(other for other in doubted if may_take(other, words, seen))
    if is_plainly_mine(line) or (place == Place.NOTES and is_asked_by_me(line)):
        return filled(line.text, without_me(words), Place.ASKED_THEM, is_hard, seen)
    if place == Place.NOTES and tells_about_the_job(line) and not set(perhaps[:1]) & _OF_ME:
        kept = filled(line.text, line.bare.words, place, is_hard, seen)
        return replace(kept, perhaps=tuple(other for other in perhaps if other in _OF_THE_JOB), is_learned=True)
    made = replace(filled(line.text, words, place, is_hard, seen), perhaps=perhaps)
    return _felt(made, words, seen) if place == Place.INTEREST and refuses(made) else made


def _felt(line: SortedLine, words: str, seen: Seen) -> SortedLine:
    """Wanting the job without a number, as a gut feeling. A no is left to be chosen by hand: it ends an application."""
    felt = filled(line.text, words, Place.LEANING, False, seen)
    return felt if felt.leaning in ("go_on", "unsure") else line


def _doubted(line: LaidOut, words: str, place: Place, perhaps: tuple[Place, ...]) -> tuple[Place, tuple[Place, ...]]:
    """The place, and the others that are offered, once more is known of the words than the weights know."""
    if place == Place.PROMISES and is_theirs(words):
        return Place.NOTES, (Place.NEXT_STEP, Place.REPLY_BY)
    if place == Place.INTEREST and tenths_said(words) is not None and not _is_of_interest(line):
        return Place.NOTES, (Place.INTEREST,)
    if place == Place.REPLY_BY and sends_something(words):
        return Place.NOTES, (Place.REPLY_BY,)
    if place in _OF_THE_JOB and is_still_to_ask(words):
        return Place.NOTES, ()
    if place == Place.ENERGISED_BY and tells_how_they_work(words):
        return Place.NOTES, (Place.ENERGISED_BY,)
    if place == Place.WISH and is_my_good_answer(words):
        return Place.NOTES, (Place.WENT_WELL, Place.WISH)
    if place in _LIKED and (bad := disliked_as(words)) and tenths_said(words) is None:
        others = [other for other in perhaps if other not in (bad, Place.NOTHING)]
        return Place.NOTES, (bad, *others, Place.ENERGISED_BY)[:2]
    return place, () if tells_only_a_length(words) else perhaps


def _is_of_interest(line: LaidOut) -> bool:
    """Whether its words, its label or its heading speak of wanting the job: 'felt 7/10 walking out' is a mood."""
    named = line.label[0] if line.label else line.above.known if line.above else None
    return speaks_of_wanting(line.bare.words) or (named is not None and named.place == Place.INTEREST)


def _plainly(line: LaidOut, words: str, seen: Seen) -> Place:
    """The place of a line that isn't sure by its words alone, but whose form tells it."""
    is_of_the_title = line.at < _TITLE_ENDS and not line.label and not (line.above and line.above.known)
    if tells_only_when_and_how(words) or (is_of_the_title and tells_only_when_and_where(words)):
        return Place.WHICH
    if is_owed(words):
        return Place.PROMISES
    pay = read_pay(words)
    if pay and pay.beside and not pay.unparsed and not _HOURS_FIRST.match(words):
        return Place.PAY
    if passed_a_test(words):
        return Place.WENT_WELL
    further = next_round_in(words, seen)
    return Place.NEXT_STEP if further and further.is_trial_day else Place.NOTES


def _with_more_promises(lines: Sequence[SortedLine], seen: Seen) -> Iterator[SortedLine]:
    """A note below a promise that goes on with it is a promise too: 'I'll drop it in', 'and text Daz the number'."""
    before = Place.NOTHING
    for line in lines:
        words = bare(line.text).words
        is_one = before == Place.PROMISES and line.place in _DOUBTFUL and goes_on(words)
        yield (found := filled(line.text, words, Place.PROMISES, False, seen) if is_one else line)
        before = found.place if line.text.strip() else before
