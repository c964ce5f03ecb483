"""What separates a yes from a no."""
