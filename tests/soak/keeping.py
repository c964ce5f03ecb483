"""Tasks, practice, imports, deletions and undos."""

from collections.abc import Callable

from tests.pages.routes import pages
from tests.soak.correcting import an_interview
from tests.soak.debriefing import TODAY
from tests.soak.model import anything, read
from tests.soak.soak import Soak
from tests.soak.tabs import Tab

STATUS = {"done": "done", "dismiss": "dropped", "tomorrow": "snoozed"}
GRADES = ("again", "hard", "good", "easy")
OFFERED = 10
"""So many changes are offered to be taken back."""
PAGES = pages()
FILES = {
    "quill.csv": "company,role,applied\nQuill,Analyst,2026-10-30\nTessera,Lead,2026-10-31\n",
    "oak.csv": "company,role,applied\nOakline,Analyst,2026-11-02\n",
}


def settle_a_task(soak: Soak) -> bool:
    tab = soak.one().visit("main/follow_up")
    tasks = tab.tasks()
    if not tasks:
        return False
    task, way = soak.chance.choice(tasks), soak.chance.choice(list(STATUS))
    _settle(soak, tab, task, way)
    return True


def _settle(soak: Soak, tab: Tab, task: str, way: str) -> None:
    soak.note(f"the task {task}: {way}")
    row = soak.model.tables.get("tasks", {}).get((task,))
    tab.press(f"{way} {task}")
    done = {"done_at": _today, "snoozed_until": ""} if way != "tomorrow" else {"snoozed_until": "2026-11-21"}
    if row is None:
        named = ("kind", "rule", "application_id", "interview_id", "person_id", "due_at")
        free = dict.fromkeys(named, anything)
        soak.model.add("tasks", status=STATUS[way], **{**free, **done, "id": task.__eq__})
    else:
        done |= {"due_at": anything} if way != "tomorrow" else {"done_at": ""}
        soak.model.change("tasks", task, status=STATUS[way], **done)
    if way == "done" and (promise := _promise_of(soak, task)):
        soak.model.change("promises", promise, kept_on=TODAY)
    soak.model.saved(can_be_taken_back=True)


def _today(text: str) -> bool:
    return text.startswith(TODAY)


def _promise_of(soak: Soak, task: str) -> str:
    """The promise that a task is about, by the file; empty where it is about none."""
    row = read(soak.model.folder)[0]["tasks"][(task,)]
    return row["rule"].partition(":")[2] if row["kind"] == "promise" else ""


def settle_one_task_in_both_tabs(soak: Soak) -> bool:
    one, other = soak.both()
    other.visit("main/follow_up")
    tasks = one.visit("main/follow_up").tasks()
    if not tasks:
        return False
    task = soak.chance.choice(tasks)
    _settle(soak, one, task, "done")
    other.press(f"dismiss {task}")
    return True


def open_a_task_again(soak: Soak) -> bool:
    tab = soak.one().visit("main/follow_up")
    settled = tab.settled_tasks()
    if not settled:
        return False
    task = soak.chance.choice(settled)
    soak.note(f"the task {task}")
    row = dict(soak.model.row("tasks", task))
    tab.press(f"take up {task}")
    soak.model.change("tasks", task, status="open", done_at="", snoozed_until="")
    if row["kind"] == "promise" and row["status"] == "done":
        soak.model.change("promises", row["rule"].partition(":")[2], kept_on="")
    soak.model.saved(can_be_taken_back=True)
    return True


def practise(soak: Soak) -> bool:
    tab = soak.one()
    question = _shown(tab)
    if not question:
        return False
    _grade(soak, tab, question)
    _leave(tab)
    return True


def practise_one_question_in_both_tabs(soak: Soak) -> bool:
    one, other = soak.both()
    question = _shown(one)
    if not question:
        return False
    assert _shown(other) == question
    _grade(soak, one, question)
    _grade(soak, other, question)
    assert other.says("In another window you graded the same question")
    _leave(one)
    _leave(other)
    return True


def _shown(tab: Tab) -> str:
    """The first question of a sitting, its best answer shown; empty where nothing is to be practised."""
    tab.visit("more/practice")
    way_in = next((button for button in ("begin", "one more") if tab.offers(button)), "")
    if not way_in:
        return ""
    question = tab.press(way_in).title()
    tab.press("show answer")
    return question


def _grade(soak: Soak, tab: Tab, question: str) -> None:
    grade = soak.chance.choice(GRADES)
    soak.note(f"{question}: {grade}")
    tab.press(f"grade {grade}")

    def that(text: str) -> bool:
        return soak.model.row("questions", text)["text"] == question

    soak.model.add("practice", question_id=that, reviewed_at=_today, grade=grade, minutes=anything)
    soak.model.saved(can_be_taken_back=True)


def _leave(tab: Tab) -> None:
    if tab.offers("end"):
        tab.press("end")
    tab.press("leave sitting")


def bring_a_file_in(soak: Soak) -> bool:
    name = soak.chance.choice(list(FILES))
    tab = soak.one().visit("more/data", view="in")
    tab.upload(name, FILES[name])
    there = {row["company"] for row in soak.model.rows("applications")}
    rows = [line.split(",") for line in FILES[name].splitlines()[1:]]
    if rows[0][0] in there:
        soak.note(f"{name} again")
        assert tab.says("Nothing of it is new.")
        assert not tab.offers("bring in")
        return True
    soak.note(name)
    tab.press("bring in")
    for company, role, applied in rows:
        known = {"status": "applied", "status_on": applied, "import_ref": anything}
        soak.model.add("applications", company=company, role=role, applied_on=applied, **known)
        whose = _named(soak, company)
        soak.model.add("activity", on=applied, kind="application", application_id=whose, company=company, note=role)
    soak.model.saved(can_be_taken_back=True)
    return True


def _named(soak: Soak, company: str) -> Callable[[str], bool]:
    return lambda text: soak.model.row("applications", text)["company"] == company


def take_back_the_last_change(soak: Soak) -> bool:
    return _take_back(soak, 0)


def take_back_an_earlier_change(soak: Soak) -> bool:
    return len(soak.model.changes) > 1 and _take_back(
        soak, soak.chance.randint(1, min(len(soak.model.changes), OFFERED) - 1)
    )


def _take_back(soak: Soak, back: int) -> bool:
    model, changes = soak.model, soak.model.changes
    if not changes:
        return False
    tab = soak.one().visit("main/journal")
    offered = tab.changes()
    assert len(offered) == min(len(changes), OFFERED)
    change = changes[-1 - back]
    is_last = model.is_as_left_by(change)
    tab.press(f"undo {offered[back]}")
    was_taken_back = model.take_back(change)
    soak.note(f"{back} back: {'taken back' if was_taken_back else 'was changed since'}")
    model.saved()
    assert tab.says("Undone:") == was_taken_back
    assert model.is_as_before(change) or not is_last, "Not every byte is as it was before"
    return True


def delete_in_both_tabs(soak: Soak) -> bool:
    interview_id = an_interview(soak)
    if not interview_id:
        return False
    one, other = soak.both()
    other.visit("main/journal", debrief=interview_id)
    one.visit("main/journal", debrief=interview_id).press("yes delete")
    soak.model.remove_interview(interview_id)
    soak.model.saved(can_be_taken_back=True)
    other.press("yes delete")
    soak.model.saved()
    assert other.says("is no longer in the workbook")
    other.visit("main/journal", debrief=interview_id)
    assert other.says("not in the workbook")
    return True


def delete_and_take_it_back(soak: Soak) -> bool:
    interview_id = an_interview(soak)
    if not interview_id:
        return False
    soak.one().visit("main/journal", debrief=interview_id).press("yes delete")
    soak.model.remove_interview(interview_id)
    soak.model.saved(can_be_taken_back=True)
    return _take_back(soak, 0)


def add_an_application(soak: Soak) -> bool:
    company = soak.words("company")
    tab = soak.one().visit("more/applications", form="application")
    tab.answer(company=company, role="Analyst").press("save")
    soak.model.add("applications", company=company, role="Analyst")
    soak.model.saved(can_be_taken_back=True)
    return True


def look_around(soak: Soak) -> bool:
    page = soak.chance.choice(PAGES)
    soak.note(page)
    for tab in soak.tabs:
        tab.visit(page)
    return True
