"""The phrases and words that tell lines apart: read from the files in ``texts``, each once.

A file has sections, '[name]' with lines below it; '#' begins a comment. Of patterns each line holds alternatives of one
regular expression, where '{NAME}' is the alternatives of the section 'let NAME'. Case counts if the section is '[name,
case counts]'.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

LINES: Final = 2000
"""How many lines' results are cached, since several rules ask the same of a line."""
_HEAD = re.compile(r"^\[(?P<name>[A-Za-z_][\w ]*)(?P<case>, case counts)?\]$")
_USED = re.compile(r"\{([A-Z_]+)\}")


@cache
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """The regular expressions of the file ``name``, by their sections."""
    known: dict[str, str] = {}
    found: dict[str, re.Pattern[str]] = {}
    for head, lines in _sections(name):
        whole = _USED.sub(lambda used: known[used[1]], f"(?:{'|'.join(lines)})")
        if head["name"].startswith("let "):
            known[head["name"].removeprefix("let ")] = whole
        else:
            found[head["name"]] = re.compile(whole, re.NOFLAG if head["case"] else re.IGNORECASE)
    return found


@cache
def words(name: str) -> Mapping[str, frozenset[str]]:
    """The words of the file ``name``, by their sections: apart by spaces."""
    return {head["name"]: frozenset(" ".join(lines).split()) for head, lines in _sections(name)}


@cache
def names(name: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the file ``name``, by their sections: one or more words, apart by commas."""
    return {
        head["name"]: tuple(one.strip() for line in lines for one in line.split(",") if one.strip())
        for head, lines in _sections(name)
    }


def _sections(name: str) -> list[tuple[re.Match[str], list[str]]]:
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in files("lib.capture").joinpath("texts", f"{name}.txt").read_text("utf-8").splitlines():
        bare = line.strip()
        if head := _HEAD.match(bare):
            found.append((head, []))
        elif bare and not bare.startswith("# "):
            found[-1][1].append(bare)
    return found
