"""The Markdown extension `explainer`, as a host names it in its configuration.

A host that runs our plugin hands over its edition. For any other the extension makes one of its own, and leaves it
where it finds it again at the next page: in the host's own configuration, which lasts as long as the host's build.
"""

from collections.abc import MutableMapping
from importlib import import_module
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from explainer.blocks.draft import HostPage
from explainer.blocks.extension import RecordExtension
from explainer.blocks.registry import all_blocks
from explainer.edition import Edition
from explainer.hosts.single_pages import SinglePages
from explainer.hosts.zensical import zensical_config_file, zensical_configuration, zensical_page
from explainer.site.config import OURS, read_site
from explainer.site.inventory import read_text

EDITION = "edition"
"""The option under which a host's plugin hands over the edition."""


class ExplainerExtension(RecordExtension):
    """Everything that a page shows of the record."""

    def __init__(self, *, edition: Edition | None = None, root: str | Path = ".", **options: Any) -> None:
        """Make the extension.

        Args:
            edition: The build, of a host that has one.
            root: The site's folder, where no host says it.
            options: The options in `mkdocs.yml`; see `site.settings.Settings`.
        """
        self._options = options
        self._config_file = Path(root) / "mkdocs.yml"
        self._edition = edition
        super().__init__(edition.blocks if edition else all_blocks(), self._edition_for)

    def _edition_for(self, md: Markdown) -> Edition:
        """Return the edition for which a page is converted; one that is out of date gives way to a new one."""
        kept = _kept_by_host(md)
        edition = self._edition or kept.get(EDITION)
        if edition is None or not edition.is_current():
            edition = kept[EDITION] = self._new_edition(md)
            if _host_page(md) is None:
                self._edition = edition
        return edition

    def _new_edition(self, md: Markdown) -> Edition:
        options = {name: value for name, value in self._options.items() if name != EDITION}
        site = read_site(_config_file(md) or self._config_file, options)
        fallback = site.docs / "index.md"

        def locate(each: Markdown) -> HostPage:
            text = read_text(fallback, fallback, []) if fallback.is_file() else None
            return _host_page(each) or HostPage("index.md", "", fallback, text)

        return SinglePages(site, locate)


def _host_page(md: Markdown) -> HostPage | None:
    """Return the page that a Markdown instance converts; None under a host that we do not know."""
    return zensical_page(md) or (_mkdocs().mkdocs_page(md) if _is_for_mkdocs(md) else None)


def _config_file(md: Markdown) -> Path | None:
    """Return the configuration file of the host's site."""
    if (configuration := zensical_configuration(md)) is not None:
        return zensical_config_file(configuration)
    if _is_for_mkdocs(md):
        named = _mkdocs().mkdocs_configuration(md)["config_file_path"]
        return Path(named) if named else None
    return None


def _kept_by_host(md: Markdown) -> MutableMapping[str, Any]:
    """Return our options as the host keeps them for the pages to come; those of nobody under a host we do not know."""
    configuration = zensical_configuration(md)
    if configuration is None and _is_for_mkdocs(md):
        configuration = _mkdocs().mkdocs_configuration(md)
    if configuration is None:
        return {}
    kept: MutableMapping[str, Any] = configuration["mdx_configs"].setdefault(OURS, {})
    return kept


def _is_for_mkdocs(md: Markdown) -> bool:
    """Whether a Markdown instance is MkDocs' own: only then is MkDocs there to be imported, as elsewhere it is not."""
    return "relpath" in md.treeprocessors


def _mkdocs() -> Any:
    return import_module("explainer.hosts.mkdocs_pages")


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, for hosts that name it by its module."""
    return ExplainerExtension(**options)
