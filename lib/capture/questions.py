"""Whether a jotted line is a question that they asked, with a question mark or without."""

from functools import lru_cache
from typing import Final

from lib.capture import phrases

_WORDING: Final = phrases.patterns("questions")


def ends_in_a_question_mark(words: str) -> bool:
    """Whether a question mark of any script ends the line."""
    return bool(_WORDING["mark"].search(words[-40:]))


def holds_a_question_mark(words: str) -> bool:
    """Whether there is one at the end or after a word within."""
    return ends_in_a_question_mark(words) or bool(_WORDING["mark_early"].search(words))


@lru_cache(maxsize=phrases.LINES)
def is_reported(words: str) -> bool:
    """Whether it reports what they asked: 'they asked why I left', 'had me price up a loft', not 'I asked'."""
    return not _WORDING["mine"].match(words) and bool(
        _WORDING["asked"].match(words)
        or (_WORDING["asked_later"].match(words) and not _WORDING["when_asked"].search(words))
    )


def asks_in_base_form(words: str) -> bool:
    """'Ask how many years I drive': reported by somebody who writes in the present, or a note to ask it myself."""
    return bool(_WORDING["ask"].match(words))


@lru_cache(maxsize=phrases.LINES)
def is_worded_as_one(words: str) -> bool:
    """Whether it is worded as a question or a request: 'why leaving', 'tell me abt a conflict', 'no band, what now'."""
    return bool(_WORDING["starts"].match(words) or _WORDING["within"].search(words) or _WORDING["ends"].search(words))


@lru_cache(maxsize=phrases.LINES)
def starts_as_one(words: str) -> bool:
    """Whether its first words are those of a question or a request."""
    return bool(_WORDING["starts"].match(words))


def speaks_to_me(words: str) -> bool:
    """Whether the words address somebody as 'you': in a note to oneself, nearly always the interviewer's words."""
    return bool(_WORDING["stems"].search(words))


def is_hard(words: str) -> bool:
    """Whether the line calls the question a hard one."""
    return bool(
        _WORDING["hard_before"].match(words)
        or _WORDING["hard_after"].search(words)
        or _WORDING["hard_after"].search(without_comment(words))
        or _WORDING["hard_anywhere"].search(words)
    )


def sets_a_task(words: str) -> bool:
    """Whether it begins with the verb of a task: 'greet me as a customer', 'debug this race'. Only among questions."""
    return bool(_WORDING["task"].match(words))


def ends_as_hard(words: str) -> bool:
    """Whether the line ends in its being hard: 'live ticket about a refund, hard!!'."""
    return bool(_WORDING["hard_after"].search(words))


def offers_a_choice(words: str) -> bool:
    """Whether a few words leave a choice: 'own van or theirs', 'TIG or MIG'."""
    return bool(_WORDING["choice"].match(words)) and len(words) < 60


def reported_part(words: str) -> int:
    """How many characters at the beginning only tell that somebody asked; the question follows."""
    found = _WORDING["leads_in"].match(words)
    return found.end() if found else 0


def without_hard(words: str) -> str:
    """The question without what calls it hard, before and behind it."""
    return _WORDING["hard_after"].sub("", _WORDING["hard_before"].sub("", words)).strip() or words


def without_comment(words: str) -> str:
    """The question without what I add about my answer, behind a dash or in brackets: 'why us - i froze a bit'."""
    return _WORDING["comment"].sub("", words).strip() or words
