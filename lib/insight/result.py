"""What every result carries, whatever it is about."""

from dataclasses import dataclass
from typing import Protocol

from lib.english import paragraph

Cell = str | int | float | None


@dataclass(frozen=True)
class ResultTable:
    """A result's numbers for looking up: one tuple a row, as wide as ``columns``; an unknown value is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


class Explained:
    """What has a point and a proof: a headline, and how sure it is."""

    headline: str
    sure: str

    @property
    def sentence(self) -> str:
        """The point and the proof, for a report that folds nothing away."""
        return paragraph(self.headline, self.sure)


class Result(Protocol):
    """The answer to one question: the question, its n, the sentence that answers it, and the numbers behind it.

    ``n`` counts what the answer is based on; at 0 the sentence tells what is missing.
    """

    @property
    def title(self) -> str:
        """The question."""

    @property
    def n(self) -> int:
        """How many interviews, questions or applications the answer rests on."""

    @property
    def sentence(self) -> str:
        """The answer."""

    @property
    def table(self) -> ResultTable:
        """The numbers behind the answer."""
