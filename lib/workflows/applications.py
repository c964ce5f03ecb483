"""Finding or making the application that an interview belongs to, and moving its status along."""

from datetime import date
from difflib import get_close_matches

from lib.insight.wording import listed
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
    """The application, its status moved to interviewing where it was not that far, with the dated activity."""
    if application.status not in _BEFORE_INTERVIEWS:
        return () if workbook.application(application.id) else (application,)
    return status_change(application, "interviewing", on, token)


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
