"""Quoted words: where a reader sees some, and whether they are the words that were recorded. Knows texts alone."""
