"""Which applications are in another line of work, by their titles."""

import re
from typing import Final

from lib.records.application import match_key
from lib.records.workbook import Workbook, cached_per_workbook
from lib.words import WORD, folded, word_set

_RANKS: Final = word_set(
    """
    senior junior lead head chief deputy assistant associate principal staff trainee intern internship apprentice
    working student graduate part full time temporary permanent remote hybrid mid level entry and of for in the at to
    with or day trial all genders
    """
)
"""Words of a title for rank and hours, not for the work."""
_ALIKE: Final = (
    "developer programmer coder software backend frontend fullstack web devops",
    "analyst analytics data scientist statistician",
    "chef cook baker pastry kitchen confectioner patissier konditor koch",
    "nurse carer caregiver care",
    "teacher lecturer tutor trainer",
    "designer ux ui",
    "product project programme program delivery",
    "hr people talent recruiter recruitment",
    "marketing content communications brand",
    "driver courier",
)
"""Words for one line of work."""
_STEM = 5
"""So many letters of a word are compared: an analyst does analytics."""
_FAMILIES: Final = {word[:_STEM]: words for words in _ALIKE for word in words.split()}


@cached_per_workbook
def unlike_applications(workbook: Workbook, application_id: str) -> frozenset[str]:
    """The ids of the applications in another line of work than that one.

    Those at its company are like it, and those whose title shares a word with it, or with a like one's. So is one
    whose title has no word for the work.
    """
    application = workbook.application(application_id)
    if application is None or not _line(application.role):
        return frozenset()
    words, companies = set(_line(application.role)), {match_key(application.company)}
    lines = {entry.id: (match_key(entry.company), _line(entry.role)) for entry in workbook.applications}
    left = {entry_id: told for entry_id, told in lines.items() if told[1]}
    while like := [one for one, (company, line) in left.items() if company in companies or words & line]:
        for entry_id in like:
            company, line = left.pop(entry_id)
            companies.add(company)
            words |= line
    return frozenset(left)


def _line(role: str) -> frozenset[str]:
    """The words of a title for the work; two lines of work that share one of these are alike."""
    said = [word for word in WORD.findall(re.sub(r"\([^)]*\)", " ", folded(role))) if word not in _RANKS]
    return frozenset(_FAMILIES.get(word[:_STEM], word[:_STEM]) for word in said if len(word) > 1)
