"""Dismissing a claim's question for good, and reopening it; the claim itself stays as it is."""

from collections.abc import Collection
from datetime import datetime

from lib.dates import DateStyle
from lib.practice.consistency import Consistency, OpenQuestion, claim_key, reminders_before_rounds
from lib.records.application import same_company
from lib.records.claim import Claim
from lib.records.interview import Interview, chronological
from lib.records.setting import Setting
from lib.records.workbook import Workbook
from lib.store import LoadedWorkbook, Receipt, Store
from lib.workflows.errors import Gone

DISMISSED_KEY = "dismissed_claims"
"""The setting that holds the ids of the claims whose question was dismissed, one per line."""


def dismissed_claims(workbook: Workbook) -> tuple[str, ...]:
    """The ids of the claims whose question was dismissed, in that order, each once."""
    lines = (line.strip() for line in workbook.setting(DISMISSED_KEY).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def coming_rounds(workbook: Workbook, now: datetime, dates: DateStyle) -> tuple[Consistency, ...]:
    """What to remember before each next round, without dismissed questions; the soonest round first."""
    return reminders_before_rounds(workbook, now, dismissed_claims(workbook), dates=dates)


def before_round(workbook: Workbook, interview: Interview, now: datetime, dates: DateStyle) -> Consistency | None:
    """What to remember before this very round; None if it is not ahead, or there was none at the company before."""
    application = workbook.application(interview.application_id)
    if application is None or interview.state != "scheduled":
        return None
    return next(
        (
            found
            for found in coming_rounds(workbook, now, dates=dates)
            if same_company(found.company, application.company)
            and chronological(found.interview) <= chronological(interview)
        ),
        None,
    )


def questions_aside(workbook: Workbook, now: datetime, dates: DateStyle) -> tuple[OpenQuestion, ...]:
    """The questions that would be asked before the next rounds, had they not been dismissed."""
    still_open = {one for found in coming_rounds(workbook, now, dates=dates) for one in found.questions}
    asked = (one for found in reminders_before_rounds(workbook, now, dates=dates) for one in found.questions)
    return tuple(one for one in asked if one not in still_open)


def dismiss_claim(store: Store, claim_id: str, now: datetime) -> Receipt:
    """Dismiss a claim's question for good. Raises ``Gone`` if the claim was deleted, and what the store raises."""
    loaded = store.load_whole()
    _known(loaded, claim_id)
    return _keep(store, loaded, "A question no longer asked", (*dismissed_claims(loaded.workbook), claim_id), now)


def take_claim_up(store: Store, claim_id: str, now: datetime, dates: DateStyle) -> Receipt:
    """Let a claim's question be asked again, in whichever round there its words were dismissed.

    Raises ``Gone`` if the claim was deleted, and what the store raises.
    """
    loaded = store.load_whole()
    same = _same_there(loaded.workbook, _known(loaded, claim_id), now, dates=dates)
    kept = tuple(one for one in dismissed_claims(loaded.workbook) if one not in same)
    return _keep(store, loaded, "A question asked again", kept, now)


def _known(loaded: LoadedWorkbook, claim_id: str) -> Claim:
    claim = loaded.workbook.find(Claim, claim_id)
    if claim is None:
        raise Gone("This claim")
    return claim


def _same_there(workbook: Workbook, claim: Claim, now: datetime, dates: DateStyle) -> Collection[str]:
    """The ids of the claim and of the same words in other rounds at its company, if a next round is ahead."""
    claims = [[made.claim for made in found.claims] for found in reminders_before_rounds(workbook, now, dates=dates)]
    there = next((said for said in claims if claim in said), [claim])
    return {entry.id for entry in there if claim_key(entry) == claim_key(claim)}


def _keep(store: Store, loaded: LoadedWorkbook, label: str, claim_ids: tuple[str, ...], now: datetime) -> Receipt:
    """Write the setting; ids of claims that are gone are left out of it."""
    known = {entry.id for entry in loaded.workbook.claims}
    value = "\n".join(dict.fromkeys(claim_id for claim_id in claim_ids if claim_id in known))
    put = (Setting(key=DISMISSED_KEY, value=value),)
    return store.commit(loaded.transaction(label, put), now)
