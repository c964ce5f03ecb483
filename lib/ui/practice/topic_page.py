"""One question: how it went each time, the best answer, and what it is practised with."""

import streamlit as st

from lib.english import one_line, times
from lib.practice.bank import Asking, BankTopic, topic_of
from lib.practice.company_bound import company_binding
from lib.practice.queue import card_readiness, next_practice_at
from lib.practice.readiness import WORDS
from lib.practice.schedule import Memory, read_log
from lib.records.labels import label
from lib.records.vocabulary import Practise
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.practice import answer, crumbs, recording
from lib.ui.shared import breadcrumbs, same_question
from lib.ui.shared.rows import facts, line
from lib.workflows.entries.practising import card_of, choose_practise, join, split_off

_LONG = 160


def show(context: Context, card_id: str) -> None:
    """The one view of a question, at its own address."""
    entry = topic_of(context.workbook, card_id, context.today, context.dates)
    breadcrumbs.show("Practice", crumbs.QUESTIONS, here=entry.card.text if entry else "Not here", back=routes.reset)
    if entry is None:
        st.title("Not here", anchor=False)
        st.write("The question at this address is not in the workbook. It may have been deleted.")
        return
    _heading(entry)
    if not entry.card.is_mine:
        _practice(context, entry)
        st.subheader("Your best answer", anchor=False)
        answer.show(context, entry)
        recording.show_kept(context, entry.card)
    _askings(context, entry)
    _alike(context, entry)
    same_question.look_again_when_ready()


def close() -> None:
    """Back to the lists: a callback."""
    routes.close()


def _heading(entry: BankTopic) -> None:
    text = entry.card.text
    st.title(escaped(text) if len(text) <= _LONG else "A long question", anchor=False)
    if len(text) > _LONG:
        st.text(text)
    kind = f"{label(entry.card.category)}. " if entry.card.category else ""
    st.write(marked("{}{}", kind, entry.sentence))


def _practice(context: Context, entry: BankTopic) -> None:
    card = entry.card
    memory = read_log(context.workbook, context.now).memory(card.id)
    st.write(escaped(_standing(context, entry, memory)))
    if company := company_binding(context.workbook).name_bound_to(card):
        st.caption(marked("It's about {}, so it never comes up before an interview anywhere else.", company))
    with st.container(horizontal=True, key="practice_actions"):
        if card.is_suspended:
            _turn("Bring it back", card.id, "auto" if card.is_hard else "yes", "It's back on your list.")
        elif card.is_practised:
            _turn("Stop asking this", card.id, "suspended", "Saved. You can bring it back here.")
        else:
            _turn("Practise it", card.id, "yes", "It's on your list now.")


def _standing(context: Context, entry: BankTopic, memory: Memory) -> str:
    card = entry.card
    if card.is_suspended:
        return "You stopped it: it doesn't come up in practice."
    if not card.is_practised:
        return (
            "Not on your list. Hard questions go on it by themselves. Before an interview, so does what they asked you "
            "there and what several companies asked."
        )
    why = "" if card.is_chosen else ", since it was hard"
    if memory.last_review is None:
        return f"On your list{why}. Not practised yet."
    zone = context.now.tzinfo
    last = context.dates.near_day(memory.last_review.astimezone(zone).date(), context.today)
    back = next_practice_at(context.workbook, card.id, memory, context.now)
    when = "not again before the interview"
    if back:
        when = (
            "due now"
            if back <= context.now
            else f"back {context.dates.near_day(back.astimezone(zone).date(), context.today)}"
        )
    state = WORDS[card_readiness(context.workbook, card.id, context.now)]
    return f"On your list{why}. {state}: practised {times(memory.reviews)}, last {last}; {when}."


def _turn(words: SafeText, card_id: str, practise: Practise, sentence: str) -> None:
    st.button(words, key=f"practise {practise}", on_click=_choose, args=(card_id, practise, sentence))


def _choose(card_id: str, practise: Practise, sentence: str) -> None:
    context = current_context()
    saving.run(lambda: choose_practise(context.store, card_id, practise, context.now), sentence)


def _askings(context: Context, entry: BankTopic) -> None:
    if not entry.askings:
        return
    st.subheader("Each time it was asked", anchor=False)
    several = len(entry.askings) > 1
    for asking in entry.askings:
        with st.container(border=True, key=f"asking_{asking.question.id}"):
            _asking(context, entry, asking, several)


def _asking(context: Context, entry: BankTopic, asking: Asking, several: bool) -> None:
    question = asking.question
    where = ", ".join(part for part in (asking.company, label(asking.stage) if asking.stage else "") if part)
    when = context.dates.near_day(asking.on, context.today) if asking.on else ""
    st.write(marked("**{}**", where or "For no interview in particular") + (marked("  \n{}", when) if when else ""))
    if question.text.strip() != entry.card.text.strip():
        st.text(f"“{question.text.strip()}”")
    facts(
        {
            "Went": question.went,
            "Prepared": {True: "yes", False: "no", None: ""}[question.prepared],
            "What I said": question.answer,
            "What I wished I'd said": question.better_answer,
        }
    )
    with st.container(horizontal=True, key=f"actions_{question.id}"):
        if asking.interview_id and st.button("Read the debrief", key=f"read {question.id}", type="tertiary"):
            routes.interview(asking.interview_id).go()
        if several:
            st.button(
                "Not the same question",
                key=f"split {question.id}",
                type="tertiary",
                on_click=_split,
                args=(entry.card.id, question.id),
            )


def _split(card_id: str, question_id: str) -> None:
    context = current_context()
    sentence = "Saved as two questions. What you practised is kept."
    saving.run(lambda: split_off(context.store, card_id, question_id, context.now), sentence)


def _alike(context: Context, entry: BankTopic) -> None:
    """The three most similar other questions, each to be confirmed as the same one."""
    found = () if entry.card.is_mine else same_question.suggestions(context, entry.card.text, entry.card.id)
    if not found:
        return
    st.subheader("Is one of these the same question?", anchor=False)
    for suggestion, other in found:
        about = f"{same_question.THE_SAME}. " if suggestion.looks_the_same else ""
        words = marked("**{}**  \n{}{}", one_line(other.card.text, 120), about, other.sentence)
        line(f"alike_{other.card.id}", words, "The same", _join, entry.card.id, other.card.id)


def _join(card_id: str, other_id: str) -> None:
    context = current_context()
    saving.run(lambda: join(context.store, card_id, other_id, context.now), "Saved as one question.")
    card = card_of(current_context().workbook, other_id)
    routes.set_query(topic=card.id if card else card_id)
