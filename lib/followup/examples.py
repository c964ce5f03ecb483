"""The story that a letter tells, or that may be added to one: chosen by what it claims, in a few sentences."""

import re
from collections.abc import Iterable, Iterator

from lib.english import sentence_case
from lib.followup.facts import Facts
from lib.followup.letter_fields import STRENGTHS
from lib.followup.phrasing import one_line, shorten
from lib.followup.strengths import names_another, strengths_for
from lib.records.interview import chronological
from lib.records.story import Story
from lib.records.vocabulary import TaskKind
from lib.records.workbook import Workbook
from lib.words import word_set

IN_A_LETTER = 500
IN_A_NOTE = 240
"""How many characters a story takes at most: in an application, and in a note of thanks."""

_SHARED = 2
_STEM = 6
_COMMON = word_set(
    """
    about after again also been before being both could each ever every first from have having into just last like
    made make many more most much never only other over same since some such than that their them then there these
    they thing things this those through time times under until very well went were what when where which while
    with within without work would year years your
    """
)


def example_for(kind: TaskKind, facts: Facts, workbook: Workbook, application_id: str) -> str:
    """The story for a message of that kind, in a few sentences; empty if there is none for it.

    An application tells the one that suits it best. For a note of thanks it is an idea for the person to add, as they
    have not told it there: one that shows the very claim that the note names.
    """
    if kind == "look_at_rival":
        story = story_for_letter(workbook, application_id)
        return in_a_few_sentences(story, IN_A_LETTER) if story else ""
    if kind == "thank_you" and facts.qualification:
        fitting = [one for one in _untold(workbook, application_id) if fit(one, [facts.qualification])]
        story = _best(workbook, fitting, [facts.qualification])
        return in_a_few_sentences(story, IN_A_NOTE) if story else ""
    return ""


def story_for_letter(workbook: Workbook, application_id: str = "") -> Story | None:
    """The story for an application: the one that shows most of the claims that the letter names, else the one told
    last; never one that was told in a round of that application."""
    claims = strengths_for(workbook, workbook.application(application_id))[:STRENGTHS]
    return _best(workbook, _untold(workbook, application_id), claims)


def fit(story: Story, claims: Iterable[str]) -> int:
    """How many of the claims a story shows: one of its strengths shares a word with the claim, or its telling two."""
    strengths = _stems(" ".join(story.strengths))
    telling = _stems(" ".join((story.title, *_parts(story))))
    found = [_stems(claim) for claim in claims]
    return sum(bool(words & strengths) or len(words & telling) >= _SHARED for words in found)


def in_a_few_sentences(story: Story, most: int) -> str:
    """A story from its situation to its result, in ``most`` characters: as it was written, else less and less of it."""
    parts = _parts(story)
    firsts = tuple(re.split(r"(?<=[.!?])\s", part)[0] for part in parts)
    ends = (firsts[0], firsts[-1]) if len(firsts) > 1 else firsts
    for chosen in (parts, firsts, ends, firsts[-1:]):
        if chosen and len(told := " ".join(_sentence(part) for part in chosen)) <= most:
            return told
    cut = shorten(firsts[-1], most - 1) if firsts else ""
    return _sentence(cut) if cut else ""


def _best(workbook: Workbook, stories: Iterable[Story], claims: Iterable[str]) -> Story | None:
    wanted = tuple(claims)
    order = {entry.id: number for number, entry in enumerate(sorted(workbook.interviews, key=chronological))}
    asked = (entry for entry in workbook.questions if entry.interview_id in order and entry.came_up)
    told = {entry.story_id: order[entry.interview_id] for entry in sorted(asked, key=lambda e: order[e.interview_id])}
    return max(reversed(tuple(stories)), key=lambda one: (fit(one, wanted), told.get(one.id, -1)), default=None)


def _untold(workbook: Workbook, application_id: str) -> Iterator[Story]:
    """The stories with words to tell that were not told in a round of this application and name no other company."""
    application = workbook.application(application_id)
    rounds = {entry.id for entry in workbook.interviews if entry.application_id == application_id}
    told = {entry.story_id for entry in workbook.questions if entry.interview_id in rounds and entry.came_up}
    return (
        story
        for story in workbook.stories
        if story.id not in told and _parts(story) and not names_another(workbook, application, " ".join(_parts(story)))
    )


def _parts(story: Story) -> tuple[str, ...]:
    parts = (story.situation, story.action or story.task, story.result)
    return tuple(line for part in parts if (line := one_line(part)))


def _sentence(text: str) -> str:
    return sentence_case(text) if text.endswith((".", "!", "?", "…")) else f"{sentence_case(text).rstrip(' ,;:')}."


def _stems(text: str) -> frozenset[str]:
    """The meaningful words, by their first letters: 'organised' and 'organise' are one."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word[:_STEM] for word in found if (len(word) > 3 or word.isdigit()) and word not in _COMMON)
