"""Afterword: the workbook to open right after an interview. Start it with `streamlit run app.py`."""

from lib.ui import frame

frame.guard()
page = frame.navigation()
frame.top()
frame.run(page)
