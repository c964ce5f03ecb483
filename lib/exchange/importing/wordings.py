"""The words of other tools and of people for a status, an outcome, a stage, a format: led to ours, or asked about."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

Words = Mapping[str, str]


def word_key(text: str) -> str:
    """A word as it is compared: letters and digits in lower case, one blank between."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _led(**lists: str) -> dict[str, str]:
    led = {word.strip(): ours for ours, words in lists.items() for word in (ours.replace("_", " "), *words.split(","))}
    return {word_key(word): ours for word, ours in led.items()}


STATUSES: Final[Words] = _led(
    interested="wishlist, saved, bookmarked, to apply, todo, draft, applying, backlog, lead, prospect, planned, "
    "gemerkt, interessiert, à postuler, guardado, da candidare, salvato, guardada, bewaard",
    applied="submitted, application submitted, application sent, sent, in review, under review, pending, waiting, "
    "awaiting response, applied waiting, referred, beworben, bewerbung gesendet, in bearbeitung, candidature envoyée, "
    "postulé, envoyée, en attente, solicitado, enviada, enviado, postulado, en espera, candidato, candidatura inviata, "
    "inviata, in attesa, candidatei, candidatura enviada, em análise, gesolliciteerd, in behandeling",
    interviewing="interview, interviews, interview scheduled, interviewed, phone screen, screen, screening, "
    "recruiter screen, assessment, technical interview, onsite, final round, in process, in progress, phone interview, "
    "vorstellungsgespräch, gespräch, eingeladen, entretien, entrevista, colloquio, in gesprek, gesprek",
    offer="offered, offer received, offer extended, negotiating, negotiation, angebot, zusage, offre, offre reçue, "
    "oferta, offerta, proposta, aanbod, aanbieding",
    accepted="offer accepted, accepted offer, hired, signed, angenommen, unterschrieben, acceptée, accepté, aceptada, "
    "aceptado, accettata, accettato, aceita, aceite, geaccepteerd, aangenomen",
    rejected="not selected, rejection, unsuccessful, turned down, denied, not moving forward, declined by them, "
    "abgelehnt, absage, refusé, refusée, refus, rechazado, rechazada, rifiutato, rifiutata, rejeitado, rejeitada, "
    "recusado, recusada, afgewezen",
    withdrawn="withdrew, i withdrew, i declined, offer declined, declined offer, declined the offer, not interested, "
    "cancelled by me, zurückgezogen, retirée, retirada, retirado, ritirata, ritirato, teruggetrokken",
    no_reply="no response, no reply, ghosted, never heard back, no answer, keine antwort, keine rückmeldung, "
    "sans réponse, pas de réponse, sin respuesta, nessuna risposta, sem resposta, geen reactie, geen antwoord",
)
OUTCOMES: Final[Words] = _led(
    pending="waiting, tbd, tba, awaiting, awaiting response, awaiting feedback, in progress, open, "
    "scheduled, unknown, n a, on hold, offen, wartend, en attente, pendiente, in attesa, pendente, in afwachting",
    advanced="passed, pass, next round, moved on, moved forward, proceed, proceeding, yes, positive, invited, "
    "second round, advance, progressed, bestanden, weiter, nächste runde, réussi, superado, superato, aprovado, "
    "geslaagd, positiv, positif, positivo, positief, accepted",
    offer="offered, offer received, offer extended, hired, job offer, angebot, zusage, offre, oferta, offerta, "
    "proposta, aanbod",
    rejected="failed, fail, no, not selected, rejection, negative, unsuccessful, turned down, not moving forward, "
    "abgelehnt, absage, refusé, refus, rechazado, rifiutato, rejeitado, afgewezen, negativ",
    no_reply="no response, no reply, ghosted, never heard back, no answer, keine antwort, sans réponse, sin respuesta, "
    "nessuna risposta, sem resposta, geen reactie",
    withdrew="withdrawn, i withdrew, i declined, not interested",
)
STAGES: Final[Words] = _led(
    recruiter_screen="phone screen, phone screening, screening, screen, recruiter, recruiter call, hr, hr interview, "
    "hr screen, hr call, intro, intro call, initial, first call, talent, phone, personalgespräch, rh, entretien rh, "
    "entrevista rrhh",
    hiring_manager="manager, hm, hiring manager interview, manager interview, line manager",
    technical="tech, coding, technical interview, technical screen, system design, live coding, pair programming, "
    "tech interview, whiteboard, coding challenge, fachgespräch, technisch, technique, entretien technique, técnica, "
    "técnico, entrevista técnica, tecnico, colloquio tecnico",
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
_MOST_OF_A_STATUS: Final = 60
"""Characters. What is longer is a note, not a status with a few words around it."""
ASKED: Final = ("status", "outcome")
"""Of these an unknown word is asked about; of the others it goes into the notes."""


_WORDS_OF_MEANS_MORE = """
positive negative unknown planned prospect backlog waiting awaiting weiter
"""
_MEANS_MORE: Final = frozenset(_WORDS_OF_MEANS_MORE.split())
"""Words that mean something else within others."""


def _findable(field: str) -> tuple[str, ...]:
    """The words that are also looked for within others, the longest first; short ones of a status mean too much."""
    known = VOCABULARIES[field]
    if field in ASKED:
        known = {word: ours for word, ours in known.items() if word in ("offer", "hired") or len(word) > 5}
    return tuple(sorted(set(known) - _MEANS_MORE, key=len, reverse=True))


_WITHIN: Final = {field: _findable(field) for field in VOCABULARIES}
_ORDERED: Final = ("interested", "applied", "interviewing", "pending", "advanced", "offer")
"""Of two of these in one cell the later one counts: 'Interview, then offer' is an offer."""
_ENDED: Final = ("rejected", "withdrawn", "withdrew", "accepted", "no_reply")
_TURNS: Final = re.compile(
    r"\b(?:not|no|never|yet|if|maybe|perhaps|hoping|hope|expect\w*|likely|kein\w*|nicht|pas|sin|non|não|nao|niet|geen|elsewhere|other|another)\b|\?"
)
"""Words that may change the meaning of the words beside them."""


@lru_cache(maxsize=20_000)
def our_word(field: str, text: str) -> str:
    """Our word for a text of that field, or ''.

    It may be within more words ('2nd round, technical', 'Rejected after the onsite'): of a stage or format the longest
    known one counts, of a status the one that it ended with. With a 'not' or an 'if', none does.
    """
    known, key = VOCABULARIES[field], word_key(text)
    if key in known:
        return known[key]
    within = _within(field, key)
    if field not in ASKED:
        return known[within[0]] if within else ""
    if len(text) > _MOST_OF_A_STATUS or _TURNS.search(_without(within, text.casefold())):
        return ""
    return _the_last(list(dict.fromkeys(known[word] for word in within)), key)


def _within(field: str, key: str) -> list[str]:
    """The known words in a text, longest first, without those that are a part of a longer one there."""
    found: list[str] = []
    rest = f" {key} "
    for word in _WITHIN[field]:
        if f" {word} " in rest:
            found.append(word)
            rest = rest.replace(f" {word} ", "  ")
    return found


def _without(words: list[str], text: str) -> str:
    for word in words:
        text = text.replace(word, " ")
    return text


def _the_last(meant: list[str], key: str) -> str:
    """The word that a status ended with, '' if two contradict each other."""
    ends = [word for word in meant if word in _ENDED]
    is_hoped_for = "offer" in meant and ("pending" in key or "waiting" in key)
    if len(ends) > 1 or is_hoped_for or (ends and "offer" in meant and ends[0] != "accepted"):
        return ""
    return ends[0] if ends else max(meant, key=_ORDERED.index, default="")


YES: Final = ("yes", "true", "1", "y", "x", "ja", "checked")


def is_yes(text: str) -> bool:
    """Whether a cell means yes."""
    return text.strip().casefold() in YES
