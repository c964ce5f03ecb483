"""A key works once, and its cookie until the server ends."""

import pytest

from lib.ui.access.one_time_key import OneTimeKey, set_cookie


@pytest.fixture
def key() -> OneTimeKey:
    return OneTimeKey()


def shown(key: OneTimeKey) -> str:
    text = key.to_show()
    assert text is not None
    return text


def test_the_right_key_brings_a_cookie_that_is_known_on_its_port_only(key: OneTimeKey) -> None:
    cookie = key.exchange(shown(key))
    assert cookie
    assert key.knows(f"a=b; afterword-8501={cookie}; c=d", 8501)
    assert not key.knows(f"afterword-8502={cookie}", 8501)


@pytest.mark.parametrize("wrong", ["", "abc", "é", "\udc80"])
def test_a_wrong_key_brings_none_and_spends_none(key: OneTimeKey, wrong: str) -> None:
    right = shown(key)
    assert key.exchange(wrong.encode("utf-8", "replace").decode()) is None
    assert key.exchange(right)


def test_a_key_works_once_and_another_takes_its_place(key: OneTimeKey) -> None:
    first = shown(key)
    assert key.exchange(first)
    assert key.exchange(first) is None
    assert shown(key) != first


def test_a_key_is_shown_once(key: OneTimeKey) -> None:
    shown(key)
    assert key.to_show() is None


@pytest.mark.parametrize("header", ["", ";", "afterword-8501=", "afterword-8501", "=;=", "afterword-8501=none"])
def test_without_its_cookie_nobody_is_known(key: OneTimeKey, header: str) -> None:
    assert not key.knows(header, 8501)
    key.exchange(shown(key))
    assert not key.knows(header, 8501)


def test_another_run_of_the_server_knows_neither_key_nor_cookie(key: OneTimeKey) -> None:
    right, another = shown(key), OneTimeKey()
    assert another.exchange(right) is None
    assert not another.knows(f"afterword-8501={key.exchange(right)}", 8501)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() -> None:
    assert set_cookie(8501, "x") == "afterword-8501=x; Path=/; HttpOnly; SameSite=Strict"
