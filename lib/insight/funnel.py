"""How far applications and interviews came, and what became of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from lib.insight.intervals import Share, share_of
from lib.insight.result import Cell, Table
from lib.insight.wording import INTERVAL, counted, said, sentence_case, were
from lib.records.application import Application
from lib.records.interview import Interview, chronological
from lib.records.labels import label, phrase
from lib.records.vocabulary import Stage, State, words
from lib.records.workbook import Workbook

Fate = Literal["went_on", "rejected", "no_reply", "withdrew", "waiting"]
FATES: tuple[Fate, ...] = get_args(Fate)

_FATE_OF_OUTCOME: Mapping[str | None, Fate] = {
    "advanced": "went_on",
    "offer": "went_on",
    "rejected": "rejected",
    "no_reply": "no_reply",
    "withdrew": "withdrew",
}
_FATE_OF_STATUS: Mapping[str | None, Fate] = {
    "accepted": "went_on",
    "rejected": "rejected",
    "no_reply": "no_reply",
    "withdrawn": "withdrew",
}
_FATE_LABELS: Mapping[Fate, str] = {
    "went_on": "Went on",
    "rejected": "Rejected",
    "no_reply": "No reply",
    "withdrew": "I withdrew",
    "waiting": "Waiting",
}
_STEPS = ("Applied or in talks", "Interviewing", "Offer")
_NOT_HELD: tuple[State, ...] = ("scheduled", "cancelled", "no_show")
_FEW = 6
FEWEST_FOR_SHARE = 5


@dataclass(frozen=True)
class Step:
    """One step of the way: how many reached it, and what became of these.

    ``went_on`` is the next step reached; after an interview an offer counts too, after an offer its acceptance.
    """

    label: str
    fates: tuple[tuple[Fate, int], ...]

    @property
    def n(self) -> int:
        """How many reached it."""
        return sum(count for _, count in self.fates)

    def count(self, fate: Fate) -> int:
        """How many of them came to that."""
        return dict(self.fates)[fate]

    @property
    def conversion(self) -> Share | None:
        """Of those that were answered or given up as unanswered, the share that went on, with its 80 % interval.

        What waits, and what I withdrew from myself, is left out. None where nothing is left.
        """
        yes = self.count("went_on")
        return share_of(yes, yes + self.count("rejected") + self.count("no_reply"))

    @property
    def conversion_sentence(self) -> str:
        """The conversion in words; under five it is a count alone."""
        share = self.conversion
        if share is None:
            return f"{self.label}: nothing answered yet."
        counts = f"{self.label}: {share.yes or 'none'} of {share.n} went on"
        if share.n < FEWEST_FOR_SHARE:
            return f"{counts}; too few for a share."
        interval = f"{INTERVAL} {round(100 * share.low)} to {round(100 * share.high)} %"
        return f"{counts}, {round(100 * share.estimate)} % ({interval})."


@dataclass(frozen=True)
class Funnel:
    """The steps in order. ``n`` counts the ``of`` (applications or interviews) that are in it.

    ``conversions`` is the table of what share went on from each step, with intervals.
    """

    title: str
    of: Literal["application", "interview"]
    n: int
    steps: tuple[Step, ...]
    sentence: str
    table: Table
    conversions: Table


def fate_label(fate: Fate) -> str:
    """The fate in plain English."""
    return _FATE_LABELS[fate]


def application_funnel(workbook: Workbook) -> Funnel:
    """From application to interviews to offer; applications of interest only, never sent, are left out.

    An application counts in every step up to its furthest. Its fate is its status, or its last outcome where it
    has none.
    """
    interviews: dict[str, list[Interview]] = defaultdict(list)
    for entry in sorted(workbook.interviews, key=chronological):
        interviews[entry.application_id].append(entry)
    reached = [(_furthest(entry, interviews[entry.id]), entry) for entry in workbook.applications]
    in_it = [(step, _fate(entry, interviews[entry.id])) for step, entry in reached if step is not None]
    steps = tuple(
        _step(name, ("went_on" if furthest > place else fate for furthest, fate in in_it if furthest >= place))
        for place, name in enumerate(_STEPS)
    )
    steps = tuple(step for step in steps if step.n)
    sentence = _of_applications(steps, [fate for _, fate in in_it], len(reached) - len(in_it))
    return Funnel(
        "What became of my applications?", "application", len(in_it), steps, sentence, *_tables("Step", steps)
    )


def stage_funnel(workbook: Workbook) -> Funnel:
    """What each stage led to, over the debriefed interviews. An outcome that is not recorded counts as waiting."""
    held = workbook.debriefed()
    steps = tuple(
        _step(label(stage), (_FATE_OF_OUTCOME.get(entry.outcome, "waiting") for entry in held if entry.stage == stage))
        for stage in words(Stage)
    )
    steps = tuple(step for step in steps if step.n)
    sentence = said(_of_interviews(steps, len(held)), _not_counted(workbook.interviews))
    return Funnel("Where did my interviews lead?", "interview", len(held), steps, sentence, *_tables("Stage", steps))


def _furthest(application: Application, interviews: list[Interview]) -> int | None:
    """The place in ``_STEPS`` that it came to, or None where nothing was sent and nobody has asked."""
    if application.status in ("offer", "accepted") or any(entry.outcome == "offer" for entry in interviews):
        return 2
    if application.status == "interviewing" or any(entry.state != "cancelled" for entry in interviews):
        return 1
    sent = application.applied_on is not None or application.status not in (None, "interested")
    return 0 if sent or interviews else None


def _fate(application: Application, interviews: list[Interview]) -> Fate:
    if application.status is not None:
        return _FATE_OF_STATUS.get(application.status, "waiting")
    outcomes = [entry.outcome for entry in interviews if entry.is_debriefed]
    fate = _FATE_OF_OUTCOME.get(outcomes[-1], "waiting") if outcomes else "waiting"
    return "waiting" if fate == "went_on" else fate


def _step(name: str, fates: Iterable[Fate]) -> Step:
    counts = Counter(fates)
    return Step(name, tuple((fate, counts[fate]) for fate in FATES))


def _of_applications(steps: tuple[Step, ...], fates: list[Fate], noted: int) -> str:
    left_out = f"{noted} only noted as interesting {'is' if noted == 1 else 'are'} left out." if noted else ""
    if not fates:
        return said("Nothing to show yet: no application has been sent.", left_out)
    by_name = {step.label: step for step in steps}
    interviewing = by_name[_STEPS[1]].n if _STEPS[1] in by_name else 0
    offers = by_name[_STEPS[2]].n if _STEPS[2] in by_name else 0
    ended = Counter(fates)
    accepted = were(ended["went_on"], "accepted")
    waiting = f"{ended['waiting']} {'is' if ended['waiting'] == 1 else 'are'} open"
    reached = f"{interviewing or 'none'} came to interviews, {offers or 'none'} to an offer"
    return said(
        f"{sentence_case(counted(len(fates), 'application'))}: {reached}.",
        _became(ended, accepted, waiting),
        left_out,
    )


def _of_interviews(steps: tuple[Step, ...], n: int) -> str:
    if not n:
        return "Nothing to show yet: no interview has been debriefed."
    fates: Counter[Fate] = Counter()
    for step in steps:
        fates.update(dict(step.fates))
    led_on = f"{fates['went_on']} led to another step or an offer"
    waiting = f"{fates['waiting']} {'has' if fates['waiting'] == 1 else 'have'} no outcome yet"
    few = "Too few to lay the stages side by side." if n < _FEW and len(steps) > 1 else ""
    return said(f"{sentence_case(counted(n, 'debriefed interview'))}.", _became(fates, led_on, waiting), few)


def _became(fates: Counter[Fate], went_on: str, waiting: str) -> str:
    """'2 led to …, 1 was rejected, 1 has …', without the fates that nothing came to."""
    phrases: Mapping[Fate, str] = {
        "went_on": went_on,
        "rejected": f"{fates['rejected']} ended in a rejection",
        "no_reply": f"{fates['no_reply']} had no reply",
        "withdrew": f"you withdrew from {fates['withdrew']}",
        "waiting": waiting,
    }
    return sentence_case(", ".join(phrases[fate] for fate in FATES if fates[fate]) + ".")


def _not_counted(interviews: tuple[Interview, ...]) -> str:
    states = Counter(entry.state for entry in interviews)
    named = ", ".join(f"{states[state]} {phrase(state)}" for state in _NOT_HELD if states[state])
    return f"Not counted: {named}." if named else ""


def _tables(first: str, steps: tuple[Step, ...]) -> tuple[Table, Table]:
    return _table(first, steps), _conversions(first, steps)


def _conversions(first: str, steps: tuple[Step, ...]) -> Table:
    def row(step: Step) -> tuple[Cell, ...]:
        share = step.conversion
        if share is None:
            return (step.label, 0, 0, None, None, None)
        return (
            step.label,
            share.n,
            share.yes,
            *(round(100 * part) for part in (share.estimate, share.low, share.high)),
        )

    columns = (first, "Answered", "Went on", "Share, %", "80 % from", "80 % to")
    return Table(columns, tuple(row(step) for step in steps))


def _table(first: str, steps: tuple[Step, ...]) -> Table:
    columns = (first, "Reached", *(fate_label(fate) for fate in FATES))
    return Table(columns, tuple((step.label, step.n, *(count for _, count in step.fates)) for step in steps))
