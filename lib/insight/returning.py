"""What came back in an interview: facts about it and the ones before, and no trend."""

from dataclasses import dataclass

from lib.records.interview import Interview, chronological
from lib.records.plan import Plan
from lib.records.question import Question, wording_key
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class ReturningQuestion:
    """A question of this interview that had been asked before, in the same words."""

    question: Question
    before: Question
    company_before: str
    times_before: int

    @property
    def sentence(self) -> str:
        """The earlier rating and this one, as far as they were given."""
        times = "once" if self.times_before == 1 else f"{self.times_before} times"
        asked = f"Asked {times} before, last at {self.company_before}."
        if not (self.before.went or self.question.went):
            return asked
        return f"{asked} Then {_rated(self.before)}, now {_rated(self.question)}."


@dataclass(frozen=True)
class Returned:
    """What one debrief brought back."""

    questions: tuple[ReturningQuestion, ...]
    plan: Plan | None
    plan_sentence: str
    went_well: str


def what_came_back(workbook: Workbook, interview: Interview) -> Returned:
    """The questions asked before with both ratings, the fate of the plan carried, and one thing that went well."""
    plan = next((plan for plan in workbook.plans if plan.id == interview.plan_id), None)
    return Returned(
        questions=_returning_questions(workbook, interview),
        plan=plan,
        plan_sentence=_plan_sentence(interview) if plan else "",
        went_well=next((line.strip() for line in interview.went_well.splitlines() if line.strip()), ""),
    )


def _returning_questions(workbook: Workbook, interview: Interview) -> tuple[ReturningQuestion, ...]:
    order = {entry.id: chronological(entry) for entry in workbook.interviews}
    companies = {entry.id: entry.company for entry in workbook.applications}
    here = order[interview.id]
    asked = [question for question in workbook.questions if question.asked_by != "me" and question.asked is not False]
    earlier: dict[str, list[Question]] = {}
    for question in asked:
        if order.get(question.interview_id, here) < here:
            earlier.setdefault(wording_key(question.text), []).append(question)
    found = []
    for question in sorted(
        (one for one in asked if one.interview_id == interview.id), key=lambda one: one.position or 0
    ):
        if before := earlier.get(wording_key(question.text)):
            last = max(before, key=lambda one: order[one.interview_id])
            company = companies.get(last.application_id, "an earlier interview")
            found.append(ReturningQuestion(question, last, company, len(before)))
    return tuple(found)


def _rated(question: Question) -> str:
    return question.went or "not rated"


def _plan_sentence(interview: Interview) -> str:
    return {
        "yes": "It came up, and you kept it.",
        "no": "It came up, and it did not hold this time.",
        "not_come_up": "It did not come up.",
        None: "You did not say whether it came up.",
    }[interview.plan_kept]
