"""What a line adds about my answer, behind a question or alone."""

import re
from typing import Final, NamedTuple

from lib.capture import phrases, questions
from lib.capture.marks import MOST_READ
from lib.capture.places import Place

_JUDGING: Final = phrases.patterns("judging")
_WORDING: Final = phrases.patterns("questions")
_PATTERNS: Final = phrases.patterns("answers")
_SOON: Final = 24
"""Within so many characters behind a dash a comment judges my answer; later words may be the question's."""
_AROUND: Final = re.compile(r"^[\s,;:()>…–—-]+|[\s,;:(…–—-]+$|(?<!\w)\.+\s*$")


class Answered(NamedTuple):
    """A question alone, and what was added about my answer to it."""

    question: str
    comment: str = ""


def answered(words: str) -> Answered:
    """The question without what I add about my answer: 'Why us? - i froze', 'why us, nailed it'."""
    written = words
    words = _PATTERNS["quoted first"].sub(r'"\g<question>"', words[:MOST_READ]) + words[MOST_READ:]
    for found in _PATTERNS["question ends"].finditer(words, 0, MOST_READ):
        rest = words[found.end() :]
        if _is_comment(rest):
            return Answered(_bare(words[: found.end()]), _trimmed(rest))
    alone = questions.without_comment(words)
    if alone != words:
        return Answered(_bare(alone), _trimmed(words[len(alone) :]))
    for found in _PATTERNS["before a comment"].finditer(words, 0, MOST_READ):
        rest = words[found.end() :]
        if (
            _fails_or_manages(rest[:_SOON])
            and not _PATTERNS["yours"].search(rest)
            and len(words[: found.start()].split()) > 2
        ):
            return Answered(_bare(words[: found.start()]), _trimmed(words[found.end() :]))
    return Answered(_bare(written))


def judged(comment: str) -> Place | None:
    """Whether it went well or badly, by these words; None if neither, or both."""
    is_bad = any(_JUDGING[name].search(comment) for name in ("failing", "badly"))
    is_good = any(_JUDGING[name].search(comment) for name in ("managing", "well"))
    if is_bad == is_good:
        return None
    return Place.WENT_BADLY if is_bad else Place.WENT_WELL


def is_quoted_with_a_remark(words: str) -> bool:
    """Whether it's a question in quotation marks and how I answered: '"why did you leave?" nailed this one'."""
    if words[:1] not in tuple("\"“”'‘«"):
        return False
    found = answered(words)
    is_worded = _WORDING["starts"].match(found.question) or found.question.rstrip().endswith("?")
    return bool(is_worded) and _fails_or_manages(found.comment[:_SOON])


def bombed(comment: str) -> bool:
    """Whether the answer failed by these words, so that the question was a hard one."""
    return bool(_PATTERNS["bombed"].search(comment)) and judged(comment) != Place.WENT_WELL


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
