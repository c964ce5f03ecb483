"""Finding or making the application that an interview belongs to, and moving its status along."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Final

from lib.english import listed
from lib.records.activity import Activity
from lib.records.application import Application, match_key
from lib.records.company_likeness import like_companies
from lib.records.record import Record
from lib.records.vocabulary import Status
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

STATUS_AFTER: Final[Mapping[str, Status]] = {
    "advanced": "interviewing",
    "offer": "offer",
    "rejected": "rejected",
    "no_reply": "no_reply",
    "withdrew": "withdrawn",
}
"""The status of the application that an outcome brings."""
WHICH: Final = "which"
"""The field for which of several applications with the typed names is meant: its id, or ``ANOTHER``."""
ANOTHER: Final = "another"
_BEFORE_INTERVIEWS: Final = (None, "interested", "applied")
_NEARLY = 0.88
"""How much of two names must agree for one to be a slip of the other."""


def find_application(workbook: Workbook, answers: FormValues, token: str) -> Application:
    """The application that the answers name (``application_meant``), else a new one.

    Raises ``Incomplete`` if company or role is missing, ``Gone`` if the chosen one was deleted.
    """
    known = application_meant(workbook, answers)
    if known is not None:
        return known
    if form_values.text(answers, "application"):
        raise Gone("The application that you chose")
    company, role = form_values.text(answers, "company"), form_values.text(answers, "role")
    if not company or not role:
        missing = "company" if not company else "role"
        raise Incomplete(f"The {missing} is not filled in yet.", "Only company, role, date and type are needed.")
    return Application(id=new_application_id(token), company=company, role=role)


def application_meant(workbook: Workbook, answers: FormValues) -> Application | None:
    """The known application that the answers name: the one chosen; or of those with the typed company and role the one
    that was meant, else one that is open, else the newest. None if a new one is meant, or nothing is known about it.
    """
    if chosen := form_values.text(answers, "application"):
        return workbook.application(chosen)
    known = namesakes(workbook, form_values.text(answers, "company"), form_values.text(answers, "role"))
    said = form_values.text(answers, WHICH)
    if said == ANOTHER or not known:
        return None
    return next((entry for entry in known if entry.id == said), known[0])


def namesakes(workbook: Workbook, company: str, role: str) -> tuple[Application, ...]:
    """The applications for that role at that company, the open ones first, then the newest; names are compared
    without case and doubled blanks.
    """
    wanted = match_key(company), match_key(role)
    found = [entry for entry in workbook.applications if (match_key(entry.company), match_key(entry.role)) == wanted]
    found.sort(key=lambda entry: (str(entry.applied_on or entry.status_on or ""), entry.id), reverse=True)
    return tuple(sorted(found, key=lambda entry: entry.is_closed))


def has_to_be_said(workbook: Workbook, answers: FormValues) -> bool:
    """Whether the typed company and role name a closed application, or several, and it's open which is meant."""
    if form_values.text(answers, "application"):
        return False
    known = namesakes(workbook, form_values.text(answers, "company"), form_values.text(answers, "role"))
    said = {ANOTHER, *(entry.id for entry in known)}
    return (len(known) > 1 or any(entry.is_closed for entry in known)) and form_values.text(answers, WHICH) not in said


def require_said(workbook: Workbook, answers: FormValues) -> None:
    """Raise ``Incomplete`` while it's open which application is meant (``has_to_be_said``)."""
    if has_to_be_said(workbook, answers):
        known = namesakes(workbook, form_values.text(answers, "company"), form_values.text(answers, "role"))[0]
        raise Incomplete(f"You have {known.company}, {known.role} already.", "Choose which one it is.")


def new_application_id(token: str) -> str:
    """The id that a new application will have, from its draft's token."""
    return stable_id("ap", token)


def dated_application(
    workbook: Workbook, answers: FormValues, token: str, today: date, screen: str = ""
) -> Application:
    """As ``find_application``, with the day of applying if the answers name one and none was noted yet.

    Raises ``Incomplete`` also if that day is after ``today``.
    """
    application, day = find_application(workbook, answers, token), form_values.text(answers, "applied_on")
    if not day or application.applied_on is not None:
        return application
    if date.fromisoformat(day) > today:
        raise Incomplete("The day you applied is after today.", "Correct it, or leave it empty.", screen)
    return application.changed(applied_on=date.fromisoformat(day))


def lacks_date(workbook: Workbook, answers: FormValues) -> bool:
    """Whether to ask when they applied: the application is a new one, or a typed one whose day was never noted.

    Of a chosen one it is asked only if a day was typed before it was chosen, so that none is kept unseen.
    """
    if chosen := form_values.text(answers, "application"):
        known = workbook.application(chosen)
        return bool(form_values.text(answers, "applied_on")) and known is not None and known.applied_on is None
    known = application_meant(workbook, answers)
    return known is None or known.applied_on is None


def require_answers(answers: FormValues, screen: str = "") -> None:
    """Raise ``Incomplete`` with everything that an interview cannot be without and that is not answered yet."""
    wanted = {"stage": "the type of interview", "date": "the date"}
    if not form_values.text(answers, "application"):
        wanted = {"company": "the company", "role": "the role", **wanted}
    missing = [words for field, words in wanted.items() if not form_values.text(answers, field)]
    if missing:
        raise Incomplete(f"Still needed: {listed(missing)}.", "Everything else can stay empty.", screen)


def interviewing_now(workbook: Workbook, application: Application, on: date, token: str) -> tuple[Record, ...]:
    """The application, its status moved to interviewing if it wasn't that far, with the dated activity; and the
    activity of applying, if its day is new.
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
    """Known companies that may be the one typed, spelled otherwise or with a slip: offered, never assumed."""
    known = {match_key(entry.company): entry.company for entry in workbook.applications}
    wanted = match_key(company)
    if not wanted or wanted in known:
        return ()
    slips = (known[key] for key in get_close_matches(wanted, known, n=2, cutoff=_NEARLY))
    return tuple(dict.fromkeys((*like_companies(company, known.values()), *slips)))
