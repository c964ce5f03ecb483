"""Whether I want this job: my goals, the manager, where I lean, and what excited or worried me."""

from collections.abc import Iterator

from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.ui.journal import parts
from lib.ui.markdown import escaped
from lib.ui.shared import chips
from lib.ui.shared.fit_fields import LEANINGS, OPINIONS

_LOOKS = {"Yes": "yes", "Keep going": "yes", "No": "no"}


def show(context: Context, interview: Interview) -> set[str]:
    """The answers, yes or no as chips; the sections that hold something."""
    answers = list(_answers(context.workbook, interview))
    words = {
        "Excited by": interview.energised_by,
        "Worried by": interview.worried_by,
    }
    if not answers and not any(words.values()):
        return set()
    with parts.part("Does it fit?", "job", interest="Edit how much"):
        for number, (name, answer) in enumerate(answers):
            parts.line(f"fit_{number}", escaped(name), chips.chip(answer, _LOOKS.get(answer, "open")))
        parts.pairs(words)
    return {"job", "interest"}


def _answers(workbook: Workbook, interview: Interview) -> Iterator[tuple[str, str]]:
    """What was answered, as the question in short and its answer: each goal, or in older debriefs all as one."""
    goals = {goal.id: goal.goal for goal in workbook.goals}
    by_goal = [
        (goals[row.goal_id], OPINIONS[row.answer])
        for row in workbook.goal_answers
        if row.interview_id == interview.id and row.goal_id in goals
    ]
    yield from by_goal
    answers = (
        ("Fits your goals", "" if by_goal else OPINIONS.get(interview.serves_goals or "", "")),
        ("You like what they do", OPINIONS.get(interview.resonates or "", "")),
        ("You'd work for this manager", OPINIONS.get(interview.this_manager or "", "")),
        ("You lean towards", LEANINGS.get(interview.leaning or "", "")),
    )
    yield from ((name, answer) for name, answer in answers if answer)
