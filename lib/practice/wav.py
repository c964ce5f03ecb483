"""How long a recording is."""

_RATE = slice(28, 32)
"""The offset in a WAV of its bytes per second."""


def seconds_in(recording: bytes) -> int:
    """The length of a WAV recording in whole seconds; 0 for what is none."""
    rate, begin = int.from_bytes(recording[_RATE], "little"), recording.find(b"data")
    if not recording.startswith(b"RIFF") or begin < 0 or not rate:
        return 0
    return max(0, len(recording) - begin - 8) // rate
