"""Markdown to HTML: the one Markdown extension `explainer`, its blocks and its inline marks."""
