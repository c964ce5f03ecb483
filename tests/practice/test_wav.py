"""How long a recording is."""

import io
import wave

import pytest

from lib.practice.wav import seconds_in


def wav(seconds: float, rate: int = 16_000) -> bytes:
    packed = io.BytesIO()
    with wave.open(packed, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        written.writeframes(bytes(2 * int(rate * seconds)))
    return packed.getvalue()


@pytest.mark.parametrize(("seconds", "rate", "said"), [(0, 16_000, 0), (0.9, 16_000, 0), (48.2, 44_100, 48)])
def test_whole_seconds_count(seconds: float, rate: int, said: int) -> None:
    assert seconds_in(wav(seconds, rate)) == said


@pytest.mark.parametrize("data", [b"", b"RIFF", b"no sound at all, and long enough to be one", wav(1)[:20]])
def test_what_is_no_recording_has_no_length(data: bytes) -> None:
    assert seconds_in(data) == 0
