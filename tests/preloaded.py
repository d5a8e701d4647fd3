"""What short builds spend most of their time on, done once for all of them: importing modules and compiling templates.

The processes that tests fork for commands begin with this. Nothing of a site is kept; a compiled template is found again
by what it holds, so that a changed one is compiled anew.
"""

import gc
from importlib import import_module
from pathlib import Path
from typing import Any

import jinja2

from explainer.blocks.registry import all_blocks
from explainer.publish.products.registry import all_products
from explainer.record.kinds.registry import all_kinds
from explainer.rules.registry import all_rules

TEMPLATES = Path(__file__).resolve().parents[1] / "build" / "templates"
"""Where compiled templates are kept: `make clean` clears it away, and Git does not see it."""

MODULES = (
    "explainer.commands.main", "explainer.hosts.mkdocs", "mkdocs.__main__", "mkdocs.commands.build", "icalendar",
    "material.plugins.search.plugin", "markdown.extensions.admonition", "markdown.extensions.attr_list",
    "markdown.extensions.footnotes", "markdown.extensions.md_in_html", "markdown.extensions.tables", "markdown.extensions.toc",
    "pygments.formatters.html", "pymdownx.details", "pymdownx.quotes", "pymdownx.superfences", "pymdownx.tabbed",
)  # fmt: skip

TEMPLATES.mkdir(parents=True, exist_ok=True)
_compiled = jinja2.FileSystemBytecodeCache(str(TEMPLATES))
_begin = jinja2.Environment.__init__


def _begin_with_what_is_compiled(self: jinja2.Environment, *args: Any, **options: Any) -> None:
    _begin(self, *args, **options)
    self.bytecode_cache = _compiled


jinja2.Environment.__init__ = _begin_with_what_is_compiled  # type: ignore[method-assign]

for name in MODULES:
    import_module(name)
for registry in (all_kinds, all_rules, all_blocks, all_products):
    registry()
gc.freeze()
