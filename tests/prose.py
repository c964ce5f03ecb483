"""The docstrings and comments of a Python file."""

import ast
import io
import tokenize
from pathlib import Path


def prose(path: Path) -> list[str]:
    """Each docstring and each comment, in any order. A string on a line of its own below a name is a docstring too."""
    text = path.read_text("utf-8")
    strings = [
        node.value.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return strings + [token.string for token in tokens if token.type == tokenize.COMMENT]
