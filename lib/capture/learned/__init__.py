"""What labelled notes teach about lines that no rule is sure of."""
