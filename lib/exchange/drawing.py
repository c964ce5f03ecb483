"""Charts for paper as plain SVG: a few shapes on a sheet, without a script, a font or a picture from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lib.english import one_line
from lib.palette import PAPER

WIDTH = 640
"""The width of every drawing, in its own units; a page of A4 shows one unit as about a quarter of a millimetre."""

Hatch = Literal["", "slanted", "dotted", "crossed"]


@dataclass(frozen=True)
class Box:
    """A filled rectangle, or an open one where ``fill`` is empty; a hatch tells parts apart without colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    hatch: Hatch = ""


@dataclass(frozen=True)
class Dot:
    """A dot around its middle, open where ``fill`` is empty."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float = 1


@dataclass(frozen=True)
class TextLine:
    """A line of text, its lower edge at ``y``; cut if it would be longer than ``most`` letters.

    ``aside`` follows it, paler; ``on_paint`` writes it on a ground that is not white.
    """

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    fill: str = PAPER.text
    size: float = 13
    most: int = 60
    aside: str = ""
    on_paint: bool = False

    @property
    def shortened(self) -> str:
        """The text on one line, as long as there is room."""
        return one_line(self.text, self.most)


@dataclass(frozen=True)
class Drawing:
    """Shapes from back to front on a sheet of ``WIDTH`` by ``height``."""

    height: float
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[TextLine, ...] = ()


def stack(drawings: Sequence[Drawing], height: float) -> Drawing:
    """The shapes of several drawings on one sheet."""
    return Drawing(
        height,
        tuple(box for drawing in drawings for box in drawing.boxes),
        tuple(line for drawing in drawings for line in drawing.lines),
        tuple(dot for drawing in drawings for dot in drawing.dots),
        tuple(words for drawing in drawings for words in drawing.words),
    )
