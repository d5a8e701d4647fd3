"""Timelines of other tools to entries of the record: one file of `formats/` for each form they come in."""
