"""The title of a note: which interview it was, by company, role, type and length."""

import re
from collections.abc import Sequence
from itertools import pairwise
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


def title_of(line: str, words: str, *, is_sure: bool = False) -> Title:
    """The title in ``words``, which are ``line`` without a label such as 'Company:'.

    ``is_sure``: it's about the interview, so that a name or a word for a job alone is its company or its role.
    """
    company, role = _company_and_role(line[:MOST_READ], words[:MOST_READ])
    if is_sure and not company and not role:
        company, role = _either_alone(words[:MOST_READ])
    return Title(company, role, stage_in(words), minutes_in(words))


def tells_only_when_and_how(words: str) -> bool:
    """Whether each of at least two parts is a day, a time, a length or a type: '2pm today, 55 min, panel'."""
    parts = _parts(words[:MOST_READ])
    return len(parts) > 1 and all(_PATTERNS["only when and how"].fullmatch(part) for part in parts)


def tells_only_when_and_where(words: str) -> bool:
    """Whether it's a day with its time, and maybe where it was: 'Weds 7.30am at the unit'."""
    return _PATTERNS["when and where"].fullmatch(words.strip()[:MOST_READ]) is not None


def tells_only_a_length(words: str) -> bool:
    """Whether the line is nothing but a length, a time or a number: '55 min'."""
    return _PATTERNS["only a length"].fullmatch(words.strip()) is not None


def stage_in(words: str) -> Stage | None:
    """The type in the words: the first that they name, as 'phone' of 'phone screen w/ hiring manager'. None if they
    name none, or two in a row ('phone screen then panel', 'panel + tech test'): which of them it was isn't told."""
    return None if names_two_types(words) else next((stage for _, _, stage in _stages(words)), None)


def names_two_types(words: str) -> bool:
    """Whether the words name two types of interview one after the other, or one beside the other."""
    found = _stages(words)
    return any(
        _PATTERNS["joins types"].search(words[end:start])
        and not ("final" in (one, other) and words[end:start].strip(" ,(") == "")
        for (_, end, one), (start, _, other) in pairwise(found)
    )


def _stages(words: str) -> list[tuple[int, int, Stage]]:
    """Where each type is named, from and to, in their order."""
    found = ((match, stage) for stage in _STAGES if (match := _PATTERNS[stage].search(words[:MOST_READ])))
    return sorted((match.start(), match.end(), stage) for match, stage in found)


def minutes_in(words: str) -> int | None:
    """How long it took: '55 min', '1 hr', '1h30'."""
    found = _PATTERNS["length"].search(words[:MOST_READ])
    if found is None:
        return None
    minutes = round(60 * float((found["hours"] or "0").replace(",", "."))) + int(found["past"] or found["minutes"] or 0)
    return minutes if 0 < minutes <= _LONGEST else None


def _company_and_role(line: str, words: str) -> tuple[str, str]:
    """Both, as far as the words tell them: by a label, by a word for a job before or behind a name, or as a name before
    something in small letters."""
    if _PATTERNS["company label"].match(line):
        return words, ""
    if _PATTERNS["role label"].match(line):
        return "", words
    if both := _dashed_role_first(words):
        return both
    told = [_role_alone(part) for part in _parts(words)]
    parts = [part for part in told if not _is_when_or_how(part)]
    roles = [part for part in parts if _PATTERNS["role"].search(part)]
    if len(roles) == 1 and parts[0] != roles[0]:
        return parts[0], roles[0]
    if len(roles) == 1 and len(parts) > 1:
        return _role_first(parts)
    if len(parts) == len(roles) == 1 and (found := _PATTERNS["role at company"].match(parts[0])):
        return found["company"], found["role"].strip()
    is_title = len(told) > len(parts) or _PATTERNS["dashed"].search(words) is not None
    if is_title and len(parts) == 2 and not roles and parts[0][0].isupper() and _is_no_name(parts[1]):
        return parts[0], parts[1]
    return "", ""


def told_beside_role(words: str) -> bool:
    """Whether a part has more behind its role than the title takes: 'sous chef trial + chat w chef Renaud'."""
    return any(_role_alone(part) != part for part in _parts(words[:MOST_READ]))


def met_in_it(words: str) -> str:
    """The words behind 'chat with' in a title, which may name people; empty if there are none."""
    found = _PATTERNS["met in it"].search(words[:MOST_READ])
    return words[found.end() : MOST_READ] if found else ""


def _role_alone(part: str) -> str:
    """The role of 'sous chef trial + chat w chef Renaud'; any other part as it is."""
    before = _PATTERNS["behind a role"].sub("", part)
    return before if before and _PATTERNS["role"].search(before) else part


def _dashed_role_first(words: str) -> tuple[str, str] | None:
    """Of "Dispatcher, ambulance control - Northmere Ambulance Trust" the company and the role: what is on each side of
    the only dash that isn't about when or how it was. None if the first isn't a role, or the other isn't a name."""
    beginning = _PATTERNS["beginning"].match(words)
    sides = _PATTERNS["dashed"].split(words[beginning.end() :] if beginning else words)
    told = [side for side in map(_bare, sides) if side and not _is_when_or_how(side)]
    if len(told) != 2:
        return None
    role, company = told
    is_role = _PATTERNS["role"].search(role) and not _PATTERNS["no role alone"].search(role)
    is_plain = "," in role and not any(map(_is_a_name, role.split(", ")[1:]))
    return (company, role) if is_role and is_plain and _is_a_name(company) else _dashed_job_first(role, company)


def _dashed_job_first(job: str, behind: str) -> tuple[str, str] | None:
    """Of 'RVN nights + wkends - Copperfield Vets, Tiverton' the company and the job, though no word of it is a role:
    the job is in small letters, and the name has at least two words."""
    company = behind.partition(", ")[0]
    is_clear = _is_a_name(company) and " " in company and not _PATTERNS["role"].search(behind)
    is_job = re.search(r"\b[a-z]{3,}", job) and "," not in job and not _PATTERNS["no role alone"].search(job)
    return (company, job) if is_clear and is_job and not _PATTERNS["no role"].match(job) else None


def _either_alone(words: str) -> tuple[str, str]:
    """The company or the role in a line that is about the interview and names one of them alone."""
    parts = [
        _PATTERNS["before a name"].sub("", _bare(_PATTERNS["the interview"].sub("", part))) for part in _parts(words)
    ]
    told = [
        part for part in parts if part and not _is_when_or_how(part) and not _PATTERNS["no role alone"].search(part)
    ]
    role = next((part for part in told if _PATTERNS["role"].search(part)), "")
    return next((part for part in told if part != role and _is_a_name(part)), ""), role


def _is_when_or_how(part: str) -> bool:
    return _PATTERNS["when or how"].search(part) is not None


def _bare(part: str) -> str:
    return _AROUND.sub("", part)


def _role_first(parts: Sequence[str]) -> tuple[str, str]:
    """Of "Senior nurse – St Mary's" the company and the role. Empty what isn't clear: of two names a single word may be
    the department, and a role with more in it tells a story."""
    role, behind = parts[0], parts[1]
    if found := _PATTERNS["role at company"].match(role):
        return found["company"], found["role"].strip()
    if _PATTERNS["no role alone"].search(role):
        return "", ""
    is_perhaps_a_department = " " not in behind and any(map(_is_a_name, parts[2:]))
    return behind if _is_a_name(behind) and not is_perhaps_a_department else "", role


def _is_a_name(part: str) -> bool:
    """Whether it may be a company: every word large ("St Mary's"), and no place, department or 'ENT'."""
    bare = re.sub(r"\([^()]*\)", "", part).strip()
    return bool(_PATTERNS["large words"].fullmatch(bare)) and not _PATTERNS["no company"].search(bare)


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
    return [part for part in map(_bare, parts) if part]
