"""What a count leaves out, because its rows could not be read."""

from collections import Counter
from collections.abc import Iterable

from lib.english import counted, listed, sentence_case
from lib.store import Problem

FINDINGS = frozenset(
    {
        "activity.csv",
        "applications.csv",
        "dimensions.csv",
        "goal_answers.csv",
        "goals.csv",
        "interviews.csv",
        "offers.csv",
        "plan_checks.csv",
        "plans.csv",
        "questions.csv",
        "ratings.csv",
        "topics.csv",
    }
)
"""The files that what is found in many interviews is counted from."""


def left_out_sentence(problems: Iterable[Problem]) -> str:
    """'2 rows of ratings.csv could not be read and are not counted here.'; nothing if all was read."""
    found = [problem for problem in problems if problem.file in FINDINGS]
    rows = Counter(problem.file for problem in found if problem.severity == "row")
    parts = [f"{counted(n, 'row')} of {file}" for file, n in sorted(rows.items())]
    parts += [f"all of {file}" for file in sorted({entry.file for entry in found if entry.severity == "file"})]
    verb = "is" if len(parts) == 1 and max(rows.values(), default=1) == 1 else "are"
    return sentence_case(f"{listed(parts)} could not be read and {verb} not counted here.") if parts else ""
