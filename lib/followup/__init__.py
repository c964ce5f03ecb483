"""What to do for whom by when: the plan, business days, messages and their proofreading. Pure."""
