"""Keeping outcomes in step with the rounds that follow, in the commit that adds, moves or takes away a round."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lib.english import paragraph
from lib.insight.hindsight import had_begun, with_hindsight_flags
from lib.insight.rounds import (
    NO_STATUS,
    MovedOn,
    days_of_noes,
    find_moved_on,
    moved_on_sentence,
    no_longer_moved_on,
    open_again_sentence,
    unrecorded_advances,
)
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store


@dataclass(frozen=True)
class OutcomeUpdate:
    """The rows to put once the outcomes fit the rounds.

    ``consequences`` are those that the change isn't itself about, and ``sentence`` names them; empty if there are none.
    """

    put: tuple[Record, ...]
    consequences: tuple[Record, ...]
    sentence: str


def propagate_outcomes(
    workbook: Workbook, put: Sequence[Record], now: datetime, remove: Iterable[Record] = ()
) -> OutcomeUpdate:
    """The rows of a change with the outcomes that follow from its rounds, for the applications whose rounds it changes.

    A corrected note changes no round, so it changes nothing for the others.
    """
    gone = {row.id for row in remove if isinstance(row, Interview)}
    before = workbook.by_id(Interview)
    new = {row.id: row for row in put if isinstance(row, Interview)}
    moved = [row for row in new.values() if row.id not in before or _round_key(row) != _round_key(before[row.id])]
    touched = {row.application_id for row in moved}
    touched |= {before[each].application_id for each in (*gone, *(row.id for row in moved)) if each in before}
    after = {**before, **new}
    rounds = [entry for entry in after.values() if entry.application_id in touched and entry.id not in gone]
    found = [
        one for one in unrecorded_advances(rounds, days_of_noes(workbook)) if not _may_be_a_no(workbook, one.interview)
    ]
    reopened = no_longer_moved_on(rounds)
    changed = {one.interview.id: moved_on(one.interview, now) for one in found}
    changed |= {entry.id: _open_again(entry, now) for entry in reopened}
    rows = [changed.pop(row.id) if isinstance(row, Interview) and row.id in changed else row for row in put]
    ratings = (
        *(_settled_ratings(workbook, found)),
        *(row for entry in reopened for row in with_hindsight_flags(workbook.ratings, entry)),
    )
    consequences = (*changed.values(), *ratings)
    sentence = paragraph(moved_on_sentence(one.interview for one in found), open_again_sentence(reopened))
    return OutcomeUpdate((*rows, *consequences), consequences, sentence)


def _may_be_a_no(workbook: Workbook, interview: Interview) -> bool:
    """Whether its application ended on a day that nobody noted: the no may be about this very interview, so it's left
    to the person."""
    application = workbook.application(interview.application_id)
    return application is not None and application.status in NO_STATUS and application.status_on is None


def _round_key(interview: Interview) -> tuple[str, date, str]:
    return interview.application_id, interview.held_at, interview.state


def moved_on(interview: Interview, now: datetime) -> Interview:
    """It as moved on because of a later round. The day of the answer isn't known, so none is noted."""
    at = now.replace(microsecond=0)
    return interview.changed(outcome="advanced", outcome_on=None, outcome_by="round", updated_at=at)


def _settled_ratings(workbook: Workbook, found: Iterable[MovedOn]) -> Iterator[Rating]:
    """The ratings that must get ``afterwards`` before the outcome is there: as it was then, and from afterwards if an
    old row was rated once the later round had begun."""
    for one in found:
        old = {row.identity for row in workbook.ratings if row.afterwards is None}
        for rating in with_hindsight_flags(workbook.ratings, one.interview):
            knew = rating.identity in old and rating.rated_at and had_begun(one.later, rating.rated_at)
            yield rating.changed(afterwards=True) if knew else rating


def _open_again(interview: Interview, now: datetime) -> Interview:
    return interview.changed(outcome=None, outcome_by=None, updated_at=now.replace(microsecond=0))


def settle_rounds(store: Store, moved: Iterable[str], left: Iterable[str], now: datetime) -> Receipt | None:
    """Record the interviews ``moved`` as moved on and let those ``left`` stay as they are for good, by their ids.

    What isn't open any more is passed over; None if nothing is left to record. ``store.undo`` takes it back. Raises
    what the store raises.
    """
    loaded = store.load_whole()
    open_now = {one.interview.id: one for one in find_moved_on(loaded.workbook)}
    taken = [open_now.pop(each) for each in dict.fromkeys(moved) if each in open_now]
    kept = [open_now.pop(each) for each in dict.fromkeys(left) if each in open_now]
    at = now.replace(microsecond=0)
    put: tuple[Record, ...] = (
        *(moved_on(one.interview, now) for one in taken),
        *(by_hand(one.interview).changed(updated_at=at) for one in kept),
        *_settled_ratings(loaded.workbook, taken),
    )
    if not put:
        return None
    label = moved_on_sentence(one.interview for one in taken).rstrip(".") or "Interviews left as they are"
    return store.commit(loaded.transaction(label, put), now)


def by_hand(interview: Interview) -> Interview:
    """It with its outcome kept, whatever round followed."""
    return interview.changed(outcome_by="hand")


def contradicts_a_round(workbook: Workbook, interview: Interview) -> bool:
    """Whether a later round means that this one moved on, and its outcome doesn't."""
    rounds = (interview, *(entry for entry in workbook.interviews if entry.id != interview.id))
    same = [entry for entry in rounds if entry.application_id == interview.application_id]
    return any(one.interview.id == interview.id for one in unrecorded_advances(same, {}))
