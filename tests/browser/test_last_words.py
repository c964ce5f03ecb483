"""In every kind of form: words typed right before the click on its button, without leaving the box, are in the file."""

import pytest

from lib.records.decision import Decision
from lib.store import Transaction
from tests.browser.entries import begun, debriefed, store_of
from tests.browser.person import Person, drafts
from tests.browser.server import Server
from tests.chance import CHANCE
from tests.conftest import NOW
from tests.workflows.owed import TOPICS, met_three, owed

PAUSES = (0, 20, 50, 100, 300)
"""Milliseconds between the last letter and the click: how long the hand takes, not how long the app does.

The debrief is tried with each of them; every other form with one, and with --long with each."""
KINDS = ("debrief", "upcoming", "message", "edit", "outcome", "scoring", "record")


def opened(server: Server, kind: str, number: int) -> tuple[str, str, str, str]:
    """Where that form is, the box to type in, its button, and the file that holds the words then."""
    if kind == "debrief":
        return f"/debrief?draft={begun(server).id}", "One thing to do differently", "Save the debrief", "plans.csv"
    if kind == "upcoming":
        return "/debrief?new=upcoming", "Company", "Save", ""
    if kind == "message":
        met_three(store_of(server), seed=CHANCE.randrange(1 << 30))
        task = owed(store_of(server), f"Thank {list(TOPICS)[number % 3]}")
        return f"/follow_up?task={task.id}", "Message", "Mark as sent", "tasks.csv"
    interview = debriefed(server)
    if kind == "edit":
        return f"/journal?debrief={interview}&part=notes", "What went well?", "Save", "interviews.csv"
    store = store_of(server)
    if kind == "outcome":
        saved = store.load().workbook.interview(interview)
        assert saved
        told = saved.changed(outcome="rejected", outcome_on="2026-11-20")
        store.commit(Transaction("Set up", put=(told,), row_versions=store.load().row_versions_of((told,))), NOW)
        return f"/journal?debrief={interview}&part=outcome", "What did they say?", "Save", "interviews.csv"
    job = store.load().workbook.interviews[-1].application_id
    if kind == "scoring":
        return f"/decide?application={job}&part=score", "Why?", "Save", "fit.csv"
    made = Decision(id=f"de-{number}", application_id=job, decided_at=NOW, choice="hold")
    store.commit(Transaction("Set up", put=(made,)), NOW)
    return f"/decide?form=decision&draft={made.id}--x", "What are your reasons?", "Save", "decisions.csv"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", KINDS)
def test_the_last_words_before_the_click_are_saved(workbook: Server, person: Person, kind: str, is_long: bool) -> None:
    one = KINDS.index(kind) % len(PAUSES)
    for number in range(len(PAUSES)) if is_long or kind == "debrief" else [one]:
        pause = PAUSES[number]
        place, box, button, file = opened(workbook, kind, number)
        words = f"Last words after {pause} ms"
        person.visit(place)
        if kind == "message":
            person.press("Edit")
        field = person.field(box).first
        field.fill(f"{field.input_value()} ")
        field.press_sequentially(words)
        person.page.wait_for_timeout(pause)
        person.press(button)
        kept = (workbook.data / file).read_text("utf-8-sig") if file else str(drafts(workbook.data))
        assert words in kept, f"{kind} after {pause} ms"
