"""The Practice page: the sitting, the question bank and the stories."""
