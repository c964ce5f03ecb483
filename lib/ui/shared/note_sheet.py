"""A note that was brought: what has to be asked, which notes to take, and each line with where it goes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from lib.capture.offers import refuses
from lib.capture.reading.note import Note
from lib.capture.sorting import DebriefField, PersonMet, SortedLine, sort_lines
from lib.capture.values import ParseContext
from lib.english import counted, one_line, sentence_case
from lib.records.labels import label
from lib.records.private import PROMISE
from lib.store import Draft
from lib.ui import session
from lib.ui.context import Context
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.shared.fit_fields import LEANINGS
from lib.ui.shared.note_upload import NOTE_UPLOADS, NoteUpload
from lib.workflows.drafts.brought_lines import HARD, LEARNED, add_lines, met_by, reassigned, target_field

SPOTS: Final[Mapping[str, SafeText]] = {
    DebriefField.NOTES: "Keep as note",
    LEARNED: "About the job",
    DebriefField.ASKED: "They asked",
    HARD: "They asked, hard",
    DebriefField.ASKED_THEM: "I asked",
    DebriefField.WISH: "I wish I'd said",
    DebriefField.WENT_WELL: "Went well",
    DebriefField.WENT_BADLY: "Went badly",
    DebriefField.UNSAID: "I forgot to mention",
    DebriefField.PEOPLE: "Who I met",
    DebriefField.PROMISES: "I promised",
    DebriefField.NEXT_STEP: "Next step",
    DebriefField.REPLY_BY: "When I'll hear back",
    DebriefField.PAY: "Pay",
    DebriefField.ENERGISED_BY: "Excited me",
    DebriefField.WORRIED_BY: "Worried me",
    DebriefField.NEW_PLAN: "Do differently",
    DebriefField.INTEREST: "How much I want it",
    DebriefField.LEANING: "Gut feeling",
    DebriefField.FORECAST: "Chance of a yes",
    DebriefField.WHICH: "Which interview",
    DebriefField.NOTHING: "Leave out",
}


_LACKED: Final[Mapping[DebriefField, SafeText]] = {
    DebriefField.WHICH: "company, role, day or type",
    DebriefField.INTEREST: "number",
    DebriefField.FORECAST: "number",
    DebriefField.LEANING: "yes or no",
    DebriefField.REPLY_BY: "day",
    DebriefField.PEOPLE: "name",
}
"""What a line lacks that its field can't take."""
_OF_AN_ANSWER: Final = (DebriefField.WENT_WELL, DebriefField.WENT_BADLY, DebriefField.WISH)


@dataclass(frozen=True)
class NoteRow:
    """One line on the sheet: the note and the line that it is, as it was sorted and as it goes in now."""

    place: tuple[int, int]
    found: SortedLine
    line: SortedLine


def rows(item: NoteUpload, base: date, context: Context, known_people: Sequence[str]) -> tuple[NoteRow, ...]:
    """The lines of the notes that are taken; days such as 'Friday' are counted from when each note was written.

    ``base`` is the day for a note that doesn't tell.
    """
    made: list[NoteRow] = []
    day_first = context.dates.order == "day"
    for note in item.notes():
        number = item.found.notes.index(note)
        day, lines = _sorted(note, base, context, known_people)
        named = (met.name for line in lines for met in line.people)
        seen = ParseContext(day, (*known_people, *named), day_first)
        for at, line in enumerate(lines):
            spot = item.spots.get((number, at), target_field(line))
            made.append(NoteRow((number, at), line, reassigned(line, spot, seen)))
    return tuple(made)


def _sorted(
    note: Note, base: date, context: Context, known_people: Sequence[str]
) -> tuple[date, tuple[SortedLine, ...]]:
    """The lines of a note, and the day that 'tomorrow' in it is counted from: when it was written, else the day that it
    names as that of the interview."""
    day, day_first = note.written_on(context.zone) or base, context.dates.order == "day"
    lines = sort_lines(note.lines, day, known_people, day_first)
    named = next((line.day for line in lines if line.field == DebriefField.WHICH and line.day), day)
    if note.written_on(context.zone) or named >= day:
        return day, lines
    again = sort_lines(note.lines, named, known_people, day_first)
    return named, tuple(
        was if was.field == DebriefField.WHICH else line for was, line in zip(lines, again, strict=True)
    )


def show(
    context: Context,
    form: str,
    item: NoteUpload,
    sheet: Sequence[NoteRow],
    draft: Draft,
    untyped_days: Collection[str],
) -> None:
    """The lines with where each goes: the sorted ones, then those to keep as a note, and folded away what is left out.

    A line stays in its part when it's moved, so that the next tap finds what it aims at.
    """
    taken = add_lines(draft, [row.line for row in sheet], untyped_days)
    shown = {row.place: land for row, land in zip(sheet, taken.landed, strict=True)}
    instead = {row.place: other for row, other in zip(sheet, taken.instead, strict=True)}
    unsure = [row for row in sheet if row.found.field == DebriefField.NOTES and not row.found.is_learned]
    placed = [
        row
        for row in sheet
        if row not in unsure and row.found.field != DebriefField.NOTHING and not _is_known(row, shown)
    ]
    left = [row for row in sheet if row not in placed and row not in unsure]
    with st.container(gap="xsmall", key="sheet_rows"):
        for row in placed:
            _row(context, form, item, row, shown[row.place], instead[row.place])
        if unsure:
            st.markdown("**Keep as note**")
            st.caption(f"Not sure where these go: tap what fits. The rest stays in your private note. {PROMISE}")
        for row in unsure:
            _row(context, form, item, row, shown[row.place], instead[row.place])
    if left:
        with st.expander(marked("Left out: {}", counted(len(left), "line")), type="compact", key="sheet_left"):
            for row in left:
                _row(context, form, item, row, shown[row.place], instead[row.place])


def _is_known(row: NoteRow, shown: Mapping[tuple[int, int], DebriefField]) -> bool:
    return row.found.field == DebriefField.WHICH and shown[row.place] == DebriefField.NOTHING and row.line == row.found


def _row(context: Context, form: str, item: NoteUpload, row: NoteRow, landed: DebriefField, instead: str) -> None:
    number, at = row.place
    words, spot = st.columns([11, 5], vertical_alignment="center", gap="small")
    with words, st.container(gap=None):
        st.text(row.found.text)
        if says := _gist(context, row.line, landed, instead):
            st.markdown(marked(":small[:gray[{}]]", says))
        key = f"note {item.number} {number} {at}"
        _offer(form, row, key)
    with spot:
        if row.place not in item.spots:
            is_kept = landed == DebriefField.NOTES and row.line.field != DebriefField.NOTES
            st.session_state[key] = DebriefField.NOTES.value if is_kept else target_field(row.line)
        elif key not in st.session_state:
            st.session_state[key] = target_field(row.line)
        st.selectbox(
            marked("Where “{}” goes", one_line(row.found.text, 60)),
            list(SPOTS),
            key=key,
            format_func=lambda each: SPOTS[each],
            label_visibility="collapsed",
            on_change=_move,
            args=(form, row.place, key),
        )


def _offer(form: str, row: NoteRow, key: str) -> None:
    """Where an unsure line may go, each a tap away."""
    if not row.found.alternatives:
        return
    offered, offer = [str(place) for place in row.found.alternatives], _offer_key(key)
    if offer not in st.session_state:
        st.session_state[offer] = target_field(row.line) if target_field(row.line) in offered else None
    st.pills(
        marked("Where “{}” may go", one_line(row.found.text, 60)),
        offered,
        key=offer,
        format_func=lambda each: SPOTS[each],
        label_visibility="collapsed",
        on_change=_take_offer,
        args=(form, row.place, key),
    )


def _offer_key(key: str) -> str:
    return f"{key} perhaps"


def _take_offer(form: str, place: tuple[int, int], key: str) -> None:
    """A line put where it was offered to go, or back into the note: a callback."""
    st.session_state[key] = st.session_state.get(_offer_key(key)) or DebriefField.NOTES.value
    _move(form, place, key)


def _move(form: str, place: tuple[int, int], key: str) -> None:
    item = NOTE_UPLOADS.get(session.tab(), form)
    if item and key in st.session_state:
        item.spots[place] = str(st.session_state[key])
        st.session_state.pop(_offer_key(key), None)


def _gist(context: Context, line: SortedLine, landed: DebriefField, instead: str) -> str:
    """What the line comes to, if that's more or less than its words, and its two days if it contradicts itself."""
    told = _comes_to(context, line, landed, instead)
    return " ".join(part for part in (_two_days(context, line), told) if part)


def _two_days(context: Context, line: SortedLine) -> str:
    """The question that a weekday leaves open which isn't that of its date."""
    if not line.either:
        return ""
    one, other = (context.dates.spoken_day(day, context.today) for day in line.either)
    return f"{one} or {other}? Its weekday and date don't match. Fill in the day yourself."


def _comes_to(context: Context, line: SortedLine, landed: DebriefField, instead: str) -> str:
    if landed == DebriefField.NOTES and line.field != DebriefField.NOTES:
        return f"{_why_not(line, instead)} Your words go into your private note.".strip()
    if line.field == DebriefField.WHICH:
        return _told_of_it(context, line) if landed == DebriefField.WHICH else ""
    day = context.dates.spoken_day(line.day, context.today) if line.day else ""
    if line.field == DebriefField.PEOPLE and line.people:
        return _met(line)
    if line.field in (DebriefField.ASKED, *_OF_AN_ANSWER):
        return _of_my_answer(line)
    if line.field == DebriefField.NEXT_STEP:
        return _next_step(context, line)
    if line.field in (DebriefField.PROMISES, DebriefField.REPLY_BY) and day:
        return f"by {day}"
    return _in_the_form(line)


def _in_the_form(line: SortedLine) -> str:
    """The number or the feeling that the form takes."""
    if line.field == DebriefField.LEANING:
        return LEANINGS.get(line.leaning or "", "")
    if line.number is None:
        return ""
    return f"{line.number}%" if line.field == DebriefField.FORECAST else f"{line.number} of 10"


def _met(line: SortedLine) -> str:
    """Whom it names, and that the note keeps what has no field: 'HR, didn't get her name'."""
    who = "; ".join(map(_who, line.people))
    kind = f". {label(line.stage)}" if line.stage else ""
    more = ". The whole line goes into your private note too." if met_by(line).tells_more else ""
    return f"{who}{kind}{more}"


def _of_my_answer(line: SortedLine) -> str:
    """The question, if the line doesn't tell it alone, and what it adds about my answer, with where that goes."""
    if line.field != DebriefField.ASKED:
        return f"About “{one_line(line.about, 60)}”" if line.about else ""
    went = f"{SPOTS[line.went or DebriefField.NOTES]}: {line.comment}" if line.comment else ""
    wish = f"{SPOTS[DebriefField.WISH]}: {line.wish}" if line.wish else ""
    return " · ".join(part for part in (line.value, went, wish) if part) if went or wish else ""


def _next_step(context: Context, line: SortedLine) -> str:
    """The step, what type of interview it is and when, as far as the line tells."""
    step, kind = label(line.next_step) if line.next_step else "", label(line.stage) if line.stage else ""
    day = context.dates.spoken_day(line.next_on, context.today) if line.next_on else ""
    begins = context.dates.spoken_time(line.begins) if line.begins and line.next_on else ""
    told = ", ".join(part for part in (step, kind, day, begins) if part)
    what = "trial day" if line.stage == "trial_day" else "interview"
    after = f" Once it's saved, you can add that {what}." if line.next_on else ""
    return f"{told}. The words go into your private note.{after}"


def _why_not(line: SortedLine, instead: str) -> str:
    """Why the field of its place doesn't take the line: it lacks what the field holds, or another line is in it."""
    if instead:
        return f"“{one_line(instead, 60)}” fills that field."
    if line.either:
        return ""
    if not refuses(line):
        return "That field is filled in already."
    return (
        "The form has no such step."
        if line.field == DebriefField.NEXT_STEP
        else f"There's no {_LACKED[line.field]} in it."
    )


def _who(met: PersonMet) -> str:
    who = ", ".join(part for part in (met.name, met.title) if part)
    return f"{who} (you weren't sure of the name)" if met.is_unsure else who


def _told_of_it(context: Context, line: SortedLine) -> str:
    """Which interview it was, as far as the line tells."""
    day = context.dates.spoken_day(line.day, context.today) if line.day else ""
    begins = context.dates.spoken_time(line.begins) if line.begins else ""
    stage, length = label(line.stage) if line.stage else "", f"{line.minutes} min" if line.minutes else ""
    told = ", ".join(part for part in (line.company, line.role, day, begins, length, stage) if part)
    return ". ".join(part for part in (told, "; ".join(map(_who, line.people))) if part)


def ask(form: str, item: NoteUpload) -> None:
    """What a chat leaves open: whose messages, and in which order its dates are written."""
    if not item.files:  # all is answered, and the file isn't kept
        return
    found = item.found
    if len(found.senders) > 1:
        st.pills(
            "Whose messages?",
            found.senders,
            key=f"note sender {item.number}",
            format_func=escaped,
            wrap=True,
            on_change=_answer,
            args=(form, "sender", f"note sender {item.number}"),
        )
    if found.unclear_date:
        key = f"note order {item.number}"
        orders: dict[str, SafeText] = {"day": "Day first", "month": "Month first"}
        st.pills(
            marked("Which comes first in {}?", found.unclear_date),
            list(orders),
            key=key,
            format_func=lambda order: orders[order],
            on_change=_answer,
            args=(form, "day_first", key),
        )


def _answer(form: str, name: str, key: str) -> None:
    item, value = NOTE_UPLOADS.get(session.tab(), form), st.session_state.get(key)
    if item and value:
        item.answer(**{name: value == "day" if name == "day_first" else value})


def choose(context: Context, form: str, item: NoteUpload, day: date | None) -> None:
    """Which of several notes to take: of one file those of the interview's day are chosen, or else the newest; of
    several files all are."""
    notes = item.found.notes
    if len(notes) < 2:
        return
    if item.chosen is None:
        same = [at for at, note in enumerate(notes) if day and note.written_on(context.zone) == day]
        item.chosen = tuple(same or [0]) if item.is_one_file else tuple(range(len(notes)))
    key = f"note chosen {item.number}"
    if key not in st.session_state:
        st.session_state[key] = list(item.chosen)
    st.multiselect(
        marked("Which notes? {} found.", sentence_case(counted(len(notes), "note"))),
        range(len(notes)),
        key=key,
        format_func=lambda at: _called(context, notes[at]),
        on_change=_choose,
        args=(form, key),
    )


def _choose(form: str, key: str) -> None:
    if item := NOTE_UPLOADS.get(session.tab(), form):
        item.chosen = tuple(sorted(st.session_state.get(key) or ()))


def _called(context: Context, note: Note) -> str:
    on = note.written_on(context.zone)
    parts = (
        context.dates.spoken_day(on, context.today) if on else "",
        note.title,
        one_line(note.lines[0], 40) if note.lines else "",
    )
    return " · ".join(part for part in parts if part)
