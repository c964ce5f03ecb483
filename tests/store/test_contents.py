import hashlib
from collections import deque

import pytest

from lib.store import contents
from lib.store.contents import digest, interned


@pytest.fixture(autouse=True)
def _(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_recent", deque(maxlen=2))


def test_the_hash_of_a_content_is_its_sha256_each_time() -> None:
    for data in (b"one", b"two", b"one", b"three", b"six", b""):
        assert digest(bytes(bytearray(data))) == hashlib.sha256(data).hexdigest()
    assert digest(None) == ""


def test_equal_bytes_are_the_same_as_were_met_before() -> None:
    first = interned(bytes(bytearray(b"a file")))
    assert interned(bytes(bytearray(b"a file"))) is first


def test_what_was_met_longest_ago_is_forgotten_first() -> None:
    first = interned(bytes(bytearray(b"a file")))
    interned(b"another")
    interned(b"a file")
    interned(b"a third")
    assert interned(bytes(bytearray(b"a file"))) is first
    assert [each.data for each in contents._recent] == [b"a file", b"a third"]
