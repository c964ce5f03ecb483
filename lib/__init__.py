"""Afterword's library: see ARCHITECTURE.md for the packages and who may import whom."""
