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
class Reading:
    """For each word what denies it, or None; ``deny`` are the places of the words that do."""

    denials: tuple[Denial | None, ...]
    deny: frozenset[int]


def read(words: Sequence[str], gaps: Sequence[str]) -> Reading:
    """What is denied in one sentence; ``gaps`` are the texts between the words."""
    folded = [word.casefold().replace("’", "'") for word in words]
    found: dict[int, int] = {}
    deny: set[int] = set()
    for place in range(len(folded)):
        if place not in deny and (length := _length(folded, place)):
            found[place] = length
            deny |= {place + step for step in range(length)}
    denials: list[Denial | None] = [None] * len(folded)
    for first, last in _clauses(folded, gaps, found):
        _ahead(folded, range(first, last + 1), found, denials)
        _behind(folded, first, last, found, denials)
    _answered_no(folded, gaps, denials)
    return Reading(tuple(denials), frozenset(deny))


def _length(words: Sequence[str], place: int) -> int:
    """How many words deny from there: none, one or two."""
    word, before = words[place], words[place - 1] if place else ""
    pair = f"{word} {words[place + 1]}" if place + 1 < len(words) else word
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
    cuts = [0, *(place for place in range(1, len(words)) if _begins(words, gaps, found, place)), len(words)]
    return [(first, after - 1) for first, after in pairwise(cuts) if first < after]


def _begins(words: Sequence[str], gaps: Sequence[str], found: dict[int, int], place: int) -> bool:
    word, after = words[place], words[place + 1] if place + 1 < len(words) else ""
    if _MARK.search(gaps[place - 1]):
        return not _goes_on_in_a_list(words, gaps, place)
    if word in ("and", "then", "plus"):
        return place + 1 in found or after in _SUBJECTS | _PAST | _TURN or (after.endswith("ed") and len(after) > 4)
    if word == "so":
        return place - 1 not in found
    return word in _TURN and place not in found


def _goes_on_in_a_list(words: Sequence[str], gaps: Sequence[str], place: int) -> bool:
    """Whether a comma parts the items of a list that ends in 'or': 'no numbers, names or stories'."""
    if gaps[place - 1].strip() != ",":
        return False
    for at in range(place, min(place + 8, len(words))):
        if words[at] in ("or", "nor"):
            return True
        if words[at] in _SUBJECTS | _TURN | _PAST or (at > place and gaps[at - 1].strip() not in ("", ",")):
            return False
    return False


def _ahead(words: Sequence[str], clause: range, found: dict[int, int], denials: list[Denial | None]) -> None:
    """What comes after a word that denies, within the clause."""
    denial: Denial | None = None
    own = 0
    for place in clause:
        if place in found and not _is_gone(words, clause, place):
            is_again = denial is not None and words[place] != "nor"
            denial = None if is_again else Denial(place, place + found[place] - 1)
            own = found[place]
        if own:
            own -= 1
        elif denial is not None and place - denial.last <= _REACH:
            denials[place] = denial
            if words[place] in _NO_TROUBLE:
                denial = None


def _is_gone(words: Sequence[str], clause: range, place: int) -> bool:
    """Whether 'missing' refers to what is before it: it ends the clause."""
    return words[place] in _GONE and place == clause[-1] and place > clause[0]


def _behind(words: Sequence[str], first: int, last: int, found: dict[int, int], denials: list[Denial | None]) -> None:
    """What comes before 'was missing', 'never came', 'was not given'."""
    for place in range(last, first, -1):
        ends = place + found.get(place, 0)
        is_denied = place in found and ends <= last and words[ends] in _HAPPEN
        if is_denied or _is_gone(words, range(first, last + 1), place):
            for before in range(max(first, place - _REACH), place):
                denials[before] = denials[before] or Denial(place, ends if is_denied else place)
            return


def _answered_no(words: Sequence[str], gaps: Sequence[str], denials: list[Denial | None]) -> None:
    """'Clear example: none.'"""
    place = len(words) - 1
    if place < 1 or words[place] not in _ALONE or not _MARK.search(gaps[place - 1]):
        return
    for before in range(place - 1, max(place - _REACH, 0) - 1, -1):
        denials[before] = Denial(place, place)
        if before and _MARK.search(gaps[before - 1]):
            return
