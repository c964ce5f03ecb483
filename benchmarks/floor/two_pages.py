"""The smallest Streamlit app with a menu, as the floor of a switch between pages."""

import streamlit as st


def first() -> None:
    st.title("First")


def second() -> None:
    st.title("Second")


st.navigation([st.Page(first, title="First", default=True), st.Page(second, title="Second")]).run()
