"""Whether a line judges how it went, or how the job looks, and which way."""

import re
from functools import lru_cache
from typing import Final

from lib.capture import phrases
from lib.capture.places import Place

_JUDGES: Final = phrases.patterns("judging")


@lru_cache(maxsize=phrases.LINES)
def judged(words: str, *, refers_back: bool = False, is_late: bool = True) -> Place | None:
    """Went well or badly, excited or worried by; None if the line judges nothing, or both ways.

    ``refers_back``: the line names an earlier question, so it's about my answer, not about the job; ``is_late``: the
    questions are over; before that, an adjective alone may be part of a question.
    """
    failing, managing = _JUDGES["failing"].search(words), _JUDGES["managing"].search(words)
    is_of_me = refers_back or bool(_JUDGES["of_me"].search(words))
    first = failing or managing
    if first and (is_late or is_of_me or first.start() == 0 or _JUDGES["somebody did"].search(words)):
        return _one_way(words, failing or _JUDGES["badly"].search(words), managing or _JUDGES["well"].search(words))
    if is_late or is_of_me:
        if _JUDGES["worries"].search(words) and is_late and (not refers_back or "worr" in words.casefold()):
            return Place.WORRIED_BY
        if not refers_back and (place := _of_the_job(words, is_of_me=is_of_me)):
            return place
        if is_of_me:
            return _one_way(words, _JUDGES["badly"].search(words), _JUDGES["well"].search(words))
    return None


@lru_cache(maxsize=phrases.LINES)
def sounds_judged(words: str) -> bool:
    """Whether any word in it judges, be it of an answer, of the job or within a question."""
    return any(
        pattern.search(words)
        for pattern in (
            _JUDGES["failing"],
            _JUDGES["managing"],
            _JUDGES["badly"],
            _JUDGES["well"],
            _JUDGES["worries"],
            _JUDGES["likes"],
        )
    )


def _of_the_job(words: str, *, is_of_me: bool) -> Place | None:
    likes = bool(_JUDGES["likes"].search(words))
    if is_of_me or not _JUDGES["of_the_job"].search(words):
        return Place.ENERGISED_BY if likes else None
    grim, bright = bool(_JUDGES["grim"].search(words)), likes or bool(_JUDGES["bright"].search(words))
    if grim == bright:
        return None
    return Place.WORRIED_BY if grim else Place.ENERGISED_BY


def _one_way(words: str, badly: re.Match[str] | None, well: re.Match[str] | None) -> Place | None:
    """Of both kinds of words: a 'but' lets the second half count, 'not so good' is one thing, and else it's unsure."""
    if badly is None or well is None:
        return Place.WENT_BADLY if badly else Place.WENT_WELL if well else None
    if well.start() >= badly.start() and well.end() <= badly.end():
        return Place.WENT_BADLY
    if badly.start() >= well.start() and badly.end() <= well.end():
        return Place.WENT_WELL
    turn = re.search(r"\b(?:but|though|however)\b", words, re.IGNORECASE)
    if turn is None or not min(badly.start(), well.start()) < turn.start() < max(badly.start(), well.start()):
        return None
    return Place.WENT_BADLY if badly.start() > well.start() else Place.WENT_WELL
