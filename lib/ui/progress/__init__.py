"""The Progress page: what many interviews show."""
