"""One debrief to read: everything that it holds, in the order of the evening, with a way to correct each part."""

from collections.abc import Callable

import streamlit as st

from lib.records.days import spoken_day
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, ended_hours_ago
from lib.records.labels import label
from lib.records.rating import Rating
from lib.records.seal import seal_is_broken
from lib.records.vocabulary import State
from lib.ui import saving, shell, wiring
from lib.ui.parts.section_form import HEADINGS, LATE_HOURS
from lib.ui.parts.tonight import NEXT_STEPS, PLAN_KEPT
from lib.ui.wiring import Visit
from lib.ui.words import escaped, stage_and_day, whom
from lib.workflows.deletion import delete_debrief
from lib.workflows.sections import owned_rows
from lib.workflows.upcoming import mark_not_held

Said = list[tuple[str, str]]
"""What a section holds: pairs of a short heading and the words under it."""


def show(visit: Visit, interview: Interview) -> None:
    """The reading view of one interview, at its own address."""
    st.button("All debriefs", key="all", type="tertiary", on_click=_close)
    st.title(escaped(whom(visit.workbook.application(interview.application_id))), anchor=False)
    st.write(f"{escaped(stage_and_day(interview, visit))}. {_outcome_sentence(visit, interview)}")
    with st.container(horizontal=True, key="acts"):
        if interview.is_debriefed:
            st.button("What became of it", type="primary", key="outcome", on_click=_open, args=("outcome",))
        else:
            _acts_without_debrief(interview)
        with st.popover("Delete", key="delete"):
            st.write("Delete this debrief with its questions, ratings, promises and plans? You can undo it.")
            st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(interview.id,))
    if interview.feedback:
        _words([("Their words", interview.feedback)])
    sections = {section: said(visit, interview) for section, said in _SECTIONS.items()}
    for section, held in sections.items():
        if held:
            _section(visit, section, held)
    _empty_sections([section for section, held in sections.items() if not held and _may_fill(interview, section)])


def _acts_without_debrief(interview: Interview) -> None:
    if st.button("Debrief it", type="primary", key="debrief it"):
        st.switch_page(shell.DEBRIEF, query_params={"debrief": interview.id})
    if interview.state == "scheduled":
        st.button("It was cancelled", key="cancelled", on_click=_not_held, args=(interview.id, "cancelled"))
        st.button("They did not come", key="no show", on_click=_not_held, args=(interview.id, "no_show"))


def _not_held(interview_id: str, state: State) -> None:
    store, now = wiring.current_store(), wiring.clock()
    saving.run(lambda: mark_not_held(store, interview_id, state, now), "It is noted that it did not take place.")


def _section(visit: Visit, section: str, held: Said) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{section}"):
        st.subheader(HEADINGS[section], anchor=False, width="content")
        if section != "forecast":  # it is sealed
            st.button("Correct", key=f"edit {section}", type="tertiary", on_click=_open, args=(section,))
    _words(held)


def _words(held: Said) -> None:
    for heading, words in held:
        st.write(f":gray[{escaped(heading)}]  \n{escaped(words)}" if heading else escaped(words))


def _may_fill(interview: Interview, section: str) -> bool:
    return section != "no" or interview.outcome == "rejected"


def _empty_sections(sections: list[str]) -> None:
    if not sections:
        return
    st.subheader("Not filled in", anchor=False)
    with st.container(horizontal=True, key="empty_sections"):
        for section in sections:
            st.button(HEADINGS[section], key=f"edit {section}", on_click=_open, args=(section,))


def _open(section: str) -> None:
    saving.query(part=section)


def _close() -> None:
    saving.query(debrief="", part="")


def _delete(interview_id: str) -> None:
    store, now = wiring.current_store(), wiring.clock()
    saving.run(lambda: delete_debrief(store, interview_id, now), "The debrief is deleted.")
    saving.query(debrief="", part="")


def _outcome_sentence(visit: Visit, interview: Interview) -> str:
    if interview.outcome is None or interview.outcome == "pending":
        return "No answer yet."
    on = f" on {spoken_day(interview.outcome_on, visit.today)}" if interview.outcome_on else ""
    return f"{label(interview.outcome)}{on}."


def _filled(*pairs: tuple[str, object]) -> Said:
    return [(heading, str(words)) for heading, words in pairs if words not in (None, "")]


def _worded(word: str | None) -> str:
    return label(word) if word else ""


def _basics(visit: Visit, interview: Interview) -> Said:
    length = f"{interview.minutes} minutes" if interview.minutes else ""
    parts = [part for part in (_worded(interview.format), length) if part]
    last = {True: "It was the last round", False: "More rounds were to come", None: ""}[interview.last_round]
    return [
        (
            "",
            ". ".join(
                [stage_and_day(interview, visit), *([", ".join(parts)] if parts else []), *([last] if last else [])]
            )
            + ".",
        )
    ]


def _interest(visit: Visit, interview: Interview) -> Said:
    told = (
        ("before", interview.interest_before),
        ("right after", interview.interest_after),
        ("two days later", interview.interest_later),
    )
    words = ", ".join(f"{number} {when}" for when, number in told if number is not None)
    return _filled(("", f"{words}, from 0 to 10." if words else ""))


def _notes(visit: Visit, interview: Interview) -> Said:
    return _filled(
        ("Went well", interview.went_well), ("Went badly", interview.went_badly), ("Left unsaid", interview.unsaid)
    )


def _questions(visit: Visit, interview: Interview) -> Said:
    told: Said = []
    for number, row in enumerate(owned_rows(visit.workbook, interview.id, "questions"), start=1):
        cells = row.cells()
        rated = f"{cells['rating']} of 5" if cells["rating"] else ""
        prepared = {"yes": "prepared", "no": "not prepared"}.get(cells["prepared"], "")
        mine = "asked by me" if cells["asked_by"] == "me" else ""
        about = ", ".join(part for part in (mine, _worded(cells["category"]), rated, prepared) if part)
        told.append((about, f"{number}. {cells['text']}"))
        told += _filled(("What I said", cells["answer"]), ("What I wish I had said", cells["better_answer"]))
    return told


def _people(visit: Visit, interview: Interview) -> Said:
    people = {person.id: person for person in visit.workbook.people}
    met = [
        entry
        for entry in visit.workbook.conversations
        if entry.interview_id == interview.id and entry.person_id in people
    ]
    told = []
    for entry in met:
        person = people[entry.person_id]
        told.append(
            (", ".join(part for part in (person.name, person.title) if part), entry.talked_about or "No topic noted")
        )
    return told


def _next(visit: Visit, interview: Interview) -> Said:
    by = spoken_day(interview.reply_by, visit.today) if interview.reply_by else ""
    told = _filled(
        ("They named", NEXT_STEPS.get(interview.next_step or "", "")),
        ("They answer by", by),
        ("They reach me by", _worded(interview.reply_channel)),
    )
    for promise in visit.workbook.promises:
        if promise.interview_id == interview.id:
            due = f", by {spoken_day(promise.by, visit.today)}" if promise.by else ""
            kept = f", kept on {spoken_day(promise.kept_on, visit.today)}" if promise.kept_on else ""
            told.append(("I promised", f"{promise.what}{due}{kept}"))
    return told


def _plans(visit: Visit, interview: Interview) -> Said:
    carried = next((plan for plan in visit.workbook.plans if plan.id == interview.plan_id), None)
    told = (
        [("The plan I carried", f"{carried.sentence}\n{PLAN_KEPT.get(interview.plan_kept or '', '')}".strip())]
        if carried
        else []
    )
    made = [plan for plan in visit.workbook.plans if plan.interview_id == interview.id]
    return [*told, *(("For next time", plan.sentence) for plan in made)]


def _forecast(visit: Visit, interview: Interview) -> Said:
    edited = seal_is_broken(interview)
    if interview.forecast is None:
        return [("", "The file was edited since: a forecast was sealed here, and it is gone.")] if edited else []
    note = "\nThe file was edited since: this is not what was sealed." if edited else ""
    return [("", f"You gave it {interview.forecast} percent, sealed at the debrief.{note}")]


def _ratings(visit: Visit, interview: Interview) -> Said:
    ratings = {rating.dimension: rating for rating in visit.workbook.ratings if rating.interview_id == interview.id}
    dimensions = all_dimensions(visit.workbook.dimensions)
    felt = [f"{one.label}: {_felt(ratings[one.key])}" for one in dimensions if one.key in ratings]
    told = [("", "\n".join(felt))] if felt else []
    if any(_is_late(rating, interview, visit) for rating in ratings.values()):
        told.append(("", "Given more than two days later."))
    return told


def _felt(rating: Rating) -> str:
    absent = "Not rated then" if rating.hindsight else "Did not come up"
    felt = f"{rating.score} of 5" if rating.score else absent
    return f"{felt}; in hindsight {rating.hindsight}" if rating.hindsight else felt


def _is_late(rating: Rating, interview: Interview, visit: Visit) -> bool:
    return rating.rated_at is not None and ended_hours_ago(interview, rating.rated_at, visit.zone) > LATE_HOURS


def _job(visit: Visit, interview: Interview) -> Said:
    return _filled(
        ("Gave me energy", interview.energised_by),
        ("Worried me", interview.worried_by),
        ("The problem they want solved", interview.their_problem),
        ("What they do resonates", _worded(interview.resonates)),
        ("It serves what I want", _worded(interview.serves_goals)),
        ("I would work for this manager", _worded(interview.this_manager)),
        ("I lean towards", _worded(interview.leaning)),
    )


def _claims(visit: Visit, interview: Interview) -> Said:
    return [("", claim.claim) for claim in visit.workbook.claims if claim.interview_id == interview.id]


def _facts(visit: Visit, interview: Interview) -> Said:
    return _filled(("Said about pay", interview.pay_said))


def _lesson(visit: Visit, interview: Interview) -> Said:
    return _filled(("", interview.lesson), ("Mood", interview.mood))


def _no(visit: Visit, interview: Interview) -> Said:
    return _filled(
        ("Outside my hands", interview.out_of_my_hands),
        ("A matter of fit", interview.matter_of_fit),
        ("In my hands", interview.in_my_hands),
    )


def _private(visit: Visit, interview: Interview) -> Said:
    return _filled(("", interview.private_note))


_SECTIONS: dict[str, Callable[[Visit, Interview], Said]] = {
    "basics": _basics,
    "interest": _interest,
    "questions": _questions,
    "notes": _notes,
    "people": _people,
    "next": _next,
    "plans": _plans,
    "forecast": _forecast,
    "ratings": _ratings,
    "job": _job,
    "claims": _claims,
    "facts": _facts,
    "lesson": _lesson,
    "no": _no,
    "private": _private,
}
