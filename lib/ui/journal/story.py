"""The parts of a debrief that are words: how it went, what to do next time, who was there, what happens next."""

import streamlit as st

from lib.english import sentence_case
from lib.followup.promise_days import without_last_day
from lib.insight.open_plans import answers_of
from lib.records.interview import Interview
from lib.records.labels import label, phrase
from lib.records.person import Person
from lib.records.plan_check import KEPT_WORDS
from lib.records.promise import Promise
from lib.ui.context import Context
from lib.ui.journal import parts
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.shared import chips


def show_how_it_went(interview: Interview) -> set[str]:
    """What went well and badly, and what I forgot to mention; the sections that hold something."""
    words = {
        "Went well": interview.went_well,
        "Went badly": interview.went_badly,
        "Forgot to mention": interview.unsaid,
    }
    return _part("How it went", "notes", words)


def show_next_time(context: Context, interview: Interview) -> set[str]:
    """What I learned, the plans made here, and whether I did what I had planned before."""
    answers = answers_of(context.workbook, interview.id)
    made = [plan for plan in context.workbook.plans if plan.interview_id == interview.id]
    asked = [plan for plan in context.workbook.plans if plan.id in answers]
    held = {
        name
        for name, there in (("plans", made or asked), ("lesson", interview.lesson or interview.their_problem))
        if there
    }
    if not held:
        return set()
    first = "plans" if "plans" in held else "lesson"
    also: dict[str, SafeText] = {"lesson": "Edit the lesson"} if held == {"plans", "lesson"} else {}
    with parts.part("Next time", first, **also):
        parts.pairs({"What you learned": interview.lesson, "The problem they need solved": interview.their_problem})
        for plan in made:
            put_away = context.dates.short_day(plan.put_away_on, context.today) if plan.put_away_on else ""
            away = marked("  \n:gray[Put away {}]", put_away) if put_away else ""
            st.markdown(marked(":gray[Your plan]  \n{}{}", plan.sentence, away))
        if asked:
            st.markdown(":gray[Your earlier plans]")
        for plan in asked:
            kept = answers[plan.id]
            chip = chips.chip(KEPT_WORDS[kept], {"yes": "yes", "no": "no"}.get(kept, "open"))
            parts.line(f"kept_{plan.id}", escaped(plan.sentence), chip)
    return held


def show_people(context: Context, interview: Interview, *, is_coming: bool) -> set[str]:
    """Who was there, and what we talked about."""
    people = context.workbook.by_id(Person)
    met = [
        (people[row.person_id], row.talked_about)
        for row in context.workbook.conversations
        if row.interview_id == interview.id and row.person_id in people
    ]
    if not met:
        return set()
    with parts.part("Who you'll meet" if is_coming else "Who you met", "people"):
        for person, about in met:
            title = marked(", {}", person.title) if person.title else ""
            st.markdown(marked("**{}**{}", person.name, title) + (marked("  \n{}", about) if about else ""))
    return {"people"}


def show_rest(context: Context, interview: Interview) -> set[str]:
    """What happens next, pay, my claims, a look at a no, and the private note."""
    claims = [claim.claim for claim in context.workbook.claims if claim.interview_id == interview.id]
    looked = {
        "Outside your control": interview.out_of_my_hands,
        "A matter of fit": interview.matter_of_fit,
        "Yours to change": interview.in_my_hands,
    }
    held = _what_is_next(context, interview)
    held |= _part("Pay", "facts", {"": interview.pay_said})
    held |= _part("What you said about yourself", "claims", {"": "\n".join(claims)})
    held |= _part("Looking at this no", "no", looked)
    return held | _part("A note to yourself", "private", {"": interview.private_note, "Your mood": interview.mood})


def _what_is_next(context: Context, interview: Interview) -> set[str]:
    promises = [row for row in context.workbook.promises if row.interview_id == interview.id]
    is_open = not interview.outcome_is_known
    by = context.dates.short_day(interview.reply_by, context.today) if interview.reply_by and is_open else ""
    due = f"reply due {by}" if by else ""
    channel = f"by {phrase(interview.reply_channel)}" if interview.reply_channel else ""
    step = label(interview.next_step) if interview.next_step else ""
    details = " · ".join(part for part in (step, due, channel) if part)
    words = {"": sentence_case(details), "You promised": "\n".join(_promise(context, row) for row in promises)}
    return _part("What happens next" if is_open else "What they said comes next", "next", words)


def _promise(context: Context, promise: Promise) -> str:
    by = f", by {context.dates.short_day(promise.by, context.today)}" if promise.by else ""
    kept = f", kept {context.dates.short_day(promise.kept_on, context.today)}" if promise.kept_on else ""
    what = without_last_day(promise.what) if by else promise.what
    return f"{what}{by}{kept}"


def _part(heading: SafeText, section: str, words: dict[str, str]) -> set[str]:
    if not any(words.values()):
        return set()
    with parts.part(heading, section):
        for name, text in words.items():
            if text and not name:
                st.markdown(escaped(text))
        parts.pairs({name: text for name, text in words.items() if name})
    return {section}
