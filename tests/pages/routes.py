"""Every route in the app that has an address: the pages, their views, the parts of an entry, the forms."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lib.records.labels import HEADINGS
from lib.records.workbook import Workbook
from lib.workflows.drafts.record_editing import ENTRIES

PAGES = Path(__file__).parents[2] / "pages"

TABLES = {"sheet": "interviews", "debrief": "interviews", "person": "people", "story": "stories"}
"""The table whose row a parameter of the address names, where it is not simply its plural."""

PARTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("main/debrief", "debrief"): tuple(HEADINGS),
    ("main/journal", "debrief"): (*HEADINGS, "outcome"),
    ("more/decide", ""): ("rank", "swing"),
    ("more/decide", "application"): ("score",),
    ("more/applications", "person"): ("forget",),
}
"""By page and parameter of the address: the parts that one such row has, or, without a parameter, the page itself."""

NOT_A_ROW = {"view", "part", "form", "draft", "new", "shape"}
"""Parameters of the address that name no row."""


class Route(NamedTuple):
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
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and ast.unparse(node).startswith(("VIEWS = ", "VIEWS: "))
        and isinstance(node.value, ast.Dict)
    ]
    return tuple(str(ast.literal_eval(key)) for table in tables for key in table.keys if key)


def forms_of(page: str) -> tuple[str, ...]:
    """The forms of single records that a page opens: the FORMS of the parts that its file names."""
    source = (PAGES / f"{page}.py").read_text("utf-8")
    rooms = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom) and node.module]
    modules = [f"{room.module}.{name.name}" for room in rooms for name in room.names if f"{name.name}.FORMS" in source]
    return tuple(name for module in modules for name in import_module(module).FORMS)


def fixed_routes() -> tuple[Route, ...]:
    """The routes that are there whatever the workbook holds."""
    plain = [Route(page) for page in pages()]
    looked_at = [Route(page, {"view": view}) for page in pages() for view in views(page)]
    parts = [Route(page, {"part": part}) for (page, shows), named in PARTS.items() if not shows for part in named]
    new = [Route("main/debrief", {"new": kind}) for kind in ("debrief", "upcoming")]
    forms = [Route(page, {"form": name}) for page in pages() for name in forms_of(page)]
    return (*plain, *looked_at, *parts, *new, *forms)


def routes_of(workbook: Workbook, rows: Sequence[int]) -> Iterator[Route]:
    """The routes that show these rows of each table, counted in file order: whole, in their parts, in their forms."""
    for page, parameter in rows_shown():
        for row_id in _ids(workbook, table_of(parameter), rows):
            yield Route(page, {parameter: row_id})
            parts = PARTS.get((page, parameter), ())
            yield from (Route(page, {parameter: row_id, "part": part}) for part in parts)
    for page in pages():
        for name in forms_of(page):
            for row_id in _ids(workbook, ENTRIES[name].table, rows):
                yield Route(page, {"form": name, "draft": row_id})


def _ids(workbook: Workbook, table: str, rows: Sequence[int]) -> list[str]:
    there = getattr(workbook, table)
    return [there[row].identity[0] for row in rows if -len(there) <= row < len(there)]


def rows_shown() -> tuple[tuple[str, str], ...]:
    """Page and parameter, wherever an address names a row."""
    looked_at_by_parts = (("main/debrief", "debrief"),)
    found = ((page, parameter) for page in pages() for parameter in sorted(parameters(page) - NOT_A_ROW))
    return (*looked_at_by_parts, *found)


def table_of(parameter: str) -> str:
    """The table whose row a parameter of the address names."""
    return TABLES.get(parameter, f"{parameter}s")


def parameters(page: str) -> set[str]:
    """The parameters of the address that a page's file looks at."""
    text = (PAGES / f"{page}.py").read_text("utf-8")
    return set(re.findall(r'(?:query_params|wanted)(?:\.get\(|\[)"(\w+)"', text)) | set(
        re.findall(r'"(\w+)" in (?:st\.query_params|wanted)', text)
    )
