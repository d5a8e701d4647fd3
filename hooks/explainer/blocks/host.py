"""Which page is being rendered, as the host knows it. Both ways in are private to the hosts; tests pin them."""

from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown


@dataclass(frozen=True)
class HostPage:
    """The little we need to know of a host's page.

    Attributes:
        path: The page's file from the folder of pages, with forward slashes.
        config_file: The site's configuration file.
        directories: Whether the page becomes `page/index.html` and not `page.html`.
        rewrites: Whether the host takes every relative address on the page for one between Markdown files, and
            rewrites it. MkDocs does so for links that are written in Markdown alone.
    """

    path: str
    config_file: Path
    directories: bool
    rewrites: bool = False


def host_page(md: Markdown) -> HostPage | None:
    """Return the page that a Markdown instance renders; None under a host that we do not know."""
    if "relpath" in md.treeprocessors:  # MkDocs and ProperDocs: the processor that resolves relative links
        relpath = md.treeprocessors["relpath"]
        config = relpath.config  # type: ignore[attr-defined]
        path = relpath.file.src_uri  # type: ignore[attr-defined]
        return HostPage(path, Path(config.config_file_path), bool(config.use_directory_urls))
    if "rendering_context" in md.preprocessors:  # Zensical: the processor that carries page and configuration
        context = md.preprocessors["rendering_context"]
        settings = context.config  # type: ignore[attr-defined]
        path = Path(context.page.path).as_posix()  # type: ignore[attr-defined]
        config_file = Path(settings["root_dir"], "mkdocs.yml")
        return HostPage(path, config_file, bool(settings["use_directory_urls"]), rewrites=True)
    return None
