"""Every way out of a workbook but the full backup, each made as the app makes it, and read as text."""

import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from types import ModuleType
from zoneinfo import ZoneInfo

import lib.exchange
from lib.dates import DAY_FIRST
from lib.exchange.findings_json import to_json
from lib.exchange.flat_table import flat_table
from lib.exchange.mail import mail_file, mail_link
from lib.exchange.proof_of_search import proof_page, proof_table
from lib.exchange.sheet_page import RoundReminders
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.followup.plan import TaskPlan
from lib.insight.findings import Findings
from lib.insight.summary import summary
from lib.records.workbook import Workbook
from lib.workflows.drafts.messages import begin_message, correspondence
from lib.workflows.entries.calendar import calendar_of
from lib.workflows.entries.claims import before_round
from lib.workflows.entries.tasks import LocalTime, plan_for
from tests.day_first import coach_copy, full_sheet, markdown, proof_of_search, report_page, search_report, sheet_page

NO_EXPORT: Mapping[str, str] = {
    "archive.pack": "the full backup",
    "locked_zip.lock": "the full backup, locked",
    "locked_zip.unlock": "the full backup, opened again",
    "flat_table.table": "rows that others have chosen",
    "debrief_text.debrief_sections": "the debrief on the screen",
}
"""What makes a file or words of a workbook and is no export by itself, each with what it is."""

_FILES = ("bytes", "MailLink", "MailFile", "Json", "dict")


def exporting_functions() -> set[str]:
    """'module.function' of all functions in ``lib.exchange`` that make something to hand on."""
    found = set()
    for entry in pkgutil.iter_modules(lib.exchange.__path__):
        if not entry.ispkg:
            found |= {f"{entry.name}.{name}" for name in _exports_of(import_module(f"lib.exchange.{entry.name}"))}
    return found


def _exports_of(module: ModuleType) -> Iterator[str]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            returned = inspect.signature(function).return_annotation
            if any(kind in getattr(returned, "__name__", str(returned)) for kind in _FILES):
                yield name


def ways_out(workbook: Workbook, now: datetime, zone: ZoneInfo) -> dict[str, Callable[[], str]]:
    """What each exporting function makes of a workbook, by its name there; several results are in one text."""
    today = now.date()
    debriefs, everything = workbook.debriefed, (date.min, date.max)
    return {
        "flat_table.flat_table": lambda: flat_table(workbook).decode(),
        "debrief_markdown.markdown": lambda: _texts(
            markdown(workbook, debriefs, zone), *(markdown(workbook, [one], zone) for one in workbook.interviews)
        ),
        "report_page.report_page": lambda: _texts(
            report_page(search_report(workbook, today), today, workbook.setting("name")),
            report_page((copy := coach_copy(workbook, today)).report, today, "", copy.left_out),
        ),
        "findings_json.to_json": lambda: _findings(Findings(workbook, today, dates=DAY_FIRST)),
        "proof_of_search.proof_page": lambda: proof_page(proof_of_search(workbook, *everything, notes=True)).decode(),
        "proof_of_search.proof_table": lambda: proof_table(proof_of_search(workbook, *everything, notes=True)).decode(),
        "calendar.calendar_file": lambda: _calendar(workbook, now, zone),
        "sheet_page.sheet_page": lambda: "\n".join(_sheets(workbook, now, zone)),
        "mail.mail_link": lambda: "\n".join(url for url, _ in _letters(workbook, now, zone)),
        "mail.mail_file": lambda: "\n".join(body for _, body in _letters(workbook, now, zone)),
    }


def _texts(*files: bytes) -> str:
    return "\n".join(file.decode() for file in files)


def _findings(findings: Findings) -> str:
    """As ``python -m lib.report`` prints them, in both of its ways."""
    told = "\n".join(entry.sentence for entry in summary(findings).explained().statements)
    return f"{json.dumps(to_json(findings), ensure_ascii=False)}\n{told}"


def _calendar(workbook: Workbook, now: datetime, zone: ZoneInfo) -> str:
    made = calendar_of(workbook, (), LocalTime(now, zone, dates=DAY_FIRST), "full")
    return made.decode().replace("\r\n ", "")


def _sheets(workbook: Workbook, now: datetime, zone: ZoneInfo) -> Iterator[str]:
    for interview in workbook.interviews:
        if sheet := full_sheet(workbook, interview.id, now, zone):
            before = before_round(workbook, sheet.interview, now, dates=DAY_FIRST)
            asked = tuple(one.sentence for one in before.questions) if before else ()
            yield sheet_page(sheet, now.date(), RoundReminders(asked)).decode()


def _due(plan: TaskPlan) -> tuple[DerivedTask, ...]:
    return (*plan.tasks, *plan.coming, *plan.snoozed, *plan.ideas)


def _letters(workbook: Workbook, now: datetime, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """Each message that is due, in each of its channels, as a link and as the words and the file."""
    for due in _due(plan_for(workbook, (), LocalTime(now, zone, dates=DAY_FIRST))):
        if due.is_written:
            letter = correspondence(workbook, due, now.date(), dates=DAY_FIRST)
            drafted = begin_message(letter, "token").values
            for channel in TASK_KINDS[letter.kind].channels:
                subject, body = str(drafted[f"subject_{channel}"]), str(drafted[f"body_{channel}"])
                file = mail_file(letter.facts.person, letter.address, subject, body)
                yield mail_link(letter.address, subject, body).url, f"{subject}\n{body}\n{file.content.decode()}"
