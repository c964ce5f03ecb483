"""Every place in the app that has an address: the pages, their views, the parts of an entry, the forms."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lib.records.workbook import Workbook
from lib.ui.parts import section_form
from lib.workflows.record_editing import ENTRIES

PAGES = Path(__file__).parents[2] / "pages"

ENTRIES_SHOWN: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("main/today", "sheet"): ("interviews", ()),
    ("main/debrief", "debrief"): ("interviews", tuple(section_form.HEADINGS)),
    ("main/journal", "debrief"): ("interviews", (*section_form.HEADINGS, "outcome")),
    ("main/follow_up", "task"): ("tasks", ()),
    ("more/practice", "topic"): ("topics", ()),
    ("more/practice", "story"): ("stories", ()),
    ("more/decide", "application"): ("applications", ("score",)),
    ("more/search", "application"): ("applications", ()),
    ("more/search", "person"): ("people", ("forget",)),
}
"""By page and parameter of the address: the table whose rows it shows, and the parts that one row has."""

PARTS = {"more/decide": ("rank", "swing")}
"""The parts of a page that belong to no row."""

NOT_A_ROW = {"view", "part", "form", "draft", "new", "shape"}
"""Parameters of the address that name no row."""


class Place(NamedTuple):
    page: str
    address: Mapping[str, str] = {}

    def __str__(self) -> str:
        return "&".join([self.page, *(f"{name}={value}" for name, value in self.address.items())])


def pages() -> tuple[str, ...]:
    """Every page by its file: ``main/today``."""
    found = sorted(PAGES.glob("*/*.py"))
    return tuple(path.relative_to(PAGES).with_suffix("").as_posix() for path in found)


def views(page: str) -> tuple[str, ...]:
    """The words that the address of a page may hold as its view: the keys of its VIEWS."""
    tree = ast.parse((PAGES / f"{page}.py").read_text("utf-8"))
    tables = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "VIEWS" and isinstance(node.value, ast.Dict)
    ]
    return tuple(str(ast.literal_eval(key)) for table in tables for key in table.keys if key)


def forms_of(page: str) -> tuple[str, ...]:
    """The forms of single records that a page opens: the FORMS of the parts that its file names."""
    modules = re.findall(r"\b(\w+)\.FORMS\b", (PAGES / f"{page}.py").read_text("utf-8"))
    return tuple(name for module in dict.fromkeys(modules) for name in import_module(f"lib.ui.parts.{module}").FORMS)


def fixed_places() -> tuple[Place, ...]:
    """The places that are there whatever the workbook holds."""
    plain = [Place(page) for page in pages()]
    looked_at = [Place(page, {"view": view}) for page in pages() for view in views(page)]
    parts = [Place(page, {"part": part}) for page, named in PARTS.items() for part in named]
    new = [Place("main/debrief", {"new": kind}) for kind in ("debrief", "upcoming")]
    forms = [Place(page, {"form": name}) for page in pages() for name in forms_of(page)]
    return (*plain, *looked_at, *parts, *new, *forms)


def places_of(workbook: Workbook, rows: Sequence[int]) -> Iterator[Place]:
    """The places that show these rows of each table, counted in file order: whole, in their parts, in their forms."""
    for (page, parameter), (table, parts) in ENTRIES_SHOWN.items():
        for row_id in _ids(workbook, table, rows):
            yield Place(page, {parameter: row_id})
            yield from (Place(page, {parameter: row_id, "part": part}) for part in parts)
    for page in pages():
        for name in forms_of(page):
            for row_id in _ids(workbook, ENTRIES[name].table, rows):
                yield Place(page, {"form": name, "draft": row_id})


def _ids(workbook: Workbook, table: str, rows: Sequence[int]) -> list[str]:
    there = getattr(workbook, table)
    return [there[row].identity[0] for row in rows if row < len(there)]


def parameters(page: str) -> set[str]:
    """The parameters of the address that a page's file looks at."""
    text = (PAGES / f"{page}.py").read_text("utf-8")
    return set(re.findall(r'(?:query_params|wanted)(?:\.get\(|\[)"(\w+)"', text)) | set(
        re.findall(r'"(\w+)" in (?:st\.query_params|wanted)', text)
    )
