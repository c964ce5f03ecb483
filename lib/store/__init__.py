"""The CSV workbook: read without guessing, changed all or nothing, never without a way back."""

from pydantic import JsonValue

from lib.store.backup_files import Backup
from lib.store.comparison import FileChange, RowChange, compare, tables_of
from lib.store.disk import FileState
from lib.store.drafts import Draft
from lib.store.edits import Transaction
from lib.store.erasing import Inventory
from lib.store.errors import Conflict, ReadOnly, RowUnreadable, SaveFailed
from lib.store.locations import NAMED, USUAL, choose_folder, chosen_folder, default_home, is_folder_named, own_folder
from lib.store.migration import Migration, migration
from lib.store.moving import OldCopy
from lib.store.overwritten import Overwritten
from lib.store.receipt import Receipt, Recovery
from lib.store.recordings import Recording, key_of
from lib.store.rewriting import Rewrite
from lib.store.store import LoadedWorkbook, Store
from lib.store.tables import Problem, Tables
from lib.store.visits import last_visit, note_visit

__all__ = [
    "NAMED",
    "USUAL",
    "Backup",
    "Conflict",
    "Draft",
    "FileChange",
    "FileState",
    "Inventory",
    "JsonValue",
    "LoadedWorkbook",
    "Migration",
    "OldCopy",
    "Overwritten",
    "Problem",
    "ReadOnly",
    "Receipt",
    "Recording",
    "Recovery",
    "Rewrite",
    "RowChange",
    "RowUnreadable",
    "SaveFailed",
    "Store",
    "Tables",
    "Transaction",
    "choose_folder",
    "chosen_folder",
    "compare",
    "default_home",
    "is_folder_named",
    "key_of",
    "last_visit",
    "migration",
    "note_visit",
    "own_folder",
    "tables_of",
]
