"""Is this a question that came before? The closest earlier ones to choose from; nothing merges by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.practice.bank import Entry, bank
from lib.practice.cards import cards
from lib.practice.grouping import Suggestion, WordingIndex
from lib.records.workbook import Workbook
from lib.ui.form import Form
from lib.ui.wiring import Visit
from lib.ui.words import escaped, one_line
from lib.workflows.practising import card_of
from lib.workflows.same_questions import same_field

_LONGEST = 120
THE_SAME = "This looks like the same question"


@dataclass(frozen=True)
class _Known:
    """The questions that came before, ready to be compared, and what the bank says of each by its card's id."""

    index: WordingIndex
    entries: Mapping[str, Entry]


@st.cache_resource(max_entries=4, show_spinner=False)
def _known(fingerprint: str, today: date, _workbook: Workbook) -> _Known:
    theirs = [card for card in cards(_workbook) if not card.is_mine]
    return _Known(WordingIndex(theirs), {entry.card.id: entry for entry in bank(_workbook, today)})


def suggestions(visit: Visit, wording: str, own_id: str = "") -> tuple[tuple[Suggestion, Entry], ...]:
    """The three closest earlier questions; the card of ``own_id``, a topic or a wording, is not among them."""
    known = _known(visit.loaded.fingerprint, visit.today, _workbook=visit.workbook)
    own = card_of(visit.workbook, own_id) if own_id else None
    found = known.index.suggest(wording, leaving_out=[own.id] if own else [])
    return tuple((one, known.entries[one.card.id]) for one in found)


def offer(visit: Visit, form: Form, field: str, wording: str, own_id: str = "") -> None:
    """Ask whether a wording is an earlier question, folded away; nothing where there is none like it."""
    asked = _Asked.of(visit, form, field, wording, own_id)
    if asked.options:
        with st.expander(asked.heading, key=f"same {form.name} {field}"):
            asked.ask(form, "Is it one of these?")


def offer_several(visit: Visit, form: Form, wordings: Iterable[str]) -> None:
    """Ask it of each wording that looks like an earlier question, all of them folded away together."""
    every = [_Asked.of(visit, form, same_field(wording), wording, "") for wording in wordings]
    alike = [asked for asked in every if asked.looks_the_same or asked.chosen]
    if alike:
        with st.expander(f"You may have had some of these before ({len(alike)})", key=f"same {form.name}"):
            for asked in alike:
                asked.ask(form, f"“{escaped(one_line(asked.wording, _LONGEST))}”. {THE_SAME} as before:")


@dataclass(frozen=True)
class _Asked:
    """What is asked of one wording: the earlier questions by their card's id, a line about each, and the choice."""

    field: str
    wording: str
    options: dict[str, str]
    about: dict[str, str]
    chosen: str
    looks_the_same: bool

    @classmethod
    def of(cls, visit: Visit, form: Form, field: str, wording: str, own_id: str) -> "_Asked":
        found = suggestions(visit, wording, own_id)
        options = {one.card.id: one_line(entry.card.text, _LONGEST) for one, entry in found}
        about = {one.card.id: entry.sentence for one, entry in found}
        chosen = form.text(field)
        standing = card_of(visit.workbook, chosen) if chosen else None
        if standing and chosen not in options and any(one.id != own_id for one in standing.wordings):
            options[chosen], about[chosen] = one_line(standing.text, _LONGEST), "As you said before."
        looks = any(one.looks_the_same for one, _ in found)
        return cls(field, wording, options, about, options.get(chosen, ""), looks)

    @property
    def heading(self) -> str:
        """What stands on the folded question."""
        if self.chosen:
            return f"The same as: {escaped(one_line(self.chosen, 60))}"
        return f"{THE_SAME} as before" if self.looks_the_same else "Did you have it before?"

    def ask(self, form: Form, label: str) -> None:
        """Ask it; none of them is the first answer."""
        form.one_of(self.field, label, self.options, self.about, otherwise="No, a question of its own")
