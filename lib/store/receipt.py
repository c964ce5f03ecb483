"""What a save, an undo, a restore and a start hand back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Receipt:
    """That a change is in the files: how many rows were written, and in which files.

    ``repeated`` says that this draft was saved before, and that this is the receipt of then.
    """

    id: str
    label: str
    at: datetime
    written: int
    files: tuple[str, ...]
    repeated: bool = False


@dataclass(frozen=True)
class Recovery:
    """What a start found and did.

    ``finished`` is the label of a save that was completed, ``left`` a line for each row of it that another program
    had changed, ``swept`` the number of leftovers removed, ``waiting`` why nothing could be completed yet.
    """

    finished: str = ""
    left: tuple[str, ...] = ()
    swept: int = 0
    waiting: str = ""

    @property
    def sentence(self) -> str:
        """What was done, or '' where there is nothing to tell."""
        done = f"A save that was interrupted is complete now: {self.finished}." if self.finished else ""
        return " ".join(part for part in (done, *self.left, self.waiting) if part)


def new_receipt(label: str, now: datetime, files: Sequence[str]) -> Receipt:
    """The receipt for rows written, given the file of each."""
    return Receipt(f"rc-{secrets.token_hex(8)}", label, now, len(files), tuple(sorted(set(files))))
