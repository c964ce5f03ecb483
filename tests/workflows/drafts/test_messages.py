"""A message from its first wording to 'sent': begun, kept, refreshed, checked, and remembered as it went."""

from datetime import date, timedelta
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.proofreading import LetterFinding
from lib.records.application import Application
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.vocabulary import TaskKind
from lib.store import Draft, Store
from lib.workflows.drafting import OpenDrafts
from lib.workflows.drafts.messages import (
    begin_message,
    chosen_channel,
    correspondence,
    findings,
    message_of,
    refresh,
    send_message,
)
from lib.workflows.entries.tasks import finish_task, reopen_task, snooze_task
from lib.workflows.errors import Gone, Incomplete
from tests.workflows.evening import NOW, debriefed, edited, new_server, the, workbook
from tests.workflows.owed import TOPICS, here, later, letter_to, message, met_three, owed, plan, put_all, row

THANK = "Thank Priya Raman"
WORDS = "Dear Priya,\n\nThank you for the talk about streaming.\n\nGrace Moreno"


def body(draft: Draft) -> str:
    return str(draft.values["body_email"])


def looked_at(store: Store, draft: Draft, title: str = THANK) -> tuple[LetterFinding, ...]:
    return findings(workbook(store), letter_to(store, title), draft, store.drafts.list())


def checks(found: tuple[LetterFinding, ...]) -> set[str]:
    return {finding.check for finding in found}


def test_three_people_met_get_three_different_drafts_t2(store: Store) -> None:
    met_three(store)
    drafts = {name: body(message(store, f"Thank {name}")) for name in TOPICS}
    for name, topic in TOPICS.items():
        assert topic in drafts[name]
        assert not any(other in drafts[name] for other in set(TOPICS.values()) - {topic})


def test_every_channel_that_the_kind_has_is_begun_at_once(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK)
    assert {field for field in draft.values if field.startswith("body_")} == {
        f"body_{channel}" for channel in TASK_KINDS["thank_you"].channels
    }
    assert all(draft.values[f"body_{channel}"] for channel in TASK_KINDS["thank_you"].channels)


def test_a_message_typed_is_on_disk_at_once(store: Store) -> None:
    met_three(store)
    open_drafts = OpenDrafts()
    draft = open_drafts.open("tab", "message", message(store, THANK))
    open_drafts.keep("tab", "message", {"body_email": WORDS}, store, NOW)
    kept = store.drafts.load(draft.id)
    assert kept
    assert body(kept) == WORDS


def test_what_was_only_looked_at_is_not_on_disk(store: Store) -> None:
    met_three(store)
    OpenDrafts().open("tab", "message", message(store, THANK))
    assert store.drafts.list() == ()


def test_an_untouched_draft_follows_the_debrief_when_it_is_corrected(store: Store) -> None:
    interview = met_three(store)
    draft = message(store, THANK)
    edited(store, interview, "people", {"people.pe-1.talked_about": "the parental leave of the whole team"})
    assert "parental leave" in body(refresh(letter_to(store, THANK), draft))


def test_what_was_typed_stays_when_the_debrief_is_corrected_and_the_rest_follows(store: Store) -> None:
    interview = met_three(store)
    draft = message(store, THANK, body_email=WORDS)
    edited(store, interview, "people", {"people.pe-1.talked_about": "the parental leave of the whole team"})
    now = refresh(letter_to(store, THANK), draft)
    assert body(now) == WORDS
    assert "parental leave" in str(now.values["body_message"])


def test_words_typed_taken_back_and_typed_again_stay_one_draft(store: Store) -> None:
    met_three(store)
    open_drafts = OpenDrafts()
    open_drafts.open("tab", "message", message(store, THANK))
    first = body(message(store, THANK))
    for words in (WORDS, first, "Again"):
        kept = open_drafts.keep("tab", "message", {"body_email": words}, store, NOW)
        open_drafts.open("tab", "message", refresh(letter_to(store, THANK), kept))
    assert [draft.id for draft in store.drafts.list()] == [owed(store, THANK).id]


def test_sent_keeps_time_channel_and_the_final_words_t1(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, channel="email", subject_email="Our talk", body_email=WORDS)
    send_message(store, draft, later(minutes=20))
    sent = row(store, draft.record_id)
    assert (sent.status, sent.done_at, sent.channel) == ("done", NOW + timedelta(minutes=20), "email")
    assert (sent.subject, sent.body) == ("Our talk", WORDS)


def test_sent_is_one_commit_that_removes_the_draft_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=WORDS)
    commits = []
    commit = Store.commit
    monkeypatch.setattr(Store, "commit", lambda self, change, now: commits.append(change) or commit(self, change, now))
    send_message(store, draft, here())
    assert [change.draft_id for change in commits] == [draft.id]  # type: ignore[attr-defined]
    assert store.drafts.list() == ()


def test_a_message_sent_as_it_was_drafted_is_kept_with_its_words(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK)
    send_message(store, draft, here())
    assert row(store, draft.record_id).body == body(draft).strip()


def test_sent_twice_from_two_clicks_is_one_row_with_the_first_time(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=WORDS)
    send_message(store, draft, here())
    assert send_message(store, draft, later(minutes=1)).repeated
    assert [task.done_at for task in workbook(store).tasks] == [NOW]


def test_an_empty_message_is_refused_and_its_draft_stays(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=" \n ")
    with pytest.raises(Incomplete, match="empty"):
        send_message(store, draft, here())
    assert [kept.id for kept in store.drafts.list()] == [draft.id]
    assert workbook(store).tasks == ()


def test_words_that_no_file_can_keep_are_refused_in_words(store: Store) -> None:
    met_three(store)
    with pytest.raises(Incomplete, match="cannot be kept"):
        send_message(store, message(store, THANK, body_email="Half \ud83d an emoji"), here())


def test_undo_of_sent_brings_the_task_back_with_the_words(store: Store) -> None:
    met_three(store)
    receipt = send_message(store, message(store, THANK, channel="message", body_message=WORDS), here())
    store.undo(receipt.id, NOW)
    again = message(store, THANK)
    assert (again.values["channel"], again.values["body_message"]) == ("message", WORDS)


def test_a_reopened_message_opens_with_what_was_sent(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=WORDS)
    send_message(store, draft, here())
    reopen_task(store, draft.record_id, here())
    assert body(message(store, THANK)) == WORDS


def test_a_message_sent_taken_back_and_sent_again_is_sent(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=WORDS)
    receipt = send_message(store, draft, here())
    store.undo(receipt.id, NOW)
    new_server()
    send_message(store, message(store, THANK), here())
    assert row(store, draft.record_id).status == "done"


def test_where_no_channel_is_chosen_any_more_the_suggested_one_counts(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, channel="", body_email=WORDS)
    assert chosen_channel(letter_to(store, THANK), draft) == "email"
    send_message(store, draft, here())
    assert (row(store, draft.record_id).channel, row(store, draft.record_id).body) == ("email", WORDS)


def test_words_typed_in_another_tab_outlive_a_message_sent_from_this_one(store: Store) -> None:
    met_three(store)
    mine = message(store, THANK)
    message(store, THANK, token="dt-2", body_email="Typed elsewhere")
    send_message(store, mine, here())
    assert [kept.values["body_email"] for kept in store.drafts.list()] == ["Typed elsewhere"]
    assert row(store, mine.record_id).body == body(mine).strip()


def test_a_message_whose_task_was_done_in_another_tab_is_gone_and_its_words_stay(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK)
    finish_task(store, draft.record_id, here())
    store.drafts.save(Draft(**{**vars(draft), "values": {**draft.values, "body_email": WORDS}}), NOW)
    with pytest.raises(Gone):
        send_message(store, store.drafts.list()[0], here())
    assert [body(kept) for kept in store.drafts.list()] == [WORDS]


def test_a_snoozed_message_can_still_be_written_and_sent(store: Store) -> None:
    met_three(store)
    due = owed(store, THANK)
    snooze_task(store, due.id, date(2026, 11, 22), here())
    send_message(store, message(store, THANK, body_email=WORDS), here())
    assert (row(store, due.id).status, row(store, due.id).snoozed_until) == ("done", None)


def test_a_promise_sent_as_a_message_is_kept_f4(store: Store) -> None:
    met_three(store, promise="Send the link")
    draft = message(store, "Send the link")
    assert "I'm sending you the link." in body(draft)
    send_message(store, draft, here())
    assert [promise.kept_on for promise in workbook(store).promises] == [NOW.date()]


@pytest.mark.parametrize(
    ("chosen", "greeting"), [({"promise_to": "pe-2"}, "Dear Ben,"), ({}, "Dear [name],")], ids=["said", "not said"]
)
def test_a_promise_goes_to_the_person_to_whom_it_was_made(store: Store, chosen: dict[str, str], greeting: str) -> None:
    met_three(store, promise="Send the link", **chosen)
    assert body(message(store, "Send the link")).startswith(greeting)


def test_a_promise_goes_to_the_only_person_met_also_where_no_row_names_them(store: Store) -> None:
    debriefed(store, promise="Send the link", **{"people.pe-1.name": "Priya Raman"})
    (promise,) = workbook(store).promises
    assert promise.person_id
    put_all(store, promise.changed(person_id=""))
    assert body(message(store, "Send the link")).startswith("Dear Priya,")


def test_a_form_letter_is_found_with_the_pair_side_by_side_t2(store: Store) -> None:
    met_three(store)
    send_message(store, message(store, "Thank Ben Lindqvist"), here())
    (sent,) = workbook(store).tasks
    draft = message(store, THANK, body_email=sent.body.replace("Ben", "Priya"))
    (alike,) = (finding for finding in looked_at(store, draft) if finding.pair)
    assert alike.pair
    assert alike.pair.to == "Ben Lindqvist"
    assert alike.pair.mine_marks
    assert alike.pair.theirs_marks


def test_a_form_letter_is_found_beside_a_note_that_is_still_a_draft_t2(store: Store) -> None:
    met_three(store)
    other = message(store, "Thank Ben Lindqvist")
    words = body(other) + "\nP.S. The joins again."
    message(store, "Thank Ben Lindqvist", channel="email", body_email=words)
    draft = message(store, THANK, body_email=words.replace("Ben", "Priya"))
    assert [finding.pair.to for finding in looked_at(store, draft) if finding.pair] == ["Ben Lindqvist"]


def test_a_note_of_another_company_is_not_compared(store: Store) -> None:
    met_three(store)
    debriefed(store, 2, company="Contoso", **{"people.pe-9.name": "Dana Wu"})
    theirs = message(store, "Thank Dana Wu", channel="email", body_email=WORDS)
    mine = message(store, THANK, body_email=WORDS)
    assert [finding for finding in looked_at(store, mine) if finding.pair] == []
    send_message(store, theirs, here())
    assert [finding for finding in looked_at(store, mine) if finding.pair] == []


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("Dear Priya,\n\nThank you for [what we talked about].\n\nGrace", "blank"),
        ("Dear Pryia,\n\nThank you for the talk about streaming the billing system.\n\nGrace", "name"),
        ("Dear Priya,\n\nThank you for the talk at Contoso about the billing system.\n\nGrace", "other_company"),
        ("Dear Priya,\n\nThank you for your time.\n\nGrace", "not_theirs"),
        ("Dear Priya,\n\nThank you for the plesant talk about the billing system.\n\nGrace", "spelling"),
        ("Dear Priya,\n\nThe billing system and streaming stay with me.\n\nGrace", "no_thanks"),
        (
            "Dear Priya,\n\nThank you for the billing system talk. Please answer as soon as possible.\n\nGrace",
            "pressing",
        ),
        ("Dear Priya,\n\nThank you for the billing system talk. Sorry to bother you.\n\nGrace", "apologetic"),
    ],
)
def test_each_finding_is_listed_with_where_and_why_t5(store: Store, words: str, check: str) -> None:
    met_three(store)
    put_all(store, Application(id="ap-c", company="Contoso", role="Analyst"))
    found = looked_at(store, message(store, THANK, body_email=words))
    assert check in checks(found)
    assert all(finding.what and finding.why for finding in found)


def test_a_letter_to_someone_with_german_letters_is_read_as_german(store: Store) -> None:
    met_three(store)
    words = "Liebe Priya,\n\nvielen Dank für das offene Gespräch gestern. Ich freue mich auf Ihre Antwort.\n\nGrace"
    draft = message(store, THANK, body_email=words)
    assert "spelling" in checks(looked_at(store, draft))
    (priya,) = (person for person in workbook(store).people if person.name.startswith("Priya"))
    put_all(store, priya.changed(language="german"))
    assert looked_at(store, draft) == ()


def test_a_message_with_findings_may_be_sent_all_the_same_t5(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email="[blank]")
    assert looked_at(store, draft)
    send_message(store, draft, here())
    assert row(store, draft.record_id).body == "[blank]"


def test_the_first_wording_has_nothing_to_look_at_again(store: Store) -> None:
    met_three(store)
    assert looked_at(store, message(store, THANK)) == ()


def test_the_draft_restates_interest_and_what_was_left_unsaid_t3(store: Store) -> None:
    met_three(store)
    words = body(message(store, THANK))
    assert "alerting" in words


@pytest.mark.parametrize("leaning", [{"interest_after": "3"}, {}])
def test_no_interest_is_claimed_where_the_debrief_leans_to_decline_b1(store: Store, leaning: dict[str, Any]) -> None:
    interview = met_three(store, **leaning)
    if not leaning:
        edited(store, interview, "job", {"leaning": "decline"})
    draft = message(store, THANK)
    letter = letter_to(store, THANK)
    assert letter.facts.stance == "none"
    assert any("no interest" in advice for advice in message_of(letter, draft).advice)
    claimed = message(store, THANK, body_email=f"{body(draft)}\nI am very interested in the role.")
    assert "claimed_interest" not in checks(looked_at(store, draft))
    assert "claimed_interest" in checks(looked_at(store, claimed))


def test_two_days_after_leaning_to_decline_the_no_is_written_b1(store: Store) -> None:
    interview = met_three(store)
    edited(store, interview, "job", {"leaning": "decline"}, now=NOW)
    title = "Withdraw from Northwind"
    assert title not in [due.title for due in plan(store, later(days=1)).tasks]
    assert title in [due.title for due in plan(store, later(days=2)).tasks]
    send_message(store, message(store, title, later(days=2)), later(days=2))
    assert row(store, owed_id(store)).kind == "tell_them_no"


def owed_id(store: Store) -> str:
    (task,) = workbook(store).tasks
    return task.id


@pytest.mark.parametrize("prefers", ["card", "phone", "linkedin"])
def test_the_channel_is_the_one_that_the_person_prefers_with_the_reason_t4(store: Store, prefers: str) -> None:
    met_three(store)
    priya = next(person for person in workbook(store).people if person.name == "Priya Raman")
    put_all(store, priya.changed(prefers=prefers))
    letter = letter_to(store, THANK)
    assert message(store, THANK).values["channel"] == prefers
    assert "Priya" in letter.suggestion.reason


def test_a_formal_house_gets_a_card_t4(store: Store) -> None:
    met_three(store)
    (application,) = workbook(store).applications
    put_all(store, application.changed(formality="formal"))
    assert message(store, THANK).values["channel"] == "card"


def test_after_the_thanks_an_invitation_is_due_within_its_length_t6(store: Store) -> None:
    met_three(store)
    send_message(store, message(store, THANK), here())
    title = "Invite Priya Raman to connect"
    assert title in [due.title for due in plan(store, later(days=1)).tasks]
    invitation = message(store, title, later(days=1))
    assert len(str(invitation.values["body_linkedin"])) <= 200
    assert "thank" in str(invitation.values["body_linkedin"]).casefold()


def test_a_person_without_email_name_topic_still_gets_a_draft(store: Store) -> None:
    interview = met_three(store, **{"people.pe-1.talked_about": ""})
    letter = letter_to(store, THANK)
    assert letter.address == ""
    assert "[what we talked about]" in body(message(store, THANK))
    assert the(store, interview.id)


@pytest.mark.parametrize("name", ['O"Neil, Jr.', "مريم الخطيب", "{{ me }}", "=1+1", "<img src=x onerror=alert(1)>"])
def test_any_name_is_in_the_draft_unchanged(store: Store, name: str) -> None:
    met_three(store, **{"people.pe-1.name": name})
    draft = message(store, f"Thank {name}")
    assert name.split()[0].strip(",") in body(draft)
    looked_at(store, draft, f"Thank {name}")
    send_message(store, draft, here())
    assert row(store, draft.record_id).body == body(draft).strip()


@pytest.mark.parametrize("kind", MESSAGES)
def test_every_kind_of_message_can_be_begun_for_a_task(store: Store, kind: TaskKind) -> None:
    met_three(store)
    due = owed(store, THANK)
    changed = type(due)(**{**{field: getattr(due, field) for field in due.__dataclass_fields__}, "kind": kind})
    assert changed.is_written
    letter = correspondence(workbook(store), changed, NOW.date(), dates=DAY_FIRST)
    draft = begin_message(letter, "dt-1")
    assert draft.values["channel"] in TASK_KINDS[kind].channels
    assert message_of(letter, draft).body


def test_a_task_without_words_has_no_message(store: Store) -> None:
    interview = met_three(store)
    due = owed(store, f"How much do you want {workbook(store).applications[0].company} now?", later(days=2))
    assert interview.id == due.interview_id
    assert not due.is_written
    with pytest.raises(Gone):
        correspondence(workbook(store), due, NOW.date(), dates=DAY_FIRST)


def test_the_promised_date_passes_and_the_message_goes_to_the_recruiter_one_business_day_later_f3(store: Store) -> None:
    met_three(store, reply_by="2026-11-27")
    put_all(store, Person(id="pe-rec", name="Rita Recruiter", kind="recruiter", company="Northwind"))
    title = "Follow up with Northwind"
    assert title not in [due.title for due in plan(store, later(days=9)).tasks]  # Sunday
    monday = later(days=10)
    due = owed(store, title, monday)
    assert due.person_id == "pe-rec"
    words = body(message(store, title, monday))
    assert "27 November" in words
    assert "Data engineer" in words


def test_all_rounds_done_asks_one_question_f5(store: Store) -> None:
    interview = met_three(store)
    edited(store, interview, "basics", {"last_round": "yes"}, now=NOW)
    monday = later(days=7)
    words = body(message(store, "Ask Northwind whether they need anything to decide", monday))
    assert words.count("?") == 1


def test_a_reason_typed_is_kept_with_the_message_f7(store: Store) -> None:
    met_three(store)
    draft = message(store, THANK, body_email=WORDS, reason="She asked me to")
    send_message(store, draft, here())
    assert row(store, draft.record_id).reason == "She asked me to"


@pytest.mark.parametrize("person", ["", "pe-1"])
def test_a_promise_is_addressed_to_the_person_met_whom_its_words_name(store: Store, person: str) -> None:
    promised = {"promises.pr-1.what": "send Ben the pic of my cert", "promises.pr-1.person_id": person}
    interview = met_three(store, **promised)
    (made,) = (row for row in workbook(store).promises if row.interview_id == interview.id)
    letter = letter_to(store, "Send Ben the pic of my cert")

    assert made.person_id == (person or "pe-2")
    assert letter.person_id == made.person_id
    assert ("sending you the pic of my cert" in letter.wording("email").body) is (person == "")


def test_an_earlier_promise_without_a_person_is_addressed_by_its_words(store: Store) -> None:
    interview = met_three(store)
    put_all(store, Promise(id="pr-1", interview_id=interview.id, what="share that article w Ben"))

    assert letter_to(store, "Share that article w Ben").facts.person == "Ben Lindqvist"


def test_beside_a_thank_you_are_the_lines_that_name_the_person(store: Store) -> None:
    met_three(store, went_well="Ben liked the rota story", notes="Chiara asked about nights")

    assert letter_to(store, "Thank Ben Lindqvist").noted == ("Ben liked the rota story",)
    assert letter_to(store, "Thank Priya Raman").noted == ()
