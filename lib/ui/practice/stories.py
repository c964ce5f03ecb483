"""The stories: what each answers, and who has heard it."""

import streamlit as st

from lib.english import one_line
from lib.practice.stories import StoryTelling, StoryUse, story_uses
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.ui.practice import answer, crumbs, entry_form
from lib.ui.practice.bank import open_topic
from lib.ui.practice.topic_page import close
from lib.ui.shared import breadcrumbs
from lib.ui.shared.rows import line, side_by_side
from lib.workflows.entries.practising import remove_story


def show_list(context: Context) -> None:
    """The list of stories."""
    st.button("Write a story", type="primary", key="add story", on_click=entry_form.begin, args=("story",))
    uses = story_uses(context.workbook, context.today, dates=context.dates)
    if not uses:
        st.write(
            "A story is something you did, in five short parts: the situation, your task, what you did, the result, "
            "and what you learned. Four or five good ones answer most questions."
        )
    for use in uses:
        words = marked("**{}**  \n{}", one_line(use.story.title), use.sentence)
        line(f"story_{use.story.id}", words, "Open", _open, use.story.id)


def _open(story_id: str) -> None:
    routes.story(story_id).open_here()


def show_one(context: Context, story_id: str) -> None:
    """The one view of a story, at its own address."""
    use = next(
        (one for one in story_uses(context.workbook, context.today, dates=context.dates) if one.story.id == story_id),
        None,
    )
    breadcrumbs.show("Practice", crumbs.STORIES, here=use.story.title if use else "Not here", back=routes.reset)
    if use is None:
        st.title("Not here", anchor=False)
        st.write("The story at this address is not in the workbook. It may have been deleted.")
        return
    st.title(escaped(use.story.title), anchor=False)
    st.write(escaped(use.sentence))
    if heard := answer.heard_note(context, story_id):
        st.info(heard)
    with st.container(horizontal=True, key="acts"):
        st.button("Edit", key="edit", on_click=entry_form.begin, args=("story", story_id))
        with st.popover("Delete …", key="ask to delete"):
            st.write("Delete this story? The questions that name it stay. You can take it back right afterwards.")
            st.button("Yes, delete it", key="delete", on_click=_remove, args=(story_id,))
    answer.show_star(use.story)
    _topics(use)
    _tellings(context, use.tellings)


def _remove(story_id: str) -> None:
    context = current_context()
    saving.run(lambda: remove_story(context.store, story_id, context.now), "The story is deleted.")
    close()


def _topics(use: StoryUse) -> None:
    if use.topics:
        st.subheader("Questions it answers", anchor=False)
    for card in use.topics:
        line(f"answers_{card.id}", escaped(one_line(card.text, 120)), "Open", open_topic, card.id)


def _tellings(context: Context, tellings: tuple[StoryTelling, ...]) -> None:
    if tellings:
        st.subheader("Who has heard it", anchor=False)
    for telling in tellings:
        people = ", ".join(person.name for person in telling.people) or "Nobody is noted"
        day = context.dates.near_day(telling.interview.held_on, context.today)
        words = marked("**{}**, {}  \n{}", telling.company, day, people)
        with side_by_side(f"telling_{telling.interview.id}", words):
            if st.button("Read", key=f"read {telling.interview.id}"):
                routes.interview(telling.interview.id).go()
