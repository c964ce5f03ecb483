"""The words of errors: each place in the code that makes one, made there with a realistic value for all that it
names."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

import lib
from lib.exchange.importing.refusal import ImportRefused
from lib.records.errors import AfterwordError
from lib.records.person import Person
from lib.store.errors import Conflict, ConflictRow, RowUnreadable
from lib.ui import error_messages
from lib.workflows.errors import Difference, EditedElsewhere
from tests.copy_listing.texts import Room

_PERSON = Person(id="pe-1", name="Priya Raman")
_ROWS = (ConflictRow("people.csv", ("pe-1",), _PERSON, None),)
_DIFFERENCES = (Difference("What went well?", "Calm", "Short"),)

OF_ROWS: Mapping[type[Exception], tuple[Any, ...]] = {
    Conflict: (_ROWS,),
    EditedElsewhere: (_DIFFERENCES,),
    RowUnreadable: ("people.csv", ("pe-1",), 7),
}
"""What the errors are given that are about rows and word them by themselves."""

EXAMPLES: Mapping[str, Any] = {
    "_PAST[earlier].lower()": "the day on which the offer came",
    "_PAST[later]": "The day it was signed",
    "_REASONS.get(refusal.why, _DAMAGED)": "This is not a zip, or it is damaged.",
    "_REASONS.get(refusal.why, _BROKEN)": "It's locked with a password. Save a copy without one, and bring that in.",
    "_base(name)": "people.csv",
    "_reason(error)": "No space left on device",
    "shortened(name, 60)": "photos/me.jpg",
    "typed": "about 60",
    "' '.join(key)": "pe-1",
    "' '.join(left)": "people.csv",
    "', '.join(rest[:5])": "people.csv, plans.csv",
    "amount.name": "base pay",
    "amount.hint": "it goes from 0 to 100",
    "bad.file": "people.csv",
    "bad.line": 7,
    "changed[0]": "people.csv",
    "channel": "card",
    "counted(len(every), 'search', 'searches')": "two searches",
    "count": 900,
    "criterion.name": "Pay",
    "entry.noun": "person",
    "field or 'one field'": "went well",
    "file": "people.csv",
    "folder": "/home/jo/data",
    "image.failure": "A quote in this row is not closed.",
    "kind": "connect",
    "known.company": "Northwind",
    "known.role": "Data engineer",
    "len(cells)": 900,
    "len(found)": 90_000,
    "limits.all_bytes // 1000000": 200,
    "limits.members": 2_000,
    "line": 7,
    "listed(missing)": "company and role",
    "loaded.read_only": "Until you repair people.csv under Your data, nothing else can be saved.",
    "loaded.tables.read_only": "Until you repair people.csv under Your data, nothing else can be saved.",
    "megabytes(len(data))": "80 MB",
    "mine.score": 140,
    "money(found.low)": "48",
    "text[:60]": "60k more later",
    "found.unparsed[:40]": "more later",
    "found.currency": "INR",
    "currency": "EUR",
    "understood": "60,000 a year",
    "missing": "role",
    "most": "20 MB",
    "name": "people.csv",
    "number": 7,
    "path.name": "people.csv",
    "path.parent": "/home/jo/Desktop",
    "reason": "No space left on device",
    "refusal": "Until you repair people.csv under Your data, nothing else can be saved.",
    "refusal.reason": "Its cells are separated by semicolons, not by commas.",
    "refused": "That folder is not empty.",
    "screen": "which",
    "step.label": "Debrief of Northwind",
    "tables.read_only": "Until you repair people.csv under Your data, nothing else can be saved.",
    "text": "about 60",
    "what": "The list of backups",
    "lib.workflows.entries.offer_ends: what": "signed",
    "words": "The day it was signed",
    "written": "Another program wrote into the files while they were erased.",
    "lib.exchange.importing.decoding: reason": "It is an Excel workbook of the old kind. Save it there as 'CSV UTF-8'.",
    "lib.store.bad_rows: reason": "The row still can't be read. The column goal is empty.",
    "lib.store.bad_rows: name": "id",
    "lib.store.moving: reason": "That folder is not empty (letter.odt). Choose an empty or a new one.",
    "lib.store.redo: ' '.join(left)": "In people.csv, line 7 was changed elsewhere, so it was left as it is.",
    "lib.store.redo: next_step": "If another program has the file open, close it there, and try again.",
    "lib.workflows.errors: reason": "holds a character that no CSV file can keep",
    "self.path": "/home/jo/data",
    "lib.capture.reading.mail: what": "offer.pdf and cv.pdf",
    "lib.capture.reading.opening: happened": "This is a PDF.",
    "lib.extras.refusals: language": "German",
    "lib.extras.refusals: minutes": 20,
    "lib.capture.reading.prompts: happened": "The prompts in this calendar file have no answers.",
}
"""A value for each expression that a sentence names and that only a real run could work out.

Where it means something else in one module, that module comes before it."""


class NoExample(LookupError):
    """An error names an expression that ``EXAMPLES`` has no value for yet."""


def errors() -> dict[str, Room]:
    """The sentences of all errors, by the package in which they are made."""
    rooms: dict[str, Room] = {}
    for module in modules():
        package = module.__name__.split(".")[1]
        room = rooms.setdefault(package, Room(package))
        for made in made_in(module):
            room.add(module.__name__, "", str(made))
    rooms["ui"].add(error_messages.__name__, "", error_messages.CRASHED)
    rooms["ui"].add(error_messages.__name__, "", error_messages.DISK.format(why="No space left on device"))
    return {name: room for name, room in rooms.items() if room.places}


def modules() -> Iterator[ModuleType]:
    """Every module of the program."""
    for entry in pkgutil.walk_packages(lib.__path__, "lib."):
        yield import_module(entry.name)


def source_of(module: ModuleType) -> str:
    """The text of a module."""
    return inspect.getsource(module)


def made_in(module: ModuleType) -> Iterator[Exception]:
    """Each error that a module makes. Raises ``NoExample`` where one names what nothing is known of."""
    for node in ast.walk(ast.parse(source_of(module))):
        if isinstance(node, ast.Call) and _is_error(kind := _known(node.func, module)):
            if kind in OF_ROWS:
                yield kind(*OF_ROWS[kind])
                continue
            given = [_value(argument, module) for argument in node.args]
            named = {word.arg: _value(word.value, module) for word in node.keywords if word.arg}
            yield kind(*given, **named)


def _is_error(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, AfterwordError | ImportRefused)


def _known(node: ast.expr, module: ModuleType) -> Any:
    """What an expression is worth by the names of its module alone; NoExample where that is not enough."""
    try:
        return eval(compile(ast.Expression(node), module.__name__, "eval"), dict(vars(module)))
    except Exception:
        return NoExample


def _value(node: ast.expr, module: ModuleType) -> Any:
    words = ast.unparse(node)
    for name in (f"{module.__name__}: {words}", words):
        if name in EXAMPLES:
            return EXAMPLES[name]
    known = _known(node, module)
    if not callable(known):  # a name of the module that a value of the function hides
        return known
    if isinstance(node, ast.JoinedStr):
        return "".join(_part(part, module) for part in node.values)
    if isinstance(node, ast.IfExp):
        return _value(node.body, module)
    raise NoExample(f"{module.__name__}: add an example of `{words}` to tests/copy_listing/errors.py")


def _part(part: ast.expr, module: ModuleType) -> str:
    if isinstance(part, ast.FormattedValue):
        value = _value(part.value, module)
        form = "".join(_part(each, module) for each in part.format_spec.values) if _is_joined(part.format_spec) else ""
        return format(value, form)
    return str(ast.literal_eval(part))


def _is_joined(node: ast.expr | None) -> bool:
    return isinstance(node, ast.JoinedStr)
