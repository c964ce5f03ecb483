"""Grammar of English letters, offline, by Harper: harper-py, Apache-2.0. Figures: docs/benchmarks/proofreading.md.

Its own spelling is off, and so are its rules of style, form and punctuation: a letter may be plain. What it got wrong
in good letters is left out below, each with its reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock

from lib.followup.proofreading.finding import LetterContext, LetterFinding, LetterPart, Span
from lib.followup.proofreading.letter_slips import letter_slips
from lib.followup.proofreading.words import message_span

_KINDS = frozenset(
    {
        *("Agreement", "BoundaryError", "Eggcorn", "Grammar", "Malapropism", "Miscellaneous", "Nonstandard", "Typo"),
        *("Usage", "WordChoice"),
    }
)
"""The kinds of advice that are taken; not its style, readability, punctuation, capitals and regional words."""

_OFF = (
    "SpellCheck",  # spelling.py does it
    "RepeatedWords",  # spelling.py too
    "LookingForwardTo",  # prints into the terminal, and knows 'looking' only: see letter_slips.py
    "ExpandMemoryShorthands",  # 20 MB is right
    "ExpandTimeShorthands",
    "ExpandMinimum",  # Min-jun is a name
    "CompoundNouns",  # 'word list' is right
    "MergeWords",
    "SplitWords",
    "Overall",
    "PronounKnew",  # 'train someone new' is right
    "WrongNegative",  # Una is a name
)

_RIGHT = re.compile(
    r"\b(?:is|are|was|were) (there)\b"  # 'is there room somewhere else'
    r"|\b(you) (?:again|last|next|on|soon|this|today|tomorrow|tonight|yesterday)\b"  # 'speak with you yesterday'
    r"|\b(an) hono"  # 'an honour', 'an honor'
    r"|\b(their) (?:two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(no) to\b"  # 'say no to a manager'
    r"|\b(that) comes? back\b",
    re.IGNORECASE,
)
"""What is right, and Harper takes for a slip."""


@dataclass(frozen=True)
class Slip:
    """What may be wrong at ``where``, why, and the words that may be meant instead; ``means`` is empty for none."""

    where: Span
    why: str
    means: tuple[str, ...]
    leaves_out: bool = False


def check_grammar(text: str, part: LetterPart, reading: LetterContext) -> Iterator[LetterFinding]:
    """Slips of grammar between greeting and closing; if a name of the workbook takes part there's none."""
    for slip in (_with_words_around(text, each) for each in slips(text)):
        words = text[slice(*slip.where)]
        if part == "body" and not _within(slip.where, message_span(text)):
            continue
        if any(word in reading.names for word in re.findall(r"[^\W\d_]+", words)):
            continue
        perhaps = " or ".join(f"'{meant}'" for meant in slip.means[:2])
        what = f"'{words}' may be a slip." + (f" Perhaps {perhaps}?" if perhaps else "")
        if slip.leaves_out:
            what = f"'{words}' may be too much here."
        yield LetterFinding(
            "grammar", part, slip.where, what, slip.why, fix=slip.means[0] if len(slip.means) == 1 else ""
        )


def _with_words_around(text: str, slip: Slip) -> Slip:
    """A slip between two words, with them: a space alone shows nobody where it is."""
    start, end = slip.where
    if text[start:end].strip():
        return slip
    before, after = re.search(r"\S+\Z", text[:start]), re.match(r"\S+", text[end:])
    first, last = before[0] if before else "", after[0] if after else ""
    why = "A word may be missing." if "determiner" in slip.why else slip.why
    means = tuple(f"{first}{meant}{last}" for meant in slip.means)
    return Slip((start - len(first), end + len(last)), why, means, slip.leaves_out)


MOST_READ = 4_000
"""How many characters of a text are checked: its time grows with the square of some texts, and no letter is longer."""


@lru_cache(maxsize=200)
def slips(text: str) -> tuple[Slip, ...]:
    """Everything that may be a slip of grammar in the first ``MOST_READ`` characters of an English text, in order."""
    text = text[:MOST_READ]
    right = [match.span(number) for match in _RIGHT.finditer(text) for number in [match.lastindex or 0]]
    found = [*(Slip(where, why, (means,)) for where, means, why in letter_slips(text)), *_harper().slips(text)]
    return tuple(sorted((slip for slip in found if slip.where not in right), key=lambda slip: slip.where))


class _Harper:
    """The one linter; it takes half a second to load, and isn't for two threads at once."""

    def __init__(self) -> None:
        from harper import Dialect, Linter

        self._lock = Lock()
        self._linter = Linter(Dialect.BRITISH)
        self._linter.set_lint_config({**self._linter.get_lint_config(), **dict.fromkeys(_OFF, False)})

    def slips(self, text: str) -> list[Slip]:
        from harper import SuggestionKind

        with self._lock:
            lints = [lint for lint in self._linter.lint(text, language="plaintext") if lint.lint_kind in _KINDS]
        found = []
        for lint in lints:
            means = [
                (lint.problem_text if one.kind == SuggestionKind.INSERT_AFTER else "") + one.replacement_text
                for one in lint.suggestions
                if one.kind != SuggestionKind.REMOVE
            ]
            where, is_too_much = (lint.span.start, lint.span.end), bool(lint.suggestions and not means)
            found.append(Slip(where, _plain(lint.message), tuple(dict.fromkeys(means)), is_too_much))
        return found


@cache
def _harper() -> _Harper:
    return _Harper()


def _plain(message: str) -> str:
    return re.sub(r"[`*]+([^`*]+)[`*]+", r"‘\1’", message)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
