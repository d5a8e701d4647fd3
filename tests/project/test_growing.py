"""A package from outside brings a kind of entry, a rule, a block and a product, and a site is built with them."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.building import BIN, REPOSITORY

PACKAGE = '''
from typing import Annotated

from markupsafe import Markup

from explainer.blocks.base import NoOptions, RecordBlock
from explainer.fields.named import Named
from explainer.fields.types import Markdown, Text
from explainer.html.downloads import Download
from explainer.html.press import Product
from explainer.record.kinds.kind import Called, Entry, EntryKind
from explainer.rules.rule import Finding, Rule


class Vessel(Entry):
    """A ship."""

    name: Annotated[Text, Named("Name")]
    """What it is called."""
    note: Annotated[Markdown | None, Named("Note")] = None
    """What there is to say about it (Markdown)."""


KIND = EntryKind(
    name="vessel",
    model=Vessel,
    collection="vessels",
    called=Called("Vessel", ("%(num)d vessel", "%(num)d vessels")),
    label=lambda vessel, _: vessel.name,
    home="fleet.md",
)


class VesselBlock(RecordBlock[NoOptions]):
    """Shows one vessel."""

    NAME = "vessel"
    argument_kind = "vessel"

    @classmethod
    def shows(cls, argument, options, record):
        yield "vessel", argument

    @classmethod
    def show(cls, view, block, options):
        vessel = view.contents.record.get("vessel", block.argument)
        return view.render.fill("vessel.html", vessel=vessel) if vessel else Markup()


def unnoted(contents):
    for id_, vessel in contents.record.entries["vessel"].items():
        if not vessel.note:
            yield Finding("vessel", id_, (), "the vessel has no note", "say what it is")


RULE = Rule(name="unnoted", doc="A name alone says little.", severity="advice", says="has no note", in_record=unnoted)

FLEET = Download("fleet.txt", "text/plain", "Fleet")

PRODUCT = Product(
    "fleet",
    lambda press: [(FLEET.path, "\\n".join(each.name for each in press.record.entries["vessel"].values()))],
    downloads=lambda _: [FLEET],
    linked_from="source",
)
'''  # fmt: skip

ENTRY_POINTS = """
[explainer.kinds]
vessel = vessels:KIND
[explainer.blocks]
vessel = vessels:VesselBlock
[explainer.rules]
unnoted = vessels:RULE
[explainer.products]
fleet = vessels:PRODUCT
"""

FILES = {
    "mkdocs.yml": "site_name: Ships\nsite_url: https://example.org/ships/\ntheme: {name: material, font: false}\n"
    "plugins: [search, explainer]\nmarkdown_extensions:\n  - explainer: {templates: own, checks: {unused-source: off}}\n",
    "own/vessel.html": '{% set anchor = view.claim("vessel", vessel.id) %}\n'
    '<section class="vessel"{% if anchor %} id="{{ anchor }}"{% endif %}><h3>{{ vessel.name }}</h3>'
    "{% if vessel.note %}{{ prose(vessel.note) }}{% endif %}</section>\n",
    "docs/index.md": "# Ships\n\nThis was [she](vessel:mary-rose).\n",
    "docs/fleet.md": "# The fleet\n\n/// vessel | mary-rose\n///\n\n/// vessel | vasa\n///\n",
    "docs/sources.md": "# Sources\n\n/// sources\n///\n",
    "data/vessels.yml": '- {id: mary-rose, name: Mary Rose, note: "Sank off Portsmouth [@navy]."}\n- {id: vasa, name: Vasa}\n',
    "data/sources.yml": "- {id: navy, publisher: The navy, title: Its ships}\n",
    "data/updates.yml": "- {id: first, date: 2020-01-01, kind: update, text: First., entries: [vessel:vasa]}\n",
}


def command(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(REPOSITORY / "hooks"), str(cwd.parent / "packages")])
    return subprocess.run(
        [BIN / arguments[0], *arguments[1:]],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    package = folder / "packages"
    (package / "vessels-1.0.dist-info").mkdir(parents=True)
    (package / "vessels.py").write_text(PACKAGE)
    (package / "vessels-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: vessels\nVersion: 1.0\n")
    (package / "vessels-1.0.dist-info" / "entry_points.txt").write_text(ENTRY_POINTS)
    for name, text in FILES.items():
        file = folder / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder / "site"


@pytest.mark.slow
def test_a_site_is_built_with_them(root: Path) -> None:
    built = command("mkdocs", "build", cwd=root)
    assert built.returncode == 0, built.stdout
    assert 'href="fleet/#vessel-mary-rose"' in (root / "site" / "index.html").read_text("utf-8")
    fleet = (root / "site" / "fleet" / "index.html").read_text("utf-8")
    assert '<section class="vessel" id="vessel-mary-rose"><h3>Mary Rose</h3>' in fleet
    assert 'id="note-1"' in fleet, "its note is numbered as any other"
    assert (root / "site" / "fleet.txt").read_text() == "Mary Rose\nVasa"
    assert 'href="../fleet.txt"' in (root / "site" / "sources" / "index.html").read_text("utf-8")
    record = json.loads((root / "site" / "record.json").read_text("utf-8"))
    assert [vessel["name"] for vessel in record["vessels"]] == ["Mary Rose", "Vasa"]
    assert record["permalinks"]["vessel:vasa"] == "https://example.org/ships/fleet/#vessel-vasa"
    schema = json.loads((root / "site" / "record.schema.json").read_text("utf-8"))
    assert "What it is called." in json.dumps(schema)


@pytest.mark.slow
def test_what_is_wrong_is_told_as_of_any_other(root: Path) -> None:
    told = command("explainer", "check", cwd=root).stdout
    assert "data/vessels.yml:2:3: advice: vasa: the vessel has no note; say what it is [unnoted]" in told
    (root / "docs" / "index.md").write_text("# Ships\n\nThis was [she](vessel:mary-ros).\n")
    told = command("explainer", "check", cwd=root).stdout
    assert "docs/index.md:3:16: error: no vessel `mary-ros`; did you mean `mary-rose`?" in told
    assert "What it is called." in command("explainer", "schema", "vessels", cwd=root).stdout
