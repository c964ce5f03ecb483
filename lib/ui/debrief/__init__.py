"""The Debrief page: the steps, the interview noted ahead, and what comes after saving."""
