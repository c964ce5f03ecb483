"""The Your data page: import, export, backups, repair, move and erase."""
