"""What a letter names is written as a person writes it: no field label and no column name reaches an employer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from lib.decide import terms
from lib.followup.facts import Extras
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import draft_message
from lib.records import labels
from lib.records.application import Application
from lib.records.offer import Offer
from lib.workflows.entries.offers import terms_of
from tests.day_first import gather
from tests.followup.debriefs import WORKBOOK

TODAY = date(2026, 11, 20)
FIELDS = [field for field, _, _ in terms._ASKED]
KNOWN = {
    "in_writing": True,
    "duties": "the pipeline",
    "base": 60_000,
    "bonus": 5_000,
    "bonus_odds": 60,
    "signing": 1_000,
    "equity_yearly": 2_000,
    "benefits_yearly": 1_200,
    "expenses": "moving",
    "leave_days": 30,
    "weekly_hours": 40,
    "commute_minutes": 50,
    "conditions": "background check",
    "start_on": date(2027, 2, 1),
    "notice": "3 months",
    "decide_by": date(2026, 11, 27),
}


def letters(offer: Offer) -> Iterator[str]:
    """Every kind of letter in every channel, where this is what they offered."""
    application = Application(id="ap-a1", company="Kestrel Mills", role="Data Analyst", status="offer")
    book = replace(WORKBOOK, applications=(application,), offers=(offer,))
    facts = gather(book, TODAY, interview_id="iv-k1", person_id="pe-ada", extras=Extras(offer=terms_of(book, "ap-a1")))
    for kind in MESSAGES:
        for channel in TASK_KINDS[kind].channels:
            message = draft_message(kind, channel, facts)
            yield f"{message.subject}\n{message.body}"


def offer(*missing: str) -> Offer:
    known = {field: value for field, value in KNOWN.items() if field not in missing}
    return Offer(id="of-1", kind="offer", application_id="ap-a1", currency="EUR", **known)


@pytest.mark.parametrize("field", [*FIELDS, "all but the pay"])
def test_no_label_and_no_column_of_a_term_reaches_an_employer(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = tuple((one, f"Qlabel {one}", "Qquestion?") for one in FIELDS)
    monkeypatch.setattr(terms, "_ASKED", marked)
    missing = (field,) if field in FIELDS else tuple(one for one in FIELDS if one != "base")

    leak = re.compile("qlabel|qquestion|[a-z]_[a-z]", re.IGNORECASE)
    assert [text for text in letters(offer(*missing)) if leak.search(text)] == []


def test_no_label_of_any_choice_reaches_an_employer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "_LABELS", dict.fromkeys(labels._LABELS, "Qlabel"))

    assert [text for text in letters(offer("notice", "bonus")) if "qlabel" in text.casefold()] == []


def test_the_request_asks_for_what_is_not_known_as_one_would_ask() -> None:
    missing = tuple(field for field in FIELDS if field != "base")
    said = (line for text in letters(offer(*missing)) for line in text.splitlines())
    (asked,) = (line for line in said if line.startswith("Could you send me the offer in writing, including "))

    assert all(name in asked for name in ("working hours", "leave", "bonuses", "expenses"))


def test_what_a_letter_names_of_the_terms_are_terms() -> None:
    assert set(terms._IN_A_LETTER) <= set(FIELDS)
    assert set(terms._NO_TERM) <= set(FIELDS)
