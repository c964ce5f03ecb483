"""A locked backup opens with its passphrase and with nothing else, and whatever was changed in it is noticed."""

import io
import unicodedata
import zipfile

import pytest
import pyzipper
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.archive import pack, unpack
from lib.exchange.locked_zip import (
    INNER,
    PassphraseRefused,
    WrongPassphrase,
    is_locked,
    lock,
    require_passphrase,
    unlock,
)
from lib.exchange.zip_reading import RefusedZip, ZipLimits
from lib.records.errors import AfterwordError
from tests.exchange.test_zip_reading import zipped

PHRASE = "correct horse battery"
PLAIN = pack({"goals.csv": b"id,goal\n"}, {})
SECRET = b"PK" + bytes(range(256))
passphrases = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@given(data=st.binary(max_size=2_000), passphrase=passphrases)
def test_what_is_locked_comes_back_with_its_passphrase(data: bytes, passphrase: str) -> None:
    locked = lock(data, passphrase)
    assert is_locked(locked)
    assert unlock(locked, passphrase) == data


@given(passphrase=passphrases, another=passphrases)
def test_no_other_passphrase_opens_it(passphrase: str, another: str) -> None:
    if unicodedata.normalize("NFC", passphrase) == unicodedata.normalize("NFC", another):
        return
    with pytest.raises((WrongPassphrase, RefusedZip)):  # of 65,536 wrong ones, one gets as far as the seal
        unlock(lock(SECRET, passphrase), another)


def test_a_letter_is_the_same_however_a_keyboard_composes_it() -> None:
    assert unlock(lock(SECRET, "Pfl\u00fccke zw\u00f6lf \u00c4pfel"), "Pflu\u0308cke zwo\u0308lf A\u0308pfel") == SECRET


def test_a_workbook_that_was_locked_is_the_same_workbook() -> None:
    assert unpack(unlock(lock(PLAIN, PHRASE), PHRASE)) == unpack(PLAIN)


def test_no_name_and_no_word_can_be_read_without_the_passphrase() -> None:
    locked = lock(zipped(("goals.csv", b"Zanzibar")), PHRASE)
    assert b"goals" not in locked
    with zipfile.ZipFile(io.BytesIO(locked)) as archive:
        assert archive.namelist() == [INNER]


def test_locked_twice_it_looks_different_each_time() -> None:
    assert lock(PLAIN, PHRASE) != lock(PLAIN, PHRASE)


def test_another_program_opens_it_as_an_aes_zip_of_256_bits() -> None:
    with pyzipper.AESZipFile(io.BytesIO(lock(PLAIN, PHRASE))) as archive:
        archive.setpassword(PHRASE.encode())
        assert archive.read(INNER) == PLAIN
        assert archive.infolist()[0].wz_aes_strength == 3


LOCKED = lock(SECRET, PHRASE)


@pytest.mark.parametrize("bit", range(8))
def test_a_changed_bit_anywhere_is_noticed_or_changes_nothing(bit: int) -> None:
    """What changes nothing is in the headers, such as a date. The content is sealed."""
    content = LOCKED.index(b"Afterword.zip"), LOCKED.index(b"PK\x01\x02")
    for at in range(len(LOCKED)):
        changed = bytearray(LOCKED)
        changed[at] ^= 1 << bit
        try:
            assert unlock(bytes(changed), PHRASE) == SECRET
            assert not content[0] + 40 < at < content[1]
        except AfterwordError:
            pass
        is_locked(bytes(changed))


def test_a_truncated_one_is_refused_wherever_it_ends() -> None:
    for length in range(len(LOCKED)):
        with pytest.raises(RefusedZip):
            unlock(LOCKED[:length], PHRASE)


@given(data=st.binary(max_size=300))
def test_anything_else_is_refused_in_a_sentence(data: bytes) -> None:
    assert not is_locked(data)
    with pytest.raises(RefusedZip):
        unlock(data, PHRASE)


def aes(*members: tuple[str, bytes], packing: int = pyzipper.ZIP_STORED, bits: int = 256) -> bytes:
    packed = io.BytesIO()
    with pyzipper.AESZipFile(packed, "w", packing) as archive:
        archive.setencryption(pyzipper.WZ_AES, nbits=bits)
        archive.setpassword(PHRASE.encode())
        for name, data in members:
            archive.writestr(name, data)
    return packed.getvalue()


def old_locked() -> bytes:
    """A zip marked as locked the old way (ZipCrypto): the flag is what is looked at."""
    plain = bytearray(zipped((INNER, PLAIN)))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.index(header) + flags] |= 1
    return bytes(plain)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (old_locked(), "old way"),
        (aes(("goals.csv", b"id")), "wasn't made by Afterword"),
        (aes((INNER, b"a"), ("other.zip", b"b")), "wasn't made by Afterword"),
        (aes((INNER, PLAIN), packing=pyzipper.ZIP_DEFLATED), "wasn't made by Afterword"),
        (aes((INNER, PLAIN), bits=128), "wasn't made by Afterword"),
        (zipped((INNER, PLAIN)), "old way"),
    ],
)
def test_a_zip_that_is_locked_in_another_way_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedZip, match=reason) as refused:
        unlock(data, PHRASE)
    assert "Unpack it with the program that made it" in refused.value.sentence


def test_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(RefusedZip, match="more than 1 MB"):
        unlock(lock(bytes(1_000_001), PHRASE), PHRASE, ZipLimits(all_bytes=1_000_000))
    with pytest.raises(RefusedZip, match="more than 2 files"):
        unlock(LOCKED + b"PK\x01\x02" * 3, PHRASE, ZipLimits(members=2))


def test_a_bomb_in_a_locked_zip_is_refused_as_in_a_plain_one() -> None:
    bomb = zipped(("goals.csv", b"0" * 2_000_000))
    with pytest.raises(RefusedZip, match="far more than a table"):
        unpack(unlock(lock(bomb, PHRASE), PHRASE))


def test_a_short_passphrase_and_two_different_ones_are_refused() -> None:
    require_passphrase("x" * 12, "x" * 12)
    require_passphrase("caf\u00e9 caf\u00e9 caf\u00e9", "cafe\u0301 cafe\u0301 cafe\u0301")
    with pytest.raises(PassphraseRefused, match="shorter than 12"):
        require_passphrase("u\u0308" * 11, "u\u0308" * 11)
    with pytest.raises(PassphraseRefused, match="aren't the same"):
        require_passphrase(PHRASE, PHRASE.upper())
