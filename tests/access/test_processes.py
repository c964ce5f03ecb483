"""Where the system tells connections by process, one of the user's own is found, and nobody else's counts."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

from lib.ui.access import processes
from tests.another_user import as_another_user, as_root

Ends = tuple[tuple[str, int], tuple[str, int]]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """The ends of an open connection from this process to itself."""
    processes._recent.clear()
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.create_connection(listening.getsockname()) as end:
        yield end.getsockname(), listening.getsockname()


@pytest.fixture(params=["a table of all", "own processes only"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Windows lists all connections with their processes; macOS refuses that, and tells of the user's own processes."""

    def refused(kind: str) -> Any:
        raise psutil.AccessDenied

    if request.param == "own processes only":
        monkeypatch.setattr(psutil, "net_connections", refused)
        monkeypatch.setattr(psutil, "pids", lambda: [os.getppid(), os.getpid()])
    return str(request.param)


def test_a_connection_of_this_user_is_own(ends: Ends, system: str) -> None:
    assert processes.is_own(*ends)
    assert processes.is_own(*ends)  # the second time by the process that was remembered


def test_a_connection_of_another_user_is_not(ends: Ends, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = psutil.Process().username()
    monkeypatch.setattr(psutil.Process, "username", lambda each: mine if each.pid == -1 else f"not {each.pid}")
    monkeypatch.setattr(processes, "_is_mine", lambda process: False)
    assert not processes.is_own(*ends)


def test_a_process_whose_user_isn_t_told_is_not_mine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(process: psutil.Process) -> str:
        raise psutil.AccessDenied

    assert processes._is_mine(os.getpid())
    monkeypatch.setattr(psutil.Process, "username", refused)
    assert not processes._is_mine(os.getpid())


@as_root
def test_another_user_s_process_is_not_mine() -> None:
    own = os.getpid()
    assert as_another_user(lambda: processes._is_mine(own)) is False


def test_a_closed_connection_is_nobody_s(system: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        end = socket.create_connection(listening.getsockname())
        between = end.getsockname(), listening.getsockname()
        end.close()
        assert not processes.is_own(*between)


def test_a_connection_between_other_ends_is_not_own(ends: Ends, system: str) -> None:
    (host, port), server = ends
    assert not processes.is_own((host, port + 1), server)
    assert not processes.is_own(ends[0], (host, server[1] + 1))
