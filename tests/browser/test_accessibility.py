"""axe finds nothing serious on any page, in the light and in the dark."""

import shutil
from importlib.resources import files

import axe_playwright_python
import pytest

from tests.browser.chromium import SCHEMES, Scheme
from tests.browser.conftest import Windows
from tests.browser.entries import begun
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

AXE = files(axe_playwright_python).joinpath("axe.min.js").read_text("utf-8")
RUN = """async () => {
    const found = await axe.run(document, { resultTypes: ["violations"] });
    // Streamlit's own menu puts the headings of its sections between the items of one list.
    const ofTheMenu = (node) => document.querySelector(node.target[0])?.closest('[data-testid="stSidebarNav"]');
    // In the dark one green serves Streamlit for white words on it (4.6 to 1), as the words of a chosen pill (3.4),
    // and as the number above the thumb of a slider (3.8).
    const green = '[data-selected], [data-testid="stSliderThumbValue"]';
    const isChosen = (node) => document.querySelector(node.target[0])?.closest(green);
    // Streamlit draws the key of a shortcut at 60 % of the button's words: 2.9 to 1 on the main one.
    const isHint = (node) => node.html.startsWith("<kbd");
    return found.violations.filter((each) => ["serious", "critical"].includes(each.impact))
        .flatMap((each) => each.nodes.filter((node) => !(each.id.startsWith("list") && ofTheMenu(node)))
            .filter((node) => !(each.id === "color-contrast" && (isChosen(node) || isHint(node))))
            .map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary.split("\\n")[1]}`));
}"""
PAGES = (
    *("/", "/debrief", "/journal", "/follow_up", "/learn", "/search", "/settings"),
    *(f"/practice?view={view}" for view in ("practise", "bank", "stories", "rounds", "progress")),
    *(f"/decide?view={view}" for view in ("job", "criteria", "criteria&part=swing", "decisions")),
    *(f"/decide?application=ap-zzskvwmm&view=job{part}" for part in ("", "&part=score")),
    *(f"/data?view={view}" for view in ("in", "out", "backups", "check", "erase")),
)


def findings(person: Person, path: str) -> list[str]:
    return found_now(person.visit(path))


def found_now(person: Person) -> list[str]:
    person.page.evaluate(AXE)
    found: list[str] = person.page.evaluate(RUN)
    return found


@pytest.fixture(params=SCHEMES)
def person(request: pytest.FixtureRequest, windows: Windows, workbook: Server) -> Person:
    """Someone who looks through the sample, in the light or in the dark."""
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    scheme: Scheme = request.param
    return Person(windows(scheme=scheme), workbook.url)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious_on_a_page(person: Person, path: str) -> None:
    assert findings(person, path) == []


@pytest.mark.parametrize("screen", ["which", "asked", "next"])
def test_axe_finds_nothing_serious_on_a_screen_of_the_debrief(person: Person, workbook: Server, screen: str) -> None:
    assert findings(person, f"/debrief?draft={begun(workbook, screen).id}") == []


@pytest.mark.parametrize("part", ["", "&part=ratings", "&part=outcome"])
def test_axe_finds_nothing_serious_in_a_debrief(person: Person, workbook: Server, part: str) -> None:
    done = [row["id"] for row in rows(workbook.data, "interviews") if row["state"] == "done"][-1]
    assert findings(person, f"/journal?debrief={done}{part}") == []


@pytest.mark.parametrize("view", ["topic", "story"])
def test_axe_finds_nothing_serious_on_a_question_or_a_story(person: Person, workbook: Server, view: str) -> None:
    table = {"topic": "topics", "story": "stories"}[view]
    first = rows(workbook.data, table)[0]["id"]
    assert findings(person, f"/practice?{view}={first}") == []


def test_axe_finds_nothing_serious_in_a_sitting(person: Person) -> None:
    person.visit("/practice").key("b")
    assert found_now(person) == []
    person.key("s")
    assert found_now(person) == []
