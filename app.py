"""Afterword: the workbook to open right after an interview. Start it with `streamlit run app.py`."""

from lib.ui import shell

shell.guard()
page = shell.navigation()
shell.frame()
shell.run(page)
