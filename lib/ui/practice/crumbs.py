"""The breadcrumbs of what is open on the Practice page."""

import streamlit as st

from lib.practice.bank import topic_of
from lib.records.story import Story
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.shared.breadcrumbs import Crumb

QUESTIONS = Crumb("Questions", routes.practice("bank").open_here)
STORIES = Crumb("Stories", routes.practice("stories").open_here)


def to_form(context: Context) -> tuple[Crumb, ...]:
    """What is between the page and a form: the question or the story that it is about."""
    wanted = st.query_params
    if entry := topic_of(context.workbook, wanted.get("topic", ""), context.today, context.dates):
        return QUESTIONS, Crumb(entry.card.text, routes.close_form)
    story = context.workbook.find(Story, wanted.get("story", ""))
    return (STORIES, Crumb(story.title, routes.close_form)) if story else ()
