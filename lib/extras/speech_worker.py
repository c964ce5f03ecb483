"""The process that turns one recording into text: ``speech_process`` starts it, and nobody else.

In: a line of JSON with the names to listen for, then the recording. Out: a line of JSON for each
``SpeechEvent``. Nothing is written to disk.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, TextIO

from lib.extras import decoding, transcription
from lib.extras.weights import WeightsRefused

MOST_MEMORY = 4_000_000_000
"""In bytes of address space; Whisper base needs 0.6 GB of memory for 20 minutes of sound."""

End = Literal["done", "nothing", "undecodable", "too_long", "other_language", "refused", "failed", "stopped", "slow"]
"""How it ended; 'stopped' and 'slow' are set by the watching process."""


@dataclass(frozen=True)
class SpeechEvent:
    """One thing that became known: the length, a piece of text up to a second, or the end.

    ``detail`` is the language's code if it's not English.
    """

    seconds: float = 0.0
    until: float = 0.0
    text: str = ""
    end: End | None = None
    detail: str = ""


def steps(recording: bytes, names: Sequence[str]) -> Iterator[SpeechEvent]:
    """From a recording to its text, in steps; the last one has an ``end``."""
    try:
        sound = decoding.decoded(recording)
        length = transcription.seconds(sound)
        yield SpeechEvent(seconds=length)
        heard = False
        pieces = transcription.transcribe(transcription.model(), sound, names) if transcription.is_spoken(sound) else ()
        for piece in pieces:
            heard = heard or piece.text not in ("", transcription.UNCLEAR)
            yield SpeechEvent(length, piece.until, piece.text)
        yield SpeechEvent(length, length, end="done" if heard else "nothing")
    except decoding.TooLong:
        yield SpeechEvent(end="too_long")
    except decoding.Undecodable:
        yield SpeechEvent(end="undecodable")
    except transcription.OtherLanguage as error:
        yield SpeechEvent(end="other_language", detail=str(error))
    except (WeightsRefused, ImportError) as error:
        yield SpeechEvent(end="refused", detail=str(error))


def main() -> None:
    """Read, transcribe, tell."""
    _be_modest()
    names = json.loads(sys.stdin.buffer.readline())
    recording = sys.stdin.buffer.read(decoding.MOST_BYTES + 1)
    try:
        for step in steps(recording, names):
            _tell(step, sys.stdout)
    except BrokenPipeError:  # the app is gone
        os._exit(1)


def _tell(step: SpeechEvent, to: TextIO) -> None:
    to.write(f"{json.dumps(asdict(step))}\n")
    to.flush()


def _be_modest() -> None:
    """Pages come first, and memory has an end, if the system knows how."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
