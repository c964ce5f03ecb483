"""Promises with their dates (F4)."""

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Extras, Facts
from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import draft_message
from lib.followup.promise_reading import channel_promised, is_theirs, promise_phrase, promise_text, without_recipient
from lib.followup.task_rows import mark_done, side_effect_of_done, side_effect_of_reopening
from lib.records.promise import Promise
from tests.followup.searches import ADA, BEN, KESTREL, at, day, has, interview, kinds, met, only, plan, workbook

SKETCH = Promise(id="pr-1", interview_id="iv-1", person_id="pe-ada", what="A sketch of the model", by=day("Nov 24"))


def letter_on(note: str) -> str:
    facts = Facts(today=day("Nov 20"), me="Grace", person="Mrs Brennan", extras=Extras(promised=note), dates=DAY_FIRST)
    return draft_message("promise", "email", facts).body


def test_a_promise_is_a_task_with_its_date_and_first_of_its_day_f4() -> None:
    found = plan(workbook(interview(), met(ADA), SKETCH), "2026-11-24 09:00")

    assert kinds(found.tasks)[:2] == ["promise", "thank_you"]
    assert (found.tasks[0].title, found.tasks[0].due_at) == ("A sketch of the model", day("Nov 24"))


def test_the_day_of_a_promise_for_the_day_it_was_made_is_told_once() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=day("Nov 19"))), "2026-11-19 16:00").tasks, "promise")

    assert (due.timing, "today" in due.why) == ("today", False)


def test_a_promise_that_is_kept_is_no_task_f4() -> None:
    assert not has(
        plan(workbook(interview(), SKETCH.changed(kept_on=day("Nov 20"))), "2026-11-20 16:00").tasks, "promise"
    )


def test_two_promises_to_one_person_are_two_tasks_f4() -> None:
    book = workbook(interview(), SKETCH, SKETCH.changed(id="pr-2", what="My slides"))

    promised = [due.id for due in plan(book, "2026-11-20 16:00").tasks if due.kind == "promise"]
    assert len(set(promised)) == 2


def test_today_puts_a_promise_forward_from_three_days_before_its_date_f4() -> None:
    book = workbook(interview(), SKETCH.changed(by=day("Nov 30")))

    assert not has(plan(book, "2026-11-26 09:00").today_three, "promise")
    assert has(plan(book, "2026-11-27 09:00").today_three, "promise")


def test_doing_it_notes_the_day_on_which_it_was_kept_f4() -> None:
    book = workbook(interview(), SKETCH)

    kept = side_effect_of_done(only(plan(book, "2026-11-20 16:00").tasks, "promise"), book, day("Nov 20"))

    assert kept == SKETCH.changed(kept_on=day("Nov 20"))


def test_a_promised_date_before_the_interview_is_asked_about() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=day("Nov 12"))), "2026-11-20 16:00").tasks, "promise")

    assert "before the interview. Is it right?" in due.why


def test_a_promise_without_a_date_is_marked() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=None)), "2026-11-20 16:00").tasks, "promise")

    assert (due.due_at, due.timing) == (None, "no date was named: soon is best")


def test_a_promise_whose_day_has_gone_is_shown_without_reproach() -> None:
    due = only(plan(workbook(interview(), SKETCH), "2026-11-26 16:00").tasks, "promise")

    assert due.timing == "planned for Tue 24 Nov"


def test_a_promise_is_not_asked_for_once_the_process_is_over() -> None:
    book = workbook(KESTREL.changed(status="rejected"), interview(), SKETCH)

    assert not has(plan(book, "2026-11-20 16:00").tasks, "promise")


def test_a_promise_that_names_its_recipient_is_told_to_them_without_the_name() -> None:
    assert without_recipient("Send Selin the checklist", "Selin Aydın") == "Send the checklist"
    assert without_recipient("Send Selin Aydın the checklist", "Selin Aydın") == "Send the checklist"
    assert without_recipient("Ask Selin about it", "Selin Aydın") == "Ask Selin about it"
    assert without_recipient("Send Tom the checklist", "Selin Aydın") == "Send Tom the checklist"


@pytest.mark.parametrize(
    ("note", "thing"),
    [
        ("i said i will send menu sample by fri", "the menu sample"),
        ("send references tmrw", "my references"),
        ("Email my certificate (told Mel)", "my certificate"),
        ("I'll send photos of my cakes next week", "the photos of my cakes"),
        ("said I'd send her the recipe for sourdough by 5 dec", "the recipe for sourdough"),
        ("promised to email them my food hygiene certificate on Monday", "my food hygiene certificate"),
        ("tmrw: send CV", "my CV"),
        ("send the rota idea to mrs brennan by end of week", "the rota idea"),
        ("i told them ill send two sample menus asap", "two sample menus"),
        ("Portfolio link, by Wed 25 Nov", "my portfolio link"),
        ("Menu for next week", "the menu for next week"),
        ("A sketch of the model", "a sketch of the model"),
    ],
)
def test_a_letter_names_the_thing_promised_and_neither_the_day_nor_how_it_was_noted(note: str, thing: str) -> None:
    letter = letter_on(note)

    assert f"I'm sending you {thing}." in letter
    assert promise_phrase(note, "Mrs Brennan").hands_over


@pytest.mark.parametrize(
    ("note", "subject"),
    [
        ("copies of my ECS card & inspection certs", "Copies of my ECS card and inspection certs, as promised"),
        ("send a sample menu", "Sample menu, as promised"),
        ("send my CV", "My CV, as promised"),
    ],
)
def test_a_letter_with_what_was_promised_has_it_as_its_subject_without_an_article(note: str, subject: str) -> None:
    facts = Facts(today=day("Nov 20"), me="Grace", person="Mrs Brennan", extras=Extras(promised=note), dates=DAY_FIRST)
    letter = draft_message("promise", "email", facts)

    assert letter.subject == subject
    assert "send more" not in letter.body


@pytest.mark.parametrize(
    "note",
    ["send it over asap", "email them", "send CV and call my old manager", "send Mrs Brennan and Lee the deck"],
)
def test_a_promise_that_cannot_be_read_plainly_leaves_a_blank(note: str) -> None:
    assert "I'm sending you [what you're sending]." in letter_on(note)


@pytest.mark.parametrize(
    ("note", "done"),
    [
        ("promised to call them on Monday", "I promised to call you."),
        ("get back to them about the start date", "I promised to get back to you about the start date."),
        ("i said id ask my old boss for a reference", "I promised to ask my old boss for a reference."),
        (
            "let them know my notice period, 4 wks prob, need to check contract",
            "I promised to let you know my notice period.",
        ),
        ("get back to them about salary", "I promised to get back to you about salary."),
        ("call them, prob after lunch", "I promised to call you."),
        ("let Brennan know whether the date works", "I promised to let you know whether the date works."),
        ("look into parking", "I promised to look into parking."),
    ],
)
def test_what_i_promised_to_do_is_told_to_whom_i_promised_it(note: str, done: str) -> None:
    assert done in letter_on(note)


@pytest.mark.parametrize(
    "note",
    [
        "and said id let Holly know notice period, 4 wks prob, need to check contract",
        "also to get 2nd referee email to the office by fri",
        "check the contract abt notice",
        "ask my boss, HR and the office",
        "confirm start date",
    ],
)
def test_a_deed_worded_as_in_a_note_leaves_a_blank(note: str) -> None:
    assert "I promised [what you promised]. I'm getting back to you on that." in letter_on(note)


def test_a_promise_is_titled_without_how_it_was_noted_and_without_its_day() -> None:
    noted = SKETCH.changed(what="i said i will send menu sample by fri")

    due = only(plan(workbook(interview(), noted), "2026-11-20 16:00").tasks, "promise")

    assert due.title == "Send menu sample"


def test_a_day_that_is_only_in_the_note_stays_in_the_title() -> None:
    noted = SKETCH.changed(what="send references tmrw", by=None)

    assert only(plan(workbook(interview(), noted), "2026-11-20 16:00").tasks, "promise").title == "Send references tmrw"


@pytest.mark.parametrize("what", ["A sketch of the model", "Drop my old certs in by friday"])
def test_the_day_of_a_promise_is_told_once(what: str) -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(what=what)), "2026-11-20 16:00").tasks, "promise")

    assert due.timing == "by Tue 24 Nov"
    assert "24" not in due.why
    assert "friday" not in due.title


def test_that_no_date_was_named_is_told_once() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=None)), "2026-11-20 16:00").tasks, "promise")

    assert "date" not in due.why


@pytest.mark.parametrize(
    ("note", "person", "thing"),
    [
        ("send Ingrid the pic of my EMD cert", "Ingrid Sol", "the pic of my EMD cert"),
        ("send Ingrid the pic of my EMD cert", "", "the pic of my EMD cert"),
        ("Send Figma link of case study 2 to Marta tonight", "Marta Kowal", "the Figma link of case study 2"),
        ("share that Nielsen article w Jun", "Jun", "that Nielsen article"),
        ("text Daz ref number for Kev Brad at Tarmac", "", "the ref number for Kev Brad at Tarmac"),
        ("I owe them: exam transcript + fee receipt (4 or 5??)", "Jun", "the exam transcript and fee receipt"),
        ("get my cert over to them", "Jun", "my cert"),
        ("Send Renaud 3 menu ideas for spring", "", "3 menu ideas for spring"),
        ("Send Renaud 3 menu ideas for spring", "Dev", ""),
        ("send HR the form", "", "the form"),
        ("send CV copies", "", "my CV copies"),
        ("will send Gordon copies of my card", "", "the copies of my card"),
        ("pass on the photos to Mel", "Mel", "the photos"),
    ],
)
def test_who_gets_it_is_no_part_of_the_thing(note: str, person: str, thing: str) -> None:
    people = frozenset(("Ingrid", "Marta", "Daz", "Jun"))

    assert promise_phrase(note, person, people=people).thing == thing


def test_what_is_for_somebody_else_is_not_sent_to_the_reader() -> None:
    assert promise_phrase("send Tom the checklist", "Selin Aydın", people=frozenset(("Tom", "Selin"))).thing == ""


@pytest.mark.parametrize(
    "note",
    [
        "drop my old certs in by friday",
        "thank Priya for rescheduling",
        "Priya to send case study task tmrw",
        "Pete will email the training dates",
        "call my old boss",
        "promised lee a link to the repo",
        "Sam wants my references",
        "give them a shout when decided",
        "connect w/ Anna on linkedin",
        "dont forget to ask about boots",
        "i will",
    ],
)
def test_only_a_thing_is_sent(note: str) -> None:
    facts = Facts(today=day("Nov 20"), me="Grace", person="Mrs Brennan", extras=Extras(promised=note), dates=DAY_FIRST)
    letters = [draft_message("promise", channel, facts) for channel in TASK_KINDS["promise"].channels]

    assert not any("sending you" in letter.body or "as promised" in letter.subject for letter in letters)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Priya to send case study task tmrw, due back monday", True),
        ("Pete will email the training dates by fri", True),
        ("carol ringing me mon w start date", True),
        ("Tom said hed put me in touch w Aisha", True),
        ("shes sending the tronc breakdown too", True),
        ("and he's emailing the rota", True),
        ("theyll send the contract", True),
        ("shed come back to me by friday", True),
        ("shell suit idea to send", False),
        ("send Ingrid the pic", False),
        ("CV to send tomorrow", False),
        ("I said I'd call Tom", False),
    ],
)
def test_what_they_will_do_is_no_promise_of_mine(note: str, told: bool) -> None:
    facts = Facts(today=day("Nov 20"), person="Priya", extras=Extras(promised=note), dates=DAY_FIRST)

    assert is_theirs(note) is told
    assert ("claims no promise of yours" in " ".join(draft_message("promise", "email", facts).advice)) is told


@pytest.mark.parametrize(
    ("note", "channel"),
    [
        ("text Daz the number", "message"),
        ("i said i'd email her the dates", "email"),
        ("ring Carol on monday", "phone"),
        ("send my CV", None),
        ("text for the website", "message"),
    ],
)
def test_a_promise_goes_by_the_channel_that_it_names(note: str, channel: str | None) -> None:
    assert channel_promised(note) == channel


@pytest.mark.parametrize("what", ["Drop my old certs in by friday", "bring my ID", "hand in the form"])
def test_what_is_done_by_going_there_is_a_reminder_without_a_letter(what: str) -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(what=what)), "2026-11-20 16:00").tasks, "promise")

    assert not due.is_written
    assert due.due_at == SKETCH.by


THANKS = SKETCH.changed(what="thank Ada for rescheduling", person_id="", by=None)


def test_thanks_promised_to_somebody_met_are_one_task_with_the_thank_you() -> None:
    book = workbook(interview(), met(ADA), met(BEN), THANKS)
    tasks = plan(book, "2026-11-20 09:00").tasks
    to_ada = next(due for due in tasks if due.title == "Thank Ada Okafor")

    assert "promise" not in kinds(tasks)
    assert side_effect_of_done(to_ada, book, day("Nov 20")) == THANKS.changed(kept_on=day("Nov 20"))


def test_reopening_the_thank_you_reopens_the_thanks_that_were_promised() -> None:
    kept = THANKS.changed(kept_on=day("Nov 20"))
    book = workbook(interview(), met(ADA), kept)
    sent = mark_done(
        only(plan(workbook(interview(), met(ADA)), "2026-11-20 09:00").tasks, "thank_you"), at("2026-11-20 10:00")
    )

    assert side_effect_of_reopening(sent, book) == THANKS


def test_thanks_promised_to_somebody_who_was_not_met_stay_a_promise() -> None:
    book = workbook(interview(), met(BEN), THANKS.changed(what="thank the receptionist"))

    assert "promise" in kinds(plan(book, "2026-11-20 09:00").tasks)


def test_of_a_promise_that_is_nothing_but_days_the_last_few_are_left_out() -> None:
    days = " by friday" * 5_000
    assert promise_text(f"send the menu{days}").startswith("send the menu by friday")
    assert promise_text("send the menu tomorrow by friday") == "send the menu"
