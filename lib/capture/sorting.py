"""The lines of a messy note, each with its place in the debrief."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from lib.capture import questions
from lib.capture.amounts import tenths_said
from lib.capture.answers import is_my_good_answer, is_put_and_answered, is_quoted_with_a_remark
from lib.capture.debrief_fields import DebriefField, PersonMet, SortedLine
from lib.capture.following import with_what_follows
from lib.capture.found_out import (
    is_asked_by_me,
    is_plainly_mine,
    passed_a_test,
    question_put_to,
    tells_about_the_job,
    tells_how_they_work,
    tells_what_they_left_out,
    without_me,
)
from lib.capture.headings import looks_like_heading
from lib.capture.layout import LineContext, lines_in_context
from lib.capture.learned.classification import Classified, classify
from lib.capture.learned.weights import shipped
from lib.capture.marks import strip_marks
from lib.capture.offers import is_still_to_ask, may_take, offered, refuses
from lib.capture.people import people_in
from lib.capture.promised import goes_on, is_owed
from lib.capture.speakers import without_speaker
from lib.capture.titles import (
    tells_only_a_length,
    tells_only_when_and_how,
    tells_only_when_and_where,
    title_of,
)
from lib.capture.values import ParseContext, disliked_as, next_round_in, parse_value, sends_something, speaks_of_wanting
from lib.decide.pay_words import read_pay
from lib.followup.promise_reading import is_theirs

__all__ = ["DebriefField", "PersonMet", "SortedLine", "looks_like_heading", "sort_lines"]

_TOLD_TOGETHER: Final = (DebriefField.NEXT_STEP, DebriefField.REPLY_BY, DebriefField.PROMISES)
"""Behind a label for one of these, the others are told as well: 'Next: they ring on Friday'."""

_DOUBTFUL: Final = (DebriefField.NOTES, DebriefField.PEOPLE, DebriefField.REPLY_BY, DebriefField.NEXT_STEP)
"""Where a line may be put because of a name or a verb in it, though it goes on with the promise above."""
_OF_ME: Final = {DebriefField.PEOPLE, DebriefField.WENT_WELL, DebriefField.WENT_BADLY}
"""Where a line rather goes that isn't about the job."""
_OF_THE_JOB: Final = (DebriefField.ENERGISED_BY, DebriefField.WORRIED_BY, DebriefField.PAY)
"""Where else a fact about the job may go."""
_TITLE_ENDS: Final = 4
"""Above this line a day with its time is that of the interview, and below it may be that of the next."""
_HOURS_FIRST: Final = re.compile(r"\d{1,2}\s?(?:h|hrs?|hours?)\b", re.IGNORECASE)
"""'40h + overtime': hours, and no pay."""
_OF_AN_ANSWER: Final = (DebriefField.NOTES, DebriefField.WENT_WELL, DebriefField.WENT_BADLY)
"""Where a quoted question may be put because of the remark behind it."""
_PERHAPS_MINE: Final = (*_OF_AN_ANSWER, DebriefField.ASKED, DebriefField.WISH)
"""Where 'asked holly whats the turnover' may be put before it's known that Holly was there."""
_LIKED: Final = (DebriefField.NOTES, DebriefField.ENERGISED_BY, DebriefField.INTEREST, DebriefField.WENT_WELL)
"""Where 'didn't love the open office' may be put because of its 'love'."""


def sort_lines(
    lines: Sequence[str], today: date, known_people: Sequence[str] = (), day_first: bool | None = None
) -> tuple[SortedLine, ...]:
    """Each line once, in its order, with its place; what isn't clear is a note.

    Days such as 'by Friday' are read from ``today``. ``known_people`` are names that are on file for the company.
    ``day_first``: whether '03/04' has the day first; None if that isn't known, then it's no day.
    """
    seen = ParseContext(today, known_people, day_first)
    found = lines_in_context(lines)
    full = [line for line in found if line]
    found_places = iter(classify(full, shipped()))
    placed = [
        _filled(line, next(found_places), seen) if line else SortedLine(text, DebriefField.NOTHING)
        for text, line in zip(lines, found, strict=True)
    ]
    named = [met.name for line in placed for met in line.people]
    known = [_with_its_speaker(line, named, seen) for line in _with_more_promises(placed, seen)]
    return tuple(with_what_follows(known))


def _with_its_speaker(line: SortedLine, named: Sequence[str], seen: ParseContext) -> SortedLine:
    """A question without the name of who put it; one that I put to somebody is mine."""
    if line.field in _PERHAPS_MINE and (mine := question_put_to(strip_marks(line.text).words, named)):
        return parse_value(line.text, mine, DebriefField.ASKED_THEM, False, seen)
    return replace(line, value=without_speaker(line.value, named)) if line.field == DebriefField.ASKED else line


def _filled(line: LineContext, found: Classified, seen: ParseContext) -> SortedLine:
    words, place = line.bare.words, found.field
    if seen.known_people and people_in(words, seen.known_people) != people_in(words, ()):
        place = DebriefField.PEOPLE
    if place in _OF_AN_ANSWER and is_quoted_with_a_remark(words):
        place = DebriefField.ASKED
    if place in (*_OF_AN_ANSWER, DebriefField.WISH) and is_put_and_answered(words):
        place = DebriefField.ASKED
    if place == DebriefField.NOTES:
        is_title = line.at == 0 and found.alternatives[:1] == (DebriefField.WHICH,) and title_of(words, words).role
        place = DebriefField.WHICH if is_title else _plainly(line, words, seen)
    under = line.above.known if line.above else None
    is_hard = questions.is_hard(words) or bool(under and under.is_hard)
    if line.label:
        told, rest = line.label
        place = DebriefField.NOTES if told.was_asked and place == DebriefField.ASKED else place
        if place == told.place or {place, told.place} <= set(_TOLD_TOGETHER):
            words, is_hard = rest, is_hard or told.is_hard
    labelled = (line.label[0].place,) if line.label and line.label[0].place != DebriefField.NOTES else ()
    likely = offered(words, (*labelled, *found.alternatives), seen) if place == DebriefField.NOTES else ()
    place, doubted = _doubted(line, words, place, likely)
    perhaps = tuple(other for other in doubted if may_take(other, words, seen))
    if is_plainly_mine(line) or (place == DebriefField.NOTES and is_asked_by_me(line)):
        return parse_value(line.text, without_me(words), DebriefField.ASKED_THEM, is_hard, seen)
    if place == DebriefField.NOTES and tells_about_the_job(line) and not set(perhaps[:1]) & _OF_ME:
        kept = parse_value(line.text, line.bare.words, place, is_hard, seen)
        return replace(kept, alternatives=tuple(other for other in perhaps if other in _OF_THE_JOB), is_learned=True)
    made = replace(parse_value(line.text, words, place, is_hard, seen), alternatives=perhaps)
    return _felt(made, words, seen) if place == DebriefField.INTEREST and refuses(made) else made


def _felt(line: SortedLine, words: str, seen: ParseContext) -> SortedLine:
    """Wanting the job without a number, as a gut feeling. A no is left to be chosen by hand: it ends an application."""
    felt = parse_value(line.text, words, DebriefField.LEANING, False, seen)
    return felt if felt.leaning in ("go_on", "unsure") else line


def _doubted(
    line: LineContext, words: str, place: DebriefField, perhaps: tuple[DebriefField, ...]
) -> tuple[DebriefField, tuple[DebriefField, ...]]:
    """The place, and the others that are offered, once more is known of the words than the weights know."""
    if place == DebriefField.PROMISES and is_theirs(words):
        return DebriefField.NOTES, (DebriefField.NEXT_STEP, DebriefField.REPLY_BY)
    if place == DebriefField.INTEREST and tenths_said(words) is not None and not _is_of_interest(line):
        return DebriefField.NOTES, (DebriefField.INTEREST,)
    if place == DebriefField.REPLY_BY and sends_something(words):
        return DebriefField.NOTES, (DebriefField.REPLY_BY,)
    if place in _OF_THE_JOB and is_still_to_ask(words):
        return DebriefField.NOTES, ()
    if against := _told_otherwise(place, words):
        return DebriefField.NOTES, against
    if place in _LIKED and (bad := disliked_as(words)) and tenths_said(words) is None:
        others = [other for other in perhaps if other not in (bad, DebriefField.NOTHING)]
        return DebriefField.NOTES, (bad, *others, DebriefField.ENERGISED_BY)[:2]
    return place, () if tells_only_a_length(words) else perhaps


def _told_otherwise(place: DebriefField, words: str) -> tuple[DebriefField, ...]:
    """The places to offer for a line whose form speaks against its place; none if it doesn't."""
    if place == DebriefField.ENERGISED_BY and tells_how_they_work(words):
        return (DebriefField.ENERGISED_BY,)
    if place == DebriefField.UNSAID and tells_what_they_left_out(words):
        return (DebriefField.WORRIED_BY,)
    if place == DebriefField.WISH and is_my_good_answer(words):
        return DebriefField.WENT_WELL, DebriefField.WISH
    return ()


def _is_of_interest(line: LineContext) -> bool:
    """Whether its words, its label or its heading speak of wanting the job: 'felt 7/10 walking out' is a mood."""
    named = line.label[0] if line.label else line.above.known if line.above else None
    return speaks_of_wanting(line.bare.words) or (named is not None and named.place == DebriefField.INTEREST)


def _plainly(line: LineContext, words: str, seen: ParseContext) -> DebriefField:
    """The place of a line that isn't sure by its words alone, but whose form tells it."""
    is_of_the_title = line.at < _TITLE_ENDS and not line.label and not (line.above and line.above.known)
    if tells_only_when_and_how(words) or (is_of_the_title and tells_only_when_and_where(words)):
        return DebriefField.WHICH
    if is_owed(words):
        return DebriefField.PROMISES
    pay = read_pay(words)
    if pay and pay.beside and not pay.unparsed and not _HOURS_FIRST.match(words):
        return DebriefField.PAY
    if passed_a_test(words):
        return DebriefField.WENT_WELL
    further = next_round_in(words, seen)
    return DebriefField.NEXT_STEP if further and further.is_trial_day else DebriefField.NOTES


def _with_more_promises(lines: Sequence[SortedLine], seen: ParseContext) -> Iterator[SortedLine]:
    """A note below a promise that goes on with it is a promise too: 'I'll drop it in', 'and text Daz the number'."""
    before = DebriefField.NOTHING
    for line in lines:
        words = strip_marks(line.text).words
        is_one = before == DebriefField.PROMISES and line.field in _DOUBTFUL and goes_on(words)
        yield (found := parse_value(line.text, words, DebriefField.PROMISES, False, seen) if is_one else line)
        before = found.field if line.text.strip() else before
