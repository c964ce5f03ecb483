"""Before the next round at a company: what I said of myself there, told there, and rated low there."""

from dataclasses import dataclass
from datetime import date, datetime

from lib.insight.wording import listed
from lib.practice.cards import was_asked
from lib.practice.queue import moment_of
from lib.practice.stories import people_met
from lib.records.application import company_key
from lib.records.claim import Claim
from lib.records.days import near_day
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, chronological
from lib.records.labels import phrase
from lib.records.person import Person
from lib.records.question import HARD, Question
from lib.records.story import Story
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class Claimed:
    """A claim, where it was made."""

    claim: Claim
    interview: Interview


@dataclass(frozen=True)
class Told:
    """A story, the interview in which it was told, and the people met there."""

    story: Story
    interview: Interview
    people: tuple[Person, ...]

    @property
    def sentence(self) -> str:
        """'The outage (technical, to Priya Raman)'."""
        to = f", to {listed([person.name for person in self.people])}" if self.people else ""
        return f"{self.story.title} ({phrase(self.interview.stage)}{to})"


@dataclass(frozen=True)
class LowRating:
    """A side of an interview that I rated 1 or 2."""

    dimension: str
    label: str
    score: int
    interview: Interview

    @property
    def sentence(self) -> str:
        """'Closing 2 of 5 (technical)'."""
        return f"{self.label} {self.score} of 5 ({phrase(self.interview.stage)})"


@dataclass(frozen=True)
class OpenQuestion:
    """A claim whose own dimension was rated low there: a question to prepare, not a reproach."""

    claim: Claim
    rating: LowRating
    sentence: str


@dataclass(frozen=True)
class Consistency:
    """What to remember before ``interview``, the next round at ``company``; everything the newest first.

    ``hard_questions`` are those asked there and rated 1 or 2. ``questions`` are open ones, without those dismissed.
    """

    company: str
    interview: Interview
    claims: tuple[Claimed, ...]
    stories: tuple[Told, ...]
    low_ratings: tuple[LowRating, ...]
    hard_questions: tuple[Question, ...]
    questions: tuple[OpenQuestion, ...]
    sentence: str


DISMISSED_KEY = "dismissed_claims"
"""The setting that holds the ids of the claims whose question was put aside for good, one a line."""


def dismissed_claims(workbook: Workbook) -> tuple[str, ...]:
    """The ids of the claims about which nothing is asked any more."""
    return tuple(workbook.setting(DISMISSED_KEY).split())


def before_next_rounds(workbook: Workbook, now: datetime) -> tuple[Consistency, ...]:
    """One for each company with a round ahead, the soonest first, where there was a round before."""
    names = {entry.id: entry.company for entry in workbook.applications}
    found: dict[str, Consistency] = {}
    for interview in sorted(workbook.interviews, key=chronological):
        company = names.get(interview.application_id, "")
        is_ahead = interview.state == "scheduled" and moment_of(interview, now) >= now
        if is_ahead and company and company_key(company) not in found:
            earlier = _earlier(workbook, company, interview)
            if earlier:
                found[company_key(company)] = _consistency(workbook, company, interview, earlier, now.date())
    return tuple(found.values())


def before_round(workbook: Workbook, interview_id: str, now: datetime) -> Consistency | None:
    """What to remember before one interview, where it is the next round at a company met before; else None."""
    return next((one for one in before_next_rounds(workbook, now) if one.interview.id == interview_id), None)


def _earlier(workbook: Workbook, company: str, coming: Interview) -> dict[str, Interview]:
    """The debriefed interviews there before the coming one, by id, the newest first."""
    there = {entry.id for entry in workbook.applications if company_key(entry.company) == company_key(company)}
    return {
        entry.id: entry
        for entry in reversed(workbook.debriefed())
        if entry.application_id in there and chronological(entry) < chronological(coming)
    }


def _consistency(
    workbook: Workbook,
    company: str,
    coming: Interview,
    earlier: dict[str, Interview],
    today: date,
) -> Consistency:
    place = {interview_id: number for number, interview_id in enumerate(earlier)}
    claims = tuple(
        Claimed(claim, earlier[claim.interview_id])
        for claim in sorted(
            (entry for entry in workbook.claims if entry.interview_id in earlier),
            key=lambda one: place[one.interview_id],
        )
    )
    low = _low_ratings(workbook, earlier)
    hard = tuple(
        sorted(
            (entry for entry in workbook.questions if entry.interview_id in earlier and _is_hard(entry)),
            key=lambda one: (place[one.interview_id], one.position or 0),
        )
    )
    questions = _open_questions(claims, low, dismissed_claims(workbook))
    return Consistency(
        company=company,
        interview=coming,
        claims=claims,
        stories=_told(workbook, earlier),
        low_ratings=low,
        hard_questions=hard,
        questions=questions,
        sentence=_sentence(company, claims, len(earlier), next(iter(earlier.values())), today),
    )


def _is_hard(question: Question) -> bool:
    return was_asked(question) and question.rating is not None and question.rating <= HARD


def _told(workbook: Workbook, earlier: dict[str, Interview]) -> tuple[Told, ...]:
    stories = {entry.id: entry for entry in workbook.stories}
    told = {
        (entry.interview_id, entry.story_id): None
        for entry in workbook.questions
        if entry.story_id in stories and was_asked(entry)
    }
    return tuple(
        Told(stories[story_id], interview, people_met(workbook, interview.id))
        for interview_id, interview in earlier.items()
        for at, story_id in told
        if at == interview_id
    )


def _low_ratings(workbook: Workbook, earlier: dict[str, Interview]) -> tuple[LowRating, ...]:
    labels = {entry.key: entry.label for entry in all_dimensions(workbook.dimensions)}
    return tuple(
        LowRating(rating.dimension, labels.get(rating.dimension, rating.dimension), rating.score, interview)
        for interview_id, interview in earlier.items()
        for rating in workbook.ratings
        if rating.interview_id == interview_id and rating.score is not None and rating.score <= HARD
    )


def _open_questions(
    claims: tuple[Claimed, ...], low: tuple[LowRating, ...], dismissed: tuple[str, ...]
) -> tuple[OpenQuestion, ...]:
    """For each claim the newest low rating of its dimension at this company; the same words are asked about once."""
    newest = {rating.dimension: rating for rating in reversed(low)}
    asked: dict[tuple[str, str], OpenQuestion] = {}
    for made in claims:
        claim = made.claim
        rating = newest.get(claim.dimension) if claim.dimension else None
        key = (claim.claim.casefold().strip(), claim.dimension)
        if rating and claim.id not in dismissed and key not in asked:
            rated = f"rated {rating.label.lower()} {rating.score}"
            sentence = f"You said “{claim.claim.strip()}”, and {rated}: which story shows it?"
            asked[key] = OpenQuestion(claim, rating, sentence)
    return tuple(asked.values())


def _sentence(company: str, claims: tuple[Claimed, ...], rounds: int, last: Interview, today: date) -> str:
    times = {1: "once", 2: "twice"}.get(rounds, f"{rounds} times")
    said = "no claim is written down" if not claims else f"you said {len(claims)} things of yourself"
    if len(claims) == 1:
        said = "you said one thing of yourself"
    return f"You met {company} {times} so far, last {_on(last.held_on, today)}; {said}."


def _on(day: date, today: date) -> str:
    spoken = near_day(day, today)
    return spoken if spoken in ("today", "yesterday") else f"on {spoken}"
