"""The colours of the app, each named once: pages, charts and what is printed take them from here.

``.streamlit/config.toml`` is read by Streamlit and can't import; a test holds it equal.
"""

from dataclasses import dataclass, replace

WHITE = "#FFFFFF"
BLACK = "#000000"
_GREEN = "#1F6F5C"
_CHALK = "#E9E5DC"


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for, '#rrggbb'. ``surface`` is under hover texts and in fields, ``grid`` under data and
    around boxes. ``strong`` is the text of a page, ``text`` that of a chart. ``button`` bears white words.

    The categorical ones keep a CAM02-UCS distance of 20 from each other, also for colour-blind eyes, and a
    contrast of 3 to 1 against the ``page``. Four of them have a name, so that a part of a bar is of one hue on
    both pages: the accent, ``warm``, ``violet`` and ``cool``. None is red; only ``refused`` is, the words below a
    field that doesn't take what was typed.
    """

    page: str
    surface: str
    strong: str
    text: str
    muted: str
    grid: str
    button: str
    accent: str
    warm: str
    violet: str
    cool: str
    refused: str
    others: tuple[str, ...]

    @property
    def categorical(self) -> tuple[str, ...]:
        """The colours of things side by side, in the order in which they are given out."""
        return (self.accent, self.warm, self.violet, self.cool, *self.others)


LIGHT = Palette(
    page="#FCFAF6",
    surface="#F3EFE7",
    strong="#101816",
    text="#26302D",
    muted="#5F6B66",
    grid="#E2DBCD",
    button=_GREEN,
    accent=_GREEN,
    warm="#D57615",
    violet="#A056CC",
    cool="#83929F",
    refused="#B3261E",
    others=("#5C2D74", "#791C06"),
)
DARK = Palette(
    page="#161A19",
    surface="#1F2523",
    strong=_CHALK,
    text=_CHALK,
    muted="#9AA8A2",
    grid="#36403C",
    button="#2D836E",
    accent="#63B79E",
    warm="#C26C03",
    violet="#A47BD7",
    cool="#D5F2FB",
    refused="#FFB4AB",
    others=("#FECD45",),
)
PAPER = replace(LIGHT, page=WHITE, surface=WHITE)
"""The light page's colours on white paper."""


def contrast(one: str, other: str) -> float:
    """The contrast of two '#rrggbb' colours, 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
