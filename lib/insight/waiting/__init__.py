"""How long they take to answer."""
