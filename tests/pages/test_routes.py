"""The list of routes, which the sweeps over the whole app follow, leaves none out."""

import pytest

from lib.records.workbook import Workbook
from lib.ui.drafts.kinds import home_of
from tests.pages import routes


@pytest.mark.parametrize(("page", "parameter"), routes.rows_shown())
def test_what_an_address_names_is_a_row_of_a_table(page: str, parameter: str) -> None:
    assert routes.table_of(parameter) in Workbook.MODELS, f"{page}: add it to TABLES or NOT_A_ROW"


def test_the_views_are_found_in_the_pages() -> None:
    assert routes.views("more/practice")[:2] == ("practise", "bank")


def test_every_form_of_a_record_is_opened_by_a_page_on_the_list() -> None:
    assert {name for page in routes.pages() for name in routes.forms_of(page)} == set(routes.ENTRIES)


def test_an_unfinished_form_leads_to_the_page_that_has_it() -> None:
    homes = {name: home_of(name)[0] for page in routes.pages() for name in routes.forms_of(page)}
    assert homes == {name: f"pages/{page}.py" for page in routes.pages() for name in routes.forms_of(page)}
