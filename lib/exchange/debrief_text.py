"""One debrief in words: everything that it holds, section by section, in the order of the evening."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo

from lib.insight.hindsight import later_round, was_guessed_afterwards, was_rated_afterwards
from lib.insight.open_plans import answers_of
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, ended_hours_ago
from lib.records.labels import label, phrase
from lib.records.person import Person
from lib.records.plan_check import KEPT_WORDS
from lib.records.question import Question
from lib.records.rating import LATE_HOURS, Rating
from lib.records.seal import seal_is_broken
from lib.records.workbook import Workbook

Entries = list[tuple[str, str]]
"""What a section holds: pairs of a short heading and the words under it."""


@dataclass(frozen=True)
class DebriefFormat:
    """A debrief's workbook, and the format of days and times."""

    workbook: Workbook
    zone: tzinfo
    day: Callable[[date], str]
    moment: Callable[[Interview], str]


def debrief_sections(telling: DebriefFormat, interview: Interview) -> dict[str, Entries]:
    """What each section holds, the empty ones too."""
    return {section: entries_of(telling, interview) for section, entries_of in _SECTIONS.items()}


def outcome_sentence(telling: DebriefFormat, interview: Interview) -> str:
    """The outcome, with its day."""
    if interview.outcome is None or interview.outcome == "pending":
        return "No answer yet."
    if interview.moved_on_by_round:
        return f"{label(interview.outcome)}: a later round followed."
    heard = ", heard on" if interview.outcome == "advanced" else " on"
    on = f"{heard} {telling.day(interview.outcome_on)}" if interview.outcome_on else ""
    return f"{label(interview.outcome)}{on}."


def asked_in(workbook: Workbook, interview_id: str) -> tuple[Question, ...]:
    """The questions of an interview in the order asked, without those that did not come up."""
    rows = [row for row in workbook.questions if row.interview_id == interview_id and row.asked is not False]
    return tuple(sorted(rows, key=lambda row: row.position or len(rows) + 1))


def _filled(*pairs: tuple[str, object]) -> Entries:
    return [(heading, str(words)) for heading, words in pairs if words not in (None, "")]


def _label_of(word: str | None) -> str:
    return label(word) if word else ""


def _basics(telling: DebriefFormat, interview: Interview) -> Entries:
    length = f"{interview.minutes} minutes" if interview.minutes else ""
    parts = [part for part in (_label_of(interview.format), length) if part]
    last = {True: "It was the last round", False: "More rounds were to come", None: ""}[interview.last_round]
    return [
        (
            "",
            ". ".join(
                [
                    f"{interview.type}, {telling.moment(interview)}",
                    *([", ".join(parts)] if parts else []),
                    *([last] if last else []),
                ]
            )
            + ".",
        ),
        *_filled(
            ("Place", interview.place),
            ("Link", interview.link),
            ("Due", telling.day(interview.due_on) if interview.due_on else ""),
            ("Handed in", telling.day(interview.handed_in_on) if interview.handed_in_on else ""),
        ),
    ]


def _interest(telling: DebriefFormat, interview: Interview) -> Entries:
    entries = (
        ("before", interview.interest_before),
        ("right after", interview.interest_after),
        ("two days later", interview.interest_later),
    )
    words = ", ".join(f"{number} {when}" for when, number in entries if number is not None)
    return _filled(("", f"{words}, from 0 to 10." if words else ""))


def _notes(telling: DebriefFormat, interview: Interview) -> Entries:
    return _filled(
        ("Went well", interview.went_well),
        ("Went badly", interview.went_badly),
        ("Forgot to mention", interview.unsaid),
    )


def _questions(telling: DebriefFormat, interview: Interview) -> Entries:
    entries: Entries = []
    for number, row in enumerate(asked_in(telling.workbook, interview.id), start=1):
        cells = row.cells()
        prepared = {"yes": "prepared", "no": "not prepared"}.get(cells["prepared"], "")
        mine = "asked by me" if cells["asked_by"] == "me" else ""
        kind = phrase(cells["category"]) if cells["category"] else ""
        went = f"answered {row.went}" if row.rating else ""
        hard = "hard" if row.tapped_hard else ""
        about = ", ".join(part for part in (mine, kind, hard, went, prepared) if part)
        entries.append((f"Question {number}{f': {about}' if about else ''}", cells["text"]))
        entries += _filled(("What I said", cells["answer"]), ("What I wish I'd said", cells["better_answer"]))
    return entries


def _people(telling: DebriefFormat, interview: Interview) -> Entries:
    people = telling.workbook.by_id(Person)
    met = [
        entry
        for entry in telling.workbook.conversations
        if entry.interview_id == interview.id and entry.person_id in people
    ]
    entries = []
    for entry in met:
        person = people[entry.person_id]
        who = ", ".join(part for part in (person.name, person.title, person.agency) if part)
        entries.append((who, entry.talked_about or "No topic noted"))
    return entries


def _next(telling: DebriefFormat, interview: Interview) -> Entries:
    by = telling.day(interview.reply_by) if interview.reply_by else ""
    entries = _filled(
        ("Next step", label(interview.next_step) if interview.next_step else ""),
        ("Reply due", by),
        ("They contact me by", _label_of(interview.reply_channel)),
    )
    for promise in telling.workbook.promises:
        if promise.interview_id == interview.id:
            due = f", by {telling.day(promise.by)}" if promise.by else ""
            kept = f", kept on {telling.day(promise.kept_on)}" if promise.kept_on else ""
            entries.append(("I promised", f"{promise.what}{due}{kept}"))
    return entries


def _plans(telling: DebriefFormat, interview: Interview) -> Entries:
    answers = answers_of(telling.workbook, interview.id)
    entries = [
        ("My plan", f"{plan.sentence}\n{KEPT_WORDS[answers[plan.id]]}")
        for plan in telling.workbook.plans
        if plan.id in answers
    ]
    made = [plan for plan in telling.workbook.plans if plan.interview_id == interview.id]
    away = {plan.id: f"\nPut away on {telling.day(plan.put_away_on)}" for plan in made if plan.put_away_on}
    return [*entries, *(("For next time", plan.sentence + away.get(plan.id, "")) for plan in made)]


def _forecast(telling: DebriefFormat, interview: Interview) -> Entries:
    edited = seal_is_broken(interview)
    if interview.forecast is None:
        return [("", "The file was edited since: a forecast was saved here, and it is gone.")] if edited else []
    note = "\nThe file was edited since: this is not what was saved first." if edited else ""
    following = later_round(telling.workbook.interviews, interview)
    if was_guessed_afterwards(interview, following):
        note += "\nYou already knew how it went on, so this isn't judged."
    return [("", f"You guessed {interview.forecast}% when you debriefed.{note}")]


def _ratings(telling: DebriefFormat, interview: Interview) -> Entries:
    ratings = {rating.dimension: rating for rating in telling.workbook.ratings if rating.interview_id == interview.id}
    dimensions = all_dimensions(telling.workbook.dimensions)
    felt = [f"{one.label}: {_rating_text(ratings[one.key], interview)}" for one in dimensions if one.key in ratings]
    entries = [("", "\n".join(felt))] if felt else []
    if any(_is_late(rating, interview, telling) for rating in ratings.values()):
        entries.append(("", "Rated more than two days later."))
    return entries


def _rating_text(rating: Rating, interview: Interview) -> str:
    if rating.value is None:
        return "Didn't come up"
    if was_rated_afterwards(rating, interview):
        return f"{rating.value} of 5, rated after you knew the outcome: in no average"
    felt = f"{rating.value} of 5"
    return f"{felt}; in hindsight {rating.hindsight}" if rating.hindsight and rating.score else felt


def _is_late(rating: Rating, interview: Interview, telling: DebriefFormat) -> bool:
    return rating.rated_at is not None and ended_hours_ago(interview, rating.rated_at, telling.zone) > LATE_HOURS


def _job(telling: DebriefFormat, interview: Interview) -> Entries:
    goals = {goal.id: goal.goal for goal in telling.workbook.goals}
    answers = (row for row in telling.workbook.goal_answers if row.interview_id == interview.id)
    serves = "\n".join(f"{goals[row.goal_id]}: {phrase(row.answer)}" for row in answers if row.goal_id in goals)
    return _filled(
        ("My goals", serves),
        ("Excited by", interview.energised_by),
        ("Worried by", interview.worried_by),
        ("I like what they do", _label_of(interview.resonates)),
        ("It fits what I want", _label_of(interview.serves_goals)),
        ("I would work for this manager", _label_of(interview.this_manager)),
        ("I lean towards", _label_of(interview.leaning)),
    )


def _claims(telling: DebriefFormat, interview: Interview) -> Entries:
    return [("", claim.claim) for claim in telling.workbook.claims if claim.interview_id == interview.id]


def _facts(telling: DebriefFormat, interview: Interview) -> Entries:
    return _filled(("Said about pay", interview.pay_said))


def _lesson(telling: DebriefFormat, interview: Interview) -> Entries:
    return _filled(("", interview.lesson), ("The problem they need solved", interview.their_problem))


def _no(telling: DebriefFormat, interview: Interview) -> Entries:
    return _filled(
        ("Outside my control", interview.out_of_my_hands),
        ("What didn't fit", interview.matter_of_fit),
        ("What I could do better", interview.in_my_hands),
    )


def _private(telling: DebriefFormat, interview: Interview) -> Entries:
    return _filled(("", interview.private_note), ("Mood", interview.mood))


_SECTIONS: dict[str, Callable[[DebriefFormat, Interview], Entries]] = {
    "basics": _basics,
    "interest": _interest,
    "questions": _questions,
    "notes": _notes,
    "people": _people,
    "next": _next,
    "plans": _plans,
    "forecast": _forecast,
    "ratings": _ratings,
    "job": _job,
    "claims": _claims,
    "facts": _facts,
    "lesson": _lesson,
    "no": _no,
    "private": _private,
}
