"""Why a recording gave no text, in words."""

from lib.extras.decoding import MOST_SECONDS
from lib.extras.speech_process import Progress
from lib.records.errors import AfterwordError

_LANGUAGES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "ar": "Arabic",
    "hi": "Hindi",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "sv": "Swedish",
    "ro": "Romanian",
    "el": "Greek",
}


class NotWrittenDown(AfterwordError):
    """A recording gave no text; nothing of it was taken."""

    def __init__(self, happened: str, next_step: str) -> None:
        super().__init__(happened, "Your debrief is unchanged.", next_step)


def refusal(progress: Progress) -> NotWrittenDown | None:
    """Why it came to nothing; None while it's at work, if it was stopped, or if there is text."""
    match progress.end:
        case "nothing":
            return NotWrittenDown("Nothing was said in this recording, or too quietly.", "Play it, or paste a note.")
        case "undecodable":
            return NotWrittenDown(
                "This recording can't be played: it's damaged, or no recording.", "Choose another one."
            )
        case "too_long":
            minutes = MOST_SECONDS // 60
            return NotWrittenDown(f"This recording is longer than {minutes} minutes.", "Cut it, and bring the parts.")
        case "other_language":
            language = _LANGUAGES.get(progress.detail, "another language")
            return NotWrittenDown(f"This sounds like {language}.", "Only English can be written down.")
        case "refused":
            return NotWrittenDown("The files for writing down speech are damaged.", "Install the optional part again.")
        case "slow":
            return NotWrittenDown("Writing it down took too long, so it was stopped.", "Try a shorter recording.")
        case "failed":
            return NotWrittenDown("Writing it down failed.", "Try again, or try a shorter recording.")
    return None
