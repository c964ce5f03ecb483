"""The Follow-up page: the tasks and their letters."""
