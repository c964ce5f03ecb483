"""What is typed goes to disk as soon as the server has seen it."""

from dataclasses import replace
from random import Random

import pytest

from lib.store import Draft, SaveFailed, Store
from lib.workflows.draft_kinds import MESSAGE
from lib.workflows.drafting import OpenDrafts, attempt, is_begun, with_answers
from lib.workflows.drafts.debrief import begin_debrief
from tests.day_first import save_debrief
from tests.workflows.evening import NOW, WHICH, ZONE, full_disk, workbook


@pytest.fixture
def open_drafts(store: Store) -> OpenDrafts:
    """A desk with a fresh draft on it, opened under one name in tab A."""
    open_drafts = OpenDrafts()
    open_drafts.open("A", "new", begin_debrief(workbook(store), "", NOW, Random(1)))
    return open_drafts


def draft_id(open_drafts: OpenDrafts, tab: str = "A") -> str:
    draft = open_drafts.get(tab, "new")
    assert draft is not None
    return draft.id


def test_nothing_is_written_before_the_first_answer(store: Store, open_drafts: OpenDrafts) -> None:
    assert store.drafts.list() == ()


def test_a_field_typed_is_on_disk_in_the_draft_at_once(store: Store, open_drafts: OpenDrafts) -> None:
    open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW)

    draft = store.drafts.load(draft_id(open_drafts))
    assert draft is not None
    assert draft.values["company"] == "Northwind"


def test_the_current_step_is_on_disk(store: Store, open_drafts: OpenDrafts) -> None:
    open_drafts.turn_to("A", "new", "next", store, NOW)

    assert [draft.screen for draft in store.drafts.list()] == ["next"]


def test_several_drafts_wait_side_by_side(store: Store, open_drafts: OpenDrafts) -> None:
    open_drafts.open("A", "other", begin_debrief(workbook(store), "", NOW, Random(2)))
    open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW)
    open_drafts.keep("A", "other", {"company": "Contoso"}, store, NOW)

    assert {draft.values["company"] for draft in store.drafts.list()} == {"Northwind", "Contoso"}


def test_two_tabs_on_one_draft_lose_neither(store: Store, open_drafts: OpenDrafts) -> None:
    open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW)
    shared = store.drafts.load(draft_id(open_drafts))
    assert shared is not None
    open_drafts.open("B", "new", shared)

    open_drafts.keep("A", "new", {"went_well": "Typed in A."}, store, NOW)
    open_drafts.keep("B", "new", {"went_well": "Typed in B."}, store, NOW)
    open_drafts.keep("A", "new", {"unsaid": "More in A."}, store, NOW)
    open_drafts.keep("B", "new", {"unsaid": "More in B."}, store, NOW)

    assert {(draft.values["went_well"], draft.values["unsaid"]) for draft in store.drafts.list()} == {
        ("Typed in A.", "More in A."),
        ("Typed in B.", "More in B."),
    }


def test_a_tab_that_opens_a_draft_again_has_what_another_one_wrote_into_it_since(
    store: Store, open_drafts: OpenDrafts
) -> None:
    open_drafts.open("B", "new", open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW))
    open_drafts.keep("B", "new", {"went_well": "Typed in B."}, store, NOW)

    again = open_drafts.reopen("A", "new", store)
    open_drafts.keep("A", "new", {"unsaid": "Typed in A."}, store, NOW)

    assert again is not None
    assert again.values["went_well"] == "Typed in B."
    assert [draft.values.get("unsaid") for draft in store.drafts.list()] == ["Typed in A."]


def test_words_that_the_disk_has_refused_are_still_there_when_the_draft_is_opened_again(
    store: Store, open_drafts: OpenDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_drafts.open("B", "new", open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW))
    with full_disk(monkeypatch), pytest.raises(SaveFailed):
        open_drafts.keep("A", "new", {"unsaid": "Typed in A."}, store, NOW)
    open_drafts.keep("B", "new", {"went_well": "Typed in B."}, store, NOW)

    again = open_drafts.reopen("A", "new", store)

    assert again is not None
    assert again.values["unsaid"] == "Typed in A."


def test_an_answer_that_the_disk_refuses_stays_on_the_desk(
    store: Store, open_drafts: OpenDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_disk(monkeypatch), pytest.raises(SaveFailed):
        open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW)

    held = open_drafts.get("A", "new")
    assert held is not None
    assert held.values["company"] == "Northwind"

    open_drafts.keep("A", "new", {"role": "Analyst"}, store, NOW)
    assert [(draft.values["company"], draft.values["role"]) for draft in store.drafts.list()] == [
        ("Northwind", "Analyst")
    ]


def test_a_draft_that_was_taken_off_is_not_there(store: Store, open_drafts: OpenDrafts) -> None:
    open_drafts.close("A", "new")

    assert open_drafts.get("A", "new") is None
    with pytest.raises(KeyError):
        open_drafts.keep("A", "new", {"company": "Northwind"}, store, NOW)


def test_a_desk_too_full_lets_go_of_the_oldest(store: Store, open_drafts: OpenDrafts) -> None:
    for number in range(500):
        open_drafts.open("A", f"{number}", begin_debrief(workbook(store), "", NOW, Random(number)))

    assert open_drafts.get("A", "new") is None
    assert open_drafts.get("A", "499") is not None


def test_the_first_answer_in_a_row_puts_the_row_on_its_list() -> None:
    values = with_answers({"people": ["pe-1"]}, {"people.pe-2.name": "Tom"})

    assert values == {"people": ["pe-1", "pe-2"], "people.pe-2.name": "Tom"}


def test_a_rating_is_on_no_list() -> None:
    assert with_answers({}, {"ratings.clarity.score": "3"}) == {"ratings.clarity.score": "3"}


def test_the_same_answers_are_one_attempt_and_others_are_another(store: Store) -> None:
    draft = begin_debrief(workbook(store), "", NOW, Random(1))

    assert attempt(draft) == attempt(replace(draft, revision=7, saved_at="later"))
    assert attempt(draft) != attempt(replace(draft, values={"company": "Contoso"}))


def test_a_save_that_the_disk_refuses_leaves_the_draft_and_can_be_made_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_drafts = OpenDrafts()
    open_drafts.open("A", "new", begin_debrief(workbook(store), "", NOW, Random(1)))
    draft = open_drafts.keep("A", "new", {**WHICH}, store, NOW)

    with full_disk(monkeypatch), pytest.raises(SaveFailed):
        save_debrief(store, draft, NOW, ZONE)
    assert store.drafts.load(draft.id) == draft

    save_debrief(store, draft, NOW, ZONE)
    assert len(workbook(store).interviews) == 1


def test_a_message_is_begun_once_words_are_typed_and_not_by_looking_at_another_channel() -> None:
    base = {"channel": "email", "body_email": "Dear Ada", "body_message": "Hi Ada"}
    letter = Draft(id="tk-1", kind=MESSAGE, record_id="tk-1", token="dt-1", screen=MESSAGE, values=base, base=base)

    assert not is_begun(replace(letter, values={**base, "channel": "message"}))
    assert is_begun(replace(letter, values={**base, "body_message": "Hi Ada, thanks"}))
