"""The list of places, which the sweeps over the whole app follow, leaves none out."""

import pytest

from tests.pages import places


@pytest.mark.parametrize("page", places.pages())
def test_every_row_that_a_page_shows_by_its_address_is_on_the_list(page: str) -> None:
    listed = {parameter for at, parameter in places.ENTRIES_SHOWN if at == page}
    assert places.parameters(page) - places.NOT_A_ROW <= listed


def test_the_views_are_found_in_the_pages() -> None:
    assert places.views("more/practice")[:2] == ("practise", "bank")


def test_every_form_of_a_record_is_opened_by_a_page_on_the_list() -> None:
    assert {name for page in places.pages() for name in places.forms_of(page)} == set(places.ENTRIES)
