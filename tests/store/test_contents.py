import hashlib
from collections import deque

import pytest

from lib.store import contents
from lib.store.contents import digest, met


@pytest.fixture(autouse=True)
def _(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_met", deque(maxlen=2))


def test_the_hash_of_a_content_is_its_sha256_each_time() -> None:
    for data in (b"one", b"two", b"one", b"three", b"six", b""):
        assert digest(bytes(bytearray(data))) == hashlib.sha256(data).hexdigest()
    assert digest(None) == ""


def test_equal_bytes_are_the_same_as_were_met_before() -> None:
    first = met(bytes(bytearray(b"a file")))
    assert met(bytes(bytearray(b"a file"))) is first


def test_what_was_met_longest_ago_is_forgotten_first() -> None:
    first = met(bytes(bytearray(b"a file")))
    met(b"another")
    met(b"a file")
    met(b"a third")
    assert met(bytes(bytearray(b"a file"))) is first
    assert [each.data for each in contents._met] == [b"a file", b"a third"]
