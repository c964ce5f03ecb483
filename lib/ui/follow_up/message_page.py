"""One message: its draft from the debrief, what to check, and the ways to send it."""

import streamlit as st

from lib.english import sentence_case
from lib.exchange.mail import WORK_ACCOUNT_CAUTION, mail_file, mail_link
from lib.followup.chases import chase_timing
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import INVITATION_LIMIT, Message, blanks
from lib.followup.origins import origins
from lib.followup.snapshot import Snapshot
from lib.records.ids import new_id
from lib.records.vocabulary import Channel
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context
from lib.ui.drafts import form_flow
from lib.ui.drafts.field_sync import sync_widgets
from lib.ui.drafts.fields import Form
from lib.ui.follow_up import address_question, copying, letter_text, own_words
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import breadcrumbs, own_name, task_card
from lib.workflows import form_values
from lib.workflows.drafts.messages import (
    Correspondence,
    begin_message,
    chosen_channel,
    correspondence,
    findings,
    language_of,
    message_of,
    refresh,
)
from lib.workflows.entries.tasks import channel_written

_MOST_NAMED = 5
"""So many blanks are named beside the button; all of them are marked in the letter."""
_SIDES = (5, 3)


def show(context: Context, task_id: str) -> None:
    """The message of a task; a task without one as its card."""
    due = context.plan.find(task_id)
    breadcrumbs.show("Follow-up", here=due.title if due else "Done")
    if due is None:
        _nothing_owed(context, task_id)
        return
    st.title(escaped(due.title), anchor=False)
    st.write(escaped(f"{due.why} {sentence_case(due.timing)}.".strip()))
    if due.is_written:
        _letter(context, due)
    else:
        task_card.show(context, due)


def _nothing_owed(context: Context, task_id: str) -> None:
    st.title("This is already done", anchor=False)
    st.write("You'll find it under Done recently.")
    begun = context.store.drafts.load(task_id)
    if begun and (channel := channel_written(begun)):
        st.write("What you had written:")
        st.text(form_values.text(begun.values, f"body_{channel}"))


def _letter(context: Context, due: DerivedTask) -> None:
    letter = correspondence(context.workbook, due, context.today, context.dates)
    name = f"message {due.id}"
    opened = form_flow.open_draft(name, context) or context.store.drafts.load(due.id)
    draft = refresh(letter, opened) if opened else begin_message(letter, new_id("dt", RANDOM))
    if draft is not opened:
        session.forget_fields(name)
    OPEN_DRAFTS.open(session.tab(), name, draft)
    form = Form(name, draft, context.dates)
    channel = chosen_channel(letter, draft)
    text, beside = st.columns(_SIDES, gap="large")
    with text:
        _to_whom(letter)
        if _is_edited(due):
            _box(form, due, channel)
        message = message_of(letter, form.draft)
        found = findings(context.workbook, letter, form.draft, context.drafts)
        if not _is_edited(due):
            letter_text.show(message, found)
        letter_text.say_whether_checked(message, found, language_of(context.workbook, letter))
        note = _sending(letter, message, due)
        if note:
            st.caption(escaped(note))
        letter_text.show_findings(name, message, found)
    with beside, st.container(key="beside"):  # it stays in sight however long the letter is: letter.css
        _how(letter, form, message)
        _sent(context, form, due, message)
        _advised(message)
        _noted(letter)
    with st.columns(_SIDES, gap="large")[0]:
        _sources(letter, message)
        own_words.show(letter, message)


def _is_edited(due: DerivedTask) -> bool:
    return bool(st.session_state.get(f"edit {due.id}"))


def _box(form: Form, due: DerivedTask, channel: Channel) -> None:
    if channel == "email":
        form.text_input(f"subject_{channel}", "Subject")
    form.text_area(f"body_{channel}", "Message")
    st.button("Show as it will be read", key="edited", on_click=_edit, args=(due.id, form.name, False))


def _edit(task_id: str, name: str, is_edited: bool) -> None:
    sync_widgets(name)
    st.session_state[f"edit {task_id}"] = is_edited


def _to_whom(letter: Correspondence) -> None:
    facts = letter.facts
    to = ", ".join(part for part in (facts.person or facts.company, letter.address) if part)
    if to:
        st.markdown(marked(":gray[To] **{}**", to))


def _how(letter: Correspondence, form: Form, message: Message) -> None:
    """How it goes out, and what has to be known for that."""
    facts, channel = letter.facts, message.channel
    form.choice(
        "channel", "How will you send it?", TASK_KINDS[letter.kind].channels, {"phone": "Phone (talking points)"}
    )
    if channel == letter.suggestion.channel:
        st.caption(escaped(letter.suggestion.reason))
    if channel == "email" and letter.person_id and not letter.address:
        routes.person(letter.person_id).link("Add the address")
    if channel != "phone":
        address_question.show(letter, form.name)
    if not facts.me:
        own_name.ask("Your name, as you sign. It goes into every message.")


def _advised(message: Message) -> None:
    for advice in message.advice:
        st.caption(escaped(advice))
    if message.kind == "connect":
        st.caption(marked("{} of {} characters", len(message.body), INVITATION_LIMIT))


def _sources(letter: Correspondence, message: Message) -> None:
    if st.toggle("Where does each sentence come from?", key="sources"):
        own = letter.own_wording(message.channel)
        for origin in origins(message, letter.facts, template=own.body if own else ""):
            st.markdown(marked("{}  \n:gray[{}]", origin.sentence, origin.source))


def _noted(letter: Correspondence) -> None:
    facts = letter.facts
    entries = [
        ("You talked about", facts.topic),
        ("You forgot to mention", facts.unsaid_note),
        ("You said about yourself", "; ".join(facts.claims)),
        ("Their problem", facts.their_problem),
        ("What they said", facts.feedback),
    ]
    lines = [marked(":gray[{}:] {}", heading, words) for heading, words in entries if words]
    if letter.noted:
        lines += [marked(":gray[Your notes that name {}:]", facts.address.name or facts.person)]
        lines += [escaped(line) for line in letter.noted]
    if lines:
        with st.expander("From your debrief", expanded=True):
            st.write(joined("  \n", lines))


def _sending(letter: Correspondence, message: Message, due: DerivedTask) -> str:
    """Edit the letter, copy it or open it in mail; returns what to look out for."""
    with st.container(horizontal=True, vertical_alignment="top", key="sending"):
        if not _is_edited(due):
            st.button("Edit", key="edit", on_click=_edit, args=(due.id, f"message {due.id}", True))
        copying.show(message.body, f"copy {due.id} {message.channel}")
        return _by_mail(letter, message) if message.channel == "email" else ""


def _by_mail(letter: Correspondence, message: Message) -> str:
    link = mail_link(letter.address, message.subject, message.body)
    file = mail_file(letter.facts.person, letter.address, message.subject, message.body)
    st.link_button("Open in mail", link.url)
    st.download_button("Save as a mail file", file.content, file.name, "message/rfc822", on_click="ignore")
    return " ".join(note for note in (link.note, WORK_ACCOUNT_CAUTION) if note)


def _sent(context: Context, form: Form, due: DerivedTask, message: Message) -> None:
    slow = chase_timing(
        Snapshot(context.workbook, context.now, context.zone, context.local_time.country, dates=context.dates),
        due.application_id,
    )
    wants_reason = TASK_KINDS[due.kind].is_chase and slow.needs_reason
    if wants_reason:
        st.write(escaped(slow.sentence))
        form.text_input("reason", "Why now?")
    if left := list(dict.fromkeys(message.body[start:end] for start, end in blanks(message.body))):
        st.caption(marked(":orange[Still blank:] {}", ", ".join(left[:_MOST_NAMED])))
    with st.container(horizontal=True, key="actions"):
        blocked = wants_reason and not form.text("reason").strip()
        st.button("Mark as sent", type="primary", key="sent", disabled=blocked, on_click=_send, args=(form.name,))
        st.button("Dismiss", key="go", on_click=_dismiss, args=(due.id, form.name))
        if due.kind == "close_out" and st.button("Record the outcome", key="became"):
            routes.outcome(due.interview_id).go()


def _send(name: str) -> None:
    form_flow.save(name, "Marked as sent. The message is kept.")
    routes.close()


def _dismiss(task_id: str, name: str) -> None:
    task_card.dismiss(task_id)
    form_flow.close(name)
    routes.close()
