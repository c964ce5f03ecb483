"""Every page over drafts that something has damaged: it opens, and the draft is named, to be repaired or discarded."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from random import Random
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.archive import pack
from lib.records.interview import Interview
from lib.store import Draft, Store
from lib.store.bounds import DISCARDED, DRAFTS
from lib.store.drafts import _dump
from lib.ui.drafts.kinds import DRAFT_KINDS
from lib.ui.error_messages import CRASHED
from lib.workflows.drafts.record_editing import ENTRIES
from lib.workflows.entries.preferences import set_setting
from lib.workflows.repairing.damaged_drafts import is_understood
from lib.workflows.repairing.restoring import look_into, restore
from tests.pages.conftest import Open
from tests.pages.screen import click, keys, plain
from tests.workflows.evening import NOW, full_debrief

WORDS = "I said what I wanted to say."
DRAFT = Draft(
    "iv-hurt",
    "debrief",
    "iv-hurt",
    "token",
    "asked",
    {"company": "Contoso", "role": "Analyst", "date": "2026-11-20", "went_well": WORDS, "people": ["pe-1"]}
    | {"people.pe-1.name": "Priya Nair", "questions.asked": "Why us?"},
    saved_at=NOW.isoformat(),
    begun_at=NOW.isoformat(),
    revision=3,
)

Spoiled = Callable[[dict[str, Any]], object]


def put(**fields: object) -> Spoiled:
    return lambda draft: draft | fields


def answers(**values: object) -> Spoiled:
    return lambda draft: draft | {"values": draft["values"] | values}


def deep(depth: int) -> object:
    found: object = "x"
    for _ in range(depth):
        found = [found]
    return found


def both(one: Spoiled, other: Spoiled) -> Spoiled:
    return lambda draft: other(one(draft))  # type: ignore[arg-type]


ANSWERS = {"on": "x", "by": "y", "date": "z", "to": 5, "outcome_on": "2026-02-30", "time": "noon"}

SPOILED: Mapping[str, Spoiled] = {
    "a list": lambda draft: [draft],
    "an id that is no text": put(id=["iv-hurt"]),
    "the id of another": put(id="iv-other"),
    "a record's id that is no text": put(record_id=5),
    "a kind that is no text": put(kind=["debrief"]),
    "an unknown kind": put(kind="poem"),
    "an unknown screen": put(screen="nowhere"),
    "a screen that is no text": put(screen={"a": 1}),
    "a time that is none": put(saved_at="yesterday"),
    "a time without a zone": put(saved_at="2026-11-20T19:00:00"),
    "a time after all others": put(saved_at="9999-12-31T23:59:59-12:00"),
    "a time before all others": put(saved_at="0001-01-01T00:00:00+14:00"),
    "a day after all others": answers(date="9999-12-31", reply_by="9999-12-31"),
    "a time that is no text": put(saved_at=5, begun_at=None),
    "a count that is no number": put(revision="3"),
    "a huge count": put(revision=10**4299),
    "answers that are a list": put(values=[1, 2]),
    "a base that is a list": put(base=["a"]),
    "a day that is none": answers(date="2026-13-45"),
    "a day that is a number": answers(date=20261120),
    "a clock time that is none": answers(time="25:99"),
    "a zone that is none": answers(zone="../../etc/passwd"),
    "a list that is a number": answers(people=7),
    "a list of lists": answers(people=[["pe-1"], {"a": 1}]),
    "a number for words": answers(went_well=3.5, company=None, role=True),
    "a deep answer": answers(went_well=deep(300)),
    "an unknown field": put(another="one"),
    "a row's line that is none": lambda draft: draft | {"kind": "repair", "record_id": "interviews.csv"},
    "a row's line of no file": lambda draft: draft | {"kind": "repair", "record_id": "a:b:c:d:e"},
    **{f"an unknown screen of {kind}": put(kind=kind, screen="nowhere") for kind in DRAFT_KINDS},
    **{f"odd answers of {kind}": both(put(kind=kind), answers(**ANSWERS)) for kind in DRAFT_KINDS},
    **{f"odd answers of {screen}": both(put(kind="record", screen=screen), answers(**ANSWERS)) for screen in ENTRIES},
}


def lay(store: Store, data: bytes) -> None:
    folder = store.folder / DRAFTS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "iv-hurt.json").write_bytes(data)


def spoiled(how: Spoiled) -> bytes:
    return json.dumps(how(asdict(DRAFT))).encode()


@pytest.mark.parametrize("kind", SPOILED)
def test_pages_open_over_a_draft_with_odd_content(tab: Open, store: Store, kind: str) -> None:
    full_debrief(store)
    lay(store, spoiled(SPOILED[kind]))
    for app in (tab(), tab("main/debrief"), tab("main/debrief", draft="iv-hurt")):
        assert CRASHED not in plain(app)


def bit_flips(count: int) -> list[bytes]:
    chance, whole = Random(20261120), sealed()
    places = [chance.randrange(len(whole) * 8) for _ in range(count)]
    return [whole[: at // 8] + bytes([whole[at // 8] ^ 1 << at % 8]) + whole[at // 8 + 1 :] for at in places]


def sealed() -> bytes:
    return _dump(DRAFT)


def test_a_flipped_bit_crashes_no_page_and_the_draft_is_named(tab: Open, store: Store, is_long: bool) -> None:
    for data in bit_flips(400 if is_long else 12):
        lay(store, data)
        page = plain(tab())
        assert CRASHED not in page, data
        assert "iv-hurt.json" in page, data


def test_every_flipped_bit_is_noticed(store: Store, is_long: bool) -> None:
    """All but those that turn the draft into another way to write the very same one."""
    for data in bit_flips(20_000 if is_long else 1_000):
        lay(store, data)
        assert store.drafts.load("iv-hurt") in (None, DRAFT), data


@pytest.mark.parametrize("how", ["a deep answer", "a day that is none", "an id that is no text"])
def test_a_damaged_draft_is_repaired_with_what_can_be_read(tab: Open, store: Store, how: str) -> None:
    full_debrief(store)
    lay(store, spoiled(SPOILED[how]).replace(b'"Contoso"', b'"Contoso Ltd"'))
    repaired(tab, store)


def test_a_draft_cut_short_is_repaired_with_what_can_be_read(tab: Open, store: Store) -> None:
    full_debrief(store)
    lay(store, sealed()[: sealed().index(b'"people"')])
    repaired(tab, store)


def repaired(tab: Open, store: Store) -> None:
    app = tab("more/data", view="check")
    click(app, "repair iv-hurt.json")

    assert store.drafts.unreadable() == ()
    draft = store.drafts.load("iv-hurt")
    assert draft is not None
    assert str(draft.values["company"]).startswith("Contoso")
    app = tab("main/debrief", draft="iv-hurt")
    assert CRASHED not in plain(app)
    (kept,) = (store.folder / DISCARDED).iterdir()
    assert b"Contoso" in kept.read_bytes()


def test_a_damaged_draft_is_discarded_and_its_file_is_kept_aside(tab: Open, store: Store) -> None:
    full_debrief(store)
    lay(store, b"{")
    app = tab("more/data", view="check")
    assert "repair iv-hurt.json" not in keys(app)

    click(app, "drop iv-hurt.json")

    assert "iv-hurt" not in plain(app)
    assert [path.read_bytes() for path in (store.folder / DISCARDED).iterdir()] == [b"{"]


@pytest.mark.parametrize("data", [sealed()[:100], b"[" * 100_000, spoiled(SPOILED["a day that is none"])])
def test_a_damaged_draft_in_a_backup_file_comes_along_and_is_named(tab: Open, store: Store, data: bytes) -> None:
    full_debrief(store)
    packed = pack(store.backups.files(), {"iv-hurt": data})
    set_setting(store, "name", "Ann", NOW)
    restore(store, look_into(store, store.load(), packed, NOW.date(), dates=DAY_FIRST), NOW)
    page = plain(tab())
    assert CRASHED not in page
    assert "iv-hurt.json" in page


VERSIONS = ("1\x1f", "1" * 5_000, "²", "soon", "-1", "1.0", "\u0661", "0x1")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_damaged_version_is_reported_and_repaired_with_one_click(tab: Open, store: Store, version: str) -> None:
    full_debrief(store)
    path = store.folder / "settings.csv"
    path.write_bytes(path.read_bytes().replace(b'"schema_version","1"', f'"schema_version","{version}"'.encode()))
    for page in ("main/today", "more/settings", "more/data"):
        assert CRASHED not in plain(tab(page))
    app = tab("more/data", view="check")
    if store.load().read_only:
        assert "settings.csv" in plain(app)
        click(app, "migrate")
    assert store.load().read_only == ""


ODD = ("", "\x1f", "9" * 5_000, "../../etc/passwd", "[]", "2026-13-45", "\u202e", "null", "-1", "Mars/Base")


@pytest.mark.parametrize("key", ["timezone", "country", "name", "signature", "resting_until", "aim", "unknown"])
def test_pages_open_over_settings_with_odd_values(tab: Open, store: Store, key: str, is_long: bool) -> None:
    full_debrief(store)
    for value in ODD if is_long else ODD[1:4] + ODD[5:6]:
        path = store.folder / "settings.csv"
        path.write_bytes(f'"key","value"\r\n"schema_version","1"\r\n"{key}","{value}"\r\n'.encode())
        for page in ("main/today", "more/settings", "main/follow_up"):
            assert CRASHED not in plain(tab(page)), (page, value)


def test_words_in_any_text_of_an_interview_damage_no_draft() -> None:
    texts = [name for name, column in Interview.model_fields.items() if column.annotation is str]
    assert {"worried_by", "energised_by"} <= {*texts}
    assert is_understood(replace(DRAFT, values=dict.fromkeys(texts, WORDS)))
