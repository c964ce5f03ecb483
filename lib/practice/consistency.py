"""Before the next round at a company: my claims there, stories told there, and low ratings there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from lib.dates import DateStyle
from lib.english import counted, paragraph
from lib.practice.queue import start_of
from lib.records.application import match_key
from lib.records.claim import Claim
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, chronological
from lib.records.question import HARD, Question
from lib.records.story import Story
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class ClaimMade:
    """A claim, where it was made."""

    claim: Claim
    interview: Interview


@dataclass(frozen=True)
class ToldStory:
    """A story, and the interview where it was told."""

    story: Story
    interview: Interview


@dataclass(frozen=True)
class LowRating:
    """A side of an interview that I rated 1 or 2."""

    dimension: str
    label: str
    score: int
    interview: Interview


@dataclass(frozen=True)
class OpenQuestion:
    """A claim whose own dimension was rated low there: a question to prepare, not a reproach."""

    claim: Claim
    rating: LowRating
    sentence: str


@dataclass(frozen=True)
class Consistency:
    """What to remember before ``interview``, the next round at ``company``; everything the newest first.

    ``hard_questions`` are the hard ones asked there. ``questions`` are open ones, without those dismissed.
    """

    company: str
    interview: Interview
    claims: tuple[ClaimMade, ...]
    stories: tuple[ToldStory, ...]
    low_ratings: tuple[LowRating, ...]
    hard_questions: tuple[Question, ...]
    questions: tuple[OpenQuestion, ...]
    sentence: str


def reminders_before_rounds(
    workbook: Workbook, now: datetime, dismissed: Collection[str] = (), *, dates: DateStyle
) -> tuple[Consistency, ...]:
    """One for each company with a round ahead, the soonest first, if there was a round before.

    ``dismissed`` are ids of claims whose question was dismissed for good.
    """
    found: dict[str, Consistency] = {}
    for interview in sorted(workbook.interviews, key=chronological):
        company = workbook.company_of(interview.application_id)
        is_ahead = interview.state == "scheduled" and start_of(interview, now) >= now
        if is_ahead and company and match_key(company) not in found:
            earlier = _earlier(workbook, company, interview)
            if earlier:
                found[match_key(company)] = _consistency(
                    workbook, company, interview, earlier, dismissed, now.date(), dates=dates
                )
    return tuple(found.values())


def _earlier(workbook: Workbook, company: str, coming: Interview) -> dict[str, Interview]:
    """The debriefed interviews there before the coming one, by id, the newest first."""
    there = {entry.id for entry in workbook.applications if match_key(entry.company) == match_key(company)}
    return {
        entry.id: entry
        for entry in reversed(workbook.debriefed)
        if entry.application_id in there and chronological(entry) < chronological(coming)
    }


def _consistency(
    workbook: Workbook,
    company: str,
    coming: Interview,
    earlier: dict[str, Interview],
    dismissed: Collection[str],
    today: date,
    dates: DateStyle,
) -> Consistency:
    position = {interview_id: number for number, interview_id in enumerate(earlier)}
    claims = tuple(
        ClaimMade(claim, earlier[claim.interview_id])
        for claim in sorted(
            (entry for entry in workbook.claims if entry.interview_id in earlier),
            key=lambda one: position[one.interview_id],
        )
    )
    low = _low_ratings(workbook, earlier)
    hard = tuple(
        sorted(
            (one for one in workbook.questions if one.interview_id in earlier and one.was_asked and one.is_hard),
            key=lambda one: (position[one.interview_id], one.hardness),
        )
    )
    questions = _open_questions(claims, low, dismissed)
    return Consistency(
        company=company,
        interview=coming,
        claims=claims,
        stories=_told_stories(workbook, earlier),
        low_ratings=low,
        hard_questions=hard,
        questions=questions,
        sentence=_sentence(company, claims, len(earlier), next(iter(earlier.values())), today, dates=dates),
    )


def _told_stories(workbook: Workbook, earlier: dict[str, Interview]) -> tuple[ToldStory, ...]:
    stories = workbook.by_id(Story)
    told = {
        (entry.interview_id, entry.story_id): None
        for entry in workbook.questions
        if entry.story_id in stories and entry.was_asked
    }
    return tuple(
        ToldStory(stories[story_id], interview)
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
    claims: tuple[ClaimMade, ...], low: tuple[LowRating, ...], dismissed: Collection[str]
) -> tuple[OpenQuestion, ...]:
    """For each claim the newest low rating of its dimension at this company; the same words are asked about once.

    Dismissed words stay dismissed, in whichever round they came up.
    """
    newest = {rating.dimension: rating for rating in reversed(low)}
    aside = {claim_key(made.claim) for made in claims if made.claim.id in dismissed}
    asked: dict[tuple[str, str], OpenQuestion] = {}
    for made in claims:
        claim = made.claim
        rating = newest.get(claim.dimension) if claim.dimension else None
        key = claim_key(claim)
        if rating and key not in aside and key not in asked:
            rated = f"rated {rating.label.lower()} {rating.score}"
            sentence = f"You said “{claim.claim.strip()}”, and {rated}: which story shows it?"
            asked[key] = OpenQuestion(claim, rating, sentence)
    return tuple(asked.values())


def claim_key(claim: Claim) -> tuple[str, str]:
    """What makes two claims the same one: the words, apart from case and blanks, and the side that they are about."""
    return (" ".join(claim.claim.casefold().split()), claim.dimension)


def _sentence(
    company: str, claims: tuple[ClaimMade, ...], rounds: int, last: Interview, today: date, dates: DateStyle
) -> str:
    met = f"{counted(rounds, 'interview')} at {company} so far, last {dates.on_day(last.held_on, today)}."
    return paragraph(met, f"You told them {counted(len(claims), 'thing')} about yourself." if claims else "")
