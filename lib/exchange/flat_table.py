"""The debriefs as one flat table for a spreadsheet: an interview a row, its ratings as columns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from lib.exchange.debrief_text import asked_in
from lib.insight.hindsight import following_rounds, was_guessed_afterwards, was_rated_afterwards
from lib.insight.open_plans import answers_of
from lib.records.application import Application
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, chronological
from lib.records.labels import label
from lib.records.person import Person
from lib.records.private import without_private
from lib.records.workbook import Workbook
from lib.records.zones import on_their_clock
from lib.store.codec import CsvSheet, guard

FlatRow = dict[str, str]


def flat_table(workbook: Workbook) -> bytes:
    """Every interview, oldest first, as CSV that a spreadsheet opens as it is (UTF-8 with BOM, no cell a formula).

    What is private is left out: such a table is easily handed on.
    """
    workbook = without_private(workbook)
    sides = _sides(workbook)
    ratings: Mapping[str, FlatRow] = defaultdict(dict)
    for rating in workbook.ratings:
        ratings[rating.interview_id][sides[rating.dimension]] = str(rating.value or "")
    afterwards = _afterwards(workbook, sides)
    met: Mapping[str, list[str]] = defaultdict(list)
    for entry in workbook.conversations:
        met[entry.interview_id].append(workbook.name_of(entry.person_id))
    plans = Counter(plan.interview_id for plan in workbook.plans)
    answers = {interview.id: [*answers_of(workbook, interview.id).values()] for interview in workbook.interviews}
    rows = [
        {
            **_about(workbook, interview),
            "People met": "; ".join(name for name in met[interview.id] if name),
            **_words(interview),
            **_goals(workbook, interview),
            **_questions(workbook, interview),
            "Plans made": str(plans[interview.id]),
            "Plans that came up": str(sum(kept != "not_come_up" for kept in answers[interview.id])),
            "Plans done": str(answers[interview.id].count("yes")),
            _AFTERWARDS: ", ".join(afterwards[interview.id]),
            **ratings[interview.id],
        }
        for interview in sorted(workbook.interviews, key=chronological)
    ]
    return table(rows, (*_COLUMNS, *sides.values()))


def table(rows: Sequence[FlatRow], columns: Sequence[str]) -> bytes:
    """Rows as a CSV file that a spreadsheet opens as it is; columns that no row names are there, and empty."""
    sheet = CsvSheet.new([guard(column) for column in columns])
    cells = ({guard(column): text for column, text in row.items()} for row in rows)
    return CsvSheet(sheet.columns, sheet.head, tuple(sheet.row(row) for row in cells)).encode()


_ABOUT = (
    "Date",
    "Time",
    "Time zone",
    "Company",
    "Role",
    "Recruiter",
    "Status of the application",
    "Applied on",
    "Stage",
    "Format",
    "Minutes",
    "State",
    "Outcome",
    "Outcome on",
    "Place",
    "Link",
    "Due on",
    "Handed in on",
)
_WORDS = {
    "Interest before (0 to 10)": "interest_before",
    "Interest after (0 to 10)": "interest_after",
    "Interest two days later (0 to 10)": "interest_later",
    "Forecast (percent)": "forecast",
    "Went well": "went_well",
    "Went badly": "went_badly",
    "Forgot to mention": "unsaid",
    "Gave me energy": "energised_by",
    "Worried me": "worried_by",
    "Said about pay": "pay_said",
    "Lesson": "lesson",
    "They answer by": "reply_by",
    "Their words": "feedback",
}
_GOALS = {"yes": "Goals met", "unsure": "Goals not sure", "no": "Goals not met"}
_COUNTS = ("Questions", "Hard questions")
_PLANS = ("Plans made", "Plans that came up", "Plans done")
_AFTERWARDS = "Given after the outcome was known"
"""Which of the row's ratings, and whether its forecast: they're in no average of Afterword's own."""
_COLUMNS = (*_ABOUT, "People met", *_WORDS, "Leaning", *_GOALS.values(), *_COUNTS, *_PLANS, _AFTERWARDS)


def _sides(workbook: Workbook) -> dict[str, str]:
    """The column of each side of an interview that was rated, by its key; two of one label have their keys beside."""
    labels = {side.key: side.label for side in all_dimensions(workbook.dimensions)}
    rated = {rating.dimension for rating in workbook.ratings}
    order = [key for key in (*labels, *sorted(rated - set(labels))) if key in rated]
    shown = Counter(labels.get(key, key) for key in order)
    doubled = {text for text, count in shown.items() if count > 1 or text in _COLUMNS}
    return {
        key: f"{labels.get(key, key)} ({key})" if labels.get(key, key) in doubled else labels.get(key, key)
        for key in order
    }


def _afterwards(workbook: Workbook, sides: Mapping[str, str]) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = defaultdict(list)
    following = following_rounds(workbook.interviews)
    for interview in workbook.interviews:
        if interview.forecast is not None and was_guessed_afterwards(interview, following.get(interview.id)):
            found[interview.id].append("Forecast")
    for rating in workbook.ratings:
        rated = workbook.interview(rating.interview_id)
        if rated and rating.value is not None and was_rated_afterwards(rating, rated):
            found[rated.id].append(sides[rating.dimension])
    return found


def _about(workbook: Workbook, interview: Interview) -> FlatRow:
    application = workbook.application(interview.application_id)
    held_at = interview.held_at
    time = on_their_clock(held_at, interview.zone).strftime("%H:%M") if isinstance(held_at, datetime) else ""
    return {
        "Date": interview.held_on.isoformat(),
        "Time": time,
        "Time zone": interview.zone,
        "Company": workbook.company_of(interview.application_id),
        "Role": application.role if application else "",
        "Recruiter": _recruiter(workbook, application),
        "Status of the application": _label_of(application.status if application else None),
        "Applied on": application.cells()["applied_on"] if application else "",
        "Stage": interview.type,
        "Format": _label_of(interview.format),
        "Minutes": interview.cells()["minutes"],
        "State": label(interview.state),
        "Outcome": _label_of(interview.outcome),
        "Outcome on": interview.cells()["outcome_on"],
        "Place": interview.place,
        "Link": interview.link,
        "Due on": interview.cells()["due_on"],
        "Handed in on": interview.cells()["handed_in_on"],
    }


def _recruiter(workbook: Workbook, application: Application | None) -> str:
    person = workbook.find(Person, application.via_person) if application else None
    return person.with_house if person else ""


def _words(interview: Interview) -> FlatRow:
    cells = interview.cells()
    return {column: cells[field] for column, field in _WORDS.items()} | {"Leaning": _label_of(interview.leaning)}


def _goals(workbook: Workbook, interview: Interview) -> FlatRow:
    """The goals by what the debrief answered about them."""
    names = {goal.id: goal.goal for goal in workbook.goals}
    answers: dict[str, list[str]] = {column: [] for column in _GOALS.values()}
    for row in workbook.goal_answers:
        if row.interview_id == interview.id and row.goal_id in names:
            answers[_GOALS[row.answer]].append(names[row.goal_id])
    return {column: "; ".join(goals) for column, goals in answers.items()}


def _questions(workbook: Workbook, interview: Interview) -> FlatRow:
    theirs = [question for question in asked_in(workbook, interview.id) if question.asked_by != "me"]
    hard = sum(question.is_hard for question in theirs)
    return {"Questions": str(len(theirs)), "Hard questions": str(hard)}


def _label_of(word: str | None) -> str:
    return label(word) if word else ""
