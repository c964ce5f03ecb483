"""A copy of the report for someone who helps: names replaced, private words left out, with a list of both."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal, get_args, get_origin

from lib.dates import DateStyle
from lib.english import counted, listed
from lib.exchange.known_names import chosen_names, known_names
from lib.exchange.search_report import SearchReport, search_report
from lib.exchange.stand_ins import Name, StandIns
from lib.followup.phrasing import CAPITALISED
from lib.followup.proofreading.spelling import Speller, english
from lib.followup.proofreading.words import prose_words
from lib.records.application import match_key
from lib.records.interview import chronological
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.words import word_set

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

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS: Final = ("[email]", "[link]", "[handle]", "[phone]")
_LETTERS: Final = frozenset("aiIoO")
_NOBODY: Final = word_set(
    "will may can do so an my no in on at or to we he she it the a and of for us you they be is are"
)
"""In small letters these name nobody, though somebody may be called so."""
_PHONE: Final = 7
"""This many digits may be a phone number."""
_NUMBER: Final = re.compile(r"(?<![\w.,])\(?\d(?:[\s()./–-]{0,3}\d)+(?![\w])")
_DAY_OR_YEARS: Final = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}|(?:19|20)\d\d\s?[–/-]\s?(?:19|20)\d\d")

_KEPT: Final = ("id", "seal", "plan_id", "interview_id", "application_id", "person_id", "zone")
_NOT_SHOWN: Final = "(not shown)"


@dataclass(frozen=True)
class CoachCopy:
    """The report with stand-ins. ``remaining_words`` are its remaining words with a capital, most frequent first;
    ``left_out`` lists what was replaced and left out."""

    report: SearchReport
    remaining_words: tuple[str, ...]
    left_out: tuple[str, ...]


def coach_copy(
    workbook: Workbook,
    today: date,
    also: Collection[str] = (),
    speller: Speller | None = None,
    *,
    dates: DateStyle,
) -> CoachCopy:
    """The copy of the whole report as of ``today``; ``also`` are further words to replace, in any spelling."""
    knows = (speller or english()).knows
    names = (*chosen_names(also), *known_names(workbook, knows))
    stand_ins = StandIns(names)
    _in_order_of_time(workbook, stand_ins)
    shown = _with_stand_ins(workbook, stand_ins)
    left_out = tuple(_left_out(workbook, stand_ins))
    return CoachCopy(
        search_report(shown, today, dates=dates), _remaining(shown, stand_ins, names, speller or english()), left_out
    )


def _in_order_of_time(workbook: Workbook, stand_ins: StandIns) -> None:
    """Company A is the first that I talked to."""
    for interview in sorted(workbook.interviews, key=chronological):
        if application := workbook.application(interview.application_id):
            stand_ins.of(Name("company", match_key(application.company), application.company))
    for application in workbook.applications:
        stand_ins.of(Name("company", match_key(application.company), application.company))


def _with_stand_ins(workbook: Workbook, stand_ins: StandIns) -> Workbook:
    tables: dict[str, Any] = {
        name: tuple(_row(row, shown, stand_ins) for row in getattr(workbook, name)) for name, shown in _SHOWN.items()
    }
    return replace(Workbook(), **tables)


def _row(row: Record, shown: Collection[str], stand_ins: StandIns) -> Record:
    changes: dict[str, object] = {}
    for column in type(row).header():
        value = getattr(row, column)
        if column == "company" and column in shown:
            changes[column] = stand_ins.of(Name("company", match_key(value), value))
        elif not may_hold_text(type(row).model_fields[column].annotation) or column in _KEPT:
            continue
        elif column == "text":
            changes[column] = _NOT_SHOWN
        else:
            changes[column] = stand_ins.replace(value) if column in shown else ""
    return row.changed(**changes)


def may_hold_text(annotation: object) -> bool:
    """Whether a column may hold words of anybody's, also as one of several types; fixed words are no such text."""
    parts = () if get_origin(annotation) is Literal else get_args(annotation)
    return annotation is str or any(map(may_hold_text, parts))


def _remaining(shown: Workbook, stand_ins: StandIns, names: Collection[Name], speller: Speller) -> tuple[str, ...]:
    """The words that may name someone: those with a capital that is no ordinary beginning of a sentence, single
    letters, words that no dictionary has, parts of known names, and long numbers; those with a capital first."""
    parts = {word.casefold() for name in names for word in _TOKEN.findall(name.text)}
    ours = re.compile("|".join(map(re.escape, sorted((*stand_ins.assigned.values(), *_MARKS), key=len, reverse=True))))
    counts: Counter[str] = Counter()
    for whole in _texts(shown):
        text = ours.sub(lambda found: "_" * len(found.group()), whole)
        opening = {word.start for word in prose_words(text) if word.opens}
        for found in _TOKEN.finditer(text):
            bare = re.sub(r"['’]s$", "", found.group())
            if _may_be_a_name(bare, found.start() in opening, parts, speller):
                counts[bare] += 1
        counts.update(_long_numbers(text))
    listed_first = sorted(counts, key=lambda word: (not word[0].isupper(), -counts[word]))
    return tuple(word for word in listed_first if not _is_common(word))


def _may_be_a_name(word: str, opens: bool, parts: Collection[str], speller: Speller) -> bool:
    plain = word.casefold()
    if word.isdecimal():
        return False
    if len(word) == 1:
        return word not in _LETTERS and not (word == "A" and opens)
    if word[1:].casefold() != word[1:]:
        return True  # a capital within, or several
    is_known = speller.knows(word) and (plain not in parts or word in _NOBODY)
    return not is_known or (word[0].isupper() and not opens)


def _long_numbers(text: str) -> Iterator[str]:
    """The runs of digits that may be a phone's and are no day, no years and no amount with commas."""
    for found in _NUMBER.finditer(text):
        digits = sum(sign.isdecimal() for sign in found.group())
        if digits >= _PHONE and not _DAY_OR_YEARS.fullmatch(found.group()):
            yield found.group()


def _is_common(word: str) -> bool:
    return word.casefold() in CAPITALISED and word.casefold() not in ("london", "paris", "berlin", "google", "sap")


def _texts(shown: Workbook) -> Iterator[str]:
    for table, columns in _SHOWN.items():
        for row in getattr(shown, table):
            yield from (getattr(row, column) for column in columns if column not in ("company", "key", "dimension"))


def _left_out(workbook: Workbook, stand_ins: StandIns) -> Iterator[str]:
    kinds = Counter(kind for kind, _ in stand_ins.assigned)
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
    if named := [counted(count, one, many) for count, one, many in counts if count]:
        yield f"Left out: {listed(named)}."
    yield "Also left out: what went well and badly, what I said about myself, my stories, and all other notes."


def _filled(workbook: Workbook, table: str, column: str) -> int:
    return sum(bool(getattr(row, column).strip()) for row in getattr(workbook, table))
