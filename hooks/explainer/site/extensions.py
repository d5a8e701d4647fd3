"""The Markdown extensions of a site with their options, where no host hands them over."""

from typing import Any

import yaml
from markdown import Markdown

from explainer.site.config import OURS
from explainer.site.site import Site

Extensions = tuple[list[str], dict[str, dict[str, Any]]]
"""The names of Markdown extensions, and the options of each, as Python-Markdown takes them."""

ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs puts before a site's own extensions (`mkdocs.config.defaults`)."""


class _Typed(yaml.CUnsafeLoader):
    """Types YAML as MkDocs does. A configuration may name functions of Python, which its host runs likewise."""


def _ignored(loader: _Typed, suffix: str, node: yaml.Node) -> Any:  # noqa: ARG001 - the signature of PyYAML
    """Return the text of a host's own tags, such as `!ENV` and `!relative`: none of them says how a text is parsed."""
    return node.value if isinstance(node, yaml.ScalarNode) else None


_Typed.add_multi_constructor("!", _ignored)


def extensions_of(site: Site) -> Extensions:
    """Return the extensions that a site names, in its configuration and in those that this inherits from.

    What cannot be loaded is left out: its host will tell of it in its own words.
    """
    names: dict[str, None] = dict.fromkeys(ALWAYS)
    options: dict[str, dict[str, Any]] = {}
    for file in site.files:
        try:
            config = yaml.load(file.read_text("utf-8-sig"), Loader=_Typed)  # noqa: S506 - see `_Typed`
        except (yaml.YAMLError, OSError, ValueError, ImportError, AttributeError):
            continue
        found = config.get("markdown_extensions") if isinstance(config, dict) else None
        if found:  # a list of the child takes the place of its parent's
            for name, given in _listed(found):
                names[name] = None
                options[name] = given
            break
    usable = [name for name in names if name != OURS and _is_usable(name, options.get(name, {}))]
    return usable, {name: options[name] for name in usable if name in options}


def _listed(found: Any) -> list[tuple[str, dict[str, Any]]]:
    items = found.items() if isinstance(found, dict) else [
        pair for each in found for pair in (each.items() if isinstance(each, dict) else [(each, None)])
    ]
    return [(str(name), given if isinstance(given, dict) else {}) for name, given in items]


def _is_usable(name: str, options: dict[str, Any]) -> bool:
    try:
        Markdown(extensions=[name], extension_configs={name: options})
    except Exception:  # noqa: BLE001 - whatever an extension of somebody else's stumbles over is its host's to tell
        return False
    return True
