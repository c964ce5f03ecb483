"""What a line is made of: its words in a row, the letters of each word, its form, and what is around it."""

import re
from collections.abc import Iterator
from typing import Final

from lib.capture import phrases
from lib.capture.layout import LineContext
from lib.capture.marks import MOST_READ
from lib.linear_model import char_ngrams, word_ngrams

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?!£$€%/✅❌+:…\"“=→&.,()-]|[\U0001F300-\U0001FAFF]")
_DIGIT: Final = re.compile(r"\d")
_HOLDS_LETTERS: Final = re.compile(r"[^\W\d_]")
_NAME: Final = re.compile(r"(?<=[a-z,&(] )[A-Z][a-z]+|\b(?:Mr|Mrs|Ms|Dr|Prof)\b")
_BY_SIGN: Final = {sign: place for place, signs in phrases.words("signs").items() for line in signs for sign in line}
"""What an emoji before a line means."""
_MOST_WORDS: Final = 50
_LETTERS_TOGETHER: Final = (3, 4, 5)
_LETTERS_TOGETHER_ABOVE: Final = (3, 4)
_MOST_COUNTED: Final = 12
_MOST_SINCE: Final = 6
_QUARTERS: Final = 4

SKIPPED: Final = 0.7
PART: Final = 0.5
FORM: Final = 0.17
ABOVE: Final = 0.14
"""How much the kinds of features count, a word in the line being 1: two words with one between them, a part of a word,
the form of the line and its place in the note, and words of the heading above. By cross-validation."""


def tokenize(words: str) -> list[str]:
    """The words and signs of a line, in small letters; digits count as any other."""
    found = _TOKEN.findall(words[:MOST_READ])[:_MOST_WORDS]
    return [_DIGIT.sub("0", token.casefold().replace("’", "").replace("'", "")) for token in found]


def features(line: LineContext) -> Iterator[tuple[str, float]]:
    """Each feature of a line with how much of it it is; a feature may be one that no weight knows."""
    yield from line_features(tokenize(line.bare.words)).items()
    yield from ((name, FORM) for name in (*_form(line), *_around(line)))
    if line.above:
        above = tokenize(line.above.words)
        yield from ((f"_{name}", ABOVE) for name in {*word_ngrams(["^", *above, "$"], 2), *_letters_above(above)})


def line_features(words: list[str]) -> dict[str, float]:
    """Up to three words in a row with the line's two ends, two with one between them, and parts of words: together of
    length 1, so that a long line counts as much as a short one."""
    rows = list(word_ngrams(["^", *words, "$"], 3))
    pieces = list(char_ngrams([word for word in words if _HOLDS_LETTERS.search(word)], _LETTERS_TOGETHER))
    length = (len(rows) + PART**2 * len(pieces)) ** 0.5
    found = dict.fromkeys(rows, 1 / length)
    found.update(
        dict.fromkeys((f"{one} * {other}" for one, other in zip(words, words[2:], strict=False)), SKIPPED / length)
    )
    found.update(dict.fromkeys(pieces, PART / length))
    return found


def _letters_above(words: list[str]) -> Iterator[str]:
    return char_ngrams([word for word in words if _HOLDS_LETTERS.search(word)], _LETTERS_TOGETHER_ABOVE)


def _form(line: LineContext) -> Iterator[str]:
    """How the line looks, whatever its words."""
    found = line.bare
    words = found.words
    count = len(words.split())
    yield f"=words {min(count, _MOST_COUNTED)}"
    if count and words.isupper():
        yield f"=capitals {min(count, _QUARTERS)}"
    if found.bullet:
        yield f"=bullet {found.bullet[:2]}"
    if found.sign:
        yield f"=sign {_BY_SIGN.get(found.sign[:1], found.sign[:1])}"
    names = min(3, len(_NAME.findall(words[:MOST_READ])))
    yield from (f"=names {number}" for number in range(1, names + 1))
    told = {
        "=colon": words.rstrip().endswith(":"),
        "=capitals": bool(count) and words.isupper(),
        "=#": line.text.lstrip().startswith("#"),
        "=large": words[:1].isupper(),
        "=ends ?": words.rstrip().endswith("?"),
        "=?": "?" in words,
        "=quote": '"' in words or "“" in words,
        "=quoted": words[:1] in tuple("\"“'"),
        "=numbered": found.is_numbered,
        "=question number": found.is_question_number,
        "=bullet": bool(found.bullet),
        "=no words": not words,
    }
    yield from (name for name, holds in told.items() if holds)


def _around(line: LineContext) -> Iterator[str]:
    """What is around the line, and what its heading or label is known to mean."""
    yield f"=depth {min(_QUARTERS - 1, _QUARTERS * line.at // line.among)}"
    if line.known:
        yield f"=heading {line.known.place} {line.known.is_mine}"
    if line.label:
        yield f"=label {line.label[0].place} {line.label[0].is_mine}"
    if line.above:
        known = line.above.known
        yield "=above"
        yield f"=above {known.place if known else None} {known.is_mine if known else False}"
        yield f"=above {min(line.above.since, _MOST_SINCE)}"
    told = {
        "=may be heading": line.may_be_heading,
        "=nothing above": not line.above and not line.may_be_heading,
        "=after blank": line.is_after_blank,
        "=before blank": line.is_before_blank,
        "=above a list": line.is_above_a_list,
        "=odd": line.is_odd,
        "=minus beside plus": line.has_pluses and line.bare.bullet == "-",
        "=first": line.at == 0,
        "=second": line.at == 1,
        "=last": line.at == line.among - 1,
    }
    yield from (name for name, holds in told.items() if holds)
