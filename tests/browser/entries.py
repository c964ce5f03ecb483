"""Entries laid into a server's folder as if they had been made in the app before."""

from collections.abc import Mapping
from dataclasses import replace

from lib.store import Draft, JsonValue, Store
from lib.workflows.drafts.debrief import begin_debrief
from lib.workflows.drafts.upcoming import begin_upcoming, save_upcoming
from tests.browser.server import Server
from tests.chance import CHANCE
from tests.conftest import NOW
from tests.day_first import save_debrief

TONIGHT: Mapping[str, JsonValue] = {
    "company": "Northwind",
    "role": "Data engineer",
    "date": "2026-11-20",
    "time": "14:00",
    "stage": "technical",
    "interest_after": "7",
    "asked": "Why us?\nHow would you design a rate limiter?",
    "hard": ["How would you design a rate limiter?"],
    "went_well": "Calm",
    "went_badly": "Rambled",
    "unsaid": "On-call work",
    "forecast": "60",
}
"""The answers of an ordinary evening."""


def store_of(server: Server) -> Store:
    return Store(server.data, server.home)


def begun(server: Server, screen: str = "next", **answers: JsonValue) -> Draft:
    """A debrief in which all of tonight's answers are given, and not saved yet."""
    store = store_of(server)
    draft = begin_debrief(store.load().workbook, "", NOW, CHANCE)
    return store.drafts.save(replace(draft, screen=screen, values={**TONIGHT, **answers}), NOW)


def debriefed(server: Server, **answers: JsonValue) -> str:
    """A saved debrief; returns its id."""
    draft = begun(server, **answers)
    save_debrief(store_of(server), draft, NOW, NOW.astimezone().tzinfo or NOW.tzinfo)  # type: ignore[arg-type]
    return draft.record_id


def expected(server: Server, day: str, **answers: JsonValue) -> str:
    """An interview entered in advance; returns its id."""
    draft = begin_upcoming(CHANCE)
    answers = {"company": "Contoso", "role": "Analyst", "date": day, "time": "09:00", "stage": "panel", **answers}
    draft = replace(draft, values={**draft.values, **answers})
    save_upcoming(store_of(server), draft, NOW, NOW.tzinfo)  # type: ignore[arg-type]
    return draft.record_id
