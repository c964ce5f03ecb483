"""The whole workbook as typed rows, and the list of its files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, wraps
from typing import Any, ClassVar, Concatenate, ParamSpec, TypeVar, get_args

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
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview, chronological
from lib.records.offer import Offer
from lib.records.offer_change import OfferChange
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.practice import Review
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.setting import Setting
from lib.records.story import Story
from lib.records.task import Task
from lib.records.topic import Topic

_Row = TypeVar("_Row", bound=Record)
_Result = TypeVar("_Result")
_Rest = ParamSpec("_Rest")


@dataclass(frozen=True)
class Workbook:
    """Every readable row of every file, in file order. Rows that could not be read are the store's to report.

    A workbook never changes: what was changed is another one. So what follows from its rows is computed once, and kept
    with it (``cached_per_workbook``).
    """

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
    plans: tuple[IfThenPlan, ...] = ()
    plan_checks: tuple[PlanCheck, ...] = ()
    promises: tuple[Promise, ...] = ()
    asks: tuple[Ask, ...] = ()
    tasks: tuple[Task, ...] = ()
    goals: tuple[Goal, ...] = ()
    goal_answers: tuple[GoalAnswer, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    fit: tuple[Fit, ...] = ()
    decisions: tuple[Decision, ...] = ()
    offers: tuple[Offer, ...] = ()
    offer_changes: tuple[OfferChange, ...] = ()
    activity: tuple[Activity, ...] = ()
    settings: tuple[Setting, ...] = ()
    dimensions: tuple[Dimension, ...] = ()

    MODELS: ClassVar[dict[str, type[Record]]]
    """The model of each table, by the name of its field here; the file's name is the model's ``file``."""

    def __iter__(self) -> Iterator[Record]:
        for field in fields(self):
            yield from getattr(self, field.name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet; settings alone are not an entry."""
        return not (self.applications or self.interviews or self.people)

    def setting(self, key: str, default: str = "") -> str:
        """A setting's value, or the default if it is absent or empty."""
        return next((setting.value for setting in self.settings if setting.key == key and setting.value), default)

    def find(self, model: type[_Row], row_id: str) -> _Row | None:
        """The row of that id."""
        return self.by_id(model).get(row_id)

    def by_id(self, model: type[_Row]) -> Mapping[str, _Row]:
        """The rows of a file whose key is an id, in its order; of two of one id, the first."""
        if model not in self._by_id:
            table = next(name for name, each in self.MODELS.items() if each is model)
            self._by_id[model] = dict(reversed({row.id: row for row in reversed(getattr(self, table))}.items()))
        return self._by_id[model]

    def interview(self, interview_id: str) -> Interview | None:
        """The interview of that id."""
        return self.find(Interview, interview_id)

    def application(self, application_id: str) -> Application | None:
        """The application of that id."""
        return self.find(Application, application_id)

    def company_of(self, application_id: str) -> str:
        """The company of an application; empty if there is none."""
        application = self.application(application_id)
        return application.company if application else ""

    def name_of(self, person_id: str) -> str:
        """The name of a person; empty if there is none."""
        person = self.find(Person, person_id)
        return person.name if person else ""

    @cached_property
    def by_time(self) -> tuple[Interview, ...]:
        """All interviews, oldest first."""
        return tuple(sorted(self.interviews, key=chronological))

    @cached_property
    def debriefed(self) -> tuple[Interview, ...]:
        """The interviews that statistics may take, oldest first."""
        return tuple(entry for entry in self.by_time if entry.is_debriefed)

    @cached_property
    def _by_id(self) -> dict[type[Record], dict[str, Any]]:
        return {}

    @cached_property
    def _results(self) -> dict[Callable[..., Any], tuple[tuple[object, ...], Any]]:
        return {}


Workbook.MODELS = {table.name: get_args(table.type)[0] for table in fields(Workbook)}


def cached_per_workbook(
    work: Callable[Concatenate[Workbook, _Rest], _Result],
) -> Callable[Concatenate[Workbook, _Rest], _Result]:
    """Keeps the last result of a function with the workbook, for as long as the other arguments stay the same.

    For what depends on nothing else: no clock, no file. A workbook never changes, so a result can't get stale; after a
    save there is a new workbook. Callers share the object and mustn't change it.
    """

    @wraps(work)
    def kept(workbook: Workbook, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Result:
        arguments = (*rest, *sorted(named.items()))
        known = workbook._results.get(work)
        if known is None or known[0] != arguments:
            known = workbook._results[work] = (arguments, work(workbook, *rest, **named))
        result: _Result = known[1]
        return result

    return kept
