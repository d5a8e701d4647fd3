"""Which host is meant: MkDocs, or ProperDocs, which goes on with MkDocs 1 and answers to its names."""

from importlib.util import find_spec

HOSTS = ("mkdocs", "properdocs")
"""The hosts that run plugins, the one first that is meant where nobody says which."""


class HostError(Exception):
    """A site cannot be read or built as its host would. The message says why, in a line."""


def use(host: str | None = None) -> None:
    """Let the names of MkDocs mean a host: before anything is imported by them.

    Args:
        host: One of `HOSTS`; where it is None, the first of them that is installed.

    Raises:
        HostError: It is not installed.
    """
    found = [name for name in ([host] if host else HOSTS) if find_spec(name) is not None]
    if not found:
        missing = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}[host or HOSTS[0]]
        package = "properdocs" if host == "properdocs" else "'mkdocs-explainer[mkdocs]'"
        message = f"{missing} is not installed: pip install {package}"
        raise HostError(message)
    if found[0] == "properdocs":
        import properdocs.replacement  # noqa: F401, PLC0415 - it is imported for what that does
