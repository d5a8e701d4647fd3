"""Which version of the generator this is: `pyproject.toml` says it, and the installed package knows."""

from importlib.metadata import version

DISTRIBUTION = "mkdocs-explainer"
"""The package's name on an index; the one that it is imported by is another's there."""

VERSION = version(DISTRIBUTION)
