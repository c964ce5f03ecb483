"""The offers and my current job: the verdict, the table side by side, and what would change the result."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from lib.decide.comparison import RankedOption
from lib.decide.options import offer_names, open_offers, opening
from lib.decide.pay import home_currency
from lib.decide.signing import job_status
from lib.decide.terms import terms
from lib.insight.result import ResultTable
from lib.records.application import Application
from lib.records.offer import Offer
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.decide import gut_check, offer_form, quick_compare, weight_trial
from lib.ui.decide.offer_figures import SideBySide, side_by_side, years_to_stay
from lib.ui.drafts import saving
from lib.ui.markdown import Markdown, escaped, joined, marked
from lib.ui.shared import chart_frame
from lib.ui.shared.rows import line
from lib.ui.titles import application_title
from lib.workflows.drafts.scoring import SCREEN
from lib.workflows.entries.offers import CURRENCY_KEY, YEARS_KEY, scored_under
from lib.workflows.entries.preferences import set_setting


def has_open(context: Context) -> bool:
    """Whether there is an offer that can still be taken: then this is the question that the page opens on."""
    return any(offer.is_offer for offer in open_offers(context.workbook))


def show(context: Context) -> None:
    """The offers that are open and my current job, and which of them to take."""
    offers = open_offers(context.workbook)
    found = side_by_side(context) if offers else None
    if found:
        _answer(context, found)
        with st.container(key="offer_table"):
            table(found.found.table)
    else:
        st.write("Compare your offers here: pay, hours, place, what's in writing, and how well each one fits you.")
    for application in _without_terms(context):
        words = marked("**{}**  \nOffer, no details yet", application_title(application, context))
        line(f"bare_{application.id}", words, "Add the details", _begin_for, application.id)
    names = offer_names(context.workbook)
    for offer in offers:
        _offer(context, offer, names[offer.id])
    _acts(offers, is_first=not offers)
    _ended(context)
    if found:
        _below(context, found)


def _answer(context: Context, page: SideBySide) -> None:
    """The verdict with its picture, and how it feels; without one yet, the ways to it."""
    found = page.found
    with st.container(border=True, key="verdict"):
        st.subheader(escaped(found.verdict.sentence), anchor=False)
        chart_frame.show_picture(page.ranges)
        if found.is_ranked or found.verdict.level == "scored":
            gut_check.show(_application(context, found.compared.comparable_options[0].id))
        _to_score(
            context,
            [one for one in found.compared.eligible_options if one.option.is_offer and not one.coverage.is_enough],
        )
    if len(found.compared.eligible_options) < 2:
        return
    if found.is_ranked:
        with st.expander(quick_compare.TITLE, key="quick", on_change="rerun") as fold:
            if fold.open:
                _quick(context, page)
    else:
        with st.container(border=True, key="quick"):
            st.subheader(quick_compare.TITLE, anchor=False)
            _quick(context, page)


def _to_score(context: Context, early: list[RankedOption]) -> None:
    """A button for each offer that isn't scored enough, the first one green."""
    if not early:
        return
    with st.container(horizontal=True, key="to_score"):
        for place, one in enumerate(early):
            style: Literal["secondary", "primary"] = "secondary" if place else "primary"
            words, key = marked("Score {}", one.option.name), f"score {one.option.id}"
            st.button(words, type=style, key=key, on_click=_score, args=(context, one))


def _quick(context: Context, page: SideBySide) -> None:
    found = page.found
    answer = quick_compare.show(context, tuple(one.option for one in found.compared.eligible_options))
    if not answer.leader:
        return
    if found.is_ranked:
        first = found.compared.comparable_options[0]
        also = "say the same" if first.id == answer.leader else f"say: {found.verdict.sentence.partition('. ')[0]}"
        st.caption(escaped(f"Your scores, on all {len(first.scores)}, {also.removesuffix('.')}."))
    elif found.verdict.level != "scored":
        gut_check.show(_application(context, answer.leader), f"Better on: {', '.join(answer.better_on)}")


def _application(context: Context, offer_id: str) -> str:
    offer = context.workbook.find(Offer, offer_id)
    return offer.application_id if offer else ""


def _score(context: Context, one: RankedOption) -> None:
    offer = context.workbook.by_id(Offer)[one.option.id]
    routes.job(scored_under(context.workbook, offer), SCREEN).open_here()


def _acts(offers: tuple[Offer, ...], *, is_first: bool) -> None:
    with st.container(horizontal=True, key="acts"):
        style: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
        st.button("Add an offer", type=style, key="add offer", on_click=offer_form.begin, args=("offer",))
        if offers and all(offer.kind != "counter_offer" for offer in offers):
            counter = ("counter_offer",)
            st.button("Add a counter-offer", key="add counter", on_click=offer_form.begin, args=counter)
        if all(offer.kind != "present_job" for offer in offers):
            st.button("Add your current job", key="add job", on_click=offer_form.begin, args=("present_job",))


def _without_terms(context: Context) -> list[Application]:
    known = {offer.application_id for offer in context.workbook.offers}
    return [entry for entry in context.workbook.applications if entry.status == "offer" and entry.id not in known]


def _begin_for(application_id: str) -> None:
    offer_form.begin("offer", application_id=application_id)


def _offer(context: Context, offer: Offer, name: str) -> None:
    application = context.workbook.application(offer.application_id)
    found = terms(offer, context.today, is_gone=offer.kind == "offer" and application is None, dates=context.dates)
    role = f", {application.role}" if application and application.role not in name else ""
    status = job_status(offer, dates=context.dates).sentence if offer.is_offer else ""
    lines = (marked("**{}**", opening(name) + role), status, *found.notes)
    line(f"offer_{offer.id}", joined("  \n", lines), "Open", open_offer, offer.id)


def _ended(context: Context) -> None:
    """The offers that ended, folded away."""
    ended = [offer for offer in context.workbook.offers if offer.ended_on]
    if not ended:
        return
    names = offer_names(context.workbook)
    with st.expander(marked("Ended ({})", len(ended)), key="ended offers"):
        for offer in ended:
            _offer(context, offer, names[offer.id])


def open_offer(offer_id: str) -> None:
    """Turn to one offer: a callback."""
    routes.offer(offer_id).open_here()


def _below(context: Context, page: SideBySide) -> None:
    found = page.found
    if found.is_ranked:
        weight_trial.show(context, found.compared, found.flips)
    if page.places.n > 1:
        chart_frame.show(page.places)
        with st.expander("How this is calculated", key="totals", on_change="rerun") as totals:
            if totals.open:
                st.caption("What each criterion adds: its score times its part of the weight that is known.")
                table(found.compared.contributions)
    with st.expander(escaped(found.pays.title), key="sums", on_change="rerun") as sums:
        if sums.open:
            _yearly_pay(context, page)


def _yearly_pay(context: Context, page: SideBySide) -> None:
    pays = page.found.pays
    chart_frame.show_picture(page.money)
    st.write(escaped(pays.sentence))
    _assumed(context)
    for name, pay in zip(pays.names, pays.pays, strict=True):
        st.markdown(marked("**{}**", opening(name)))
        table(pay.table)


def table(rows: ResultTable) -> None:
    """A result's lines as a table in words, that reads on a phone too."""
    rule = Markdown("|" + "---|" * len(rows.columns))
    st.markdown(joined("\n", (_cells(rows.columns), rule, *map(_cells, rows.rows))))


def _cells(row: Iterable[str | int | float | None]) -> Markdown:
    return marked("|{}|", joined("|", (marked(" {} ", _cell(cell)) for cell in row)))


def _cell(cell: str | int | float | None) -> str:
    if cell is None:
        return "not known"
    return f"{cell:,.2f}".removesuffix(".00") if isinstance(cell, float) else str(cell)


def _assumed(context: Context) -> None:
    home = home_currency(context.workbook)
    for key, value in (("years to stay", years_to_stay(context.workbook)), ("own currency", home)):
        if key not in st.session_state:
            st.session_state[key] = value
    years_side, currency_side = st.columns(2)
    with years_side:
        st.number_input("Years you plan to stay", 0.5, 50.0, step=0.5, key="years to stay", on_change=_keep_years)
    with currency_side:
        st.text_input("Your currency", key="own currency", on_change=_keep_currency, placeholder="EUR")
    st.caption("A signing bonus is spread over these years. Exchange rates are the ones you typed.")


def _keep_years() -> None:
    years = f"{float(st.session_state['years to stay']):g}"
    store, now = current_store(), clock()
    saving.run(lambda: set_setting(store, YEARS_KEY, years, now), "Saved.")


def _keep_currency() -> None:
    code = " ".join(str(st.session_state["own currency"]).split()).upper()
    store, now = current_store(), clock()
    saving.run(lambda: set_setting(store, CURRENCY_KEY, code, now), "Saved.")
