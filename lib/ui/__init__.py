"""The only package of the library that knows Streamlit."""
