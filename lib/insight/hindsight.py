"""Ratings and guesses from after the outcome was known: shown and counted, and left out of averages and checks.

What a save notes decides (``Rating.afterwards``): an outcome that is recorded later never turns an earlier rating into
one from afterwards. Rows from before that column go by days, since no file keeps the moment at which an outcome was
recorded: rated on a later day than the outcome's is afterwards, on the same day is not. More than 48 hours after the
interview but before the outcome is a normal rating.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from lib.english import counted
from lib.records.interview import Interview, chronological
from lib.records.rating import Rating

COLUMN = "Rated after you knew"
"""The column of a table that marks what was rated after the outcome was known."""


def was_rated_afterwards(rating: Rating, interview: Interview) -> bool:
    """Whether the number was first given when the outcome was known. While there's no outcome, nothing was."""
    if not interview.outcome_is_known:
        return False
    if rating.afterwards is not None:
        return rating.afterwards
    if rating.score is None:
        return rating.hindsight is not None
    rated_at, known = rating.rated_at, interview.outcome_on
    return rated_at is not None and known is not None and rated_at.date() > known


def with_hindsight_flags(ratings: Iterable[Rating], before: Interview) -> Iterator[Rating]:
    """The interview's ratings without ``afterwards``, with it filled in as it was ``before`` a new outcome.

    Put with every change of an outcome, so that neither a new outcome nor a corrected day turns a rating. A mark from
    an outcome that was undone is removed too.
    """
    for rating in ratings:
        if rating.interview_id != before.id or rating.value is None:
            continue
        afterwards = was_rated_afterwards(rating, before)
        if rating.afterwards != afterwards:
            is_moved = rating.score is None
            hindsight = None if is_moved else rating.hindsight
            yield rating.changed(score=rating.value, hindsight=hindsight, afterwards=afterwards)


def following_rounds(interviews: Iterable[Interview]) -> dict[str, Interview]:
    """For each interview's id the next round of its application on a later day, if there's one.

    A later round tells that this one moved on. A cancelled one doesn't count.
    """
    found: dict[str, Interview] = {}
    first_of: dict[str, tuple[Interview | None, Interview | None]] = {}
    for entry in sorted(interviews, key=chronological, reverse=True):
        earliest, later = first_of.get(entry.application_id, (None, None))
        if earliest is not None and earliest.held_on > entry.held_on:
            later = earliest
        if later is not None:
            found[entry.id] = later
        first_of[entry.application_id] = (earliest if entry.state == "cancelled" else entry, later)
    return found


def later_round(interviews: Iterable[Interview], interview: Interview) -> Interview | None:
    """The next round of the same application on a later day than this interview's, on file already or not."""
    own = (entry for entry in interviews if entry.application_id == interview.application_id)
    return following_rounds((*(entry for entry in own if entry.id != interview.id), interview)).get(interview.id)


def was_guessed_afterwards(interview: Interview, following: Interview | None) -> bool:
    """Whether its forecast was made on a later day than the outcome's, or after the ``following`` round had begun."""
    made, known = interview.forecast_at, interview.outcome_on
    if made is None:
        return False
    if interview.outcome_is_known and known is not None and made.date() > known:
        return True
    return following is not None and had_begun(following, made)


def had_begun(interview: Interview, moment: datetime) -> bool:
    """Whether the moment is after its start; without a time of day, after its day."""
    begun = interview.held_at
    return moment > begun if isinstance(begun, datetime) else moment.date() > begun


def hollow_caption(dots: int, single: int = 0, is_all: bool = False) -> str:
    """The caption of a chart with hollow ratings: whole interviews, and ``single`` ratings beside ones that count.

    Where these are all there is, the average is theirs.
    """
    if not dots and not single:
        return ""
    ratings = counted(single, "single rating")
    named = f"{dots} hollow, and {ratings}" if dots and single else f"{dots} hollow" if dots else f"{ratings} hollow"
    return f"{named}: rated after you knew the outcome.{'' if is_all else ' Not in the average.'}"


def guesses_caption(hollow: int) -> str:
    """The caption of a chart with hollow guesses."""
    return f"{hollow} hollow: made after you knew. Not judged." if hollow else ""


def guesses_sentence(late: int) -> str:
    """How many guesses aren't judged, if no chart shows them."""
    return f"{counted(late, 'forecast')} made after you knew: not judged." if late else ""


def left_out_sentence(ratings: int) -> str:
    """How many ratings a check leaves out, if no chart shows them."""
    if not ratings:
        return ""
    were, they = ("was", "It's") if ratings == 1 else ("were", "They're")
    return f"{counted(ratings, 'rating')} {were} given after you knew the outcome. {they} shown, but not counted here."


def from_memory(average: str) -> str:
    """The words in place of an average if all ratings are from afterwards."""
    return f"{average}, from memory. Your next interviews start the count."
