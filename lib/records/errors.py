"""The base of every error that a person can cause or meet."""


class AfterwordError(Exception):
    """Something went wrong that the person should read about, in words.

    Each subclass builds the whole sentence: what happened, what was kept, and what to do next. One place
    (``lib.ui.error_messages``) turns it into a message on the page; nothing else words errors.
    """

    def __init__(self, happened: str, kept: str, next_step: str) -> None:
        self.happened = happened
        self.kept = kept
        self.next_step = next_step
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The message as the person reads it."""
        return " ".join(part for part in (self.happened, self.kept, self.next_step) if part)
