"""Your data: import, export, the backups, the check of the files, moving and erasing."""

from lib.ui.data import backup_list, check, doors, erase, export, import_page, note_page
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
elif (view := doors.wanted()) in VIEWS:
    doors.show_way(view)
    VIEWS[view](visit)
else:
    doors.show(visit)
