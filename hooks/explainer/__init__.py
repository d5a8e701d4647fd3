"""Turn Markdown questions and a record of facts into an explainer site."""
