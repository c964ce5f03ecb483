"""A note from the phone, brought as a file of each kind, looked at, added, and saved with its debrief."""

import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows
from tests.browser.entries import begun
from tests.browser.person import SAVED, Person, drafts, rows
from tests.browser.server import Server
from tests.capture.reading.files import keep, mail, memo, prompts, zipped

NOTE = "Why us?\nwent well: the demo"


def note(kind: str) -> str:
    return f"Why us, {kind}?"


FILES: Mapping[str, bytes] = {
    "note.txt": note("txt").encode("utf-16"),
    "note.md": b"---\ndate: 2026-11-20\n---\n" + note("md").encode(),
    "note.eml": mail(note("mail"), attached=("offer.pdf",)),
    "html.eml": mail(f"<p>{note('html')}<p>went well: the demo", "html"),
    "note.json": keep(note("keep")),
    "takeout.zip": zipped(
        {"Takeout/Keep/a.json": keep(note("takeout")), "Takeout/Keep/b.json": keep("x", isTrashed=True)}
    ),
    "_chat.txt": f"\u200e[20/11/2026, 09:15:32] Jo: {note('chat')}\r\n".encode(),
    "answers.ics": prompts(f"Asked:\n{note('answers')}\n\nHard:\n\nWent well:\nthe talk\n"),
    "memo.m4a": memo({"attributedString": {"runs": [note("memo"), 0]}}),
}
"""A file of each kind, each with a question that names it."""
QUESTIONS = [note(kind) for kind in ("txt", "md", "mail", "html", "keep", "takeout", "chat", "answers", "memo")]


def at_the_questions(person: Person, workbook: Server) -> Page:
    draft = begun(workbook, "asked", asked="", hard=[], went_well="", went_badly="", unsaid="")
    person.visit(f"/debrief?draft={draft.id}").page.get_by_text("Bring a note").click()
    return person.rest().page


def drop(person: Person, *files: tuple[str, bytes]) -> None:
    given = [{"name": name, "mimeType": "", "buffer": data} for name, data in files]
    person.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(given)  # type: ignore[arg-type]


def test_a_file_of_each_kind_comes_into_a_saved_debrief(person: Person, workbook: Server) -> None:
    page = at_the_questions(person, workbook)
    drop(person, *FILES.items())
    expect(page.get_by_text("Check where each line goes.")).to_be_visible()
    assert drafts(workbook.data)[0]["values"]["asked"] == ""

    person.rest().press("Add to the debrief")
    expect(person.field("Write them from memory")).to_have_value("\n".join(QUESTIONS))
    person.press("Next").press("Next").press("Save the debrief")
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    assert [row["text"] for row in rows(workbook.data, "questions")] == QUESTIONS
    assert [path for path in workbook.folder.rglob("*") if path.name in FILES] == []


def test_several_files_at_once_and_a_bad_one(person: Person, workbook: Server) -> None:
    page = at_the_questions(person, workbook)
    drop(person, ("a.txt", b"Why us?"), ("b.txt", b"Why leave?"), ("photo.jpg", b"\xff\xd8\xff\xe0 x"))
    expect(page.get_by_text("This is a picture.")).to_be_visible()
    person.rest().press("Add to the debrief")
    expect(person.field("Write them from memory")).to_have_value("Why us?\nWhy leave?")


def test_of_a_chat_of_eighty_megabytes_the_end_is_read(person: Person, workbook: Server, tmp_path: Path) -> None:
    page = at_the_questions(person, workbook)
    line = b"20/11/2026, 10:03 - Jo: a line of a chat that never ends\n"
    chat = tmp_path / "chat.txt"
    chat.write_bytes(line * (80_000_000 // len(line)))
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(chat)
    expect(page.get_by_text("This chat is 80 MB. Only its last 4 MB were read.")).to_be_visible(timeout=60_000)


def test_a_reload_clears_the_list_and_leaves_the_draft_as_it_was(person: Person, workbook: Server) -> None:
    page = at_the_questions(person, workbook)
    before = drafts(workbook.data)[0]["values"]
    drop(person, ("note.txt", NOTE.encode()))
    expect(page.get_by_text("Check where each line goes.")).to_be_visible()
    person.rest().reload()
    expect(page.get_by_text("Check where each line goes.")).to_have_count(0)
    assert drafts(workbook.data)[0]["values"] == before


def test_on_a_phone_nothing_runs_sideways_and_a_line_is_moved(windows: Windows, workbook: Server) -> None:
    person = Person(windows(width=390, height=844), workbook.url)
    page = at_the_questions(person, workbook)
    person.field("Paste your note").fill("Priya Raman, a word " + "very" * 40 + "\nthe parking was odd")
    person.press("Sort the note")
    wider = (
        "() => { const at = document.querySelector('[data-testid=stMain]'); return at.scrollWidth - at.clientWidth; }"
    )
    assert page.evaluate(wider) == 0

    person.choose(re.compile("Where “the parking"), "Went badly")
    person.press("Add to the debrief")
    assert drafts(workbook.data)[0]["values"]["went_badly"] == "the parking was odd"


def test_from_your_data_a_note_begins_a_debrief(person: Person, workbook: Server) -> None:
    page = person.visit("/data?view=note").page
    drop(person, ("note.md", FILES["note.md"]))
    expect(page.get_by_text("Check where each line goes.")).to_be_visible()
    person.rest().press("Add to the debrief")
    expect(page.get_by_role("heading", name="Which interview was it?")).to_be_visible()
    person.rest()
    assert drafts(workbook.data)[0]["values"]["date"] == "2026-11-20"
    assert drafts(workbook.data)[0]["values"]["asked"] == note("md")


def test_in_the_first_step_a_note_fills_the_fields_and_the_step_stays(person: Person, workbook: Server) -> None:
    page = person.visit("/debrief?new=debrief").page
    page.get_by_text("Have a note? Bring it").click()
    person.rest().field("Paste your note").fill("Harbor Kitchen, exec chef, today 2pm\nWhy us?")
    person.press("Sort the note").press("Add to the debrief")
    expect(page.get_by_role("heading", name="Which interview was it?")).to_be_visible()
    expect(person.field("Company")).to_have_value("Harbor Kitchen")
    assert drafts(workbook.data)[0]["values"]["time"] == "14:00"
