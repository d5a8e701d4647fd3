"""Markdown as the site's host would have it: with the extensions that the site names, and ours."""

from typing import Any

from markdown import Markdown

from explainer.blocks.extension import RecordExtension
from explainer.site.extensions import extensions_of
from explainer.site.site import Site


def converter(site: Site, ours: RecordExtension) -> Markdown:
    """Return an instance of Markdown for the pages of a site.

    An extension that cannot be loaded is left out: the host will tell of it in its own words.
    """
    names, options = extensions_of(site)
    try:
        return Markdown(extensions=[*names, ours], extension_configs=options)
    except Exception:  # noqa: BLE001 - whatever an extension of somebody else's stumbles over
        usable = [name for name in names if _is_usable(name, options)]
        return Markdown(extensions=[*usable, ours], extension_configs=options)


def _is_usable(name: str, options: dict[str, dict[str, Any]]) -> bool:
    try:
        Markdown(extensions=[name], extension_configs=options)
    except Exception:  # noqa: BLE001 - as above
        return False
    return True
