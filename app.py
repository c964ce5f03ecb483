"""Afterword: the workbook to open right after an interview. Start it with `streamlit run app.py`."""

import streamlit as st

from lib.ui import preloading, server

if __name__ == "__main__":
    with preloading.run():
        from lib.ui import frame

        frame.show()
else:  # the server imports this file once, before it runs it for each visit
    app = st.App(__file__, lifespan=preloading.running, middleware=server.MIDDLEWARE, on_script_error=preloading.answer)
