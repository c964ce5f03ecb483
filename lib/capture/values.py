"""A line's value in the field of its place."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from lib.capture import phrases, questions
from lib.capture.amounts import percent_said, rating_at_the_end, tenths_said
from lib.capture.answers import answered, bombed, judged
from lib.capture.days import day_before, day_said, days_at_odds
from lib.capture.debrief_fields import DebriefField, SortedLine
from lib.capture.found_out import without_asking
from lib.capture.marks import MOST_READ, strip_marks
from lib.capture.people import begins_as_a_panel, people_in
from lib.capture.speakers import with_large_i, without_speaker
from lib.capture.times import time_said
from lib.capture.titles import met_in_it, title_of
from lib.english import sentence_case
from lib.records.vocabulary import Leaning, NextStep

_LEFT_OUT: Final = phrases.patterns("values")
_NUMBERED: Final = re.compile(
    r"\b\d(?:st|nd|rd|th)\b(?= (?:and )?(?:final )?(?:interview|round|stage|call|chat|meeting|one)\b)", re.IGNORECASE
)
"""'2nd', of a second interview: no day of a month."""
_STEPS: Final[Mapping[str, NextStep]] = {
    "references": "references",
    "decision": "decision",
    "round": "round",
    "round too": "round",
    "unknown": "unknown",
    "decides": "decision",
}
"""Each kind of words with the step in the form's terms that it tells, the surest first. Only words of the kind 'round'
make a day beside them that of an interview."""

_LEANINGS: Final[tuple[Leaning, ...]] = ("unsure", "decline", "go_on")


class NextRound(NamedTuple):
    """A further interview that a line names: its day, the time if it's told, and whether it's a trial day."""

    on: date
    begins: time | None
    is_trial_day: bool


@dataclass(frozen=True)
class ParseContext:
    """What a line is read by: the day that 'Friday' is counted from, names on file, and whether '03/04' has the day
    first (None: not known). ``by_hand``: the person chose the place, so whatever can be read for it is."""

    on: date
    known_people: Sequence[str] = ()
    day_first: bool | None = None
    by_hand: bool = False


def parse_value(text: str, words: str, place: DebriefField, is_hard: bool, seen: ParseContext) -> SortedLine:
    """The line in its place, with its value and whatever else it tells."""
    words = words + text.strip()[MOST_READ:] if words and len(text.strip()) > MOST_READ else words
    if place == DebriefField.NOTHING:
        return SortedLine(text, place)
    if place == DebriefField.ASKED:
        return _question(text, words, is_hard, seen.known_people)
    if place == DebriefField.PEOPLE:
        people = people_in(words, seen.known_people, is_sure=True)
        return SortedLine(
            text, place, words, people=people, stage="panel" if begins_as_a_panel(strip_marks(text).words) else None
        )
    if place in _READ:
        either = days_at_odds(words, seen.on, seen.day_first) if place in _DATED else None
        return replace(_READ[place](text, words, seen), either=either or ())
    return SortedLine(text, place, _without_beginning(place, words))


def _question(text: str, words: str, is_hard: bool, people: Sequence[str]) -> SortedLine:
    rating, whole = rating_at_the_end(words)
    value, comment, wish = answered(without_speaker(whole, people))
    if is_hard:
        value = questions.without_hard(value)
    reported = questions.reported_part(value)
    if reported and value[reported:].strip():
        value = with_large_i(sentence_case(value[reported:].strip().rstrip(".")))
    is_hard = is_hard or (rating or 5) <= 2 or bombed(comment)
    went = judged(comment) if comment else None
    found = SortedLine(text, DebriefField.ASKED, value, hard=is_hard, rating=rating, comment=comment, went=went)
    return replace(found, wish=wish)


def _without_beginning(place: DebriefField, words: str) -> str:
    """The words without those that only name their field."""
    beginning = _LEFT_OUT.get(place)
    value = beginning.sub("", words, count=1).strip() if beginning else words
    return sentence_case(value) if value and value != words else words


def _promise(text: str, words: str, seen: ParseContext) -> SortedLine:
    given = _LEFT_OUT["promised somebody"].sub("give ", words, count=1)
    value = sentence_case(given) if given != words else _without_beginning(DebriefField.PROMISES, words)
    told = _LEFT_OUT["told"].match(words)
    if told and told["name"].casefold() not in value.casefold():
        name = sentence_case(told["name"])
        named = _LEFT_OUT["to them"].sub(rf"\g<verb> {name}", value, count=1)
        value = named if named != value else f"{value.rstrip('.')} (told {name})"
    return SortedLine(
        text, DebriefField.PROMISES, value, day=day_said(_without_lengths(words), seen.on, seen.day_first)
    )


def _without_lengths(words: str) -> str:
    """The words without lengths of time: '4 wks notice' is due on no day, and 'in 4 wks' is."""
    return _LEFT_OUT["how long"].sub(lambda found: found[0] if found["due"] else "", words[:MOST_READ])


def _reply(text: str, words: str, seen: ParseContext) -> SortedLine:
    days = [day_said(part, seen.on, seen.day_first) for part in _of_coming_back(words)]
    day = next((day for day in days if day), None) or day_said(words, seen.on, seen.day_first)
    return SortedLine(text, DebriefField.REPLY_BY, words, day=day)


def _of_coming_back(words: str) -> list[str]:
    """The parts of a line that speak of coming back: a remark behind a comma may name another day."""
    parts = _LEFT_OUT["remark behind"].split(words[:MOST_READ])
    return [part for part in parts if len(parts) > 1 and _LEFT_OUT["comes back"].search(part)]


def _next(text: str, words: str, seen: ParseContext) -> SortedLine:
    step = _step_in(words)
    found = next_round_in(words, seen)
    is_trial_day = step == "round" and _is_trial_day(words)
    value = _without_beginning(DebriefField.NEXT_STEP, words)
    return SortedLine(
        text,
        DebriefField.NEXT_STEP,
        value,
        next_step=step,
        stage="trial_day" if is_trial_day else None,
        next_on=found.on if found else None,
        begins=found.begins if found else None,
    )


def _step_in(words: str) -> NextStep | None:
    """The step in the form's terms."""
    read = words[:MOST_READ]
    return next((step for kind, step in _STEPS.items() if _LEFT_OUT[kind].search(read)), None)


def next_round_in(words: str, seen: ParseContext) -> NextRound | None:
    """The further interview that a line names with its day: 'second round Thursday 10am', 'trial shift on Friday'.

    None if it's over by ``seen.on``, if the day may be that of something else, or if the line may as well be the title
    of this interview: 'Panel interview wed 2pm'.
    """
    read = words[:MOST_READ]
    is_further = _LEFT_OUT["further"].search(read) or _is_trial_day(read)
    if not _LEFT_OUT["round"].search(read) or not is_further or _LEFT_OUT["not its day"].search(read):
        return None
    plain = _LEFT_OUT["a length"].sub("", _NUMBERED.sub("", read))
    day, title = day_said(plain, seen.on, seen.day_first), title_of(plain, plain)
    if day is None or day <= seen.on or title.company or title.role or _is_its_weekday(plain, day, seen):
        return None
    return NextRound(day, time_said(words), _is_trial_day(words))


def _is_its_weekday(words: str, day: date, seen: ParseContext) -> bool:
    """Whether nothing but the weekday of the interview held on ``seen.on`` tells the day."""
    without = _LEFT_OUT["weekday"].sub("", words)
    return day - seen.on == timedelta(days=7) and day_said(without, seen.on, seen.day_first) is None


def _is_trial_day(words: str) -> bool:
    return _LEFT_OUT["trial day"].search(words[:MOST_READ]) is not None


def _forecast(text: str, words: str, _seen: ParseContext) -> SortedLine:
    return SortedLine(text, DebriefField.FORECAST, words, number=percent_said(words))


def sends_something(words: str) -> bool:
    """Whether somebody is to send a thing that is no answer: 'Pete will email the training dates by fri'."""
    return _LEFT_OUT["sends something"].search(words[:MOST_READ]) is not None


def is_plainly_the_reply(words: str) -> bool:
    """Whether the words name the answer itself, as 'hear back by fri' does and 'Ola on tues' doesn't."""
    return _LEFT_OUT["plainly back"].search(words[:MOST_READ]) is not None


def speaks_of_wanting(words: str) -> bool:
    """Whether the words tell how much the job is wanted: a mood, nerves or tiredness out of ten isn't that."""
    return bool(_LEFT_OUT["wanting"].search(words))


def disliked_as(words: str) -> DebriefField | None:
    """What words such as 'not a fan of …' are about, for all their 'fan': the job, or my own answer."""
    kinds = {"disliking": DebriefField.WORRIED_BY, "unhappy with mine": DebriefField.WENT_BADLY}
    return next((place for kind, place in kinds.items() if _LEFT_OUT[kind].match(words[:MOST_READ])), None)


def _leaning(text: str, words: str, _seen: ParseContext) -> SortedLine:
    """My gut feeling, and the words with it: a doubt comes before a no, and a no before a yes."""
    leaning = next((leaning for leaning in _LEANINGS if _LEFT_OUT[leaning].search(words[:MOST_READ])), None)
    return SortedLine(text, DebriefField.LEANING, words, leaning=leaning)


def _interest(text: str, words: str, _seen: ParseContext) -> SortedLine:
    return SortedLine(text, DebriefField.INTEREST, words, number=tenths_said(words))


def _which(text: str, words: str, seen: ParseContext) -> SortedLine:
    title = title_of(strip_marks(text).words, words, is_sure=seen.by_hand)
    day, begins = day_before(_NUMBERED.sub("", words), seen.on, seen.day_first), time_said(words)
    told = SortedLine(text, DebriefField.WHICH, words, day=day, begins=begins, stage=title.stage, minutes=title.minutes)
    met = people_in(met_in_it(words), seen.known_people, is_sure=True)
    return replace(told, company=title.company, role=title.role, people=tuple(one for one in met if one.title))


_DATED: Final = (DebriefField.PROMISES, DebriefField.REPLY_BY, DebriefField.NEXT_STEP, DebriefField.WHICH)
_READ: Final[Mapping[DebriefField, Callable[[str, str, ParseContext], SortedLine]]] = {
    DebriefField.PROMISES: _promise,
    DebriefField.REPLY_BY: _reply,
    DebriefField.NEXT_STEP: _next,
    DebriefField.FORECAST: _forecast,
    DebriefField.INTEREST: _interest,
    DebriefField.LEANING: _leaning,
    DebriefField.WHICH: _which,
    DebriefField.ASKED_THEM: lambda text, words, _seen: SortedLine(
        text, DebriefField.ASKED_THEM, sentence_case(without_asking(words))
    ),
}
