"""The verbs of forms: what a draft of each kind begins with, and the rows when it is saved."""
