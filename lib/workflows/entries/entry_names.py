"""What an entry is called in a sentence: 'the debrief of Northwind, Thursday 12 November'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lib.dates import DateStyle
from lib.english import one_line
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.criterion import Criterion, all_criteria
from lib.records.decision import Decision
from lib.records.dimension import Dimension
from lib.records.fit import Fit
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.practice import Review
from lib.records.question import Question
from lib.records.record import Record
from lib.records.setting import Setting
from lib.records.story import Story
from lib.records.task import Task
from lib.records.topic import Topic
from lib.records.workbook import Workbook

NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "interviews.csv": ("interview", "interviews"),
    "applications.csv": ("application", "applications"),
    "people.csv": ("person", "people"),
    "ratings.csv": ("rating", "ratings"),
    "conversations.csv": ("conversation", "conversations"),
    "claims.csv": ("claim", "claims"),
    "questions.csv": ("question", "questions"),
    "topics.csv": ("practised question", "practised questions"),
    "practice.csv": ("practised answer", "practised answers"),
    "stories.csv": ("story", "stories"),
    "plans.csv": ("plan", "plans"),
    "plan_checks.csv": ("answer about a plan", "answers about plans"),
    "goals.csv": ("goal", "goals"),
    "goal_answers.csv": ("answer about a goal", "answers about goals"),
    "dimensions.csv": ("skill to rate", "skills to rate"),
    "criteria.csv": ("criterion", "criteria"),
    "fit.csv": ("score of a job", "scores of jobs"),
    "decisions.csv": ("decision", "decisions"),
    "offers.csv": ("offer", "offers"),
    "offer_changes.csv": ("earlier figure of an offer", "earlier figures of offers"),
    "asks.csv": ("reference or good word", "references or good words"),
    "promises.csv": ("promise", "promises"),
    "tasks.csv": ("task", "tasks"),
    "activity.csv": ("activity", "activities"),
    "settings.csv": ("setting", "settings"),
}
"""By file, what one row of it is called, and several."""

_MOST = 60
_QUOTED: Final[Mapping[type[Record], tuple[str, str]]] = {
    Question: ("question", "text"),
    Topic: ("practised question", "text"),
    Story: ("story", "title"),
    IfThenPlan: ("plan", "sentence"),
    Goal: ("goal", "goal"),
    Criterion: ("criterion", "name"),
    Dimension: ("dimension", "label"),
}
"""What is called by its own words: the noun, and the field that holds them."""


@dataclass(frozen=True)
class EntryNames:
    """Names of entries, with dates relative to ``today``. The workbooks are asked one after the other for what a row
    points to: that of the row first, then others that may know what is gone from it."""

    workbooks: Sequence[Workbook]
    today: date
    dates: DateStyle

    def of(self, record: Record) -> str:
        """The name of the entry that this row is."""
        return self._about_the_search(record) or self._about_the_person(record) or f"a row of {record.file}"

    def _about_the_search(self, row: Record) -> str:
        match row:
            case Interview():
                what = "debrief of" if row.is_debriefed else "interview at"
                return f"the {what} {self.company(row.application_id)}, {self.day(row.held_on)}"
            case Application():
                return f"the application at {row.company}, {row.role}"
            case Ask():
                what = "good word" if row.kind == "good_word" else "reference"
                return f"the {what} asked of {self.person(row.person_id)}"
            case Task():
                subject = f" {_quoted(row.subject)}" if row.subject else ""
                about = f" for {self.company(row.application_id)}" if row.application_id else ""
                return f"the task ‘{label(row.kind)}’{subject}{about}"
            case Decision():
                about = f" about {self.company(row.application_id)}" if row.application_id else ""
                return f"the decision{about} of {self.day(row.decided_at.date())}"
            case Offer():
                where = f"the offer of {self.company(row.application_id)}"
                return where if row.application_id else "your current job"
            case Activity():
                where = row.company or (self.company(row.application_id) if row.application_id else "")
                return f"‘{label(row.kind)}’ of {self.day(row.on)}{f', {where}' if where else ''}"
        return ""

    def _about_the_person(self, row: Record) -> str:
        match row:
            case Person():
                return row.name
            case Review():
                return f"a practised answer of {self.day(row.reviewed_at.date())}"
            case Fit():
                name = f"{_quoted(self._criterion(row.criterion_id))}, {self.day(row.as_of)}"
                return f"how {self.company(row.application_id)} meets {name}"
            case PlanCheck():
                return f"the answer about {self._plan(row.plan_id)}"
            case GoalAnswer():
                return f"the answer about {self._goal(row.goal_id)}"
            case Setting():
                return f"the setting ‘{row.key.replace('_', ' ')}’"
        words = next((text for kind, text in _QUOTED.items() if isinstance(row, kind)), None)
        return f"the {words[0]} {_quoted(str(getattr(row, words[1])))}" if words else ""

    def _criterion(self, criterion_id: str) -> str:
        criteria = all_criteria([one for book in reversed(self.workbooks) for one in book.criteria])
        return next((one.name for one in criteria if one.id == criterion_id), criterion_id)

    def _plan(self, plan_id: str) -> str:
        return next(
            (self.of(plan) for book in self.workbooks if (plan := book.find(IfThenPlan, plan_id))), "a deleted plan"
        )

    def _goal(self, goal_id: str) -> str:
        return next((self.of(goal) for book in self.workbooks if (goal := book.find(Goal, goal_id))), "a deleted goal")

    def interview(self, interview_id: str) -> str:
        """The name of the interview of that id, whether or not a workbook still knows it."""
        found = next((entry for book in self.workbooks if (entry := book.interview(interview_id))), None)
        return self.of(found) if found else "entries of a deleted interview"

    def brief_interview(self, interview: Interview) -> str:
        """An interview in a list: 'Sole Bistro, 8 Dec'."""
        return f"{self.company(interview.application_id)}, {self.dates.short_day(interview.held_on, self.today)}"

    def company(self, application_id: str) -> str:
        """The company of an application, or that it is not known."""
        companies = (book.company_of(application_id) for book in self.workbooks)
        return next(filter(None, companies), "a company no longer named")

    def person(self, person_id: str) -> str:
        """The name of a person, or 'someone'."""
        return next((name for book in self.workbooks if (name := book.name_of(person_id))), "someone")

    def day(self, day: date) -> str:
        """The day as it is spoken."""
        return self.dates.spoken_day(day, self.today)


def _quoted(text: str) -> str:
    return f"“{one_line(text, _MOST)}”"
