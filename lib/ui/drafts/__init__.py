"""Forms whose answers are kept as drafts until they are saved."""
