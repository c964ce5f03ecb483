"""Whom I met when: what a letter may recall of its recipient, and how many people were met before."""

import re
from datetime import date

from lib.followup.names import untitled
from lib.followup.noted import topic_noted
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.workbook import Workbook

_BRINGS_NEWS = (
    r"(?:will |'ll |is |to |is going to |said (?:he|she|they)(?:['’]?d| would|['’]?ll) )?"
    r"(?:ring|call|phone|text|e-?mail|write|get(?:s|ting)? back|(?:be|is) in touch|let(?:s|ting)? me know)(?:s|ing)?\b"
)


def brings_news(workbook: Workbook, interview: Interview) -> str:
    """The id of who, of those met in the interview, brings the news by my private note: 'Carol ringing me Monday'.

    Empty if it names nobody, or two.
    """
    found = [
        person.id
        for person in met_in(workbook, interview)
        if (first := untitled(person.name).split()[:1])
        and re.search(rf"\b{re.escape(first[0])} {_BRINGS_NEWS}", interview.private_note, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else ""


def met_in(workbook: Workbook, interview: Interview | None) -> tuple[Person, ...]:
    """The people met in an interview, my future manager first."""
    if interview is None:
        return ()
    people = workbook.by_id(Person)
    rows = (row.person_id for row in workbook.conversations if row.interview_id == interview.id)
    met = dict.fromkeys(people[person_id] for person_id in rows if person_id in people)
    return tuple(sorted(met, key=lambda person: person.kind != "hiring_manager"))


def topic_with(workbook: Workbook, interview: Interview | None, person_id: str) -> str:
    """What we talked about in an interview, as it was noted; empty if nothing was."""
    key = (interview.id if interview else "", person_id)
    return topic_noted(next((row.talked_about for row in workbook.conversations if row.identity == key), ""))


def meeting_with(workbook: Workbook, interview: Interview | None, person_id: str, today: date) -> Interview | None:
    """The interview that a letter about this one recalls: this one where the person was there, else the last debriefed
    one of the same application that they were in; None if they were in none."""
    if interview is None:
        return None
    here = _met_in_ids(workbook, person_id)
    if interview.id in here:
        return interview
    others = (
        entry
        for entry in reversed(workbook.debriefed)
        if entry.id in here and entry.application_id == interview.application_id and entry.held_on <= today
    )
    return next(others, None)


def knows_me(workbook: Workbook, person_id: str) -> bool:
    """Whether the person was met in any debriefed interview, at whatever company."""
    here = _met_in_ids(workbook, person_id)
    return any(entry.id in here for entry in workbook.debriefed)


def met_before(workbook: Workbook, interview: Interview | None) -> int:
    """How many conversations came before an interview, over all companies; for an unknown one, all of them."""
    earlier = {
        entry.id for entry in workbook.debriefed if interview is None or chronological(entry) < chronological(interview)
    }
    return sum(row.interview_id in earlier for row in workbook.conversations)


def _met_in_ids(workbook: Workbook, person_id: str) -> frozenset[str]:
    return frozenset(row.interview_id for row in workbook.conversations if person_id and row.person_id == person_id)
