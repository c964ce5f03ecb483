"""What is being looked at before it is brought in: in the server's memory only, one upload per tab, the oldest
dropped."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from lib.exchange.importing.choices import ImportChoices, ReadingTime
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.own_files import OwnReading
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import Upload, digest_of, opened
from lib.workflows.importing.rows import Decisions

_MOST = 4


@dataclass(frozen=True)
class AgreedImport:
    """What the person agreed to: exactly what was on the screen."""

    readings: tuple[FileReading, ...]
    own: tuple[OwnReading, ...]
    decisions: Decisions
    token: str


@dataclass
class ImportUpload:
    """One upload, read once for each set of choices; ``agreed`` once the person has agreed.

    ``tables`` are the tables as they are on the screen, by their place. ``cells`` are the person's corrections by line
    and column, and ``skipped_lines`` the lines that stay out.
    """

    upload: Upload
    agreed: AgreedImport | None = None
    tables: dict[int, Grid] = field(default_factory=dict)
    cells: dict[int, dict[tuple[int, str], str]] = field(default_factory=dict)
    skipped_lines: dict[int, set[int]] = field(default_factory=dict)
    _read: dict[tuple[int, bool], tuple[str, FileReading]] = field(default_factory=dict)

    def open_reading(self, place: int, table: Grid, choices: ImportChoices, moment: ReadingTime) -> FileReading:
        """The table at that place before its questions are answered: it tells what to ask."""
        return self.reading(place, table, choices, moment, is_open=True)

    def reading(
        self, place: int, table: Grid, choices: ImportChoices, moment: ReadingTime, *, is_open: bool = False
    ) -> FileReading:
        """The table at that place by these choices, with the person's corrections."""
        self.tables[place] = table
        corrected = replace(
            choices,
            cells=self.cells.get(place, {}),
            skipped_lines=frozenset(self.skipped_lines.get(place, ())) & {row.number for row in table.rows},
        )
        key = f"{table.header_line}{corrected}{moment.now.date()}{moment.zone}{moment.dates}"
        known = self._read.get((place, is_open))
        found = known[1] if known and known[0] == key else read_table(table, corrected, moment)
        self._read[place, is_open] = (key, found)
        return found

    @property
    def files(self) -> dict[str, int]:
        """The names of the tables that are shown, with their places."""
        return {table.name: place for place, table in self.tables.items()}

    def correct(self, place: int, line: int, header: str, text: str, was: str) -> None:
        """Another text for one cell; the file's own takes the correction back."""
        cells = self.cells.setdefault(place, {})
        if text.strip() == was:
            cells.pop((line, header), None)
        else:
            cells[line, header] = text.strip()


class Uploads:
    """The uploads by tab. A plain object with a lock, as two runs of one tab may ask at once."""

    def __init__(self) -> None:
        self._items: OrderedDict[str, ImportUpload] = OrderedDict()
        self._lock = Lock()

    def put(self, tab: str, files: Sequence[tuple[str, bytes]]) -> ImportUpload:
        """The item of these files, opened if they are not there yet."""
        digest = digest_of(files)
        known = self.get(tab)
        if known and known.upload.digest == digest:
            return known
        item = ImportUpload(opened(files))
        with self._lock:
            self._items[tab] = item
            self._items.move_to_end(tab)
            while len(self._items) > _MOST:
                self._items.popitem(last=False)
        return item

    def get(self, tab: str) -> ImportUpload | None:
        """A tab's upload."""
        with self._lock:
            return self._items.get(tab)

    def clear(self, tab: str) -> None:
        """Let it go."""
        with self._lock:
            self._items.pop(tab, None)


UPLOADS = Uploads()
