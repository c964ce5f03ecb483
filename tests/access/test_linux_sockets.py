"""Linux tells who opened a connection, and a table of all connections is read right."""

import socket
import sys
from collections.abc import Iterator
from ipaddress import ip_address

import pytest

from lib.ui.access import linux_sockets, peers
from lib.ui.access.linux_sockets import TABLES, End, normalised_address, user_in, user_of

HEADING = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
TABLE = HEADING + (
    "   0: 0100007F:2135 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 21001 1 ffff 100 0\n"
    "   1: 0100007F:2135 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 21002 1 ffff 20 4\n"
    "   2: 0100007F:D431 0100007F:2135 01 00000000:00000000 02:000A7E12 00000000  1001        0 21003 2 ffff 20 4\n"
    "   3: 0100007F:D432 0100007F:2135 06 00000000:00000000 03:000016F8 00000000     0        0 0 3 ffff\n"
)
TABLE_6 = HEADING + (
    "   0: 00000000000000000000000001000000:D431 00000000000000000000000001000000:2135 01 00000000:00000000"
    " 00:00000000 00000000  1002        0 21004 1 ffff 20 4\n"
    "   1: 0000000000000000FFFF00000100007F:D433 0000000000000000FFFF00000100007F:2135 01 00000000:00000000"
    " 00:00000000 00000000  1003        0 21005 1 ffff 20 4\n"
)
SERVER = ("127.0.0.1", 0x2135)

little_endian = pytest.mark.skipif(sys.byteorder != "little", reason="the rows are those of a little-endian machine")
on_linux = pytest.mark.skipif(not peers.IS_QUICK, reason="LEFT OUT: only Linux tells who opened a connection this way")


@little_endian
@pytest.mark.parametrize(
    ("table", "client", "server", "user"),
    [
        (TABLE, ("127.0.0.1", 0xD431), SERVER, 1001),
        (TABLE, ("127.0.0.1", 0xD430), SERVER, None),
        (TABLE, ("127.0.0.1", 0xD431), ("127.0.0.1", 0x2136), None),
        (TABLE, ("127.0.0.2", 0xD431), SERVER, None),
        (TABLE_6, ("::1", 0xD431), ("::1", 0x2135), 1002),
        (TABLE_6, ("127.0.0.1", 0xD433), SERVER, 1003),
        (TABLE_6, ("::ffff:127.0.0.1", 0xD433), ("::ffff:127.0.0.1", 0x2135), 1003),
        ("", ("127.0.0.1", 0xD431), SERVER, None),
    ],
)
def test_the_row_of_the_client_s_end_tells_the_user(
    table: str, client: tuple[str, int], server: tuple[str, int], user: int | None
) -> None:
    assert user_in(table, normalised_address(client), normalised_address(server)) == user


@little_endian
def test_a_closed_connection_tells_nobody_though_its_row_names_user_0() -> None:
    assert user_in(TABLE, normalised_address(("127.0.0.1", 0xD432)), normalised_address(SERVER)) is None


Connection = tuple[socket.socket, socket.socket]


@pytest.fixture(params=["127.0.0.1", "::1"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Both ends of an open connection to ourselves: the client's, the server's."""
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    try:
        listening = socket.create_server((request.param, 0), family=family)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with listening, socket.create_connection(listening.getsockname()[:2]) as client:
        server, _ = listening.accept()
        with server:
            yield client, server


def ends(connection: Connection) -> tuple[tuple[str, int], tuple[str, int]]:
    client, server = connection
    return client.getsockname()[:2], server.getsockname()[:2]


@on_linux
def test_an_open_connection_is_known_by_its_user(connection: Connection) -> None:
    import os

    assert user_of(*ends(connection)) == os.getuid()
    assert peers.is_own(*ends(connection))
    assert peers.can_tell()


@on_linux
def test_if_the_kernel_answers_no_single_question_the_table_agrees(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(client: End, server: End) -> int | None:
        raise PermissionError

    asked = user_of(*ends(connection))
    monkeypatch.setattr(linux_sockets, "_ask_netlink", barred)
    assert user_of(*ends(connection)) == asked
    assert user_of(("127.0.0.1", 1), ("127.0.0.1", 2)) is None


@on_linux
def test_a_connection_that_the_client_closed_is_nobody_s(connection: Connection) -> None:
    between = ends(connection)
    assert not peers.is_gone(*between)
    connection[0].close()
    assert user_of(*between) is None
    assert peers.is_gone(*between)


@on_linux
def test_another_user_s_connection_is_not_own(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert not peers.is_own(*ends(connection))


@on_linux
def test_the_user_that_all_unknown_ones_share_is_never_own(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setattr(peers, "_connect_to_self", os.getuid)
    assert not peers.is_own(*ends(connection))


@on_linux
def test_a_port_where_somebody_only_listens_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert user_of(listening.getsockname(), ("127.0.0.1", 1)) is None


@pytest.mark.parametrize("client", [("testclient", 1), ("", 0), ("fe80::1%eth0", 5), ("192.0.2.1", 5)])
def test_an_address_that_is_not_of_this_machine_is_nobody_s(client: tuple[str, int]) -> None:
    assert not peers.is_own(client, SERVER)


def test_without_an_address_nobody_is_own() -> None:
    assert not peers.is_own(None, SERVER)
    assert not peers.is_own(SERVER, None)


def test_the_tables_are_those_of_this_network() -> None:
    assert [str(table) for table in TABLES] == ["/proc/net/tcp", "/proc/net/tcp6"]
    assert normalised_address(("::ffff:127.0.0.1", 5)) == (ip_address("127.0.0.1"), 5)
