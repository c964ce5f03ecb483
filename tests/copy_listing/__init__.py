"""Every text that a person can meet, collected by rendering it: ``python -m tests.copy_listing``.

The listing is kept in ``tests/copy``, a small file a room, so that a change of words shows as a change of words.
"""

from pathlib import Path

KEPT = Path(__file__).parents[1] / "copy"
"""The folder of the listing."""
