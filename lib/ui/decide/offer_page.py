"""One offer, or my current job: whether it is a job yet, its terms, the money, the negotiation, and what is next."""

from collections.abc import Mapping
from typing import Final, Literal

import streamlit as st

from lib.decide.pay import home_currency, pay
from lib.decide.raises import raise_sentences
from lib.decide.signing import job_status
from lib.decide.terms import STATES, OfferChecklist, Term, terms
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.records.offer import Offer
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.decide import crumbs, decision_form, offer_form
from lib.ui.decide.offer_figures import years_to_stay
from lib.ui.decide.offer_list import table
from lib.ui.drafts import saving
from lib.ui.markdown import Markdown, bulleted, escaped, marked
from lib.ui.shared import breadcrumbs, task_card
from lib.ui.shared.rows import facts, line
from lib.ui.titles import application_title
from lib.workflows.drafts.record_removal import remove_record
from lib.workflows.entries.deciding import OFFER
from lib.workflows.entries.offers import offer_name, scored_under

_GROUPS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "offer": ("The offer", ("in_writing", "decide_by")),
    "offer_pay": ("Pay", ("base", "bonus", "bonus_odds", "signing", "equity_yearly", "benefits_yearly")),
    "offer_days": ("Days and hours", ("leave_days", "weekly_hours", "commute_minutes", "start_on")),
    "offer_terms": ("Duties and conditions", ("duties", "expenses", "conditions", "notice")),
}
"""The checklist by the form that corrects it."""


def show(context: Context, offer_id: str) -> None:
    """The one view of an offer, at its own address."""
    offer = context.workbook.find(Offer, offer_id)
    name = offer_name(context.workbook, offer) if offer else "Not here"
    breadcrumbs.show("Decide", crumbs.OFFERS, here=name, back=routes.reset)
    if offer is None:
        st.title("Decide", anchor=False)
        st.info("The offer at this address is not in the workbook. It may have been deleted.")
        return
    application = context.workbook.application(offer.application_id)
    st.title(escaped(name), anchor=False)
    if offer.is_offer:
        where = escaped(f"{application_title(application, context)}. ") if application else ""
        st.write(marked("{}**{}**", where, job_status(offer, dates=context.dates).sentence))
    found = terms(offer, context.today, is_gone=offer.kind == "offer" and application is None, dates=context.dates)
    for note in found.notes:
        st.info(escaped(note))
    owed = _owed(context, offer)
    _acts(context, offer, owed)
    for due in (due for due in owed if due.kind != "ask_in_writing"):
        task_card.show(context, due)
    _terms(found, offer)
    _money(context, offer)
    if offer.is_offer:
        _negotiation(context, offer)
        _signing(context, offer)
    for sentence in raise_sentences(context.workbook, offer, context.today, dates=context.dates):
        st.caption(escaped(sentence))
    facts({"Notes": offer.notes})


def _close() -> None:
    routes.offers().open_here()


def _owed(context: Context, offer: Offer) -> list[DerivedTask]:
    if offer.kind != "offer" or not offer.application_id:
        return []
    everything = (*context.plan.tasks, *context.plan.coming, *context.plan.snoozed)
    return [
        due
        for due in everything
        if due.application_id == offer.application_id and TASK_KINDS[due.kind].is_on_offer_page
    ]


def _acts(context: Context, offer: Offer, owed: list[DerivedTask]) -> None:
    asking = next((due for due in owed if due.kind == "ask_in_writing"), None)
    with st.container(horizontal=True, key="acts"):
        if offer.is_offer and not offer.ended_on:
            _next(context, offer, asking)
        st.button("Score it", key="score", on_click=_score, args=(context, offer))
        if offer.is_offer:
            words = "Edit how it ended" if offer.ended_on else "Record how it ended"
            st.button(words, key="ended", on_click=offer_form.begin, args=("offer_ended", offer.id))
        with st.popover("Delete", key="delete"):
            st.write("Delete it with its terms and its own scores? You can undo it.")
            st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(offer.id,))
    is_open = offer.is_offer and not (offer.in_writing or offer.signed_on or offer.ended_on)
    if is_open and asking is None:
        st.caption(escaped(_asked(context, offer)))


def _next(context: Context, offer: Offer, asking: DerivedTask | None) -> None:
    """What comes next with an offer, the one thing first."""
    is_written = bool(offer.in_writing or offer.signed_on)
    if not is_written and asking and st.button("Ask for it in writing", type="primary", key="ask in writing"):
        routes.letter(asking.id).go()
    if not is_written:
        st.button("Mark as in writing", key="written", on_click=offer_form.begin, args=("offer", offer.id))
    application = context.workbook.application(offer.application_id)
    if application and not (offer.accepted_on or offer.signed_on) and not application.is_over:
        known = {"application_id": application.id, OFFER: offer.id}
        accept: Literal["secondary", "primary"] = "primary" if is_written else "secondary"
        yes, no = known | {"choice": "accept"}, known | {"choice": "decline"}
        st.button(
            "Accept the offer", type=accept, key="accept", on_click=decision_form.begin, args=("decision",), kwargs=yes
        )
        st.button("Decline the offer", key="decline", on_click=decision_form.begin, args=("decision",), kwargs=no)
    if offer.accepted_on or offer.signed_on or offer.kind == "counter_offer":
        style: Literal["secondary", "primary"] = "secondary" if offer.is_job else "primary"
        begin, args = offer_form.begin, ("signing", offer.id)
        st.button("Signed, or a condition met", type=style, key="signing", on_click=begin, args=args)


def _score(context: Context, offer: Offer) -> None:
    routes.job(scored_under(context.workbook, offer)).open_here()


def _asked(context: Context, offer: Offer) -> str:
    asked = (row for row in context.plan.closed if row.kind == "ask_in_writing" and row.status == "done")
    sent = next((row.done_at for row in asked if row.application_id == offer.application_id), None)
    if sent is None:
        if offer.in_writing is None:
            return "You haven't said whether it's in writing. If it isn't, ask for it in writing."
        return "It's only spoken so far. Ask for it in writing."
    sent_on = sent.astimezone(context.zone).date()
    return f"You asked for it in writing on {context.dates.spoken_day(sent_on, context.today)}."


def _delete(offer_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "offers", offer_id, now), "Offer deleted.")
    _close()


def _terms(found: OfferChecklist, offer: Offer) -> None:
    st.subheader(escaped(found.title), anchor=False)
    st.write(escaped(found.sentence))
    by_field = {term.field: term for term in found.terms}
    for form, (heading, fields) in _GROUPS.items():
        group = [by_field[field] for field in fields if field in by_field]
        if group:
            counted = [term for term in group if term.is_counted]
            known = sum(term.state != "missing" for term in counted)
            words = marked("**{}**  \n:gray[{} of {} known]", heading, known, len(counted))
            line(f"group_{form}", words, "Edit" if known else "Fill in", offer_form.begin, form, offer.id)
            st.markdown(bulleted(map(_term, group)))
    if found.questions:
        with st.expander("All questions, to copy", key="to ask"):
            st.code("\n".join(found.questions), language=None, wrap_lines=True)


def _term(term: Term) -> Markdown:
    if term.state == "missing":
        return marked("{}: :gray[to ask.] {}", term.name, term.question)
    is_plain = term.state == "written" or term.field == "in_writing"
    spoken = "" if is_plain else marked(" :gray[({})]", STATES[term.state].lower())
    return marked("{}: {}{}", term.name, " ".join(term.value.split()), spoken)


def _money(context: Context, offer: Offer) -> None:
    found = pay(offer, home_currency(context.workbook), years_to_stay(context.workbook))
    st.subheader(escaped(found.title), anchor=False)
    st.write(escaped(found.sentence))
    if found.n:
        table(found.table)


def _negotiation(context: Context, offer: Offer) -> None:
    found = offer_form.grounds_of(context, offer)
    line(
        "negotiation",
        marked("### {}", found.title),
        "Write down what you ask for",
        offer_form.begin,
        "negotiation",
        offer.id,
    )
    st.write(escaped(found.sentence))
    st.caption(escaped(found.finding))
    if len(found.grounds) > _GROUNDS_SAID:
        with st.expander("All your arguments", key="grounds"):
            for ground in found.grounds:
                st.write(escaped(ground.sentence))
    facts({"You ask for": offer.ask_for, "Your argument": offer.ground, "Result": offer.came_of_it})
    if offer.ask_for and not offer.in_writing and not offer.came_of_it:
        st.caption("Once the offer is in writing, you can write to them from here.")


_GROUNDS_SAID = 3


def _signing(context: Context, offer: Offer) -> None:
    days = {
        "Received": offer.received_on,
        "Accepted": offer.accepted_on,
        "Signed": offer.signed_on,
        "Conditions met": offer.conditions_met_on,
        "They withdrew it": offer.withdrawn_on,
        "You turned it down": offer.turned_down_on,
    }
    facts({name: context.dates.spoken_day(day, context.today) if day else "" for name, day in days.items()})
