"""Whether the person's own user is at the other end of a connection."""

import os
import platform
import socket
from pathlib import Path

from lib.ui.access import linux_sockets
from lib.ui.access.linux_sockets import Address

_OVERFLOW = Path("/proc/sys/kernel/overflowuid")
"""The id under which Linux shows every user that isn't known in this container."""


IS_QUICK = platform.system() == "Linux"
"""Whether the answer takes so little time that nothing else need go on meanwhile."""


def is_own(client: Address | None, server: Address | None) -> bool:
    """Whether a process of the user who runs this server opened the connection.

    Asked each time and never cached: once a connection is closed, another user may get its port. Another user's
    processes, other machines, and whatever the system doesn't tell are not own. Neither is root, unless root runs the
    server: what root runs may be a relay that anybody can use. A relay that the person runs (an SSH tunnel, a proxy) is
    the person, as the system can't tell them apart.
    """
    if client is None or server is None:
        return False
    if IS_QUICK:
        user = linux_sockets.user_of(client, server)
        return user is not None and user == os.getuid() != _connect_to_self()
    from lib.ui.access import processes

    return processes.is_own(client, server)


def is_gone(client: Address | None, server: Address | None) -> bool:
    """Whether the other end was closed since: then nobody waits for an answer. False if the system doesn't tell."""
    if not IS_QUICK or client is None or server is None:
        return False
    return linux_sockets.user_of(server, client) is None


def can_tell() -> bool:
    """Whether the system tells who opened a connection, tried out with one to ourselves."""
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.create_connection(listening.getsockname()) as end:
        return is_own(end.getsockname(), listening.getsockname())


def _connect_to_self() -> int:
    try:
        return int(_OVERFLOW.read_text("ascii"))
    except (OSError, ValueError):
        return 65534
