"""Renaming: an entry or a page gets another name, and all that refers to it follows."""
