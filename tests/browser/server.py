"""The app as a person starts it: `streamlit run`, on a free port, over folders of its own."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
APP = ROOT / "app.py"
STARTED_WITHIN = 60.0


def free_port() -> int:
    """A port of the loopback interface that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """One run of the app after the other, on the same port and over the same folders.

    ``folder`` holds all of it: ``data`` (AFTERWORD_DATA), ``home`` (AFTERWORD_HOME), ``user`` (an empty HOME), and
    ``output``, the file that the app prints to.
    """

    folder: Path
    app: Path = APP
    flags: tuple[str, ...] = ()
    starter: tuple[str, ...] = ()
    """What it is started with instead of Streamlit, as an installed command; it's handed ``flags`` as they are."""
    under: tuple[str, ...] = ()
    """A command that the app is started under, as ``nice`` is."""
    environment: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    """The folder that it is started from, where that is not the app's own."""
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        for part in (self.data, self.home, self.folder / "user"):
            part.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def output(self) -> str:
        """What all runs have printed so far."""
        printed = self.folder / "output"
        return printed.read_text("utf-8", errors="replace") if printed.exists() else ""

    def talked_to(self) -> list[str]:
        """The addresses of other machines that all runs so far have listened on, looked up or called."""
        noted = self.folder / "sockets"
        return noted.read_text("utf-8").splitlines() if noted.exists() else []

    def start(self) -> "Server":
        """Starts the app and returns once it answers."""
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                self._command(),
                cwd=self.cwd or self.app.parent,
                env=self.environ(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait_until_healthy()
        return self

    def kill(self) -> None:
        """As a power cut ends it: at once, with no word of farewell."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As Ctrl+C in the terminal ends it."""
        self._end(signal.SIGINT)

    def emptied(self) -> "Server":
        """Takes all files out of the data folder and the home, while the app runs on."""
        for entry in (*self.data.iterdir(), *self.home.iterdir()):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        return self

    def restart(self) -> "Server":
        """Kills the app, where it runs, and starts it on the same port."""
        self.kill()
        return self.start()

    def _command(self) -> list[str]:
        if self.starter:
            return [*self.under, *self.starter, "--port", str(self.port), *self.flags]
        flags = ["--server.port", str(self.port), "--server.headless", "true", *self.flags]
        return [
            *self.under,
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(self.app) if self.cwd else self.app.name,
            *flags,
        ]

    def environ(self) -> dict[str, str]:
        """What the app finds in its environment: its folders, and who notes whom it talks to."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT", "PYTEST"))}
        folders = {"AFTERWORD_DATA": self.data, "AFTERWORD_HOME": self.home, "HOME": self.folder / "user"}
        watched = {"PYTHONPATH": Path(__file__).with_name("watched"), "SOCKETS_NOTED": self.folder / "sockets"}
        return {**inherited, **{name: str(path) for name, path in (folders | watched).items()}, **self.environment}

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + STARTED_WITHIN
        pause = threading.Event()
        while not self._is_healthy():
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError(f"The app ended at its start:\n{self.output()}")
            if time.monotonic() > deadline:
                self.kill()
                raise TimeoutError(f"The app did not answer within {STARTED_WITHIN:.0f} seconds:\n{self.output()}")
            pause.wait(0.05)

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except urllib.error.HTTPError as refused:
            return refused.code == 403  # it is there, and wants a key
        except OSError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=20)
        self.process = None
