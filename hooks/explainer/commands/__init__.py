"""The command `explainer`."""
