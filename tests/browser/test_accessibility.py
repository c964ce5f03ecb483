"""axe finds nothing serious on the screens that no address opens by itself; test_routes looks at all others."""

import shutil

from tests.browser.axe import findings
from tests.browser.chromium import SCHEMES
from tests.browser.person import Person
from tests.browser.server import ROOT, Server


def test_axe_finds_nothing_serious_in_a_sitting_in_the_light_or_in_the_dark(person: Person, workbook: Server) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    person.visit("/practice")
    for key in ("b", "s"):
        person.key(key)
        for scheme in SCHEMES:
            person.page.emulate_media(color_scheme=scheme)
            assert findings(person.rest().page) == [], scheme
