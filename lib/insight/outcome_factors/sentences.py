"""The sentences on what sets a yes apart from a no, each in one of the four states."""

from collections.abc import Sequence

from lib.english import counted, listed, mid_sentence, paragraph, plural
from lib.insight.state import COULD_BE_CHANCE, LAST, Conclusion, next_check, too_early
from lib.insight.wording import of_shuffles

CAUGHT = {12: 15, 20: 51, 30: 78, 40: 84, 60: 98}
CAUGHT_LOPSIDED = {12: 3, 20: 28, 30: 54, 40: 68, 60: 83}
"""In how many of 100 made-up searches a single strong cause was found, by answers: docs/benchmarks/separators.md.

The second if one answer made up less than a quarter.
"""
LOPSIDED = 4
REASON = "It may not be the reason."
"""What a gap between yes and no need not mean."""
TOP = 5

Counts = tuple[int, int]
"""'3 of 5'."""


def rated_headline(label: str, cut: int, yes: Counts, no: Counts) -> str:
    """'You rate Examples higher where you moved on. Rated 4 or 5: 10 of 18, against 1 of 10 nos.'"""
    return f"You rate {label} higher where you moved on. Rated {high(cut)}: {_of(yes)}, against {_of(no)} nos."


def rated_counts(label: str, cut: int, yes: Counts, no: Counts) -> str:
    """The counts alone, without a direction."""
    return f"You rated {label} {high(cut)} for {_of(yes)} that moved on, and for {_of(no)} nos."


def fact_counts(clause: str, yes: Counts, no: Counts) -> str:
    """'8 of 10 nos were in the afternoon, 3 of 19 that moved on.'"""
    return f"{_of(no)} nos {clause}, {_of(yes)} that moved on."


def high(cut: int) -> str:
    """The high ratings from ``cut`` on: '4 or 5', '5', '3 or more'."""
    return {TOP: "5", TOP - 1: "4 or 5"}.get(cut, f"{cut} or more")


def likely_real(
    headline: str, n: int, checked: int, chance: float, rivals: Sequence[str], left_out: str, next_at: int | None
) -> Conclusion:
    """What was found, with its counts, and how often chance gives as much."""
    alike = f"It can't be told apart yet from: {listed(rivals)}." if rivals else ""
    sure = paragraph(
        REASON,
        f"Checked at {n} outcomes, {counted(checked, 'thing')} at once.",
        f"So big a gap comes up in {of_shuffles(chance)} of the outcomes.",
        alike,
        left_out,
        next_check(next_at, "outcomes"),
    )
    return Conclusion("likely_real", headline, sure)


def could_be_chance(counts: str, n: int, left_out: str, next_at: int | None) -> Conclusion:
    """Counts that differ, and no more."""
    sure = paragraph(f"Checked at {n} outcomes.", left_out, next_check(next_at, "outcomes"))
    return Conclusion("could_be_chance", f"{counts} {COULD_BE_CHANCE}", sure)


def no_clear_pattern(checked: int, n: int, rarer: int, next_at: int | None) -> Conclusion:
    """That nothing stands out, and how often something would have. ``rarer`` counts the rarer answer."""
    lopsided = rarer * LOPSIDED < n
    caught = CAUGHT_LOPSIDED[n] if lopsided else CAUGHT[n]
    like = "outcomes as one-sided as yours" if lopsided else "outcomes"
    missed = "One strong cause could have been missed."
    headline = paragraph(f"Checked at {n} outcomes: nothing clear.", missed, next_check(next_at, "outcomes"))
    sure = (
        f"{counted(checked, 'thing')} {plural(checked, 'was', 'were')} checked. In made-up searches with {n} {like}, "
        f"one strong cause was found in about {caught} of 100."
    )
    return Conclusion("no_clear_pattern", headline, sure)


def left_out_of(unknown: int, of: int, afterwards: int = 0) -> str:
    """How many interviews aren't in the counts. ``afterwards`` of them were only rated when the outcome was known."""
    if not unknown:
        return ""
    knew = f", {afterwards} of them rated after you knew" if afterwards else ""
    return f"Not known in {unknown} of {of}, left out{knew}."


def too_few(answered: int, needed: int) -> Conclusion:
    """What is missing before anything is compared."""
    return too_early(answered, needed, "outcomes needed")


def no_comparison(rejections: int, n: int, checked: int) -> Conclusion:
    """Why enough outcomes still can't be compared."""
    if rejections in (0, n):
        missing = "no" if not rejections else "yes"
        return too_early(0, 1, f"{missing} so far", f"All {n} outcomes are a {'no' if rejections else 'yes'}.")
    if not checked:
        return too_early(0, 1, "things to compare", f"Nothing that you noted differs between the {n} interviews.")
    whole = "A yes is compared with a no of the same type of interview only."
    return too_early(0, 1, "types with both a yes and a no", whole)


def checked_sentence(answered: int, n: int, next_at: int | None) -> str:
    """Which outcomes the check is made on, where not on all, and why there is none after the last."""
    return paragraph(
        f"Checked on the first {n} of {answered} outcomes." if n < answered else "",
        "" if next_at else LAST,
    )


def silence_sentence(silent: int, verdict: str, label: str, same: bool) -> str:
    """What counting no reply as a no would change."""
    counting = f"Counting {counted(silent, 'interview')} without a reply as a no"
    if same:
        return f"{counting} changes nothing here."
    if verdict == "established":
        return f"{counting}, {mid_sentence(label)} would stand out."
    if verdict == "nothing":
        return f"{counting}, nothing would stand out."
    return f"{counting}, it would be too early to tell."


def _of(counts: Counts) -> str:
    return f"{counts[0]} of {counts[1]}"
