"""How well are the lines of a messy note sorted into a debrief? ``python -m benchmarks.capturing [--misses LOT]``.

Over the labelled notes in tests/capture: those that the rules were made with, the third held out from the beginning,
those written later in lots that each taught the rules after their first measurement, and the last lot, which taught
them nothing. Beside them: the questions of tests/practice/labelled_kinds.csv, without their question marks and
each among other questions, so that it's seen how many are lost.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from time import process_time

from benchmarks.capture_learning import EACH
from benchmarks.kind_weights import labelled
from benchmarks.tables import share, table
from lib.capture.sorting import DebriefField, sort_lines
from tests.capture.labelled import LOTS, SEALED, TODAY, UNTAUGHT, Sorted, files, lines_of, sorted_notes

AMONG = (("Why this job?", "What is your rate?"), ("Why us?",))


def by_lot(lots: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for lot in lots:
        found = list(sorted_notes(lot))
        yield of_lines(lot, len(files(lot)), found)


def of_lines(name: str, notes: int, found: Sequence[Sorted]) -> tuple[str, ...]:
    return (
        name,
        str(notes),
        str(len(found)),
        share(one.is_right for one in found),
        share(one.is_kept_as_note for one in found),
        share(one.is_offered for one in found),
        share(one.is_wrong for one in found),
        *questions_in(found),
    )


def questions_in(found: Sequence[Sorted]) -> tuple[str, str, str]:
    """How many questions there are, stay notes, and are lost."""
    asked = [one for one in found if one.place == DebriefField.ASKED]
    kept = sum(one.is_kept_as_note for one in asked)
    return str(len(asked)), str(kept), str(sum(one.is_lost_question for one in asked))


def by_place(lots: Sequence[str]) -> Iterator[tuple[str, ...]]:
    found = [one for lot in lots for one in sorted_notes(lot)]
    for place in DebriefField:
        those = [one for one in found if one.place == place]
        taken = sum(one.line.field == place and not one.is_right for one in found)
        right, kept = (sum(one.is_right for one in those), sum(one.is_kept_as_note for one in those))
        yield place, str(len(those)), str(right), str(kept), str(len(those) - right - kept), str(taken)


def questions_alone() -> Iterator[tuple[str, ...]]:
    texts = [one.text.rstrip("?") for at, one in enumerate(labelled()) if at % EACH]
    found = Counter(sort_lines([*AMONG[0], text, *AMONG[1]], TODAY)[2].field for text in texts)
    for place, times in found.most_common():
        yield place, str(times)


def misses(lot: str) -> Iterator[tuple[str, ...]]:
    for one in sorted_notes(lot):
        if not one.is_right:
            yield one.place, one.line.field, one.line.text.replace("|", "/")


def moved_by_hand(lots: Sequence[str]) -> str:
    """Of eleven lines, how many a person moves, and for how many of them that is one tap on what's offered."""
    found = [one for lot in lots for one in sorted_notes(lot)]
    moved = 11 * sum(not one.is_right for one in found) / len(found)
    tapped = 11 * sum(one.is_offered for one in found) / len(found)
    return f"{moved:.1f}, {tapped:.1f} of them with a tap on what is offered"


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How well are the lines of a messy note sorted?")
    parser.add_argument("--misses", choices=LOTS, help="only the lines of a lot that were missed")
    parser.add_argument("--sealed", action="store_true", help="only the sum over the sealed lots")
    options = parser.parse_args()
    if options.misses:
        table(("belongs in", "was put in", "line"), misses(options.misses))
        return
    columns = ("lot", "notes", "lines", "right", "left in the note", "of these offered", "in a wrong place")
    columns = (*columns, "questions", "of these left in the note", "lost")
    if options.sealed:
        found = [one for lot in SEALED for one in sorted_notes(lot)]
        table(columns, [of_lines("sealed", sum(len(files(lot)) for lot in SEALED), found)])
        print(f"\nOf 11 lines a person moves {moved_by_hand(SEALED)}.")
        return
    table(columns, by_lot(LOTS))
    print("\nBy place, over what taught nothing.\n")
    table(("place", "lines", "right", "left in the note", "wrong", "others put there"), by_place(UNTAUGHT))
    print("\nQuestions without their question marks, among others.\n")
    table(("put in", "questions"), questions_alone())
    notes = [[line for _, line in lines_of(path)] for lot in LOTS for path in files(lot)]
    start = process_time()
    for note in notes:
        sort_lines(note, TODAY)
    print(f"\n{sum(map(len, notes))} lines in {process_time() - start:.1f} s of the processor.")


if __name__ == "__main__":
    main()
