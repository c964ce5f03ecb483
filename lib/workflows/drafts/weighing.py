"""How much each criterion counts, as the person changes it: the ranking, the swings, one dropped or brought back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random

from lib.decide.weights import MOST_SWING, suggested_swings, weights
from lib.english import listed
from lib.records.criterion import Criterion, active_criteria, all_criteria
from lib.records.goal import Goal
from lib.records.ids import new_id
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import WEIGHING
from lib.workflows.drafting import DraftChange, commit_draft
from lib.workflows.errors import Difference, EditedElsewhere, Gone, Incomplete

KIND = WEIGHING
RANK = "rank"
SWING = "swing"
_ORDER = "order"


def by_importance(workbook: Workbook) -> tuple[Criterion, ...]:
    """The active criteria, what counts most first; in file order if they count the same."""
    found = weights(active_criteria(workbook.criteria))
    return tuple(row.criterion for row in sorted(found.rows, key=lambda row: -row.mine))


def by_rank(workbook: Workbook) -> tuple[Criterion, ...]:
    """The active criteria in the order of their ranks, those without one last."""
    return tuple(sorted(active_criteria(workbook.criteria), key=lambda one: (one.rank is None, one.rank or 0)))


def swing_field(criterion_id: str) -> str:
    """The answer that holds a criterion's swing."""
    return f"{criterion_id}.swing"


def begin_ranking(workbook: Workbook, random: Random) -> Draft:
    """A draft of the ranking; it begins empty, since tapping in order is quicker than moving."""
    return _draft(RANK, {_ORDER: []}, {_ORDER: list(_ranked(workbook))}, random)


def begin_swings(workbook: Workbook, random: Random) -> Draft:
    """A draft of the current swings, or those that the ranking suggests; the first by rank is fixed at 100."""
    criteria = by_rank(workbook)
    standing = dict(zip((one.id for one in criteria), suggested_swings(criteria), strict=True))
    answers: dict[str, JsonValue] = {swing_field(key): str(swing) for key, swing in standing.items()}
    return _draft(SWING, answers, _swings(criteria), random)


def _draft(screen: str, values: dict[str, JsonValue], base: dict[str, JsonValue], random: Random) -> Draft:
    token = new_id("dt", random)
    return Draft(
        id=f"criteria--{screen}--{token}",
        kind=KIND,
        record_id="criteria",
        token=token,
        screen=screen,
        values=values,
        base=base,
    )


def order_of(draft: Draft) -> tuple[str, ...]:
    """The criteria by id, as they were tapped so far."""
    return form_values.items(draft.values, _ORDER)


def save_weighing(store: Store, draft: Draft, now: datetime) -> Receipt:
    """Save the ranking or the swings. A new ranking takes older swings away: they would hide it.

    Raises ``EditedElsewhere`` if they were changed otherwise in another window meanwhile, ``Incomplete`` if nothing is
    ranked, and what the store raises. ``store.undo`` takes it back.
    """

    def write(loaded: LoadedWorkbook) -> DraftChange:
        if draft.screen == RANK:
            return DraftChange("The order of the criteria", _news(loaded, _ranking(loaded.workbook, draft)))
        return DraftChange("The weights of the criteria", _news(loaded, _with_swings(loaded.workbook, draft)))

    return commit_draft(store, draft, now, write)


def _ranked(workbook: Workbook) -> tuple[str, ...]:
    return tuple(one.id for one in by_rank(workbook) if one.rank is not None)


def _ranking(workbook: Workbook, draft: Draft) -> tuple[Criterion, ...]:
    criteria = {one.id: one for one in active_criteria(workbook.criteria)}
    mine = tuple(key for key in order_of(draft) if key in criteria)
    if not mine:
        raise Incomplete("Nothing is ranked yet.", "Tap what matters most first.")
    theirs, loaded = _ranked(workbook), form_values.items(draft.base, _ORDER)
    if theirs not in (loaded, mine):
        _unless_chosen(draft, [Difference("The ranking", _names(criteria, mine), _names(criteria, theirs))])
    return tuple(_ranks(criteria.values(), mine))


def _ranks(criteria: Iterable[Criterion], order: Sequence[str]) -> Iterable[Criterion]:
    for one in criteria:
        yield one.changed(rank=order.index(one.id) + 1 if one.id in order else None, swing=None)


def _names(criteria: dict[str, Criterion], order: Iterable[str]) -> str:
    return listed([criteria[key].name for key in order if key in criteria])


def _swings(criteria: Iterable[Criterion]) -> dict[str, JsonValue]:
    return {swing_field(one.id): "" if one.swing is None else str(one.swing) for one in criteria}


def _with_swings(workbook: Workbook, draft: Draft) -> tuple[Criterion, ...]:
    criteria = by_rank(workbook)
    put: list[Criterion] = []
    differences: list[Difference] = []
    for one in criteria:
        field = swing_field(one.id)
        mine, theirs = form_values.text(draft.values, field), "" if one.swing is None else str(one.swing)
        if theirs not in (form_values.text(draft.base, field), mine):
            differences.append(Difference(one.name, f"{mine} of {MOST_SWING}", f"{theirs or 'none'} of {MOST_SWING}"))
        if mine:
            put.append(one.changed(swing=_swing(mine)))
    _unless_chosen(draft, differences)
    return tuple(put)


def _swing(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_SWING:
        raise Incomplete(f"{text} isn't a number.", f"It goes from 0 to {MOST_SWING}.")
    return int(text)


def _unless_chosen(draft: Draft, differences: Sequence[Difference]) -> None:
    if differences and draft.values.get("overwrite") != "yes":
        raise EditedElsewhere(differences)


def rank_higher(store: Store, criterion_id: str, place: int, now: datetime) -> Receipt:
    """Put a criterion at that place of the ranking, from 1. Once there, a second click changes nothing.

    Raises ``Gone`` if it is not among the active criteria any more. ``store.undo`` takes it back.
    """
    loaded = store.load_whole()
    criteria = by_rank(loaded.workbook)
    moved = next((one for one in criteria if one.id == criterion_id), None)
    if moved is None:
        raise Gone("This criterion")
    order = [one.id for one in criteria if one is not moved]
    order.insert(max(0, place - 1), moved.id)
    return _commit(store, loaded, f"{moved.name} ranked", tuple(_ranks(criteria, order)), now)


def rank_alone(store: Store, now: datetime) -> Receipt:
    """Take the swings away: the ranking counts again. ``store.undo`` brings them back."""
    loaded = store.load_whole()
    put = tuple(one.changed(swing=None) for one in active_criteria(loaded.workbook.criteria))
    return _commit(store, loaded, "The order alone", put, now)


def set_aside(store: Store, criterion_id: str, aside: bool, now: datetime) -> Receipt:
    """Set a criterion aside, or bring it back; its scores stay. Raises ``Gone`` if there is no such criterion."""
    loaded = store.load_whole()
    found = next((one for one in all_criteria(loaded.workbook.criteria) if one.id == criterion_id), None)
    if found is None:
        raise Gone("This criterion")
    label = f"{found.name} hidden" if aside else f"{found.name} brought back"
    return _commit(store, loaded, label, (found.changed(retired=aside or None),), now)


def remove_goal(store: Store, goal_id: str, now: datetime) -> Receipt:
    """Take a goal out, and off the criteria that were tied to it. ``store.undo`` brings all of it back.

    Raises ``Gone`` if it was deleted already.
    """
    loaded = store.load_whole()
    goal = loaded.workbook.find(Goal, goal_id)
    if goal is None:
        raise Gone("This goal")
    put = [one.changed(goal_id="") for one in loaded.workbook.criteria if one.goal_id == goal_id]
    return store.commit(loaded.transaction("A goal", put, (goal,)), now)


def _commit(store: Store, loaded: LoadedWorkbook, label: str, put: Iterable[Criterion], now: datetime) -> Receipt:
    return store.commit(loaded.transaction(label, _news(loaded, put)), now)


def _news(loaded: LoadedWorkbook, put: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The rows that changed: a starting criterion needs a row only once it is changed."""
    known = set(all_criteria(loaded.workbook.criteria))
    return tuple(row for row in put if row not in known)
