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


def explained() -> dict[str, str]:
    """Each default with its docstring, the text right after it; empty without one."""
    body = ast.parse((FOLDER / "defaults.py").read_text("utf-8")).body
    following = [*body[1:], ast.Pass()]
    return {
        node.targets[0].id: after.value.value
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str)
        else ""
        for node, after in zip(body, following, strict=True)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def test_each_default_has_its_unit_in_its_name_and_explains_it() -> None:
    units = {"_BUSINESS_DAYS": "Business days ", "_DAYS": "ays ", "_HOURS": "Hours ", "MESSAGES_AT_MOST": "Messages "}

    for name, text in explained().items():
        unit = next((unit for unit in units if name.endswith(unit)), None)
        assert unit, name
        assert units[unit] in text, name


def test_calendar_days_are_not_called_business_days() -> None:
    wrong = [name for name, text in explained().items() if "usiness" in text and "_BUSINESS_DAYS" not in name]
    assert wrong == []
