"""Questions that are put to the record."""
