"""The Markdown extensions of a site with their options, where no host hands them over."""

from typing import Any

import yaml

from explainer.files.yaml_format import from_environment
from explainer.site.config import OURS
from explainer.site.site import Site

Extensions = tuple[list[str], dict[str, dict[str, Any]]]
"""The names of Markdown extensions, and the options of each, as Python-Markdown takes them."""

ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs puts before a site's own extensions (`mkdocs.config.defaults`)."""


def _typed(text: str, site: Site) -> Any:
    """Return what a configuration says, typed as MkDocs types it.

    It may name functions of Python, which its host runs likewise.
    """

    class Typed(yaml.CUnsafeLoader):
        pass

    def relative(_loader: yaml.Loader, node: yaml.Node) -> str:
        """Resolve `!relative`, the folder of the page, and `!relative $docs_dir/…` or `$config_dir`: see MkDocs."""
        begins, _, below = str(node.value).partition("/")
        return str((site.root if begins == "$config_dir" else site.docs) / below)

    Typed.add_constructor("!ENV", lambda _, node: from_environment(_plain(node)))
    Typed.add_constructor("!relative", relative)
    # Tags of others' own: none says how a text is parsed.
    Typed.add_multi_constructor("!", lambda _, __, node: node.value if isinstance(node, yaml.ScalarNode) else None)
    return yaml.load(text, Loader=Typed)  # noqa: S506 - as its host does


def _plain(node: yaml.Node) -> Any:
    """Return what a node of YAML holds, as text."""
    return [str(each.value) for each in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


def extensions_of(site: Site) -> Extensions:
    """Return the extensions that a site names besides ours, in its configuration and in those that this inherits from.

    None where they cannot be told: the host will tell of that in its own words.
    """
    names: dict[str, None] = dict.fromkeys(ALWAYS)
    options: dict[str, dict[str, Any]] = {}
    for file in site.files:
        try:
            config = _typed(file.read_text("utf-8-sig"), site)
        except (yaml.YAMLError, OSError, ValueError, ImportError, AttributeError):
            continue
        found = config.get("markdown_extensions") if isinstance(config, dict) else None
        if found:  # a list of the child takes the place of its parent's
            for name, given in _listed(found):
                names[name] = None
                options[name] = given
            break
    others = [name for name in names if name != OURS]
    return others, {name: options[name] for name in others if name in options}


def _listed(found: Any) -> list[tuple[str, dict[str, Any]]]:
    items = (
        found.items()
        if isinstance(found, dict)
        else [pair for each in found for pair in (each.items() if isinstance(each, dict) else [(each, None)])]
    )
    return [(str(name), given if isinstance(given, dict) else {}) for name, given in items]
