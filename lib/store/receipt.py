"""What a save, an undo, a restore and a start hand back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Receipt:
    """That a change is in the files: how many rows were written, and in which files.

    ``message`` tells what else changed. ``repeated``: this draft was saved before, and this is the receipt from then.
    """

    id: str
    label: str
    at: datetime
    written: int
    files: tuple[str, ...]
    repeated: bool = False
    message: str = ""


@dataclass(frozen=True)
class Recovery:
    """What a start found and did.

    ``finished`` is the label of a save that was completed, ``left`` a line for each row of it that another program
    had changed, ``waiting`` why nothing could be completed yet.
    """

    finished: str = ""
    left: tuple[str, ...] = ()
    waiting: str = ""

    @property
    def sentence(self) -> str:
        """What was done, or '' if there is nothing to tell."""
        done = f"A save that was interrupted is complete now: {self.finished}." if self.finished else ""
        return " ".join(part for part in (done, *self.left, self.waiting) if part)


def new_receipt(label: str, now: datetime, files: Sequence[str]) -> Receipt:
    """The receipt for rows written, given the file of each."""
    return Receipt(f"rc-{secrets.token_hex(8)}", label, now, len(files), tuple(sorted(set(files))))


Ticket = tuple[Path, str, str]
"""A draft of a folder: the folder's real path, the draft's id and its token."""

_receipts: dict[Ticket, Receipt] = {}
"""The receipt of each draft that was saved. It outlives the page that asked for the save."""


def receipt_of(ticket: Ticket) -> Receipt | None:
    """The receipt of that draft, if it was saved since the program started."""
    return _receipts.get(ticket)


def keep_receipt(ticket: Ticket, receipt: Receipt) -> None:
    """Keep the receipt for a second try of the same save."""
    _receipts[ticket] = receipt


def forget_receipts(folder: Path, receipt_id: str = "") -> None:
    """Saves that are no longer in the files may be made again: that one, or all of the folder."""
    for ticket in [ticket for ticket, receipt in _receipts.items() if ticket[0] == folder]:
        if receipt_id in ("", _receipts[ticket].id):
            del _receipts[ticket]
