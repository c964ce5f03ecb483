"""The small forms about an offer or my current job: one group of its terms each, kept as a draft until it is saved."""

import streamlit as st

from lib.decide.negotiation import Negotiation, negotiation
from lib.decide.options import offer_names, open_offers
from lib.decide.pay import home_currency
from lib.records.offer import Offer
from lib.records.vocabulary import Ended, words
from lib.ui.context import Context
from lib.ui.decide.offer_figures import years_to_stay
from lib.ui.drafts import record_form
from lib.ui.drafts.fields import Form
from lib.ui.drafts.record_form import RecordForm
from lib.ui.markdown import escaped, marked, named
from lib.ui.shared.interview_fields import choose_application, name_application
from lib.workflows.drafting import is_new
from lib.workflows.entries.offer_ends import ENDED, ENDED_ON
from lib.workflows.entries.offer_pay import CHANGED_ON, pay_cells, read_as
from lib.workflows.errors import Incomplete

_AMOUNTS = "Amounts as you like to write them: 74000, 74,000 or 74k. Leave empty what you don't know."


def begin(form: str, offer_id: str = "", **known: str) -> None:
    """Turn to a form: a callback."""
    record_form.begin(FORMS, form, offer_id, **known)


def _offer(context: Context, form: Form) -> None:
    chosen = choose_application(context, form, "application_id", "Which application is it for?")
    if not chosen and is_new(form.draft):
        name_application(context, form, context.today)
    form.choice("in_writing", "Is it in writing?", ("yes", "no"), {"yes": "In writing", "no": "Only spoken"})
    received_side, decide_side = st.columns(2)
    with received_side:
        form.day("received_on", "When did it come?")
    with decide_side:
        form.day("decide_by", "When do they want your answer?")
    if is_new(form.draft):
        _base(context, form)
    form.text_area("notes", "What did they say, in their words?")


def _base(context: Context, form: Form) -> None:
    base_side, currency_side = st.columns([2, 1])
    with base_side:
        form.text_input("base", "Base pay", placeholder="74,000 · 70–80k · 48/hr · 4,500 a month")
    with currency_side:
        form.text_input("currency", "Currency", placeholder=home_currency(context.workbook) or "EUR")
    _as_read(context, form)
    _rate(context, form)


def _as_read(context: Context, form: Form) -> None:
    """What the text is read as, if it is more than a number; hourly pay needs the hours."""
    try:
        cells = pay_cells(form.draft.values, home_currency(context.workbook))
    except Incomplete as refused:
        st.caption(escaped(refused.happened))
        return
    if cells["high"] or cells["unit"] or "notes" in cells:
        beside = " Your words go into the notes." if "notes" in cells else ""
        st.caption(marked("Read as {}.{}", read_as(cells), beside))
    asks_anyway = form.draft.screen == "present_job"
    if cells["unit"] == "hour" and "weekly_hours" not in cells and not asks_anyway:
        form.text_input("weekly_hours", "Hours a week", placeholder="40")


def _rate(context: Context, form: Form) -> None:
    """Asked for where the offer is in another currency than the person's own: it is typed in, and never fetched."""
    home, own = home_currency(context.workbook), " ".join(form.text("currency").split()).upper()
    with st.container():
        if home and own and own != home:
            form.text_input(
                "rate_to_home", marked("What is one {} worth in {}?", named(own), named(home)), placeholder="1.05"
            )


def _pay(context: Context, form: Form) -> None:
    st.caption(_AMOUNTS)
    _base(context, form)
    if form.draft.screen == "offer_pay":
        form.day(CHANGED_ON, "If they changed these figures: when?", note="Leave it empty to fix a typo.")
    bonus_side, odds_side = st.columns(2)
    with bonus_side:
        form.text_input("bonus", "Full bonus per year", placeholder="6,000")
    with odds_side:
        form.number("bonus_odds", "How likely is the bonus? From 0 to 100%", 0, 100)
    equity_side, benefits_side = st.columns(2)
    with equity_side:
        form.text_input("equity_yearly", "Equity: its value per year", placeholder="2,000")
    with benefits_side:
        form.text_input("benefits_yearly", "Benefits: their value per year", placeholder="1,200")
    signing_side, costs_side = st.columns(2)
    with signing_side:
        if _is_offer(context, form):
            form.text_input("signing", "Signing bonus, paid once", placeholder="3,000")
    with costs_side:
        form.text_input("costs_yearly", "Costs per year: travel, moving", placeholder="1,800")


def _days(context: Context, form: Form) -> None:
    leave_side, hours_side, commute_side = st.columns(3)
    with leave_side:
        form.text_input("leave_days", "Days off per year", placeholder="30")
    with hours_side:
        form.text_input("weekly_hours", "Hours a week", placeholder="40")
    with commute_side:
        form.text_input("commute_minutes", "Commute: minutes a day", placeholder="50")
    if _is_offer(context, form):
        form.day("start_on", "When would you start?")


def _terms(context: Context, form: Form) -> None:
    form.text_area("duties", "Duties: what would you be responsible for?")
    form.text_area("expenses", "Expenses: what do they cover?")
    if _is_offer(context, form):
        form.text_area(
            "conditions",
            "Conditions: what does it depend on?",
            placeholder="A background check, references, papers; or: none",
        )
    form.text_input("notice", "Notice period and probation", placeholder="3 months; 6 months on probation")


def _negotiation(context: Context, form: Form) -> None:
    offer = context.workbook.find(Offer, form.draft.record_id)
    if offer:
        st.write(escaped(grounds_of(context, offer).sentence))
    form.text_area("ask_for", "What do you ask for?", placeholder="78,000, or four more days of leave")
    form.text_area("ground", "What's your argument?", placeholder="What the market pays, another offer, what you bring")
    market_side, away_side = st.columns(2)
    with market_side:
        form.text_input("market_figure", "Market rate: base pay per year", placeholder="77,000")
    with away_side:
        form.text_input("walk_away", "What's the lowest base pay you'd accept?", placeholder="70,000")
    form.text_area("came_of_it", "What was the result?")


def _signing(_context: Context, form: Form) -> None:
    form.day("accepted_on", "When did you accept?")
    form.day("signed_on", "When was it signed, by both sides?")
    form.text_area(
        "conditions", "What does it depend on?", placeholder="A background check, references, papers; or: none"
    )
    form.day("conditions_met_on", "When were all conditions met?")


def _ended(_context: Context, form: Form) -> None:
    form.choice(
        ENDED, "Who ended it?", words(Ended), {"withdrawn": "They withdrew it", "turned_down": "I turned it down"}
    )
    form.day(ENDED_ON, "When?")
    form.text_area("reason", "Why, if you know?", placeholder="A hiring freeze, a better offer")


def _counter_offer(context: Context, form: Form) -> None:
    st.caption("Your current employer wants to keep you and offers more.")
    received_side, decide_side = st.columns(2)
    with received_side:
        form.day("received_on", "When did they offer it?")
    with decide_side:
        form.day("decide_by", "When do they want your answer?")
    form.choice("in_writing", "Is it in writing?", ("yes", "no"), {"yes": "In writing", "no": "Only spoken"})
    _base(context, form)
    form.text_area("notes", "What did they say, in their words?")


def _present_job(context: Context, form: Form) -> None:
    _pay(context, form)
    _days(context, form)


def _is_offer(context: Context, form: Form) -> bool:
    return form.draft.screen != "present_job" and kind_of(context, form.draft.record_id) != "present_job"


def grounds_of(context: Context, offer: Offer) -> Negotiation:
    """Arguments for a negotiation, from the other open offers and my current job."""
    others = [other for other in open_offers(context.workbook) if other.id != offer.id]
    names, home = offer_names(context.workbook), home_currency(context.workbook)
    return negotiation(offer, others, names, home, years_to_stay(context.workbook))


def kind_of(context: Context, offer_id: str) -> str:
    """Whether a row of the offers is an offer or my current job; a new one is an offer."""
    found = context.workbook.find(Offer, offer_id)
    return found.kind if found else "offer"


FORMS = {
    "offer": RecordForm("An offer", "What is known about this offer?", _offer, opens="offer"),
    "present_job": RecordForm("Your current job", "The job you have", _present_job, opens="offer"),
    "offer_pay": RecordForm("What does it pay?", "What does it pay?", _pay),
    "offer_days": RecordForm("Days and hours", "Days and hours", _days),
    "offer_terms": RecordForm("Duties and conditions", "Duties and conditions", _terms),
    "negotiation": RecordForm("What do you ask for?", "What do you ask for?", _negotiation),
    "counter_offer": RecordForm("A counter-offer", "What do they offer you to stay?", _counter_offer, opens="offer"),
    "offer_ended": RecordForm("How it ended", "How did it end?", _ended),
    "signing": RecordForm("Accepted and signed", "Accepted and signed", _signing),
}
"""The forms of the offers."""
