"""The smallest Streamlit app there is, as the floor of a start."""

import streamlit as st

st.title("Empty")
