"""What an application is called, so that two for the same role at the same company can be told apart."""

from datetime import date

from lib.dates import DateStyle
from lib.records.application import Application, match_key
from lib.records.labels import label
from lib.records.workbook import Workbook, cached_per_workbook


def application_name(workbook: Workbook, application: Application, today: date, dates: DateStyle) -> str:
    """'Northwind, analyst', and where there is another one of these names 'Northwind, analyst · applied 3 Sep'."""
    apart = disambiguation(workbook, application, today, dates=dates)
    return f"{application.company}, {application.role}{f' · {apart}' if apart else ''}"


def status_name(workbook: Workbook, application: Application) -> str:
    """What the status is called: 'Interviewing'; of one that ended with its offer 'Offer withdrawn' or 'Offer turned
    down'. Without a status it's an interest."""
    ends = [each for each in workbook.offers if each.application_id == application.id and each.ended_on]
    if application.status == "rejected" and any(each.withdrawn_on for each in ends):
        return "Offer withdrawn"
    if application.status == "withdrawn" and any(each.turned_down_on for each in ends):
        return "Offer turned down"
    return label(application.status or "interested")


def disambiguation(workbook: Workbook, application: Application, today: date, dates: DateStyle) -> str:
    """What tells it from others for the same role at the same company: 'applied 3 Sep'; empty if it is the only one."""
    twins = _same_role_applications(workbook).get(application.id, ())
    if not twins:
        return ""
    since = since_words(workbook, application, today, dates=dates)
    alike = [entry for entry in twins if since_words(workbook, entry, today, dates=dates) == since]
    number = f" ({alike.index(application) + 1})" if application in alike and len(alike) > 1 else ""
    return f"{since}{number}"


def since_words(workbook: Workbook, application: Application, today: date, dates: DateStyle) -> str:
    """'applied 3 Sep', else 'first interview 5 Sep', else that no day is noted."""
    if application.applied_on:
        return f"applied {dates.short_day(application.applied_on, today)}"
    first = _first_interviews(workbook).get(application.id)
    return f"first interview {dates.short_day(first, today)}" if first else "no date yet"


@cached_per_workbook
def _same_role_applications(workbook: Workbook) -> dict[str, tuple[Application, ...]]:
    """For each application that isn't the only one for its role at its company, all of them."""
    named: dict[tuple[str, str], list[Application]] = {}
    for entry in workbook.applications:
        named.setdefault((match_key(entry.company), match_key(entry.role)), []).append(entry)
    return {entry.id: tuple(entries) for entries in named.values() if len(entries) > 1 for entry in entries}


@cached_per_workbook
def _first_interviews(workbook: Workbook) -> dict[str, date]:
    return {entry.application_id: entry.held_on for entry in reversed(workbook.by_time)}
