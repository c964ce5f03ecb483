"""The journal's list: a row for each interview, by date or by company, page by page."""

from itertools import groupby

import streamlit as st

from lib.english import counted, month_of, one_line
from lib.insight.at_a_glance import compared_ratings_of, last_interest
from lib.records.application_names import disambiguation
from lib.records.interview import Interview
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.drafts import saving
from lib.ui.journal import filters
from lib.ui.markdown import Markdown, SafeText, escaped, marked
from lib.ui.shared import begin_debrief, chips, in_browser
from lib.ui.titles import application_title
from lib.workflows.entries.journal import Page, Rounds, by_application, find_interviews, page_of

INTERVIEWS = 36
"""How many interviews one page of the list holds."""
IN_ROUNDS = 26
"""The same of the list by company, which has a heading each."""


def show_nothing_yet() -> None:
    """What is going to be here, and the one next step."""
    st.write("Your debriefs will be here, newest first, to read again before the next round.")
    begin_debrief.debrief()


def show_by_date(context: Context) -> None:
    """The interviews found, newest first, by month."""
    found = _interviews_found(context)
    shown = page_of(found, _page_wanted(), INTERVIEWS)
    if found:
        _head()
    for month, interviews in groupby(shown.entries, key=lambda interview: month_of(interview.held_on)):
        st.subheader(escaped(month), anchor=False)
        with st.container(gap=None, key=f"month_{month}"):
            for interview in interviews:
                _row(context, interview, _title(context, interview))
    _pages(shown)


def _title(context: Context, interview: Interview) -> Markdown:
    application = context.workbook.application(interview.application_id)
    if application is None:
        return escaped(application_title(None, context))
    apart = disambiguation(context.workbook, application, context.today, dates=context.dates)
    role = f"{application.role} · {apart}" if apart else application.role
    return marked("**{}** {}", one_line(application.company, 60), one_line(role, 80))


def show_by_company(context: Context) -> None:
    """The applications with an interview found: the one with the last round first, its rounds in their order."""
    found = _interviews_found(context)
    shown = page_of(by_application(found), _page_wanted(), IN_ROUNDS, lambda rounds: len(rounds.interviews))
    if found:
        _head("Type", "")
    for rounds in shown.entries:
        _rounds(context, rounds)
    _pages(shown)


def _interviews_found(context: Context) -> tuple[Interview, ...]:
    """The interviews asked for, with how many they are above them."""
    found = find_interviews(context.workbook, filters.query_at_address(context))
    with st.container(horizontal=True, vertical_alignment="center", key="journal_count"):
        if not filters.is_used():
            debriefed = len(context.workbook.debriefed)
            beside = f", {debriefed:,} debriefed" if debriefed < len(found) else ""
            st.caption(escaped(counted(len(found), "interview") + beside))
            return found
        whole = len(context.workbook.interviews)
        st.caption(escaped(_of(len(found), whole)), width="content")
        st.button("Show all", key="show all", type="tertiary", on_click=filters.show_all)
    return found


def _of(n: int, whole: int) -> str:
    return f"{n:,} of {counted(whole, 'interview')}" if n else "Nothing found."


def _head(second: str = "Company", third: str = "Type") -> None:
    """What the columns are; on a phone, if there are none, and to a screen reader each number has its name."""
    names = ("Date", second, third, "Outcome", "My rating", "Wanted it")
    with st.container(key="journal_head"):
        chips.show_cells(*names)
    in_browser.mark("journal_head", aria_hidden="true")


def _rounds(context: Context, rounds: Rounds) -> None:
    about = application_title(context.workbook.application(rounds.application_id), context)
    st.subheader(escaped(one_line(about, 90)), anchor=False)
    with st.container(gap=None, key=f"timeline_{rounds.application_id}"):
        for interview in rounds.interviews:
            _row(context, interview, marked("**{}**", one_line(interview.type, 60)), is_round=True)


def _row(context: Context, interview: Interview, title: SafeText, *, is_round: bool = False) -> None:
    """One interview: all of the row leads to its page, and the link in it is what it's called."""
    with st.container(key=f"{'round' if is_round else 'row'}_{interview.id}"):
        routes.interview(interview.id).link_here(title)
        on = interview.held_on
        if is_round:
            when = [context.dates.short_day(on, context.today)]
        else:
            when = [context.dates.day_and_month(on), one_line(interview.type, 40)]
        ratings, keen = compared_ratings_of(context.workbook, interview.id), last_interest(interview)
        rating = "" if ratings.rating is None else chips.dots(ratings.rating, afterwards=ratings.is_afterwards)
        cells = (chips.interview_chip(interview, context.today), rating, "" if keen is None else chips.out_of_ten(keen))
        chips.show_cells(*when, *cells)


def _page_wanted() -> int:
    number = st.query_params.get("page", "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 1


def _pages(shown: Page[Interview] | Page[Rounds]) -> None:
    """The way to the other pages of the list, if there are any."""
    in_browser.open_at_top("journal page", str(shown.number))
    if shown.pages == 1:
        return
    key = f"journal page {shown.number} of {shown.pages}"  # a new one each time: the address tells which is open
    st.pagination(shown.pages, default=shown.number, key=key, on_change=_turn_page, args=(key,))


def _turn_page(key: str) -> None:
    number = st.session_state[key]
    routes.set_query(page=str(number) if number > 1 else "")


def show_recent_changes(context: Context) -> None:
    """A line with an undo for each change that can be undone, newest first."""
    entries = context.store.undoable()
    if not entries:
        return
    with st.expander("Recently changed", key="undoable", on_change="rerun") as fold:
        for entry in entries[:10] if fold.open else ():
            with st.container(horizontal=True, vertical_alignment="center", key=f"undo_{entry.receipt_id}"):
                when = context.spoken_moment(entry.at)
                st.write(marked("{}, {}", entry.label, when))
                st.space("stretch")
                st.button("Undo", key=f"undo {entry.receipt_id}", on_click=saving.undo, args=(entry.receipt_id,))
