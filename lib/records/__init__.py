"""What a row is: one pydantic model a noun, the vocabularies, and the base of every error a person can meet."""
