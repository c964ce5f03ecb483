import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lib.store import Draft, SaveFailed, Store
from lib.store.bounds import DISCARDED, DRAFTS
from lib.store.drafts import KEPT
from tests.conftest import NOW

DRAFT = Draft("iv-1", "debrief", "iv-1", "t1", screen="well", values={"went_well": "I listened."})

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_a_draft_survives_a_restart(store: Store, now: datetime) -> None:
    saved = store.drafts.save(DRAFT, now)
    assert saved == replace(DRAFT, revision=1, saved_at=now.isoformat())
    assert Store(store.folder, store.home).drafts.load("iv-1") == saved


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(st.characters(), max_size=5), JSON, max_size=4))
@example({"half of an emoji": "\ud83d", "nul": "\0"})
def test_any_words_survive(store: Store, values: dict[str, object]) -> None:
    store.drafts.discard("iv-1", NOW)
    store.drafts.save(replace(DRAFT, values=values), NOW)  # type: ignore[arg-type]
    found = store.drafts.load("iv-1")
    assert found is not None
    assert found.values == values


def test_a_hundred_thousand_characters_survive(store: Store, now: datetime) -> None:
    store.drafts.save(replace(DRAFT, values={"a": "é" * 100_000}), now)
    assert store.drafts.list()[0].values == {"a": "é" * 100_000}


def test_each_save_counts_up(store: Store, now: datetime) -> None:
    first = store.drafts.save(DRAFT, now)
    second = store.drafts.save(replace(first, values={"went_well": "More."}), now)
    assert (second.id, second.revision) == ("iv-1", 2)
    assert len(store.drafts.list()) == 1


def test_saving_the_same_words_again_is_nothing(store: Store, now: datetime) -> None:
    first = store.drafts.save(DRAFT, now)
    assert store.drafts.save(DRAFT, now + timedelta(hours=1)) == first


def test_two_windows_with_other_words_keep_both(store: Store, now: datetime) -> None:
    loaded = store.drafts.save(DRAFT, now)
    mine = store.drafts.save(replace(loaded, values={"a": "mine"}), now)
    theirs = store.drafts.save(replace(loaded, values={"a": "theirs"}), now)
    again = store.drafts.save(replace(loaded, values={"a": "a third"}), now)
    assert (mine.id, theirs.id, again.id) == ("iv-1", "iv-1~2", "iv-1~3")
    assert {draft.id: draft.values["a"] for draft in store.drafts.list()} == {
        "iv-1": "mine",
        "iv-1~2": "theirs",
        "iv-1~3": "a third",
    }


def test_a_fork_goes_on_under_its_own_id(store: Store, now: datetime) -> None:
    loaded = store.drafts.save(DRAFT, now)
    store.drafts.save(replace(loaded, values={"a": "mine"}), now)
    fork = store.drafts.save(replace(loaded, values={"a": "theirs"}), now)
    assert store.drafts.save(replace(fork, values={"a": "theirs, longer"}), now).id == "iv-1~2"
    assert len(store.drafts.list()) == 2


def test_the_newest_draft_comes_first(store: Store, now: datetime) -> None:
    store.drafts.save(replace(DRAFT, id="iv-2"), now + timedelta(minutes=1))
    store.drafts.save(DRAFT, now)
    assert [draft.id for draft in store.drafts.list()] == ["iv-2", "iv-1"]


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"id": "iv-1"}', b"\xff", b'{"id":1,"kind":"a","extra":2}'])
def test_a_draft_that_cannot_be_read_is_named_and_kept(store: Store, now: datetime, data: bytes) -> None:
    store.drafts.save(replace(DRAFT, id="iv-2"), now)
    path = store.folder / DRAFTS / "iv-1.json"
    path.write_bytes(data)
    assert [draft.id for draft in store.drafts.list()] == ["iv-2"]
    assert store.drafts.unreadable() == ("iv-1.json",)
    assert store.drafts.save(DRAFT, now).id == "iv-1~2"
    assert path.read_bytes() == data


def test_a_draft_that_a_sync_program_copied_is_named(store: Store, now: datetime) -> None:
    store.drafts.save(DRAFT, now)
    (store.folder / DRAFTS / "iv-1.sync-conflict-1.json").write_bytes(b"{}")
    assert store.drafts.unreadable() == ("iv-1.sync-conflict-1.json",)


@pytest.mark.parametrize("draft_id", ["", "../goals", "a/b", ".hidden", "a.b", "a@000001"])
def test_an_id_that_is_no_file_name_leads_nowhere(store: Store, now: datetime, draft_id: str) -> None:
    assert store.drafts.load(draft_id) is None
    with pytest.raises(ValueError, match="cannot be the id"):
        store.drafts.save(replace(DRAFT, id=draft_id), now)


def test_a_discarded_draft_can_be_brought_back(store: Store, now: datetime) -> None:
    saved = store.drafts.save(DRAFT, now)
    store.drafts.discard("iv-1", now)
    assert store.drafts.list() == ()
    assert store.drafts.bring_back("iv-1") == saved
    assert store.drafts.list() == (saved,)


def test_the_one_discarded_last_comes_back(store: Store, now: datetime) -> None:
    for word in ("first", "second"):
        store.drafts.save(replace(DRAFT, values={"a": word}), now)
        store.drafts.discard("iv-1", now)
    assert store.drafts.bring_back("iv-1").values == {"a": "second"}


def test_a_draft_is_not_brought_back_over_another(store: Store, now: datetime) -> None:
    store.drafts.save(DRAFT, now)
    store.drafts.discard("iv-1", now)
    store.drafts.save(replace(DRAFT, values={"a": "new"}), now)
    assert store.drafts.bring_back("iv-1").id == "iv-1~2"
    assert len(store.drafts.list()) == 2


def test_what_was_never_discarded_cannot_be_brought_back(store: Store, now: datetime) -> None:
    store.drafts.discard("iv-1", now)
    with pytest.raises(SaveFailed, match="is gone"):
        store.drafts.bring_back("iv-1")


def test_the_last_discarded_drafts_are_kept(store: Store, now: datetime) -> None:
    for number in range(KEPT + 2):
        store.drafts.save(replace(DRAFT, id=f"iv-{number}"), now)
        store.drafts.discard(f"iv-{number}", now)
    names = sorted(path.name for path in (store.folder / DISCARDED).iterdir())
    assert len(names) == KEPT
    assert not {"iv-0@000001.json", "iv-1@000002.json"} & set(names)


def test_a_count_that_cannot_be_counted_up_is_damage(store: Store, now: datetime) -> None:
    store.drafts.save(Draft("iv-x", "debrief", "iv-x", "t", values={"a": "b"}), now)
    path = store.folder / store.drafts.name("iv-x")
    fields = {**json.loads(path.read_bytes()), "revision": 10**4299 * 9}
    path.write_bytes(json.dumps({name: value for name, value in fields.items() if name != "sha256"}).encode())
    assert store.drafts.unreadable() == ("iv-x.json",)
    store.drafts.save(Draft("iv-x", "debrief", "iv-x", "t", values={"a": "c"}), now)
    assert [draft.values for draft in store.drafts.list()] == [{"a": "c"}]
