"""Where rules leave a line in the note, or give it a place that its words speak against: what the weights tell."""

from dataclasses import dataclass
from typing import Final

from lib.capture.learned.features import Around
from lib.capture.learned.weights import Weights
from lib.capture.places import Place

LEAST: Final = 0.65
"""The lowest chance at which a line leaves the note, by cross-validation: see docs/benchmarks/capture.md."""
LEAST_AGAINST: Final = 0.3
"""How likely another place has to be for that."""
LEAST_IF_BOLD: Final = 0.85
"""The same instead of a rule's place, under a heading for notes, or to tell which interview it was: such a line isn't
kept."""
MOST_AS_QUESTION: Final = 0.1
"""With a higher chance that it's a question, a line goes to no other field: it would be lost there."""
LEAST_FOR_A_RULE: Final = 0.05
"""With a lower chance, the place that a rule gave isn't believed."""
LEAST_BETWEEN: Final = 0.15
"""The same for a line that is a question only because it's among questions."""


@dataclass(frozen=True)
class Ruled:
    """The place that the rules gave a line with these words; None if none told, and ``filled`` tells what is taken."""

    words: str
    place: Place | None
    filled: Place
    around: Around


def weighed(line: Ruled, weights: Weights) -> Place:
    """The place of the line in the end. When in doubt it stays a note."""
    if line.place == Place.NOTES:
        return Place.NOTES
    chances = weights.chances(line.words, line.around)
    likeliest = max(chances, key=chances.__getitem__)
    least = LEAST_FOR_A_RULE if line.place else LEAST_BETWEEN
    if line.filled != Place.NOTES and (chances[line.filled] >= least or chances[likeliest] < LEAST_AGAINST):
        return line.filled
    return likeliest if chances[likeliest] >= _least(line, likeliest, chances[Place.ASKED]) else Place.NOTES


def _least(line: Ruled, likeliest: Place, question: float) -> float:
    """The lowest chance at which that place is taken."""
    if likeliest == line.filled:
        return 0.0
    if likeliest != Place.ASKED and question > MOST_AS_QUESTION:
        return 1.0
    if line.filled != Place.NOTES or likeliest == Place.WHICH or line.around.under == Place.NOTES:
        return LEAST_IF_BOLD
    return LEAST
