"""An earlier interview that moved on, on the screen: the receipt, the outcome form, and one card on Today."""

from streamlit.testing.v1 import AppTest

from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, field, plain
from tests.workflows.entries.test_offers import saved
from tests.workflows.entries.test_rounds import CALL, PANEL, call, panel, row_of
from tests.workflows.evening import NOW, debriefed, put, the, workbook

CARD = "record moved on"
SAID = "Your recruiter call is now marked “Moved on”."


def keys(app: AppTest) -> set[str]:
    return {str(one.key) for one in app.button}


def undo(app: AppTest) -> AppTest:
    next(one for one in app.button if one.label == "Undo").click().run()
    assert not app.exception
    return app


def from_before(store: Store, *companies: str) -> list[Interview]:
    """Earlier rounds that nobody settled, as an older version left them."""
    firsts = []
    for seed, company in enumerate(companies, start=1):
        first = call(store, seed, company=company)
        panel(store, seed + 50, company=company)
        firsts.append(the(store, first.id).changed(outcome=None, outcome_by=None))
    put(store, *firsts)
    return firsts


def test_the_receipt_of_the_second_round_shows_it_with_an_undo(tab: Open, store: Store) -> None:
    first = call(store)
    before = row_of(store, first)
    app = answer(tab("main/debrief", new="debrief"), company="Northwind", role="Data engineer", stage="panel")
    click(click(click(app, "next"), "next"), "save")
    assert SAID in plain(app)
    assert the(store, first.id).outcome == "advanced"

    undo(app)

    assert row_of(store, first) == before
    assert len(workbook(store).interviews) == 2


def test_noting_the_next_interview_shows_it_too(tab: Open, store: Store) -> None:
    first = call(store)
    app = answer(tab("main/debrief", new="upcoming"), company="Northwind", role="Data engineer", stage="panel")

    click(answer(app, date=NOW.date().replace(day=27)), "save")

    assert SAID in plain(app)
    assert the(store, first.id).moved_on_by_round


def test_the_form_explains_why_it_counts_and_takes_another_answer(tab: Open, store: Store) -> None:
    first = call(store)
    panel(store)
    app = tab("main/journal", debrief=first.id, part="outcome")
    assert "A later round followed, so this is marked “Moved on”." in plain(app)
    assert field(app, "outcome_on").value is None

    click(answer(app, outcome="pending"), "save")

    assert the(store, first.id).outcome_by == "hand"
    assert CARD not in keys(tab())


def test_an_interview_that_moved_on_is_marked_in_the_journal(tab: Open, store: Store) -> None:
    first = call(store)
    panel(store)

    assert "a later round followed" in plain(tab("main/journal", debrief=first.id))
    assert "Moved on" in plain(tab("main/journal"))


def test_today_lists_what_looks_moved_on_and_records_it_in_one_click(tab: Open, store: Store) -> None:
    firsts = from_before(store, "Northwind", "Osprey", "Tern")
    app = tab()
    assert "3 interviews look like they moved on." in plain(app)
    named = "Northwind: recruiter call, Tuesday 10 November; then the panel interview, Tuesday 17 November"
    assert named in plain(app)

    click(app, CARD)

    assert all(the(store, first.id).moved_on_by_round for first in firsts)
    assert CARD not in keys(app)
    undo(app)
    assert all(the(store, first.id) == first for first in firsts)
    assert CARD in keys(app)


def test_one_that_is_unticked_stays_as_it_is_and_is_not_asked_about_again(tab: Open, store: Store) -> None:
    first, second = from_before(store, "Northwind", "Osprey")
    app = tab()
    app.checkbox(key=f"moved on {second.id}").uncheck().run()

    click(app, CARD)

    assert the(store, first.id).moved_on_by_round
    assert the(store, second.id).outcome is None
    assert CARD not in keys(tab())


def test_the_card_can_be_dismissed(tab: Open, store: Store) -> None:
    (first,) = from_before(store, "Northwind")
    app = tab()
    assert "1 interview looks like it moved on." in plain(app)

    click(app, "dismiss moved on")

    assert the(store, first.id).outcome is None
    assert CARD not in keys(app)
    assert CARD not in keys(tab())


def test_a_silence_is_named_as_one_on_the_card(tab: Open, store: Store) -> None:
    (first,) = from_before(store, "Northwind")
    put(store, first.changed(outcome="no_reply", outcome_on=NOW.date()))

    (box,) = tab().checkbox
    assert "no reply so far" in box.label


def test_many_of_them_leave_the_page_short(tab: Open, store: Store) -> None:
    from_before(store, *(f"Company {letter}" for letter in "ABCDEFG"))

    app = tab()

    assert "2 more" in [one.label for one in app.expander]
    click(app, CARD)
    assert sum(row.moved_on_by_round for row in workbook(store).interviews) == 7


def test_without_a_later_day_there_is_no_card(tab: Open, store: Store) -> None:
    debriefed(store, **CALL)
    debriefed(store, 2, **PANEL | {"date": CALL["date"]})

    assert CARD not in keys(tab())


def test_an_interview_whose_offer_was_entered_before_is_recorded_with_one_tap(tab: Open, store: Store) -> None:
    held = call(store)
    (application,) = workbook(store).applications
    put(store, Offer(id="of-n", kind="offer", application_id=application.id))

    app = click(tab("main/journal", debrief=held.id), "offer")

    assert the(store, held.id).outcome == "offer"
    assert "Marked as an offer." in plain(app)
    assert "offer" not in keys(app)


def test_after_an_offer_nothing_is_waiting_on_its_pages(tab: Open, store: Store) -> None:
    held = call(store, reply_by="2026-11-27", next_step="decision", forecast="60")
    assert "reply due" in plain(tab("main/journal", debrief=held.id))
    saved(store, "status", {"status": "offer", "status_on": "2026-11-19"}, held.application_id)

    words = plain(tab("main/journal", debrief=held.id))
    assert "Weigh the offer" in words
    assert not any(each in words for each in ("reply due", "no answer yet", "Waiting", "What happens next"))

    other = tab("more/applications", application=held.application_id)
    assert "Weigh the offer" in plain(other)
    assert "primary" not in {one.proto.type for one in other.button}
