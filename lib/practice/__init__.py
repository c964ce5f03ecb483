"""The hard questions: their topics, when to practise them, what is known of them, and the stories that answer them."""
