"""The interview sheet as one self-contained page to print: no script, nothing fetched."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from lib.followup.sheet import Sheet
from lib.records.days import spoken_day


@dataclass(frozen=True)
class Remembered:
    """What to remember besides, before a next round at the company, in lines: questions to think about, stories told
    and to whom, what felt hard."""

    questions: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    low_ratings: tuple[str, ...] = ()


def sheet_page(sheet: Sheet, today: date, remembered: Remembered = Remembered()) -> bytes:
    """The sheet as HTML in UTF-8; every word of the person's is escaped."""
    return (
        _template().render(sheet=sheet, remembered=remembered, spoken_day=lambda day: spoken_day(day, today)).encode()
    )


@cache
def _template() -> Template:
    environment = SandboxedEnvironment(
        loader=PackageLoader("lib.exchange", "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("sheet.html")
