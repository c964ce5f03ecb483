"""What tests draw at random, repeatable and different in each test."""

from random import Random

CHANCE = Random()
"""Where the ids of drafts come from: ``tests.conftest.chance`` sets where it begins."""
