"""Two tabs over one workbook, and chance: after each act the files hold what a model says, and nothing twice."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from streamlit.testing.v1 import AppTest

from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, plain
from tests.workflows.evening import debriefed

FIELDS = ("went_well", "went_badly", "unsaid")
OUTCOMES = ("pending", "advanced", "rejected")


@dataclass(frozen=True)
class Entry:
    """What a debrief says."""

    notes: tuple[str, ...] = ("", "", "")
    outcome: str | None = None

    def with_notes(self, typed: dict[str, str]) -> "Entry":
        return replace(self, notes=tuple(typed.get(name, old) for name, old in zip(FIELDS, self.notes, strict=True)))


@dataclass
class Soak:
    """The two tabs, the files, and what they should hold."""

    store: Store
    tabs: tuple[AppTest, AppTest]
    chance: Random
    companies: list[str] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    typed: int = 0

    def one(self) -> AppTest:
        return self.chance.choice(self.tabs)

    def entry(self) -> str:
        return self.chance.choice(sorted(self.entries))

    def words(self) -> dict[str, str]:
        """New words for one or two of the notes."""
        self.typed += 1
        return {name: f"{name}, said {self.typed}" for name in self.chance.sample(FIELDS, self.chance.choice([1, 2]))}

    def differences(self) -> list[str]:
        """Where the files and the model disagree."""
        loaded = self.store.load()
        there = {
            one.id: Entry((one.went_well, one.went_badly, one.unsaid), one.outcome)
            for one in loaded.workbook.interviews
        }
        companies = sorted(one.company for one in loaded.workbook.applications)
        found = [] if companies == sorted(self.companies) else [f"applications: {companies}"]
        found += [str(problem) for problem in loaded.problems] + [loaded.read_only] * bool(loaded.read_only)
        return found + [
            f"{one}: {there.get(one)}" for one in {*there, *self.entries} if there.get(one) != self.entries.get(one)
        ]


def go(app: AppTest, page: str, **address: str) -> AppTest:
    """The tab at another address of the app."""
    app.switch_page(f"pages/{page}.py")
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def add_an_application(soak: Soak) -> None:
    company = f"Company {len(soak.companies)}"
    app = go(soak.one(), "more/search", form="application")
    click(answer(app, company=company, role="Analyst"), "save")
    soak.companies.append(company)


def edit_in_one_tab(soak: Soak) -> None:
    wanted, typed = soak.entry(), soak.words()
    click(answer(go(soak.one(), "main/journal", debrief=wanted, part="notes"), **typed), "save")
    soak.entries[wanted] = soak.entries[wanted].with_notes(typed)


def edit_in_both_tabs(soak: Soak) -> None:
    wanted, first, second = soak.entry(), soak.words(), soak.words()
    one, other = soak.chance.sample(soak.tabs, 2)
    go(one, "main/journal", debrief=wanted, part="notes")
    go(other, "main/journal", debrief=wanted, part="notes")
    answer(one, **first)
    answer(other, **second)
    click(one, "save")
    click(other, "save")
    soak.entries[wanted] = soak.entries[wanted].with_notes(first)
    if not set(first) & set(second):
        soak.entries[wanted] = soak.entries[wanted].with_notes(second)
    elif soak.chance.random() < 0.5:
        click(other, "save over")
        soak.entries[wanted] = soak.entries[wanted].with_notes(second)
    else:
        click(other, "keep theirs")


def record_an_outcome(soak: Soak) -> None:
    wanted, outcome = soak.entry(), soak.chance.choice(OUTCOMES)
    app = go(soak.one(), "main/journal", debrief=wanted, part="outcome")
    if soak.entries[wanted].outcome == outcome:
        return
    click(answer(app, outcome=outcome, outcome_on=date(2026, 11, 20)), "save")
    soak.entries[wanted] = replace(soak.entries[wanted], outcome=outcome)


def delete_and_perhaps_undo(soak: Soak) -> None:
    wanted = soak.entry()
    one, other = soak.chance.sample(soak.tabs, 2)
    click(go(one, "main/journal", debrief=wanted), "yes delete")
    assert "not in the workbook" in plain(go(other, "main/journal", debrief=wanted))
    if len(soak.entries) < 3 or soak.chance.random() < 0.7:
        next(button for button in other.button if str(button.key).startswith("undo ")).click().run()
    else:
        del soak.entries[wanted]


def look_around(soak: Soak) -> None:
    go(soak.one(), soak.chance.choice(["main/today", "main/learn", "main/follow_up", "more/practice"]))


ACTS = (
    add_an_application,
    edit_in_one_tab,
    edit_in_both_tabs,
    record_an_outcome,
    delete_and_perhaps_undo,
    look_around,
)


def test_after_every_act_in_either_tab_the_files_hold_what_was_said(tab: Open, store: Store, is_long: bool) -> None:
    for number in range(5):
        debriefed(store, seed=number + 1, company=f"Company {number}")
    begun = store.load().workbook
    soak = Soak(store, (tab(), tab()), Random(20261120))
    soak.companies += [one.company for one in begun.applications]
    soak.entries |= {one.id: Entry(outcome=one.outcome) for one in begun.interviews}
    for number in range(500 if is_long else 50):
        act = soak.chance.choice(ACTS)
        act(soak)
        assert soak.differences() == [], f"act {number}: {act.__name__}"
