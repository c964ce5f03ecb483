"""No words of a person are drawn as Markdown or HTML before they are escaped: a type checker proves it."""

import inspect
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tests.typed_streamlit import CHOICES, Parameter, copy_typed

ROOT = Path(__file__).parent.parent
PROGRAM = ("app.py", "pages", "lib/ui")
RULES = (
    "import-not-found",  # or nothing that comes from there has a type
    "invalid-argument-type",
    "invalid-assignment",
    "invalid-explicit-return",
    "invalid-parameter-default",
    "missing-argument",
    "no-matching-overload",
    "unsupported-operator",
)
RETYPED = {
    "help": 56,
    "label": 52,
    "body": 11,
    "title": 5,
    "format_func": 5,
    "text": 2,
    "caption": 2,
    **dict.fromkeys(("args", "captions", "data", "delta", "delta_description", "object", "tabs", "value"), 1),
}
"""How many elements have a parameter of that name that is read as Markdown or HTML."""

BEGINNING = """
from collections.abc import Iterable
import streamlit as st
from markupsafe import Markup
from lib.ui.markdown import Markdown, SafeText, bulleted, escaped, joined, marked

def draw(words: str, each: list[str], n: int, names: dict[str, str]) -> None:
"""
UNSAFE = {
    "a text": "st.markdown(words)",
    "a text in a written one": 'st.write(f"**{words}**")',
    "a number in a written one": 'st.caption(f"{n} entries")',
    "a text after a written one": 'st.title("Edit " + words)',
    "a text after Markdown": "st.title(escaped(words) + words)",
    "Markdown in a text": 'st.info(f"{escaped(words)}")',
    "Markdown joined as text": 'st.write(" ".join([escaped(words), escaped(n)]))',
    "a text as a template": "st.write(marked(words))",
    "a text between parts": "st.write(joined(words, each))",
    "a text called Markdown": "st.write(Markdown(words))",
    "a text among written ones": 'st.write("nothing" if n else words)',
    "a label": 'st.button(words, key="a")',
    "a help": 'st.button("Save", help=words)',
    "a label with overloads": "st.text_input(words)",
    "the label of a place": "st.container().expander(words)",
    "an option": 'st.pills("Which?", each, format_func=lambda one: one)',
    "an option of a table": 'st.radio("Which?", list(names), format_func=names.__getitem__)',
    "an option as it is": 'st.segmented_control("Which?", each)',
    "a caption": 'st.radio("Which?", each, format_func=escaped, captions=each)',
    "a tab": "st.tabs(each)",
    "a number beside its name": 'st.metric("Offers", words)',
    "a cell": 'st.table([{"Row": words}])',
    "a title": "st.dialog(words)",
    "what is going on": "st.spinner(words)",
    "HTML": 'st.html(f"<b>{words}</b>")',
    "a text called HTML": "st.html(Markup(words))",
    "Markdown as HTML": "st.html(escaped(words))",
    "HTML as Markdown": "st.markdown(Markup('<b>{}</b>').format(words))",
    "a text kept as Markdown": "told: Markdown = words",
    "a text among Markdown": "told: list[Markdown] = [words]",
    "a text returned as Markdown": "def told() -> SafeText: return words",
}
SAFE = """
    st.markdown("**Written**")
    st.write("Done" if n else escaped(words))
    st.title(marked("Edit {}", words) + ": " + escaped(n))
    st.caption("Since " + escaped(words))
    st.write(joined(" · ", each), bulleted(each))
    st.pills("Which?", each, format_func=escaped)
    st.pills("Which?", ["yes", "no"], format_func={"yes": Markdown("**Yes**"), "no": Markdown("No")}.__getitem__)
    st.selectbox("Which?", each, format_func=lambda one: f"**{one}**")
    st.html(Markup("<b>{}</b>").format(words))
    st.text(words)
    st.code(words)
"""


Typed = tuple[Path, set[Parameter]]
"""The folder of the copy, and the parameters with a type of ours."""


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    folder = tmp_path_factory.mktemp("typed")
    return folder, copy_typed(folder)


def complaints(typed: Path, files: Sequence[Path | str]) -> Mapping[str, list[str]]:
    """What the type checker finds in the files, by file."""
    pytest.importorskip("ty", reason="ty is not installed: see requirements-dev.txt")
    rules = [word for rule in RULES for word in ("--error", rule)]
    rules += ["--config", "analysis.respect-type-ignore-comments=false"]
    where = ["--python", sys.prefix, "--extra-search-path", str(typed)]
    command = [sys.executable, "-m", "ty", "check", "--output-format", "concise", "--no-progress", "--ignore", "all"]
    result = subprocess.run(
        [*command, *rules, *where, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode in {0, 1}, result.stderr
    found = defaultdict(list)
    for file, line in re.findall(r"^(.+?):(\d+:\d+: error.*)$", result.stdout, re.MULTILINE):
        found[file].append(line)
    assert bool(found) == bool(result.returncode), result.stdout + result.stderr
    return found


def test_all_that_is_drawn_is_written_in_the_code_or_escaped(typed: Typed) -> None:
    assert complaints(typed[0], PROGRAM) == {}


def test_only_two_modules_vouch_for_a_text_that_is_not_written_in_the_code() -> None:
    vouch = re.compile(r"\.__new__\((?!cls)|\bcast\(|\bty: ?ignore")
    files = [ROOT / "app.py", *(path for folder in PROGRAM[1:] for path in (ROOT / folder).rglob("*.py"))]
    assert {path.name for path in files if vouch.search(path.read_text("utf-8"))} == {"markdown.py", "markup.py"}


@pytest.fixture(scope="module")
def refused(typed: Typed, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """By example, what the type checker finds in it."""
    folder = tmp_path_factory.mktemp("examples")
    names = {str(folder / f"example_{at}.py"): name for at, name in enumerate((*UNSAFE, "safe"))}
    for file, name in names.items():
        body = SAFE if name == "safe" else f"    {UNSAFE[name]}\n"
        Path(file).write_text(BEGINNING + body, "utf-8")
    found = complaints(typed[0], list(names))
    return {
        name: [line for path, lines in found.items() if path.endswith(Path(file).name) for line in lines]
        for file, name in names.items()
    }


@pytest.mark.parametrize("name", UNSAFE)
def test_words_that_are_not_escaped_are_a_type_error(refused: Mapping[str, list[str]], name: str) -> None:
    assert len(refused[name]) == 1


def test_words_that_are_escaped_are_not(refused: Mapping[str, list[str]]) -> None:
    assert refused["safe"] == []


def test_each_parameter_that_is_read_as_markup_is_still_found_in_streamlit(typed: Typed) -> None:
    assert Counter(name for _, name in typed[1]) == RETYPED


def test_each_parameter_that_streamlit_documents_as_markdown_has_a_type_of_ours(typed: Typed) -> None:
    described = {
        (name, each) for name, what in _commands() for each, text in _parameters(what) if "GitHub-flavored" in text
    }
    formatted = {(element, "options") for element in CHOICES}
    assert described - typed[1] - formatted == {("write_stream", "cursor")}  # which we don't use


def _commands() -> list[tuple[str, object]]:
    return [*inspect.getmembers(DeltaGenerator, callable), ("spinner", st.spinner), ("dialog_decorator", st.dialog)]


def _parameters(command: object) -> Iterator[tuple[str, str]]:
    """The parameters of a command, each with what its documentation tells about it."""
    text = (inspect.getdoc(command) or "").partition("Examples\n----")[0]
    parts = re.split(r"^\*?(\w+) : .*$", text, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2], strict=True)
