"""The documents name only what is there, and are short enough to be read."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
MOST_WORDS = {"ARCHITECTURE.md": 2_000, "README.md": 450}
_FOLDERS = ("lib", "pages", "tests", "docs", "data", "benchmarks", ".streamlit", ".ci")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)|(?:src|href)=\"(?!https?:)([^\"#]+)\"")
_MODULE = re.compile(r"python -m ((?:lib|tests|benchmarks)[\w.]*\w)")
_PLACEHOLDER = re.compile(r"[<>*…]")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


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


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_a_document_links_only_to_what_exists(document: Path) -> None:
    links = {first or second for first, second in _LINK.findall(document.read_text("utf-8"))}
    assert sorted(link for link in links if not (document.parent / link).exists()) == []


@pytest.mark.parametrize("name", MOST_WORDS)
def test_a_document_stays_short(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").split()) <= MOST_WORDS[name]
