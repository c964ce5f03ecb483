"""The keys of the findings as JSON: scripts of other people read them, so none may change its name."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.findings_json import to_json
from lib.insight.findings import Findings
from lib.records.workbook import Workbook
from lib.store import Store

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
TODAY = date(2026, 12, 31)
CHANGE = "dimension label n verdict change low high raw chance smallest sentence"
FINDING = "factor label cut strength yes_with yes no_with no sentence"
CALIBRATION = "expected yes judged bias boldness brier base gain decomposition groups curve n sentence"
FUNNEL = {
    "": "n steps sentence",
    ".steps": "label n went_on rejected no_reply withdrew waiting conversion sentence",
    ".steps.conversion": "yes n share low high",
}
KEYS = {
    "": "skills overall separators forecast waiting funnel themes plans prepared asked",
    ".skills": CHANGE,
    ".overall": f"{CHANGE} rated next_at carried_over warning",
    ".separators": "verdict factor n answered checked chance next_at sentence finding look_next silence_as_no",
    ".separators.finding": FINDING,
    ".separators.look_next": FINDING,
    ".separators.silence_as_no": "verdict factor n sentence",
    ".forecast": f"{CALIBRATION} verdict open broken late silence_as_no",
    ".forecast.bias": "direction p beyond_chance",
    ".forecast.boldness": "direction p beyond_chance",
    ".forecast.decomposition": "miscalibration discrimination uncertainty miscalibration_by_chance",
    ".forecast.groups": "mean yes n low high",
    ".forecast.silence_as_no": CALIBRATION,
    ".waiting": "verdict n silent check_in_day no_reply_day sentence curve assumption assumption_sentence processes",
    ".waiting.processes": "application_id company days chance low high suggests_no_reply sentence",
    ".funnel": "applications stages",
    **{f".funnel.{of}{place}": keys for of in ("applications", "stages") for place, keys in FUNNEL.items()},
    ".themes": "n well badly lessons sentence",
    **{f".themes.{side}": "words n of" for side in ("well", "badly", "lessons")},
    ".plans": "n kept sentence",
    ".prepared": "n sentence",
    ".asked": "n sentence",
}


def keys_of(value: Any, place: str = "") -> dict[str, set[str]]:
    """The keys of each object in it, by its place."""
    if isinstance(value, list):
        return {at: keys for entry in value for at, keys in keys_of(entry, place).items()}
    if not isinstance(value, dict):
        return {}
    return {place: set(value)} | {
        at: keys for key, entry in value.items() for at, keys in keys_of(entry, f"{place}.{key}").items()
    }


@pytest.fixture
def sample(tmp_path: Path) -> dict[str, Any]:
    return to_json(Findings(Store(SAMPLE, tmp_path).load().workbook, TODAY, dates=DAY_FIRST))


def test_the_keys_are_those_that_scripts_know(sample: dict[str, Any]) -> None:
    found = keys_of(sample)

    known = {place: set(keys.split()) for place, keys in KEYS.items()}
    assert {place: keys for place, keys in found.items() if not place.startswith(".forecast.silence_as_no.")} == known


def test_a_workbook_without_a_row_has_the_same_keys_at_the_top() -> None:
    found = keys_of(to_json(Findings(Workbook(), TODAY, dates=DAY_FIRST)))

    assert all(found[place] == set(keys.split()) for place, keys in KEYS.items() if place in found)
    assert {".overall", ".separators", ".forecast", ".waiting"} <= set(found)


def test_every_fraction_has_four_digits_at_most(sample: dict[str, Any]) -> None:
    fractions: list[str] = []
    json.loads(json.dumps(sample), parse_float=fractions.append)

    assert fractions
    assert [number for number in fractions if len(number.partition(".")[2]) > 4 and "e" not in number] == []
