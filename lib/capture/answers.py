"""What a line adds about my answer, behind a question or alone."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from lib.capture import phrases, questions
from lib.capture.debrief_fields import DebriefField
from lib.capture.marks import MOST_READ

_JUDGING: Final = phrases.patterns("judging")
_WORDING: Final = phrases.patterns("questions")
_PATTERNS: Final = phrases.patterns("answers")
_SOON: Final = 24
"""Within so many characters behind a dash a comment judges my answer; later words may be the question's."""
_AROUND: Final = re.compile(r"^[\s,;:()>…–—-]+|[\s,;:(…–—-]+$|(?<!\w)\.+\s*$")


class Answered(NamedTuple):
    """A question alone, and what was added: about my answer to it (``comment``), and a better answer (``wish``)."""

    question: str
    comment: str = ""
    wish: str = ""


def answered(words: str) -> Answered:
    """The question without what I add about my answer: 'Why us? - i froze', 'why us, nailed it', 'how long, 11 yr'."""
    question, rest = _split(words)
    comment = _trimmed(rest)
    found = _PATTERNS["a wish"].search(comment)
    wish = comment[found.start() :].lstrip(" ,.;:–—-") if found else ""
    return Answered(_bare(question), _trimmed(comment[: found.start()]) if found else comment, wish)


def _split(words: str) -> tuple[str, str]:
    """The question, and what comes behind it if that's about my answer; else all of it, and nothing."""
    read = _PATTERNS["quoted first"].sub(r'"\g<question>"', words[:MOST_READ]) + words[MOST_READ:]
    for found in _PATTERNS["question ends"].finditer(read, 0, MOST_READ):
        if _is_comment(read[found.end() :]):
            return read[: found.end()], read[found.end() :]
    alone = questions.without_comment(read)
    if alone != read:
        return alone, read[len(alone) :]
    for mark, tells in _MARKS:
        for found in _PATTERNS[mark].finditer(read, 0, MOST_READ):
            question, rest = read[: found.start()], read[found.end() :]
            if len(question.split()) > _FEWEST and tells(question, rest):
                return question, rest
    return words, ""


def _is_judged_or_answered(question: str, rest: str) -> bool:
    """Whether what is behind a dash judges my answer, or is the answer to what is worded as a question."""
    if _PATTERNS["yours"].search(rest):
        return False
    return _fails_or_manages(rest[:_SOON]) or (_is_worded(question) and _is_my_answer(rest, "my answer"))


def _is_told_behind(question: str, rest: str) -> bool:
    """The same behind a full stop or a comma, where less may be an answer."""
    if _PATTERNS["yours"].search(rest) or not _is_worded(question):
        return False
    return _is_my_answer(rest, "told behind")


def _is_my_answer(rest: str, kind: str) -> bool:
    return "?" not in rest and not _WORDING["starts"].match(rest) and _PATTERNS[kind].search(rest) is not None


def _is_worded(question: str) -> bool:
    return _WORDING["starts"].match(_bare(question)) is not None


_FEWEST: Final = 2
"""More words than these make a question that something may be added to without a question mark."""
_MARKS: Final[tuple[tuple[str, Callable[[str, str], bool]], ...]] = (
    ("before a comment", _is_judged_or_answered),
    ("before an answer", _is_told_behind),
)
"""What is between a question and my answer, and what tells that it is one."""


def judged(comment: str) -> DebriefField | None:
    """Whether it went well or badly, by these words; None if neither, or both."""
    is_bad = any(kind.search(comment) for kind in (_JUDGING["failing"], _JUDGING["badly"], _PATTERNS["felt bad"]))
    is_good = any(_JUDGING[name].search(comment) for name in ("managing", "well"))
    if is_bad == is_good:
        return None
    return DebriefField.WENT_BADLY if is_bad else DebriefField.WENT_WELL


def is_quoted_with_a_remark(words: str) -> bool:
    """Whether it's a question in quotation marks and how I answered: '"why did you leave?" nailed this one'."""
    if words[:1] not in tuple("\"“”'‘«"):
        return False
    found = answered(words)
    is_worded = _WORDING["starts"].match(found.question) or found.question.rstrip().endswith("?")
    return bool(is_worded) and _fails_or_manages(found.comment[:_SOON])


def is_put_and_answered(words: str) -> bool:
    """Whether it's a question in its words, and how my answer went: 'whats my reading of drawings like - waffled'."""
    question, comment, wish = answered(words)
    is_put = len(question.split()) > _FEWEST + 1 and _is_worded(question) and questions.is_put(question)
    return is_put and "?" not in question and bool(wish or (comment and judged(comment)))


def is_about_the_last_question(words: str) -> bool:
    """Whether it only tells how an answer went, and not to what: 'v weak, rambled', 'good answer'."""
    return _PATTERNS["only how it went"].match(words) is not None


def bombed(comment: str) -> bool:
    """Whether the answer failed by these words, so that the question was a hard one."""
    return bool(_PATTERNS["bombed"].search(comment)) and judged(comment) != DebriefField.WENT_WELL


def is_my_good_answer(words: str) -> bool:
    """Whether it is my answer with a good word for it."""
    return _PATTERNS["mine"].match(words) is not None and _PATTERNS["good"].search(words) is not None


def _is_comment(rest: str) -> bool:
    """Whether it goes on with my answer instead of a further question."""
    first = _trimmed(re.split(r"[?\"“”]", rest[:MOST_READ], maxsplit=1)[0])
    if not first or _WORDING["starts"].match(first) or _PATTERNS["an order"].match(first):
        return False
    return judged(first) is not None or _fails_or_manages(first) or _PATTERNS["of me"].search(first) is not None


def _fails_or_manages(words: str) -> bool:
    if "?" in words or _PATTERNS["yours"].search(words):
        return False
    return any(_JUDGING[name].search(words) for name in ("failing", "managing"))


def _bare(question: str) -> str:
    """The question without a 'Q' before it and the quotation marks around it."""
    alone = _PATTERNS["numbered"].sub("", question.strip()).strip()
    quoted = _PATTERNS["quoted"].fullmatch(alone)
    return (quoted["question"] if quoted else alone).strip() or question


def _trimmed(words: str) -> str:
    """The comment without the marks and the 'and' around it."""
    alone = _PATTERNS["joins"].sub("", _AROUND.sub("", words)).strip()
    return alone if "(" in alone else alone.removesuffix(")")
