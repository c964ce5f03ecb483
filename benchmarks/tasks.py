"""How long it takes to derive all tasks: ``python -m benchmarks.tasks``. The aim is under 50 ms for 1,000 interviews.

Two workbooks of 1,000 interviews over 600 applications, with two people met in each, promises, references and
questions: one spread over six years, as a long life of searching leaves it, and one in which everything is within the
past four days, so that thousands of tasks are open. The time is that of one visit: the index is built again, the
holidays of a year are known from the visit before. Prints the median of 20 visits in processor time, which other work
on the machine does not lengthen, and on the clock.
"""

from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from lib.dates import DAY_FIRST
from lib.followup.plan import TaskPlan, derive
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.workbook import Workbook

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
INTERVIEWS = 1000
APPLICATIONS = 600
AIM_MS = 50


def workbook_of(span_days: float) -> Workbook:
    """1,000 interviews, evenly over so many days up to now."""
    interviews = tuple(_interview(number, span_days) for number in range(INTERVIEWS))
    return Workbook(
        applications=tuple(_application(number) for number in range(APPLICATIONS)),
        people=tuple(Person(id=f"pe-{number}", name=f"Person {number}") for number in range(2 * INTERVIEWS)),
        interviews=interviews,
        conversations=tuple(
            Conversation(interview_id=entry.id, person_id=f"pe-{2 * number + who}", talked_about="their data")
            for number, entry in enumerate(interviews)
            for who in range(2)
        ),
        promises=tuple(
            Promise(id=f"pr-{entry.id}", interview_id=entry.id, what="a sketch", by=entry.held_on + timedelta(days=3))
            for entry in interviews[::5]
        ),
        asks=tuple(
            Ask(
                id=f"as-{number}",
                person_id="pe-1",
                application_id=f"ap-{number}",
                kind="reference",
                agreed_on=NOW.date(),
            )
            for number in range(100)
        ),
        questions=tuple(
            Question(id=f"qu-{entry.id}-{number}", interview_id=entry.id, text=f"Question {number}", rating=1 + number)
            for entry in interviews
            for number in range(5)
        ),
    )


def _application(number: int) -> Application:
    return Application(id=f"ap-{number}", company=f"Company {number}", role="Engineer", status="interviewing")


def _interview(number: int, span_days: float) -> Interview:
    held_at = NOW - timedelta(days=span_days * (INTERVIEWS - number) / INTERVIEWS, hours=1)
    return Interview(
        id=f"iv-{number}",
        application_id=f"ap-{number % APPLICATIONS}",
        state="done",
        held_at=held_at,
        stage="technical",
        minutes=45,
        reply_by=date.fromordinal(held_at.toordinal() + 7) if number % 2 else None,
    )


def measure(workbook: Workbook, visits: int = 20) -> tuple[float, float, TaskPlan]:
    """The median milliseconds of a visit in processor time and on the clock, and the plan."""
    plan = derive(workbook, NOW, ZONE, "DE", dates=DAY_FIRST)
    times = []
    for _ in range(visits):
        start, clock = process_time(), perf_counter()
        plan = derive(workbook, NOW, ZONE, "DE", dates=DAY_FIRST)
        times.append((1000 * (process_time() - start), 1000 * (perf_counter() - clock)))
    return median(time for time, _ in times), median(clock for _, clock in times), plan


def main() -> None:
    """Measure both workbooks and print a line for each."""
    for name, span_days in (("six years", 2190.0), ("four days", 4.0)):
        processor, clock, plan = measure(workbook_of(span_days))
        verdict = "within" if processor < AIM_MS else "above"
        print(
            f"{INTERVIEWS} interviews over {name}: {processor:.1f} ms of processor time ({clock:.1f} ms on the clock), "
            f"{verdict} the aim of {AIM_MS} ms; {len(plan.tasks)} tasks open, {len(plan.waits)} waits"
        )


if __name__ == "__main__":
    main()
