"""The sentences on waiting. An assumption is always called one."""

from lib.english import counted, paragraph, percent, plural
from lib.insight.state import too_early_sentence
from lib.insight.wording import likely_between

NUMBERS_FROM = 20
"""Replies needed before a share is given as a number."""
_NEXT_TO_NONE = 0.01
_IN_WORDS = ((0.67, "Most still get a reply."), (0.33, "About half still get a reply."))


def too_few(answers: int, least: int) -> str:
    """What is missing before my own replies show how long they take."""
    return too_early_sentence(answers, least, "replies needed")


def assumption_sentence(answered_by_week: float, never: float) -> str:
    """The odds before any own reply counts."""
    return (
        "An assumption, not your own numbers: "
        f"{_tenths(never)} interviews never get a reply, and {percent(answered_by_week)} of replies come within 7 days."
    )


def half_by(day: int) -> str:
    """How long replies to me take."""
    return f"Half of the replies come {_within(day)}."


def own_sentence(answers: int, silent: int, never: tuple[float, float, float]) -> str:
    """What that rests on, and how many never answer."""
    estimate, low, high = never
    return paragraph(
        f"From {counted(answers, 'reply', 'replies')} and {counted(silent, 'interview')} without one.",
        f"About {percent(estimate)} never answer, {likely_between(percent(low), percent(high))}."
        if answers >= NUMBERS_FROM
        else "",
    )


def points_sentence(points: list[tuple[int, float]]) -> str:
    """'After 7 days without a reply, about 52% still answer; after 14 days, 35%.'"""
    first, *others = points
    rest = [f"after {days} days, {percent(chance)}" for days, chance in others]
    return "; ".join([f"After {first[0]} days without a reply, {_about(first[1])} still answer", *rest]) + "."


def wait_sentence(days: int, chance: float | None) -> str:
    """How it is with one wait, in words."""
    quiet = f"{counted(days, 'day')} without a reply." if days else "The interview was today."
    return paragraph(quiet, "" if chance is None else in_words(chance))


def in_words(chance: float) -> str:
    """The chance still to hear, without a number."""
    found = next((words for least, words in _IN_WORDS if chance >= least), None)
    return found or ("Some still answer after so long." if chance >= 0.15 else "Few still answer after so long.")


def odds_sentence(estimate: float, low: float, high: float) -> str:
    """The chance still to hear, with its range."""
    if estimate < _NEXT_TO_NONE:
        return f"The chance of a reply is {percent(estimate)}."
    return f"The chance of a reply is about {percent(estimate)}, {likely_between(percent(low), percent(high))}."


def no_reply_sentence(answers: int, chance: float) -> str:
    """Why 'no reply' is suggested."""
    return (
        f"By your {answers} replies so far, {_about(chance)} still answer after so long. "
        "You can record it as no reply. If one comes later, it replaces that."
    )


def left_out_sentence(undated: int, unknown: int) -> str:
    """Which interviews count in part or not at all, and why."""
    came = f"{counted(undated, 'reply', 'replies')} without a date {plural(undated, 'counts', 'count')} as having come."
    return paragraph(
        came if undated else "",
        f"{counted(unknown, 'interview')} {plural(unknown, 'is', 'are')} not counted: too little is known."
        if unknown
        else "",
    )


def _within(day: int) -> str:
    return f"within {counted(day, 'day')}" if day else "on the same day"


def _about(share: float) -> str:
    return percent(share) if share < _NEXT_TO_NONE else f"about {percent(share)}"


def _tenths(share: float) -> str:
    return f"about {round(10 * share)} in 10"
