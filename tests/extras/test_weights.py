"""A model's file is loaded only where it is, bit for bit, the one that we know."""

from hashlib import sha256
from pathlib import Path

import pytest

from lib.extras import weights
from lib.extras.weights import ModelFile, WeightsRefused


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a model in two parts."""
    folder = tmp_path / "some_model"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError('a package with weights is never run')")
    (folder / "model.1").write_bytes(b"first ")
    (folder / "model.2").write_bytes(b"second")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def in_two_parts() -> ModelFile:
    parts = (("some_model", "model.1"), ("some_model", "model.2"))
    return ModelFile(parts, sha256(b"first second").hexdigest())


def test_the_parts_of_a_file_are_joined_and_their_package_is_not_run(package: Path) -> None:
    assert weights.read(in_two_parts()) == b"first second"


def test_a_file_with_one_bit_changed_is_refused(package: Path) -> None:
    (package / "model.2").write_bytes(b"sfcond")

    with pytest.raises(WeightsRefused, match="isn't the file that we know"):
        weights.read(in_two_parts())


def test_a_part_that_is_missing_is_refused(package: Path) -> None:
    (package / "model.2").unlink()

    with pytest.raises(WeightsRefused, match="can't be read"):
        weights.read(in_two_parts())


def test_a_package_that_is_missing_is_refused_and_counts_as_not_installed() -> None:
    with pytest.raises(WeightsRefused, match="isn't installed"):
        weights.read(ModelFile((("no_such_model", "model.bin"),), ""))
    assert not weights.is_installed("no_such_model")
