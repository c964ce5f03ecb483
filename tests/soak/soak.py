"""A workbook open in two tabs, and chance: one act after the other, each held against a model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from lib.store import Store
from tests.soak.model import Model
from tests.soak.tabs import Tab


@dataclass
class Soak:
    """Two tabs, the files, what they should hold, and what was done so far."""

    store: Store
    tabs: tuple[Tab, Tab]
    seed: int
    again: str
    """The command that does the same again."""
    pass_time: Callable[[], None] = lambda: None
    trail: list[str] = field(default_factory=list)
    typed: int = 0

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.model = Model(self.store.folder)

    def one(self) -> Tab:
        return self.both()[0]

    def both(self) -> tuple[Tab, Tab]:
        """The two tabs, either of them first."""
        one, other = self.chance.sample(self.tabs, 2)
        self.note(f"first in tab {self.tabs.index(one) + 1}")
        return one, other

    def save(self, tab: Tab) -> None:
        """Presses Save, at times with a double click."""
        if self.chance.random() < 0.3:
            self.note("saved with a double click")
            tab.press_twice("save")
        else:
            tab.press("save")

    def words(self, about: str) -> str:
        """Words that nobody has typed before."""
        self.typed += 1
        return f"{about.replace('_', ' ').capitalize()}, said {self.typed}"

    def note(self, what: str) -> None:
        """Adds to the story of the act that is under way."""
        self.trail[-1] += f"; {what}"

    def run(self, acts: "Sequence[Act]", number: int) -> None:
        """So many acts: all of them in any order, then all of them in another one, and so on."""
        left: list[Act] = []
        done = 0
        while done < number:
            left = left or self.chance.sample(acts, len(acts))
            done += self._do(left.pop())

    def _do(self, act: "Act") -> bool:
        """Whether there was something to do for this act."""
        self.trail.append(f"{len(self.trail) + 1}. {act.__name__.replace('_', ' ')}")
        self.pass_time()
        try:
            was_done = act(self)
            self.model.saved()
            self._look_through()
        except BaseException as error:
            error.add_note("\n".join([f"Seed {self.seed}. What was done:", *self.trail, f"Again: {self.again}"]))
            raise
        return was_done

    def _look_through(self) -> None:
        loaded = self.store.load()
        assert not loaded.read_only, loaded.read_only
        assert [str(problem) for problem in loaded.problems] == []


Act = Callable[[Soak], bool]
"""Something that a person does; False where there is nothing to do it to."""
