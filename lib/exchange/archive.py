"""The whole workbook as one zip of its CSV files, and back: the files' very bytes, with what the columns mean."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from lib.exchange.data_dictionary import FORMATS, as_text
from lib.exchange.zip_reading import RefusedZip, read_zip
from lib.records.workbook import Workbook

README = "README.txt"
DRAFTS = "drafts/"
"""The folder in the zip for what was typed and is not saved yet."""
RECORDINGS = "recordings/"
"""The folder in the zip for the recordings that the person chose to keep."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILES = frozenset(model.file for model in Workbook.MODELS.values())
_INTRODUCTION = """\
Your Afterword workbook
=======================

One CSV file for each kind of entry; any spreadsheet opens them. To have all of it back, choose this zip in Afterword
under "Your data", "Backups"; you see what would change first. 'drafts' holds what you had typed and not saved yet,
'recordings' the answers that you recorded and kept.
"""


@dataclass(frozen=True)
class Archive:
    """What a zip of a workbook holds: CSV files, drafts and recordings, by name; ``skipped_names`` names the rest."""

    files: Mapping[str, bytes]
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    skipped_names: tuple[str, ...] = ()
    recordings: Mapping[str, bytes] = field(default_factory=dict)


def pack(
    files: Mapping[str, bytes], drafts: Mapping[str, bytes], recordings: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """The zip of these files, drafts (by their ids) and recordings: the same content gives the same bytes, whenever it
    is made."""
    members = {
        README: readme().encode("utf-8"),
        **{name: files[name] for name in sorted(files)},
        **{f"{DRAFTS}{draft_id}.json": drafts[draft_id] for draft_id in sorted(drafts)},
        **{f"{RECORDINGS}{name}": recordings[name] for name in sorted(recordings)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 3  # else it shows on which system it was made
            member.external_attr = 0o644 << 16
            # silence packs so well that it would look like a trap when it is read back
            method = zipfile.ZIP_STORED if name.startswith(RECORDINGS) else zipfile.ZIP_DEFLATED
            archive.writestr(member, data, method, 6)
    return packed.getvalue()


def unpack(data: bytes) -> Archive:
    """What such a zip holds; one that was unpacked and packed again, in a folder of its own, is read too.

    Raises ``RefusedZip`` if it is no zip, is not safe, or holds no file of a workbook.
    """
    opened = read_zip(data, lambda names: [name for name in names if _is_ours(name)])
    files: dict[str, bytes] = {}
    drafts: dict[str, bytes] = {}
    recordings: dict[str, bytes] = {}
    kinds = {".csv": files, ".json": drafts, ".wav": recordings}
    for name, content in opened.files.items():
        ending = name[name.rindex(".") :]
        found, short = kinds[ending], _base(name).removesuffix(".json")
        if short in found:
            raise RefusedZip(f"This zip holds {_base(name)} twice, in two folders.")
        found[short] = content
    if not files:
        raise RefusedZip(
            "This zip holds no file of a workbook, such as interviews.csv.",
            "Choose one that Afterword made. What other programs export goes in under Import.",
        )
    strangers = tuple(name for name in opened.skipped_names if _base(name) != README)
    return Archive(files, drafts, strangers, recordings)


def _is_ours(name: str) -> bool:
    if name.startswith("__MACOSX/"):
        return False
    within = f"/{name}".rpartition("/")[0] + "/"
    is_draft = name.endswith(".json") and within.endswith(f"/{DRAFTS}")
    is_recording = name.endswith(".wav") and within.endswith(f"/{RECORDINGS}")
    return _base(name) in _FILES or is_draft or is_recording


def _base(name: str) -> str:
    return name.rpartition("/")[2]


@cache
def readme() -> str:
    """What each file and each column holds, with the words allowed in it."""
    return f"{_INTRODUCTION}\n{FORMATS}{as_text()}"
