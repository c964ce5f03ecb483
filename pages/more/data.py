"""Your data: import, export, the backups, the check of the files, moving and erasing."""

from lib.ui.context import current_context
from lib.ui.data import backup_list, check, erase, export, import_page, note_page, start

VIEWS = {
    "in": import_page.show,
    "note": note_page.show,
    "out": export.show,
    "backups": backup_list.show,
    "check": check.show,
    "erase": erase.show,
}


context = current_context()

backup, finding = backup_list.open_backup(context), check.open_finding(context)

if backup:
    backup_list.show_one(context, backup)
elif finding:
    check.show_one(context, finding)
elif (view := start.wanted_view()) in VIEWS:
    start.show_heading(view)
    VIEWS[view](context)
else:
    start.show(context)
