"""A setting of the workbook, by key."""

from typing import ClassVar

from lib.records.record import Name, Record, Text

SCHEMA_VERSION = 1
"""The version of the files' columns and meanings that this code writes; ``schema_version`` in settings.csv."""


class Setting(Record):
    """One setting. Keys in use: schema_version, name, signature, timezone, country; own letters have keys of
    their own (``lib/followup/own_templates.py``)."""

    file: ClassVar[str] = "settings.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("key",)

    key: Name
    value: Text = ""
