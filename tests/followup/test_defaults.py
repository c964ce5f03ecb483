"""Each default number of days has one place, which the rules and their sentences share."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from lib import followup

FOLDER = Path(followup.__file__).parent
SPAN = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|ten|\d+) (?:business )?(?:days?|hours|weeks)|a (?:week|month))\b"
)


def sentences(path: Path) -> Iterator[str]:
    """The texts of a file but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs)
    yield from (node.value for node in texts if isinstance(node.value, str))


def test_no_sentence_of_follow_up_has_a_number_of_days_of_its_own() -> None:
    found = {
        path.name: hits for path in FOLDER.glob("*.py") if (hits := SPAN.findall(" ".join(sentences(path)).lower()))
    }

    assert found == {}
