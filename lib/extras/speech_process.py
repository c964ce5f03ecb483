"""A recording on its way to text, in a process of its own: how far it is, and Stop."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import IO

from lib.extras import transcription, weights
from lib.extras.speech_worker import End, SpeechEvent

MOST_WAIT = 15 * 60
"""In seconds; what takes longer is stopped."""

_WORKER = (sys.executable, "-m", "lib.extras.speech_worker")
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Progress:
    """How far it is: ``until`` of ``seconds`` have been listened to, 0 of 0 before its length is known.

    ``lines`` are the sentences so far; ``end`` is None as long as it's at work, and ``detail`` tells more about it.
    """

    until: float = 0.0
    seconds: float = 0.0
    lines: tuple[str, ...] = ()
    end: End | None = None
    detail: str = ""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return min(1.0, self.until / self.seconds) if self.seconds else 0.0


def is_installed() -> bool:
    """Whether everything that it needs is there."""
    packages = {package for each in weights.SPEECH.values() for package, _ in each.parts}
    return weights.is_installed("faster_whisper", "av", *packages)


class SpeechProcess:
    """One recording, from the start of its process to the text. The recording goes through a pipe, never to disk."""

    def __init__(self, recording: bytes, names: Sequence[str] = (), command: Sequence[str] = _WORKER) -> None:
        self.recording = recording
        self._pieces: list[str] = []
        self._last = SpeechEvent()
        self._end: End | None = None
        self._lock = Lock()
        self._process = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=False, bufsize=-1
        )
        self._limit = Timer(MOST_WAIT, self._finish, ("slow",))
        self._limit.daemon = True
        self._limit.start()
        Thread(target=self._feed, args=(names,), daemon=True).start()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        with self._lock:
            lines = transcription.sentences(self._pieces)
            return Progress(self._last.until, self._last.seconds, lines, self._end, self._last.detail)

    def stop(self) -> None:
        """End it, wherever it is; what was understood so far stays."""
        self._finish("stopped")

    def wait(self, seconds: float) -> Progress:
        """How far it is once it has ended, or after that many seconds."""
        self._listener.join(seconds)
        return self.progress

    def _feed(self, names: Sequence[str]) -> None:
        pipe = _there(self._process.stdin)
        try:
            with pipe:
                pipe.write(f"{json.dumps(list(names))}\n".encode())
                pipe.write(self.recording)
        except OSError:
            return  # it ended before it had read everything: _listen knows how

    def _listen(self) -> None:
        with _there(self._process.stdout) as pipe:
            for line in pipe:
                self._note(SpeechEvent(**json.loads(line)))
        self._process.wait()
        self._finish("failed")

    def _note(self, step: SpeechEvent) -> None:
        with self._lock:
            if self._end is None:
                self._last = step
                self._pieces += [step.text] if step.text else []
        if step.end:
            self._finish(step.end)

    def _finish(self, end: End) -> None:
        """The first end counts."""
        with self._lock:
            self._end = self._end or end
        self._limit.cancel()
        self._process.kill()


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
