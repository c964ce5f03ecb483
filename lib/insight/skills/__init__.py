"""Whether ratings change over the interviews."""
