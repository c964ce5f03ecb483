"""The texts in the code of a module, whether or not a screen has shown them."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

_NO_PROSE = re.compile(r"\\[\w.()\[\]]|\(\?|<\w+|[{}]|=>|^[\w.]+:\S|^[a-z]+[=/]|\w\??\|\w|^\S*[/_]\S*$|^\W*$")
"""What code, a pattern, a style or an address holds, and a sentence for people does not."""
_HOLE = "‹{}›"
MOST_WORDS_WITHOUT_A_STOP = 16


def modules() -> list[Path]:
    """Every file of the program, relative to the repository."""
    files = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "lib").rglob("*.py"))]
    return [path.relative_to(ROOT) for path in files]


def texts(module: Path) -> list[str]:
    """The texts of a module for people, in the order of its lines; ``‹name›`` is a hole that a value fills."""
    return texts_in(ast.parse((ROOT / module).read_text("utf-8")))


def texts_in(tree: ast.Module) -> list[str]:
    """The texts for people in parsed code, each once."""
    passed_over = set(_not_for_people(tree))
    passed_over |= {id(node.value) for node in tree.body if isinstance(node, ast.Assign) and _is_all(node)}
    found = [text for text in _literals(tree, passed_over) if _is_prose(text)]
    return list(dict.fromkeys(found))


def _literals(node: ast.AST, passed_over: set[int]) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if id(child) in passed_over:
            continue
        if isinstance(child, ast.JoinedStr):
            yield "".join(_part(each) for each in child.values)
            for each in child.values:
                if isinstance(each, ast.FormattedValue):
                    yield from _literals(each, passed_over)
        elif isinstance(child, ast.Call) and _is_template(child):
            template, *parts = child.args
            yield _filled(ast.literal_eval(template), parts)
            for each in parts:
                yield from _literals(ast.Expr(each), passed_over)
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str):
                yield re.sub(r"\{(\w*)\}", lambda found: _HOLE.format(found[1] or "…"), child.value)
        else:
            yield from _literals(child, passed_over)


def _part(part: ast.expr) -> str:
    return _hole(part.value) if isinstance(part, ast.FormattedValue) else str(ast.literal_eval(part))


def _is_template(call: ast.Call) -> bool:
    return ast.unparse(call.func) == "marked" and isinstance(call.args[0], ast.Constant)


def _filled(template: str, parts: Iterable[ast.expr]) -> str:
    holes = map(_hole, parts)
    return re.sub(r"\{\}", lambda _: next(holes), template)


def _hole(value: ast.expr) -> str:
    words = re.findall(r"[A-Za-z]+", ast.unparse(value))
    return _HOLE.format(words[-1] if words else "…")


def _not_for_people(tree: ast.Module) -> Iterator[int]:
    """Docstrings, types, patterns, keys of widgets, and what only a reader of the code sees."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield id(node)
            case ast.Subscript():
                yield id(node.slice)
            case ast.AnnAssign():
                yield id(node.annotation)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re" | "logging"))):
                yield id(node)
            case ast.Call(func=ast.Attribute(attr="button_key" | "html" | "startswith" | "endswith")):
                yield id(node)
            case ast.keyword(arg="key" | "pattern" | "prog"):
                yield id(node)


def _is_all(node: ast.Assign) -> bool:
    return ast.unparse(node.targets[0]) == "__all__"


def _is_prose(text: str) -> bool:
    plain = re.sub(r"‹[^›]*›", "", text)
    if _NO_PROSE.search(re.sub(r"[*`]|:gray\[|\]", "", plain).strip()):
        return False
    if len(plain.split()) > MOST_WORDS_WITHOUT_A_STOP and not re.search("[A-Z].*[.?!…:;]", plain):
        return False  # a list of words
    return bool(re.search(r"[A-Za-z]{2,} +[A-Za-z]{2,}|[A-Za-z]{2,}[.?!…]$|^[A-Z“][a-z]+$", plain.strip()))
