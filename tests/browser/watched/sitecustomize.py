"""Python runs this at its start where the folder is on its path: notes whom the app's process talks to.

Addresses of this machine and sockets without a network are passed over; every other one becomes a line of the file
that SOCKETS_NOTED names.
"""

import os
import socket
import sys
from typing import Any

OWN = ("127.", "localhost", "::1")


def note(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        if arguments[0].family not in (socket.AF_INET, socket.AF_INET6):
            return  # the machine's own kernel
        address = arguments[1]
    elif event == "socket.getaddrinfo":
        address = arguments
    else:
        return
    host = address[0] if isinstance(address, tuple) else None
    host = host.decode() if isinstance(host, bytes) else host
    if host is not None and not str(host).startswith(OWN):
        with open(os.environ["SOCKETS_NOTED"], "a", encoding="utf-8") as notes:
            notes.write(f"{event} {host}\n")


if "SOCKETS_NOTED" in os.environ:
    sys.addaudithook(note)
