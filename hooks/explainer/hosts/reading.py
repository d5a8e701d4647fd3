"""How a command reads a site without building it: as its host would, where plugins have a say in the pages."""

from collections.abc import Iterator
from pathlib import Path

from explainer.edition import Edition, edition_from_disk
from explainer.hosts.choice import HostError, use
from explainer.problems.problem import fails
from explainer.site.config import OURS
from explainer.site.site import Site

INDIFFERENT = frozenset(
    {
        "explainer",
        "glightbox",  # wraps pictures in links, when a page is converted
        "info",  # packs a bug report
        "minify",  # writes the finished HTML shorter
        "optimize",  # packs pictures
        "privacy",  # keeps copies of what a page fetches
        "redirects",  # writes files that are no pages
        "rss",  # reads pages
        "search",  # reads pages
        "social",  # draws a picture of each page
    }
)
"""Plugins that leave the pages as they are on disk: which there are, their addresses, titles and text.

Where a site has no others, its host would read nothing else than we do ourselves, which takes a fraction of the time.
Any plugin that is not known to be one of these is taken for one that changes pages.
"""


def edition_of(site: Site, config_file: Path) -> tuple[Edition, str]:
    """Return the finished edition of a site as it would be built now.

    Args:
        site: The site.
        config_file: Its configuration file.

    Returns:
        The edition, and what its reader must know of how it was read; empty where it is as in a build.

    Raises:
        HostError: The site's host cannot read the pages.
    """
    if is_read_from_disk(site):
        return edition_from_disk(site, renders=False), ""
    try:
        use()
    except HostError as error:
        named = ", ".join(f"`{name}`" for name in _deciding(site))
        return edition_from_disk(
            site, renders=False
        ), f"the pages are read from disk, without what {named} may change: {error}"
    from explainer.hosts.run import edition_from_host  # noqa: PLC0415 - its names mean the host now

    try:
        return edition_from_host(config_file), ""
    except HostError:
        if not fails(site.problems):
            raise
        return edition_from_disk(
            site, renders=False
        ), ""  # its problems name the place in the configuration that the host refuses


def is_read_from_disk(site: Site) -> bool:
    """Whether nobody but us has a say in the pages of a site, so that they are read from its folder."""
    return not any(_deciding(site)) or OURS not in site.plugins or not site.docs.is_dir()


def _deciding(site: Site) -> Iterator[str]:
    """Yield the names of the plugins and hooks that may change pages."""
    for name in site.plugins:
        if name.rpartition("/")[2] not in INDIFFERENT:  # a theme's own are `material/search`
            yield name
    yield from site.hooks
