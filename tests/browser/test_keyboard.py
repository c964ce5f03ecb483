"""Whoever presses Tab sees where they are, on each kind of control."""

from playwright.sync_api import expect

from tests.browser.entries import begun
from tests.browser.person import Person, drafts
from tests.browser.server import Server

PAGES = ("/", "/debrief?new=debrief", "/settings")
"""Between them they have a control of each make."""
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


def test_each_stop_of_tab_can_be_seen(person: Person) -> None:
    for path in PAGES:
        person.visit(path).page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
        stops = []
        for _ in range(STOPS):
            person.page.keyboard.press("Tab")
            stops.append(person.page.evaluate(LOOK))
        controls = [stop for stop in stops if stop]
        assert len({stop["name"] for stop in controls}) > 6, path
        assert [stop["name"] for stop in controls if not stop["seen"]] == [], path


def test_nothing_moves_for_whoever_asks_for_less_motion(person: Person) -> None:
    person.page.emulate_media(reduced_motion="reduce")
    longest = person.visit("/settings").page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].map((part) => getComputedStyle(part))
            .flatMap((style) => `${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat)))"""
    )
    assert longest <= 0.01


def test_ctrl_enter_in_a_box_goes_on_and_its_words_are_kept(person: Person, workbook: Server) -> None:
    begun(workbook, "went")
    person.visit().press("Continue").field("What went well?").fill("Calm, to the end")
    person.key("Control+Enter")
    expect(person.page.get_by_role("heading", name="What happens next?")).to_be_visible()
    assert [draft["values"]["went_well"] for draft in drafts(workbook.data)] == ["Calm, to the end"]


def test_d_begins_a_debrief_and_in_a_field_is_a_letter(person: Person) -> None:
    person.visit().key("d")
    expect(person.field("Company")).to_be_visible()
    person.field("Company").press("d")
    expect(person.field("Company")).to_have_value("d")
