"""Quick compare: a first answer from a few taps."""

import pytest

from lib.decide.quick import SAME, quick_answer

NAMES = {"of-1": "Alder", "of-2": "Birch"}


def answered(*better: str | None) -> tuple[str, str]:
    found = quick_answer(NAMES, [(f"C{at}", one) for at, one in enumerate(better, start=1)])
    return found.leader, found.sentence


@pytest.mark.parametrize(
    ("better", "leader", "sentence"),
    [
        ((), "", ""),
        (("of-1", "of-1"), "", "Pick one more."),
        (("of-1", None, "of-1"), "", "Still to tap: C2."),
        (("of-1", "of-2", "of-1"), "of-1", "First answer: Alder, better on 2 of 3."),
        (("of-2", SAME, SAME), "of-2", "First answer: Birch, better on 1 of 3."),
        (("of-1", "of-2", "of-1", "of-2"), "", "It's even between Alder and Birch: 2 each. Pick one more."),
        ((SAME, SAME, SAME), "", "No difference on these. Pick others."),
        (("of-1", "of-gone", "of-1"), "of-1", "First answer: Alder, better on 2 of 3."),
    ],
)
def test_the_one_that_is_better_on_most_is_the_first_answer(
    better: tuple[str | None, ...], leader: str, sentence: str
) -> None:
    assert answered(*better) == (leader, sentence)


def test_what_it_is_better_on_is_kept_for_the_reasons() -> None:
    assert quick_answer(NAMES, [("Pay", "of-1"), ("Hours", "of-2"), ("Team", "of-1")]).better_on == ("Pay", "Team")
