"""The sheet of one interview: one page to read before it, and to print."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from lib.english import counted, one_line, plural
from lib.exchange.sheet_page import RoundReminders, sheet_page
from lib.followup.sheet import NOTED, EarlierRemark, PrepSheet
from lib.practice.consistency import Consistency
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText, bulleted, escaped, joined, marked
from lib.ui.shared import breadcrumbs, consistency, meeting_link, plan_questions, practice_queue
from lib.ui.shared.rows import side_by_side
from lib.workflows.entries.claims import before_round
from lib.workflows.entries.sheets import full_sheet


def show(context: Context, interview_id: str) -> None:
    """The sheet, or a sentence where there is no such interview."""
    sheet = full_sheet(context.workbook, interview_id, context.now, context.zone, context.dates)
    breadcrumbs.show("Today", here=sheet.title if sheet else "Not here")
    if sheet is None:
        st.write("This interview is not in the workbook. It may have been deleted.")
        return
    st.title(escaped(sheet.title), anchor=False)
    st.write(joined(". ", (sheet.when, sheet.where, sheet.role)) + ".")
    meeting_link.show(sheet.interview)
    before = before_round(context.workbook, sheet.interview, context.now, dates=context.dates)
    remembered = _remembered(context, before) if before else RoundReminders()
    _to_print(context, sheet, remembered)
    _entries("What went well before", sheet.went_well)
    _entries("What went badly before", sheet.went_badly)
    _notes(sheet)
    _people(sheet)
    _lines("Ask them", (*sheet.ask_them, *sheet.still_unknown))
    _lines("Find out", sheet.find_out)
    _plans(context, sheet)
    _lines("Practise these aloud", (one.line for one in sheet.practise))
    if sheet.practise:
        st.caption("These matter most for this interview. Practice takes the few that it helps most today.")
    if sheet.practise and st.button("Practise for this interview", key="practise"):
        practice_queue.choose(context, sheet.interview)
        routes.practice().go()
    if before and before.questions:
        st.subheader(consistency.QUESTIONS, anchor=False)
        consistency.show_questions(before.questions)
    _lines("What you promised them", (_promise(context, promise.what, promise.by) for promise in sheet.promises))
    if sheet.draws_on:
        with st.expander(escaped(sheet.draws_on)):
            _earlier(sheet, remembered)
    if sheet.posting:
        with st.expander("From the posting"):
            st.markdown(escaped(sheet.posting))


def _to_print(context: Context, sheet: PrepSheet, remembered: RoundReminders) -> None:
    with_notes = bool(sheet.notes) and st.toggle("Print my private notes too", key="print notes")
    page = sheet_page(sheet, context.today, remembered, dates=context.dates, with_private_notes=with_notes)
    st.download_button("Save to print", page, "Interview sheet.html", "text/html", on_click="ignore")


def _earlier(sheet: PrepSheet, remembered: RoundReminders) -> None:
    _entries("What you said about yourself", sheet.claims)
    _lines(consistency.STORIES, remembered.stories)
    _lines(consistency.LOW, remembered.low_ratings)
    _entries("What was said about pay there", sheet.pay_said)
    _entries(escaped(sheet.asked_heading), sheet.they_asked)
    _entries("What you forgot to mention", sheet.unsaid)


def _notes(sheet: PrepSheet) -> None:
    _lines("From your notes", sheet.notes[:NOTED])
    if rest := sheet.notes[NOTED:]:
        with st.expander(marked("{} of your notes", counted(len(rest), "more line"))):
            st.write(bulleted(rest))


def _remembered(context: Context, before: Consistency) -> RoundReminders:
    return RoundReminders(
        tuple(one.sentence for one in before.questions),
        tuple(consistency.story_lines(context, before)),
        tuple(consistency.low_lines(context, before)),
    )


def _promise(context: Context, what: str, by: date | None) -> str:
    return f"{what}, by {context.dates.spoken_day(by, context.today)}" if by else what


def _people(sheet: PrepSheet) -> None:
    people = [
        f"{met.person.name}{', ' + met.person.title if met.person.title else ''}"
        + (f": you talked about {'; '.join(met.talked_about)}" if met.talked_about else "")
        for met in sheet.with_whom
    ]
    _lines("Who you'll meet", people)


def _plans(context: Context, sheet: PrepSheet) -> None:
    if sheet.plans:
        st.subheader(escaped(plural(len(sheet.plans), "Your plan")), anchor=False)
    for plan in sheet.plans:
        with side_by_side(f"sheet_{plan.id}", escaped(one_line(plan.sentence, 300))):
            plan_questions.put_away_button(plan, f"sheet {plan.id} away", context.today)


def _entries(heading: SafeText, entries: Iterable[EarlierRemark]) -> None:
    _lines(heading, (f"{entry.text} ({entry.source})" for entry in entries))


def _lines(heading: SafeText, lines: Iterable[str]) -> None:
    if bullets := bulleted(" ".join(line.split()) for line in lines):
        st.subheader(heading, anchor=False)
        st.write(bullets)
