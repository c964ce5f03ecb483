"""What comes in from other tools: compared, made into rows, saved in one step."""
