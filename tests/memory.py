"""Folders in memory, for tests that save a lot: on a busy disk each save waits for eight fsyncs."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOM = 500_000_000
"""Bytes that must be free there."""


def place() -> Path | None:
    """The system's folder in memory, where it has one with enough room."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """In the place of pytest's own, in memory where that is possible."""
    root = Path(tempfile.mkdtemp(prefix="afterword-test-", dir=place()))
    yield root
    shutil.rmtree(root, ignore_errors=True)
