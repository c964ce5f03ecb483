"""A copy of the report for someone who helps: names replaced, private words left out, and both said."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from lib.english import counted, listed
from lib.exchange.known_names import chosen_names, known_names
from lib.exchange.search_report import SearchReport, search_report
from lib.exchange.stand_ins import Name, StandIns
from lib.followup.phrasing import CAPITALISED
from lib.followup.proofreading.spelling import Speller, english
from lib.followup.proofreading.words import words_of
from lib.records.application import company_key
from lib.records.interview import chronological
from lib.records.record import Record
from lib.records.workbook import Workbook

_SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "applications": ("company", "role"),
    "interviews": ("lesson",),
    "ratings": ("dimension",),
    "questions": (),
    "plans": ("if_when", "then_do"),
    "plan_checks": (),
    "decisions": ("reasons", "change_my_mind", "learned"),
    "dimensions": ("key", "label", "low", "high"),
    "conversations": (),
    "activity": (),
}
"""The texts that the copy shows. Every other text is emptied and every other file left out before it is made."""

_KEPT: Final = ("id", "seal", "plan_id", "interview_id", "application_id", "person_id", "zone")
_UNSAID: Final = "(not shown)"


@dataclass(frozen=True)
class CoachCopy:
    """The report with stand-ins. ``remaining`` are the words with a capital that still stand in it, most often first;
    ``left_out`` says what was replaced and what was left out."""

    report: SearchReport
    remaining: tuple[str, ...]
    left_out: tuple[str, ...]


def coach_copy(
    workbook: Workbook, today: date, also: Collection[str] = (), speller: Speller | None = None
) -> CoachCopy:
    """The copy of the whole report as of ``today``; ``also`` are further words to replace, in any spelling."""
    knows = (speller or english()).knows
    names = (*chosen_names(also), *known_names(workbook, knows))
    stand_ins = StandIns(names)
    _in_order_of_time(workbook, stand_ins)
    shown = _replaced(workbook, stand_ins)
    left_out = tuple(_left_out(workbook, stand_ins))
    return CoachCopy(search_report(shown, today), _remaining(shown, stand_ins, names, speller or english()), left_out)


def _in_order_of_time(workbook: Workbook, stand_ins: StandIns) -> None:
    """Company A is the first that I talked to."""
    for interview in sorted(workbook.interviews, key=chronological):
        if application := workbook.application(interview.application_id):
            stand_ins.of(Name("company", company_key(application.company), application.company))
    for application in workbook.applications:
        stand_ins.of(Name("company", company_key(application.company), application.company))


def _replaced(workbook: Workbook, stand_ins: StandIns) -> Workbook:
    tables: dict[str, Any] = {
        name: tuple(_row(row, shown, stand_ins) for row in getattr(workbook, name)) for name, shown in _SHOWN.items()
    }
    return replace(Workbook(), **tables)


def _row(row: Record, shown: Collection[str], stand_ins: StandIns) -> Record:
    changes: dict[str, object] = {}
    for column in type(row).header():
        value = getattr(row, column)
        if column == "company" and column in shown:
            changes[column] = stand_ins.of(Name("company", company_key(value), value))
        elif type(row).model_fields[column].annotation is not str or column in _KEPT:
            continue
        elif column == "text":
            changes[column] = _UNSAID
        else:
            changes[column] = stand_ins.replaced(value) if column in shown else ""
    return row.changed(**changes)


def _remaining(shown: Workbook, stand_ins: StandIns, names: Collection[Name], speller: Speller) -> tuple[str, ...]:
    """The capitalised words that are no ordinary beginning of a sentence, and those that are part of a name."""
    parts = {word.casefold() for name in names for word in name.text.split()}
    taken = {word for stand_in in stand_ins.given.values() for word in stand_in.strip("()").split()}
    counts: Counter[str] = Counter()
    for text in _texts(shown):
        for word in words_of(text):
            bare = word.bare
            is_plain = word.opens and speller.knows(bare) and bare.casefold() not in parts and not bare[1:].isupper()
            if bare[0].isupper() and len(bare) > 1 and bare not in taken and not is_plain:
                counts[bare] += 1
    return tuple(word for word, _ in counts.most_common() if not _is_everybodys(word))


def _is_everybodys(word: str) -> bool:
    return word.casefold() in CAPITALISED and word.casefold() not in ("london", "paris", "berlin", "google", "sap")


def _texts(shown: Workbook) -> Iterator[str]:
    for table, columns in _SHOWN.items():
        for row in getattr(shown, table):
            yield from (getattr(row, column) for column in columns if column not in ("company", "key", "dimension"))


def _left_out(workbook: Workbook, stand_ins: StandIns) -> Iterator[str]:
    kinds = Counter(kind for kind, _ in stand_ins.given)
    if named := [
        text
        for text in (
            f"{counted(kinds['company'], 'company', 'companies')} (Company A and so on)" if kinds["company"] else "",
            f"{counted(kinds['person'], 'person', 'people')} (Person 1 and so on)" if kinds["person"] else "",
            "my own name" if kinds["self"] else "",
            counted(kinds["chosen"], "further word") if kinds["chosen"] else "",
        )
        if text
    ]:
        yield f"Replaced in every text: {listed(named)}."
    if stand_ins.addresses:
        yield f"Replaced: {counted(stand_ins.addresses, 'address', 'addresses')}, numbers or links."
    counts = (
        (_filled(workbook, "interviews", "private_note"), "private note", "private notes"),
        (_filled(workbook, "interviews", "mood"), "note on my mood", "notes on my mood"),
        (_filled(workbook, "interviews", "feedback"), "answer in their words", "answers in their words"),
        (_filled(workbook, "interviews", "pay_said"), "note on pay", "notes on pay"),
        (_filled(workbook, "tasks", "body"), "message", "messages"),
        (len(workbook.questions), "question with its answer", "questions with their answers"),
        (len(workbook.people), "person's entry", "people's entries"),
        (len(workbook.offers), "offer with its terms", "offers with their terms"),
    )
    if told := [counted(count, one, many) for count, one, many in counts if count]:
        yield f"Left out: {listed(told)}."
    yield "Also left out: what went well and badly, what I said about myself, my stories, and all other notes."


def _filled(workbook: Workbook, table: str, column: str) -> int:
    return sum(bool(getattr(row, column).strip()) for row in getattr(workbook, table))
