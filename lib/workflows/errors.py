"""What can be wrong with an entry before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from lib.records.errors import AfterwordError


class Incomplete(AfterwordError):
    """A required answer is missing, or one cannot be meant. ``screen`` is the one to put it right on, if known."""

    def __init__(self, happened: str, next_step: str = "", screen: str = "") -> None:
        self.screen = screen
        super().__init__(happened, "Everything you typed is kept in the draft.", next_step)


def unkeepable(error: ValidationError) -> Incomplete:
    """The first answer that no cell can hold, in words."""
    problem = error.errors()[0]
    field = " ".join(str(part) for part in problem["loc"]).replace("_", " ")
    reason = problem["msg"].removeprefix("Value error, ")
    return Incomplete(f"The answer for {field or 'one field'} cannot be kept: {reason}.", "Correct it and save again.")


class Gone(AfterwordError):
    """The entry that this was about is not in the workbook any more."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} is no longer in the workbook: it was deleted, or the file was changed elsewhere.",
            "What you typed is kept in the draft.",
            "Look in the Journal under 'Recently changed' to bring it back.",
        )


class Settled(Gone):
    """This task is no longer open: done or dismissed in another window, or its reason has passed."""

    def __init__(self, what: str) -> None:
        AfterwordError.__init__(
            self,
            f"{what} is no longer needed: it was done or dismissed in another window, or its reason has passed.",
            "What you typed is kept in the draft.",
            "You'll find it under Done recently, in Follow-up.",
        )


@dataclass(frozen=True)
class Difference:
    """One field that was changed here and elsewhere since it was loaded."""

    field: str
    mine: str
    theirs: str


class EditedElsewhere(AfterwordError):
    """The same fields were changed in another tab, another program or on another machine."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        self.differences = tuple(differences)
        super().__init__(
            "This entry was changed somewhere else while you were editing it.",
            "Nothing was overwritten, and your version is kept in the draft.",
            "Compare the two versions and choose one.",
        )


class Refused(AfterwordError):
    """Something that cannot be undone was not confirmed, so it was not done."""

    def __init__(self, happened: str, next_step: str) -> None:
        super().__init__(happened, "Nothing was changed.", next_step)
