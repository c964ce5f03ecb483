"""Afterword: the workbook to open right after an interview. Start it with `streamlit run app.py`."""

import streamlit as st

from lib.ui import door, frame, server

if __name__ == "__main__":
    frame.show()
else:  # the server imports this file once, before it runs it for each visit
    door.quiet_terminal()
    app = st.App(__file__, lifespan=server.opened, middleware=server.MIDDLEWARE, on_script_error=door.answer)
