"""HTML that ``Markup`` alone can't make safe: the app's own files, and values in scripts."""

import json
from pathlib import Path
from typing import LiteralString

from markupsafe import Markup

_IN_JSON = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&'"})


def own_file(name: LiteralString) -> Markup:
    """A style sheet or script in this package, as it is."""
    return str.__new__(Markup, (Path(__file__).parent / name).read_text("utf-8"))


def style(*rules: Markup) -> Markup:
    """A style element of these rules."""
    return Markup("<style>{}</style>").format(Markup("").join(rules))


def in_script(value: object) -> Markup:
    """A value as a script reads it: JSON, in which no text can end the script."""
    return str.__new__(Markup, json.dumps(value).translate(_IN_JSON))
