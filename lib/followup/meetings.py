"""Whom I met when: what a letter may recall of its recipient, and how many people were met before."""

import re
from datetime import date

from lib.followup.names import name_words, without_titles
from lib.followup.note_parsing import clean_topic
from lib.followup.promise_reading import is_thanks
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.workbook import Workbook
from lib.words import finder

_LINES = 5
_CLAUSES = re.compile(r"[\n,;&+]|\band\b|\s[–-]\s")
_LED = re.compile(
    r"\bled\b|\bran (?:it|the)\b|\bmain interviewer\b|\bchair(?:ed|ing)\b|\b(?:did|asked) (?:the|most|nearly all)\b|"
    r"\btested me\b",
    re.IGNORECASE,
)
_LOOKED_IN = re.compile(
    r"\b(?:popped|looked|dropped|poked|nipped|wandered) (?:\w+ ){0,2}(?:in|by|round)\b|\bsat in\b|"
    r"\bsaid (?:hi|hello)\b|\b(?:first|last) (?:\d+|few|five|ten) ?min|\bgreeted\b|\bshowed me (?:in|out|up)\b|"
    r"\blet me in\b|\bbriefly\b",
    re.IGNORECASE,
)

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
        for person in people_met(workbook, interview)
        if (first := without_titles(person.name).split()[:1])
        and re.search(rf"\b{re.escape(first[0])} {_BRINGS_NEWS}", interview.private_note, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else ""


def people_met(workbook: Workbook, interview: Interview | None) -> tuple[Person, ...]:
    """The people met in an interview, my future manager first, and who only looked in last."""
    if interview is None:
        return ()
    people = workbook.by_id(Person)
    rows = [row for row in workbook.conversations if row.interview_id == interview.id and row.person_id in people]
    parts = {
        people[row.person_id]: part_in_talk(people[row.person_id], row.talked_about, interview.private_note)
        for row in rows
    }
    return tuple(sorted(parts, key=parts.__getitem__))


def part_in_talk(person: Person | None, topic: str, notes: str) -> int:
    """The part that somebody had in an interview, by the notes: 0 for my future manager and who led it, 1 for others,
    2 for who only looked in."""
    if person is None:
        return 1
    if person.kind == "hiring_manager":
        return 0
    told = (person.title, topic, *(clause for clause in _CLAUSES.split(notes) if _names(person, clause)))
    if any(_LED.search(words) for words in told):
        return 0
    return 2 if any(_LOOKED_IN.search(words) for words in told) else 1


def lines_about(workbook: Workbook, interview: Interview | None, person: Person | None) -> tuple[str, ...]:
    """The lines of a debrief that name a person, as I wrote them: what a letter to them may take up in other words."""
    if interview is None or person is None:
        return ()
    fields = (interview.went_well, interview.went_badly, interview.energised_by, interview.worried_by)
    asked = (row.text for row in workbook.questions if row.interview_id == interview.id)
    promised = (row.what for row in workbook.promises if row.interview_id == interview.id and is_thanks(row.what))
    noted = (*promised, *fields, *asked, interview.private_note)
    lines = (line.strip() for field in noted for line in field.splitlines())
    return tuple(dict.fromkeys(line for line in lines if _names(person, line)))[:_LINES]


def _names(person: Person, words: str) -> bool:
    return any(finder(word, re.IGNORECASE).search(words) for word in name_words(person.name) if len(word) > 1)


def topic_with(workbook: Workbook, interview: Interview | None, person_id: str) -> str:
    """What we talked about in an interview, as it was noted; empty if nothing was."""
    key = (interview.id if interview else "", person_id)
    return clean_topic(next((row.talked_about for row in workbook.conversations if row.identity == key), ""))


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


def was_met(workbook: Workbook, person_id: str) -> bool:
    """Whether the person was met in any debriefed interview, at whatever company."""
    here = _met_in_ids(workbook, person_id)
    return any(entry.id in here for entry in workbook.debriefed)


def conversations_before(workbook: Workbook, interview: Interview | None) -> int:
    """How many conversations came before an interview, over all companies; for an unknown one, all of them."""
    earlier = {
        entry.id for entry in workbook.debriefed if interview is None or chronological(entry) < chronological(interview)
    }
    return sum(row.interview_id in earlier for row in workbook.conversations)


def _met_in_ids(workbook: Workbook, person_id: str) -> frozenset[str]:
    return frozenset(row.interview_id for row in workbook.conversations if person_id and row.person_id == person_id)
