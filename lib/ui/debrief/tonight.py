"""Tonight's three screens: which one, what did they ask, what now."""

from functools import partial

import streamlit as st

from lib.exchange.debrief_text import NEXT_STEPS
from lib.records.application import same_company
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.private import PROMISE
from lib.records.vocabulary import NextStep, Stage, words
from lib.store import Draft, JsonValue
from lib.ui import session
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.drafts.taking import keep
from lib.ui.markdown import escaped, one_line, stage_and_day, whom
from lib.ui.shared import in_browser, plan_questions, same_question
from lib.ui.shared.interview_fields import application_fields, opens_again, require_one, when_fields
from lib.ui.visit import DESK, Visit
from lib.workflows import answers as given
from lib.workflows.drafts.debrief import SCREENS
from lib.workflows.drafts.guessing import why_no_guess_tonight
from lib.workflows.drafts.questions import following_the_wording, hard_first, sort_jottings, wished_question

_HEADINGS = {
    "which": "Which one, and do you want it?",
    "asked": "What did they ask?",
    "next": "What now?",
}


def show(visit: Visit, name: str, draft: Draft) -> None:
    """The screen at which the draft is, with the way back and on."""
    screen = draft.screen if draft.screen in SCREENS else SCREENS[0]
    in_browser.open_at_top("step", name, screen)
    number = SCREENS.index(screen) + 1
    st.progress(number / len(SCREENS), text=f"Screen {number} of {len(SCREENS)}. {saved_sentence(draft, visit.zone)}")
    st.title(_HEADINGS[screen], anchor=False)
    form = Form(name, draft)
    {"which": _which, "asked": _asked, "next": _next}[screen](visit, form)
    _ways(name, screen)


def _which(visit: Visit, form: Form) -> None:
    scheduled = visit.workbook.interview(form.draft.record_id)
    if scheduled:
        _known_beforehand(visit, form, scheduled)
    else:
        st.caption("Company, role, day and kind are needed. All the rest may stay empty.")
        application_fields(visit, form)
        when_fields(visit, form)
        form.choice("stage", "Which kind of interview was it?", words(Stage))
    before = (
        f"Before the interview you said {scheduled.interest_before}."
        if scheduled and scheduled.interest_before is not None
        else None
    )
    form.numbers("interest_after", "How much do you want this job now, from 0 to 10?", 0, 10)
    if before:
        st.caption(before)


def _known_beforehand(visit: Visit, form: Form, scheduled: Interview) -> None:
    application = visit.workbook.application(scheduled.application_id)
    st.write(f"**{escaped(whom(application, visit))}**  \n{escaped(stage_and_day(scheduled, visit))}")
    opens_again(visit, form)
    with st.expander("Something of this was different"):
        when_fields(visit, form)
        form.choice("stage", "Which kind of interview was it?", words(Stage))


def _asked(visit: Visit, form: Form) -> None:
    form.box(
        "asked",
        "From memory, in the order they came, one question a line",
        height=260,
        placeholder="Why do you want to leave?\nTell me about a project that went wrong\n…",
        along=following_the_wording,
    )
    _jotted(form)
    with st.container():
        _hard(form)
        _had_before(visit, form)
    form.box("went_well", "What went well?")
    form.box("went_badly", "What went badly?")
    form.box("unsaid", "What did you leave unsaid?")


def _hard(form: Form) -> None:
    asked = given.unique(given.lines(form.draft.values, "asked"))
    if asked:
        form.several("hard", "Tap the hard ones, the worst first. Leave the others.", asked)
        hard = hard_first(asked, given.items(form.draft.values, "hard"))
        wished = wished_question(asked, hard, form.draft.values)
        if wished:
            words = f"“{escaped(one_line(wished))}”: what do you wish you had said?"
            form.box("wish", words, along=lambda _before, _words: {"wish_of": wished})


def _had_before(visit: Visit, form: Form) -> None:
    """After the recall, folded away: which of these came up in earlier interviews."""
    asked = given.unique(given.lines(form.draft.values, "asked"))
    hard = given.items(form.draft.values, "hard")
    same_question.offer_several(visit, form, asked, hard, form.draft.record_id)


def _jotted(form: Form) -> None:
    with st.expander("Paste what you jotted on your phone instead"):
        form.box(
            "jotted",
            "Lines that end in a question mark become questions; the rest you sort below",
            placeholder="Why us?\nPriya, team lead, billing migration\nforgot to mention the on-call work",
        )
        st.button("Sort these lines", key=session.field_key(form.name, "sort"), on_click=_sort, args=(form.name,))
    with st.container():
        _notes(form)


def _notes(form: Form) -> None:
    for number, line in enumerate(given.lines(form.draft.values, "notes")):
        with st.container(horizontal=True, vertical_alignment="center", key=f"note_{number}"):
            st.text(line, width="stretch")
            key = session.field_key(form.name, f"note {number} {line}")
            st.menu_button("Put it under …", list(_PLACES), key=key, on_click=_place, args=(form.name, line, key))
    if given.lines(form.draft.values, "notes"):
        st.caption(f"What you leave here is kept in the debrief's private note. {PROMISE}")


_PLACES = {
    "What they asked": "asked",
    "What went well": "went_well",
    "What went badly": "went_badly",
    "What I left unsaid": "unsaid",
    "Whom I met": "people",
    "What I promised": "promise",
    "Drop it": "",
}


def _sort(name: str) -> None:
    draft = DESK.get(session.tab(), name)
    if draft is None:
        return
    questions, notes = sort_jottings(given.text(draft.values, "jotted"))
    keep(
        name,
        {
            "asked": "\n".join((*given.lines(draft.values, "asked"), *questions)),
            "notes": "\n".join((*given.lines(draft.values, "notes"), *notes)),
            "jotted": "",
        },
    )
    session.forget_fields(name)


def _place(name: str, line: str, key: str) -> None:
    draft = DESK.get(session.tab(), name)
    chosen = _PLACES.get(str(st.session_state.get(key)))
    if draft is None or chosen is None:
        return
    notes = list(given.lines(draft.values, "notes"))
    notes.remove(line)
    answers: dict[str, JsonValue] = {"notes": "\n".join(notes)}
    if chosen == "people":
        met, _, topic = line.partition(",")
        row_id = Form(name, draft).rows("people", "pe")[-1]
        answers[given.row_field("people", row_id, "name")] = met.strip()
        answers[given.row_field("people", row_id, "talked_about")] = topic.strip()
    elif chosen:
        mark = ", " if chosen == "promise" else "\n"
        answers[chosen] = mark.join((*given.lines(draft.values, chosen), line))
    keep(name, answers)
    session.forget_fields(name)


def _next(visit: Visit, form: Form) -> None:
    with st.container():
        _people(visit, form)
    form.choice("next_step", "Which next step did they name?", words(NextStep), NEXT_STEPS)
    form.day("reply_by", "By when will they answer, if they said?")
    form.line("promise", "What did you promise them?", placeholder="Send the link to the talk")
    with st.container():
        if form.text("promise"):
            form.day("promise_by", "By when did you promise it?")
            _promised_to(form)
    with st.container():
        plan_questions.ask_tonight(visit, form)
    form.line(
        "new_plan", "One plan for next time", placeholder="If they ask why I left, then I name two things I want next"
    )
    _guess(visit, form)


def _guess(visit: Visit, form: Form) -> None:
    """The guess, where it would still count; where it wouldn't, why not."""
    interview = visit.workbook.interview(form.draft.record_id)
    if interview is not None and interview.forecast is not None:
        return
    if reason := why_no_guess_tonight(visit.workbook, form.draft.record_id, form.draft.values):
        st.caption(reason)
        return
    form.number("forecast", "How likely is it that you advance, in percent?", 0, 100, unit="0 to 100")
    st.caption("Once saved, it cannot be changed. Later it shows how well you judge your own interviews.")


def _promised_to(form: Form) -> None:
    """Whom the promise was made to, where several were met."""
    rows = {row_id: form.text(given.row_field("people", row_id, "name")) for row_id in form.rows("people", "pe")}
    met = {row_id: name for row_id, name in rows.items() if name.strip()}
    if len(met) > 1:
        form.known("promise_to", "To whom?", met, otherwise="not said")


def _people(visit: Visit, form: Form) -> None:
    st.write("Whom did you meet?")
    for row_id in form.rows("people", "pe"):
        named = form.text(given.row_field("people", row_id, "name"))
        with st.container(key=f"person_{row_id}"):
            left, right, off = st.columns([4, 6, 2], vertical_alignment="bottom")
            with left:
                form.line(given.row_field("people", row_id, "name"), "Name")
            with right:
                form.line(given.row_field("people", row_id, "talked_about"), "What you two talked about")
            with off:
                if named:
                    form.remove_row("people", row_id, "Remove", f"Take {named} off")
    _met_before(visit, form)


def _met_before(visit: Visit, form: Form) -> None:
    application = visit.workbook.application(form.text("application"))
    company = application.company if application else form.text("company")
    listed = given.items(form.draft.values, "people")
    known = [
        person for person in visit.workbook.people if same_company(person.company, company) and person.id not in listed
    ]
    for person in known[:4] if company else []:
        key = session.field_key(form.name, f"met {person.id}")
        st.button(
            f"{escaped(person.name)} again", key=key, on_click=_add_known, args=(form.name, person.id, person.name)
        )


def _add_known(name: str, person_id: str, person_name: str) -> None:
    keep(name, {given.row_field("people", person_id, "name"): person_name})


def _ways(name: str, screen: str) -> None:
    at = SCREENS.index(screen)
    save = partial(driver.save, name, "Your debrief is saved.")
    driver.conflict(name, save)
    with st.container(horizontal=True, key="ways"):
        if at + 1 < len(SCREENS):
            driver.main_button("Next", "next", partial(_on, name, SCREENS[at + 1]))
        else:
            driver.main_button("Save the debrief", "save", save)
        if at:
            st.button("Back", key="back", on_click=driver.turn, args=(name, SCREENS[at - 1]))


def _on(name: str, screen: str) -> None:
    """To the next step; from the first one only once it's clear which application is meant."""
    require_one(name)
    driver.turn(name, screen)


def heading_of(screen: str) -> str:
    """The question that a screen asks, for places that name where a draft is."""
    return _HEADINGS.get(screen, label(screen))
