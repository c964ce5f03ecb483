"""Writing a message that is due: begun from the debrief, checked, and kept as it was sent."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import ValidationError

from lib.capture.promised import promised_to
from lib.dates import DateStyle
from lib.followup import task_rows
from lib.followup.channels import ChannelSuggestion, Occasion, suggest
from lib.followup.derived_task import DerivedTask
from lib.followup.examples import example_for
from lib.followup.facts import Extras, Facts, gather
from lib.followup.fitting import fits
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.meetings import lines_about
from lib.followup.messages import NO_NAME, Message, draft_message
from lib.followup.own_templates import OwnTemplate, fill_template, own_template
from lib.followup.proofreading import LetterFinding, check, reading_of
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.task import Task
from lib.records.vocabulary import Channel, Language, TaskKind
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import MESSAGE
from lib.workflows.drafting import DraftChange, attempt, changed_fields, commit_draft, is_begun
from lib.workflows.entries.offers import terms_of
from lib.workflows.entries.tasks import LocalTime, plan_for, with_words
from lib.workflows.errors import Gone, Incomplete, Settled, unkeepable

KIND = MESSAGE
_GREETING = re.compile(r"[^\W\d_][^\n]{0,200}?,(?=\n)|[^\W\d_][^\n,]{0,100},(?= )")
"""How a draft begins: a greeting on a line of its own, or, in an invitation, up to its comma."""


@dataclass(frozen=True)
class Correspondence:
    """One message in the making: its recipient and subject, the facts it uses, and the suggested channel.

    ``noted`` are the lines of the debrief that name the recipient, for a letter about our conversation.
    """

    due: DerivedTask
    kind: TaskKind
    facts: Facts
    suggestion: ChannelSuggestion
    address: str
    person_id: str = ""
    noted: tuple[str, ...] = ()
    templates: Mapping[Channel, OwnTemplate] = field(default_factory=dict)

    @property
    def asks_address(self) -> bool:
        """Whether the recipient's name alone doesn't tell how to greet them, and nobody has answered yet."""
        return bool(self.person_id) and not self.facts.address.sure

    def own_wording(self, channel: Channel) -> Message | None:
        """My own template, filled in; None without one, and if such a letter makes no sense now."""
        own = self.templates.get(channel)
        return fill_template(own, self.kind, channel, self.facts) if own and fits(self.kind, self.facts) else None

    def wording(self, channel: Channel) -> Message:
        """The first wording: by my own template, else by Afterword's."""
        return self.own_wording(channel) or draft_message(self.kind, channel, self.facts)


def correspondence(workbook: Workbook, due: DerivedTask, today: date, dates: DateStyle) -> Correspondence:
    """What is needed to write the message of a task. Raises ``Gone`` for a task without one."""
    if not due.is_written:
        raise Gone("A message for this task")
    kind = due.kind
    promise = workbook.find(Promise, due.about_id)
    person_id = _promised_to(workbook, promise) if promise else due.person_id
    person = workbook.find(Person, person_id)
    facts = gather(
        workbook,
        today,
        dates=dates,
        application_id=due.application_id,
        interview_id=due.interview_id,
        person_id=person_id,
        extras=Extras(promised=promise.what if promise else "", offer=terms_of(workbook, due.application_id)),
    )
    example = example_for(kind, facts, workbook, due.application_id)
    facts = replace(facts, extras=replace(facts.extras, story=example))
    occasion = Occasion(
        today,
        person,
        workbook.interview(due.interview_id),
        workbook.application(due.application_id),
        facts.extras.promised,
    )
    email, known_id = (person.email, person.id) if person else ("", "")
    kept = ((channel, own_template(workbook, kind, channel)) for channel in TASK_KINDS[kind].channels)
    templates = {channel: own for channel, own in kept if own}
    noted = lines_about(workbook, occasion.interview, person) if TASK_KINDS[kind].is_about_a_talk else ()
    return Correspondence(due, kind, facts, suggest(kind, occasion), email, known_id, noted, templates)


def _promised_to(workbook: Workbook, promise: Promise) -> str:
    """Whom the promise was made to: the person chosen, else the one met there whom its words name, else the only one
    met; empty if it is not known."""
    met = [entry.person_id for entry in workbook.conversations if entry.interview_id == promise.interview_id]
    named = promised_to(promise.what, {person_id: workbook.name_of(person_id) for person_id in met})
    return promise.person_id or named or (met[0] if len(met) == 1 else "")


def begin_message(letter: Correspondence, token: str) -> Draft:
    """A draft with the first wording for every channel; a wording kept on the task's row takes its place."""
    row = letter.due.row
    chosen = row.channel if row and row.channel else letter.suggestion.channel
    answers: dict[str, JsonValue] = {
        "channel": chosen,
        "reason": "",
        "to": letter.facts.person,
        "application_id": letter.due.application_id,
    }
    for channel in TASK_KINDS[letter.kind].channels:
        wording = letter.wording(channel)
        kept = row if row and row.body and row.channel == channel else None
        answers[f"subject_{channel}"] = kept.subject if kept else wording.subject
        answers[f"body_{channel}"] = kept.body if kept else wording.body
    task_id = letter.due.id
    return Draft(id=task_id, kind=KIND, record_id=task_id, token=token, screen=KIND, values=answers, base=answers)


def refresh(letter: Correspondence, draft: Draft) -> Draft:
    """The draft with what the person typed, and everything else from the facts as they are now.

    My name and the greeting follow the facts within typed words too, if nobody has touched them.
    """
    fresh = begin_message(letter, draft.token)
    typed = {name: _signed(draft.values[name], letter.facts.me) for name in changed_fields(draft)}
    for body in (name for name in typed if name.startswith("body_")):
        typed[body] = _greeted(typed[body], draft.base.get(body), fresh.values.get(body))
    now = replace(draft, values={**fresh.values, **typed}, base=fresh.base)
    return draft if now == draft else now


def _signed(typed: JsonValue, me: str) -> JsonValue:
    """The words with my name in the blank for it, once it is known."""
    return typed.replace(NO_NAME, me) if isinstance(typed, str) and me else typed


def _greeted(typed: JsonValue, was: JsonValue, now: JsonValue) -> JsonValue:
    """The words with the greeting that the draft would have now, if they still begin with the one that it had."""
    if not (isinstance(typed, str) and isinstance(was, str) and isinstance(now, str)):
        return typed
    old, new = _GREETING.match(was), _GREETING.match(now)
    if not (old and new and typed.startswith(old.group())):
        return typed
    return new.group() + typed[old.end() :]


def message_of(letter: Correspondence, draft: Draft) -> Message:
    """The message in the draft, in the chosen channel."""
    channel = chosen_channel(letter, draft)
    values = draft.values
    subject, body = form_values.text(values, f"subject_{channel}"), form_values.text(values, f"body_{channel}")
    advice = draft_message(letter.kind, channel, letter.facts).advice
    return Message(letter.kind, channel, letter.facts.person, subject, body, advice)


def chosen_channel(letter: Correspondence, draft: Draft) -> Channel:
    """The channel that the person chose, else the suggested one."""
    chosen = form_values.text(draft.values, "channel")
    return next(
        (channel for channel in TASK_KINDS[letter.kind].channels if channel == chosen), letter.suggestion.channel
    )


def findings(
    workbook: Workbook, letter: Correspondence, draft: Draft, drafts: Iterable[Draft]
) -> tuple[LetterFinding, ...]:
    """What to look at once more before the message goes out, beside the other notes of the same process."""
    others = tuple(_other_notes(workbook, letter, drafts))
    language = language_of(workbook, letter)
    return check(message_of(letter, draft), reading_of(workbook, letter.facts, others, language=language))


def language_of(workbook: Workbook, letter: Correspondence) -> Language | None:
    """The language that my letters to the recipient are in; None for English."""
    person = workbook.find(Person, letter.person_id)
    return person.language if person else None


def _other_notes(workbook: Workbook, letter: Correspondence, drafts: Iterable[Draft]) -> Iterable[Message]:
    same = {
        task.id: task
        for task in workbook.tasks
        if task.application_id == letter.due.application_id and task.id != letter.due.id
    }
    for task in same.values():
        if task.body and task.channel and task.kind in MESSAGES:
            yield _noted(task, workbook.name_of(task.person_id), task.channel)
    for other in drafts:
        if other.kind == KIND and other.record_id != letter.due.id and is_begun(other):
            yield from _drafted(other, letter)


def _noted(task: Task, to: str, channel: Channel) -> Message:
    return Message(task.kind, channel, to, task.subject, task.body)


def _drafted(other: Draft, letter: Correspondence) -> Iterable[Message]:
    if form_values.text(other.values, "application_id") == letter.due.application_id:
        channel = form_values.text(other.values, "channel")
        body = form_values.text(other.values, f"body_{channel}")
        to = form_values.text(other.values, "to")
        yield Message(letter.kind, channel, to, "", body)  # type: ignore[arg-type]  # as it was chosen from the channels


def send_message(store: Store, draft: Draft, local_time: LocalTime) -> Receipt:
    """Keep a message as sent, with its time and channel, and mark its task as done, with what else that changes.

    Raises ``Gone`` if nothing owes it any more, ``Incomplete`` if it is empty or holds what no cell can keep, and what
    the store raises.
    """
    if earlier := store.receipt(draft.id, attempt(draft)):
        return earlier
    known = store.drafts.load(draft.id)
    if known and known.values != draft.values:  # typed in another window: it stays there as a draft of its own
        draft = store.drafts.save(draft, local_time.now)

    def write(loaded: LoadedWorkbook) -> DraftChange:
        due, written = with_words(_owed(store, loaded, draft, local_time), draft, local_time)
        also = task_rows.side_effect_of_done(due, loaded.workbook, local_time.now.date())
        put = (_sent(loaded, due, draft, local_time), *([also] if also else []))
        return DraftChange(due.title, put, if_undone=written)

    return commit_draft(store, draft, local_time.now, write)


def _owed(store: Store, loaded: LoadedWorkbook, draft: Draft, local_time: LocalTime) -> DerivedTask:
    due = plan_for(loaded.workbook, store.drafts.list(), local_time).find(draft.record_id)
    if due is None:
        raise Settled("This message")
    return due


def _sent(loaded: LoadedWorkbook, due: DerivedTask, draft: Draft, local_time: LocalTime) -> Task:
    message = message_of(correspondence(loaded.workbook, due, local_time.now.date(), local_time.dates), draft)
    if not message.body:
        raise Incomplete("The message is empty.", "Write it, or dismiss the task.")
    reason = form_values.text(draft.values, "reason")
    try:
        return task_rows.mark_done(due, local_time.now, message.channel, message.subject, message.body, reason)
    except ValidationError as error:
        raise unkeepable(error) from error
