"""The title of a note: which interview it was, by company, role, type and length."""

import re
from typing import Final, NamedTuple

from lib.capture import phrases
from lib.capture.marks import MOST_READ
from lib.records.vocabulary import Stage

_PATTERNS: Final = phrases.patterns("titles")
_STAGES: Final[tuple[Stage, ...]] = (
    *("trial_day", "recruiter_screen", "phone_call", "hiring_manager", "panel"),
    *("technical", "case", "presentation", "final"),
)
_LONGEST: Final = 1440
"""Minutes of a day."""
_AROUND: Final = re.compile(r"^[\s.,;:!]+|[\s.,;:!]+$")


class Title(NamedTuple):
    """What a title tells; ``minutes`` is how long the interview took."""

    company: str = ""
    role: str = ""
    stage: Stage | None = None
    minutes: int | None = None


def title_of(line: str, words: str) -> Title:
    """The title in ``words``, which are ``line`` without a label such as 'Company:'."""
    company, role = _company_and_role(line[:MOST_READ], words[:MOST_READ])
    return Title(company, role, stage_in(words), minutes_in(words))


def tells_only_when_and_how(words: str) -> bool:
    """Whether each of at least two parts is a day, a time, a length or a type: '2pm today, 55 min, panel'."""
    parts = _parts(words[:MOST_READ])
    return len(parts) > 1 and all(_PATTERNS["only when and how"].fullmatch(part) for part in parts)


def tells_only_a_length(words: str) -> bool:
    """Whether the line is nothing but a length, a time or a number: '55 min'."""
    return _PATTERNS["only a length"].fullmatch(words.strip()) is not None


def stage_in(words: str) -> Stage | None:
    """The type that comes first in the words, as 'phone screen then panel'; None if they name none."""
    found = [(match.start(), stage) for stage in _STAGES if (match := _PATTERNS[stage].search(words[:MOST_READ]))]
    return min(found)[1] if found else None


def minutes_in(words: str) -> int | None:
    """How long it took: '55 min', '1 hr', '1h30'."""
    found = _PATTERNS["length"].search(words[:MOST_READ])
    if found is None:
        return None
    minutes = round(60 * float((found["hours"] or "0").replace(",", "."))) + int(found["past"] or found["minutes"] or 0)
    return minutes if 0 < minutes <= _LONGEST else None


def _company_and_role(line: str, words: str) -> tuple[str, str]:
    """Both if the words tell them: by a label, by a word for a job, or as a name before something in small letters."""
    if _PATTERNS["company label"].match(line):
        return words, ""
    if _PATTERNS["role label"].match(line):
        return "", words
    told = _parts(words)
    parts = [part for part in told if not _PATTERNS["when or how"].search(part)]
    roles = [part for part in parts if _PATTERNS["role"].search(part)]
    if len(roles) == 1 and parts[0] != roles[0]:
        return parts[0], roles[0]
    if len(parts) == len(roles) == 1 and (found := _PATTERNS["role at company"].match(parts[0])):
        return found["company"], found["role"].strip()
    is_title = len(told) > len(parts) or _PATTERNS["dashed"].search(words) is not None
    if is_title and len(parts) == 2 and not roles and parts[0][0].isupper() and _is_no_name(parts[1]):
        return parts[0], parts[1]
    return "", ""


def _is_no_name(part: str) -> bool:
    """Whether it may be a role: in small letters, or as short as 'SRE'."""
    if _PATTERNS["no role"].match(part):
        return False
    return part[0].islower() or (part.isupper() and part.isalpha() and len(part) < 5)


def _parts(words: str) -> list[str]:
    """What is between dashes, commas and the like, but not within brackets."""
    beginning = _PATTERNS["beginning"].match(words)
    rest = words[beginning.end() :] if beginning else words
    parts: list[str] = []
    for part in _PATTERNS["between parts"].split(rest):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    bare_parts = (_AROUND.sub("", part) for part in parts)
    return [part for part in bare_parts if part]
