"""The Decide page: one job, the offers, the criteria and the decisions."""
