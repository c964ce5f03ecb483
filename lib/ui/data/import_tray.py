"""What is being looked at before it is brought in: in the server's memory only, one upload a tab, the oldest let go."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from lib.exchange.importing.choices import Choices, Moment
from lib.exchange.importing.found import Reading
from lib.exchange.importing.reading import read
from lib.exchange.importing.upload import Upload, digest_of, opened
from lib.workflows.importing.rows import Decisions

_MOST = 4


@dataclass(frozen=True)
class Wanted:
    """What the person said yes to: exactly what was on the screen."""

    readings: tuple[Reading, ...]
    decisions: Decisions
    token: str


@dataclass
class Item:
    """One upload on the tray, read once for each set of choices; ``wanted`` once the person has said yes."""

    upload: Upload
    wanted: Wanted | None = None
    _read: dict[tuple[int, str], Reading] = field(default_factory=dict)

    def reading(self, place: int, choices: Choices, moment: Moment) -> Reading:
        """The table at that place as these choices say."""
        key = (place, f"{choices}{moment.now.date()}{moment.zone}")
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = read(self.upload.tables[place], choices, moment)
        return found


class Tray:
    """The uploads by tab. A plain object with a lock, as two runs of one tab may ask at once."""

    def __init__(self) -> None:
        self._items: OrderedDict[str, Item] = OrderedDict()
        self._lock = Lock()

    def put(self, tab: str, files: Sequence[tuple[str, bytes]]) -> Item:
        """The item of these files, opened where they are not on the tray yet."""
        digest = digest_of(files)
        known = self.get(tab)
        if known and known.upload.digest == digest:
            return known
        item = Item(opened(files))
        with self._lock:
            self._items[tab] = item
            self._items.move_to_end(tab)
            while len(self._items) > _MOST:
                self._items.popitem(last=False)
        return item

    def get(self, tab: str) -> Item | None:
        """What lies there for a tab."""
        with self._lock:
            return self._items.get(tab)

    def clear(self, tab: str) -> None:
        """Let it go."""
        with self._lock:
            self._items.pop(tab, None)


TRAY = Tray()
