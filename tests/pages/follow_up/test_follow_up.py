"""Follow-up: everything to do, one message from its draft to 'sent', and the calendar."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.followup.messages import INVITATION_LIMIT
from lib.records.application import Application
from lib.records.setting import Setting
from lib.records.task import Task
from lib.store import Store
from lib.ui.follow_up import task_list as owed_part
from lib.workflows.drafts.messages import findings, message_of
from lib.workflows.entries.tasks import add_task, finish_task
from lib.workflows.errors import Settled
from tests.pages.conftest import Open, replace_everywhere
from tests.pages.screen import answer, asked, click, field, keys, markdown, plain, press, problem
from tests.workflows.evening import NOW, decided, edited, workbook
from tests.workflows.owed import TOPICS, due_of, here, letter_to, message, met_three, owed, plan, put_all, row, titles

Clock = Callable[[datetime], None]
THANK = "Thank Priya Raman"
FOLLOW_UP = "main/follow_up"
WORDS = "Dear Priya,\n\nThank you for the talk about streaming the billing system.\n\nGrace Moreno"
GREETING = "address typed pe-1"
"""The field that asks how the first person met is greeted."""
LIVE = re.compile(r"(?<!\\)(?:<img|\]\(javascript|\$x|:red\[)")
"""What Markdown would make something of."""


def cards(app: AppTest) -> list[str]:
    return [str(one.key)[4:] for one in app.button if str(one.key).startswith("act ")]


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


def links(app: AppTest) -> list[str]:
    """The pages that links in the text lead to."""
    return [one.proto.page for one in app.main.get("page_link")]


def asked_once(app: AppTest) -> set[str]:
    """The keys of the fields that are no part of the message."""
    return {str(one.key) for one in (*app.text_input, *app.get("button_group")) if one.key}


def ahead(**time: float) -> datetime:
    return NOW + timedelta(**time)


def written_to(tab: Open, store: Store, title: str = THANK) -> AppTest:
    """The page of one message, with its box open."""
    return boxed(tab(FOLLOW_UP, task=owed(store, title).id))


def boxed(app: AppTest) -> AppTest:
    """The message in its box, to be edited."""
    return click(app, "edit") if "edit" in keys(app) else app


def test_an_empty_workbook_shows_that_nothing_is_due(tab: Open) -> None:
    assert "Nothing to do right now." in plain(tab(FOLLOW_UP))


def test_every_open_task_is_there_as_a_card(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link")
    expected = [owed(store, title).id for title in titles(store)]
    assert len(expected) == 4
    assert set(cards(tab(FOLLOW_UP))[:4]) == set(expected)


def test_the_business_days_that_count_are_shown(tab: Open, store: Store) -> None:
    met_three(store)
    app = tab(FOLLOW_UP)
    assert "Germany" in plan(store).days_sentence
    assert plan(store).days_sentence in plain(app)
    assert links(app) == []


def test_a_guessed_country_is_marked_as_guessed_and_can_be_chosen(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_everywhere(monkeypatch, "system_country", lambda: "FR")
    app = tab(FOLLOW_UP)
    assert "France" in plain(app)
    assert links(app) == ["settings"]
    assert "France" in tab("more/settings").selectbox(key="setting country").options[0]


def test_my_name_is_asked_for_once_and_is_in_every_message_even_an_older_draft(tab: Open, store: Store) -> None:
    met_three(store)
    put_all(store, Setting(key="name", value=""))
    app = written_to(tab, store)
    assert "Kind regards,\n[your name]" in field(app, "body_email").value
    answer(app, body_email="Dear Priya,\n\nThank you for the talk.\n\nKind regards,\n[your name]")
    app.text_input(key="setting name").set_value("Grace Moreno").run()
    assert field(app, "body_email").value.endswith("Kind regards,\nGrace Moreno")
    assert "setting name" not in asked_once(app)
    assert "Grace Moreno" in field(written_to(tab, store, "Thank Ben Lindqvist"), "body_email").value


def test_how_to_greet_someone_is_asked_once_and_a_tap_rebuilds_the_draft(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-1.name": "Orbán Viktor"})
    app = written_to(tab, store, "Thank Orbán Viktor")
    assert field(app, "body_email").value.startswith("Dear Orbán Viktor,")
    question = app.button_group(key="address tapped pe-1")
    assert {"Hi Viktor", "Dear Viktor Orbán"} <= {option.replace("\\", "") for option in question.options}
    question.set_value("Hi Viktor").run()
    assert not app.exception
    assert field(app, "body_email").value.startswith("Hi Viktor,")
    assert GREETING not in asked_once(app)
    assert GREETING not in asked_once(written_to(tab, store, "Thank Orbán Viktor"))
    assert workbook(store).people[0].salutation == "Hi Viktor"


def test_how_to_greet_someone_can_be_said_in_own_words_and_typed_words_stay(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-1.name": "Dr. Orbán Viktor"})
    app = written_to(tab, store, "Thank Dr. Orbán Viktor")
    answer(app, body_email="Dear Dr. Orbán Viktor,\n\nMy own words.")
    app.text_input(key="address typed pe-1").set_value("Kedves Viktor").run()
    assert field(app, "body_email").value == "Kedves Viktor,\n\nMy own words."
    assert field(written_to(tab, store, "Thank Dr. Orbán Viktor"), "body_email").value.endswith("My own words.")


def test_a_greeting_without_a_name_is_refused_in_words_and_asked_on(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-1.name": "Prof. Weber"})
    app = written_to(tab, store, "Thank Prof. Weber")
    app.text_input(key="address typed pe-1").set_value("Dear Frau").run()
    assert problem(app) != ""
    assert GREETING in asked_once(app)


def test_who_has_one_first_name_is_not_asked_about_nor_who_is_only_called(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-2.name": "Sukarno"})
    assert GREETING not in asked_once(written_to(tab, store))
    app = written_to(tab, store, "Thank Sukarno")
    assert "address typed pe-2" in asked_once(app)
    field(app, "channel").set_value("phone").run()
    assert "address typed pe-2" not in asked_once(app)


def test_an_answer_on_how_to_greet_someone_can_be_undone(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-1.name": "Sukarno"})
    app = written_to(tab, store, "Thank Sukarno")
    app.button_group(key="address tapped pe-1").set_value("Hi Sukarno").run()
    press(app, "Undo")
    assert GREETING in asked_once(app)
    assert field(app, "body_email").value.startswith("Dear Sukarno,")


def test_coming_and_snoozed_tasks_and_ideas_have_separate_lists(tab: Open, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    (application,) = workbook(store).applications
    put_all(
        store,
        application.changed(favourite=True),
        Application(id="ap-r", company="Fabrikam", role="Analyst", status="interested", rival_of="Northwind"),
    )
    app = click(tab(FOLLOW_UP), f"in three days {owed(store, THANK).id}")
    assert [one.value for one in app.subheader] == ["Today", "Next 7 days", "Later", "Snoozed", "Ideas (optional)"]
    click(app, f"reopen {owed(store, THANK).id}")
    assert [one.value for one in app.subheader] == ["Today", "Next 7 days", "Later", "Ideas (optional)"]


def test_what_was_settled_lately_can_be_opened_again(tab: Open, store: Store) -> None:
    met_three(store)
    task = owed(store, THANK).id
    app = click(tab(FOLLOW_UP), f"dismiss {task}")
    assert f"take up {task}" not in keys(app)
    app.session_state["settled"] = True
    app.run()
    assert re.search("Priya Raman, Northwind.*today, 19:00", plain(app))
    click(app, f"take up {task}")
    assert task in cards(app)


def test_done_in_one_tab_and_dismissed_in_another_leaves_the_first(tab: Open, store: Store) -> None:
    met_three(store)
    task = owed(store, THANK).id
    one, other = tab(FOLLOW_UP), tab(FOLLOW_UP)
    click(one, f"done {task}")
    click(other, f"dismiss {task}")
    assert [entry.status for entry in workbook(store).tasks] == ["done"]


def test_a_task_is_added_with_its_day(tab: Open, store: Store) -> None:
    app = tab(FOLLOW_UP)
    app.text_input(key="own what").set_value("Print the portfolio")
    app.date_input(key="own by").set_value(date(2026, 11, 24))
    press(app, "Add")
    assert "Print the portfolio" in plain(app)
    assert [(task.kind, task.due_at) for task in workbook(store).tasks] == [("own", date(2026, 11, 24))]


@pytest.mark.parametrize(("days", "heading"), [(-1, "Late"), (0, "Today"), (7, "Next 7 days"), (8, "Later")])
def test_a_task_is_listed_by_its_day(tab: Open, store: Store, days: int, heading: str) -> None:
    add_task(store, "Print the portfolio", (NOW + timedelta(days=days)).date(), "one", here())
    assert [one.value for one in tab(FOLLOW_UP).subheader] == [heading]


def test_what_is_still_to_come_is_listed_by_its_day_too_and_the_title_counts_the_lists(tab: Open, store: Store) -> None:
    met_three(store, reply_by="2026-11-25")
    app = tab(FOLLOW_UP)
    assert [one.value for one in app.title] == ["Follow-up · 5 to do, 3 today"]
    headings = [one.value for one in app.subheader]
    assert headings == ["Today", "Next 7 days"]
    assert plan(store).coming


def test_a_thank_you_past_its_time_that_is_worth_sending_is_for_today_and_not_late(
    tab: Open, at: Clock, store: Store
) -> None:
    met_three(store)
    at(NOW + timedelta(days=2))
    app = tab(FOLLOW_UP)
    assert ("Still worth sending" in plain(app), ":orange[Still" in markdown(app)) == (True, False)
    headings = [one.value for one in app.subheader]
    assert ("Today" in headings, "Late" in headings) == (True, False)


def test_a_task_without_a_day_is_for_the_next_days(tab: Open, store: Store) -> None:
    add_task(store, "Print the portfolio", None, "one", here())
    assert [one.value for one in tab(FOLLOW_UP).subheader] == ["Next 7 days"]


def test_an_added_task_without_words_is_refused_in_words(tab: Open, store: Store) -> None:
    assert problem(press(tab(FOLLOW_UP), "Add")) != ""
    assert workbook(store).tasks == ()


def test_a_thousand_open_tasks_show_a_dozen_and_the_rest_behind_a_button(tab: Open, store: Store) -> None:
    own = {"kind": "own", "status": "open", "due_at": NOW.date(), "created_at": NOW}
    put_all(store, *(Task(id=f"tk-{number:04}", subject=f"Thing {number}", **own) for number in range(1000)))  # type: ignore[arg-type]
    app = tab(FOLLOW_UP)
    assert len(cards(app)) == owed_part._MOST == 12
    assert "Show 988 more" in labels(app)
    assert cards(tab()) == cards(app)[:3]


def test_the_rest_is_shown_when_asked_for(tab: Open, store: Store) -> None:
    for number in range(14):
        add_task(store, f"Thing {number}", None, str(number), here())
    assert len(cards(press(tab(FOLLOW_UP), "Show 2 more"))) == 14


def test_the_draft_carries_that_person_s_own_talk_and_the_claims_are_beside_it_t3(tab: Open, store: Store) -> None:
    interview = met_three(store)
    edited(store, interview, "claims", {"claims.cl-1.claim": "I keep a project calm"}, now=NOW)
    app = written_to(tab, store)
    assert TOPICS["Priya Raman"] in field(app, "body_email").value
    assert "alerting" in field(app, "body_email").value
    assert "I keep a project calm" in plain(app)


def test_a_remark_on_the_talk_is_shown_beside_the_letter_and_not_in_it(tab: Open, store: Store) -> None:
    met_three(store, unsaid="didn't ask about the union")
    app = written_to(tab, store)

    assert "didn't ask about the union" in plain(app)
    assert "union" not in str(field(app, "body_email").value)


def test_a_sentence_made_of_pieces_of_a_note_is_found(tab: Open, store: Store) -> None:
    met_three(store)
    app = answer(written_to(tab, store), body_email=f"{WORDS}\n\nI forgot to mention didn't ask about the union.")

    assert "This sentence reads oddly: “I forgot to mention didn't ask about the union.”" in plain(app)
    assert "nothing to fix" not in plain(app)


def test_each_person_has_a_draft_of_their_own_t2(tab: Open, store: Store) -> None:
    met_three(store)
    drafts = [field(written_to(tab, store, f"Thank {name}"), "body_email").value for name in TOPICS]
    assert len({re.sub(r"\w+ \w+", "", draft) for draft in drafts}) == 3


def test_words_typed_are_on_disk_before_the_next_run_and_offered_again_after_a_reload(tab: Open, store: Store) -> None:
    met_three(store)
    answer(written_to(tab, store), body_email=WORDS)
    assert [draft.values["body_email"] for draft in store.drafts.list()] == [WORDS]
    assert field(written_to(tab, store), "body_email").value == WORDS


def test_a_message_begun_waits_on_today_and_leads_back(tab: Open, store: Store) -> None:
    met_three(store)
    answer(written_to(tab, store), body_email=WORDS)
    app = tab()
    assert plain(app).count("Thank Priya Raman") == 1
    click(app, f"act {owed(store, THANK).id}")
    assert field(boxed(app), "body_email").value == WORDS


def test_an_untouched_draft_follows_the_debrief_in_a_tab_that_is_open(tab: Open, store: Store) -> None:
    interview = met_three(store)
    app = written_to(tab, store)
    edited(store, interview, "people", {"people.pe-1.talked_about": "the parental leave of the whole team"})
    app.run()
    assert "parental leave" in field(app, "body_email").value


def test_looking_at_a_message_writes_nothing(tab: Open, store: Store) -> None:
    met_three(store)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    written_to(tab, store)
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_sent_keeps_time_channel_and_words_and_removes_the_draft_t1(tab: Open, store: Store) -> None:
    met_three(store)
    app = answer(written_to(tab, store), subject_email="Our talk", body_email=WORDS)
    task = owed(store, THANK).id
    click(app, "sent")
    sent = row(store, task)
    assert (sent.status, sent.done_at, sent.channel) == ("done", NOW, "email")
    assert (sent.subject, sent.body) == ("Our talk", WORDS)
    assert store.drafts.list() == ()
    assert "Marked as sent" in plain(app)
    assert "task" not in app.query_params


def test_undo_of_sent_brings_the_words_back(tab: Open, store: Store) -> None:
    met_three(store)
    app = click(answer(written_to(tab, store), body_email=WORDS), "sent")
    press(app, "Undo")
    assert field(written_to(tab, store), "body_email").value == WORDS


def test_sent_twice_in_two_tabs_keeps_the_first_and_reports_it(tab: Open, store: Store) -> None:
    met_three(store)
    one, other = written_to(tab, store), written_to(tab, store)
    click(one, "sent")
    click(other, "sent")
    assert Settled("This message").sentence in plain(other)
    assert len(workbook(store).tasks) == 1


def test_an_empty_message_is_refused_and_stays_open(tab: Open, store: Store) -> None:
    met_three(store)
    app = click(answer(written_to(tab, store), body_email=" "), "sent")
    assert problem(app) != ""
    assert workbook(store).tasks == ()
    assert "task" in app.query_params


def test_another_channel_has_its_own_shorter_words_t4(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    email = field(app, "body_email").value
    answer(app, channel="message")
    assert "subject_email" not in asked(app)
    assert len(field(app, "body_message").value) < len(email)


def test_the_suggested_channel_gives_the_reason_t4(tab: Open, store: Store) -> None:
    met_three(store)
    (application,) = workbook(store).applications
    put_all(store, application.changed(formality="formal"))
    app = written_to(tab, store)
    assert letter_to(store, THANK).suggestion.channel == field(app, "channel").value == "card"
    assert letter_to(store, THANK).suggestion.reason in plain(app)


def test_findings_are_listed_and_it_may_be_sent_all_the_same_t5(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    answer(app, body_email="Dear Pryia,\n\nYour [blank] and [blank] please, as soon as possible.\n\nGrace")
    (draft,) = store.drafts.list()
    found = findings(workbook(store), letter_to(store, THANK), draft, ())
    assert {finding.check for finding in found} >= {"blank", "name"}
    assert [finding.what for finding in found if finding.what not in plain(app)] == []
    assert "Still blank:" in plain(app)
    assert not app.button(key="sent").disabled
    click(app, "sent")
    assert row(store, workbook(store).tasks[0].id).status == "done"


def test_of_very_many_findings_the_first_are_listed(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    answer(app, body_email="Dear Priya,\n\n" + "[one] " * 500)
    assert 30 < plain(app).count("A blank is left: [one]") < 40
    assert "more show here once these are fixed." in plain(app)


def test_beside_a_letter_without_an_address_is_the_way_to_the_persons_record(tab: Open, store: Store) -> None:
    met_three(store)
    links = {one.proto.label: one.proto.query_string for one in written_to(tab, store).main.get("page_link")}
    assert "person=" in links["Add the address"]


def test_a_page_says_that_its_draft_is_in_english_where_letters_are_in_german(tab: Open, store: Store) -> None:
    met_three(store)
    put_all(store, workbook(store).people[0].changed(language="german"))
    app = written_to(tab, store)
    told = "gets letters in German. This draft is in English: write it in German, only spelling is checked."
    assert told in plain(app)
    answer(app, body_email="Liebe Frau Raman,\n\nvielen Dank für das Gespräch. Ich freue mich auf Ihre Antwort.")
    assert told not in plain(app)
    assert "Only spelling is checked in German." in plain(app)


def test_one_click_makes_a_certain_fix_in_the_letter(tab: Open, store: Store) -> None:
    met_three(store, **{"people.pe-1.talked_about": "the email team and her start there"})
    app = tab(FOLLOW_UP, task=owed(store, THANK).id)
    assert "the email team and :orange-background[her] start there" in shown(app)
    click(app, "fix 0")
    assert "the email team and your start there" in shown(app)
    assert "orange" not in shown(app)
    assert "the email team and your start there" in str(store.drafts.list()[0].values["body_email"])


def test_every_place_of_a_misspelt_word_is_changed_by_one_button(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    answer(app, body_email=WORDS.replace("Thank you", "Thank you, I like makeing bread and makeing it well,"))
    press(app, "Change to “making”")
    assert "I like making bread and making it well" in field(app, "body_email").value


def shown(app: AppTest) -> str:
    """The letter as it is shown, with its marks."""
    return next(one.value for one in app.markdown if "Dear Priya" in one.value)


def test_each_sentence_shows_on_demand_where_it_comes_from(tab: Open, store: Store) -> None:
    met_three(store)
    app = tab(FOLLOW_UP, task=owed(store, THANK).id)
    assert "Your notes on Priya Raman" not in plain(app)
    app.toggle(key="sources").set_value(True).run()
    assert f"Your notes on Priya Raman: “{TOPICS['Priya Raman']}”" in plain(app)


def test_a_rewritten_letter_is_kept_as_my_template_and_reset(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    answer(app, body_email=f"Dear Priya,\n\nThanks for {TOPICS['Priya Raman']}!\n\nGrace Moreno")
    (box,) = (one for one in app.text_area if str(one.key).startswith("template body"))
    assert box.value == "{greeting},\n\nThanks for {topic}!\n\n{signature}".replace("{signature}", "{my name}")
    press(app, "Save as my template")

    other = tab(FOLLOW_UP, task=owed(store, "Thank Ben Lindqvist").id)
    assert f"Thanks for {TOPICS['Ben Lindqvist']}!" in plain(other)
    click(other, "reset template")
    assert f"Thanks for {TOPICS['Ben Lindqvist']}!" not in plain(other)


def test_a_form_letter_is_shown_with_the_pair_side_by_side_t2(tab: Open, store: Store) -> None:
    met_three(store)
    click(written_to(tab, store, "Thank Ben Lindqvist"), "sent")
    (sent,) = workbook(store).tasks
    app = answer(written_to(tab, store), body_email=sent.body.replace("Ben", "Priya"))
    said = plain(app)
    assert "This one" in said
    assert "To Ben Lindqvist" in said
    shared = [line for one in app.markdown for line in one.value.splitlines() if line.count("**") % 2]
    assert shared == []
    assert len([one for one in app.markdown if "warehouse" in one.value and "**" in one.value]) == 2


def test_no_draft_claims_interest_when_the_debrief_leans_to_decline_b1(tab: Open, store: Store) -> None:
    interview = met_three(store)
    keen = field(written_to(tab, store), "body_email").value
    edited(store, interview, "job", {"leaning": "decline"}, now=NOW)
    app = written_to(tab, store)
    advice = message_of(letter_to(store, THANK), message(store, THANK)).advice
    assert advice
    assert [note for note in advice if note not in plain(app)] == []
    assert field(app, "body_email").value != keen
    answer(app, body_email=f"{WORDS}\nI am very interested in the role.")
    assert "interested" in plain(app)


def test_too_soon_asks_for_a_reason_and_the_button_waits_for_it_f7(tab: Open, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    app = written_to(tab, store, "Follow up with Northwind")
    assert app.button(key="sent").disabled
    answer(app, reason="They asked me to ring")
    assert not app.button(key="sent").disabled
    click(app, "sent")
    assert row(store, workbook(store).tasks[0].id).reason == "They asked me to ring"


@pytest.mark.parametrize("reason", [" ", "\t"])
def test_a_blank_is_no_reason_f7(tab: Open, store: Store, reason: str) -> None:
    met_three(store, reply_by="2026-11-27")
    app = answer(written_to(tab, store, "Follow up with Northwind"), reason=reason)
    assert app.button(key="sent").disabled


def test_when_the_promised_date_has_passed_no_reason_is_asked_f3(tab: Open, at: Clock, store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    at(ahead(days=10))
    app = boxed(tab(FOLLOW_UP, task=owed(store, "Follow up with Northwind", here(ahead(days=10))).id))
    assert not app.button(key="sent").disabled
    words = field(app, "body_email").value
    for fact in ("Grace Moreno", "20 November", "Data engineer", "27 November"):
        assert fact in words


def test_after_two_messages_without_an_answer_a_close_is_suggested_f6(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    for days in (7, 14):
        at(ahead(days=days))
        moment = here(ahead(days=days))
        chase = next(title for title in titles(store, moment) if "Northwind" in title and "Check in" in title)
        click(tab(FOLLOW_UP, task=owed(store, chase, moment).id), "sent")
    at(ahead(days=21))
    assert "No reply from Northwind: close it?" in plain(tab(FOLLOW_UP))


def test_from_a_close_the_silence_can_be_recorded(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    at(ahead(days=40))
    close = owed(store, "No reply from Northwind: close it?", here(ahead(days=40)))
    app = click(tab(FOLLOW_UP, task=close.id), "became")
    assert "outcome" in asked(app)


def test_all_rounds_done_asks_whether_they_need_anything_f5(tab: Open, at: Clock, store: Store) -> None:
    interview = met_three(store)
    edited(store, interview, "basics", {"last_round": "yes"}, now=NOW)
    at(ahead(days=7))
    assert due_of(store, "ready_to_decide", here(ahead(days=7))).title in plain(tab(FOLLOW_UP))


def test_an_invitation_shows_how_many_signs_it_holds_t6(tab: Open, at: Clock, store: Store) -> None:
    met_three(store)
    click(written_to(tab, store), "sent")
    at(ahead(days=1))
    app = boxed(tab(FOLLOW_UP, task=owed(store, "Invite Priya Raman to connect", here(ahead(days=1))).id))
    assert f"of {INVITATION_LIMIT}" in plain(app)


def test_a_no_is_answered_with_thanks_from_the_day_after_b2(tab: Open, at: Clock, store: Store) -> None:
    interview = met_three(store)
    decided(store, interview, "rejected")
    title = "Answer Northwind with thanks"
    assert title not in titles(store)
    at(ahead(days=1))
    app = boxed(tab(FOLLOW_UP, task=owed(store, title, here(ahead(days=1))).id))
    assert "thank" in field(app, "body_email").value.casefold()


def test_the_mail_program_is_offered_with_a_word_on_work_accounts(tab: Open, store: Store) -> None:
    met_three(store)
    priya = next(person for person in workbook(store).people if person.name == "Priya Raman")
    put_all(store, priya.changed(email="priya@northwind.example"))
    app = written_to(tab, store)
    (link,) = app.get("link_button")
    assert link.proto.url.startswith("mailto:priya%40northwind.example?") or link.proto.url.startswith(
        "mailto:priya@northwind.example?"
    )
    assert "work" in plain(app)
    assert len(app.get("download_button")) == 1


def test_without_an_address_the_mail_still_opens(tab: Open, store: Store) -> None:
    met_three(store)
    (link,) = written_to(tab, store).get("link_button")
    assert link.proto.url.startswith("mailto:?")


def test_a_message_let_go_takes_its_draft_along_and_undo_brings_the_words_back(tab: Open, store: Store) -> None:
    met_three(store)
    app = click(answer(written_to(tab, store), body_email=WORDS), "go")
    assert store.drafts.list() == ()
    press(app, "Undo")
    assert field(written_to(tab, store), "body_email").value == WORDS


def test_a_settled_task_is_reported_with_what_was_typed_meanwhile(tab: Open, store: Store) -> None:
    met_three(store)
    app = written_to(tab, store)
    task = owed(store, THANK).id
    finish_task(store, task, here())
    other = tab(FOLLOW_UP, task=task)
    assert "sent" not in keys(other)
    assert "sent" in keys(app)


def test_words_typed_where_nothing_is_due_any_more_are_still_shown(tab: Open, store: Store) -> None:
    interview = met_three(store)
    message(store, THANK, channel="email", body_email=WORDS)
    task = owed(store, THANK).id
    decided(store, interview, "rejected")
    assert "Thank you for the talk about streaming" in plain(tab(FOLLOW_UP, task=task))
    assert "Priya Raman" in plain(tab())


def test_the_task_of_an_address_that_names_none_reports_it(tab: Open, store: Store) -> None:
    assert keys(tab(FOLLOW_UP, task="../../etc/passwd")) == {"crumb 0"}


def test_a_promise_dated_before_the_interview_is_reported(tab: Open, store: Store) -> None:
    met_three(store, promise="Send the link", promise_by="2026-11-19")
    assert due_of(store, "promise").why in plain(tab(FOLLOW_UP))


def test_the_calendar_offers_neutral_titles_first(tab: Open, store: Store) -> None:
    met_three(store)
    app = tab(FOLLOW_UP)
    assert [one.label for one in app.get("download_button")] == ["Save the calendar file"]
    assert app.toggle(key="full titles").value is False


PAYLOAD = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) $x$ :red[y] =1+1"


@pytest.mark.parametrize("name", [PAYLOAD, 'O"Neil, Jr.', "مريم الخطيب"])
def test_the_person_s_words_are_text_in_the_list_and_beside_the_message(tab: Open, store: Store, name: str) -> None:
    met_three(
        store, company=name, unsaid=name, promise=name, **{"people.pe-1.name": name, "people.pe-1.talked_about": name}
    )
    put_all(store, *(person.changed(title=name, notes=name) for person in workbook(store).people))
    words = f"{name} as soon as possible. {name} and again {name}, as we said there."
    message(store, "Thank Ben Lindqvist", channel="email", body_email=words)
    letter = answer(written_to(tab, store, f"Thank {name}"), body_email=words)
    assert "To Ben Lindqvist" in plain(letter)
    for app in (letter, tab(FOLLOW_UP)):
        assert name in plain(app)
        assert LIVE.findall(markdown(app)) == []
    assert LIVE.findall(markdown(click(letter, "sent"))) == []
