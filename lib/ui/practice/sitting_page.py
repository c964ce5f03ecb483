"""A sitting: one question at a time, tried aloud, compared with the best answer, and graded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

import streamlit as st

from lib.english import counted, wait_until
from lib.practice.bank import BankTopic, topic_of
from lib.practice.cards import Card
from lib.practice.common_questions import LABEL, is_common
from lib.practice.queue import USUAL_SITTING, QueueItem, card_readiness, next_practice_at
from lib.practice.schedule import Memory, read_log
from lib.records.vocabulary import Grade
from lib.store import Receipt
from lib.ui import keys, routes, session
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.ui.practice import answer, ready_questions, recording, stopwatch
from lib.ui.shared import chips, in_browser
from lib.ui.shared.practice_queue import queue_now
from lib.workflows.entries.practising import Logged, Try, card_of, choose_practise, grade_try

_KEY = "sitting"
_SHORT_ENOUGH = 160
"""A question of more characters than this is not set as a heading."""

GRADES: Mapping[Grade, str] = {
    "again": "Forgot",
    "hard": "Hard",
    "good": "OK",
    "easy": "Easy",
}
"""What each grade is called."""


@dataclass(frozen=True)
class Sitting:
    """What a tab remembers of its sitting: the cards to come, the position, and when this question was shown.

    ``seen`` counts the reviews that the log held of this card when it was shown; ``graded`` holds the grades given.
    """

    workbook: str
    card_ids: tuple[str, ...]
    interview_id: str
    position: int = 0
    shown_at: str = ""
    seen: int = 0
    is_open: bool = False
    graded: tuple[str, ...] = ()

    @property
    def card_id(self) -> str:
        """The card that it is at; empty once it is over."""
        return self.card_ids[self.position] if self.position < len(self.card_ids) else ""


def current() -> Sitting | None:
    """The sitting of this tab in the workbook that it has open, if one was begun."""
    kept = st.session_state.get(_KEY)
    sitting = Sitting(**kept) if kept else None
    return sitting if sitting and sitting.workbook == session.workbook() else None


def begin(items: Sequence[QueueItem], interview_id: str = "") -> None:
    """Begin a sitting with these items: a callback."""
    card_ids = tuple(item.card.id for item in items)
    _turn_to(Sitting(session.workbook(), card_ids, interview_id), 0)


def _turn_to(sitting: Sitting, position: int) -> None:
    """Show the question at that place, with its watch at 0."""
    context = current_context()
    moved = replace(sitting, position=position, is_open=False, shown_at=context.now.isoformat())
    card = card_of(context.workbook, moved.card_id) if moved.card_id else None
    _keep(replace(moved, seen=_memory(context, card).reviews if card else 0))


def _keep(sitting: Sitting) -> None:
    st.session_state[_KEY] = asdict(sitting)


def _memory(context: Context, card: Card) -> Memory:
    return read_log(context.workbook, context.now).memory(card.id)


def show(context: Context, sitting: Sitting) -> None:
    """The question that the sitting is at, or how it went."""
    in_browser.open_at_top("step", "sitting", str(sitting.position))
    if not sitting.card_id:
        _how_it_went(context, sitting)
        return
    entry = topic_of(context.workbook, sitting.card_id, context.today, context.dates)
    if entry is None:
        _gone()
        return
    _question(context, sitting, entry)
    yours, best = st.columns(2, gap="medium")
    with yours:
        recording.ask(context, entry.card, sitting.position, sitting.shown_at)
    with best:
        if sitting.is_open:
            answer.show(context, entry, sitting.interview_id)
            recording.show_kept(context, entry.card)
        else:
            _try_it(context, sitting)
    if sitting.is_open:
        _grades(context, sitting, entry)
    _actions(entry)


def _question(context: Context, sitting: Sitting, entry: BankTopic) -> None:
    pieces = [chips.readiness(card_readiness(context.workbook, entry.card.id, context.now))]
    if is_common(entry.card):
        pieces.append(chips.chip(LABEL))
    chips.show(*pieces, label=f"Question {sitting.position + 1} of {len(sitting.card_ids)}")
    text = entry.card.text
    if len(text) <= _SHORT_ENOUGH:
        st.title(escaped(text), anchor=False)
    else:
        st.title("A long question", anchor=False)
        st.text(text)
    if not is_common(entry.card):
        st.caption(escaped(entry.sentence))


# Shortcuts are letters and digits: Enter and Space belong to whatever button the focus is on.


def _try_it(context: Context, sitting: Sitting) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="aloud"):
        st.markdown("Answer it aloud, as you would there.", width="content")
        passed = context.now - datetime.fromisoformat(sitting.shown_at)
        stopwatch.show(passed.total_seconds(), key=f"watch {sitting.position} {sitting.shown_at}")
    st.button("Show my best answer", type="primary", key="show answer", on_click=_open, shortcut=keys.ANSWER)


def _open() -> None:
    sitting = current()
    if sitting:
        _keep(replace(sitting, is_open=True))


def _grades(context: Context, sitting: Sitting, entry: BankTopic) -> None:
    st.subheader("How did it go?", anchor=False)
    memory = _memory(context, entry.card)
    with st.container(horizontal=True, key="grades"):
        for number, grade in enumerate(GRADES, start=1):
            back = _back(context, sitting, entry.card, memory, grade)
            st.button(
                marked("**{}**  \n:small[:gray[{}]]", GRADES[grade], back),
                key=f"grade {grade}",
                on_click=_grade,
                args=(grade, sitting.position, sitting.shown_at),
                shortcut=str(number),
                width="stretch",
            )


def _back(context: Context, sitting: Sitting, card: Card, memory: Memory, grade: Grade) -> str:
    """When the question is back after that grade; what was forgotten is asked once more before the end."""
    if grade == "again":
        return "again at the end"
    after = memory.after_review(grade, context.now)
    back = next_practice_at(context.workbook, card.id, after, context.now, sitting.interview_id)
    return wait_until(back, context.now) if back else "not before the interview"


def _grade(grade: Grade, position: int, shown_at: str) -> None:
    """Write the grade of the question that was on the screen; a second click changes nothing."""
    sitting, context = current(), current_context()
    if sitting is None or (sitting.position, sitting.shown_at) != (position, shown_at):
        return
    token = f"{session.tab()} {position} {shown_at}"
    one = Try(sitting.card_id, token, datetime.fromisoformat(shown_at), sitting.seen)
    logged: list[Logged] = []

    def log() -> Receipt | None:
        logged.append(grade_try(context.store, one, grade, context.now))
        return logged[0].receipt

    saving.run(log, f"Rated {GRADES[grade]}.")
    if logged:
        _say_others(logged[0], grade, context)
        comes_again = (sitting.card_id,) if grade == "again" else ()
        graded = replace(sitting, graded=(*sitting.graded, grade), card_ids=(*sitting.card_ids, *comes_again))
        _turn_to(graded, position + 1)


def _say_others(logged: Logged, grade: Grade, context: Context) -> None:
    """What another window wrote of the same question meanwhile: both count."""
    if logged.others:
        other = logged.others[-1]
        at = context.dates.spoken_time(other.reviewed_at.astimezone(context.now.tzinfo).time())
        session.reword_notice(
            f"Rated {GRADES[grade]}. In another window you graded the same question at {at}: “{GRADES[other.grade]}”. "
            "Both count."
        )


def _actions(entry: BankTopic) -> None:
    with st.container(horizontal=True, key="actions"):
        st.button("Skip this one", key="skip", type="tertiary", on_click=_skip)
        if not entry.card.is_suspended:
            st.button("Stop asking this", key="suspend", type="tertiary", on_click=_suspend, args=(entry.card.id,))
        st.button("End", key="end", type="tertiary", on_click=_end)


def _skip() -> None:
    sitting = current()
    if sitting:
        _turn_to(sitting, sitting.position + 1)


def _suspend(card_id: str) -> None:
    context = current_context()
    sentence = "Saved. It won't come up any more. You can bring it back under Questions."
    saving.run(lambda: choose_practise(context.store, card_id, "suspended", context.now), sentence)
    _skip()


def _end() -> None:
    sitting = current()
    if sitting:
        _keep(replace(sitting, position=len(sitting.card_ids)))


def _gone() -> None:
    st.title("This question is gone", anchor=False)
    st.write("It was deleted in another window, or its file was changed. What you practised is kept.")
    st.button("Next question", type="primary", key="next", on_click=_skip, shortcut=keys.NEXT)


def _how_it_went(context: Context, sitting: Sitting) -> None:
    st.title("Done for now", anchor=False)
    if not sitting.graded:
        st.write("You graded nothing, so nothing was saved.")
    else:
        numbers = Counter(sitting.graded)
        grades = ", ".join(f"{numbers[grade]} {GRADES[grade]}" for grade in GRADES if numbers[grade])
        st.write(marked("{}: {}.", counted(len(sitting.graded), "try", "tries"), grades))
        ready_questions.show(context, queue_now(context, USUAL_SITTING, sitting.interview_id))
    with st.container(horizontal=True, key="actions"):
        st.button("Back to practice", type="primary", key="leave sitting", on_click=leave, shortcut=keys.BACK)
        if st.button("Go to Today", key="to today"):
            leave()
            routes.today().go()


def leave() -> None:
    """Forget the sitting of this tab: a callback."""
    st.session_state.pop(_KEY, None)
