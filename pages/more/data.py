"""Your data: import, export, the backups, the check of the files, moving and erasing."""

from lib.ui.data import backup_list, check, erase, export, import_page, note_page, start
from lib.ui.visit import this_visit

VIEWS = {
    "in": import_page.show,
    "note": note_page.show,
    "out": export.show,
    "backups": backup_list.show,
    "check": check.show,
    "erase": erase.show,
}


visit = this_visit()

backup, finding = backup_list.opened(visit), check.opened(visit)

if backup:
    backup_list.show_one(visit, backup)
elif finding:
    check.show_one(visit, finding)
elif (view := start.wanted_view()) in VIEWS:
    start.show_heading(view)
    VIEWS[view](visit)
else:
    start.show(visit)
