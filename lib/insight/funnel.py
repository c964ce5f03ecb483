"""How far applications and interviews came, and how they ended."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lib.english import counted, paragraph, percent, plural, sentence_case, were
from lib.insight.intervals import Proportion, share_of
from lib.insight.result import Cell, Explained, ResultTable
from lib.insight.wording import likely_between
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.labels import label, phrase
from lib.records.vocabulary import InterviewState, Outcome, Stage, Status, words
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
    "went_on": "Moved on",
    "rejected": "No",
    "no_reply": "No reply",
    "withdrew": "I withdrew",
    "waiting": "Waiting",
}
_STEPS = ("Applied or in talks", "Interviewing", "Offer")
_NOT_HELD: tuple[InterviewState, ...] = ("scheduled", "cancelled", "no_show")
_SILENCE_COUNTS = "In these shares no reply counts as a no."
FEWEST_FOR_SHARE = 5


@dataclass(frozen=True)
class FunnelStep:
    """One step of the way: how many reached it, and how these ended.

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
    def conversion(self) -> Proportion | None:
        """Of those that were answered or given up as unanswered, the share that went on, with its 80% interval.

        What waits, and what I withdrew from myself, is left out. None if nothing is left.
        """
        yes = self.count("went_on")
        return share_of(yes, yes + self.count("rejected") + self.count("no_reply"))

    @property
    def conversion_sentence(self) -> str:
        """The conversion in words; under five it is a count alone."""
        share = self.conversion
        if share is None:
            return f"{self.label}: no outcome yet."
        counts = f"{self.label}: {share.yes or 'none'} of {share.n} moved on"
        if share.n < FEWEST_FOR_SHARE:
            return f"{counts}."
        return f"{counts}, {percent(share.estimate)}, {likely_between(percent(share.low), percent(share.high))}."


@dataclass(frozen=True)
class Funnel(Explained):
    """The steps in order. ``n`` counts the ``of`` (applications or interviews) that are in it.

    ``conversions`` is the table of what share went on from each step, with intervals.
    """

    title: str
    of: Literal["application", "interview"]
    n: int
    steps: tuple[FunnelStep, ...]
    headline: str
    sure: str
    table: ResultTable
    conversions: ResultTable


def fate_label(fate: Fate) -> str:
    """The fate in plain English."""
    return _FATE_LABELS[fate]


def application_funnel(workbook: Workbook, today: date) -> Funnel:
    """From application to interviews to offer, as far as it happened by ``today``.

    An application only noted as interesting is left out. Each step counts by itself: an interview that is still to
    come, was cancelled or isn't debriefed is none yet, and an offer made without one counts as an offer alone. Its fate
    is its status, or its last outcome if it has none.
    """
    came = _reached(workbook, today)
    fates = {entry.id: _fate(entry, came.held[entry.id], today) for entry in workbook.applications}
    steps = tuple(
        _step(name, ("went_on" if came.goes_on(one, position) else fates[one] for one in came.reached[position]))
        for position, name in enumerate(_STEPS)
    )
    in_it = [fates[one] for one in came.reached[0]]
    noted = len(workbook.applications) - len(in_it)
    steps = tuple(step for step in steps if step.n)
    headline, sure = _of_applications(came, in_it)
    sure = paragraph(sure, _only_noted(noted))
    return Funnel("How far do I get?", "application", len(in_it), steps, headline, sure, *_tables("Step", steps))


def stage_funnel(workbook: Workbook, today: date) -> Funnel:
    """What each stage led to, over the interviews debriefed by ``today``. An outcome not yet recorded counts as
    waiting."""
    held = [entry for entry in workbook.debriefed if entry.held_on <= today]
    steps = tuple(
        _step(
            label(stage),
            (_FATE_OF_OUTCOME.get(_outcome(entry, today), "waiting") for entry in held if entry.stage == stage),
        )
        for stage in words(Stage)
    )
    steps = tuple(step for step in steps if step.n)
    headline, sure = _of_interviews(steps, len(held))
    sure = paragraph(sure, _not_counted(workbook.interviews))
    title = "What came after each type of interview?"
    return Funnel(title, "interview", len(held), steps, headline, sure, *_tables("Type", steps))


def applications_sent_by(workbook: Workbook, today: date) -> tuple[Application, ...]:
    """The applications that are in the funnel: sent, asked to an interview, or offered by ``today``."""
    came = _reached(workbook, today)
    return tuple(entry for entry in workbook.applications if entry.id in came.reached[0])


def applications_with_offer_by(workbook: Workbook, today: date) -> frozenset[str]:
    """The ids of the applications that had an offer by ``today``, by status, outcome or the offer itself."""
    found = {entry.id for entry in workbook.applications if _status(entry, today) in ("offer", "accepted")}
    found |= {entry.application_id for entry in workbook.debriefed if _outcome(entry, today) == "offer"}
    found |= {
        entry.application_id
        for entry in workbook.offers
        if entry.kind == "offer" and (entry.received_on is None or entry.received_on <= today)
    }
    return frozenset(found & {entry.id for entry in workbook.applications})


@dataclass(frozen=True)
class _Reached:
    """Which applications reached each of ``_STEPS``, in file order, and the interviews that were held for each.

    ``to_come`` have an upcoming first interview, ``unconfirmed`` had it without a debrief.
    """

    held: Mapping[str, list[Interview]]
    reached: tuple[tuple[str, ...], ...]
    to_come: int
    unconfirmed: int

    def goes_on(self, application_id: str, position: int) -> bool:
        """Whether it reached any later step."""
        return any(application_id in later for later in self.reached[position + 1 :])

    @property
    def offers_alone(self) -> int:
        """How many offers came without an interview here."""
        return len(set(self.reached[2]) - set(self.reached[1]))


def _reached(workbook: Workbook, today: date) -> _Reached:
    held: dict[str, list[Interview]] = defaultdict(list)
    planned: dict[str, list[date]] = defaultdict(list)
    asked = {entry.application_id for entry in workbook.interviews if not entry.is_debriefed or entry.held_on <= today}
    for entry in workbook.by_time:
        if entry.is_debriefed and entry.held_on <= today:
            held[entry.application_id].append(entry)
        elif entry.state == "scheduled":
            planned[entry.application_id].append(entry.held_on)
    offered = applications_with_offer_by(workbook, today)
    interviewed = [
        entry.id
        for entry in workbook.applications
        if held[entry.id] or (entry.id not in asked and _status(entry, today) == "interviewing")
    ]
    first = [entry.id for entry in workbook.applications if entry.id in asked | offered or _was_sent(entry, today)]
    last = [entry.id for entry in workbook.applications if entry.id in offered]
    waiting = [max(planned[one]) >= today for one in first if one not in interviewed and planned[one]]
    return _Reached(held, (tuple(first), tuple(interviewed), tuple(last)), sum(waiting), len(waiting) - sum(waiting))


def _was_sent(application: Application, today: date) -> bool:
    sent = application.applied_on is not None and application.applied_on <= today
    return sent or _status(application, today) not in (None, "interested")


def _status(application: Application, today: date) -> Status | None:
    """Its status, unless that is dated later than ``today``."""
    return application.status if application.status_on is None or application.status_on <= today else None


def _outcome(interview: Interview, today: date) -> Outcome | None:
    """Its outcome, unless that is dated later than ``today``."""
    return interview.outcome if interview.outcome_on is None or interview.outcome_on <= today else None


def _fate(application: Application, held: list[Interview], today: date) -> Fate:
    if (status := _status(application, today)) is not None:
        return _FATE_OF_STATUS.get(status, "waiting")
    fate = _FATE_OF_OUTCOME.get(_outcome(held[-1], today), "waiting") if held else "waiting"
    return "waiting" if fate == "went_on" else fate


def _step(name: str, fates: Iterable[Fate]) -> FunnelStep:
    counts = Counter(fates)
    return FunnelStep(name, tuple((fate, counts[fate]) for fate in FATES))


def _of_applications(came: _Reached, fates: list[Fate]) -> tuple[str, str]:
    if not fates:
        return "No application sent yet.", ""
    interviewed, offers = len(came.reached[1]), len(came.reached[2])
    ended = Counter(fates)
    accepted = were(ended["went_on"], "accepted")
    waiting = f"{ended['waiting']} {plural(ended['waiting'], 'is', 'are')} open"
    alone = f"{counted(came.offers_alone, 'offer')} came without an interview noted here." if came.offers_alone else ""
    headline = (
        f"{sentence_case(counted(len(fates), 'application'))}: {interviewed or 'none'} got interviews, "
        f"{offers or 'none'} an offer."
    )
    return headline, paragraph(alone, _not_yet(came), _fates_in_words(ended, accepted, waiting), _SILENCE_COUNTS)


def _not_yet(came: _Reached) -> str:
    """Which interviews are not counted yet, so that nobody misses them."""
    ahead, open_ = came.to_come, came.unconfirmed
    return paragraph(
        f"{ahead} {plural(ahead, 'has its', 'have their')} first interview planned." if ahead else "",
        f"{open_} had one that isn't debriefed yet, so it isn't counted." if open_ else "",
    )


def _only_noted(n: int) -> str:
    return f"{n} only noted as interesting {plural(n, 'is', 'are')} left out." if n else ""


def _of_interviews(steps: tuple[FunnelStep, ...], n: int) -> tuple[str, str]:
    if not n:
        return "No interview debriefed yet.", ""
    fates: Counter[Fate] = Counter()
    for step in steps:
        fates.update(dict(step.fates))
    moved_on = f"{fates['went_on']} moved on"
    waiting = f"{fates['waiting']} {plural(fates['waiting'], 'has', 'have')} no outcome yet"
    headline = f"{sentence_case(counted(n, 'interview'))}: {moved_on}."
    return headline, paragraph(_fates_in_words(fates, moved_on, waiting), _SILENCE_COUNTS)


def _fates_in_words(fates: Counter[Fate], went_on: str, waiting: str) -> str:
    """'2 moved on, 1 ended in a no, 1 has …', without the fates that nothing came to."""
    phrases: Mapping[Fate, str] = {
        "went_on": went_on,
        "rejected": f"{fates['rejected']} ended in a no",
        "no_reply": f"{fates['no_reply']} had no reply",
        "withdrew": f"you withdrew from {fates['withdrew']}",
        "waiting": waiting,
    }
    return sentence_case(", ".join(phrases[fate] for fate in FATES if fates[fate]) + ".")


def _not_counted(interviews: tuple[Interview, ...]) -> str:
    states = Counter(entry.state for entry in interviews)
    named = ", ".join(f"{states[state]} {phrase(state)}" for state in _NOT_HELD if states[state])
    return f"Not counted: {named}." if named else ""


def _tables(first: str, steps: tuple[FunnelStep, ...]) -> tuple[ResultTable, ResultTable]:
    return _table(first, steps), _conversions(first, steps)


def _conversions(first: str, steps: tuple[FunnelStep, ...]) -> ResultTable:
    def row(step: FunnelStep) -> tuple[Cell, ...]:
        share = step.conversion
        if share is None:
            return (step.label, 0, 0, None, None, None)
        return (
            step.label,
            share.n,
            share.yes,
            *(round(100 * part) for part in (share.estimate, share.low, share.high)),
        )

    columns = (first, "With an outcome", "Moved on", "Share, %", "Likely from", "Likely to")
    return ResultTable(columns, tuple(row(step) for step in steps))


def _table(first: str, steps: tuple[FunnelStep, ...]) -> ResultTable:
    columns = (first, "Reached", *(fate_label(fate) for fate in FATES))
    return ResultTable(columns, tuple((step.label, step.n, *(count for _, count in step.fates)) for step in steps))
