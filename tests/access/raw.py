"""Requests as they go over the wire, with any header, and the session of somebody who has the app open."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.browser.server import Server

WEBSOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
STREAM = "/_stcore/stream"
MPTCP = 262


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


def asked(port: int, path: str = "/", method: str = "GET", protocol: int = 0, **headers: str) -> Answer:
    """One request to this machine's ``port``; an empty header is left out."""
    given = {"Host": f"127.0.0.1:{port}", "Connection": "close"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items() if value)]
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, protocol) as connection:
        connection.settimeout(20)
        connection.connect(("127.0.0.1", port))
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        return read(connection)


def opened(port: int, **headers: str) -> int:
    """The status that a WebSocket for a session is answered with: 101 where it opens."""
    return asked(port, STREAM, **(WEBSOCKET | headers)).status


def read(connection: socket.socket) -> Answer:
    """The answer, to its end; of a WebSocket that opened, its head."""
    said = b""
    while b"\r\n\r\n" not in said or not said.startswith(b"HTTP/1.1 101"):
        part = connection.recv(65_536)
        if not part:
            break
        said += part
    head, _, body = said.decode("latin-1").partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return Answer(int(first.split()[1]), {name.lower(): value for name, _, value in pairs}, body)


class Session:
    """A session as a browser has it."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    def run(self) -> str:
        """Runs the app, and returns all that was sent for it, as one text."""
        self._connection.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        told = []
        while True:
            message = ForwardMsg.FromString(self._connection.recv(timeout=60, decode=False))
            told.append(str(message))
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(told)


@contextmanager
def session(server: Server, **headers: str) -> Iterator[Session]:
    """The session of somebody whose page is open."""
    address = f"ws://127.0.0.1:{server.port}{STREAM}"
    with connect(address, additional_headers=headers, max_size=None, open_timeout=30, proxy=None) as connection:
        yield Session(connection)
