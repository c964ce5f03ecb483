"""The sentences on what separates a yes from a no. None of them says more than was tested."""

from collections.abc import Sequence

from lib.english import counted, listed, plural, said, sentence_case
from lib.insight.wording import NO_MORE, of_shuffles

CAUGHT = {12: 15, 20: 51, 30: 78, 40: 84, 60: 98}
CAUGHT_LOPSIDED = {12: 3, 20: 28, 30: 54, 40: 68, 60: 83}
"""In how many of 100 made-up searches a single strong cause was found, by answers: docs/benchmarks/separators.md.

The second where one answer made up less than a quarter.
"""
LOPSIDED = 4


def established_sentence(label: str, counts: str, checked: int, chance: float, own_rating: bool) -> str:
    """The finding with its counts, and how often chance comes to as much."""
    source = "ratings" if own_rating else "notes"
    return said(
        f"{sentence_case(label)} goes along with the answer.",
        counts,
        f"Among all {counted(checked, 'thing')} checked, a gap this large comes by chance in {of_shuffles(chance)}.",
        f"These are your own {source}, and what goes along with a no need not be its cause.",
    )


def counts_sentence(clause: str, yes: tuple[int, int], no: tuple[int, int], unknown: int, afterwards: int = 0) -> str:
    """'In the 9 interviews that led on, … in 7; in the 11 rejections, in 2.' ``yes`` and ``no`` are 'so many of'.

    ``afterwards`` of the ``unknown`` were only rated when the outcome was known.
    """
    led_on = f"in the {counted(yes[1], 'interview')} that led on, {clause} in {yes[0] or 'none'}"
    rejections = f"in the {counted(no[1], 'rejection')}, {'' if yes[1] else clause + ' '}in {no[0] or 'none'}"
    parts = [part for part, of in ((led_on, yes[1]), (rejections, no[1])) if of]
    left_out = f"Not known in {unknown} of {yes[1] + no[1] + unknown}, which are left out" if unknown else ""
    if left_out:
        were = plural(afterwards, "was", "were")
        left_out += f": {afterwards} {were} rated after you knew." if afterwards else "."
    return said(sentence_case("; ".join(parts) + "."), left_out)


def unproven_sentence(label: str, counts: str) -> str:
    """A thing to watch, marked as unproven."""
    return said(f"{sentence_case(label)}, unproven.", counts)


def nothing_sentence(checked: int, n: int, rarer: int) -> str:
    """That nothing stands out, and how often something would have. ``rarer`` counts the rarer answer."""
    lopsided = rarer * LOPSIDED < n
    caught = CAUGHT_LOPSIDED[n] if lopsided else CAUGHT[n]
    like = "answers as one-sided as yours" if lopsided else "answers"
    return (
        f"Nothing stands out among the {counted(checked, 'thing')} checked in {n} answered interviews. "
        "That does not say that nothing matters: "
        f"in made-up searches with {n} {like}, one strong cause was found in about {caught} of 100."
    )


def told_apart_sentence(rivals: Sequence[str]) -> str:
    """Which things go along with the answer almost as closely."""
    return f"It cannot be told apart yet from: {listed(rivals)}." if rivals else ""


def too_few_sentence(answered: int, needed: int) -> str:
    """What is missing before anything is compared."""
    return (
        f"Not enough to say yet. With {needed} interviews that ended in a yes or a no, things can be compared; "
        f"so far there {plural(answered, 'is', 'are')} {answered or 'none'}, and {needed - answered} to go."
    )


def no_comparison_sentence(rejections: int, n: int, checked: int) -> str:
    """Why enough answers still cannot be compared."""
    if rejections in (0, n):
        return f"Not enough to say yet: all {n} answers are a {'no' if rejections else 'yes'}."
    if not checked:
        return f"Not enough to say yet: nothing was noted that differs between the {n} answered interviews."
    return "Not enough to say yet: no stage has both a yes and a no, and stages are not compared with each other."


def next_sentence(answered: int, n: int, next_at: int | None) -> str:
    """Which answers the verdict rests on, where not on all, and when the next one comes."""
    rests = f"This rests on the first {n} of {answered} answers." if n < answered else ""
    if next_at is None:
        return said(rests, f"After {n} answers there is no further verdict: {NO_MORE}.")
    return said(rests, f"The next verdict is at {next_at} answers, {next_at - answered} to go.")


def silence_sentence(silent: int, verdict: str, label: str, same: bool) -> str:
    """What counting no reply as a no would change."""
    counting = f"Counting {counted(silent, 'interview')} without a reply as a no"
    if same:
        return f"{counting} changes nothing in this."
    if verdict == "established":
        return f"{counting}: {label} would go along with the answer."
    if verdict == "nothing":
        return f"{counting}, nothing would stand out."
    return f"{counting}, there would not be enough to say."
