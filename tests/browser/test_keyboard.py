"""Whoever presses Tab sees where they are, on every page."""

import pytest

from tests.browser.person import Person

PAGES = ("/", "/debrief?new=debrief", "/journal", "/learn", "/practice", "/settings")
STOPS = 24
LOOK = """async () => {
    const at = document.activeElement, looks = [];
    if (at === document.body || at.tagName === "MAIN") return null;  // the page itself, which the arrow keys scroll
    const name = `${at.tagName} ${at.ariaLabel || at.innerText || at.id}`.slice(0, 60);
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const look = async () => {
        await drawn();
        let found = "", part = at;
        for (let up = 0; up < 4 && part; up += 1, part = part.parentElement) {
            const style = getComputedStyle(part);
            found += [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
        }
        return found;
    };
    const focused = await look();
    at.blur();
    const left = await look();
    at.focus();
    await drawn();
    return { name, seen: focused !== left };
}"""


@pytest.mark.parametrize("path", PAGES)
def test_each_stop_of_tab_can_be_seen(person: Person, path: str) -> None:
    person.visit(path).page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    stops = []
    for _ in range(STOPS):
        person.page.keyboard.press("Tab")
        stops.append(person.page.evaluate(LOOK))
    controls = [stop for stop in stops if stop]
    assert len({stop["name"] for stop in controls}) > 6
    assert [stop["name"] for stop in controls if not stop["seen"]] == []
