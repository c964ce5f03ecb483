"""The ratings of one interview, each beside what is usual for it."""

import streamlit as st
from markupsafe import Markup

from lib.insight.at_a_glance import ComparedRatings, compared_ratings_of
from lib.insight.hindsight import was_rated_afterwards
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, ended_hours_ago
from lib.records.rating import LATE_HOURS, Rating
from lib.ui.context import Context
from lib.ui.journal import parts
from lib.ui.markdown import SafeText, escaped
from lib.ui.shared import chips


def show(context: Context, interview: Interview) -> set[str]:
    """The rated skills; the sections that hold something."""
    rated = {row.dimension: row for row in context.workbook.ratings if row.interview_id == interview.id}
    skills = [one for one in all_dimensions(context.workbook.dimensions) if one.key in rated]
    if not skills:
        return set()
    ratings = compared_ratings_of(context.workbook, interview.id)
    with parts.part("How you rated it", "ratings"):
        for skill in skills:
            _skill(interview, skill.label, rated[skill.key], ratings)
        if words := _about(context, interview, list(rated.values())):
            st.caption(words)
    return {"ratings"}


def _skill(interview: Interview, name: str, rating: Rating, ratings: ComparedRatings) -> None:
    if rating.value is None:
        parts.line(f"skill_{rating.dimension}", escaped(name), _small("didn't come up"))
        return
    dots = chips.dots(rating.value, "Rated", afterwards=was_rated_afterwards(rating, interview))
    earlier = ratings.earlier_scores.get(rating.dimension)
    beside = earlier.words if earlier else ""
    if rating.hindsight and rating.score:
        beside = f"in hindsight {rating.hindsight}"
    parts.line(f"skill_{rating.dimension}", escaped(name), dots, _small(beside))


def _small(words: str) -> Markup:
    return Markup('<span class="afterword-about">{}</span>').format(words)


def _about(context: Context, interview: Interview, ratings: list[Rating]) -> SafeText:
    """What has to be known about when they were given."""
    hollow = sum(row.value is not None and was_rated_afterwards(row, interview) for row in ratings)
    if hollow:
        return "Hollow: rated after you knew the outcome. Not in the average."
    hours = [ended_hours_ago(interview, row.rated_at, context.zone) for row in ratings if row.rated_at]
    return "Rated later." if hours and max(hours) > LATE_HOURS else ""
