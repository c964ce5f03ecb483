"""Business days: neither a weekend nor a public holiday of the country (the ``holidays`` library)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location

import holidays
from holidays.holiday_base import HolidayBase
from holidays.registry import COUNTRIES

from lib.dates import days_later

_WEEKEND = (5, 6)


@dataclass(frozen=True)
class BusinessDays:
    """The business days of one country, as ``DE``, or of one part of it, as ``DE-BY``.

    A country that is absent or not known has Saturdays and Sundays off and no holidays, as ``sentence`` explains.
    """

    country: str = ""

    @property
    def sentence(self) -> str:
        """Which days reminders skip."""
        return f"Reminders skip {self._skipped}. Thank-yous and promises don't."

    @property
    def _skipped(self) -> str:
        code, _, part = self.country.partition("-")
        if not code:
            return "weekends (set your country to skip public holidays too)"
        if not _is_known(code):
            return f"weekends only: the holidays of '{code}' aren't known"
        if part and part not in _calendar(code).subdivisions:
            return f"weekends and holidays in all of {_in_a_sentence(code)}: '{part}' isn't known"
        return f"weekends and holidays in {_in_a_sentence(code)}{f' ({part})' if part else ''}"

    def is_business_day(self, day: date) -> bool:
        """Whether an office is open that day."""
        return day not in _days_off(self.country, day.year)

    def add(self, day: date, count: int) -> date:
        """The day that is ``count`` (at least 1) business days after ``day``; at the calendar's end its last day."""
        for _ in range(count):
            day = self.on_or_after(days_later(day, 1))
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a business day, else the next that is."""
        while not self.is_business_day(day) and day < date.max:
            day += timedelta(days=1)
        return day


@cache
def country_names() -> dict[str, str]:
    """The countries whose holidays are known: names by codes of two letters, as ``DE``, in order of name."""
    named = {codes[1]: _spoken(module) for module, codes in COUNTRIES.items() if _is_known(codes[1])}
    return dict(sorted(named.items(), key=lambda entry: entry[1]))


def _spoken(module: str) -> str:
    """The name of a country from that of its module: ``isle_of_man``."""
    return " ".join(word if word in ("and", "of", "the") else word.capitalize() for word in module.split("_"))


def _in_a_sentence(code: str) -> str:
    name = country_names().get(code, code)
    return f"the {name}" if name.startswith("United ") or name.endswith((" Islands", "lands")) else name


def _is_known(code: str) -> bool:
    return code in _modules()


@cache
def _modules() -> dict[str, tuple[str, str]]:
    """By each code of a country, as ``GB`` or ``GBR``, its module and its class."""
    return {
        code: (module, name) for module, (name, *codes) in COUNTRIES.items() for code in codes if 2 <= len(code) <= 3
    }


@cache
def _calendar(code: str) -> type[HolidayBase]:
    """One country alone: asked by its name, the library would load all of them, which takes longer than the rest of
    the first page."""
    module, name = _modules()[code]
    spec = spec_from_file_location(f"holidays.countries.{module}", f"{holidays.__path__[0]}/countries/{module}.py")
    assert spec
    assert spec.loader
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    found: type[HolidayBase] = getattr(loaded, name)
    return found


@lru_cache(maxsize=256)
def _days_off(country: str, year: int) -> frozenset[date]:
    days = [
        date(year, 1, 1) + timedelta(days=number) for number in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)
    ]
    code, _, part = country.partition("-")
    if not _is_known(code):
        return frozenset(day for day in days if day.weekday() in _WEEKEND)
    kind = _calendar(code)
    calendar = kind(subdiv=part if part in kind.subdivisions else None, years=year)
    return frozenset(day for day in days if not calendar.is_working_day(day))
