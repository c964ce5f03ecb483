"""Scoring one job against the criteria: dated rows, the older ones kept, and two windows merged row by row."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from lib.decide.scores import CriterionScore, scores_of
from lib.english import counted, paragraph
from lib.records.criterion import Criterion, active_criteria, all_criteria
from lib.records.fit import Fit
from lib.records.ids import new_id
from lib.records.labels import label
from lib.records.offer import Offer
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import SCORING
from lib.workflows.drafting import DraftChange, commit_draft
from lib.workflows.errors import Difference, EditedElsewhere, Gone, Incomplete
from lib.workflows.form_values import FormValues

KIND = SCORING
SCREEN = "score"

_COLUMNS = ("score", "sure", "note")


@dataclass(frozen=True)
class _Judgement:
    """The judgement on one criterion, as text; an empty ``score`` means 'not known yet'."""

    score: str
    sure: str
    note: str

    @property
    def words(self) -> str:
        """The same to be read, in one line."""
        sure = f", {label(self.sure).lower()}" if self.score and self.sure else ""
        return paragraph(f"{self.score or 'Not scored yet'}{sure}.", self.note)


def score_field(criterion_id: str, column: str) -> str:
    """The answer to one column of one criterion's row."""
    return f"{criterion_id}.{column}"


def begin_scoring(workbook: Workbook, job: str, today: date, random: Random) -> Draft:
    """A draft of a job's current scores; ``job`` is an application's or an offer's id.

    Raises ``Gone`` if neither is in the workbook.
    """
    _require_job(workbook, job)
    token = new_id("dt", random)
    answers: dict[str, JsonValue] = {
        score_field(score.criterion.id, column): text
        for score in _scores(workbook, active_criteria(workbook.criteria), job, today)
        for column, text in vars(_current_judgement(score)).items()
    }
    return Draft(
        id=f"{job}--{SCREEN}--{token}",
        kind=KIND,
        record_id=job,
        token=token,
        screen=SCREEN,
        values=answers,
        base=answers,
    )


def save_scores(store: Store, draft: Draft, now: datetime) -> Receipt:
    """Write a row of today for each criterion that was scored; rows of other days stay as they are.

    Raises ``Gone`` if the job was deleted, ``EditedElsewhere`` if the same criterion was scored otherwise in another
    window meanwhile, ``Incomplete`` if an answer cannot be meant, and what the store raises. ``store.undo`` takes it
    back.
    """

    def write(loaded: LoadedWorkbook) -> DraftChange:
        name = _require_job(loaded.workbook, draft.record_id)
        put = _rows(loaded.workbook, draft, now.date())
        return DraftChange(f"{name}: {counted(len(put), 'criterion', 'criteria')} scored", put)

    return commit_draft(store, draft, now, write)


def job_name(workbook: Workbook, job: str) -> str:
    """What a job is called, by an application's or an offer's id; empty if neither is in the workbook."""
    offer = workbook.find(Offer, job)
    if offer and offer.kind == "present_job":
        return "My current job"
    application = workbook.application(offer.application_id if offer else job)
    if application:
        return f"{application.company}, {application.role}"
    return "An offer whose application was deleted" if offer else ""


def _require_job(workbook: Workbook, job: str) -> str:
    name = job_name(workbook, job)
    if not name:
        raise Gone("This job")
    return name


def _scores(workbook: Workbook, criteria: tuple[Criterion, ...], job: str, today: date) -> tuple[CriterionScore, ...]:
    application_id = next((offer.application_id for offer in workbook.offers if offer.id == job), "")
    return scores_of(criteria, workbook.fit, job, today, application_id)


def _current_judgement(score: CriterionScore) -> _Judgement:
    row = score.newest
    if row is None:
        return _Judgement("", "", "")
    return _Judgement("" if row.score is None else str(row.score), row.sure or "", row.note)


def _given(answers: FormValues, criterion_id: str) -> _Judgement:
    return _Judgement(*(form_values.text(answers, score_field(criterion_id, column)) for column in _COLUMNS))


def _rows(workbook: Workbook, draft: Draft, today: date) -> tuple[Fit, ...]:
    """The rows to write; a criterion that only the other window scored keeps that score."""
    scored = dict.fromkeys(field.partition(".")[0] for field in draft.values if field.endswith(".score"))
    every = tuple(one for one in all_criteria(workbook.criteria) if one.id in scored)
    put: list[Fit] = []
    differences: list[Difference] = []
    for score in _scores(workbook, every, draft.record_id, today):
        criterion, theirs = score.criterion, _current_judgement(score)
        mine, loaded = _given(draft.values, criterion.id), _given(draft.base, criterion.id)
        if mine in (loaded, theirs):
            continue
        if theirs != loaded:
            differences.append(Difference(criterion.name, mine.words, theirs.words))
        put.append(_row(draft.record_id, criterion, mine, today))
    if differences and draft.values.get("overwrite") != "yes":
        raise EditedElsewhere(differences)
    return tuple(put)


def _row(job: str, criterion: Criterion, mine: _Judgement, today: date) -> Fit:
    if mine.score and not mine.score.isdecimal():
        raise Incomplete(f"{criterion.name}: {mine.score} isn't a score.", "It goes from 0 to 100.")
    return Fit.from_cells(
        {
            "application_id": job,
            "criterion_id": criterion.id,
            "as_of": today.isoformat(),
            "score": mine.score,
            "sure": mine.sure if mine.score else "",
            "note": mine.note,
        }
    )
