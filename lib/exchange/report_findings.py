"""The report's findings on the search as a whole: the findings in their states, how long answers take, own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.dates import DateStyle
from lib.insight.findings import Findings
from lib.insight.summary import GROUP_LABELS, GROUPS, Summary, summary
from lib.insight.wording import LIKELY, LIKELY_MEANS
from lib.insight.words.themes import SIDE_LABELS, Theme, Themes, ThemeSide

_CHARTED = ("asked", "funnel", "words", "waiting")
"""Parts that claim nothing and are elsewhere in the report, with their counts."""
_THEMES, _QUOTES = 2, 2


@dataclass(frozen=True)
class FindingGroup:
    """One group: its heading, and its statements, each the point and the proof."""

    heading: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RecurringTheme:
    """Words that return on one side of the debriefs: how often, and the newest sentences that hold them."""

    side: str
    sentence: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReportFindings:
    """All of it, of one search. ``waiting`` is '' if it is not known.

    ``likely`` explains a likely range, where one is given. ``words`` counts what returns in the person's own words, and
    is '' if nothing does.
    """

    likely: str
    groups: tuple[FindingGroup, ...]
    waiting: str
    words: str
    returning: tuple[RecurringTheme, ...]


def report_findings(findings: Findings) -> ReportFindings:
    """The findings of a search, in the words of the Progress page; no sentence leaves its state."""
    found = summary(findings)
    returning = tuple(_recurring_themes(findings.themes, dates=findings.dates))
    return ReportFindings(
        likely=LIKELY_MEANS if any(LIKELY in entry.sentence for entry in found.statements) else "",
        groups=tuple(_groups(found)),
        waiting=next((entry.sentence for entry in found.of("your_numbers") if entry.part == "waiting"), ""),
        words=findings.themes.sentence if returning else "",
        returning=returning,
    )


def _groups(found: Summary) -> Iterator[FindingGroup]:
    for group in GROUPS:
        statements = tuple((entry.headline, entry.sure) for entry in found.of(group) if entry.part not in _CHARTED)
        if statements:
            yield FindingGroup(GROUP_LABELS[group], statements)


def _recurring_themes(found: Themes, dates: DateStyle) -> Iterator[RecurringTheme]:
    sides: dict[ThemeSide, tuple[Theme, ...]] = {"well": found.well, "badly": found.badly, "lesson": found.lessons}
    for side, themes in sides.items():
        for theme in themes[:_THEMES]:
            quotes = ((quote.text, f"{quote.company}, {dates.short_day(quote.on)}") for quote in theme.quotes[:_QUOTES])
            yield RecurringTheme(SIDE_LABELS[side], theme.sentence, tuple(quotes))
