"""The offers: entered and corrected, asked for in writing, side by side, a weight to move, accepted and signed."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.decide.comparison import Comparison, comparison
from lib.decide.flips import TITLE
from lib.decide.options import options
from lib.decide.signing import job_status
from lib.decide.terms import terms
from lib.decide.weights import weights
from lib.decide.what_if import what_if
from lib.records.application import Application
from lib.records.criterion import KNOWN_CRITERIA, Criterion, active_criteria
from lib.records.fit import Fit
from lib.records.offer import Offer
from lib.records.record import Record
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, field, keys, markdown, plain, problem
from tests.workflows.evening import NOW, put, workbook
from tests.workflows.owed import due_of

NORTH = Application(id="ap-n", company="Northwind", role="Data engineer", status="offer")
SOUTH = Application(id="ap-s", company="Southwind", role="Analyst", status="offer")
WRITTEN = Offer(id="of-n", kind="offer", application_id="ap-n", in_writing=True, currency="EUR", base=74_000)
SPOKEN = Offer(id="of-s", kind="offer", application_id="ap-s", in_writing=False, currency="EUR", base=79_000)
PRESENT = Offer(id="of-p", kind="present_job", currency="EUR", base=64_000)
TERMS = {"duties": "Data", "expenses": "Train", "leave_days": 30, "weekly_hours": 40, "notice": "3 months"}
KNOWN_OFFERS = (
    NORTH,
    SOUTH,
    WRITTEN.changed(**TERMS, conditions="None", commute_minutes=20),
    SPOKEN.changed(**TERMS, conditions="None"),
    PRESENT,
)
OFFERS = (NORTH, SOUTH, WRITTEN, SPOKEN, PRESENT)
TODAY = NOW.date()
HOSTILE = "![x](http://evil.example/x) <b>*bold*</b> $y$"


@pytest.fixture
def decide(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("more/decide", **address)


def scores(job: str, work: int, pay: int, *others: int) -> list[Fit]:
    """Scores on the work and the pay; the other criteria are retired by ``two_criteria``."""
    pairs = (("cr-work", work), ("cr-pay", pay))
    return [Fit(application_id=job, criterion_id=key, as_of=TODAY, score=value, sure="sure") for key, value in pairs]


def two_criteria() -> list[Record]:
    """Only the work, with a swing of 60, and the pay, with 40."""
    swings = {"cr-work": 60, "cr-pay": 40}
    return [one.changed(swing=swings.get(one.id), retired=one.id not in swings or None) for one in KNOWN_CRITERIA]


def two_jobs(store: Store) -> None:
    """Northwind leads by the work, Southwind by the pay: it turns over where the work counts less than 53.9%."""
    put(
        store, *KNOWN_OFFERS, *two_criteria(), *scores("ap-n", 80, 40), *scores("ap-s", 50, 75), *scores("of-p", 20, 20)
    )


def compared(store: Store) -> Comparison:
    """The offers side by side, as in the files."""
    book = workbook(store)
    return comparison(options(book, TODAY, dates=DAY_FIRST), weights(active_criteria(book.criteria)))


def tap(page: AppTest, key: str, value: Any) -> AppTest:
    page.button_group(key=key).set_value(value).run()
    assert not page.exception, page.exception[0].message
    return page


def unfold(page: AppTest, key: str) -> AppTest:
    page.session_state[key] = True
    return page.run()


def address_of(page: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[0] for name, value in page.query_params.items()}


def test_without_offers_it_offers_one_step(decide: Any) -> None:
    page = decide(view="offers")

    assert [button.key for button in page.button if button.proto.type == "primary"] == ["add offer"]


def test_an_offer_is_entered_kept_while_typed_and_opens_once_it_is_saved(store: Store, decide: Any) -> None:
    put(store, NORTH.changed(status="interviewing"))
    page = click(decide(view="offers"), "add offer")
    answer(page, application_id="ap-n", base="74k", currency="eur", in_writing="no")
    assert [draft.values["base"] for draft in store.drafts.list()] == ["74k"]

    click(page, "save")
    (made,) = workbook(store).offers
    assert (made.base, made.currency, made.in_writing) == (74_000, "EUR", False)
    assert workbook(store).applications[0].status == "offer"
    assert address_of(page)["offer"] == made.id
    assert job_status(made, dates=DAY_FIRST).sentence in plain(page)


def test_an_amount_that_is_none_is_shown_in_words_and_stays_in_its_field(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-n"), "group_offer_pay Edit")
    answer(page, base="plenty")
    click(page, "save")

    assert "“plenty”" in problem(page)
    assert field(page, "base").value == "plenty"
    assert workbook(store).offers[0].base == 74_000


def test_an_offer_of_an_application_that_has_none_written_down_is_begun_with_it(store: Store, decide: Any) -> None:
    put(store, NORTH)
    page = click(decide(view="offers"), "bare_ap-n Add the details")

    assert field(page, "application_id").value == "ap-n"


def test_the_job_i_have_is_entered_once(store: Store, decide: Any) -> None:
    page = click(decide(view="offers"), "add job")
    answer(page, base="64,000", currency="EUR", leave_days="28")
    click(page, "save")

    assert [(row.kind, row.base) for row in workbook(store).offers] == [("present_job", 64_000)]
    assert page.title[0].value == "Your current job"
    assert "Signing bonus" not in plain(page)
    assert "add job" not in keys(decide(view="offers"))


def test_hourly_pay_of_the_job_i_have_needs_the_hours_that_are_asked_for_anyway(store: Store, decide: Any) -> None:
    page = answer(decide(form="present_job"), base="48/hr")
    assert problem(page) == ""

    click(answer(page, weekly_hours="40"), "save")

    assert [(row.base, row.weekly_hours) for row in workbook(store).offers] == [(48, 40)]


def test_each_missing_term_is_a_question_to_ask_o2(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page, found = decide(offer="of-s"), terms(SPOKEN, TODAY, dates=DAY_FIRST)

    assert "Base pay: €79,000" in plain(page)
    assert [question for question in found.questions if question not in plain(page)] == []
    assert page.code[0].value.splitlines() == list(found.questions)


def test_terms_are_corrected_group_by_group(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-s"), "group_offer_days Fill in")
    answer(page, leave_days="28", weekly_hours="37,5")
    click(page, "save")

    assert (workbook(store).offers[1].leave_days, workbook(store).offers[1].weekly_hours) == (28, 37.5)
    assert "Leave: 28 days" in plain(page)


def test_an_unwritten_offer_is_asked_for_in_writing_in_one_click_o1(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = decide(offer="of-s")
    click(page, "ask in writing")

    assert "Southwind" in page.title[0].value
    assert "working hours, leave, bonuses, expenses, start date" in plain(page)


def test_a_written_offer_is_not_asked_for_again_o1(store: Store, decide: Any) -> None:
    put(store, *OFFERS)

    assert "ask in writing" not in keys(decide(offer="of-n"))


def test_what_does_not_look_right_is_reported(store: Store, decide: Any) -> None:
    odd = {"base": -1200, "decide_by": TODAY.replace(day=1), "application_id": "ap-gone", "currency": "CHF"}
    put(store, NORTH, WRITTEN.changed(**odd), PRESENT)

    notes = terms(WRITTEN.changed(**odd), TODAY, is_gone=True, dates=DAY_FIRST).notes
    assert len(notes) == 3
    for page in (decide(offer="of-n"), decide(view="offers")):
        assert [note for note in notes if note not in plain(page)] == []
    assert "(CHF)" in plain(unfold(decide(view="offers"), "sums"))


def test_a_rate_is_asked_for_where_the_currency_is_not_mine(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-n"), "group_offer_pay Edit")
    answer(page, currency="chf", rate_to_home="1.05")
    click(page, "save")

    assert re.search(r"€77,700.*74,000 CHF", plain(page))


def test_the_verdict_the_table_and_what_would_change_it_are_side_by_side_o3(store: Store, decide: Any) -> None:
    two_jobs(store)
    said = plain(decide(view="offers"))

    assert re.search(
        "Northwind is ahead: 64, then Southwind 60. Six terms at Northwind and seven terms at Southwind", said
    )
    assert "| Fit | 64/100 | 60/100 | 20/100 |" in said
    assert "| Pay per year | €74,000 | €79,000 | €64,000 |" in said
    assert "| In writing | yes | no | yes |" in said
    assert "| To ask | 6 terms | 7 terms | – |" in said
    assert "If The work itself counted less, Southwind would come first." in said


def test_with_13_of_14_terms_unknown_nothing_is_called_sure(store: Store, decide: Any) -> None:
    put(store, NORTH, SOUTH, WRITTEN, SPOKEN, *two_criteria(), *scores("ap-n", 100, 100), *scores("ap-s", 10, 10))
    page = decide(view="offers")

    assert re.search("Too early. 13 terms at Northwind and 13 terms at Southwind are open", plain(page))
    assert TITLE not in plain(page)
    assert not [one for one in page.main if getattr(one, "key", None) == "gut"]


def test_an_offer_scored_on_a_part_of_what_counts_gets_no_number(store: Store, decide: Any) -> None:
    put(store, *KNOWN_OFFERS, *two_criteria(), *scores("ap-n", 80, 40), scores("ap-s", 97, 0)[0])
    page = decide(view="offers")

    assert "Too early: 1 of 2 criteria scored at Southwind." in plain(page)
    assert "| Fit | 64/100 | Too early: 1 of 2 scored | Not scored |" in plain(page)
    assert "97/100" not in plain(page)
    assert address_of(click(page, "score of-s"))["part"] == "score"


def test_two_unscored_offers_are_compared_by_a_few_taps_and_decided(store: Store, decide: Any) -> None:
    put(store, *OFFERS[:-1])
    page = decide(view="offers")
    tap(page, "quick criteria", ["cr-work", "cr-pay", "cr-team"])
    for criterion, better in (("cr-work", "of-n"), ("cr-pay", "of-s"), ("cr-team", "of-n")):
        tap(page, f"quick better {criterion}", better)
    assert "First answer: Northwind, better on 2 of 3." in plain(page)
    assert "Your taps aren't saved: they're gone once you leave this page." in plain(page)

    tap(page, "gut", "relieved")
    click(page, "decide")
    assert (field(page, "gut").value, field(page, "reasons").value) == (
        "relieved",
        "Better on: The work itself, The team",
    )
    click(answer(page, choice="accept"), "save")
    (decision,) = workbook(store).decisions
    assert (decision.application_id, decision.gut) == ("ap-n", "relieved")


def test_how_it_feels_is_asked_after_the_verdict_and_shown_at_the_review(store: Store, decide: Any) -> None:
    two_jobs(store)
    page = decide(view="offers")
    click(tap(page, "gut", "disappointed"), "decide")
    click(answer(page, choice="hold"), "save")

    (decision,) = workbook(store).decisions
    assert (decision.application_id, decision.gut) == ("ap-n", "disappointed")
    assert "How it felt\nDisappointed" in plain(decide(form="review", draft=decision.id)).replace("  \n", "\n").replace(
        ":gray[How it felt]", "How it felt"
    )


def test_quick_compare_shows_where_the_scores_disagree(store: Store, decide: Any) -> None:
    two_jobs(store)
    put(store, Criterion(id="cr-own", name="Garden", swing=0))
    page = unfold(decide(view="offers"), "quick")
    tap(page, "quick criteria", ["cr-work", "cr-pay", "cr-own"])
    for criterion in ("cr-work", "cr-pay", "cr-own"):
        tap(page, f"quick better {criterion}", "of-s")

    assert "First answer: Southwind, better on 3 of 3." in plain(page)
    assert "Your scores, on all 3, say: Northwind is ahead: 64, then Southwind 60." in plain(page)


def test_without_scores_the_offers_are_shown_with_a_note(store: Store, decide: Any) -> None:
    put(store, *OFFERS)

    assert compared(store).n == 0
    assert "Not scored yet." in plain(decide(view="offers"))


def test_a_weight_is_moved_until_another_one_comes_first(store: Store, decide: Any) -> None:
    two_jobs(store)
    page, mine = unfold(decide(view="offers"), "trial"), compared(store)

    for percent, leads in ((54, "of-n"), (53, "of-s")):
        page.slider(key="weight slider cr-work").set_value(percent).run()
        looked = what_if(mine, "cr-work", percent / 100)
        assert [leader.id for leader in looked.comparison.leaders] == [leads]
        assert looked.sentence in plain(page)
    assert {row.swing for row in workbook(store).criteria if row.swing} == {60, 40}


def test_one_click_shows_the_tipping_point_and_one_comes_back(store: Store, decide: Any) -> None:
    two_jobs(store)
    page = click(unfold(decide(view="offers"), "trial"), "to flip")
    assert page.slider(key="weight slider cr-work").value == 53
    assert "Southwind would come first" in plain(page)

    click(page, "to mine")
    assert page.slider(key="weight slider cr-work").value == 60


def test_a_weight_is_kept_only_on_request(store: Store, decide: Any) -> None:
    two_jobs(store)
    page = unfold(decide(view="offers"), "trial")
    page.slider(key="weight slider cr-work").set_value(20).run()
    click(page, "keep weight")

    assert {row.id: row.swing for row in workbook(store).criteria if row.swing} == {"cr-work": 25, "cr-pay": 100}
    assert "| Fit | 70/100 | 48/100 | 20/100 |" in plain(page)


def test_the_years_to_stay_spread_the_signing_bonus(store: Store, decide: Any) -> None:
    put(store, NORTH, WRITTEN.changed(signing=6_000), PRESENT)
    page = decide(view="offers")
    assert "Northwind €76,000" not in plain(page)
    unfold(page, "sums")
    assert "Northwind €76,000" in plain(page)

    page.number_input(key="years to stay").set_value(2.0).run()
    assert workbook(store).setting("years_to_stay") == "2"
    assert "Northwind €77,000" in plain(page)


@pytest.mark.parametrize("years", ["soon", "0", "-3", "nan", "inf"])
def test_a_setting_without_years_counts_as_the_assumption(store: Store, decide: Any, years: str) -> None:
    from lib.records.setting import Setting

    put(store, NORTH, WRITTEN.changed(signing=6_000), PRESENT, Setting(key="years_to_stay", value=years))

    assert "Northwind €76,000" in plain(unfold(decide(view="offers"), "sums"))


def test_grounds_are_named_and_what_is_asked_for_is_noted_o3(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = decide(offer="of-n")
    assert re.search("Southwind.*€5,000", plain(page))

    click(page, "negotiation Write down what you ask for")
    answer(page, ask_for="78,000", market_figure="77.000", walk_away="72000")
    click(page, "save")
    assert workbook(store).offers[0].walk_away == 72_000
    assert due_of(store, "negotiate").title in plain(page)
    assert "€77,000" in plain(page)


def test_the_note_to_them_names_what_is_asked_for_and_on_what_ground_o3(store: Store, decide: Any) -> None:
    put(store, NORTH, WRITTEN.changed(ask_for="four more days of leave", ground="the other offer has 30"))
    page = decide(offer="of-n")
    next(button for button in page.button if button.label == "Write it").click().run()

    assert "four more days of leave" in plain(page)
    assert "the other offer has 30" in plain(page)


def test_the_acceptance_names_the_pay(store: Store, decide: Any) -> None:
    put(store, NORTH.changed(status="accepted"), WRITTEN.changed(accepted_on=TODAY))
    page = decide(offer="of-n")
    next(button for button in page.button if button.label == "Write it").click().run()

    assert re.search("accept the Data engineer role.*€74,000", plain(page))


def test_accepting_records_the_day_the_status_and_the_decision_and_it_is_not_a_job_yet(
    store: Store, decide: Any
) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-n"), "accept")
    answer(page, reasons="the work")
    click(page, "save")

    book = workbook(store)
    assert (book.offers[0].accepted_on, book.applications[0].status) == (TODAY, "accepted")
    assert [(row.choice, row.application_id) for row in book.decisions] == [("accept", "ap-n")]
    assert job_status(book.offers[0], dates=DAY_FIRST).sentence in plain(page)
    assert due_of(store, "accept").title in plain(page)


def test_of_two_offers_from_one_company_the_one_that_was_open_is_accepted(store: Store, decide: Any) -> None:
    put(store, NORTH, WRITTEN, WRITTEN.changed(id="of-2", base=70_000))
    page = click(decide(offer="of-n"), "accept")
    click(page, "save")

    assert [offer.accepted_on for offer in workbook(store).offers] == [TODAY, None]


def test_signed_and_with_its_conditions_met_it_is_a_job(store: Store, decide: Any) -> None:
    taken = WRITTEN.changed(accepted_on=TODAY, conditions="background check")
    put(store, NORTH.changed(status="accepted"), taken)
    page = click(decide(offer="of-n"), "signing")
    answer(page, signed_on=TODAY)
    click(page, "save")
    assert "(background check)" in plain(page)

    click(page, "signing")
    answer(page, conditions_met_on=TODAY)
    click(page, "save")
    (offer,) = workbook(store).offers
    assert offer.is_job
    assert job_status(offer, dates=DAY_FIRST).sentence in plain(page)


def test_declining_leads_to_the_decision_with_its_application(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-n"), "decline")
    assert field(page, "choice").value == "decline"

    click(page, "save")
    assert [(row.choice, row.application_id) for row in workbook(store).decisions] == [("decline", "ap-n")]
    assert due_of(store, "decline").title in plain(page)


def test_the_current_job_and_an_offer_are_scored_where_their_scores_are(store: Store, decide: Any) -> None:
    put(store, *OFFERS)

    assert address_of(click(decide(offer="of-p"), "score"))["application"] == "of-p"
    assert address_of(click(decide(offer="of-n"), "score"))["application"] == "ap-n"


def test_an_offer_is_deleted_and_brought_back(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = click(decide(offer="of-s"), "yes delete")
    assert [offer.id for offer in workbook(store).offers] == ["of-n", "of-p"]

    next(button for button in page.button if button.label == "Undo").click().run()
    assert len(workbook(store).offers) == 3


def test_an_address_of_an_offer_that_is_gone_reports_it(decide: Any) -> None:
    page = decide(offer="of-gone")

    assert len(page.info) == 1
    assert keys(page) == {"crumb 0", "crumb 1"}


def test_the_application_shows_that_its_offer_is_not_a_job_yet_and_leads_to_it(store: Store, tab: Open) -> None:
    put(store, *OFFERS)
    page = tab("more/applications", application="ap-s")
    assert job_status(SPOKEN, dates=DAY_FIRST).sentence in plain(page)

    (link,) = (link.proto for link in page.get("page_link") if link.proto.label == "Open the offer")
    assert "of-s" in link.query_string


def test_the_list_of_applications_shows_that_an_offer_is_not_a_job_yet(store: Store, tab: Open) -> None:
    signed = WRITTEN.changed(application_id="ap-s", signed_on=TODAY)
    put(store, NORTH, SOUTH.changed(status="accepted"), signed, NORTH.changed(id="ap-x", status="applied"))
    said = plain(tab("more/applications"))

    assert said.count("not signed yet") == 1


def test_an_application_with_an_offer_leads_to_writing_its_terms_down(store: Store, tab: Open) -> None:
    put(store, NORTH)
    page = click(tab("more/applications", application="ap-n"), "write offer")

    assert field(page, "application_id").value == "ap-n"


def test_today_shows_that_an_offer_is_not_a_job_yet_and_until_when_they_wait(store: Store, tab: Open) -> None:
    put(store, NORTH.changed(favourite=True), WRITTEN.changed(decide_by=TODAY.replace(day=30)))

    said = plain(tab())

    assert "Answer the offer from" in said
    assert "By Mon 30 Nov" in said
    assert "it isn't final" in said


def test_a_draft_of_an_offer_is_gone_on_with_from_today(store: Store, tab: Open, decide: Any) -> None:
    put(store, *OFFERS)
    answer(click(decide(offer="of-n"), "group_offer_pay Edit"), base="75000")
    page = tab()
    (go_on,) = [button for button in page.button if button.label == "Continue"]
    go_on.click().run()

    assert field(page, "base").value == "75000"


def test_the_person_s_words_are_shown_as_typed(store: Store, decide: Any) -> None:
    words = {"duties": HOSTILE, "notes": HOSTILE, "ask_for": HOSTILE, "conditions": HOSTILE, "currency": HOSTILE}
    put(store, NORTH.changed(company=HOSTILE), WRITTEN.changed(**words), PRESENT)

    for page in (decide(offer="of-n"), decide(view="offers")):
        assert "http://evil" not in markdown(page)
        assert "<b>" not in markdown(page).replace("\\<b\\>", "")


def test_terms_of_several_lines_and_a_bar_stay_in_their_place(store: Store, decide: Any) -> None:
    put(store, NORTH, WRITTEN.changed(duties="one\n\n# two | three", currency="E|R"))

    assert "Duties: one # two | three" in plain(decide(offer="of-n"))


def test_the_counts_of_the_groups_add_up_to_that_of_all_terms(store: Store, decide: Any) -> None:
    put(store, *OFFERS)
    page = plain(decide(view="offers", offer="of-n"))
    total = re.search(r"(\d+) of (\d+) terms? (?:is|are) known", page)
    groups = re.findall(r"(\d+) of (\d+) known", page)
    assert total
    assert len(groups) > 2
    sums = sum(int(known) for known, _ in groups), sum(int(of) for _, of in groups)
    assert sums == tuple(int(number) for number in total.groups())
