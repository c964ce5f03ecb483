"""My own template for a kind of letter: my words with blanks in braces, filled by plain replacement and never run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.followup.facts import Facts
from lib.followup.messages import Message, when_we_met
from lib.followup.note_parsing import denies
from lib.followup.phrasing import as_clause, as_role
from lib.followup.promise_reading import promise_phrase
from lib.records.vocabulary import Channel, TaskKind
from lib.records.workbook import Workbook
from lib.words import finder

BLANKS: Mapping[str, str] = {
    "greeting": "name",
    "first name": "name",
    "full name": "name",
    "company": "the company",
    "role": "the role",
    "day": "the day",
    "date": "the day",
    "topic": "what we talked about",
    "my strength": "one thing you're good at",
    "not said": "what you didn't get to say",
    "promise": "what you promised",
    "reply date": "the date you were given",
    "pay": "the pay",
    "start date": "the start date",
    "my name": "your name",
    "signature": "your name",
}
"""What may be in braces, with the words of the marked blank where its value isn't known."""

_BRACES = re.compile(r"\{([^{}\n]{1,40})\}")
_TOO_SHORT = 2


@dataclass(frozen=True)
class OwnTemplate:
    """The words for one kind of letter in one channel; ``subject`` is empty if the channel has none."""

    subject: str
    body: str


def setting_keys(kind: TaskKind, channel: Channel) -> tuple[str, str]:
    """The settings that hold a template: that of its subject, and that of its text."""
    return f"letter_subject {kind} {channel}", f"letter {kind} {channel}"


def own_template(workbook: Workbook, kind: TaskKind, channel: Channel) -> OwnTemplate | None:
    """My own template for that kind of letter in that channel, or None if there is none."""
    subject, body = (workbook.setting(key) for key in setting_keys(kind, channel))
    return OwnTemplate(subject, body) if body.strip() else None


def fill_template(template: OwnTemplate, kind: TaskKind, channel: Channel, facts: Facts) -> Message:
    """The letter from a template for this recipient."""
    subject = _fill_blanks(template.subject, facts) if channel == "email" else ""
    return Message(kind, channel, facts.person, subject, _fill_blanks(template.body, facts))


def template_of(subject: str, body: str, facts: Facts) -> OwnTemplate:
    """A finished letter as a template: what is true of this recipient alone becomes a blank."""
    return OwnTemplate(_with_blanks(subject, facts), _with_blanks(body, facts))


def unknown_braces(text: str) -> tuple[str, ...]:
    """What is in braces and no blank, in the order of the text."""
    return tuple(dict.fromkeys(match.group() for match in _BRACES.finditer(text) if _name(match) not in BLANKS))


def _name(match: re.Match[str]) -> str:
    return " ".join(match.group(1).split()).casefold()


def _fill_blanks(text: str, facts: Facts) -> str:
    """The text with its blanks filled. An empty one alone on its line goes with it; any other is marked."""
    values = dict(_values(facts))
    lines = [_line(line, values) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line is not None)).strip()


def _line(line: str, values: Mapping[str, str]) -> str | None:
    alone = _BRACES.fullmatch(line.strip().rstrip(".,;:"))
    if alone and _name(alone) in BLANKS and not values[_name(alone)]:
        return None

    def value(match: re.Match[str]) -> str:
        name = _name(match)
        return values[name] or f"[{BLANKS[name]}]" if name in BLANKS else match.group()

    return _BRACES.sub(value, line)


def _values(facts: Facts) -> Iterator[tuple[str, str]]:
    address, offer = facts.address, facts.extras.offer
    hello = "Hi" if facts.formality == "relaxed" else "Dear"
    claim = "" if denies(facts.qualification) else facts.qualification
    yield "greeting", address.greeting or (f"{hello} {address.name}" if address.name else "")
    yield "first name", address.name
    yield "full name", facts.person
    yield "company", facts.company
    yield "role", as_role(facts.role)
    yield "day", when_we_met(facts)
    yield "date", facts.dates.spoken_day(facts.held_on, facts.today) if facts.held_on else ""
    yield "topic", facts.spoken_topic or facts.recalled_topic or facts.their_question
    yield "my strength", as_clause(claim, "I have", facts.names)
    yield "not said", as_clause(facts.unsaid, "", facts.names)
    yield "promise", promise_phrase(facts.extras.promised, facts.person, facts.names, facts.people_named).thing
    yield "reply date", facts.dates.spoken_day(facts.reply_by, facts.today) if facts.reply_by else ""
    yield "pay", offer.pay
    yield "start date", facts.dates.spoken_day(offer.start_on, facts.today) if offer.start_on else ""
    yield "my name", facts.me
    yield "signature", facts.signature or facts.me


def _with_blanks(text: str, facts: Facts) -> str:
    values = [(value, name) for name, value in _values(facts) if len(value) >= _TOO_SHORT]
    kept: list[str] = []

    def hold(name: str) -> str:
        kept.append(f"{{{name}}}")
        return f"\0{len(kept) - 1}\0"

    if facts.signature and text.rstrip().endswith(facts.signature):
        text = text.rstrip().removesuffix(facts.signature) + hold("signature")
    for value, name in sorted(values, key=lambda pair: -len(pair[0])):
        if name != "signature" or facts.signature:
            text = finder(value).sub(lambda _, name=name: hold(name), text)  # type: ignore[misc]
    return re.sub("\0(\\d+)\0", lambda match: kept[int(match.group(1))], text)
