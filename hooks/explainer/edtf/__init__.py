"""Dates that are honest about what is not known: EDTF (ISO 8601-2). Knows the standard library, and characters."""
