"""The whole workbook as one zip of its CSV files, and back: the files' very bytes, with what the columns mean."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files as package_files

from lib.exchange.zip_reading import RefusedZip, read_zip
from lib.records.record import Record, vocabulary_of
from lib.records.workbook import Workbook

README = "README.txt"
DRAFTS = "drafts/"
"""The folder in the zip for what was typed and is not saved yet."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODELS: Mapping[str, type[Record]] = {model.file: model for model in Workbook.MODELS.values()}
_INTRODUCTION = """\
Your Afterword workbook
=======================

One CSV file for each kind of entry: UTF-8, commas, the first line names the columns. Any spreadsheet opens them. To
have all of it back, choose this zip in Afterword under "Your data", "Backups"; you see what would change first.

Dates are written 2026-11-20, times with their offset from UTC, yes and no as 'yes' and 'no'. An empty cell says that it
is not known. Where a column holds several things, each has a line of its own. A text that a spreadsheet would take for
a formula begins with an apostrophe, which is not part of it. Columns that you added yourself stand beside those listed
here. A file that is not in this zip holds nothing yet. 'drafts' holds what you had typed and not saved yet.
"""


@dataclass(frozen=True)
class Archive:
    """What a zip of a workbook holds: CSV files and drafts, by name; ``passed_over`` names what is neither."""

    files: Mapping[str, bytes]
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    passed_over: tuple[str, ...] = ()


def pack(files: Mapping[str, bytes], drafts: Mapping[str, bytes]) -> bytes:
    """The zip of these files and drafts (by their ids): the same content gives the same bytes, whenever it is made."""
    members = {
        README: readme().encode("utf-8"),
        **{name: files[name] for name in sorted(files)},
        **{f"{DRAFTS}{draft_id}.json": drafts[draft_id] for draft_id in sorted(drafts)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 3  # else it says on which system it was made
            member.external_attr = 0o644 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def unpack(data: bytes) -> Archive:
    """What such a zip holds; one that was unpacked and packed again, in a folder of its own, is read too.

    Raises ``RefusedZip`` where it is no zip, is not safe, or holds no file of a workbook.
    """
    opened = read_zip(data, lambda names: [name for name in names if _is_ours(name)])
    files: dict[str, bytes] = {}
    drafts: dict[str, bytes] = {}
    for name, content in opened.files.items():
        found, short = (files, _base(name)) if name.endswith(".csv") else (drafts, _base(name).removesuffix(".json"))
        if short in found:
            raise RefusedZip(f"This zip holds {_base(name)} twice, in two folders.")
        found[short] = content
    if not files:
        raise RefusedZip(
            "This zip holds no file of a workbook, such as interviews.csv.",
            "Choose one that Afterword made. What other programs export goes in under Import.",
        )
    return Archive(files, drafts, tuple(name for name in opened.passed_over if _base(name) != README))


def _is_ours(name: str) -> bool:
    if name.startswith("__MACOSX/"):
        return False
    is_draft = name.endswith(".json") and f"/{name}".rpartition("/")[0].endswith(f"/{DRAFTS[:-1]}")
    return _base(name) in _MODELS or is_draft


def _base(name: str) -> str:
    return name.rpartition("/")[2]


@cache
def readme() -> str:
    """What each file and each column holds, with the words that may stand in it."""
    return _INTRODUCTION + "".join(_of_file(file, said) for file, said in meanings().items())


def _of_file(file: str, said: Mapping[str, str]) -> str:
    columns = "".join(f"  {line}\n" for line in _lines(_MODELS[file], said))
    return f"\n{file}\n{'-' * len(file)}\n{said['']}\n\n{columns}"


def _lines(model: type[Record], said: Mapping[str, str]) -> Iterator[str]:
    for column in model.header():
        words = vocabulary_of(model, column)
        yield f"{column}: {said[column]}" + (f" ({', '.join(words)})" if words else "")


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """What each column means, by file and column; under '' what the file holds."""
    found: dict[str, dict[str, str]] = {}
    said: dict[str, str] = {}
    for line in (package_files("lib.exchange") / "pages" / "columns.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            file, _, about = line[1:].partition("] ")
            said = found.setdefault(file, {"": about})
        elif line:
            column, _, meaning = line.partition(": ")
            said[column] = meaning
    return found
