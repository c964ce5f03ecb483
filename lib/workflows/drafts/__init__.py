"""The verbs of forms: what a draft of each kind begins with, and what it comes to when it is saved."""
