"""Looking back on a whole search: what it took, what changed, what the forecasts were worth, which lessons to keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.english import counted, listed, paragraph, sentence_case, were
from lib.insight.forecasts.forecast import Forecasts, forecasts
from lib.insight.funnel import Funnel, application_funnel, applications_sent_by, applications_with_offer_by
from lib.insight.outcome_factors.checks import OutcomeFactors, outcome_factors
from lib.insight.plans_kept import CountedPlan, plans_kept
from lib.insight.result import ResultTable
from lib.insight.searches import Search, of_search
from lib.insight.skills.changes import SkillChanges, skill_changes
from lib.insight.words.themes import Quote, Theme, themes
from lib.records.workbook import Workbook, cached_per_workbook

TITLE = "What did this search take?"
KEPT_OFTEN = 2
"""A plan that was done this often is suggested as one to keep."""


@dataclass(frozen=True)
class Effort:
    """What it took: applications sent, companies, rounds debriefed, and the days from the first to the last of all.

    ``minutes`` is the time spent in the interviews whose length is noted.
    """

    first: date | None
    last: date | None
    applications: int
    interviewed: int
    interviews: int
    minutes: int
    questions: int
    offers: int
    accepted: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """Both ends counted; None if there is no day at all."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


@dataclass(frozen=True)
class Retrospective:
    """The answer over the ``n`` debriefed interviews of one search; each part carries a sentence of its own.

    ``plans_to_keep`` were done twice or more, ``lessons`` is every lesson as written, the newest first.
    """

    title: str
    search: Search
    n: int
    funnel: Funnel
    changes: SkillChanges
    forecasts: Forecasts
    separators: OutcomeFactors
    plans_to_keep: tuple[CountedPlan, ...]
    lessons: tuple[Quote, ...]
    lessons_sentence: str
    sentence: str
    table: ResultTable


@cached_per_workbook
def retrospective(workbook: Workbook, search: Search, today: date, dates: DateStyle) -> Retrospective:
    """What a search was by ``today``, from its rows in the whole workbook. Works for one that goes on as well."""
    part = of_search(workbook, search)
    effort = _effort(part, search, today)
    own = themes(part, dates=dates)
    plans = tuple(plan for plan in plans_kept(part).plans if plan.kept >= KEPT_OFTEN)
    return Retrospective(
        title=TITLE,
        search=search,
        n=effort.interviews,
        funnel=application_funnel(part, today),
        changes=skill_changes(part),
        forecasts=forecasts(part, dates=dates),
        separators=outcome_factors(part),
        plans_to_keep=plans,
        lessons=own.lesson_quotes,
        lessons_sentence=_lessons_sentence(own.lesson_quotes, own.lessons, plans),
        sentence=_sentence(effort, dates=dates),
        table=_table(effort),
    )


def _effort(part: Workbook, search: Search, today: date) -> Effort:
    held = [entry for entry in part.debriefed if entry.held_on <= today]
    interviewed = {entry.application_id for entry in held}
    days = list(_days(part, search, today))
    by_day = sorted(part.applications, key=lambda entry: (entry.status_on or date.max, entry.id))
    return Effort(
        first=search.started_on or min(days, default=None),
        last=search.until or max(days, default=None),
        applications=len(applications_sent_by(part, today)),
        interviewed=len(interviewed),
        interviews=len(held),
        minutes=sum(entry.minutes or 0 for entry in held),
        questions=len({entry.id for entry in part.questions if entry.interview_id in {one.id for one in held}}),
        offers=len(applications_with_offer_by(part, today)),
        accepted=tuple(entry.company for entry in by_day if entry.status == "accepted"),
    )


def _days(part: Workbook, search: Search, today: date) -> Iterable[date]:
    until = min(search.until or today, today)
    for interview in part.debriefed:
        dated = (interview.held_on, interview.outcome_on)
        yield from (day for day in dated if day and day <= until)
    for application in part.applications:
        if application.applied_on and application.applied_on <= until:
            yield application.applied_on


def _sentence(effort: Effort, dates: DateStyle) -> str:
    if not effort.applications and not effort.interviews:
        return "Nothing to show yet."
    length = f" in {counted(effort.days, 'day')}" if effort.days else ""
    when = f", {dates.period(effort.first, effort.last)}" if effort.first and effort.last else ""
    companies = f" for {counted(effort.interviewed, 'application')}" if effort.interviewed else ""
    return paragraph(
        sentence_case(f"{counted(effort.applications, 'application')}{length}{when}."),
        f"{sentence_case(counted(effort.interviews, 'interview'))} debriefed{companies}, "
        f"{counted(effort.questions, 'question')} written down.",
        f"{sentence_case(counted(effort.offers, 'offer'))}.",
        f"You accepted {listed(effort.accepted)}." if effort.accepted else "",
    )


def _lessons_sentence(lessons: tuple[Quote, ...], returning: tuple[Theme, ...], plans: tuple[CountedPlan, ...]) -> str:
    if not lessons and not plans:
        return "No lesson written down, and no plan done twice."
    named = listed([f"“{theme.words}” ({theme.n})" for theme in returning])
    return paragraph(
        f"{sentence_case(counted(len(lessons), 'lesson'))} written down." if lessons else "",
        f"What comes up again: {named}." if named else "",
        f"Of the plans, {were(len(plans), 'done twice or more')}." if plans else "",
    )


def _table(effort: Effort) -> ResultTable:
    rows = (
        ("Days", effort.days),
        ("Applications", effort.applications),
        ("Applications with an interview", effort.interviewed),
        ("Interviews debriefed", effort.interviews),
        ("Hours in them, where noted", round(effort.minutes / 60, 1)),
        ("Questions written down", effort.questions),
        ("Offers", effort.offers),
    )
    return ResultTable(("What it took", "How much"), rows)
