"""Whether a note means 'nothing', like 'none' or 'n/a'."""

import re
from typing import Final

_NOTHING: Final = frozenset(
    (
        *("", "no", "none", "nope", "nil", "na", "n/a", "nothing"),
        *("nothing much", "nothing really", "nothing special", "nothing else", "not really", "no idea"),
        *("nothing comes to mind", "nothing i can think of", "can't think of anything", "not that i know of"),
    )
)


def is_blank_note(text: str) -> bool:
    """Whether a cell is empty, a dash, or words such as 'none' and 'nothing much'."""
    plain = re.sub(r"[^\w\s/']", " ", text.replace("’", "'")).casefold()
    return " ".join(plain.split()) in _NOTHING
