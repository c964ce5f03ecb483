"""The whole workbook as typed rows, and the list of its files."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import ClassVar

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.criterion import Criterion
from lib.records.decision import Decision
from lib.records.dimension import Dimension
from lib.records.fit import Fit
from lib.records.goal import Goal
from lib.records.interview import Interview, chronological
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.plan import Plan
from lib.records.practice import Review
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.setting import Setting
from lib.records.story import Story
from lib.records.task import Task
from lib.records.topic import Topic


@dataclass(frozen=True)
class Workbook:
    """Every readable row of every file, in file order. Rows that could not be read are the store's to report."""

    applications: tuple[Application, ...] = ()
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    ratings: tuple[Rating, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    topics: tuple[Topic, ...] = ()
    practice: tuple[Review, ...] = ()
    stories: tuple[Story, ...] = ()
    plans: tuple[Plan, ...] = ()
    promises: tuple[Promise, ...] = ()
    asks: tuple[Ask, ...] = ()
    tasks: tuple[Task, ...] = ()
    goals: tuple[Goal, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    fit: tuple[Fit, ...] = ()
    decisions: tuple[Decision, ...] = ()
    offers: tuple[Offer, ...] = ()
    activity: tuple[Activity, ...] = ()
    settings: tuple[Setting, ...] = ()
    dimensions: tuple[Dimension, ...] = ()

    MODELS: ClassVar[dict[str, type[Record]]] = {
        "applications": Application,
        "people": Person,
        "interviews": Interview,
        "ratings": Rating,
        "conversations": Conversation,
        "claims": Claim,
        "questions": Question,
        "topics": Topic,
        "practice": Review,
        "stories": Story,
        "plans": Plan,
        "promises": Promise,
        "asks": Ask,
        "tasks": Task,
        "goals": Goal,
        "criteria": Criterion,
        "fit": Fit,
        "decisions": Decision,
        "offers": Offer,
        "activity": Activity,
        "settings": Setting,
        "dimensions": Dimension,
    }
    """The model of each table, by the name of its field here; the file's name is the model's ``file``."""

    def __iter__(self) -> Iterator[Record]:
        for field in fields(self):
            yield from getattr(self, field.name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet; settings alone are not an entry."""
        return not (self.applications or self.interviews or self.people)

    def setting(self, key: str, default: str = "") -> str:
        """A setting's value, or the default where it is absent or empty."""
        return next((setting.value for setting in self.settings if setting.key == key and setting.value), default)

    def interview(self, interview_id: str) -> Interview | None:
        """The interview of that id."""
        return next((interview for interview in self.interviews if interview.id == interview_id), None)

    def application(self, application_id: str) -> Application | None:
        """The application of that id."""
        return next((entry for entry in self.applications if entry.id == application_id), None)

    def debriefed(self) -> tuple[Interview, ...]:
        """The interviews that statistics may take, oldest first."""
        return tuple(sorted((entry for entry in self.interviews if entry.is_debriefed), key=chronological))
