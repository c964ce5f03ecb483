"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import streamlit

from lib.palette import WHITE, contrast
from tests.prose import prose

ROOT = Path(__file__).parent.parent
LIB = sorted((ROOT / "lib").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
PROGRAM = [ROOT / "app.py", *PAGES, *LIB]
PURE = (
    "records",
    "insight",
    "decide",
    "practice",
    "followup",
    "capture",
    "dates.py",
    "english.py",
    "palette.py",
    "words.py",
    "linear_model.py",
)
PURE_FILES = [path for path in LIB if path.relative_to(ROOT / "lib").parts[0] in PURE]

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
MOST_WORDS = {"ARCHITECTURE.md": 2_000, "README.md": 450}
_FOLDERS = ("lib", "pages", "tests", "docs", "data", "benchmarks", ".streamlit", ".ci")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)|(?:src|href)=\"(?!https?:)([^\"#]+)\"")
_MODULE = re.compile(r"python -m ((?:lib|tests|benchmarks)[\w.]*\w)")
_SUFFIXES = {"py", "md", "csv", "toml", "js", "css", "txt", "json", "zip", "desktop", "command", "bat"}
_PLACEHOLDER = re.compile(r"[<>*…]")

CALLED_BY_PYTHON = {"handle_starttag", "handle_endtag", "handle_data", "model_config"}
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=named(path))


def imported(path: Path) -> set[str]:
    """The dotted names of all modules that a file imports, in functions too."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def check(tool: str, *command: str) -> None:
    """Runs ``python`` with the command, which starts the tool, and fails with what it printed."""
    if find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed: see requirements-dev.txt")
    result = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.fail(f"{tool}:\n{result.stdout[-8000:]}{result.stderr[-4000:]}", pytrace=False)


def test_ruff_has_no_complaint() -> None:
    check("ruff", "-m", "ruff", "check", "--quiet", "--output-format", "concise", ".")


def test_every_file_is_formatted() -> None:
    check("ruff", "-m", "ruff", "format", "--check", "--quiet", ".")


def test_types_hold_under_mypy_strict() -> None:
    check("mypy", "-m", "mypy")


def test_imports_point_one_way() -> None:
    check("importlinter", "-c", "from importlinter.cli import lint_imports_command as lint; lint()")


def test_no_page_is_directly_in_pages() -> None:
    assert [named(path) for path in (ROOT / "pages").glob("*.py")] == []


def test_pages_lay_out_and_wire_and_leave_files_and_tables_to_the_library() -> None:
    strangers = {
        named(path): sorted(filter(is_strange_to_a_page, imported(path))) for path in (ROOT / "app.py", *PAGES)
    }
    assert {name: found for name, found in strangers.items() if found} == {}


def is_strange_to_a_page(module: str) -> bool:
    root = module.split(".")[0]
    if root == "lib":
        return module.startswith(("lib.store", "lib.exchange"))
    return root in {"os", "io", "pathlib", "csv"} or not (root == "streamlit" or root in sys.stdlib_module_names)


def test_the_pure_packages_reach_for_no_file_clock_or_chance() -> None:
    outside = {"os", "io", "pathlib", "shutil", "tempfile", "time", "socket", "subprocess", "secrets", "platformdirs"}
    assert {named(path): sorted(found) for path in PURE_FILES if (found := roots(path) & outside)} == {}


def test_the_pure_packages_ask_nobody_for_the_time() -> None:
    asks = re.compile(r"\.(?:now|today|utcnow)\(|\bopen\(")
    found = {named(path): asks.findall(path.read_text("utf-8")) for path in PURE_FILES}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_the_pure_packages_draw_only_from_a_generator_that_they_are_given() -> None:
    shared = re.compile(r"^\s*import random\b|\bnp\.random\.(?!default_rng|Generator)\w+", re.MULTILINE)
    found = {named(path): shared.findall(path.read_text("utf-8")) for path in PURE_FILES}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_function_has_an_order_of_dates_of_its_own() -> None:
    """With a default, a caller who forgets the order chosen in Settings is no error of types."""
    default = re.compile(r": DateStyle(?: \| None)? = (?!field\(kw_only=True\))")
    assert [named(path) for path in LIB if default.search(path.read_text("utf-8"))] == []


def test_no_text_of_a_person_can_become_html() -> None:
    assert [named(path) for path in PROGRAM if "unsafe_allow_html" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("path", PROGRAM, ids=named)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES_OF_A_FILE
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_every_folder_of_code_in_lib_is_a_package() -> None:
    folders = {path.parent for path in LIB}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert [named(path) for path in PROGRAM if drawers & set(path.with_suffix("").parts)] == []


def test_nothing_public_is_there_for_tests_alone() -> None:
    texts = [path for path in (ROOT / "lib").rglob("*") if path.suffix in {".html", ".txt", ".js"}]
    words = Counter(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in (*PROGRAM, *texts))))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = {(named(path), node.name) for path in LIB for node in ast.walk(tree(path)) if isinstance(node, kinds)}
    alone = {(path, name) for path, name in found if words[name] == 1 and name not in CALLED_BY_PYTHON}
    assert sorted((path, name) for path, name in alone if not name.startswith("_")) == []


def read_by_the_program() -> set[str]:
    """The names of what is read from an object: with a dot, by its name in a text, or in a template."""
    names: set[str] = set()
    writers_of_weights = sorted((ROOT / "benchmarks").rglob("*.py"))
    for node in (node for path in (*PROGRAM, *writers_of_weights) for node in ast.walk(tree(path))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and re.fullmatch(r"[a-z_]+( [a-z_]+)*", str(node.value)):
            names.update(str(node.value).split())
    for path in (ROOT / "lib").rglob("*"):
        if path.suffix in {".html", ".txt"}:
            names.update(re.findall(r"\w+", path.read_text("utf-8")))
    return names


def test_no_field_and_no_method_of_a_class_is_there_for_tests_alone() -> None:
    read = read_by_the_program() | CALLED_BY_PYTHON
    classes = ((path, node) for path in LIB for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))
    found = {(named(path), node.name, name) for path, node in classes for name in defined_in(node)}
    assert sorted(each for each in found if each[2] not in read and not each[2].startswith("_")) == []


def test_the_documents_give_the_commands_that_ci_runs() -> None:
    ran = (ROOT / ".ci" / "run").read_text("utf-8")
    for name in ("README.md", "CONTRIBUTING.md"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        commands = next(line.split(" && ") for line in lines if "venv .venv" in line and line.endswith("-m pytest"))
        at = [ran.find(command.strip()) for command in commands]
        assert -1 not in at, name
        assert at == sorted(at)


def test_the_modules_that_one_worker_takes_as_a_whole_exist() -> None:
    pytest.importorskip("xdist")
    from tests.scheduling import WHOLE

    assert [module for module in WHOLE if not (ROOT / module).exists()] == []


def paths_in(text: str) -> set[str]:
    """Every path of the repository that a document names: in code, or as a module to run."""
    words = {word.rstrip(",:") for code in _CODE.findall(text) for word in code.split()}
    paths = {word for word in words if word.partition("/")[0] in _FOLDERS and "/" in word.rstrip("/")}
    modules = {module.replace(".", "/") for module in _MODULE.findall(text)}
    return {path for path in paths | modules if not _PLACEHOLDER.search(path)}


def is_there(path: str) -> bool:
    return (ROOT / path).exists() or (ROOT / f"{path}.py").exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_names_only_paths_that_exist(document: Path) -> None:
    paths = paths_in(document.read_text("utf-8"))
    assert sorted(path for path in paths if not is_there(path)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_names_only_python_files_that_exist(document: Path) -> None:
    known = {path.name for folder in ("lib", "pages", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")}
    words = {word for code in _CODE.findall(document.read_text("utf-8")) for word in code.split()}
    bare = {word for word in words if re.fullmatch(r"\w+\.py", word)}
    assert sorted(bare - known - {"app.py"}) == []


@cache
def names_in_code() -> dict[str, set[str]]:
    """By the name of each module and class: the names that it defines, and what its methods set."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]:
        module = tree(path)
        owners = [(path.stem, module), *((one.name, one) for one in ast.walk(module) if isinstance(one, ast.ClassDef))]
        for owner, node in owners:
            found[owner].update(defined_in(node))
    return found


def defined_in(owner: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in owner.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_names_only_what_a_module_or_class_has(document: Path) -> None:
    """'routes.show_address', 'Offer.is_job', and 'st.App' of Streamlit."""
    known = names_in_code()
    dotted = re.compile(r"(\w+)\.(\w+)(?:\(.*)?")
    names = [found.groups() for code in _CODE.findall(document.read_text("utf-8")) if (found := dotted.fullmatch(code))]
    assert [f"{owner}.{name}" for owner, name in names if not is_said_right(owner, name, known)] == []


def is_said_right(owner: str, name: str, known: Mapping[str, set[str]]) -> bool:
    is_file = name in _SUFFIXES
    is_setting = name in settings().get(owner, {})
    is_streamlit_s = owner == "st" and hasattr(streamlit, name)
    return is_file or is_setting or is_streamlit_s or name in known.get(owner, ()) or is_there(f"{owner}/{name}")


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_names_only_constants_and_classes_that_exist(document: Path) -> None:
    """'TOO_EARLY', '_FORGOTTEN', 'OpenDrafts': a word in code that looks like one of these."""
    there = {name for owner, names in names_in_code().items() for name in (owner, *names)}
    looks = re.compile(r"_?[A-Z][A-Z]+(?:_[A-Z]+)+|_[A-Z]{2,}|(?:[A-Z][a-z]+){2,}")
    words = {code for code in _CODE.findall(document.read_text("utf-8")) if looks.fullmatch(code)}
    assert sorted(words - there - {"AFTERWORD_DATA", "LiteralString"}) == []  # the environment's, and typing's


def is_named_right(name: str) -> bool:
    """Whether a file or module has that name, or a module has it up to its last part, which may be something in it."""
    path = ROOT / name.removesuffix(".py").replace(".", "/")
    return (ROOT / name).exists() or path.is_dir() or any(p.with_suffix(".py").exists() for p in (path, path.parent))


def test_docstrings_and_comments_name_only_modules_and_files_that_exist() -> None:
    of_this_program = re.compile(r"\b(?<![./])(?:lib|pages|tests|benchmarks)(?:[./]\w+)+")
    code = [
        path for folder in ("lib", "pages", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    found = {named(path): of_this_program.findall(" ".join(prose(path))) for path in code}
    wrong = {name: [word for word in words if not is_named_right(word)] for name, words in found.items()}
    assert {name: words for name, words in wrong.items() if words} == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_links_only_to_what_exists(document: Path) -> None:
    links = {first or second for first, second in _LINK.findall(document.read_text("utf-8"))}
    assert sorted(link for link in links if not (document.parent / link).exists()) == []


@pytest.mark.parametrize("name", MOST_WORDS)
def test_a_document_stays_short(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").split()) <= MOST_WORDS[name]


def settings() -> dict[str, dict[str, Any]]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_the_settings_keep_the_workbook_on_this_machine() -> None:
    server = settings()["server"]
    assert server["address"] == "127.0.0.1"
    assert sorted(server["allowedHosts"]) == ["127.0.0.1", "::1", "localhost"]
    assert not {"enableAgentApi", "enableStaticServing", "enableCORS", "enableXsrfProtection"} & set(server)


def test_the_settings_call_nobody_and_show_no_traceback() -> None:
    assert settings()["browser"]["gatherUsageStats"] is False
    assert settings()["client"]["showErrorDetails"] == "none"
    assert settings()["client"]["showErrorLinks"] is False


def test_the_settings_fetch_no_font_and_no_theme() -> None:
    assert "://" not in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["textColor", "grayTextColor", "linkColor"])
@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
def test_words_stand_out_from_their_ground(scheme: str, ink: str, paper: str) -> None:
    theme = settings()["theme"][scheme]
    assert contrast(theme[ink], theme[paper]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_s_white_words_stand_out_and_the_button_from_the_page(scheme: str) -> None:
    theme = settings()["theme"][scheme]
    assert contrast(WHITE, theme["primaryColor"]) >= 4.5
    assert contrast(theme["primaryColor"], theme["backgroundColor"]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
def test_captions_can_be_read_though_streamlit_pales_them(scheme: str, paper: str) -> None:
    theme = settings()["theme"][scheme]
    assert contrast(mixed(theme["textColor"], theme[paper], share=0.6), theme[paper]) >= 4.5


def mixed(ink: str, paper: str, share: float) -> str:
    parts = [round(int(ink[at : at + 2], 16) * share + int(paper[at : at + 2], 16) * (1 - share)) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02X}" for part in parts)
