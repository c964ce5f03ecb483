"""Correcting a saved debrief, section by section, without overwriting what was changed elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from random import Random
from typing import Final

from lib.dates import DateStyle
from lib.english import paragraph
from lib.records.goal_answer import GoalAnswer
from lib.records.ids import new_id
from lib.records.interview import Interview
from lib.records.labels import cell_label
from lib.records.plan_check import PlanCheck
from lib.records.question import Question
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Draft, Receipt, Store, Transaction
from lib.workflows import form_values
from lib.workflows.draft_kinds import EDIT
from lib.workflows.drafting import DraftChange, changed_fields, commit_draft
from lib.workflows.drafts.earlier_fields import migrate_draft
from lib.workflows.drafts.same_questions import with_current_topics
from lib.workflows.drafts.section_records import section_records
from lib.workflows.drafts.sections import OPTIONAL, SECTIONS, SectionAnswers, filled_sections, section_answers
from lib.workflows.entries.moving import carry_letters, letters_about, where_to
from lib.workflows.entries.plan_checks import answers_by_plan, check_answers, in_words
from lib.workflows.entries.practising import card_of
from lib.workflows.entries.reopening import what_opened
from lib.workflows.entries.rounds import propagate_outcomes
from lib.workflows.errors import Difference, EditedElsewhere, Gone
from lib.workflows.form_values import FormValues

KIND = EDIT

_SPOKEN = {
    "next": "next steps",
    "hard": "hard questions",
    "forgotten": "forgotten questions",
    "private": "private note",
    "no": "look back",
    "when": "new day and time",
}
"""Sections whose key isn't clear enough in the list of what can be undone."""


def begin_edit(workbook: Workbook, interview: Interview, section_key: str, now: datetime, random: Random) -> Draft:
    """A draft of one stored section; what it was loaded with is kept beside it, to notice changes elsewhere.

    A new day for an interview that was cancelled puts it back on.
    """
    loaded = section_answers(workbook, interview, SECTIONS[section_key])
    answers = {**loaded, **({"state": "scheduled"} if section_key == "when" and not interview.is_debriefed else {})}
    token = new_id("dt", random)
    return Draft(
        id=f"{interview.id}--{section_key}--{token}",
        kind=KIND,
        record_id=interview.id,
        token=token,
        screen=section_key,
        values=answers,
        base=loaded,
    )


def save_edit(store: Store, draft: Draft, now: datetime, zone: tzinfo, dates: DateStyle) -> Receipt:
    """Save one section; what was changed elsewhere meanwhile is kept if this draft did not touch it.

    Raises ``EditedElsewhere`` if both changed the same field, ``Gone`` if the debrief was deleted, ``Incomplete`` if an
    answer cannot be meant, and what the store raises.
    """
    letters = letters_about(store, draft, now, zone)
    receipt = commit_draft(store, draft, now, lambda loaded: _written(loaded.workbook, draft, now, zone, dates=dates))
    carry_letters(store, letters, now, zone)
    return receipt


def _written(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo, dates: DateStyle) -> DraftChange:
    interview = workbook.interview(draft.record_id)
    if interview is None:
        raise Gone("This debrief")
    section = SECTIONS[draft.screen]
    mine = migrate_draft(workbook, draft, zone, now.date())
    mine = replace(mine, values=with_current_topics(workbook, mine.values))
    current = section_answers(workbook, interview, section)
    if answers_by_plan(mine.values):
        current |= check_answers(workbook, interview)
    try:
        merged = merge(mine, current, _shown)
    except EditedElsewhere as conflict:
        raise EditedElsewhere([_in_words(workbook, each) for each in conflict.differences]) from conflict
    put, remove = section_records(workbook, interview, section, merged, draft.token, now, zone)
    company = workbook.company_of(interview.application_id)
    step = propagate_outcomes(workbook, put, now)
    label = f"{company}: {_SPOKEN.get(section.key, section.key)} corrected"
    says = paragraph(
        where_to(workbook, interview, put, now.date(), dates=dates), what_opened(workbook, put), step.sentence
    )
    return DraftChange(label, step.put, remove, message=says)


def merge(draft: Draft, current: SectionAnswers, shown: Callable[[str, str], str]) -> FormValues:
    """Mine where I changed it, theirs where only they did; ``EditedElsewhere`` if both did, and differently.

    ``shown`` is what the answer to a field looks like on screen.
    """
    mine, base = draft.values, draft.base
    merged: dict[str, object] = {}
    differences = []
    for field in dict.fromkeys((*current, *mine)):
        here, loaded, there = mine.get(field) or "", base.get(field) or "", current.get(field) or ""
        if isinstance(here, list) or isinstance(there, list):
            merged[field] = _merged_rows(draft, field, form_values.items(current, field))
            continue
        row_is_gone = field not in current and field in base and field.partition(".")[0] not in form_values.KEYED
        if here not in (loaded, there) and there != loaded and not row_is_gone:
            differences.append(Difference(field, shown(field, str(here)), shown(field, str(there))))
        merged[field] = there if here == loaded and not row_is_gone else here
    differences += _taken_off_but_changed(draft, current)
    if differences and mine.get("overwrite") != "yes":
        raise EditedElsewhere(differences)
    return merged


def _shown(field: str, text: str) -> str:
    group, column = field.partition(".")[0], field.rpartition(".")[2]
    if group == "ratings":  # a number, or a word that plans have too
        return cell_label(PlanCheck, "kept", text)
    return cell_label(_ROWS.get(group, Interview), column, text)


_ROWS: Final[dict[str, type[Record]]] = {"questions": Question, "goal_answers": GoalAnswer}
"""The lists with columns that hold words of a vocabulary."""


def _in_words(workbook: Workbook, difference: Difference) -> Difference:
    """The difference with the question or the story in words where the field names it by its id."""
    column = difference.field.rpartition(".")[2]
    mine, theirs = difference.mine, difference.theirs
    if column == "topic_id":
        cards = {each: card_of(workbook, each) for each in (mine, theirs) if each}
        texts = {each: card.text for each, card in cards.items() if card} | {"": "A new question"}
        return Difference("the same question as", texts.get(mine, mine), texts.get(theirs, theirs))
    if column == "story_id":
        titles = {story.id: story.title for story in workbook.stories} | {"": "None of mine"}
        return Difference("the story told", titles.get(mine, mine), titles.get(theirs, theirs))
    return in_words(workbook, difference)


def _merged_rows(draft: Draft, group: str, there: Sequence[str]) -> tuple[str, ...]:
    """My rows in my order without those that only they took off, then the rows that they added."""
    here, loaded = form_values.items(draft.values, group), form_values.items(draft.base, group)
    touched = {field.split(".")[1] for field in changed_fields(draft) if field.startswith(f"{group}.")}
    kept = (row for row in here if row not in loaded or row in there or row in touched)
    return (*kept, *(row for row in there if row not in loaded and row not in here))


def _taken_off_but_changed(draft: Draft, current: SectionAnswers) -> list[Difference]:
    """What they changed in rows that I took off, and what I changed in rows that they took off."""
    differences = []
    for field, loaded in draft.base.items():
        group, _, rest = field.partition(".")
        row_id = rest.rpartition(".")[0]
        if not row_id or group in form_values.KEYED:
            continue
        mine, theirs = draft.values.get(field) or "", current.get(field) or ""
        if row_id not in form_values.items(draft.values, group) and theirs not in (loaded or "", ""):
            differences.append(Difference(field, _TAKEN_OFF, _shown(field, str(theirs))))
        elif row_id not in form_values.items(current, group) and mine != (loaded or ""):
            differences.append(Difference(field, _shown(field, str(mine)), _TAKEN_OFF))
    return differences


_TAKEN_OFF = "(taken off)"


def finish_debrief(store: Store, interview_id: str, now: datetime) -> Receipt | None:
    """Mark a short debrief as done: the person has nothing to add. None if there is nothing to mark."""
    loaded = store.load_whole()
    interview = loaded.workbook.interview(interview_id)
    if interview is None or interview.state != "short":
        return None
    done = interview.changed(state="done", updated_at=now.replace(microsecond=0))
    return store.commit(
        Transaction(label="A finished debrief", put=(done,), row_versions=loaded.row_versions_of((done,))), now
    )


def open_sections(workbook: Workbook, interview: Interview, today: date) -> tuple[str, ...]:
    """The optional parts that are still empty; after a week, or once it is done, nothing is called unfinished."""
    if interview.state != "short" or (today - interview.held_on).days > 7:
        return ()
    filled = filled_sections(workbook, interview)
    return tuple(key for key in OPTIONAL if key not in filled and key != "private")
