"""The words of other tools and of people for a status, an outcome, a stage, a format: led to ours, or asked about."""

import re
from collections.abc import Mapping
from typing import Final

Words = Mapping[str, str]


def _led(**lists: str) -> dict[str, str]:
    return {word.strip(): ours for ours, words in lists.items() for word in (ours.replace("_", " "), *words.split(","))}


STATUSES: Final[Words] = _led(
    interested="wishlist, saved, bookmarked, to apply, todo, draft, applying, backlog, lead, prospect, planned",
    applied="submitted, application submitted, application sent, sent, in review, under review, pending, waiting, "
    "awaiting response, applied waiting, referred",
    interviewing="interview, interviews, interview scheduled, interviewed, phone screen, screen, screening, "
    "recruiter screen, assessment, technical interview, onsite, final round, in process, in progress",
    offer="offered, offer received, offer extended, negotiating, negotiation",
    accepted="offer accepted, accepted offer, hired, signed",
    rejected="not selected, rejection, unsuccessful, turned down, denied, not moving forward",
    withdrawn="withdrew, i withdrew, i declined, offer declined, not interested, cancelled by me",
    no_reply="no response, ghosted, never heard back, no answer",
)
OUTCOMES: Final[Words] = _led(
    pending="waiting, tbd, tba, awaiting, awaiting response, awaiting feedback, in progress, open, "
    "scheduled, unknown, n a",
    advanced="passed, pass, next round, moved on, moved forward, proceed, proceeding, yes, positive, invited, "
    "second round, advance, progressed",
    offer="offered, offer received, offer extended, hired, job offer",
    rejected="failed, fail, no, not selected, rejection, negative, unsuccessful, turned down, not moving forward",
    no_reply="no response, ghosted, never heard back, no answer",
    withdrew="withdrawn, i withdrew, i declined, not interested",
)
STAGES: Final[Words] = _led(
    recruiter_screen="phone screen, phone screening, screening, screen, recruiter, recruiter call, hr, hr interview, "
    "hr screen, hr call, intro, intro call, initial, first call, talent",
    hiring_manager="manager, hm, hiring manager interview, manager interview, line manager",
    technical="tech, coding, technical interview, technical screen, system design, live coding, pair programming, "
    "tech interview, whiteboard, coding challenge",
    case="case study, take home, take home assignment, assignment, case interview, assessment",
    presentation="presentation round, demo, pitch",
    panel="panel interview, onsite, on site, loop, virtual onsite, on site loop, team interview",
    culture="culture fit, cultural fit, values, behavioral, behavioural, behavioral interview, team fit, team, "
    "meet the team",
    final="final round, final interview, executive, ceo, founder, last round",
    other="interview, general, misc",
)
FORMATS: Final[Words] = _led(
    phone="phone screen, phone call, call, telephone, phone interview",
    video="video call, zoom, teams, ms teams, google meet, meet, skype, webex, virtual, virtual onsite, online, remote",
    in_person="onsite, on site, in person interview, office, face to face, f2f, at their office",
    take_home="take home assignment, take home test, assignment",
)
WORK_MODES: Final[Words] = _led(
    on_site="onsite, on site, office, in office, in person",
    hybrid="partly remote, flexible",
    remote="fully remote, home office, work from home, wfh, remote only",
)
VOCABULARIES: Final[Mapping[str, Words]] = {
    "status": STATUSES,
    "outcome": OUTCOMES,
    "stage": STAGES,
    "format": FORMATS,
    "work_mode": WORK_MODES,
}
ASKED: Final = ("status", "outcome")
"""Of these an unknown word is asked about; of the others it goes into the notes."""


def word_key(text: str) -> str:
    """A word as it is compared: letters and digits in lower case, one blank between."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def our_word(field: str, text: str) -> str:
    """Our word for a text of that field, or ''.

    A stage or format may stand within more words ('2nd round, technical'): then the longest known one in it counts.
    """
    known, key = VOCABULARIES[field], word_key(text)
    if key in known:
        return known[key]
    if field not in ("stage", "format", "work_mode"):
        return ""
    within = [word for word in known if re.search(rf"\b{re.escape(word)}\b", key)]
    return known[max(within, key=len)] if within else ""


YES: Final = ("yes", "true", "1", "y", "x", "ja", "checked")


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().casefold() in YES
