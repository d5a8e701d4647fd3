"""What a plugin puts into a page's Markdown before it is converted counts as if it had been typed there."""

import json
import re
from pathlib import Path

import pytest
from tests.building import Built, build, run
from tests.plugins.reading import head, pages, places_of, sound, text_of
from tests.plugins.small import BASE, FILES, as_written, question, small_site, write

pytestmark = pytest.mark.slow

VOW = "- {id: vow, speaker: anna, date: 1903-01-01, words: We shall grind on., sources: [paper]}\n"
STATEMENTS = FILES["data/statements.yml"] + VOW
SHOWS = "/// statement | vow\n///\n"


def built(root: Path) -> Built:
    result = build(root)
    assert result.exit_code == 0, result.output
    sound(result.site)
    return result


def shows_the_vow(result: Built, page: str) -> None:
    """Hold that a page shows the statement, and that all the rest of the site knows it."""
    shown = pages(result.site)[f"{page}index.html"]
    assert shown.find(id="statement-vow") is not None
    assert "We shall grind on." in text_of(shown)
    assert f"{page}#statement-vow" in (result.site / "embed" / "statement-vow.html").read_text("utf-8")
    assert f"{page}#statement-vow" in (result.site / "people" / "index.html").read_text("utf-8")


class TestMacros:
    TOWN = "extra: {town: Millbrook, year: 1902}"

    def test_macros_fill_in_a_heading_wherever_it_is_told(self, tmp_path: Path) -> None:
        page = FILES["docs/open.md"].replace("did it open?", "did it open in {{ town }}?")
        result = built(small_site(tmp_path, as_written("macros"), files={"docs/open.md": page}, more=self.TOWN))
        assert places_of("{{", result.site) == []
        title = "When did it open in Millbrook?"
        shown = pages(result.site)["open/index.html"]
        assert head(shown, "og:title") == [title]
        [data] = shown.select('script[type="application/ld+json"]')
        assert title in data.get_text()
        assert title in text_of(pages(result.site)["index.html"])
        for name in ("feed.atom", "feed.json", "record.json"):
            assert title in (result.site / name).read_text("utf-8"), name

    def test_macros_write_blocks_citations_and_links(self, tmp_path: Path) -> None:
        page = (
            FILES["docs/close.md"]
            + "\nIn {{ year }} [@{{ 'pa' + 'per' }}]: {{ '[it](event:opening)' }}.\n\n{% if true %}\n"
            + SHOWS
            + "{% endif %}\n"
        )
        files = {"docs/close.md": page, "data/statements.yml": STATEMENTS}
        result = built(small_site(tmp_path, as_written("macros"), files=files, more=self.TOWN))
        shows_the_vow(result, "close/")
        assert 'href="../timeline/#event-opening">it</a>' in (result.site / "close" / "index.html").read_text("utf-8")

    def test_macros_do_not_show_what_a_condition_leaves_out(self, tmp_path: Path) -> None:
        page = FILES["docs/close.md"] + "\n{% if false %}\n" + SHOWS + "{% endif %}\n"
        files = {"docs/close.md": page, "data/statements.yml": STATEMENTS}
        result = built(small_site(tmp_path, as_written("macros"), files=files, more=self.TOWN))
        assert not (result.site / "embed" / "statement-vow.html").exists()


class TestIncludeMarkdown:
    INCLUDE = '\n{% include-markdown "../parts/vow.md" %}\n'

    def site(self, root: Path, part: str) -> Path:
        files = {"docs/close.md": FILES["docs/close.md"] + self.INCLUDE, "parts/vow.md": part, "data/statements.yml": STATEMENTS}  # fmt: skip
        return small_site(root, as_written("include-markdown"), files=files)

    def test_include_markdown_brings_a_block(self, tmp_path: Path) -> None:
        shows_the_vow(built(self.site(tmp_path, f"She said more [@paper].\n\n{SHOWS}")), "close/")

    @pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("explainer", "check", "--strict")])
    def test_include_markdown_has_a_mistake_told_at_its_line_in_the_included_file(
        self, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        root = self.site(tmp_path, f"She said more.\n\nMuch more, as we know [@papr].\n\n{SHOWS}")
        done = run(*command, cwd=root)
        assert done.returncode == 1, done.stdout
        assert re.search(r"(?m)\bparts/vow\.md:3:24: error: no source `papr`; did you mean `paper`\?", done.stdout), (
            done.stdout
        )

    def test_include_markdown_does_not_move_the_lines_of_the_page_itself(self, tmp_path: Path) -> None:
        root = self.site(tmp_path, "One line.\n\nAnother.\n\nA third.\n")
        close = root / "docs" / "close.md"
        close.write_text(f"{close.read_text()}\nAfter it [@papr].\n")
        result = build(root)
        assert result.exit_code == 1
        line = len(close.read_text().splitlines())
        assert re.search(rf"(?m)\bdocs/close\.md:{line}:11: error: no source `papr`", result.output), result.output


class TestSnippets:
    def site(self, root: Path, part: str) -> Path:
        page = FILES["docs/close.md"] + '\n--8<-- "parts/vow.md"\n'
        files = {"docs/close.md": page, "parts/vow.md": part, "data/statements.yml": STATEMENTS}
        return small_site(root, extensions=[as_written("pymdownx.snippets")], files=files)

    def test_pymdownx_snippets_brings_a_block(self, tmp_path: Path) -> None:
        result = built(self.site(tmp_path, f"She said more [@paper].\n\n{SHOWS}"))
        shows_the_vow(result, "close/")
        done = run("explainer", "check", "--strict", cwd=tmp_path)
        assert done.returncode == 0, done.stdout

    @pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("explainer", "check", "--strict")])
    def test_pymdownx_snippets_has_a_misspelt_block_told_in_the_included_file(
        self, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        root = self.site(tmp_path, "She said more.\n\n/// statment | vow\n///\n")
        done = run(*command, cwd=root)
        assert done.returncode == 1, done.stdout
        assert re.search(r"(?m)\bparts/vow\.md:3:1: error: .*`statment`", done.stdout), done.stdout

    @pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("explainer", "check", "--strict")])
    def test_pymdownx_snippets_has_an_unknown_id_told_in_the_included_file(
        self, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        root = self.site(tmp_path, "She said more.\n\n/// statement | vw\n///\n")
        done = run(*command, cwd=root)
        assert done.returncode == 1, done.stdout
        assert re.search(r"(?m)\bparts/vow\.md:3:17: error: no statement `vw`; did you mean `vow`\?", done.stdout), (
            done.stdout
        )

    @pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("explainer", "check", "--strict")])
    def test_pymdownx_snippets_has_a_citation_told_at_its_line_in_the_included_file(
        self, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        root = self.site(tmp_path, f"She said more.\n\nMuch more, as we know [@papr].\n\n{SHOWS}")
        done = run(*command, cwd=root)
        assert done.returncode == 1, done.stdout
        assert re.search(r"(?m)\bparts/vow\.md:3:24: error: no source `papr`; did you mean `paper`\?", done.stdout), (
            done.stdout
        )


BIBLIOGRAPHY = """\
@book{brook1990,
  author = {Brook, Ada},
  title = {Mills of the Valley},
  publisher = {Valley Press},
  year = {1990}
}
"""


class TestBibtex:
    def site(self, root: Path, more: str = "") -> Path:
        files = {"refs.bib": BIBLIOGRAPHY, "docs/close.md": FILES["docs/close.md"] + more}
        return small_site(root, as_written("bibtex"), files=files, extensions=["footnotes"])

    def refused(self, result: Built) -> bool:
        """Return whether the build was refused with a message that says why and what to do."""
        if result.exit_code == 0:
            return False
        assert re.search(r"(?i)\bbibtex\b.*\[@", result.output), result.output
        assert "Citing unknown reference key" not in result.output
        assert "Traceback" not in result.output
        return True

    def test_bibtex_takes_no_citation_of_ours_or_is_refused(self, tmp_path: Path) -> None:
        result = build(self.site(tmp_path))
        if self.refused(result):
            return
        sound(result.site)
        page = pages(result.site)["close/index.html"]
        assert "The Valley Paper" in text_of(page)
        assert page.select("a[href^='#']"), "there is no note"

    def test_bibtex_keeps_its_own_citations_or_is_refused(self, tmp_path: Path) -> None:
        result = build(self.site(tmp_path, "\nAs in a book [@brook1990].\n"))
        if self.refused(result):
            return
        sound(result.site)
        shown = text_of(pages(result.site)["close/index.html"])
        assert "The Valley Paper" in shown
        assert "Mills of the Valley" in shown

    def test_bibtex_leaves_a_misspelt_citation_to_be_told_or_is_refused(self, tmp_path: Path) -> None:
        result = build(self.site(tmp_path, "\nAs in a paper [@papr].\n"))
        assert result.exit_code == 1
        if "no source" in result.output:
            line = len((tmp_path / "docs" / "close.md").read_text().splitlines())
            assert re.search(
                rf"docs/close\.md:{line}:\d+: error: no source `papr`; did you mean `paper`\?", result.output
            )
        else:
            assert self.refused(result)


def test_table_reader_stands_beside_blocks(tmp_path: Path) -> None:
    page = FILES["docs/close.md"] + "\n{{ read_csv('flour.csv') }}\n\n" + SHOWS
    files = {
        "docs/close.md": page,
        "docs/flour.csv": "year,sacks\n1902,400\n1931,12\n",
        "data/statements.yml": STATEMENTS,
    }
    result = built(small_site(tmp_path, as_written("table-reader"), files=files, extensions=["tables"]))
    shows_the_vow(result, "close/")
    cells = [each.get_text() for each in pages(result.site)["close/index.html"].select("table td")]
    assert "400" in cells


def test_neoteroi_cards_stand_beside_blocks(tmp_path: Path) -> None:
    cards = "\n::cards::\n\n- title: The river\n  content: It drove the wheel.\n\n::/cards::\n\n"
    files = {"docs/close.md": FILES["docs/close.md"] + cards + SHOWS, "data/statements.yml": STATEMENTS}
    result = built(small_site(tmp_path, extensions=[as_written("neoteroi.cards")], files=files))
    shows_the_vow(result, "close/")
    assert pages(result.site)["close/index.html"].select_one(".nt-cards") is not None


SLUGS = """\
toc:
  slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  separator: _"""


class TestSlugs:
    def site(self, root: Path, anchor: str) -> Path:
        files = {
            "docs/close.md": FILES["docs/close.md"] + f"\nSee [there](open.md#{anchor}).\n",
            "docs/open.md": FILES["docs/open.md"] + "\n## Über die Mühle\n\nIt stood [@paper].\n",
        }
        return small_site(root, extensions=[SLUGS], files=files)

    def test_slugs_of_the_table_of_contents_are_those_of_build_and_check(self, tmp_path: Path) -> None:
        root = self.site(tmp_path, "über_die_mühle")
        built(root)
        done = run("explainer", "check", "--strict", cwd=root)
        assert done.returncode == 0, done.stdout

    def test_slugs_that_are_wrong_are_refused_by_build_and_check(self, tmp_path: Path) -> None:
        root = self.site(tmp_path, "uber-die-muhle")
        for command in (("mkdocs", "build", "--strict"), ("explainer", "check", "--strict")):
            done = run(*command, cwd=root)
            assert done.returncode == 1, done.stdout
            assert "uber-die-muhle" in done.stdout


def test_a_block_in_indented_code_is_no_home_whatever_a_plugin_does(tmp_path: Path) -> None:
    page = FILES["docs/close.md"] + "\nThus:\n\n    /// statement | vow\n    ///\n"
    files = {"docs/close.md": page, "data/statements.yml": STATEMENTS}
    result = build(small_site(tmp_path, as_written("macros"), files=files))
    assert result.exit_code == 0, result.output
    assert not (result.site / "embed" / "statement-vow.html").exists()
    assert "close/#statement-vow" not in (result.site / "people" / "index.html").read_text("utf-8")


def test_a_question_of_a_macro_is_in_the_feed_under_its_address(tmp_path: Path) -> None:
    files = {"docs/grind.md": question("Until 1931.", "How long in {{ town }}?"), "docs/macros.txt": ""}
    result = built(small_site(tmp_path, as_written("macros"), files=files, more=TestMacros.TOWN))
    items = json.loads((result.site / "feed.json").read_text("utf-8"))["items"]
    assert ("How long in Millbrook?", f"{BASE}grind/") in [(item["title"], item["url"]) for item in items]


def test_include_markdown_and_macros_stand_together(tmp_path: Path) -> None:
    root = small_site(tmp_path, as_written("include-markdown"), as_written("macros"), more=TestMacros.TOWN)
    page = FILES["docs/close.md"] + TestIncludeMarkdown.INCLUDE
    write(
        root,
        {
            "docs/close.md": page,
            "parts/vow.md": "In {{ town }} [@paper].\n\n" + SHOWS,
            "data/statements.yml": STATEMENTS,
        },
    )
    result = built(root)
    shows_the_vow(result, "close/")
    assert "In Millbrook" in text_of(pages(result.site)["close/index.html"])
