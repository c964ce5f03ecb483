"""Notes on a draft for the person alone: what it leaves out and why, and ideas from elsewhere to add."""

from collections.abc import Iterator

from lib.followup.facts import Facts
from lib.followup.kinds import TASK_KINDS
from lib.records.vocabulary import TaskKind


def advice(kind: TaskKind, facts: Facts) -> tuple[str, ...]:
    """The notes beside a draft of a kind that makes sense now.

    Ideas may come from other companies: that is why they are here, and not in the draft.
    """
    return (*_on_interest(kind, facts), *_on_time(kind, facts), *_on_help(kind, facts), *_ideas(kind, facts))


def _on_interest(kind: TaskKind, facts: Facts) -> Iterator[str]:
    if TASK_KINDS[kind].helps_get_the_job and facts.taken:
        yield f"You have accepted an offer from {facts.taken}. If that is final, you may not need this any more."
    if not TASK_KINDS[kind].states_interest:
        return
    if facts.taken:
        yield (
            f"The draft claims no interest, because you have accepted an offer from {facts.taken}. "
            "If that is final, tell them that you withdraw."
        )
    elif facts.stance == "none":
        yield "The draft claims no interest, because your debrief leans away from this job."
    if facts.stance == "unknown":
        yield "The draft claims no interest, because your debrief does not say how much you want this job."


def _on_time(kind: TaskKind, facts: Facts) -> Iterator[str]:
    if kind == "ready_to_decide" and facts.is_date_ahead and facts.reply_by:
        yield f"They said {facts.dates.spoken_day(facts.reply_by, facts.today)}. You can wait until then."


def _on_help(kind: TaskKind, facts: Facts) -> Iterator[str]:
    company = facts.company or "the company"
    if kind == "brief_reference" and not facts.reference.is_given:
        yield "You haven't noted that they agreed to be a reference. Ask them first."
    if TASK_KINDS[kind].after_help_of == "reference" and facts.reference.here != "spoke":
        yield f"You haven't noted that {company} contacted them, so the draft doesn't say that they spoke for you."
    if TASK_KINDS[kind].after_help_of == "contact" and facts.good_word.here != "spoke":
        yield "You haven't noted that they put in a word, so the draft doesn't say so."


def _ideas(kind: TaskKind, facts: Facts) -> Iterator[str]:
    strength = next(iter(facts.strengths), "")
    if kind == "thank_you" and facts.their_question:
        yield (
            f"They asked you about {facts.their_question}. If you have more to say on it, add a sentence. "
            "The draft doesn't mention it."
        )
    if kind == "thank_you" and facts.stance in ("keen", "open") and facts.process_state == "open":
        if not facts.qualification and strength:
            yield (
                f"An idea: add a strength of yours, such as “{strength}”. It is not in the draft, as you noted no word "
                "of it to them."
            )
        if facts.qualification and facts.extras.story:
            yield f"An idea: add an example that they have not heard yet. {facts.extras.story}"
    if kind == "brief_reference" and not facts.claims and strength:
        yield (
            f"An idea for what to stress: “{strength}”. It is not in the draft, as you noted no word of it to "
            f"{facts.company or 'them'}."
        )
