"""What a person can do in a tab, whatever shows it: Streamlit's test runner or a browser."""

from typing import Any, Protocol


class Tab(Protocol):
    """One window of the app. Fields and buttons go by their keys in the app's code, whatever words they bear."""

    def visit(self, page: str, **address: str) -> "Tab":
        """Goes to a page: ``visit("main/journal", debrief="iv-1")``."""

    def reload(self) -> None:
        """Reloads the page: the tab forgets what it knew."""

    def leave_and_come_back(self) -> None:
        """Turns to another page, and back to this one."""

    def address(self, name: str) -> str:
        """One parameter of the address; empty where there is none."""

    def answer(self, **answers: Any) -> "Tab":
        """Answers fields one after the other."""

    def value(self, field: str) -> str:
        """The text in a text field."""

    def press(self, button: str) -> "Tab":
        """Presses a button, opening its container first."""

    def press_twice(self, button: str) -> "Tab":
        """Presses a button with a double click."""

    def offers(self, button: str) -> bool:
        """Whether there is such a button, not folded away."""

    def tasks(self) -> list[str]:
        """The ids of the tasks shown as cards."""

    def settled_tasks(self) -> list[str]:
        """The ids of the tasks that can be opened again."""

    def changes(self) -> list[str]:
        """The ids of the changes that are offered to be taken back, the newest first."""

    def upload(self, name: str, text: str) -> None:
        """Chooses a file to bring in."""

    def title(self) -> str:
        """The heading of the page."""

    def says(self, words: str) -> bool:
        """Whether these words are on the page."""
