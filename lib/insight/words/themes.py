"""What went well and badly, and what I learned: what returns in my own words, counted and quoted."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.dates import DateStyle
from lib.english import counted, listed, paragraph
from lib.insight.result import Cell, Explained, ResultTable
from lib.insight.words.phrases import Phrase, recurring_phrases
from lib.records.interview import Interview
from lib.records.workbook import Workbook

TITLE = "In your words"
LEAST = 2
"""In how many debriefs a word has to be before it counts as returning."""
MOST = 6
_NAMED = 3

ThemeSide = Literal["well", "badly", "lesson"]
SIDE_LABELS: dict[ThemeSide, str] = {"well": "Went well", "badly": "Went badly", "lesson": "Do differently"}


@dataclass(frozen=True)
class Quote:
    """One sentence, word for word, with the interview that it was written about."""

    text: str
    interview_id: str
    on: date
    company: str


@dataclass(frozen=True)
class Theme:
    """Words in ``n`` of the ``of`` debriefs with a text on that side.

    ``quotes`` are all sentences that hold them. ``words`` are as they were typed; the newest quote comes first.
    """

    words: str
    n: int
    of: int
    quotes: tuple[Quote, ...]
    sentence: str


@dataclass(frozen=True)
class Themes(Explained):
    """The answer over ``n`` debriefs with any words; the most frequent theme of each side first.

    ``lessons`` are the themes of the lessons, ``lesson_quotes`` every lesson and ``well_quotes`` every
    line on what went well as they were written, the newest first.
    """

    title: str
    n: int
    well: tuple[Theme, ...]
    badly: tuple[Theme, ...]
    lessons: tuple[Theme, ...]
    lesson_quotes: tuple[Quote, ...]
    well_quotes: tuple[Quote, ...]
    headline: str
    sure: str
    table: ResultTable


def themes(workbook: Workbook, dates: DateStyle) -> Themes:
    """What returns in the words of the debriefs. Nothing is rewritten, and nothing is judged."""
    debriefed = tuple(reversed(workbook.debriefed))
    well = _themes({entry.id: entry.went_well for entry in debriefed}, debriefed, workbook)
    badly = _themes({entry.id: entry.went_badly for entry in debriefed}, debriefed, workbook)
    lessons = _themes({entry.id: entry.lesson for entry in debriefed}, debriefed, workbook)
    n = sum(bool(entry.went_well.strip() or entry.went_badly.strip() or entry.lesson.strip()) for entry in debriefed)
    return Themes(
        title=TITLE,
        n=n,
        well=well,
        badly=badly,
        lessons=lessons,
        lesson_quotes=tuple(
            _quote(entry.lesson.strip(), entry, workbook) for entry in debriefed if entry.lesson.strip()
        ),
        well_quotes=tuple(
            _quote(line.strip(), entry, workbook)
            for entry in debriefed
            for line in entry.went_well.splitlines()
            if line.strip()
        ),
        headline=_headline(n, well, badly, lessons),
        sure=_sure(n, well, badly, lessons),
        table=_table({"well": well, "badly": badly, "lesson": lessons}, dates=dates),
    )


@dataclass(frozen=True)
class Feelings:
    """What excited and what worried me about the jobs, if it comes up again."""

    excited: tuple[Theme, ...]
    worried: tuple[Theme, ...]


def feelings(workbook: Workbook) -> Feelings:
    """What comes up again under what was exciting and what was worrying."""
    debriefed = tuple(reversed(workbook.debriefed))
    return Feelings(
        _themes({entry.id: entry.energised_by for entry in debriefed}, debriefed, workbook),
        _themes({entry.id: entry.worried_by for entry in debriefed}, debriefed, workbook),
    )


def _themes(texts: dict[str, str], debriefed: tuple[Interview, ...], workbook: Workbook) -> tuple[Theme, ...]:
    by_id = {entry.id: entry for entry in debriefed}
    written = [(source, text) for source, text in texts.items() if text.strip()]
    return tuple(_theme(phrase, len(written), by_id, workbook) for phrase in recurring_phrases(written, LEAST, MOST))


def _theme(phrase: Phrase, of: int, by_id: dict[str, Interview], workbook: Workbook) -> Theme:
    n = len(phrase.sources)
    return Theme(
        words=phrase.words,
        n=n,
        of=of,
        quotes=tuple(_quote(passage.text, by_id[passage.source], workbook) for passage in phrase.passages),
        sentence=f"“{phrase.words}”: in {n} of {counted(of, 'debrief')}.",
    )


def _quote(text: str, interview: Interview, workbook: Workbook) -> Quote:
    return Quote(text, interview.id, interview.held_on, workbook.company_of(interview.application_id))


def _headline(n: int, well: tuple[Theme, ...], badly: tuple[Theme, ...], lessons: tuple[Theme, ...]) -> str:
    if not n:
        return "No debrief says yet what went well or badly."
    if not (well or badly or lessons):
        return f"No word comes up twice in {counted(n, 'debrief')} yet."
    best = (*well[:1], *badly[:1]) or lessons[:1]
    return f"You write most often: {listed(f'“{theme.words}” ({theme.n})' for theme in best)}."


def _sure(n: int, well: tuple[Theme, ...], badly: tuple[Theme, ...], lessons: tuple[Theme, ...]) -> str:
    if not (well or badly or lessons):
        return ""
    return paragraph(
        f"From {counted(n, 'debrief')}.",
        _recurring_sentence("Went well", well),
        _recurring_sentence("Went badly", badly),
        _recurring_sentence("Do differently", lessons),
        "The same word can mean different things each time.",
    )


def _recurring_sentence(where: str, found: tuple[Theme, ...]) -> str:
    named = [f"“{theme.words}” ({theme.n})" for theme in found[:_NAMED]]
    return f"{where}: {listed(named)}." if named else ""


def _table(sides: dict[ThemeSide, tuple[Theme, ...]], dates: DateStyle) -> ResultTable:
    rows: list[tuple[Cell, ...]] = [
        (SIDE_LABELS[side], theme.words, theme.n, theme.of, quote.text, quote.company, dates.short_day(quote.on))
        for side, found in sides.items()
        for theme in found
        for quote in theme.quotes
    ]
    return ResultTable(("Where", "Words", "Debriefs", "Of", "Sentence", "Company", "Date"), tuple(rows))
