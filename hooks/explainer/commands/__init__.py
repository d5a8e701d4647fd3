"""The command `explainer`: one file for each of its commands."""
