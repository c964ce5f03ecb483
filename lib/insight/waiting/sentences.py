"""The sentences on waiting. An assumption is always said to be one."""

from lib.english import counted, percent, plural, said, sentence_case
from lib.insight.wording import INTERVAL

_NEXT_TO_NONE = 0.01


def too_few_sentence(answers: int, least: int) -> str:
    """What is missing before one's own answers say how long they take."""
    if not answers:
        return f"Not enough to say yet: no answer with its date. From {least} on they say how long answers take you."
    have = plural(answers, "has its date", "have their dates")
    return (
        f"Not enough to say yet: {counted(answers, 'answer')} {have}. "
        f"From {least} on they say how long answers take you, {least - answers} to go."
    )


def assumption_sentence(answered_by_week: float, never: float) -> str:
    """The odds before any own answer counts."""
    return (
        "An assumption, not your own record: "
        f"{_tenths(never)} interviews never get an answer, and of the answers {percent(answered_by_week)} have come "
        "by the seventh day."
    )


def own_sentence(answers: int, silent: int, half_by: int, never: tuple[float, float, float]) -> str:
    """How long one's own answers take."""
    estimate, low, high = never
    return said(
        f"From {counted(answers, 'answer')} and {counted(silent, 'silence')}: "
        f"half of those who answer have done so by {day(half_by)}.",
        f"About {percent(estimate)} never answer ({INTERVAL} {percent(low)} to {percent(high)}).",
    )


def points_sentence(points: list[tuple[int, float]]) -> str:
    """'After 7 silent days the chance still to hear is 52%, after 14 it is 35%.'"""
    first, *others = points
    rest = [f"after {days} it is {percent(chance)}" for days, chance in others]
    beginning = f"after {first[0]} silent days the chance still to hear is {_about(first[1])}"
    return sentence_case(", ".join([beginning, *rest]) + ".")


def process_sentence(company: str, days: int, chance: tuple[float, float, float] | None) -> str:
    """How it stands with one wait."""
    quiet = f"{company}: silent for {counted(days, 'day')}." if days else f"{company}: the interview was today."
    if chance is None:
        return quiet
    return said(quiet, odds_sentence(*chance))


def odds_sentence(estimate: float, low: float, high: float) -> str:
    """The chance still to hear, with its band."""
    if estimate < _NEXT_TO_NONE:
        return f"The chance still to hear is {percent(estimate)}."
    return f"The chance still to hear is about {percent(estimate)} ({INTERVAL} {percent(low)} to {percent(high)})."


def no_reply_sentence(answers: int, chance: float) -> str:
    """Why 'no reply' is suggested."""
    return (
        f"By your {answers} answers so far, {_about(chance)} still answer after so long a silence. "
        "You can record it as no reply; an answer that comes later replaces it."
    )


def left_out_sentence(undated: int, unknown: int) -> str:
    """Which interviews count in part or not at all, and why."""
    came = f"{counted(undated, 'answer')} without a date {plural(undated, 'counts', 'count')} as having come by then."
    return said(
        came if undated else "",
        f"{counted(unknown, 'interview')} {plural(unknown, 'is', 'are')} not counted: too little is known."
        if unknown
        else "",
    )


def day(number: int) -> str:
    """'the day of the interview', 'day 9'."""
    return f"day {number}" if number else "the day of the interview"


def _about(share: float) -> str:
    return percent(share) if share < _NEXT_TO_NONE else f"about {percent(share)}"


def _tenths(share: float) -> str:
    return f"about {round(10 * share)} in 10"
