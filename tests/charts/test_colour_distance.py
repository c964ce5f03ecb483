"""Categorical colours are told apart, also by colour-blind eyes: a CAM02-UCS distance of at least 20."""

from itertools import combinations

import numpy
import pytest
from colorspacious import cspace_convert, deltaE

from lib.palette import DARK, LIGHT, Palette

APART = 20


def as_seen(colour: str, vision: str) -> numpy.ndarray:
    rgb = numpy.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    if vision == "normal":
        return rgb
    deficient = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
    return numpy.clip(cspace_convert(rgb, deficient, "sRGB1"), 0, 1)


@pytest.mark.parametrize("vision", ["normal", "deuteranomaly", "protanomaly", "tritanomaly"])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_categorical_colours_are_told_apart(palette: Palette, vision: str) -> None:
    pairs = combinations(palette.categorical, 2)

    close = [
        (one, other, round(float(distance), 1))
        for one, other in pairs
        if (distance := deltaE(as_seen(one, vision), as_seen(other, vision), input_space="sRGB1")) < APART
    ]

    assert close == []
