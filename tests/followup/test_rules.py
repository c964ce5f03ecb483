"""The one table of rules, held against the practices and against this folder's tests."""

from pathlib import Path
from typing import get_args

import pytest

from lib.followup.kinds import KINDS
from lib.followup.rules import derive_all
from lib.records.ask import Ask
from lib.records.vocabulary import TaskKind
from tests.followup.searches import ADA, interview, met, plan, scene, workbook

IN_THE_PLAN = (
    "T1",
    "T3",
    "T6",
    "R1",
    "R2",
    "R3",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "B1",
    "B2",
    "K1",
    "K2",
    "K3",
    "O1",
    "O2",
    "O3",
)


@pytest.mark.parametrize("practice", IN_THE_PLAN)
def test_each_practice_of_the_plan_has_a_rule(practice: str) -> None:
    assert any(practice in kind.practices for kind in KINDS.values())


@pytest.mark.parametrize("practice", [*IN_THE_PLAN, "M1"])
def test_each_practice_of_the_plan_is_named_by_a_test(practice: str) -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert f"def test_{practice.lower()}_" in sources


def test_each_kind_of_task_has_its_entry_once() -> None:
    assert sorted(KINDS) == sorted(get_args(TaskKind))


def test_each_kind_of_task_carries_out_a_practice_or_is_added_by_hand() -> None:
    assert [kind.name for kind in KINDS.values() if not (kind.practices and kind.rule)] == ["own"]


def test_each_task_gives_the_reason() -> None:
    asks = Ask(id="as-1", person_id="pe-ada", application_id="ap-k", kind="reference")
    found = list(
        derive_all(scene(workbook(interview(reply_by="2026-11-20", unsaid="x"), met(ADA), asks), "2026-11-24 09:00"))
    )

    assert len(found) >= 3
    for due in found:
        assert due.why.endswith((".", "?"))


def test_a_task_of_my_own_has_no_rule() -> None:
    assert plan(workbook(), "2026-11-20 09:00").tasks == ()
