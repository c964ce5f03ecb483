"""The interview sheet as one self-contained page to print: no script, nothing fetched."""

from datetime import date
from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from lib.followup.sheet import Sheet
from lib.practice.consistency import Consistency
from lib.records.days import spoken_day


def sheet_page(sheet: Sheet, today: date, before: Consistency | None = None) -> bytes:
    """The sheet as HTML in UTF-8, with what to remember of earlier rounds; every word of the person's is escaped."""
    return _template().render(sheet=sheet, before=before, spoken_day=lambda day: spoken_day(day, today)).encode()


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
