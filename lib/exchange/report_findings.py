"""What the report says of the search as a whole: the findings in their tiers, how long answers take, own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.english import short_day
from lib.insight.findings import Findings
from lib.insight.summary import Summary, Tier, summary
from lib.insight.wording import INTERVAL, INTERVAL_MEANS
from lib.insight.words.themes import SIDE_LABELS, Side, Theme, Themes

_HEADINGS: dict[Tier, str] = {
    "established": "Established",
    "look": "Worth a look, unproven",
    "unknown": "Not known yet",
}
_ABOUT: dict[Tier, str] = {"look": "Each of these may still be chance: where to look, not what to believe."}
_CHARTED = ("asked", "funnel", "words")
"""Parts that claim nothing and stand elsewhere in the report, with their counts."""
_THEMES, _QUOTES = 2, 2


@dataclass(frozen=True)
class Told:
    """One tier: its heading, what it is worth, and its sentences, each with its counts."""

    heading: str
    about: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Returning:
    """Words that return on one side of the debriefs: how often, and the newest sentences that hold them."""

    side: str
    sentence: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Learned:
    """All of it, of one search. ``waiting`` is '' where it is not known.

    ``interval`` says what an 80% interval is, where one is named. ``words`` counts what returns in the person's own
    words, and is '' where nothing does.
    """

    interval: str
    tiers: tuple[Told, ...]
    waiting: str
    words: str
    returning: tuple[Returning, ...]


def learned(findings: Findings) -> Learned:
    """What can be said of a search, as on the Progress page; no sentence leaves its tier."""
    said = summary(findings)
    returning = tuple(_returning(findings.themes))
    return Learned(
        interval=INTERVAL_MEANS if any(INTERVAL in entry.sentence for entry in said.statements) else "",
        tiers=tuple(_tiers(said)),
        waiting=next((entry.sentence for entry in said.of("described") if entry.part == "waiting"), ""),
        words=findings.themes.sentence if returning else "",
        returning=returning,
    )


def _tiers(said: Summary) -> Iterator[Told]:
    for tier, heading in _HEADINGS.items():
        sentences = tuple(entry.sentence for entry in said.of(tier) if entry.part not in _CHARTED)
        if sentences:
            yield Told(heading, _ABOUT.get(tier, ""), sentences)
        elif tier == "established":
            yield Told(heading, "Nothing yet.", ())


def _returning(found: Themes) -> Iterator[Returning]:
    sides: dict[Side, tuple[Theme, ...]] = {"well": found.well, "badly": found.badly, "lesson": found.lessons}
    for side, themes in sides.items():
        for theme in themes[:_THEMES]:
            quotes = ((quote.text, f"{quote.company}, {short_day(quote.on)}") for quote in theme.quotes[:_QUOTES])
            yield Returning(SIDE_LABELS[side], theme.sentence, tuple(quotes))
