"""Finding or making the application that an interview belongs to, and moving its status along."""

from datetime import date
from difflib import get_close_matches

from lib.english import listed
from lib.records.activity import Activity
from lib.records.application import Application, company_key, same_company
from lib.records.record import Record
from lib.records.vocabulary import Status
from lib.records.workbook import Workbook
from lib.workflows import answers as given
from lib.workflows.answers import Answers
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.ids import stable_id

_BEFORE_INTERVIEWS = (None, "interested", "applied")


def find_application(workbook: Workbook, answers: Answers, token: str) -> Application:
    """The application that the answers name: a known one by id or by company and role, else a new one.

    Raises ``Incomplete`` where company or role is missing, ``Gone`` where the chosen one was deleted.
    """
    chosen = given.text(answers, "application")
    if chosen:
        known = workbook.application(chosen)
        if known is None:
            raise Gone("The application that you chose")
        return known
    company, role = given.text(answers, "company"), given.text(answers, "role")
    if not company or not role:
        missing = "company" if not company else "role"
        raise Incomplete(f"The {missing} is not filled in yet.", "Only company, role, date and stage are needed.")
    return known_application(workbook, company, role) or Application(
        id=stable_id("ap", token), company=company, role=role
    )


def dated_application(workbook: Workbook, answers: Answers, token: str, today: date, screen: str = "") -> Application:
    """As ``find_application``, with the day of applying where the answers name one and none was noted yet.

    Raises ``Incomplete`` also where that day is after ``today``.
    """
    application, day = find_application(workbook, answers, token), given.text(answers, "applied_on")
    if not day or application.applied_on is not None:
        return application
    if date.fromisoformat(day) > today:
        raise Incomplete("The day on which you applied is after today.", "Correct it, or leave it empty.", screen)
    return application.changed(applied_on=date.fromisoformat(day))


def lacks_date(workbook: Workbook, answers: Answers) -> bool:
    """Whether to ask when they applied: the application is a new one, or a typed one whose day was never noted.

    Of a chosen one it is asked only where a day was typed before it was chosen, so that none is kept unseen.
    """
    if chosen := given.text(answers, "application"):
        known = workbook.application(chosen)
        return bool(given.text(answers, "applied_on")) and known is not None and known.applied_on is None
    known = known_application(workbook, given.text(answers, "company"), given.text(answers, "role"))
    return known is None or known.applied_on is None


def require_answers(answers: Answers, screen: str = "") -> None:
    """Raise ``Incomplete`` with everything that an interview cannot be without and that is not answered yet."""
    wanted = {"stage": "the kind of interview", "date": "the day"}
    if not given.text(answers, "application"):
        wanted = {"company": "the company", "role": "the role", **wanted}
    missing = [words for field, words in wanted.items() if not given.text(answers, field)]
    if missing:
        raise Incomplete(f"Still needed: {listed(missing)}.", "All the rest may stay empty.", screen)


def known_application(workbook: Workbook, company: str, role: str) -> Application | None:
    """The application for that role at that company, both compared without case and doubled blanks."""
    return next(
        (
            entry
            for entry in workbook.applications
            if same_company(entry.company, company) and company_key(entry.role) == company_key(role)
        ),
        None,
    )


def interviewing_now(workbook: Workbook, application: Application, on: date, token: str) -> tuple[Record, ...]:
    """The application, its status moved to interviewing where it was not that far, with the dated activity; and the
    activity of applying, where the day of it is new.
    """
    before = workbook.application(application.id)
    rows: tuple[Record, ...] = () if application == before else (application,)
    if application.status in _BEFORE_INTERVIEWS:
        rows = status_change(application, "interviewing", on, token)
    is_told = any(row.kind == "application" and row.application_id == application.id for row in workbook.activity)
    if application.applied_on is None or (before and before.applied_on) or is_told:
        return rows
    return (*rows, status_activity(application, "applied", application.applied_on, token))


def status_change(application: Application, status: Status, on: date, token: str) -> tuple[Application, Activity]:
    """The application with its new status, and the activity row that remembers the change.

    Applying is an activity of its own kind, which the week counts; its note is the role.
    """
    activity = status_activity(application, status, on, token)
    return application.changed(status=status, status_on=on), activity


def status_activity(application: Application, status: Status, on: date, token: str) -> Activity:
    """The activity row that remembers a change of status."""
    is_applying = status == "applied"
    return Activity(
        id=stable_id("ac", token, status),
        on=on,
        kind="application" if is_applying else "status",
        application_id=application.id,
        company=application.company,
        note=application.role if is_applying else status,
    )


def near_companies(workbook: Workbook, company: str) -> tuple[str, ...]:
    """Known companies whose names look like this one's without being the same: offered, never assumed."""
    known = {company_key(entry.company): entry.company for entry in workbook.applications}
    wanted = company_key(company)
    if not wanted or wanted in known:
        return ()
    close = get_close_matches(wanted, known, n=2, cutoff=0.8)
    longer = [key for key in known if key.startswith(wanted + " ") or wanted.startswith(key + " ")]
    return tuple(known[key] for key in dict.fromkeys((*longer, *close)))
