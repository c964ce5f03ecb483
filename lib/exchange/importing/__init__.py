"""What other tools wrote, read without guessing: bytes in, typed results out, nothing written anywhere."""
