"""Ids that a second try of the same save finds again."""

from hashlib import sha256
from random import Random

from lib.records.ids import new_id


def stable_id(prefix: str, token: str, *parts: str) -> str:
    """The id for this part of a draft: the same at every try, so a second save makes no second row."""
    seed = sha256("|".join((token, prefix, *parts)).encode("utf-8", "surrogatepass")).digest()
    return new_id(prefix, Random(seed))
