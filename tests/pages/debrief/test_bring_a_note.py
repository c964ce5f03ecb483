"""Bringing a note, in the debrief and from Your data: looked at, moved, added; and nothing before that."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.setting import Setting
from lib.store import Store
from lib.workflows import form_values
from tests.capture.reading.files import ANDROID_CHAT, NOTE, keep, mail, memo, zipped
from tests.pages.conftest import Open
from tests.pages.debrief.test_steps import WHICH, on_to
from tests.pages.screen import answer, click, field, keys, plain
from tests.workflows.evening import debriefed, put, scheduled, workbook

TO_ADD = "add note"


@pytest.fixture
def asked(tab: Open) -> AppTest:
    """A debrief at the step that asks what they asked."""
    return on_to(answer(tab("main/debrief", new="debrief"), **WHICH), "asked")


def paste(app: AppTest, text: str) -> AppTest:
    answer(app, jotted=text)
    return click(app, next(str(button.key) for button in app.button if str(button.key).endswith(":sort")))


def dropped(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, data, "") for name, data in files]).run()
    assert not app.exception, app.exception[0].message
    return app


def values(store: Store) -> dict[str, object]:
    """The answers of the one draft."""
    (draft,) = store.drafts.list()
    return dict(draft.values)


def spots(app: AppTest) -> dict[str, str]:
    """Where each line goes, by the beginning of its words."""
    boxes = [box for box in app.selectbox if box.label.startswith("Where “")]
    return {box.label.partition("“")[2].partition("”")[0].replace("\\", ""): str(box.value) for box in boxes}


def move(app: AppTest, words: str, spot: str) -> AppTest:
    box = next(box for box in app.selectbox if words in box.label)
    box.set_value(spot).run()
    return app


def pills(app: AppTest, question: str) -> Any:
    return next(group for group in app.button_group if group.label.startswith(question))


def test_a_pasted_note_is_sorted_and_nothing_is_added_before_it_was_looked_at(asked: AppTest, store: Store) -> None:
    before = values(store)
    paste(asked, "Why us?\nthe parking was odd")

    assert spots(asked) == {"Why us?": "asked", "the parking was odd": "notes"}
    assert {name: value for name, value in values(store).items() if name != "jotted"} == before


def test_what_is_added_comes_below_what_was_typed(asked: AppTest, store: Store) -> None:
    answer(asked, asked="Why leave?")
    paste(asked, "Why us?\nthe parking was odd")
    click(asked, TO_ADD)

    assert field(asked, "asked").value == "Why leave?\nWhy us?"
    assert (values(store)["notes"], values(store)["jotted"]) == ("the parking was odd", "")
    assert "2 lines added" in plain(asked)
    assert TO_ADD not in keys(asked)


def test_a_line_goes_where_the_person_puts_it(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?\nPriya Raman (team lead)\nthe parking was odd")
    move(move(move(asked, "Priya", "people"), "Why us", "hard"), "the parking", "nothing")
    click(asked, TO_ADD)

    (row,) = form_values.items(values(store), "people")
    assert form_values.row_text(values(store), "people", row, "name") == "Priya Raman, team lead"
    assert values(store)["hard"] == ["Why us?"]
    assert "the parking" not in str(values(store))


def test_an_unsure_line_goes_where_it_was_offered_to_go_and_back_with_a_tap_each(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?\nhalf the chairs were broken")
    offered = pills(asked, "Where “half the chairs")
    assert (offered.options[0], spots(asked)["half the chairs were broken"]) == ("Worried me", "notes")

    offered.set_value("worried_by").run()
    assert spots(asked)["half the chairs were broken"] == "worried_by"
    pills(asked, "Where “half the chairs").set_value(None).run()
    assert spots(asked)["half the chairs were broken"] == "notes"

    move(asked, "half the chairs", "worried_by")
    assert pills(asked, "Where “half the chairs").value == "worried_by"
    click(asked, TO_ADD)
    assert values(store)["worried_by"] == "half the chairs were broken"


def test_tomorrow_in_a_note_follows_the_day_that_it_names_as_the_interviews(asked: AppTest, store: Store) -> None:
    paste(asked, "Corvane Freight, planner, Wednesday 2pm\nWhy us?\nthey will let me know tomorrow")

    assert "by Thursday 19 November" in plain(asked)


def test_the_day_that_a_note_names_is_the_new_debriefs(tab: Open, store: Store) -> None:
    app = tab("main/debrief", new="debrief")
    click(paste(app, "Corvane Freight, depot planner, yesterday 2pm\nWhy us?"), TO_ADD)

    assert (str(field(app, "date").value), str(field(app, "time").value)) == ("2026-11-19", "14:00:00")


def test_a_name_that_was_not_sure_is_marked_on_the_sheet(asked: AppTest) -> None:
    app = paste(asked, "Met Tom?? Tom Brandt, HR lady")
    assert "Tom Brandt, HR lady (you weren't sure of the name)" in plain(app)


def test_a_time_beside_a_name_and_a_mood_out_of_ten_fill_no_field(asked: AppTest, store: Store) -> None:
    paste(asked, "2pm today w/ Denise Okafor (service mgr), 30ish min\nenergy 4/10 by then\nfelt 7/10 walking out")
    click(asked, TO_ADD)

    (row,) = form_values.items(values(store), "people")
    assert form_values.row_text(values(store), "people", row, "talked_about") == ""
    assert not values(store).get("interest_after")
    assert "felt 7/10 walking out" in str(values(store)["notes"])


def test_a_line_with_a_place_is_offered_no_other(asked: AppTest) -> None:
    paste(asked, "Why us?")

    assert [group for group in asked.button_group if group.label.startswith("Where “")] == []


def test_a_note_that_is_brought_is_in_the_saved_debrief(asked: AppTest, store: Store) -> None:
    click(paste(asked, "Why us?\nthe parking was odd"), TO_ADD)
    while not workbook(store).interviews:
        click(asked, "save" if "save" in keys(asked) else "next")

    assert [question.text for question in workbook(store).questions] == ["Why us?"]
    assert workbook(store).interviews[0].private_note == "the parking was odd"


def test_the_step_is_not_left_with_a_note_on_the_sheet(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?")
    click(asked, "next")
    assert "Your note isn't added yet." in plain(asked)

    click(asked, "clear note")
    assert TO_ADD not in keys(asked)
    assert field(asked, "jotted").value == "Why us?"


def test_in_the_first_step_a_note_fills_what_is_empty_and_the_step_stays(tab: Open, store: Store) -> None:
    app = answer(tab("main/debrief", new="debrief"), role="Cook")
    click(paste(app, "Harbor Kitchen, exec chef, today 2pm\nWhy us?"), TO_ADD)

    assert "Which interview was it?" in plain(app)
    assert (field(app, "company").value, field(app, "role").value) == ("Harbor Kitchen", "Cook")
    assert (values(store)["time"], values(store)["asked"]) == ("14:00", "Why us?")


def test_while_a_note_waits_the_one_main_button_adds_it(asked: AppTest) -> None:
    def main() -> list[str | None]:
        return [button.key for button in asked.button if button.proto.type == "primary"]

    assert main() == ["next"]
    paste(asked, "Why us?")
    assert main() == [TO_ADD]


@pytest.mark.parametrize(("spot", "gist"), [("interest_after", "no number"), ("forecast", "70%")])
def test_any_line_can_go_to_each_field_or_its_number_is_missed(asked: AppTest, spot: str, gist: str) -> None:
    paste(asked, {"interest_after": "the parking was odd", "forecast": "the parking was odd 70%"}[spot])
    move(asked, "the parking", spot)
    assert gist in plain(asked)


def test_a_line_that_no_field_takes_is_shown_as_a_note_and_says_why(asked: AppTest) -> None:
    paste(asked, "Why us?\nnext = they think about it\nanother interview at the bank")
    move(asked, "another interview", "next_step")

    assert spots(asked)["next = they think about it"] == "notes"
    assert "The form has no such step. Your words go into your private note." in plain(asked)
    assert "Another round. The words go into your private note." in plain(asked)


def test_a_day_whose_weekday_and_date_contradict_each_other_is_left_to_the_person(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?\nhear back by tues 14th either way\nI'll send my CV by tues 14th")
    assert "Monday 14 December or Tuesday 15 December? Its weekday and date don't match." in plain(asked)

    click(asked, TO_ADD)
    assert not values(store).get("reply_by")
    (promised,) = form_values.items(values(store), "promises")
    assert not form_values.row_text(values(store), "promises", promised, "by")


def test_a_line_that_another_one_kept_out_of_its_field_says_which(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?\nthey will call on tues\nhear back by 4 Dec either way")

    assert "“hear back by 4 Dec either way” fills that field. Your words go into your private note." in plain(asked)
    click(asked, TO_ADD)
    assert values(store)["reply_by"] == "2026-12-04"


def test_the_sheet_tells_what_else_a_line_comes_to(asked: AppTest) -> None:
    met, waffled = (
        "panel: Ana Diaz (HR), + a lady, didnt get her name",
        "whats my style like - waffled, shouldve said calm",
    )
    paste(asked, f"{met}\n{waffled}\nwhy do you want nights\nv weak, rambled\ngut feel - good lot, would take it")
    shown = plain(asked)
    assert "Ana Diaz, HR. Panel. The whole line goes into your private note too." in shown
    assert "whats my style like · Went badly: waffled · I wish I'd said: shouldve said calm" in shown
    assert "About “why do you want nights”" in shown
    move(asked, "gut feel", "leaning")
    assert "Keep going" in plain(asked)


def test_a_trial_day_is_named_with_its_day(asked: AppTest) -> None:
    paste(asked, "Why us?\nnext: trial shift maybe tomorrow")
    assert "Another round, Trial day, " in plain(asked)
    assert "you can add that trial day." in plain(asked)


FILES = {
    "note.txt": NOTE.encode("utf-16"),
    "note.eml": mail(attached=("offer.pdf",)),
    "note.json": keep(),
    "wrong ending.pdf": NOTE.encode(),
    "recording.m4a": memo({"attributedString": "Why do you want to leave?"}),
    "takeout.zip": zipped({"Takeout/Keep/a.json": keep()}),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_is_sorted_and_let_go(asked: AppTest, name: str) -> None:
    dropped(asked, (name, FILES[name]))

    assert "Why do you want to leave?" in spots(asked)
    assert not asked.file_uploader or not asked.file_uploader[0].value


def test_attachments_that_were_left_out_are_named(asked: AppTest) -> None:
    assert "Attachments were left out: offer.pdf." in plain(dropped(asked, ("note.eml", FILES["note.eml"])))


BAD = {
    "empty.txt": (b"", "This file is empty."),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(99), "This is a picture."),
    "broken.m4a": (memo()[:-40], "This recording has no transcript in it."),
    "binary.txt": (bytes(range(256)) * 9, "This isn't a text, or it's damaged."),
    "hostile.zip": (zipped({"../x.txt": b"x"}), "wants to write outside"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_what_to_do_and_the_draft_is_untouched(
    asked: AppTest, store: Store, name: str
) -> None:
    before = values(store)
    data, happened = BAD[name]
    dropped(asked, (name, data))

    assert name in plain(asked)
    assert happened in plain(asked)
    assert values(store) == before
    assert TO_ADD not in keys(asked)
    assert asked.file_uploader


def test_of_two_files_the_good_one_is_sorted(asked: AppTest) -> None:
    dropped(asked, ("empty.txt", b""), ("note.txt", b"Why us?"))

    assert "empty.txt" in plain(asked)
    assert spots(asked) == {"Why us?": "asked"}


def test_a_chat_of_two_people_asks_whose_messages_to_take(asked: AppTest) -> None:
    dropped(asked, ("chat.txt", ANDROID_CHAT.replace("2023", "2026").encode()))
    assert spots(asked) == {}

    pills(asked, "Whose messages?").set_value("Jo").run()
    assert spots(asked)
    assert "Whose messages?" not in plain(asked)


def test_a_chat_whose_dates_could_be_two_days_asks_for_their_order(asked: AppTest, store: Store) -> None:
    chat = "[03/04/2026, 09:00] Jo: Why us?\n[03/04/2026, 09:01] Sam: good luck\n[03/04/2026, 09:02] Jo: Why leave?"
    dropped(asked, ("chat.txt", chat.encode()))

    pills(asked, "Whose messages?").set_value("Jo").run()
    assert spots(asked) == {}
    pills(asked, "Which comes first").set_value("month").run()
    assert spots(asked) == {"Why us?": "asked", "Why leave?": "asked"}


def test_of_several_files_every_note_is_taken(asked: AppTest) -> None:
    dropped(asked, ("a 2026-11-20.txt", b"Why us?"), ("b 2026-10-01.txt", b"Why leave?"))
    assert spots(asked) == {"Why us?": "asked", "Why leave?": "asked"}


def test_of_many_notes_that_of_the_interview_s_day_is_taken(asked: AppTest) -> None:
    day = datetime(2026, 11, 20, 12, tzinfo=UTC)
    files = {
        f"Keep/{number}.json": keep(
            f"Why do you want to leave? {number}", createdTimestampUsec=int((day.timestamp() - number * 86400) * 1e6)
        )
        for number in range(9)
    }
    dropped(asked, ("takeout.zip", zipped(files)))

    assert spots(asked) == {"Why do you want to leave? 0": "asked"}


def test_from_your_data_a_note_begins_a_debrief_of_its_day(tab: Open, store: Store) -> None:
    put(store, Setting(key="timezone", value="Europe/Berlin"))
    app = dropped(tab("more/data", view="note"), ("note.json", keep("Why us?", createdTimestampUsec=1795082400000000)))
    click(app, TO_ADD)

    assert "Which interview was it?" in plain(app)
    held = values(store)
    assert (held["asked"], held["date"], held["time"]) == ("Why us?", "2026-11-19", "11:00")


def test_from_your_data_a_note_goes_into_the_interview_of_its_day(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-19", company="Contoso")
    app = dropped(tab("more/data", view="note"), ("note.json", keep("Why us?", createdTimestampUsec=1795082400000000)))
    assert app.radio[0].value == interview.id
    click(app, TO_ADD)

    (draft,) = store.drafts.list()
    assert (draft.record_id, draft.values["asked"]) == (interview.id, "Why us?")


def test_from_your_data_a_note_is_added_to_an_unfinished_debrief(asked: AppTest, tab: Open, store: Store) -> None:
    answer(asked, asked="Why leave?")
    app = tab("more/data", view="note")
    app.text_area[0].set_value("Why us?").run()
    click(click(app, "sort note"), TO_ADD)

    assert values(store)["asked"] == "Why leave?\nWhy us?"


def test_nothing_that_was_brought_is_read_as_markdown(asked: AppTest) -> None:
    paste(asked, "![x](http://x.example/y.png)\nWhy *us*?")
    assert "![x](http" not in "\n".join(one.value for one in asked.markdown)


def test_what_i_asked_and_what_i_learned_have_places_of_their_own(asked: AppTest, store: Store) -> None:
    paste(asked, "Why us?\nasked them about turnover\nteam of 6")
    assert spots(asked) == {"Why us?": "asked", "asked them about turnover": "asked_them", "team of 6": "learned"}

    click(asked, TO_ADD)

    assert field(asked, "asked_them").value == "About turnover"
    assert values(store)["notes"] == "What I learned about the job:\nteam of 6"


def test_a_promise_that_names_somebody_met_is_theirs_on_its_step(asked: AppTest, store: Store) -> None:
    paste(asked, "met Ingrid Vik (ops manager), Tom - HR\nsend Ingrid the pic")
    move(asked, "send Ingrid", "promises")
    click(asked, TO_ADD)

    on_to(asked, "next")

    (row,) = form_values.items(values(store), "promises")
    ingrid, _tom = form_values.items(values(store), "people")
    assert field(asked, f"promises.{row}.person_id").value == ingrid


def test_a_note_can_be_brought_first_of_all_and_from_today(tab: Open, store: Store) -> None:
    debriefed(store)
    assert next(iter(tab("main/debrief", new="debrief").expander)).label == "Have a note? Bring it"

    app = click(tab("main/today"), "bring note")
    assert "Bring a note" in [one.value for one in app.title]
