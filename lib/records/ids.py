"""Ids: a short prefix and a random tail, as ``iv-7k2m9q``; never a bare number, which spreadsheets would rewrite."""

from random import Random

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no i, l, o, 0, 1: they are misread
_TAIL = 8


def new_id(prefix: str, random: Random) -> str:
    """A new id; 31 to the power of 8 tails make a collision within one workbook implausible."""
    head = random.choice("abcdefghjkmnpqrstuvwxyz")  # a letter first: '2e45…' would be read as a number
    return f"{prefix}-{head}" + "".join(random.choice(_LETTERS) for _ in range(_TAIL - 1))
