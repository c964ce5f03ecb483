"""The one table of the kinds of task."""

from typing import get_args

from lib.followup.kinds import KINDS
from lib.followup.rules import derive_all
from lib.records.ask import Ask
from lib.records.vocabulary import TaskKind
from tests.followup.searches import ADA, interview, met, plan, snapshot, workbook


def test_each_kind_of_task_has_its_entry_once() -> None:
    assert sorted(KINDS) == sorted(get_args(TaskKind))


def test_each_kind_of_task_carries_out_a_practice_or_is_added_by_hand() -> None:
    assert [kind.name for kind in KINDS.values() if not (kind.practices and kind.rule)] == ["own"]


def test_each_task_gives_the_reason() -> None:
    asks = Ask(id="as-1", person_id="pe-ada", application_id="ap-k", kind="reference")
    found = list(
        derive_all(snapshot(workbook(interview(reply_by="2026-11-20", unsaid="x"), met(ADA), asks), "2026-11-24 09:00"))
    )

    assert len(found) >= 3
    for due in found:
        assert due.why.endswith((".", "?"))


def test_a_task_of_my_own_has_no_rule() -> None:
    assert plan(workbook(), "2026-11-20 09:00").tasks == ()
