"""The names that the texts of letters use: a misspelt one would only show in the branch that holds it."""

from importlib.resources import files

import pytest
from jinja2 import Environment, meta, nodes

from lib.followup.facts import Facts
from lib.followup.letter_fields import LetterFields

TEXTS = {text.name: text.read_text("utf-8") for text in files("lib.followup").joinpath("texts").iterdir()}
ENVIRONMENT = Environment()
ENVIRONMENT.filters |= dict.fromkeys(("or_blank", "listed", "sentence_case"), str)


def named_in(name: str) -> set[str]:
    parsed = ENVIRONMENT.parse(TEXTS[name])
    own = {found.name for found in parsed.find_all(nodes.Name) if found.ctx == "store"}
    return meta.find_undeclared_variables(parsed) - own


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_names_only_pieces_and_facts_that_exist(name: str) -> None:
    assert named_in(name) <= LetterFields.__dataclass_fields__.keys()
    found = ENVIRONMENT.parse(TEXTS[name]).find_all(nodes.Getattr)
    of_facts = {one.attr for one in found if isinstance(one.node, nodes.Name) and one.node.name == "facts"}
    assert of_facts <= {*dir(Facts), *Facts.__dataclass_fields__}


def test_every_piece_is_used_by_a_text() -> None:
    assert {name for text in TEXTS for name in named_in(text)} == LetterFields.__dataclass_fields__.keys()
