"""The practices that this part of the workbook carries out: each named by a test, those with a task by a rule too."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from lib.followup.kinds import KINDS

TESTS = Path(__file__).parents[1]
PRACTICES = (
    *(f"T{number}" for number in range(1, 7)),
    *(f"R{number}" for number in range(1, 4)),
    *(f"F{number}" for number in range(1, 8)),
    *("B1", "B2", "K1", "K2", "K3", "O1", "O2", "O3", "M1", "D3"),
)
NO_TASK = {"T4", "T5", "M1", "D3"}
"""The choice of a channel, the reading through, what helps while waiting and what was said of oneself are there on
the page, and no task."""


@cache
def named() -> frozenset[str]:
    """The practices in the names of tests, which end in them: ``test_everyone_met_is_thanked_t1``."""
    trees = (ast.parse(path.read_text("utf-8")) for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    names = (node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    found = (re.search(r"^test_.*_([dtrfbkom]\d)$", name) for name in names)
    return frozenset(match.group(1).upper() for match in found if match)


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_test_is_named_for_the_practice(practice: str) -> None:
    assert practice in named()


@pytest.mark.parametrize("practice", [practice for practice in PRACTICES if practice not in NO_TASK])
def test_a_kind_of_task_carries_the_practice_out(practice: str) -> None:
    assert practice in {carried for kind in KINDS.values() for carried in kind.practices}
