"""Whatever an editor's file holds, there is a list of problems or a page: no traceback, no hang, no markup from data."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.building import copy_site
from tests.converting import converted
from tests.rules.sites import lay

from explainer.edition import edition_from_disk
from explainer.site.config import read_site

pytestmark = pytest.mark.slow

PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

YAML = st.text(alphabet="-:[]{}&*!|>'\"%@`#,. \n\tabid12ñ<\x00\u2028", max_size=120)
EVIL = st.sampled_from([
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](https://example.org/x.png)",
    "{: onclick=alert(1) }", "{ onclick=alert(1) }", "<b>", "&lt;i&gt;", "\"><svg onload=alert(1)>", "[x]: javascript:alert(1)",
    "{{ 7 * 7 }}", "{% raw %}", "\x02explainer:0\x03", "\x02wzxhzdk:0\x03", "*[a]: b", "/// timeline", "[@bbc-2017-03-02]",
    "](event:private-meeting)", "<!-- -->", "```", "    code", "~~~", "<div markdown>", "$x$", "&#106;avascript:alert(1)",
])  # fmt: skip
TEXT = st.lists(st.one_of(EVIL, st.text(alphabet="ab <>&\"'[](){}*_`#:/\\\n!|", max_size=12)), max_size=5).map("".join)
MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from([
            "/// timeline", "/// statement | no-campaign-talk", "/// event |", "/// x", "///", "////", "    from: 2016", "    people: [",
            "[@bbc-2017-03-02]", "[@", "[@x; @y, p. 1]", "[a](event:private-meeting)", "[a](person:x)", "```", "!!! note", "    ", "- ",
            "> ", "| a | b |", "|---|---|", '=== "Tab"', "[^1]", "[^1]: a", "“did not have communications with”", "<div markdown>",
            "</div>", "# H", "{: .x }", "<!--", "-->", "---",
        ]),
        st.text(alphabet="ab /|:[]@()#`~>\n-*_“”\"!", max_size=15),
    ),
    max_size=14,
).map("\n".join)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(tmp_path_factory.mktemp("fuzz"))


@PATIENT
@given(content=st.one_of(YAML.map(str.encode), st.binary(max_size=80)), ending=st.sampled_from(["yml", "json", "csv"]))
def test_any_file_gives_a_record_or_problems(root: Path, content: bytes, ending: str) -> None:
    site_root = root.parent / "files"
    shutil.rmtree(site_root, ignore_errors=True)
    config = lay(site_root, {"data/updates.yml": None, f"data/updates.{ending}": content})
    for problem in edition_from_disk(read_site(config)).problems:
        assert str(problem)


@PATIENT
@given(title=TEXT, text=TEXT, words=TEXT)
def test_no_fact_becomes_markup(root: Path, title: str, text: str, words: str) -> None:
    def block(content: str) -> str:
        return "|2\n" + "\n".join(
            "      " + line for line in (content.strip() or "x").replace("\x02", "").replace("\x03", "").splitlines()
        )

    data = root / "data" / "timeline.yml"
    good = data.read_text("utf-8")
    statements = root / "data" / "statements.yml"
    good_statements = statements.read_text("utf-8")
    try:
        data.write_text(
            f"{good}\n- id: fuzz\n  date: 2017-01\n  sources: [bbc-2017-03-02]\n  title: {block(title)}\n  text: {block(text)}\n"
        )
        statements.write_text(
            f"{good_statements}\n- id: fuzz\n  speaker: al-franken\n  date: 2017-01\n  sources: [bbc-2017-03-02]\n  words: {block(words)}\n"
        )
        html, _ = converted(
            root,
            "/// event | fuzz\n///\n\n/// statement | fuzz\n    by_then: no\n///\n",
            ["attr_list", "md_in_html", "abbr", "footnotes"],
            alone=True,
        )
    finally:
        data.write_text(good, "utf-8")
        statements.write_text(good_statements, "utf-8")
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, img, svg, b, i, [onclick], [onerror], [onload]")
    for link in soup.select("a[href]"):
        assert str(link["href"]).startswith(
            ("#", "http://", "https://", "mailto:", "timeline/", "people/", "words/", "embed/", "about/")
        )
    assert "\x02" not in html


@PATIENT
@given(markdown=MARKDOWN)
def test_any_page_gives_html_or_problems_and_no_slashes(root: Path, markdown: str) -> None:
    extensions = [
        "admonition",
        "attr_list",
        "footnotes",
        "md_in_html",
        "tables",
        "pymdownx.superfences",
        "pymdownx.details",
    ]
    html, problems = converted(root, markdown, extensions, alone=True)
    assert "\x02" not in html
    assert all(str(problem) for problem in problems)
    if not problems:
        soup = BeautifulSoup(html, "html.parser")
        for verbatim in soup.select("pre, code"):
            verbatim.decompose()
        assert not any(line.strip().startswith("///") for line in soup.get_text().splitlines()), html
