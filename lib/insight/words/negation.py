"""Which words of a sentence are denied: 'no clear example' is no clear example.

A word that denies reaches to the end of its clause: to a mark, to a word such as 'but', to an 'and' that begins a new
statement. Two of them in one clause cancel out ('not without effort'). Rules of thumb, after NegEx (Chapman et al.
2001); irony and long-winded sentences escape them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


def _each(words: str, mark: str = " ") -> frozenset[str]:
    return frozenset(words.split(mark))


_DENY = _each(
    "no not never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely seldom lack "
    "lacks lacked lacking missed missing forgot forget forgotten avoided avoid zero insufficient absent didnt dont "
    "doesnt wasnt werent isnt arent couldnt cant wouldnt shouldnt hadnt havent hasnt aint"
)
_TWO_WORDS = _each(
    "failed to,fail to,fails to,failing to,failure to,unable to,refused to,struggled to,instead of,rather than,"
    "far from,anything but,absence of,should have,could have,would have,no longer,not enough,too few,too little,"
    "wish i,if only,no one,ran out",
    ",",
)
"""Words that deny together. What should have been was not."""
_SCARCE = ("few", "little")
"""They deny if no 'a' is before them: 'few clear examples', but 'a few clear examples'."""
_NO_DENIAL = _each(
    "not only,not just,not merely,not simply,not least,no doubt,no wonder,no matter,nothing but,never mind,or not,"
    "why not,if not,can't wait,cannot wait,couldn't help,can't help,couldn't be,couldn't have",
    ",",
)
_BEFORE_A_NOUN_NO = _each("a the their his her my our this that another first second last said say says")
"""Before 'no' they make it a thing: 'after the no'."""
_NO_TROUBLE = _each("problem problems trouble difficulty difficulties issue issues worry worries")
"""What comes after 'no trouble' took place."""
_TURN = _each(
    "but however although though yet because since while except until unless when whenever if after before then "
    "therefore thus luckily fortunately otherwise still whereas"
)
_SUBJECTS = _each("i he she it we they you this that there")
_PAST = _each(
    "was were had did gave got made told said kept held went came took found felt knew spoke stayed ran won lost left "
    "brought thought began wrote read let put set"
)
_HAPPEN = _each("come came happen happened exist existed appear appeared there given")
"""After a word that denies they deny what is before them: 'a clear example never came'."""
_GONE = _each("missing lacking absent")
_ALONE = _each("no none never zero nope")
_REACH = 12
"""How many words on or back a denial is taken to reach at most."""
_MARK = re.compile(r"[,;:.!?…()\[\]{}/|–—\"“”]|(?:^|\s)-+(?:\s|$)")


@dataclass(frozen=True)
class Denial:
    """Where the words are that deny another, as places of words, both included; they may be before or after it."""

    first: int
    last: int


@dataclass(frozen=True)
class SentenceDenials:
    """For each word what denies it, or None; ``deny`` are the places of the words that do."""

    denials: tuple[Denial | None, ...]
    deny: frozenset[int]


def find_denials(words: Sequence[str], gaps: Sequence[str]) -> SentenceDenials:
    """What is denied in one sentence; ``gaps`` are the texts between the words."""
    folded = [word.casefold().replace("’", "'") for word in words]
    found: dict[int, int] = {}
    deny: set[int] = set()
    for position in range(len(folded)):
        if position not in deny and (length := _length(folded, position)):
            found[position] = length
            deny |= {position + step for step in range(length)}
    denials: list[Denial | None] = [None] * len(folded)
    for first, last in _clauses(folded, gaps, found):
        _deny_following(folded, range(first, last + 1), found, denials)
        _deny_preceding(folded, first, last, found, denials)
    _answered_no(folded, gaps, denials)
    return SentenceDenials(tuple(denials), frozenset(deny))


def _length(words: Sequence[str], position: int) -> int:
    """How many words deny from there: none, one or two."""
    word, before = words[position], words[position - 1] if position else ""
    pair = f"{word} {words[position + 1]}" if position + 1 < len(words) else word
    if pair in _NO_DENIAL or f"{before} {word}" in _NO_DENIAL:
        return 0
    if pair in _TWO_WORDS:
        return 2
    if word in _SCARCE:
        return int(before not in ("a", "quite"))
    if word == "no" and (before in _BEFORE_A_NOUN_NO or pair[3:].isdigit()):
        return 0
    return int(word in _DENY or word.endswith("n't"))


def _clauses(words: Sequence[str], gaps: Sequence[str], found: dict[int, int]) -> list[tuple[int, int]]:
    """The clauses as first and last place."""
    cuts = [0, *(position for position in range(1, len(words)) if _begins(words, gaps, found, position)), len(words)]
    return [(first, after - 1) for first, after in pairwise(cuts) if first < after]


def _begins(words: Sequence[str], gaps: Sequence[str], found: dict[int, int], position: int) -> bool:
    word, after = words[position], words[position + 1] if position + 1 < len(words) else ""
    if _MARK.search(gaps[position - 1]):
        return not _goes_on_in_a_list(words, gaps, position)
    if word in ("and", "then", "plus"):
        return position + 1 in found or after in _SUBJECTS | _PAST | _TURN or (after.endswith("ed") and len(after) > 4)
    if word == "so":
        return position - 1 not in found
    return word in _TURN and position not in found


def _goes_on_in_a_list(words: Sequence[str], gaps: Sequence[str], position: int) -> bool:
    """Whether a comma parts the items of a list that ends in 'or': 'no numbers, names or stories'."""
    if gaps[position - 1].strip() != ",":
        return False
    for at in range(position, min(position + 8, len(words))):
        if words[at] in ("or", "nor"):
            return True
        if words[at] in _SUBJECTS | _TURN | _PAST or (at > position and gaps[at - 1].strip() not in ("", ",")):
            return False
    return False


def _deny_following(words: Sequence[str], clause: range, found: dict[int, int], denials: list[Denial | None]) -> None:
    """What comes after a word that denies, within the clause."""
    denial: Denial | None = None
    own = 0
    for position in clause:
        if position in found and not _is_gone(words, clause, position):
            is_again = denial is not None and words[position] != "nor"
            denial = None if is_again else Denial(position, position + found[position] - 1)
            own = found[position]
        if own:
            own -= 1
        elif denial is not None and position - denial.last <= _REACH:
            denials[position] = denial
            if words[position] in _NO_TROUBLE:
                denial = None


def _is_gone(words: Sequence[str], clause: range, position: int) -> bool:
    """Whether 'missing' refers to what is before it: it ends the clause."""
    return words[position] in _GONE and position == clause[-1] and position > clause[0]


def _deny_preceding(
    words: Sequence[str], first: int, last: int, found: dict[int, int], denials: list[Denial | None]
) -> None:
    """What comes before 'was missing', 'never came', 'was not given'."""
    for position in range(last, first, -1):
        ends = position + found.get(position, 0)
        is_denied = position in found and ends <= last and words[ends] in _HAPPEN
        if is_denied or _is_gone(words, range(first, last + 1), position):
            for before in range(max(first, position - _REACH), position):
                denials[before] = denials[before] or Denial(position, ends if is_denied else position)
            return


def _answered_no(words: Sequence[str], gaps: Sequence[str], denials: list[Denial | None]) -> None:
    """'Clear example: none.'"""
    position = len(words) - 1
    if position < 1 or words[position] not in _ALONE or not _MARK.search(gaps[position - 1]):
        return
    for before in range(position - 1, max(position - _REACH, 0) - 1, -1):
        denials[before] = Denial(position, position)
        if before and _MARK.search(gaps[before - 1]):
            return
