"""The messages: one text a kind, shortened by channel, built from the debrief."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lib.english import listed, sentence_case
from lib.followup.advice import advice
from lib.followup.facts import Facts
from lib.followup.fitting import misfit
from lib.followup.framing import heard_of
from lib.followup.kinds import TASK_KINDS
from lib.followup.letter_fields import LetterFields, letter_fields, when_held, when_read_later
from lib.followup.phrasing import as_role, shorten
from lib.records.errors import AfterwordError
from lib.records.labels import phrase
from lib.records.vocabulary import Channel, TaskKind

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

INVITATION_LIMIT = 200
INVITATION_LIMIT_PREMIUM = 300
"""Characters in the note of a LinkedIn invitation, for a free and for a paid account (as of 2026)."""

NO_NAME = "[your name]"
"""The blank for the sender's name, as long as it is not known."""

NOTE_WORDS = 120
"""How many words a note of thanks has at most: more is not read to the end."""

_SPELLED_OUT: Mapping[str, str] = {
    "can't": "cannot",
    "won't": "will not",
    "n't": " not",
    "I'm": "I am",
    "'d": " would",
    "'ll": " will",
    "'re": " are",
    "'ve": " have",
    "it's": "it is",
    "that's": "that is",
    "That's": "That is",
    "there's": "there is",
    "what's": "what is",
    "What's": "What is",
    "There's": "There is",
    "It's": "It is",
    "Let's": "Let us",
}
"""The contractions of the texts, for a formal company; in the texts themselves 'd never means had."""
_CONTRACTED = re.compile("|".join(map(re.escape, _SPELLED_OUT)))


class NoSuchText(AfterwordError):
    """There is no text for this kind of message in this channel."""

    def __init__(self, kind: TaskKind, channel: str) -> None:
        channels = TASK_KINDS[kind].channels
        known = listed(tuple(phrase(word) for word in channels))
        super().__init__(
            f"There is no text of the kind '{kind}' for {channel}.",
            "Nothing was changed.",
            f"It can be written for: {known}." if known else "Choose another kind of message.",
        )


@dataclass(frozen=True)
class Message:
    """A draft, or what the person made of it. ``subject`` is empty if the channel has none.

    ``advice`` is for the person alone: what the draft leaves out, and why.
    """

    kind: TaskKind
    channel: Channel
    to: str
    subject: str
    body: str
    advice: tuple[str, ...] = ()


def draft_message(kind: TaskKind, channel: Channel, facts: Facts, *, premium: bool = False) -> Message:
    """The first wording of a message, for the person to change. An unknown piece is a marked blank: '[your name]'.

    ``premium``: the person pays for LinkedIn, whose invitations may then be longer. Raises ``NoSuchText``.
    """
    if channel not in TASK_KINDS[kind].channels:
        raise NoSuchText(kind, channel)
    limit = INVITATION_LIMIT_PREMIUM if premium else INVITATION_LIMIT
    unfit = misfit(kind, facts)
    pieces = replace(letter_fields(facts), words_left=unfit.blank if unfit else "")
    if channel == "card":
        pieces = replace(pieces, when=when_read_later(facts))
    text = _text("_settled" if unfit else kind, facts.formal)
    if kind == "connect":
        body = _shorten_topic(text, pieces, "" if facts.is_topic_told else facts.spoken_topic, limit)
    elif kind == "thank_you":
        body = _short_note(text, channel, pieces)
    else:
        body = _render(text, channel, pieces)
    subject = _for_whom(_render(text, "subject", pieces), facts) if channel == "email" else ""
    beside = (unfit.advice,) if unfit else advice(kind, facts)
    return Message(kind, channel, facts.person, sentence_case(subject), body, beside)


def _for_whom(subject: str, facts: Facts) -> str:
    """The subject with role and employer, for a recruiter of several employers."""
    if not facts.is_between or not facts.company:
        return subject
    about = ", ".join(part for part in (as_role(facts.role), facts.company) if part and part not in subject)
    return f"{subject} ({about})" if about else subject


def when_we_met(facts: Facts) -> str:
    """'yesterday' or 'on Tuesday', of the interview that a letter is about; empty if its day isn't known."""
    return when_held(facts) if facts.held_on else ""


def blanks(text: str) -> tuple[tuple[int, int], ...]:
    """The positions of the marked blanks of a text, as start and end."""
    return tuple(match.span() for match in re.finditer(r"\[[^\[\]\n]{2,120}\]", text))


def _without_article(thing: str) -> str:
    """A thing as a subject begins with it: 'copies of my certificates'."""
    return re.sub(r"\A(?:the|an?) (?=\S)", "", thing)


def _or_blank(text: str, name: str) -> str:
    return text or f"[{name}]"


@cache
def _environment(formal: bool) -> "SandboxedEnvironment":
    from jinja2 import FunctionLoader, StrictUndefined  # here, since most screens show no message
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FunctionLoader(_spelled_out if formal else _source),
        undefined=StrictUndefined,
        autoescape=False,  # plain text: nothing of it is ever shown as HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(or_blank=_or_blank, listed=listed, sentence_case=sentence_case)
    environment.filters["without_article"] = _without_article
    return environment


def _source(name: str) -> str:
    return files("lib.followup").joinpath("texts", name).read_text("utf-8")


def _spelled_out(name: str) -> str:
    """The text without its contractions: only its own, as what the person noted is filled in later."""
    return _CONTRACTED.sub(lambda match: _SPELLED_OUT[match.group()], _source(name))


def _text(name: str, formal: bool) -> "Template":
    return _environment(formal).get_template(f"{name}.txt")


def _render(text: "Template", part: str, pieces: LetterFields) -> str:
    return _tidy(str(getattr(text.make_module(vars(pieces)), part)()))


def _tidy(text: str) -> str:
    lines = [re.sub(r"(?<=\S)[ \t]+", " ", line).strip() for line in text.splitlines()]
    spaced = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "-"))
    return re.sub(r"([.!?])\.(?!\.)", r"\1", spaced).strip()


def _short_note(text: "Template", channel: Channel, pieces: LetterFields) -> str:
    """The note within ``NOTE_WORDS``: with less of what we talked about, then without the claim that they heard."""
    topic, body = pieces.topic_said, ""
    for room, claim in ((len(topic), pieces.claim), (90, pieces.claim), (90, "")):
        short = shorten(topic, room)
        heard = heard_of(short) if pieces.heard else ""
        body = _render(text, channel, replace(pieces, topic_said=short, heard=heard, claim=claim))
        if len(body.split()) <= NOTE_WORDS:
            break
    return body


def _shorten_topic(text: "Template", pieces: LetterFields, topic: str, limit: int) -> str:
    room = len(topic)
    while True:
        body = _render(text, "linkedin", replace(pieces, fitted_topic=shorten(topic, room)))
        if len(body) <= limit or room <= 0:
            return body
        room = min(room - 1, len(shorten(topic, room)) - 1, room - (len(body) - limit) // 2)
