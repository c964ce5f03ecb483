"""From what was typed or jotted to single questions."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from lib.store import JsonValue
from lib.workflows.drafts.same_questions import same_field
from lib.workflows.form_values import FormValues, items, lines, text, unique

_ALIKE = 0.5
"""From this share of equal letters on, a line that changed in its place is the same question, reworded."""


def sort_jottings(jotted: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that end in a question mark are questions; the others are notes still to be sorted."""
    stripped = [bare for line in jotted.splitlines() if (bare := line.strip().lstrip("-*•–").strip())]
    return tuple(line for line in stripped if is_question(line)), tuple(
        line for line in stripped if not is_question(line)
    )


def is_question(line: str) -> bool:
    """Whether a jotted line is a question: it ends in a question mark, of any script."""
    return line.rstrip(" \"'“”‘’«»)]*_").endswith(("?", "\uff1f", "\u061f"))


def hard_first(asked: Iterable[str], hard: Iterable[str]) -> tuple[str, ...]:
    """The hard questions that are still among those asked, hardest first: in the order they were tapped."""
    standing = set(asked)
    return tuple(wording for wording in unique(hard) if wording in standing)


def wished_question(asked: Sequence[str], hard: Sequence[str], answers: FormValues) -> str:
    """The question that the wish belongs to: the one it was written for, before that the hardest; empty if its own is
    no longer asked."""
    written_for = text(answers, "wish_of")
    if text(answers, "wish") and written_for:
        return written_for if written_for in asked else ""
    return hard[0] if hard else ""


def following_the_wording(before: Mapping[str, JsonValue], asked: str) -> dict[str, JsonValue]:
    """What else changes with the lines of the questions: a question that is reworded stays hard, keeps the wish that
    was written for it, and stays confirmed as an earlier question."""
    now = lines({"asked": asked}, "asked")
    renamed = reworded(lines(before, "asked"), now)
    moved: dict[str, JsonValue] = {
        same_field(new): before[same_field(old)] for old, new in renamed.items() if same_field(old) in before
    }
    if hard := items(before, "hard"):
        moved["hard"] = [renamed.get(wording, wording) for wording in hard]
    if written_for := text(before, "wish_of"):
        moved["wish_of"] = renamed.get(written_for, written_for)
    return moved


def reworded(before: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """The lines at the same position in other words, old to new."""
    changes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    in_place = (
        pair
        for tag, old_from, old_to, new_from, new_to in changes
        if tag == "replace"
        for pair in zip(before[old_from:old_to], now[new_from:new_to], strict=False)
    )
    return {old: new for old, new in in_place if old not in now and _is_alike(old, new)}


def _is_alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE
