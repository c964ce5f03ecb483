"""A page of a few widgets, to see that the harness itself can be trusted."""

import threading

import streamlit as st

st.set_page_config(page_title="Tiny", page_icon="🗒️")
st.title("Tiny")
name = st.text_input("Name")
if name:
    st.write(f"Hello, {name}.")
if st.button("Think"):
    threading.Event().wait(1.5)
    st.write("Thought about it.")
if st.button("Break"):
    raise RuntimeError("a private word")
if st.button("Scroll"):
    for line in range(60):
        st.write(f"Line {line}")
