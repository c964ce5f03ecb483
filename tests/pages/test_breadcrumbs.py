"""When something is open on a page, one line shows where it is, and each name on it leads back."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store
from lib.ui.loading import SAMPLE
from lib.workflows.sample import open_sample
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, elements
from tests.workflows.evening import NOW, debriefed, full_debrief, workbook


class Somewhere(NamedTuple):
    """A place in the sample where something is open, and the names on the way to it, the open one last."""

    page: str
    address: Mapping[str, str]
    way: tuple[str, ...]


@pytest.fixture
def filled(store: Store) -> Store:
    open_sample(Store(SAMPLE, store.home), store, NOW)
    return store


def way(app: AppTest) -> tuple[str, ...]:
    names = [one for one in elements(app.main) if str(getattr(one, "key", "")).startswith("crumb ")]
    here = [one for one in elements(app.main) if getattr(one, "key", "") == "here"]
    last = [one.value for block in here for one in elements(block)]
    return tuple(_plain(name) for name in [*(one.label for one in names), *last])


def _plain(words: str) -> str:
    return words.replace("\\", "").replace("\u2060", "")


def at_lists(app: AppTest) -> bool:
    return not way(app)


def test_an_interview_its_outcome_and_its_parts_lead_back_one_step_at_a_time(tab: Open, store: Store) -> None:
    interview = full_debrief(store)
    name = "Northwind, Data engineer"
    assert way(tab("main/journal", debrief=interview.id)) == ("Journal", name)
    assert way(tab("main/journal", debrief=interview.id, part="outcome")) == ("Journal", name, "Outcome")
    app = tab("main/journal", debrief=interview.id, part="notes")
    assert way(app) == ("Journal", name, "Edit")
    assert way(click(app, "crumb 1")) == ("Journal", name)
    assert at_lists(click(app, "crumb 0"))
    assert app.title[0].value == "Journal"


def test_a_person_leads_back_to_the_people_and_to_the_applications(tab: Open, filled: Store) -> None:
    person = workbook(filled).people[0]
    app = tab("more/applications", person=person.id, part="forget")
    assert way(app) == ("Applications", "People", person.name, "Forget")
    assert way(click(app, "crumb 2")) == ("Applications", "People", person.name)
    assert at_lists(click(app, "crumb 1"))
    assert app.query_params["view"] == "people"
    app = click(tab("more/applications", person=person.id), "crumb 0")
    assert "view" not in app.query_params


def test_the_form_of_an_application_leads_back_to_it_and_keeps_what_was_typed(tab: Open, filled: Store) -> None:
    application = workbook(filled).applications[0]
    app = click(tab("more/applications", application=application.id), "edit")
    assert way(app)[2:] == ("Edit",)
    answer(app, notes="Ask about the on-call rota")
    assert len(way(click(app, "crumb 1"))) == 2
    (draft,) = [draft for draft in filled.drafts.list() if draft.record_id == application.id]
    assert draft.values["notes"] == "Ask about the on-call rota"


@pytest.mark.parametrize(
    ("page", "parameter", "between"),
    [
        ("more/practice", "topic", ("Practice", "Questions")),
        ("more/practice", "story", ("Practice", "Stories")),
        ("more/decide", "offer", ("Decide", "Offers")),
        ("more/decide", "application", ("Decide",)),
        ("more/applications", "application", ("Applications",)),
        ("main/today", "sheet", ("Today",)),
    ],
)
def test_each_thing_that_is_open_shows_where_it_is(
    tab: Open, filled: Store, page: str, parameter: str, between: tuple[str, ...]
) -> None:
    table = {"topic": "topics", "story": "stories", "sheet": "interviews"}.get(parameter, f"{parameter}s")
    row = getattr(workbook(filled), table)[0]
    app = tab(page, **{parameter: row.id})
    assert way(app)[:-1] == between
    assert way(app)[-1]
    assert at_lists(click(app, f"crumb {len(between) - 1}"))


def test_a_backup_a_plan_and_a_ranking_show_where_they_are(tab: Open, store: Store) -> None:
    full_debrief(store)
    backup = store.backups.make("By hand", NOW)
    assert way(tab("more/data", view="backups", backup=backup.id))[:2] == ("Your data", "Backups")
    assert way(tab("main/progress", form="plan")) == ("Progress", "Plan")
    assert way(tab("more/decide", part="rank")) == ("Decide", "Goals and criteria", "Ranking")


def test_a_debrief_is_called_by_its_company_once_that_is_typed(tab: Open) -> None:
    app = tab("main/debrief", new="debrief")
    assert way(app) == ("Debrief", "New")
    assert way(answer(app, company="Northwind")) == ("Debrief", "Northwind")
    assert app.title[0].value != click(app, "crumb 0").title[0].value
    assert at_lists(app)


def test_a_name_with_marks_in_it_stays_the_person_s_words_and_a_long_one_is_cut(tab: Open, store: Store) -> None:
    debriefed(store, company="**Bold** [link](http://example.com) $x$", role="y" * 90)
    interview = workbook(store).interviews[0]
    (here,) = [one for one in elements(tab("main/journal", debrief=interview.id).main) if one.type == "markdown"][:1]
    assert here.value.startswith(r"\*\*Bold\*\* \[link\]\(http\:")
    assert here.value.endswith("…")


def test_nothing_is_there_while_nothing_is_open(tab: Open, filled: Store) -> None:
    for page in ("main/today", "main/journal", "main/follow_up", "more/practice", "more/applications", "more/data"):
        assert at_lists(tab(page))
