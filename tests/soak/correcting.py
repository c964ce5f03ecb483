"""Debriefs corrected and decided in either tab, in both, and beside the app."""

import csv
from io import StringIO

from tests.soak.debriefing import TODAY
from tests.soak.model import Row
from tests.soak.soak import Soak
from tests.soak.tabs import Tab

PARTS = {"notes": ("went_well", "went_badly", "unsaid"), "lesson": ("lesson",), "private": ("private_note", "mood")}
STATUS_AFTER = {"advanced": "interviewing", "rejected": "rejected", "no_reply": "no_reply", "offer": "offer"}
OUTCOMES = ("pending", *STATUS_AFTER)
CONFLICT = "This entry was changed somewhere else"


def an_interview(soak: Soak) -> str:
    """The id of any one; empty where there is none."""
    rows = soak.model.rows("interviews")
    found = soak.chance.choice(rows)["id"] if rows else ""
    soak.note(f"the interview {found or 'of nobody'}")
    return found


def a_part(soak: Soak) -> str:
    return soak.chance.choice(list(PARTS))


def some_words(soak: Soak, part: str) -> dict[str, str]:
    fields = PARTS[part]
    typed = {name: soak.words(name) for name in soak.chance.sample(fields, soak.chance.randint(1, len(fields)))}
    soak.note(", ".join(typed))
    return typed


def edit_in_one_tab(soak: Soak) -> bool:
    interview_id, part = an_interview(soak), a_part(soak)
    if not interview_id:
        return False
    typed = some_words(soak, part)
    tab = soak.one().visit("main/journal", debrief=interview_id, part=part).answer(**typed)
    if soak.chance.random() < 0.3:
        soak.note("reloaded in the midst")
        tab.reload()
        assert {name: tab.value(name) for name in typed} == typed
    soak.save(tab)
    soak.model.change("interviews", interview_id, **typed)
    soak.model.saved(can_be_taken_back=True)
    return True


def edit_in_both_tabs(soak: Soak) -> bool:
    interview_id, part = an_interview(soak), a_part(soak)
    if not interview_id:
        return False
    first, second = some_words(soak, part), some_words(soak, part)
    one, other = soak.both()
    one.visit("main/journal", debrief=interview_id, part=part)
    other.visit("main/journal", debrief=interview_id, part=part)
    one.answer(**first)
    other.answer(**second)
    one.press("save")
    soak.model.change("interviews", interview_id, **first)
    soak.model.drafts[f"{interview_id}--{part}"] = dict(second)
    soak.model.saved(can_be_taken_back=True)
    save_after_another(soak, other, interview_id, part, second, is_conflict=not set(first).isdisjoint(second))
    return True


def edit_while_the_file_changes(soak: Soak) -> bool:
    interview_id, part = an_interview(soak), a_part(soak)
    if not interview_id:
        return False
    typed = some_words(soak, part)
    tab = soak.one().visit("main/journal", debrief=interview_id, part=part).answer(**typed)
    column = soak.chance.choice(PARTS[part])
    soak.model.drafts[f"{interview_id}--{part}"] = dict(typed)
    write_a_cell(soak, "interviews", interview_id, column)
    save_after_another(soak, tab, interview_id, part, typed, is_conflict=column in typed)
    return True


def save_after_another(
    soak: Soak, tab: Tab, interview_id: str, part: str, typed: dict[str, str], is_conflict: bool
) -> None:
    """Saves words after somebody else has saved theirs: where both changed the same, the person is told and chooses."""
    tab.press("save")
    assert tab.says(CONFLICT) == is_conflict
    if is_conflict:
        soak.model.saved()
    del soak.model.drafts[f"{interview_id}--{part}"]
    if is_conflict and soak.chance.random() < 0.5:
        soak.note("theirs is kept")
        tab.press("keep theirs")
        soak.model.saved()
        return
    if is_conflict:
        soak.note("mine is saved over it")
        tab.press("save over")
    soak.model.change("interviews", interview_id, **typed)
    soak.model.saved(can_be_taken_back=True)


def set_a_correction_aside_and_bring_it_back(soak: Soak) -> bool:
    interview_id, part = an_interview(soak), a_part(soak)
    if not interview_id:
        return False
    typed = some_words(soak, part)
    tab = soak.one().visit("main/journal", debrief=interview_id, part=part).answer(**typed)
    tab.press("set aside")
    soak.model.saved()
    tab.press("Bring it back")
    soak.model.drafts[f"{interview_id}--{part}"] = dict(typed)
    soak.model.saved()
    tab = soak.one().visit("main/journal", debrief=interview_id, part=part)
    assert {name: tab.value(name) for name in typed} == typed
    tab.press("save")
    del soak.model.drafts[f"{interview_id}--{part}"]
    soak.model.change("interviews", interview_id, **typed)
    soak.model.saved(can_be_taken_back=True)
    return True


def change_a_file_from_outside(soak: Soak) -> bool:
    choices = {"interviews": ("went_well", "private_note"), "questions": ("better_answer",), "applications": ("notes",)}
    table = soak.chance.choice(list(choices))
    rows = soak.model.rows(table)
    if not rows:
        return False
    write_a_cell(soak, table, soak.chance.choice(rows)["id"], soak.chance.choice(choices[table]))
    return True


def write_a_cell(soak: Soak, table: str, row_id: str, column: str) -> None:
    """As another program does: it puts the cell in and leaves the rest, or writes the whole file in its own way."""
    path = soak.model.folder / f"{table}.csv"
    words = soak.words(f"{column} from outside")
    old = csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""))
    rows = [row | {column: words} if row["id"] == row_id else row for row in old]
    style = soak.chance.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
    soak.note(f"{column} of {row_id} written from outside{'' if style == csv.QUOTE_ALL else ', without quotes'}")
    new = StringIO(newline="")
    writer = csv.DictWriter(new, old.fieldnames or (), quoting=style)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(new.getvalue(), "utf-8-sig", newline="")
    soak.model.change(table, row_id, **{column: words})
    soak.model.saved()


def record_an_outcome(soak: Soak) -> bool:
    interview_id = an_interview(soak)
    if not interview_id:
        return False
    before = soak.model.row("interviews", interview_id)
    outcome = soak.chance.choice([each for each in OUTCOMES if each != before["outcome"]])
    soak.note(outcome)
    tab = soak.one().visit("main/journal", debrief=interview_id, part="outcome")
    tab.answer(outcome=outcome).press("save")
    status = _status_after(soak, before, outcome)
    day = "" if outcome == "pending" else TODAY
    soak.model.change("interviews", interview_id, outcome=outcome, outcome_on=day)
    if status:
        application = soak.model.row("applications", before["application_id"])
        soak.model.change("applications", application["id"], status=status, status_on=TODAY)
        moved = {"on": TODAY, "kind": "status", "application_id": application["id"], "company": application["company"]}
        soak.model.add("activity", note=status, **moved)
    soak.model.saved(can_be_taken_back=True)
    return True


def _status_after(soak: Soak, interview: Row, outcome: str) -> str:
    """The new status of the application; empty where it stays: it is that already, or a later interview has set it."""
    status = STATUS_AFTER.get(outcome, "")
    application = soak.model.row("applications", interview["application_id"])
    others = [row for row in soak.model.rows("interviews") if row["application_id"] == application["id"]]
    later = [row for row in others if _when(row) > _when(interview) and row["outcome"] not in ("", "pending")]
    return "" if later or application["status"] == status else status


def _when(interview: Row) -> tuple[str, str, str]:
    held_at = interview["held_at"]
    return held_at[:10], held_at if len(held_at) > 10 else "", interview["id"]
