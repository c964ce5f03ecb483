"""What returns in the person's own words."""
