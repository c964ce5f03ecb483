"""One message: its draft from the debrief, what to check, and the ways to send it."""

from collections.abc import Sequence

import streamlit as st

from lib.english import counted, sentence_case
from lib.exchange.mail import WORK_ACCOUNT_CAUTION, mail_file, mail_link
from lib.followup.chases import pace
from lib.followup.due import Due
from lib.followup.messages import CHANNELS, INVITATION_LIMIT, Message
from lib.followup.proofreading import Finding, Likeness
from lib.followup.scene import Scene
from lib.records.ids import new_id
from lib.ui import places, session
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form
from lib.ui.follow_up import address_question
from lib.ui.markdown import escaped
from lib.ui.shared import breadcrumbs, own_name, task_card
from lib.ui.visit import DESK, RANDOM, Visit
from lib.workflows import answers as given
from lib.workflows.drafts.messages import (
    Correspondence,
    begin_message,
    chosen_channel,
    correspondence,
    findings,
    is_written,
    message_of,
    refreshed,
)
from lib.workflows.entries.tasks import channel_written

_CHASES = ("follow_up", "check_in", "ready_to_decide")


def show(visit: Visit, task_id: str) -> None:
    """The message of a task; a task without one as its card."""
    due = visit.plan.find(task_id)
    breadcrumbs.show("Follow-up", here=due.title if due else "Done")
    if due is None:
        _nothing_owed(visit, task_id)
        return
    st.title(escaped(due.title), anchor=False)
    st.write(escaped(f"{due.why} {sentence_case(due.timing)}.".strip()))
    if is_written(due):
        _letter(visit, due)
    else:
        task_card.show(visit, due)


def _nothing_owed(visit: Visit, task_id: str) -> None:
    st.title("This is already done", anchor=False)
    st.write("You'll find it under Done recently.")
    begun = visit.store.drafts.load(task_id)
    if begun and (channel := channel_written(begun)):
        st.write("What you had written:")
        st.text(given.text(begun.values, f"body_{channel}"))


def _letter(visit: Visit, due: Due) -> None:
    letter = correspondence(visit.workbook, due, visit.today)
    name = f"message {due.id}"
    tab = session.tab()
    opened = driver.on_desk(name, visit) or visit.store.drafts.load(due.id)
    draft = refreshed(letter, opened) if opened else begin_message(letter, new_id("dt", RANDOM))
    if draft is not opened:
        session.forget_fields(name)
    DESK.put(tab, name, draft)
    form = Form(name, draft)
    labels = {"phone": "Phone (as notes)"}
    form.choice("channel", "How will you send it?", CHANNELS[letter.kind], labels)
    channel = chosen_channel(letter, draft)
    if channel == letter.suggestion.channel:
        st.caption(escaped(letter.suggestion.reason))
    if channel != "phone":
        address_question.show(letter, name)
    if channel == "email":
        form.line(f"subject_{channel}", "Subject")
    form.box(f"body_{channel}", "Message")
    if not letter.facts.me:
        own_name.ask("Your name, as you sign. It goes into every message.")
    message = message_of(letter, draft)
    for advice in message.advice:
        st.caption(escaped(advice))
    if message.kind == "connect":
        st.caption(f"{len(message.body)} of {INVITATION_LIMIT} characters")
    _beside(letter)
    _look_again(findings(visit.workbook, letter, draft, visit.drafts))
    _ways_out(letter, message)
    _sent(visit, form, due)


def _beside(letter: Correspondence) -> None:
    facts = letter.facts
    told = [
        ("You talked about", facts.topic),
        ("You forgot to mention", facts.unsaid),
        ("You said about yourself", "; ".join(facts.claims)),
        ("The problem they want solved", facts.their_problem),
        ("Their words", facts.feedback),
    ]
    lines = [f":gray[{heading}:] {escaped(words)}" for heading, words in told if words]
    if lines:
        with st.expander("From your debrief", expanded=True):
            st.write("  \n".join(lines))


def _look_again(found: Sequence[Finding]) -> None:
    if not found:
        st.caption("Checked: nothing to fix.")
        return
    with st.container(border=True, key="findings"):
        st.write(f"**{counted(len(found), 'thing')} to check.** You can send it anyway.")
        for finding in found:
            where = "In the subject: " if finding.part == "subject" else ""
            st.write(f"{where}{escaped(finding.what)}  \n:gray[{escaped(finding.why)}]")
            if finding.pair:
                _side_by_side(finding.pair)


def _side_by_side(pair: Likeness) -> None:
    mine, theirs = st.columns(2)
    with mine:
        st.caption("This one")
        st.write(_marked(pair.mine, pair.mine_marks))
    with theirs:
        st.caption(escaped(f"To {pair.to}"))
        st.write(_marked(pair.theirs, pair.theirs_marks))


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in marks:
        parts += [escaped(text[at:start]), _bold(text[start:end])]
        at = end
    return "".join((*parts, escaped(text[at:])))


def _bold(words: str) -> str:
    """The words in bold, each line by itself: Markdown ends what is bold at an empty line."""
    lines = (f"**{escaped(line.strip())}**" if line.strip() else "" for line in words.split("\n"))
    before, after = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    return before + "  \n".join(lines) + after


def _ways_out(letter: Correspondence, message: Message) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="ways_out"):
        with st.popover("Copy", key="copy"):
            st.write("Use the copy button at the top right of the message, then paste it into your mail.")
            st.code(message.body, language=None, wrap_lines=True)
        note = _by_mail(letter, message) if message.channel == "email" else ""
    if note:
        st.caption(escaped(note))


def _by_mail(letter: Correspondence, message: Message) -> str:
    link = mail_link(letter.address, message.subject, message.body)
    file = mail_file(letter.facts.person, letter.address, message.subject, message.body)
    st.link_button("Open in mail", link.url)
    st.download_button("Save as a mail file", file.content, file.name, "message/rfc822", on_click="ignore")
    return " ".join(note for note in (link.note, WORK_ACCOUNT_CAUTION) if note)


def _sent(visit: Visit, form: Form, due: Due) -> None:
    slow = pace(Scene(visit.workbook, visit.now, visit.zone, visit.here.country), due.application_id)
    wants_reason = due.kind in _CHASES and slow.needs_reason
    if wants_reason:
        st.write(escaped(slow.sentence))
        form.line("reason", "Why now?")
    with st.container(horizontal=True, key="ways"):
        blocked = wants_reason and not form.text("reason").strip()
        st.button("Mark as sent", type="primary", key="sent", disabled=blocked, on_click=_send, args=(form.name,))
        st.button("Dismiss", key="go", on_click=_let_go, args=(due.id, form.name))
        if due.kind == "close_out" and st.button("Record the outcome", key="became"):
            places.outcome(due.interview_id).go()


def _send(name: str) -> None:
    driver.save(name, "Marked as sent. The message is kept.")
    places.close()


def _let_go(task_id: str, name: str) -> None:
    task_card.let_go(task_id)
    driver.drop(name)
    places.close()
