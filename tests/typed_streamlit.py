"""A copy of Streamlit for a type checker, in which what is read as Markdown or HTML has to be safe there."""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

_SAFE = "SafeText"
_BY_NAME = {
    **dict.fromkeys(("body", "help", "label", "text", "title"), _SAFE),
    **dict.fromkeys(("captions", "tabs"), f"Sequence[{_SAFE}]"),
    "caption": f"{_SAFE} | list[{_SAFE}]",
}
"""The parameters that are read as Markdown, whichever element has them, with the type they get."""
CHOICES = ("menu_button", "pills", "radio", "segmented_control", "select_slider")
"""The elements whose options are read as Markdown."""
_BY_ELEMENT = {
    **{(element, "format_func"): f"Callable[[{{option}}], {_SAFE}]" for element in CHOICES},
    ("html", "body"): "LiteralString | Markup",
    ("metric", "value"): f"int | float | {_SAFE}",
    ("metric", "delta"): f"int | float | {_SAFE}",
    ("metric", "delta_description"): _SAFE,
    ("table", "data"): f"Sequence[Mapping[str, {_SAFE}]]",
    ("write", "args"): _SAFE,
}
_SHOWN_AS_IT_IS = {(element, "body") for element in ("code", "json", "latex", "mermaid_chart", "text")}
_IMPORTS = """
from collections.abc import Callable, Mapping, Sequence
from typing import LiteralString
from markupsafe import Markup
from lib.ui.markdown import SafeText
"""

Parameter = tuple[str, str]
"""An element and its parameter: ``("button", "label")``."""


def copy_typed(to: Path) -> set[Parameter]:
    """Copy Streamlit and markupsafe to where a type checker searches first; returns the parameters with a new type."""
    for package in ("streamlit", "markupsafe"):
        shutil.copytree(_installed(package), to / package, ignore=_all_but_python)
    found = _rewrite(to / "markupsafe" / "__init__.py", _written)
    for path in (to / "streamlit" / "elements").rglob("*.py"):
        found |= _rewrite(path, _retyped)
    return found


def _installed(package: str) -> Path:
    found = find_spec(package)
    assert found
    assert found.origin
    return Path(found.origin).parent


def _all_but_python(folder: str, names: list[str]) -> set[str]:
    python = {name for name in names if name.endswith((".py", ".pyi", ".typed"))}
    return {name for name in names if name not in python and (name == "static" or not (Path(folder) / name).is_dir())}


def _rewrite(path: Path, retype: Callable[[ast.FunctionDef], Iterator[Parameter]]) -> set[Parameter]:
    module = ast.parse(path.read_text("utf-8"))
    found = {parameter for function in _functions(module) for parameter in retype(function)}
    if found:
        start = 1 + max(at for at, node in enumerate(module.body) if at == 0 or _is_from_the_future(node))
        module.body[start:start] = ast.parse(_IMPORTS).body
        path.write_text(ast.unparse(module), "utf-8")
    return found


def _functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions that anybody may call, and the methods of the classes that elements and ``Markup`` are made of."""
    classes = (node for node in module.body if isinstance(node, ast.ClassDef))
    for block in (module, *(one for one in classes if one.name.endswith(("Mixin", "Markup")))):
        for node in block.body:
            if isinstance(node, ast.FunctionDef) and (node.name == "__new__" or not node.name.startswith("_")):
                yield node


def _is_from_the_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _written(function: ast.FunctionDef) -> Iterator[Parameter]:
    """``Markup(text)`` trusts any text: let it be one that is written in the code."""
    for one in function.args.args:
        if (function.name, one.arg) == ("__new__", "object"):
            one.annotation = ast.Name("LiteralString")
            yield "Markup", "object"


def _retyped(function: ast.FunctionDef) -> Iterator[Parameter]:
    """Give the parameters of an element the types that they get, and return which have one."""
    arguments = function.args
    every = {one.arg: one for one in (*arguments.args, *arguments.kwonlyargs, *filter(None, [arguments.vararg]))}
    for name, one in every.items():
        before = ast.unparse(one.annotation) if one.annotation else ""
        wanted = _wanted(function.name, name, before)
        if wanted and name == "format_func":
            wanted = wanted.format(option=re.sub(r"\w+\[(.+)\]", r"\1", ast.unparse(every["options"].annotation)))
            _demand(arguments, name)
        if wanted:
            one.annotation = ast.parse(f"{wanted} | None" if "None" in before else wanted, mode="eval").body
            yield function.name, name


def _wanted(element: str, name: str, before: str) -> str:
    is_text = "str" in before.casefold() and (element, name) not in _SHOWN_AS_IT_IS
    return _BY_ELEMENT.get((element, name)) or (_BY_NAME.get(name, "") if is_text else "")


def _demand(arguments: ast.arguments, name: str) -> None:
    """Leave a parameter without its default, so that each call formats its options; from it on all are named."""
    places = [one.arg for one in arguments.args]
    if name in places:
        at = places.index(name) - len(places)
        arguments.kwonlyargs[:0], arguments.args[at:] = arguments.args[at:], []
        arguments.kw_defaults[:0], arguments.defaults[at:] = arguments.defaults[at:], []
    arguments.kw_defaults[[one.arg for one in arguments.kwonlyargs].index(name)] = None
