"""What the guesses were worth."""
