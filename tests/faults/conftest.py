"""A fast place for thousands of small folders."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lib.store import Store
from tests.faults.scenarios import forget_receipts, root_store
from tests.memory import place


@pytest.fixture(scope="module")
def quick_root() -> Iterator[Path]:
    """A folder in memory where the system has one: a sweep writes thousands of files."""
    root = Path(tempfile.mkdtemp(dir=place()))
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def again(used: Store, root: Path) -> Callable[[], Store]:
    """The same workbook in the same place, as often as it is wanted."""
    template = root.with_name(f"template of {root.name}")
    shutil.rmtree(template, ignore_errors=True)
    shutil.copytree(root, template)

    def fresh() -> Store:
        shutil.rmtree(root)
        shutil.copytree(template, root)
        forget_receipts()
        return root_store(root)

    return fresh
