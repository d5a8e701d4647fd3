"""Files that pages name, in real builds: the host's list of files counts, whoever made them, and as browsers find them."""

from pathlib import Path

from tests.building import build
from tests.tiny import writer

CONFIG = """\
site_name: Tiny
theme: mkdocs
hooks: [draw.py]
plugins: [explainer]
markdown_extensions:
  - explainer:
      checks: {unused-source: off}
"""

DRAW = """\
from mkdocs.structure.files import File


def on_files(files, config):
    files.append(File.generated(config, "images/made.png", content=b"a picture"))


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "index.md":
        files.append(File.generated(config, "images/drawn.png", content=b"a drawing"))
"""

PAGES = {
    "index.md": """\
# Home

![Made](images/made.png) and ![drawn](images/drawn.png)

<img src="images/made.png"> <a href="record.json">the record</a>
""",
    "deep/page.md": """\
# Deep

![Made](../images/made.png)

<img src="../../images/made.png">
""",
}


def site(root: Path, **pages: str) -> Path:
    writer(root)()
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "draw.py").write_text(DRAW)
    for name, text in {**PAGES, **pages}.items():
        file = root / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return root


def test_a_file_that_a_plugin_makes_is_there(tmp_path: Path) -> None:
    built = build(site(tmp_path))
    assert built.exit_code == 0, built.output
    assert (built.site / "images" / "made.png").read_bytes() == b"a picture"
    assert (built.site / "images" / "drawn.png").read_bytes() == b"a drawing"


def test_a_file_that_readers_would_not_get_is_told_of(tmp_path: Path) -> None:
    pages = {
        "deep/page.md": '# Deep\n\n<img src="../images/made.png">\n',  # as it would stand in Markdown
        "other.md": "# Other\n\n![Made](images/mde.png)\n",
    }
    built = build(site(tmp_path, **pages))
    assert built.exit_code == 1
    assert (
        "docs/deep/page.md:3:11: error: no file `../images/made.png`; did you mean `../../images/made.png`?"
        in built.output
    )
    assert "docs/other.md:3:9: error: no file `images/mde.png`; did you mean `images/made.png`?" in built.output
    assert "2 errors" in built.output
