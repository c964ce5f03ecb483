"""Numbers in words, and the lines that show how a result's number is calculated."""

from dataclasses import dataclass

from lib.insight.result import ResultTable

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


@dataclass(frozen=True)
class CalculationLine:
    """One step of a calculation: what it is, the arithmetic, and the result.

    ``value`` is None if it is not known; ``working`` then tells what is missing.
    """

    caption: str
    working: str
    value: float | None


def points(score: float) -> str:
    """A score of 0 to 100 as '72'."""
    return f"{score:.0f}"


def money(amount: float, currency: str = "") -> str:
    """'€52,000', '-1,200', '52,000 CHF', and with cents below a hundred: '€27.40'."""
    digits = 0 if abs(amount) >= 100 or amount == round(amount) else 2
    figure = f"{amount:,.{digits}f}"
    if sign := _SIGNS.get(currency):
        return f"-{sign}{figure[1:]}" if amount < 0 else f"{sign}{figure}"
    return f"{figure} {currency}" if currency else figure


def number(value: float) -> str:
    """A plain number without needless zeros: '40', '37.5'."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def lines_table(lines: tuple[CalculationLine, ...], heading: str) -> ResultTable:
    """The lines as a table whose last column bears ``heading``."""
    rows = tuple((line.caption, line.working, None if line.value is None else round(line.value, 2)) for line in lines)
    return ResultTable(("What", "How", heading), rows)
