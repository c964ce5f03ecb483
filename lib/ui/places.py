"""Where everything is: one function per destination. Addresses hold ids, words of the vocabulary and dates only."""

from collections.abc import Mapping
from typing import NamedTuple, NoReturn

import streamlit as st

from lib.ui.markdown import SafeText

TODAY = "pages/main/today.py"
DEBRIEF = "pages/main/debrief.py"
JOURNAL = "pages/main/journal.py"
FOLLOW_UP = "pages/main/follow_up.py"
PROGRESS = "pages/main/progress.py"
PRACTICE = "pages/more/practice.py"
APPLICATIONS = "pages/more/applications.py"
DECIDE = "pages/more/decide.py"
DATA = "pages/more/data.py"
SETTINGS = "pages/more/settings.py"

MOVED = {"learn": PROGRESS, "search": APPLICATIONS}
"""The addresses that pages had in earlier versions, and the pages that they lead to now."""

OPENS = (
    *("new", "debrief", "draft", "upcoming", "sheet", "task", "topic", "story", "application", "person", "offer"),
    *("finding", "backup", "form", "part"),
)
"""The parameters for what is open on a page; the others, such as ``view``, are about how its list is shown."""


class Place(NamedTuple):
    """A page, and what is open on it."""

    page: str
    address: Mapping[str, str] = {}

    def go(self) -> NoReturn:
        """Leave for this place, from another page."""
        st.switch_page(self.page, query_params=dict(self.address))

    def link(self, label: SafeText) -> None:
        """A link that leads here; ``label`` is Markdown."""
        st.page_link(self.page, label=label, query_params=dict(self.address))

    def link_here(self, label: SafeText) -> None:
        """A link that opens this place from its own page, which then calls ``show_address``; ``label`` is Markdown.

        How the list is looked at stays.
        """
        kept = {name: value for name, value in st.query_params.items() if name not in OPENS}
        st.page_link(self.page, label=label, icon="", query_params={**kept, **self.address})

    def turn(self) -> None:
        """Open this place from its own page: a callback. How the list is looked at stays."""
        turn(**{name: self.address.get(name, "") for name in OPENS})
        turn(**self.address)


def turn(**parameters: str) -> None:
    """Change this page's address; an empty value takes the parameter away."""
    for name, value in parameters.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def close() -> None:
    """Back to the list of this page: a callback."""
    turn(**dict.fromkeys(OPENS, ""))


def whole() -> None:
    """Back from a form to what it is about: a callback. The form of something new leads back to the list."""
    turn(part="", form="", draft="")


def leave_all() -> None:
    """Back to the page's start: only the sample stays open, where it is."""
    turn(**dict.fromkeys((name for name in st.query_params if name != "workbook"), ""))


def show_address() -> None:
    """Have the browser show the address of this run: a link to its own page leaves there what it was."""
    st.query_params.from_dict(st.query_params.to_dict())


def opened() -> tuple[str, ...]:
    """What is open on this page, by its address; empty at its lists."""
    address = st.query_params.to_dict()
    return tuple(f"{name}={address[name]}" for name in OPENS if name in address)


def today() -> Place:
    """What is due now."""
    return Place(TODAY)


def prep_sheet(interview_id: str) -> Place:
    """The sheet to read before an interview."""
    return Place(TODAY, {"sheet": interview_id})


def choose_interview() -> Place:
    """Which interview to debrief."""
    return Place(DEBRIEF)


def new_debrief() -> Place:
    """A blank debrief."""
    return Place(DEBRIEF, {"new": "debrief"})


def new_interview() -> Place:
    """A blank form for an interview still to come."""
    return Place(DEBRIEF, {"new": "upcoming"})


def debrief(interview_id: str) -> Place:
    """The debrief of an interview: to begin it, or what came back after it was saved."""
    return Place(DEBRIEF, {"debrief": interview_id})


def unfinished_debrief(draft_id: str) -> Place:
    """A debrief that was begun."""
    return Place(DEBRIEF, {"draft": draft_id})


def unfinished_interview(draft_id: str) -> Place:
    """An interview still to come whose form was begun."""
    return Place(DEBRIEF, {"upcoming": draft_id})


def interview(interview_id: str, part: str = "") -> Place:
    """One debriefed interview, to read; with a part, the form that edits that part."""
    return Place(JOURNAL, _known(debrief=interview_id, part=part))


def outcome(interview_id: str) -> Place:
    """The form for the outcome of an interview."""
    return interview(interview_id, "outcome")


def follow_up() -> Place:
    """Everything that is to do."""
    return Place(FOLLOW_UP)


def letter(task_id: str) -> Place:
    """The message of a task."""
    return Place(FOLLOW_UP, {"task": task_id})


def progress(view: str = "") -> Place:
    """What many interviews show."""
    return Place(PROGRESS, _known(view=view))


def practice(view: str = "") -> Place:
    """What to practise, or another list of its page."""
    return Place(PRACTICE, _known(view=view))


def question(card_id: str) -> Place:
    """One question of the bank, with all its wordings."""
    return Place(PRACTICE, {"topic": card_id})


def story(story_id: str) -> Place:
    """One of my stories."""
    return Place(PRACTICE, {"story": story_id})


def applications(view: str = "") -> Place:
    """The applications, or another list of their page."""
    return Place(APPLICATIONS, _known(view=view))


def application(application_id: str) -> Place:
    """One application with all that belongs to it."""
    return Place(APPLICATIONS, {"application": application_id})


def person(person_id: str, part: str = "") -> Place:
    """One person; with the part ``forget``, what forgetting them takes away."""
    return Place(APPLICATIONS, _known(person=person_id, part=part))


def job(application_id: str, part: str = "") -> Place:
    """One job against what I want; with the part ``score``, the form that scores it."""
    return Place(DECIDE, _known(view="job", application=application_id, part=part))


def offers() -> Place:
    """The offers side by side."""
    return Place(DECIDE, {"view": "offers"})


def offer(offer_id: str) -> Place:
    """One offer, or the job that I have."""
    return Place(DECIDE, {"offer": offer_id})


def criteria(part: str = "") -> Place:
    """What I weigh a job by; with a part, the form that ranks or weighs."""
    return Place(DECIDE, _known(view="criteria", part=part))


def decisions() -> Place:
    """The log of decisions."""
    return Place(DECIDE, {"view": "decisions"})


def decision_review(decision_id: str) -> Place:
    """The form that looks back on a decision."""
    return Place(DECIDE, {"view": "decisions", "form": "review", "draft": decision_id})


def data(view: str = "") -> Place:
    """Import, export, backups, check, move or erase."""
    return Place(DATA, _known(view=view))


def finding(address: str) -> Place:
    """One thing that the check of the files has found."""
    return Place(DATA, {"view": "check", "finding": address})


def settings() -> Place:
    """What can be set."""
    return Place(SETTINGS)


def entry_form(page: str, form: str, draft_id: str) -> Place:
    """The small form of one record, on the page that has it."""
    return Place(page, {"form": form, "draft": draft_id})


def _known(**parameters: str) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if value}
