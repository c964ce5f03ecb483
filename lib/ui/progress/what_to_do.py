"""What follows from something likely real: three questions to practise, two debriefs to read, one plan."""

import streamlit as st

from lib.english import one_line
from lib.insight.outcome_factors.checks import FactorFinding
from lib.insight.overview.standing_out import StandsOut
from lib.practice.cards import Card
from lib.practice.finding_evidence import EvidenceDebrief, FindingEvidence, evidence_of_change, evidence_of_finding
from lib.practice.queue import company_practised_for
from lib.records.labels import label
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped
from lib.ui.progress import plan_form
from lib.ui.progress.results import findings_of

_QUESTIONS, _DEBRIEFS = 3, 2
_QUESTION = 90


def show(context: Context, found: StandsOut) -> None:
    """What follows from it, in a popover; nothing if nothing follows, as from an afternoon."""
    if found.finding and not _is_in_my_hands(found.finding):
        return
    with st.popover("What to do", key="what to do", type="primary", on_change="rerun") as popover:
        if popover.open:
            ground = _ground(context, found)
            _questions(ground.questions[:_QUESTIONS])
            _debriefs(context, ground.debriefs[:_DEBRIEFS])
            st.button("Write a plan", key="plan", on_click=plan_form.begin, args=("plan",), kwargs=_about(ground))


def _is_in_my_hands(finding: FactorFinding) -> bool:
    """Whether something can be done about it: about a rating, a kind of question, or preparing."""
    return finding.kind in ("rating", "category") or finding.factor == "unprepared"


def _ground(context: Context, found: StandsOut) -> FindingEvidence:
    workbook = findings_of(context).workbook
    company = company_practised_for(context.workbook, context.now)
    if found.finding:
        return evidence_of_finding(workbook, found.finding, company)
    assert found.change is not None
    return evidence_of_change(workbook, found.change, company)


def _about(ground: FindingEvidence) -> dict[str, str]:
    return {"dimension": ground.dimension}


def _questions(questions: tuple[Card, ...]) -> None:
    if questions:
        st.markdown("**Practise these questions**" if len(questions) > 1 else "**Practise this question**")
    for card in questions:
        routes.question(card.id).link(escaped(one_line(card.text, _QUESTION)))


def _debriefs(context: Context, debriefs: tuple[EvidenceDebrief, ...]) -> None:
    if debriefs:
        st.markdown("**Read these debriefs**" if len(debriefs) > 1 else "**Read this debrief**")
    for debrief in debriefs:
        where = ", ".join(
            filter(None, (debrief.company, label(debrief.stage), context.dates.spoken_day(debrief.on, context.today)))
        )
        routes.interview(debrief.interview_id).link(escaped(where))
