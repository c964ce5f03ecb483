"""Whether one of this user's processes opened a connection, if the system tells it by process: macOS, Windows."""

from collections.abc import Iterator
from typing import Any

import psutil

from lib.ui.access.linux_sockets import Address, normalised_address

_recent: list[int] = []
"""Processes that were found before, the latest first: mostly the browser, so that one look is enough."""
_REMEMBERED = 8


def is_own(client: Address, server: Address) -> bool:
    """Whether a process of this user holds the ``client`` end of the open connection to ``server``.

    Windows lists who holds which connection. macOS tells it of the user's own processes only, which is all it takes.
    """
    try:
        holders = [each.pid for each in psutil.net_connections("tcp") if _is_between(each, client, server)]
    except psutil.AccessDenied:
        return _an_own_process_holds(client, server)
    return any(holder is not None and _is_mine(holder) for holder in holders)


def _an_own_process_holds(client: Address, server: Address) -> bool:
    for process in _own_processes():
        if _holds(process, client, server):
            _remember(process)
            return True
    return False


def _own_processes() -> Iterator[int]:
    remembered = list(_recent)
    yield from (each for each in remembered if _is_mine(each))
    yield from (each for each in psutil.pids() if each not in remembered and _is_mine(each))


def _holds(process: int, client: Address, server: Address) -> bool:
    try:
        return any(_is_between(each, client, server) for each in psutil.Process(process).net_connections("tcp"))
    except psutil.Error:
        return False


def _remember(process: int) -> None:
    _recent[:] = [process, *(each for each in _recent if each != process)][:_REMEMBERED]


def _is_mine(process: int) -> bool:
    try:
        return bool(psutil.Process(process).username() == psutil.Process().username())
    except psutil.Error:
        return False  # another user's, or gone


def _is_between(connection: Any, client: Address, server: Address) -> bool:
    if connection.status != psutil.CONN_ESTABLISHED or not connection.raddr:
        return False
    try:
        return [normalised_address(tuple(connection.laddr)), normalised_address(tuple(connection.raddr))] == [
            normalised_address(client),
            normalised_address(server),
        ]
    except ValueError:
        return False
