"""The pieces that pages are made of, each a part of a screen."""
