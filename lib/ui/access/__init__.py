"""Who gets in: the person who started the server, from its own pages, and nobody else. No Streamlit in here."""
