"""The stories: what each answers, and who has heard it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.english import counted, listed, times
from lib.practice.cards import Card, cards
from lib.records.application import match_key
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.story import Story
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class StoryTelling:
    """One time a story was told: the interview, its company, and the people met there."""

    interview: Interview
    company: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class StoryUse:
    """A story with the topics that it answers, the kinds they are of, and its tellings, the newest first."""

    story: Story
    topics: tuple[Card, ...]
    kinds: tuple[str, ...]
    tellings: tuple[StoryTelling, ...]
    sentence: str


def story_uses(workbook: Workbook, today: date, dates: DateStyle) -> tuple[StoryUse, ...]:
    """Every story and its use, in the order of the file."""
    found = [card for card in cards(workbook) if not card.is_mine]
    return tuple(_use(workbook, story, found, today, dates=dates) for story in workbook.stories)


def heard_before(workbook: Workbook, story_id: str, interview: Interview) -> tuple[StoryTelling, ...]:
    """The earlier tellings of a story that the coming panel may know: to one of those noted as met in that interview,
    or at this company. The newest comes first."""
    company = match_key(workbook.company_of(interview.application_id))
    panel = {one.person_id for one in workbook.conversations if one.interview_id == interview.id}
    return tuple(
        told
        for told in _tellings(workbook, story_id)
        if told.interview.id != interview.id
        and (panel & {person.id for person in told.people} or (company and match_key(told.company) == company))
    )


def _met(workbook: Workbook, interview_ids: Collection[str]) -> dict[str, tuple[Person, ...]]:
    people = workbook.by_id(Person)
    met: dict[str, tuple[Person, ...]] = {}
    for entry in workbook.conversations:
        if entry.interview_id in interview_ids and entry.person_id in people:
            met[entry.interview_id] = (*met.get(entry.interview_id, ()), people[entry.person_id])
    return met


def _use(workbook: Workbook, story: Story, found: list[Card], today: date, dates: DateStyle) -> StoryUse:
    topics = tuple(card for card in found if story.id in _story_ids(card))
    kinds = tuple(kind for kind in words(Category) if kind in {card.category for card in topics})
    tellings = _tellings(workbook, story.id)
    return StoryUse(story, topics, kinds, tellings, _use_sentence(topics, tellings, today, dates=dates))


def _story_ids(card: Card) -> set[str]:
    return {question.story_id for question in card.wordings if question.story_id} | (
        {card.topic.story_id} if card.topic and card.topic.story_id else set()
    )


def _tellings(workbook: Workbook, story_id: str) -> tuple[StoryTelling, ...]:
    told = {entry.interview_id for entry in workbook.questions if entry.story_id == story_id and entry.was_asked}
    met = _met(workbook, told)
    return tuple(
        StoryTelling(
            interview=interview,
            company=workbook.company_of(interview.application_id),
            people=met.get(interview.id, ()),
        )
        for interview in sorted(
            (entry for entry in workbook.interviews if entry.id in told), key=chronological, reverse=True
        )
    )


def _use_sentence(topics: tuple[Card, ...], tellings: tuple[StoryTelling, ...], today: date, dates: DateStyle) -> str:
    answers = f"Answers {counted(len(topics), 'question')}" if topics else "Answers no question yet"
    if not tellings:
        return f"{answers}; not told yet."
    last = tellings[0]
    heard = listed([person.name for person in last.people])
    where = ", ".join(part for part in (last.company, dates.near_day(last.interview.held_on, today)) if part)
    latest = ", last" if len(tellings) > 1 else ""
    return f"{answers}; told {times(len(tellings))}{latest}{f' to {heard}' if heard else ''} ({where})."
