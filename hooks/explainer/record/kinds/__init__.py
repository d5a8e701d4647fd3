"""The kinds of entries: one file for each, which says all that the rest of the generator asks of it."""
