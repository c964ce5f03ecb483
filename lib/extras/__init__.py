"""What needs a model: optional, on this computer alone. Without ``requirements-extras.txt`` the app does without it."""
