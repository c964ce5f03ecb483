"""What a later round means for the earlier ones of its application: an invitation to it means they moved on.

Rounds of one day are one visit, and a cancelled round, or a no-show, counts for nothing. An upcoming round counts if it
was noted after the earlier one had begun: planned together, it's no answer to it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from lib.english import listed, plural
from lib.records.interview import Interview, chronological
from lib.records.labels import phrase
from lib.records.vocabulary import Outcome, Status
from lib.records.workbook import Workbook, cached_per_workbook

NO_STATUS: Final[tuple[Status, ...]] = ("rejected", "withdrawn")
"""The status of an application after a no, theirs or mine."""
OPEN_OUTCOMES: Final[tuple[Outcome | None, ...]] = (None, "pending", "no_reply")
"""The outcomes of an interview that may still be answered."""
_STAGES = ("technical", "case", "panel", "culture")
"""Kinds of interview whose label needs a noun after it."""


@dataclass(frozen=True)
class MovedOn:
    """An earlier ``interview``, and the first ``later`` round that shows it moved on."""

    interview: Interview
    later: Interview


@cached_per_workbook
def find_moved_on(workbook: Workbook) -> tuple[MovedOn, ...]:
    """The debriefed interviews that still count as unanswered though a later round followed, oldest first.

    Left out: what has another outcome (a no stays a no, also where only the application's status tells of it), and what
    was recorded by hand knowing of the later round.
    """
    return unrecorded_advances(workbook.interviews, days_of_noes(workbook))


def days_of_noes(workbook: Workbook) -> Mapping[str, frozenset[date]]:
    """The days on which either side ended an application, by its id, as its status and its history tell."""
    found: dict[str, set[date]] = defaultdict(set)
    for row in workbook.activity:
        if row.kind == "status" and row.note in NO_STATUS:
            found[row.application_id].add(row.on)
    for entry in workbook.applications:
        if entry.status in NO_STATUS and entry.status_on:
            found[entry.id].add(entry.status_on)
    return {key: frozenset(days) for key, days in found.items()}


def unrecorded_advances(interviews: Iterable[Interview], ended: Mapping[str, Collection[date]]) -> tuple[MovedOn, ...]:
    """As ``find_moved_on``, of these interviews alone; ``ended`` as from ``days_of_noes``."""
    return tuple(
        MovedOn(entry, later)
        for entry, later in _with_later(interviews)
        if later
        and entry.is_debriefed
        and entry.outcome in OPEN_OUTCOMES
        and entry.outcome_by != "hand"
        and not any(entry.held_on <= day < later.held_on for day in ended.get(entry.application_id, ()))
    )


def no_longer_moved_on(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """Those that counted as moved on because of a round that isn't there any more, or not on a later day."""
    return tuple(entry for entry, later in _with_later(interviews) if later is None and entry.moved_on_by_round)


def answer_days(interviews: Iterable[Interview]) -> dict[str, date]:
    """For each interview's id the day that its outcome is ordered by: the day of the answer, else that of the later
    round if one followed, else its own."""
    return {
        entry.id: entry.outcome_on or (later.held_on if later and entry.outcome == "advanced" else entry.held_on)
        for entry, later in _with_later(interviews)
    }


def moved_on_sentence(interviews: Iterable[Interview]) -> str:
    """'Your recruiter call is now marked “Moved on”.', and where that replaces 'no reply', so too."""
    entries = sorted(interviews, key=chronological)
    if not entries:
        return ""
    silent = [entry for entry in entries if entry.outcome == "no_reply"]
    instead = "" if not silent else ", not “No reply”" if len(silent) == len(entries) else _of_them(len(silent))
    return f"{_all_named(entries)} {plural(len(entries), 'is', 'are')} now marked “Moved on”{instead}."


def open_again_sentence(interviews: Iterable[Interview]) -> str:
    """'Your recruiter call is waiting for an answer again.'"""
    entries = sorted(interviews, key=chronological)
    waits = "is waiting for an answer" if len(entries) == 1 else "are waiting for answers"
    return f"{_all_named(entries)} {waits} again." if entries else ""


def spoken_round(interview: Interview) -> str:
    """What kind of interview it was, after 'the': 'recruiter call', 'technical interview'."""
    if interview.stage == "other":
        return "interview"
    return f"{phrase(interview.stage)}{' interview' if interview.stage in _STAGES else ''}"


def _all_named(entries: Sequence[Interview]) -> str:
    return f"Your {listed([spoken_round(entry) for entry in entries])}"


def _of_them(silent: int) -> str:
    return f"; {silent} of them had no reply before"


def _with_later(interviews: Iterable[Interview]) -> Iterator[tuple[Interview, Interview | None]]:
    rounds: dict[str, list[Interview]] = defaultdict(list)
    for entry in sorted(interviews, key=chronological):
        rounds[entry.application_id].append(entry)
    for together in rounds.values():
        for position, entry in enumerate(together):
            yield entry, next((later for later in together[position + 1 :] if _shows(later, entry)), None)


def _shows(later: Interview, earlier: Interview) -> bool:
    if later.held_on <= earlier.held_on:
        return False
    return later.is_debriefed or (later.state == "scheduled" and _was_noted_since(later, earlier))


def _was_noted_since(later: Interview, earlier: Interview) -> bool:
    noted, begun = later.created_at, earlier.held_at
    if noted is None:
        return True
    return noted >= begun if isinstance(begun, datetime) else noted.date() >= begun
