"""The Today page: what to do, what is coming, and the prep sheet."""
