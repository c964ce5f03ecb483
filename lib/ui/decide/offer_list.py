"""The offers and the present job: their terms, side by side, and what decides between them."""

import streamlit as st

from lib.decide.options import offer_names, open_offers, opening
from lib.decide.pay import home_currency
from lib.decide.signing import job_status
from lib.decide.terms import terms
from lib.english import counted
from lib.insight.result import Table
from lib.records.application import Application
from lib.records.offer import Offer
from lib.ui import places
from lib.ui.decide import offer_form, weight_trial
from lib.ui.decide.offer_figures import SideBySide, side_by_side
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, whom
from lib.ui.shared import chart_frame
from lib.ui.shared.rows import line
from lib.ui.visit import Visit, clock, current_store
from lib.workflows.entries.offers import CURRENCY_KEY, YEARS_KEY
from lib.workflows.entries.preferences import set_setting


def has_open(visit: Visit) -> bool:
    """Whether there is an offer that can still be taken: then this is the question that the page opens on."""
    return any(offer.kind == "offer" for offer in open_offers(visit.workbook))


def show(visit: Visit) -> None:
    """The offers that are open and the present job, and which of them to take."""
    offers = open_offers(visit.workbook)
    if not offers:
        st.write(
            "Offers will stand here side by side with the job you have: what is settled and what to ask, the money by "
            "the year, and what decides between them."
        )
    found = side_by_side(visit) if offers else None
    if found:
        st.markdown(f"**{escaped(found.verdict.sentence)}**")
    _acts(offers)
    for application in _without_terms(visit):
        words = (
            f"**{escaped(whom(application, visit))}**  \nAn offer, not yet a job. Its terms are not written down yet."
        )
        line(f"bare_{application.id}", words, "Write them down", _begin_for, application.id)
    names = offer_names(visit.workbook)
    for offer in offers:
        _offer(visit, offer, names[offer.id])
    if found:
        _compared(visit, found)


def _acts(offers: tuple[Offer, ...]) -> None:
    with st.container(horizontal=True, key="acts"):
        st.button("Add an offer", type="primary", key="add offer", on_click=offer_form.begin, args=("offer",))
        if all(offer.kind != "present_job" for offer in offers):
            st.button("Add the job you have", key="add job", on_click=offer_form.begin, args=("present_job",))


def _without_terms(visit: Visit) -> list[Application]:
    known = {offer.application_id for offer in visit.workbook.offers}
    return [entry for entry in visit.workbook.applications if entry.status == "offer" and entry.id not in known]


def _begin_for(application_id: str) -> None:
    offer_form.begin("offer", application_id=application_id)


def _offer(visit: Visit, offer: Offer, name: str) -> None:
    application = visit.workbook.application(offer.application_id)
    found = terms(offer, visit.today, is_gone=offer.kind == "offer" and application is None)
    role = f", {application.role}" if application and application.role not in name else ""
    lines = [f"**{escaped(opening(name) + role)}**", escaped(job_status(offer).sentence)]
    if found.questions:
        lines.append(f"{escaped(_open_terms(len(found.questions)))}")
    lines += [escaped(note) for note in found.notes]
    line(f"offer_{offer.id}", "  \n".join(lines), "Open", open_offer, offer.id)


def _open_terms(count: int) -> str:
    return f"{counted(count, 'term is', 'terms are')} still to ask."


def open_offer(offer_id: str) -> None:
    """Turn to one offer: a callback."""
    places.offer(offer_id).turn()


def _compared(visit: Visit, found: SideBySide) -> None:
    chart_frame.show(found.places)
    if found.compared.n:
        with st.expander("How the totals come about", key="totals"):
            st.caption("What each criterion adds: its score times its part of the weight that is known.")
            table(found.compared.contributions)
    if found.firsts.n > 1:
        chart_frame.show(found.firsts)
    if found.compared.n > 1:
        weight_trial.show(visit, found.compared, found.flips)
    chart_frame.show(found.money)
    _assumed(visit, found)
    for name, pay in zip(found.pays.names, found.pays.pays, strict=True):
        with st.expander(f"How it comes about: {escaped(opening(name))}", key=f"pay {pay.offer.id}"):
            st.write(escaped(pay.sentence))
            table(pay.table)


def table(rows: Table) -> None:
    """A result's lines as a table in words, that reads on a phone too."""
    heads = " | ".join(escaped(column) for column in rows.columns)
    body = "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows.rows)
    st.markdown(f"| {heads} |\n|{'---|' * len(rows.columns)}\n{body}")


def _cell(cell: str | int | float | None) -> str:
    if cell is None:
        return "not known"
    return escaped(f"{cell:,.2f}".removesuffix(".00") if isinstance(cell, float) else cell)


def _assumed(visit: Visit, found: SideBySide) -> None:
    home = home_currency(visit.workbook)
    with st.expander("What this assumes", key="assumed"):
        for key, value in (("years to stay", found.years), ("own currency", home)):
            if key not in st.session_state:
                st.session_state[key] = value
        years_side, currency_side = st.columns(2)
        with years_side:
            st.number_input(
                "How many years do you expect to stay?", 0.5, 50.0, step=0.5, key="years to stay", on_change=_keep_years
            )
        with currency_side:
            st.text_input("Your own currency", key="own currency", on_change=_keep_currency, placeholder="EUR")
        st.caption(
            "A signing bonus is spread over the years you stay. Rates of exchange are those you typed with an offer; "
            "nothing is fetched."
        )


def _keep_years() -> None:
    years = f"{float(st.session_state['years to stay']):g}"
    store, now = current_store(), clock()
    saving.run(lambda: set_setting(store, YEARS_KEY, years, now), "Noted.")


def _keep_currency() -> None:
    code = " ".join(str(st.session_state["own currency"]).split()).upper()
    store, now = current_store(), clock()
    saving.run(lambda: set_setting(store, CURRENCY_KEY, code, now), "Noted.")
