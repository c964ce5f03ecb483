"""Lines whose words alone tell where they belong."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from lib.capture import phrases
from lib.capture.amounts import names_pay
from lib.capture.days import names_day
from lib.capture.people import begins_as_people
from lib.capture.places import Place
from lib.capture.questions import ends_in_a_question_mark, speaks_to_me, starts_as_one

_CUES: Final = phrases.patterns("cues")
_TIME: Final = phrases.words("words")["time"]
_TIME_WITH_OTHERS: Final = phrases.words("words")["time only with others"]
_MOST_OF_A_STEP: Final = 9
"""The most words of a noted next step."""


def clear_place(words: str, *, has_sign: bool) -> Place | None:
    """The place that the words make clear wherever they are met; None if they don't.

    If an emoji before the line tells its place too (``has_sign``), it counts for more than most words.
    """
    cues = _CLEARER_THAN_A_SIGN if has_sign else (*_CLEARER_THAN_A_SIGN, *_CLEAR)
    return next((place for place, tells in cues if tells(words)), None)


@lru_cache(maxsize=phrases.LINES)
def is_promise(words: str) -> bool:
    """Whether it's something that I promised to send or do, or a thing to send."""
    return bool(_CUES["promises"].search(words)) and not ends_in_a_question_mark(words)


@lru_cache(maxsize=phrases.LINES)
def tells_when_they_answer(words: str) -> bool:
    """Whether it tells when they'll answer: that they'll tell me, a word for telling with a day, or a time alone."""
    if is_only_a_time(words):
        return True
    if _CUES["i_do"].search(words) or begins_as_people(words) or (speaks_to_me(words) and starts_as_one(words)):
        return False
    return bool(_CUES["tells_me"].search(words) or (_CUES["tells"].search(words) and names_day(words)))


def is_only_a_time(words: str) -> bool:
    """Whether the words are nothing but a time to come: 'within 14 days', 'EOW', 'they said 1 week'."""
    words = re.sub(r"^[\w'-]{2,15}: ", "", _CUES["they_said"].sub("", words))
    if len(words) > 60 or not _CUES["only_time"].match(words) or _CUES["only_a_day_of_week"].match(words):
        return False
    if _CUES["forecast"].search(words):  # 'prob 50/50'
        return False
    parts = set(re.findall(r"[^\W\d_]+", words.casefold()))
    return parts <= _TIME and not parts <= _TIME_WITH_OTHERS


def is_mine(words: str) -> bool:
    """Whether it's a question that I asked or an answer that I gave."""
    return bool(_CUES["not_theirs"].search(words)) and not _CUES["promises"].search(words) and not names_pay(words)


def is_junk(words: str) -> bool:
    """Whether it's what a phone adds by itself, or a filler of somebody who dictates."""
    return bool(_CUES["junk"].search(words))


def is_plan_after_all(words: str) -> bool:
    """Whether it tells myself what to do, once the questions are over: 'read up on EV chargers'."""
    return bool(_CUES["new_plan_late"].search(words))


def is_next_step(words: str) -> bool:
    """Whether it names what comes next explicitly."""
    return bool(_CUES["next_step"].search(words))


def names_a_step(words: str) -> bool:
    """Whether a few words without a verb name a test, a visit or the like, or a thing with its day."""
    if len(words.split()) > _MOST_OF_A_STEP or _CUES["past"].search(words):
        return False
    return bool(
        _CUES["step_noun"].search(words) or (_CUES["on_a_day"].search(words) and not _CUES["tells"].search(words))
    )


def tells_interest(words: str) -> bool:
    """Whether it tells how much I want the job: '7/10 want it'."""
    return bool(_CUES["interest"].search(words))


def ends_as_guess(words: str) -> bool:
    """Whether a few words end in a percentage."""
    return bool(_CUES["ends_as_guess"].search(words)) and len(words.split()) <= _MOST_OF_A_STEP


def reports(words: str) -> bool:
    """Whether it tells what somebody did or was, as no question among others would."""
    return bool(_CUES["reports"].search(words))


def is_about_a_job(words: str) -> bool:
    """Whether it names the job: 'met with Lowtide re 2nd AC job'."""
    return bool(_CUES["about_a_job"].search(words)) and not starts_as_one(words)


def looks_like_which(words: str, *, is_first: bool) -> bool:
    """Whether one of the first lines of a note tells which interview it was: a few words without a verb, with a round,
    a day, a job or a firm in them."""
    if len(words) > 90 or "?" in words or len(words.split()) > 14:
        return False
    if _CUES["sentence"].search(words) or starts_as_one(words):
        return False
    tells = bool(_CUES["which_word"].search(words))
    is_in_parts = bool(_CUES["in_parts"].search(words)) and (
        tells or any(word[0].isupper() for word in words.split()[1:])
    )
    return tells or is_in_parts if is_first else tells and is_in_parts


_CLEARER_THAN_A_SIGN: Final[tuple[tuple[Place, Callable[[str], object]], ...]] = (
    (Place.WISH, _CUES["wish"].search),
    (Place.WORRIED_BY, _CUES["worries_me"].search),
    (Place.ENERGISED_BY, _CUES["excites_me"].search),
    (Place.UNSAID, _CUES["unsaid"].search),
    (Place.PROMISES, is_promise),
    (Place.REPLY_BY, tells_when_they_answer),
)
_CLEAR: Final[tuple[tuple[Place, Callable[[str], object]], ...]] = (
    (Place.INTEREST, _CUES["interest"].search),
    (Place.FORECAST, lambda words: _CUES["forecast"].search(words) and not ends_in_a_question_mark(words)),
    (Place.NEW_PLAN, _CUES["new_plan"].search),
)
