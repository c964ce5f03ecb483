"""The verbs of single entries: applications, people, tasks, offers, the week."""
