"""The one table of the kinds of task."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import lib
from lib.followup.kinds import TASK_KINDS
from lib.followup.rules import derive_all
from lib.records.ask import Ask
from lib.records.vocabulary import TaskKind
from tests.followup.searches import ADA, interview, met, plan, snapshot, workbook

LIB = Path(lib.__file__).parent


def test_each_kind_of_task_has_its_entry_once() -> None:
    assert sorted(TASK_KINDS) == sorted(get_args(TaskKind))


def test_each_kind_of_task_has_its_rule_or_is_added_by_hand() -> None:
    assert [kind.name for kind in TASK_KINDS.values() if not kind.rule] == ["own"]


def test_a_new_kind_has_its_entry_alone_and_no_module_lists_kinds_by_name() -> None:
    listed = {
        path.relative_to(LIB).as_posix(): sorted(names)
        for path in LIB.rglob("*.py")
        for names in collections_in(ast.parse(path.read_text("utf-8")))
        if len(names) > 1 and names <= set(TASK_KINDS)
    }
    assert listed == {}


def collections_in(tree: ast.Module) -> Iterator[set[object]]:
    """What each set, tuple, list and mapping of a module holds, or its keys; a type's words are left out."""
    types = {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict) and id(node) not in types:
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            yield {part.value if isinstance(part, ast.Constant) else part for part in parts}


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
