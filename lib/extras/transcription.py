"""Speech to text with Whisper base (Radford et al. 2022), int8, on the processor of this computer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lib.extras import weights
from lib.extras.decoding import RATE

THREADS = 2
MOST_NAMES = 40
"""The most names that Whisper is told to listen for; there's no room for many more."""
SURE_OF_LANGUAGE = 0.6
"""From this probability on, another language is believed."""
UNCLEAR = "[unclear]"
"""Where it speaks of something that it didn't understand: better than a guess."""

_LOOPS = 5.0
"""Text that compresses this well repeats one thing, which Whisper does where it's lost. It's twice Whisper's
own limit: ten sentences that are built alike come to 3.5."""
_NO_SPEECH, _UNSURE = 0.6, -1.0
"""Whisper's own limits: the probability that nobody speaks, and the mean log probability of the words."""

_SENTENCE_END = re.compile(r"(?<=[.!?…\]])\s+")


@dataclass(frozen=True)
class Piece:
    """The speech up to the second ``until``."""

    until: float
    text: str


class OtherLanguage(Exception):
    """It isn't English; holds the language's code, such as 'de'."""


def model() -> Any:
    """Whisper, ready. Raises ``WeightsRefused``."""
    files = {name: weights.read(each) for name, each in weights.SPEECH.items()}
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    whisper = WhisperModel("base", device="cpu", compute_type="int8", cpu_threads=THREADS, files=files)
    return BatchedInferencePipeline(whisper)


def is_spoken(sound: NDArray[np.float32]) -> bool:
    """Whether anybody speaks, which is found out without Whisper."""
    from faster_whisper.vad import get_speech_timestamps

    return bool(get_speech_timestamps(sound))


def transcribe(whisper: Any, sound: NDArray[np.float32], names: Sequence[str] = ()) -> Iterator[Piece]:
    """The spoken words, piece by piece, as recognised. Raises ``OtherLanguage``.

    ``names`` are those it listens for, the likeliest first. The sound is cut if nobody speaks: cut every 30 seconds, as
    Whisper does by itself, it lost the words there ("her name is …").
    """
    how = {"beam_size": 5, "batch_size": 2, "vad_filter": True, "hotwords": ", ".join(names[:MOST_NAMES]) or None}
    segments, about = whisper.transcribe(sound, **how)
    if about.language != "en":
        if about.language_probability >= SURE_OF_LANGUAGE:
            raise OtherLanguage(about.language)
        segments, _ = whisper.transcribe(sound, language="en", **how)
    for segment in segments:
        yield Piece(float(segment.end), str(segment.text).strip() if _is_clear(segment) else UNCLEAR)


def _is_clear(segment: Any) -> bool:
    is_noise = segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _UNSURE
    return bool(segment.compression_ratio <= _LOOPS and not is_noise)


def sentences(pieces: Sequence[str]) -> tuple[str, ...]:
    """The pieces joined, and split again after each sentence."""
    return tuple(part.strip() for part in _SENTENCE_END.split(" ".join(pieces)) if part.strip())


def seconds(sound: NDArray[np.float32]) -> float:
    """How long it is."""
    return sound.size / RATE
