"""All findings of one search, each computed on first use."""

from datetime import date
from functools import cached_property

from lib.dates import DateStyle
from lib.insight.asked import Kinds, questions_by_kind
from lib.insight.forecasts.forecast import Forecasts, forecasts
from lib.insight.funnel import Funnel, application_funnel, stage_funnel
from lib.insight.outcome_factors.checks import OutcomeFactors, outcome_factors
from lib.insight.overview.asked_often import AskedOften, asked_often
from lib.insight.overview.first_evenings import CHECKED_FROM
from lib.insight.overview.overview import Overview, overview
from lib.insight.overview.skill_rows import SkillRows, skill_rows
from lib.insight.plans_kept import PlansKept, plans_kept
from lib.insight.prepared import Prepared, prepared
from lib.insight.skills.changes import SkillChanges, skill_changes
from lib.insight.skills.ratings import skills
from lib.insight.waiting.response_times import Waiting, waiting
from lib.insight.words.themes import Feelings, Themes, feelings, themes
from lib.records.workbook import Workbook


class Findings:
    """The results over one search's part of a workbook, as of the day ``today``.

    How long answers take is asked of the ``whole`` workbook, if there were several searches: employers are the same. A
    part is computed once, on first use, so a screen that shows one waits for no other.
    """

    def __init__(self, workbook: Workbook, today: date, whole: Workbook | None = None, *, dates: DateStyle) -> None:
        self.workbook = workbook
        self.whole = whole or workbook
        self.today = today
        self.dates = dates

    @cached_property
    def skills(self) -> SkillChanges:
        """Whether the ratings change."""
        return skill_changes(self.workbook)

    @cached_property
    def outcome_factors(self) -> OutcomeFactors:
        """What differs between a yes and a no."""
        return outcome_factors(self.workbook)

    @cached_property
    def overview(self) -> Overview:
        """The content of the first screen."""
        few = len(self.workbook.debriefed) < CHECKED_FROM
        words = self.themes if few else None
        return overview(self.workbook, self.today, self.skills, self.outcome_factors, self.asked_often, words)

    @cached_property
    def forecasts(self) -> Forecasts:
        """What the forecasts were worth."""
        return forecasts(self.workbook, dates=self.dates)

    @cached_property
    def waiting(self) -> Waiting:
        """How long answers take."""
        return waiting(self.whole, self.today)

    @cached_property
    def applications(self) -> Funnel:
        """How far the applications came."""
        return application_funnel(self.workbook, self.today)

    @cached_property
    def stages(self) -> Funnel:
        """Where the interviews led, by stage."""
        return stage_funnel(self.workbook, self.today)

    @cached_property
    def themes(self) -> Themes:
        """What returns in the person's own words."""
        return themes(self.workbook, dates=self.dates)

    @cached_property
    def feelings(self) -> Feelings:
        """What excited and what worried me, again."""
        return feelings(self.workbook)

    @cached_property
    def skill_rows(self) -> SkillRows:
        """Every skill with its ratings and its check."""
        return skill_rows(self.overview.dots, skills(self.workbook, dates=self.dates), self.skills)

    @cached_property
    def asked_often(self) -> tuple[AskedOften, ...]:
        """Each question that was asked, the most asked first."""
        return asked_often(self.workbook)

    @cached_property
    def plans(self) -> PlansKept:
        """How the if-then plans went."""
        return plans_kept(self.workbook)

    @cached_property
    def prepared(self) -> Prepared:
        """How prepared answers went."""
        return prepared(self.workbook)

    @cached_property
    def asked(self) -> Kinds:
        """What was asked."""
        return questions_by_kind(self.workbook)
