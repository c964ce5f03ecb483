"""What is still to be written down: a debrief, the interest two days later, and how a decision looks from some distance
(D1, D4)."""

from collections.abc import Iterator

from lib.english import sentence_case, span
from lib.followup.clocks import start_of
from lib.followup.defaults import DEBRIEF_LET_GO, INTEREST_AFTER, INTEREST_LET_GO, REVIEW_LET_GO
from lib.followup.due import Due
from lib.followup.scene import Scene
from lib.followup.spoken_dates import days_later
from lib.records.interview import Interview
from lib.records.labels import phrase


def debriefs(scene: Scene) -> Iterator[Due]:
    """The debrief of an interview that is over (D1)."""
    first = days_later(scene.today, -DEBRIEF_LET_GO - 1)
    for interview in scene.interviews:
        if interview.state == "scheduled" and interview.over_on >= first and scene.has_ended(interview):
            yield _debrief(scene, interview)


def _debrief(scene: Scene, interview: Interview) -> Due:
    company = scene.company(interview.application_id)
    over_on = interview.over_on
    due_on = days_later(over_on, 1)
    return Due(
        "debrief",
        "debrief",
        f"How did it go at {company}?",
        f"{_when_it_was(scene, interview)}. The first part takes seven minutes; memory is best now.",
        over_on,
        due_at=due_on,
        lets_go_at=start_of(days_later(over_on, DEBRIEF_LET_GO), scene.zone),
        timing=scene.by(due_on) if due_on >= scene.today else "still worth doing",
        application_id=interview.application_id,
        interview_id=interview.id,
    )


def _when_it_was(scene: Scene, interview: Interview) -> str:
    if interview.format == "take_home" and interview.handed_in_on:
        return f"You handed it in {scene.on(interview.handed_in_on)}"
    return f"The interview was {scene.on(interview.held_on)}"


def second_thoughts(scene: Scene) -> Iterator[Due]:
    """The interest asked again two days later, when the mood of the day has gone (D4)."""
    for interview in scene.recent(INTEREST_AFTER + INTEREST_LET_GO):
        if interview.interest_later is not None or scene.is_over(interview.application_id):
            continue
        due_on = days_later(interview.held_on, INTEREST_AFTER)
        if interview.created_at and scene.day(interview.created_at) >= due_on:
            continue  # it was written down some days later: the mood of the day had gone then
        yield Due(
            "rate_interest",
            "rate_interest",
            f"How much do you want {scene.company(interview.application_id)} now?",
            f"The interview was {scene.on(interview.held_on)}. {sentence_case(span(INTEREST_AFTER))} later mood and "
            "fit are easier to tell apart.",
            due_on,
            due_at=due_on,
            lets_go_at=start_of(days_later(due_on, INTEREST_LET_GO), scene.zone),
            timing="takes a few seconds",
            application_id=interview.application_id,
            interview_id=interview.id,
        )


def looks_back(scene: Scene) -> Iterator[Due]:
    """A decision on the day that was chosen to look back on it (D4)."""
    for decision in scene.workbook.decisions:
        if decision.is_reviewed:
            continue
        due_on, decided_on = decision.look_back_on, scene.day(decision.decided_at)
        about = f" on {scene.company(decision.application_id)}" if decision.application_id else ""
        yield Due(
            "review_decision",
            f"review_decision:{decision.id}",
            f"Review your decision{about}",
            f"You chose “{phrase(decision.choice)}” {scene.on(decided_on)}. Was it right, and what did you learn?",
            due_on,
            due_at=due_on,
            lets_go_at=start_of(days_later(due_on, REVIEW_LET_GO), scene.zone),
            timing=f"decided {scene.on(decided_on)}",
            application_id=decision.application_id,
            about_id=decision.id,
        )
