"""What I asked them, and what I learned about the job: lines that are notes by the weights, told by their form."""

from collections.abc import Sequence
from typing import Final

from lib.capture import phrases
from lib.capture.layout import LineContext
from lib.capture.marks import MOST_READ

_PATTERNS: Final = phrases.patterns("found_out")


def is_asked_by_me(line: LineContext) -> bool:
    """Whether it's a question of mine: 'asked them about turnover', or one below 'My questions'."""
    words = line.bare.words[:MOST_READ]
    if line.label:
        return line.label[0].was_asked
    if _PATTERNS["i asked"].match(words):
        return True
    is_below = bool(line.above and line.above.known and line.above.known.was_asked)
    is_answer = _PATTERNS["answer"].match(words) or (_PATTERNS["about the job"].match(words) and "?" not in words)
    return is_below and not is_answer


def is_plainly_mine(line: LineContext) -> bool:
    """Whether it's a question of mine whatever the weights say: 'me: why is the role open', 'asked Marta what she'd
    fix', or one about the job with the answer that they gave: 'asked how many lads on the floor - 14'."""
    words = line.bare.words[:MOST_READ]
    is_answered = _PATTERNS["asked and told"].match(words) and not _PATTERNS["of me"].search(words)
    is_told = any(_PATTERNS[form].match(words) for form in ("i asked them", "i put it", "asked somebody"))
    return bool(is_told or is_answered)


def question_put_to(words: str, people: Sequence[str]) -> str:
    """My question to one of the ``people``, in small letters: that of 'asked holly whats the turnover'. Else empty."""
    found = _PATTERNS["asked one"].match(words[:MOST_READ])
    is_met = found is not None and any(found["name"].casefold() in person.casefold().split() for person in people)
    return words[found.end() :] if found and is_met else ""


def without_me(words: str) -> str:
    """The question without the 'me:' before it."""
    return _PATTERNS["only me"].sub("", words, count=1) or words


def passed_a_test(words: str) -> bool:
    """Whether a test went well by what it came to: 'typing test 38wpm, needed 35 phew'."""
    return _PATTERNS["passed a test"].search(words[:MOST_READ]) is not None


def without_asking(words: str) -> str:
    """The question without the words that only tell that I asked."""
    return _PATTERNS["only asking"].sub("", words, count=1) or words


def tells_how_they_work(words: str) -> bool:
    """Whether it's a plain fact of how they work: 'figjam not miro, ship every 2 wks'."""
    return _PATTERNS["how they work"].match(words[:MOST_READ]) is not None


def tells_what_they_left_out(words: str) -> bool:
    """Whether it's what they didn't speak of: 'no mention of training budget'."""
    return _PATTERNS["they left out"].match(words[:MOST_READ]) is not None


def tells_about_the_job(line: LineContext) -> bool:
    """Whether it's a fact about the job: 'team of 6', 'they use SAP', or a line below 'About the job'."""
    if line.label:
        return line.label[0].is_learned
    under = bool(line.above and line.above.known and line.above.known.is_learned)
    return under or bool(_PATTERNS["about the job"].match(line.bare.words[:MOST_READ]))
