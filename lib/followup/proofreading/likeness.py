"""How much two notes have in common, since those who receive them may compare.

The measure is the containment of word shingles (Broder 1997): a word counts as shared if it is in a run of four words
that the other note has too, anywhere. The recipients' names, the company, the role and mine are one and the same word
here, so that a form letter is one whatever the names in it; greeting and closing do not count. Notes for a call are not
compared: nobody receives them.
"""

from collections.abc import Iterator

from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import Message
from lib.followup.names import name_words
from lib.followup.proofreading.finding import LetterContext, LetterFinding, Likeness, Span
from lib.followup.proofreading.words import Word, message_span, prose_words
from lib.words import folded

RUN = 4
"""Words in a run: three would catch 'thank you for', which every thank-you may have."""

TOO_ALIKE = 0.5
"""From this share of the shorter note's words on, two notes read as one form letter."""


def check_likeness(message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """The most alike of the other notes of the same kind, if it is too alike."""
    if not TASK_KINDS[message.kind].readers_may_compare or message.channel == "phone":
        return
    others = [other for other in reading.others if other.kind == message.kind and other.to != message.to]
    pairs = [likeness(message, other, reading) for other in others]
    closest = max(pairs, key=lambda pair: pair.share, default=None)
    if closest and closest.share >= TOO_ALIKE:
        to = closest.to or "another person"
        what = f"This reads much like your note to {to}: {closest.share:.0%} of the words are in both."
        why = "They may lay the notes side by side. Say something that only this person would recognise."
        yield LetterFinding("too_alike", "body", closest.mine_marks[0], what, why, closest)


def likeness(message: Message, other: Message, reading: LetterContext) -> Likeness:
    """Two notes compared, with the runs that they share marked in each; a share of 0 if either is very short."""
    facts = reading.facts
    names = (facts.company, facts.role, facts.me, message.to, other.to, *facts.met)
    masked = {folded(word) for name in names for word in name_words(name)}
    mine, theirs = _message_words(message.body), _message_words(other.body)
    my_runs, their_runs = _runs(mine, masked), _runs(theirs, masked)
    my_shared, their_shared = _covered(my_runs, set(their_runs)), _covered(their_runs, set(my_runs))
    shorter = min(len(mine), len(theirs))
    share = min(1.0, min(len(my_shared), len(their_shared)) / shorter) if shorter >= 2 * RUN else 0.0
    return Likeness(share, other.to, message.body, other.body, _marks(mine, my_shared), _marks(theirs, their_shared))


def _message_words(body: str) -> tuple[Word, ...]:
    start, end = message_span(body)
    return tuple(word for word in prose_words(body) if start <= word.start < end)


def _runs(words: tuple[Word, ...], masked: set[str]) -> list[tuple[str, ...]]:
    plain = [folded(word.bare) for word in words]
    same = ["·" if word in masked else word for word in plain]
    return [tuple(same[position : position + RUN]) for position in range(len(same) - RUN + 1)]


def _covered(runs: list[tuple[str, ...]], others: set[tuple[str, ...]]) -> set[int]:
    return {position + step for position, run in enumerate(runs) if run in others for step in range(RUN)}


def _marks(words: tuple[Word, ...], shared: set[int]) -> tuple[Span, ...]:
    marks: list[Span] = []
    for position in sorted(shared):
        start, end = words[position].span
        if marks and position - 1 in shared:
            start = marks.pop()[0]
        marks.append((start, end))
    return tuple(marks)
