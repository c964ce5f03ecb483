"""The Decide page: this job against what I want, and the log of decisions."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.offer import Offer
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import plain
from tests.workflows.evening import put


@pytest.fixture
def decide(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("more/decide", **address)


@pytest.mark.parametrize("view", ["job", "offers", "criteria", "decisions"])
def test_an_empty_view_says_what_will_stand_there(decide: Any, view: str) -> None:
    assert len(plain(decide(view=view))) > 60


def test_it_opens_on_this_job_and_on_the_offers_where_one_can_be_taken(store: Store, decide: Any) -> None:
    assert decide().button_group(key="decide view").value == "job"

    put(store, Offer(id="of-1", kind="offer"))
    assert decide().button_group(key="decide view").value == "offers"
