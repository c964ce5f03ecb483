"""The Journal page: the list of interviews, one interview, and its outcome."""
