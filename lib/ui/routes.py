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

OLD_ADDRESSES = {"learn": PROGRESS, "search": APPLICATIONS}
"""The addresses that pages had in earlier versions, and the pages that they lead to now."""

OPEN_PARAMETERS = (
    *("new", "debrief", "draft", "upcoming", "sheet", "task", "topic", "story", "application", "person", "offer"),
    *("finding", "backup", "form", "part"),
)
"""The parameters for what is open on a page; the others, such as ``view``, are about how its list is shown."""


class Route(NamedTuple):
    """A page, and what is open on it."""

    page: str
    address: Mapping[str, str] = {}

    def go(self) -> NoReturn:
        """Leave for this route, from another page."""
        st.switch_page(self.page, query_params=dict(self.address))

    def link(self, label: SafeText) -> None:
        """A link that leads here; ``label`` is Markdown."""
        st.page_link(self.page, label=label, query_params=dict(self.address))

    def link_here(self, label: SafeText) -> None:
        """A link that opens this route from its own page, which then calls ``show_address``; ``label`` is Markdown.

        How the list is looked at stays.
        """
        kept = {name: value for name, value in st.query_params.items() if name not in OPEN_PARAMETERS}
        st.page_link(self.page, label=label, icon="", query_params={**kept, **self.address})

    def open_here(self) -> None:
        """Open this route from its own page: a callback. How the list is looked at stays."""
        set_query(**{name: self.address.get(name, "") for name in OPEN_PARAMETERS})
        set_query(**self.address)


def set_query(**parameters: str) -> None:
    """Change this page's address; an empty value takes the parameter away."""
    for name, value in parameters.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def close() -> None:
    """Back to the list of this page: a callback."""
    set_query(**dict.fromkeys(OPEN_PARAMETERS, ""))


def close_form() -> None:
    """Back from a form to what it is about: a callback. The form of something new leads back to the list."""
    set_query(part="", form="", draft="")


def reset() -> None:
    """Back to the page's start: only the sample stays open, where it is."""
    set_query(**dict.fromkeys((name for name in st.query_params if name != "workbook"), ""))


def show_address() -> None:
    """Have the browser show the address of this run: a link to its own page leaves there what it was."""
    st.query_params.from_dict(st.query_params.to_dict())


def open_parts() -> tuple[str, ...]:
    """What is open on this page, by its address; empty at its lists."""
    address = st.query_params.to_dict()
    return tuple(f"{name}={address[name]}" for name in OPEN_PARAMETERS if name in address)


def today() -> Route:
    """What is due now."""
    return Route(TODAY)


def prep_sheet(interview_id: str) -> Route:
    """The sheet to read before an interview."""
    return Route(TODAY, {"sheet": interview_id})


def choose_interview() -> Route:
    """Which interview to debrief."""
    return Route(DEBRIEF)


def new_debrief() -> Route:
    """A blank debrief."""
    return Route(DEBRIEF, {"new": "debrief"})


def new_interview() -> Route:
    """A blank form for an interview still to come."""
    return Route(DEBRIEF, {"new": "upcoming"})


def debrief(interview_id: str) -> Route:
    """The debrief of an interview: to begin it, or what came back after it was saved."""
    return Route(DEBRIEF, {"debrief": interview_id})


def unfinished_debrief(draft_id: str) -> Route:
    """A debrief that was begun."""
    return Route(DEBRIEF, {"draft": draft_id})


def unfinished_interview(draft_id: str) -> Route:
    """An interview still to come whose form was begun."""
    return Route(DEBRIEF, {"upcoming": draft_id})


def interview(interview_id: str, part: str = "") -> Route:
    """One debriefed interview, to read; with a part, the form that edits that part."""
    return Route(JOURNAL, _known(debrief=interview_id, part=part))


def outcome(interview_id: str) -> Route:
    """The form for the outcome of an interview."""
    return interview(interview_id, "outcome")


def follow_up() -> Route:
    """Everything that is to do."""
    return Route(FOLLOW_UP)


def letter(task_id: str) -> Route:
    """The message of a task."""
    return Route(FOLLOW_UP, {"task": task_id})


def practice(view: str = "") -> Route:
    """What to practise, or another list of its page."""
    return Route(PRACTICE, _known(view=view))


def question(card_id: str) -> Route:
    """One question of the bank, with all its wordings."""
    return Route(PRACTICE, {"topic": card_id})


def story(story_id: str) -> Route:
    """One of my stories."""
    return Route(PRACTICE, {"story": story_id})


def applications(view: str = "") -> Route:
    """The applications, or another list of their page."""
    return Route(APPLICATIONS, _known(view=view))


def application(application_id: str) -> Route:
    """One application with all that belongs to it."""
    return Route(APPLICATIONS, {"application": application_id})


def person(person_id: str, part: str = "") -> Route:
    """One person; with the part ``forget``, what forgetting them takes away."""
    return Route(APPLICATIONS, _known(person=person_id, part=part))


def job(application_id: str, part: str = "") -> Route:
    """One job against what I want; with the part ``score``, the form that scores it."""
    return Route(DECIDE, _known(view="job", application=application_id, part=part))


def offers() -> Route:
    """The offers side by side."""
    return Route(DECIDE, {"view": "offers"})


def offer(offer_id: str) -> Route:
    """One offer, or the job that I have."""
    return Route(DECIDE, {"offer": offer_id})


def criteria(part: str = "") -> Route:
    """What I weigh a job by; with a part, the form that ranks or weighs."""
    return Route(DECIDE, _known(view="criteria", part=part))


def decisions() -> Route:
    """The log of decisions."""
    return Route(DECIDE, {"view": "decisions"})


def decision_review(decision_id: str) -> Route:
    """The form that looks back on a decision."""
    return Route(DECIDE, {"view": "decisions", "form": "review", "draft": decision_id})


def data(view: str = "") -> Route:
    """Import, export, backups, check, move or erase."""
    return Route(DATA, _known(view=view))


def finding(address: str) -> Route:
    """One thing that the check of the files has found."""
    return Route(DATA, {"view": "check", "finding": address})


def settings() -> Route:
    """What can be set."""
    return Route(SETTINGS)


def entry_form(page: str, form: str, draft_id: str) -> Route:
    """The small form of one record, on the page that has it."""
    return Route(page, {"form": form, "draft": draft_id})


def _known(**parameters: str) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if value}
