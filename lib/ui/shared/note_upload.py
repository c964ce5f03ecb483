"""Notes that were brought and are being looked at: in the server's memory only, and gone with the tab.

The bytes of a file are dropped as soon as it's read; while something is still asked of it, they wait here.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from threading import Lock

from lib.capture.reading.note import Note, NoteChoices
from lib.capture.reading.opening import Brought, brought
from lib.records.errors import AfterwordError

_MOST = 8
_NUMBERS = count(1)


@dataclass
class NoteUpload:
    """What was brought at once: as it was read, which of its notes are taken, and where the person put their lines.

    ``spots`` holds by note and line where a line goes, if the person chose it. ``pasted`` is the text that was pasted,
    and empty for files. ``recording`` is what was spoken, if it was written down here; ``failed`` are the recordings
    that weren't, and why.
    """

    files: Sequence[tuple[str, bytes]]
    today: date
    pasted: str = ""
    recording: bytes = b""
    failed: Sequence[tuple[str, AfterwordError]] = ()
    choices: NoteChoices = field(default_factory=NoteChoices)
    found: Brought = field(default_factory=Brought)
    chosen: tuple[int, ...] | None = None
    spots: dict[tuple[int, int], str] = field(default_factory=dict)
    number: int = field(default_factory=lambda: next(_NUMBERS))

    def __post_init__(self) -> None:
        self.is_one_file = len(self.files) == 1
        self._read()

    def answer(self, **answers: object) -> None:
        """Take in what was asked, and read again with it."""
        self.choices = replace(self.choices, **answers)  # type: ignore[arg-type]  # the fields of the choices
        self._read()

    @property
    def holds_a_note(self) -> bool:
        """Whether there is a note in it, or will be once its questions are answered."""
        return bool(self.found.notes or self.files)

    def notes(self) -> tuple[Note, ...]:
        """The notes that are taken, in the order in which they were written."""
        taken = range(len(self.found.notes)) if self.chosen is None else self.chosen
        return tuple(self.found.notes[place] for place in taken)

    def _read(self) -> None:
        self.found = brought(self.files, self.choices, self.today)
        asks_sender = self.found.senders and self.choices.sender not in self.found.senders
        if not asks_sender and not (self.found.unclear_date and self.choices.day_first is None):
            self.files = ()


class NoteUploads:
    """The uploads by tab and by the form that they are for. Two runs of one tab may ask at once, so it has a lock."""

    def __init__(self) -> None:
        self._items: OrderedDict[tuple[str, str], NoteUpload] = OrderedDict()
        self._lock = Lock()

    def put(self, tab: str, form: str, item: NoteUpload) -> None:
        """Keep an upload there, in place of what was there; the oldest of other tabs are dropped."""
        with self._lock:
            self._items[tab, form] = item
            self._items.move_to_end((tab, form))
            while len(self._items) > _MOST:
                self._items.popitem(last=False)

    def get(self, tab: str, form: str) -> NoteUpload | None:
        """What is there for a form in a tab."""
        with self._lock:
            return self._items.get((tab, form))

    def clear(self, tab: str, form: str) -> None:
        """Let it go."""
        with self._lock:
            self._items.pop((tab, form), None)


NOTE_UPLOADS = NoteUploads()
