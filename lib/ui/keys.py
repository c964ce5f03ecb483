"""The keyboard shortcuts, each once: the keys that press a button, and the list of what they do."""

from collections.abc import Mapping
from typing import Final

DEBRIEF: Final = "D"
MAIN: Final = "Ctrl+Enter"
"""The keys that press a form's main button. A bare letter would press it when somebody types beside the fields."""
BEGIN: Final = "B"
BACK: Final = "B"
ANSWER: Final = "S"
NEXT: Final = "N"

SHORTCUTS: Final[Mapping[str, Mapping[str, str]]] = {
    "Everywhere": {"?": "Show or close this list", "Esc": "Close what is open on top"},
    "Today": {DEBRIEF: "Debrief an interview"},
    "In a form": {MAIN: "Go to the next step, or save"},
    "Practice": {
        BEGIN: "Begin, and at the end back to practice",
        ANSWER: "Show my best answer",
        "1 to 4": "Forgot, hard, OK, easy",
        NEXT: "Next question",
    },
}
"""By place: the keys, and what they do there."""
