"""Is this a question that came before? The closest earlier ones to choose from; nothing merges by itself.

Compared by their letters, and where the optional models are installed by their meaning. Those are loaded in the
background: until they are ready the letters alone decide, and then the page is drawn once more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.dates import DateStyle
from lib.english import one_line
from lib.extras import meaning
from lib.practice.bank import BankTopic, bank
from lib.practice.cards import Card, card_by_question, cards
from lib.practice.grouping import TopicSuggestion, WordingIndex
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.ui.markdown import SafeText, marked
from lib.workflows import form_values
from lib.workflows.drafts.same_questions import same_field

_LONGEST = 120
_LOOK_AGAIN = 0.5
"""Seconds between two looks at whether the background is done."""
THE_SAME = "This looks like the same question"

MEANINGS = meaning.Meanings() if meaning.is_installed() else None
"""The meanings of wordings, for all tabs; None if the models aren't installed."""


@dataclass(frozen=True)
class _Known:
    """The questions that came before, ready to be compared, and the bank's entry for each, by its card's id.

    ``at`` has each card under its own id and its wordings'; ``only_in`` the ids of those that one interview alone
    has, by the interview.
    """

    index: WordingIndex
    entries: Mapping[str, BankTopic]
    at: Mapping[str, Card]
    only_in: Mapping[str, Collection[str]]


@st.cache_resource(max_entries=4, show_spinner=False)
def _known(fingerprint: str, today: date, _workbook: Workbook, _dates: DateStyle) -> _Known:
    found = cards(_workbook)
    only_in: dict[str, list[str]] = defaultdict(list)
    for card in found:
        if len(homes := {one.interview_id for one in card.wordings}) == 1:
            only_in[homes.pop()].append(card.id)
    return _Known(
        WordingIndex([card for card in found if not card.is_mine]),
        {entry.card.id: entry for entry in bank(_workbook, today, _dates)},
        card_by_question(found) | {card.id: card for card in found},
        dict(only_in),
    )


def _known_to(context: Context) -> _Known:
    return _known(context.loaded.fingerprint, context.today, _workbook=context.workbook, _dates=context.dates)


def suggestions(
    context: Context, wording: str, own_id: str = "", interview_id: str = ""
) -> tuple[tuple[TopicSuggestion, BankTopic], ...]:
    """The three closest earlier questions.

    The card of ``own_id``, a topic or a wording, is not among them, nor one that came up in ``interview_id`` alone.
    """
    known = _known_to(context)
    own = [known.at[own_id].id] if own_id in known.at else []
    there = known.only_in.get(interview_id, ()) if interview_id else ()
    means = MEANINGS.likeness(wording, known.index.wordings) if MEANINGS and wording.strip() else None
    found = known.index.suggest(wording, leaving_out=[*own, *there], meaning=means)
    return tuple((one, known.entries[one.card.id]) for one in found)


def prepare(context: Context) -> None:
    """Have the earlier questions looked at in the background, for a page that will soon ask about them."""
    if MEANINGS:
        MEANINGS.prepare(_known_to(context).index.wordings)


def look_again_when_ready() -> None:
    """Draw the page once more when the background is done; to be called once, after what is offered."""
    if MEANINGS and MEANINGS.is_coming:
        st.fragment(_look_again, run_every=_LOOK_AGAIN)()


def _look_again() -> None:
    if not (MEANINGS and MEANINGS.is_coming):
        st.rerun()


def offer(context: Context, form: Form, field: str, wording: str, own_id: str = "", interview_id: str = "") -> None:
    """Ask whether a wording is an earlier question, folded away; nothing if there is none like it."""
    asked = _Asked.of(context, form, field, wording, own_id, interview_id)
    if asked.options:
        with st.expander(asked.heading, key=f"same {form.name} {field}"):
            asked.ask(form, "Is it one of these?")


def offer_several(
    context: Context, form: Form, wordings: Iterable[str], hard: Collection[str], interview_id: str
) -> None:
    """Ask it of each wording that looks like an earlier question or was hard, all of them folded away together."""
    every = [_Asked.of(context, form, same_field(wording), wording, "", interview_id) for wording in wordings]
    alike = [asked for asked in every if asked.is_likely or asked.chosen or (asked.options and asked.wording in hard)]
    if alike:
        with st.expander(marked("You may have had some of these before ({})", len(alike)), key=f"same {form.name}"):
            for asked in alike:
                about = f"{THE_SAME} as before:" if asked.looks_the_same else "Were you asked this before?"
                asked.ask(form, marked("“{}”. {}", one_line(asked.wording, _LONGEST), about))


@dataclass(frozen=True)
class _Asked:
    """What is asked of one wording: the earlier questions by their card's id, a line about each, and the choice.

    A card that the draft names otherwise, as it was named when it was chosen, appears under that name.
    """

    field: str
    wording: str
    options: dict[str, str]
    about: dict[str, str]
    chosen: str
    looks_the_same: bool
    is_likely: bool

    @classmethod
    def of(cls, context: Context, form: Form, field: str, wording: str, own_id: str, interview_id: str) -> "_Asked":
        known, chosen = _known_to(context), form.text(field)
        found = suggestions(context, wording, own_id, interview_id)
        values = {
            known.at[value].id: value
            for value in (form_values.text(form.draft.base, field), chosen)
            if value in known.at
        }
        options = {values.get(one.card.id, one.card.id): one_line(entry.card.text, _LONGEST) for one, entry in found}
        about = {values.get(one.card.id, one.card.id): entry.sentence for one, entry in found}
        for card_id, value in values.items():
            card = known.at[card_id]
            if value not in options and any(one.id != own_id for one in card.wordings):
                options[value], about[value] = one_line(card.text, _LONGEST), "As you said before."
        looks_the_same = any(one.looks_the_same for one, _ in found)
        is_likely = any(one.may_be_the_same for one, _ in found)
        return cls(field, wording, options, about, options.get(chosen, ""), looks_the_same, is_likely)

    @property
    def heading(self) -> SafeText:
        """The label of the folded question."""
        if self.chosen:
            return marked("The same as: {}", one_line(self.chosen, 60))
        return marked("{} as before", THE_SAME) if self.looks_the_same else "Were you asked this before?"

    def ask(self, form: Form, label: SafeText) -> None:
        """Ask it; none of them is the first answer."""
        form.choose_entry(self.field, label, self.options, self.about, otherwise="No, a new question")
