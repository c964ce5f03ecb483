"""Sound from a file of any common kind, as Whisper wants it: one channel, 16,000 samples a second."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second."""
MOST_SECONDS = 20 * 60
"""A longer recording is refused; no more than this is ever in memory."""
MOST_BYTES = 100_000_000
"""A bigger file is refused unread."""

_KINDS = "mov,mp4,m4a,3gp,3g2,mj2,mp3,ogg,wav,matroska,webm,aac,flac"
"""A file's content tells which of these it is, whatever its name. Others, such as playlists, could name files."""


_SIGNS: Mapping[str, re.Pattern[bytes]] = {
    "audio/wav": re.compile(rb"RIFF....WAVE", re.DOTALL),
    "audio/ogg": re.compile(rb"OggS"),
    "audio/mpeg": re.compile(rb"ID3|\xff[\xfb\xf3\xf2]"),
    "audio/webm": re.compile(rb"\x1aE\xdf\xa3"),
    "audio/mp4": re.compile(rb"\0...(?:ftyp|moov)", re.DOTALL),
    "audio/flac": re.compile(rb"fLaC"),
}


def media_type(data: bytes) -> str:
    """Which kind of recording this is by how it begins, whatever its name; empty for anything else."""
    return next((kind for kind, sign in _SIGNS.items() if sign.match(data)), "")


class Undecodable(Exception):
    """No sound can be read from it."""


class TooLong(Exception):
    """It's longer than ``MOST_SECONDS`` or bigger than ``MOST_BYTES``."""


def decoded(recording: bytes) -> NDArray[np.float32]:
    """The samples, from -1 to 1. Raises ``Undecodable`` and ``TooLong``.

    A recording that breaks off is decoded up to there. The length in a file's header is believed if it's too long; if
    it isn't, the samples are counted too.
    """
    import av

    if len(recording) > MOST_BYTES:
        raise TooLong
    try:
        container: Any
        with av.open(BytesIO(recording), options={"format_whitelist": _KINDS}, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise Undecodable
            if container.duration and container.duration / av.time_base > MOST_SECONDS:
                raise TooLong
            samples = _samples(container)
    except (av.FFmpegError, ValueError, MemoryError) as error:
        raise Undecodable from error
    if not samples.size:
        raise Undecodable
    return np.divide(samples, 32768, dtype=np.float32)


def _samples(container: Any) -> NDArray[np.int16]:
    import av

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    blocks: list[NDArray[np.int16]] = []
    count = 0
    for frame in _frames(container):
        if frame is not None:
            frame.pts = None
        for block in resampler.resample(frame):
            blocks.append(np.asarray(block.to_ndarray(), np.int16).reshape(-1))
            count += blocks[-1].size
        if count > MOST_SECONDS * RATE:
            raise TooLong
    return np.concatenate(blocks) if blocks else np.zeros(0, np.int16)


def _frames(container: Any) -> Any:
    """The frames that can be decoded, and None at the end; a broken packet is left out, a broken file ends there."""
    import av

    packets = container.demux(container.streams.audio[0])
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            packet = None
        if packet is None:
            break
        try:
            yield from packet.decode()
        except av.InvalidDataError:
            continue
    yield None
