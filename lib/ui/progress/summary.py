"""The Progress page in short: what is established, what is worth a look, what is counted, and what is not known yet."""

import streamlit as st

from lib.english import counted
from lib.insight.summary import TIERS, Part, Statement, Tier, summary
from lib.ui import places
from lib.ui.markdown import escaped
from lib.ui.progress import actions, looking_back
from lib.ui.progress.own_words import quoted
from lib.ui.progress.results import findings_of
from lib.ui.visit import Visit

_HEADINGS: dict[Tier, str] = {
    "established": "What can be said",
    "look": "Worth a look, unproven",
    "described": "Counted, not judged",
    "unknown": "Not known yet",
}
_ABOUT: dict[Tier, str] = {
    "established": "Established is not certain: in made-up searches in which nothing was going on, up to about 1 "
    "verdict in 20 said something all the same.",
    "look": "Each of these may still be chance. They are where to look, not what to believe.",
    "described": "",
    "unknown": "",
}
_QUOTED = 5
_PARTS: dict[Part, str] = {
    "skills": "Ratings",
    "answers": "Yes and no",
    "forecasts": "Forecasts",
    "waiting": "Waiting",
    "funnel": "How far",
    "words": "My words",
    "asked": "Questions",
}


def show(visit: Visit) -> None:
    """Everything in its tier, each with its way on."""
    looking_back.show_where_it_stands(visit)
    findings = findings_of(visit)
    held = findings.workbook.debriefed()
    if held:
        answers = findings.separators.look.answered
        st.write(f"From {counted(len(held), 'debriefed interview')}, {counted(answers, 'answer')}.")
    else:
        st.write("Nothing is debriefed in this search yet. What you learned before can be chosen above.")
    said = summary(findings).explained()
    for tier in TIERS:
        statements = said.of(tier)
        if not statements:
            continue
        st.subheader(_HEADINGS[tier], anchor=False)
        if _ABOUT[tier]:
            st.caption(_ABOUT[tier])
        for statement in statements:
            _statement(visit, statement)
        if tier == "described" and not (said.of("established") or said.of("look")):
            _lessons(visit)


def _lessons(visit: Visit) -> None:
    """As long as nothing else can be said: what the person wanted to remember, word for word."""
    lessons = findings_of(visit).themes.lesson_quotes[:_QUOTED]
    if lessons:
        st.subheader("What you wanted to remember", anchor=False)
    for quote in lessons:
        st.markdown(quoted(visit, quote))


def _statement(visit: Visit, statement: Statement) -> None:
    key = f"said_{statement.key}".replace(":", "_").replace(" ", "_")
    if statement.tier in ("established", "look"):
        with st.container(border=True, key=key):
            st.markdown(_first_bold(statement.sentence))
            actions.show(visit, statement, lambda: _to_part(statement, key))
    else:
        with st.container(key=key, gap=None):
            st.markdown(f"**{_PARTS[statement.part]}.** {escaped(statement.sentence)}")
            if statement.tier == "described":
                _to_part(statement, key)


def _first_bold(words: str) -> str:
    first, stop, rest = words.partition(". ")
    return f"**{escaped(first + stop.strip())}** {escaped(rest)}"


def _to_part(statement: Statement, key: str) -> None:
    way = f"See it in {_PARTS[statement.part]}"
    st.button(way, key=f"{key} see", type="tertiary", on_click=_turn, args=(statement.part,))


def _turn(part: str) -> None:
    places.turn(view=part)
