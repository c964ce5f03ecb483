"""Debriefs as Markdown: the words as they were typed, without the private ones; nothing acts as Markdown or HTML."""

import re
from collections.abc import Iterable
from datetime import tzinfo
from functools import partial

from lib.dates import DateStyle
from lib.exchange.debrief_text import DebriefFormat, Entries, debrief_sections, outcome_sentence
from lib.records.interview import Interview
from lib.records.labels import HEADINGS
from lib.records.private import row_without_private, without_private
from lib.records.workbook import Workbook
from lib.records.zones import clocks

_ADDRESS = re.compile(r"(?:(?<![\w+.-])(?:\w[\w+.-]*:[/?]|[\w.+-]+@)|www\.)[^\s`]+", re.IGNORECASE)
"""What readers of Markdown make a link of by themselves; looked for once in a run of letters, however long."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&^])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def markdown(workbook: Workbook, interviews: Iterable[Interview], zone: tzinfo, dates: DateStyle) -> bytes:
    """These debriefs one after the other, in UTF-8, without what is private; ``zone`` is the person's."""
    moment = partial(clocks, mine=zone, spoken=dates.spoken_day, dates=dates, whose="my time")
    telling = DebriefFormat(without_private(workbook), zone, dates.spoken_day, moment)
    debriefs = (_debrief(telling, row_without_private(interview)) for interview in interviews)
    return ("\n\n---\n\n".join(debriefs) + "\n").encode()


def escape_markdown(words: str) -> str:
    """Words shown by Markdown as they were typed: no link, no image, no HTML; an address becomes code."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    return "\n".join(f"{_line(line)}\\" if _is_continued(lines, at) else _line(line) for at, line in enumerate(lines))


def _is_continued(lines: list[str], at: int) -> bool:
    """Whether a line is broken within a paragraph, which Markdown would join."""
    return at + 1 < len(lines) and bool(lines[at].strip()) and bool(lines[at + 1].strip())


def _line(line: str) -> str:
    line = line.strip()
    pieces, end = [], 0
    for found in _ADDRESS.finditer(line):
        pieces += [_escape(line[end : found.start()]), f"`{found.group()}`"]
        end = found.end()
    return _AT_START.sub(_escaped_start, "".join([*pieces, _escape(line[end:])]))


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _escaped_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdecimal() else f"{space}\\{mark}"


def _debrief(telling: DebriefFormat, interview: Interview) -> str:
    application = telling.workbook.application(interview.application_id)
    title = f"{application.company}, {application.role}" if application else "An application that is not there any more"
    parts = [
        f"# {escape_markdown(' '.join(title.split()))}",
        f"{escape_markdown(interview.type)}, {telling.moment(interview)}. {outcome_sentence(telling, interview)}",
        *_words([("What they said", interview.feedback)] if interview.feedback else []),
    ]
    for section, held in debrief_sections(telling, interview).items():
        if held:
            parts += [f"## {HEADINGS[section]}", *_words(held)]
    return "\n\n".join(parts)


def _words(held: Entries) -> list[str]:
    return [
        f"**{escape_markdown(' '.join(top.split()))}**\n\n{escape_markdown(words)}" if top else escape_markdown(words)
        for top, words in held
    ]
