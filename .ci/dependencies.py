"""What an installed copy needs: the lines of requirements.txt, so that they're in one place. Hatchling runs this."""

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_FOR_TESTS = "pytest"
"""It's there to check a copy of the repository; an installed one has no tests."""


class Dependencies(MetadataHookInterface):
    """Fills in the project's dependencies."""

    def update(self, metadata: dict[str, Any]) -> None:
        """The requirements without their comments."""
        lines = (Path(self.root) / "requirements.txt").read_text("utf-8").splitlines()
        needed = (line.partition("#")[0].strip() for line in lines)
        metadata["dependencies"] = [line for line in needed if line and not line.startswith(_FOR_TESTS)]
