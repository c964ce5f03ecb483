"""A fast place for thousands of small folders."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def quick_root() -> Iterator[Path]:
    """A folder in memory where the system has one: a sweep writes thousands of files."""
    memory = Path("/dev/shm")
    root = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    yield root
    shutil.rmtree(root, ignore_errors=True)
