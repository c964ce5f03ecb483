"""Who is owed what by when: the plan, business days, messages and their proofreading. Pure."""
