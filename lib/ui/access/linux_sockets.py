"""Which user opened a connection to this machine, as Linux tells it.

The kernel is asked about the one connection (sock_diag(7), some 0.03 ms). Where that is barred, the table of all is
read (/proc/net/tcp and tcp6, proc(5)): several milliseconds, as the kernel walks through its whole hash table.
"""

import errno
import socket
import struct
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

Address = tuple[str, int]
"""A host as an IP address, and its port."""

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_ESTABLISHED = 1
"""The only state that tells: a connection that was closed is listed under user 0, whoever had opened it."""

_SOCK_DIAG, _BY_FAMILY, _REQUEST, _ERROR = 4, 20, 1, 2
_HEADER = struct.Struct("=IHHII")
_QUESTION = struct.Struct("=BBBBI")
_PORTS, _NO_COOKIE = struct.Struct("!HH"), b"\xff" * 8
_FAMILY_AND_STATE, _USER = struct.Struct("=BB"), struct.Struct("=I")
_USER_AT = 4 + 48 + 12
"""Where the user is in an answer: behind family and state, the two ends, and three counters."""


def user_of(client: Address, server: Address) -> int | None:
    """The id of the user whose process opened the connection from ``client`` to ``server``.

    None if no such connection is open on this machine, as for one that comes from another machine or through a
    container's port.
    """
    try:
        ends = normalised_address(client), normalised_address(server)
    except ValueError:
        return None
    try:
        return _ask_netlink(*ends)
    except OSError:
        return _read_tables(*ends)


def normalised_address(end: Address) -> tuple[IPv4Address | IPv6Address, int]:
    """An end of a connection, as IPv4 if a socket for both kinds shows it inside an IPv6 address.

    Raises ValueError if the host is no IP address.
    """
    host = ip_address(end[0])
    return (isinstance(host, IPv6Address) and host.ipv4_mapped) or host, end[1]


End = tuple[IPv4Address | IPv6Address, int]


def _ask_netlink(client: End, server: End) -> int | None:
    family = socket.AF_INET if client[0].version == 4 else socket.AF_INET6
    ends = _PORTS.pack(client[1], server[1]) + b"".join(host.packed.ljust(16, b"\0") for host, _ in (client, server))
    question = _QUESTION.pack(family, socket.IPPROTO_TCP, 0, 0, 1 << _ESTABLISHED) + ends + bytes(4) + _NO_COOKIE
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as kernel:
        kernel.settimeout(1)
        kernel.sendto(_HEADER.pack(_HEADER.size + len(question), _BY_FAMILY, _REQUEST, 1, 0) + question, (0, 0))
        answer = kernel.recv(4096)
    _, kind, _, _, _ = _HEADER.unpack_from(answer)
    body = answer[_HEADER.size :]
    if kind == _ERROR:
        if _is_absent(body):
            return None
        raise OSError("the kernel doesn't answer about single connections")
    _, state = _FAMILY_AND_STATE.unpack_from(body)
    user: int = _USER.unpack_from(body, _USER_AT)[0]
    return user if state == _ESTABLISHED and body[4 : 4 + len(ends)] == ends else None


def _is_absent(error: bytes) -> bool:
    return -int.from_bytes(error[:4], sys.byteorder, signed=True) == errno.ENOENT


def _read_tables(client: End, server: End) -> int | None:
    for table in TABLES:
        try:
            text = table.read_text("ascii")
        except OSError:
            continue
        if (user := user_in(text, client, server)) is not None:
            return user
    return None


def user_in(table: str, client: End, server: End) -> int | None:
    """The user id in the row of the client's own end in a table such as /proc/net/tcp; None if no row is open."""
    for ends in zip(_as_in_table(client), _as_in_table(server), strict=True):
        row = f" {ends[0]} {ends[1]} {_ESTABLISHED:02X} "
        at = table.find(row)
        if at >= 0:
            _queues, _timer, _retransmits, user, *_ = table[at + len(row) :].split(maxsplit=4)
            return int(user)
    return None


def _as_in_table(end: End) -> Iterator[str]:
    """An end as the tables write it: words of 32 bits in the machine's own order. IPv4 is in the table of IPv6 too."""
    host, port = end
    forms = [host.packed]
    if host.version == 4:
        forms.append(b"\0" * 10 + b"\xff" * 2 + host.packed)
    for form in forms:
        words = (int.from_bytes(form[at : at + 4], sys.byteorder) for at in range(0, len(form), 4))
        yield "".join(f"{word:08X}" for word in words) + f":{port:04X}"
