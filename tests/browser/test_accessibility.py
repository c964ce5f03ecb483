"""axe finds nothing serious on the screens that no address opens by itself; test_places looks at all others."""

import shutil

import pytest

from tests.browser.axe import findings
from tests.browser.chromium import SCHEMES, Scheme
from tests.browser.conftest import Windows
from tests.browser.person import Person
from tests.browser.server import ROOT, Server


@pytest.fixture(params=SCHEMES)
def person(request: pytest.FixtureRequest, windows: Windows, workbook: Server) -> Person:
    """Someone who looks through the sample, in the light or in the dark."""
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    scheme: Scheme = request.param
    return Person(windows(scheme=scheme), workbook.url)


def test_axe_finds_nothing_serious_in_a_sitting(person: Person) -> None:
    person.visit("/practice").key("b")
    assert findings(person.page) == []
    person.key("s")
    assert findings(person.page) == []
