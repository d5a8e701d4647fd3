"""Which pages there are, in which order and under which titles, is what the plugins have made of it."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.building import Built, build, run
from tests.plugins.reading import pages, sound, text_of
from tests.plugins.small import FILES, as_written, question, small_site

pytestmark = pytest.mark.slow

QUESTIONS = ("When did it open?", "When did it close?")


def built(root: Path) -> Built:
    result = build(root)
    assert result.exit_code == 0, result.output
    sound(result.site)
    return result


def order(texts: Sequence[str], among: str) -> list[str]:
    """Return texts in the order in which they stand in another, each of which must."""
    assert all(text in among for text in texts), among
    return sorted(texts, key=among.index)


def listed(result: Built, titles: Sequence[str] = QUESTIONS) -> list[str]:
    return order(titles, text_of(pages(result.site)["index.html"]))


def in_sidebar(result: Built, titles: Sequence[str] = QUESTIONS) -> list[str]:
    nav = pages(result.site)["index.html"].select_one("nav.ex-nav, nav.md-nav--primary")
    assert nav is not None
    return order(titles, " ".join(nav.get_text(" ").split()))


@pytest.mark.parametrize("first", ["close", "open"])
def test_awesome_nav_gives_lists_its_order(tmp_path: Path, first: str) -> None:
    second = "open" if first == "close" else "close"
    nav = f"nav: [index.md, {first}.md, {second}.md, timeline.md, people.md, sources.md]\n"
    result = built(small_site(tmp_path, as_written("awesome-nav"), files={"docs/.nav.yml": nav}))
    wanted = [f"When did it {first}?", f"When did it {second}?"]
    assert in_sidebar(result) == wanted
    assert listed(result) == wanted


def test_awesome_nav_gives_a_page_its_title(tmp_path: Path) -> None:
    nav = "nav: [index.md, {The first day: open.md}, close.md, timeline.md, people.md, sources.md]\n"
    result = built(small_site(tmp_path, as_written("awesome-nav"), files={"docs/.nav.yml": nav}))
    titles = ("The first day", "When did it close?")
    assert in_sidebar(result, titles) == [*titles]
    assert "When did it open?" in text_of(pages(result.site)["open/index.html"])


@pytest.mark.parametrize("first", ["close", "open"])
def test_literate_nav_gives_lists_its_order(tmp_path: Path, first: str) -> None:
    second = "open" if first == "close" else "close"
    summary = "".join(
        f"* [{name.title()}]({name}.md)\n" for name in ("index", first, second, "timeline", "people", "sources")
    )
    root = small_site(
        tmp_path, as_written("literate-nav"), files={"docs/SUMMARY.md": summary}, more="exclude_docs: SUMMARY.md"
    )
    result = built(root)
    assert in_sidebar(result, (first.title(), second.title())) == [first.title(), second.title()]
    assert listed(result) == [f"When did it {first}?", f"When did it {second}?"]


def test_section_index_makes_a_section_a_page(tmp_path: Path) -> None:
    files = {
        "docs/answers/index.md": "# All answers\n\nThey are here [@paper].\n",
        "docs/answers/grind.md": question("Until 1931.", "How long did it grind?"),
    }
    nav = "nav: [index.md, open.md, close.md, {Answers: [answers/index.md, answers/grind.md]}, timeline.md, people.md, sources.md]"
    result = built(small_site(tmp_path, as_written("section-index"), files=files, more=nav))
    sidebar = pages(result.site)["index.html"].select_one("nav.ex-nav, nav.md-nav--primary")
    assert sidebar is not None
    links = {" ".join(link.get_text().split()): link["href"] for link in sidebar.select("a[href]")}
    assert links["Answers"] == "answers/"
    assert links["How long did it grind?"] == "answers/grind/"
    active = pages(result.site)["answers/index.html"].select("nav [aria-current=page], nav .md-nav__link--active")
    assert [" ".join(each.get_text().split()) for each in active][:1] == ["Answers"]
    assert "How long did it grind?" in text_of(pages(result.site)["index.html"])


def test_section_index_works_behind_us_and_before_us(tmp_path: Path) -> None:
    files = {"docs/answers/index.md": "# All answers\n", "docs/answers/grind.md": question("Until 1931.", "How long?")}
    nav = "nav: [index.md, open.md, close.md, {Answers: [answers/index.md, answers/grind.md]}, timeline.md, people.md, sources.md]"
    built(small_site(tmp_path, as_written("section-index"), files=files, more=nav, ours="last"))


GENERATE = '''\
import mkdocs_gen_files

with mkdocs_gen_files.open("grind.md", "w") as file:
    file.write("""---
answer: Until November 1931, [day and night](event:closing).
published: 2020-05-03
---

# How long did it grind?

It ground [@paper, p. 3].

/// statement | vow
///
""")
'''

VOW = "- {id: vow, speaker: anna, date: 1903-01-01, words: We shall grind on., sources: [paper]}\n"


def generated(root: Path, script: str = GENERATE) -> Path:
    files = {"generate.py": script, "data/statements.yml": FILES["data/statements.yml"] + VOW}
    return small_site(root, as_written("gen-files"), files=files)


def test_gen_files_makes_a_question_that_is_one(tmp_path: Path) -> None:
    result = built(generated(tmp_path))
    page = pages(result.site)["grind/index.html"]
    assert "Until November 1931, day and night." in text_of(page)
    assert "Until November 1931" in text_of(pages(result.site)["index.html"])
    for name in ("feed.atom", "feed.json", "record.json"):
        assert "Until November 1931" in (result.site / name).read_text("utf-8"), name
    assert "grind/#statement-vow" in (result.site / "embed" / "statement-vow.html").read_text("utf-8")


def test_gen_files_makes_a_mistake_that_is_told_with_the_pages_name_and_line(tmp_path: Path) -> None:
    result = build(generated(tmp_path, GENERATE.replace("[@paper, p. 3]", "[@papr]")))
    assert result.exit_code == 1
    assert re.search(r"\bgrind\.md:8:12: error: no source `papr`; did you mean `paper`\?", result.output), result.output
    assert "mkdocs_gen_files_" not in result.output, "a folder is named that is gone"


OTHER = {
    "other/mkdocs.yml": "site_name: river\nnav:\n  - Flow: flow.md\n",
    "other/docs/flow.md": question(
        "Northwards, past [the mill](event:opening).", "Where does it flow?", "It flows [@paper, p. 9]."
    ),
}
NAV = "nav: [index.md, open.md, close.md, {River: '!include ./other/mkdocs.yml'}, timeline.md, people.md, sources.md]"


def test_monorepo_brings_a_question_of_another_folder(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("monorepo"), files=OTHER, more=NAV))
    page = pages(result.site)["river/flow/index.html"]
    assert "Northwards, past the mill." in text_of(page)
    assert "Northwards" in text_of(pages(result.site)["index.html"])
    items = json.loads((result.site / "feed.json").read_text("utf-8"))["items"]
    assert [item["url"] for item in items if "flow" in item["title"]] == ["https://example.org/mill/river/flow/"]
    titles = (*QUESTIONS, "Where does it flow?")
    assert listed(result, titles) == [*titles]


def test_monorepo_names_the_file_of_a_mistake_where_it_lies(tmp_path: Path) -> None:
    text = OTHER["other/docs/flow.md"].replace("[@paper, p. 9]", "[@papr]")
    result = build(small_site(tmp_path, as_written("monorepo"), files={**OTHER, "other/docs/flow.md": text}, more=NAV))
    assert result.exit_code == 1
    assert re.search(
        r"(?m)\bother/docs/flow\.md:8:11: error: no source `papr`; did you mean `paper`\?", result.output
    ), result.output


def test_redirects_lead_to_a_question(tmp_path: Path) -> None:
    result = built(small_site(tmp_path, as_written("redirects")))
    assert "../open/" in (result.site / "old" / "index.html").read_text("utf-8")


def test_the_order_of_lists_is_the_sidebars_without_a_plugin_too(tmp_path: Path) -> None:
    nav = "nav: [index.md, close.md, open.md, timeline.md, people.md, sources.md]"
    result = built(small_site(tmp_path, more=nav))
    assert listed(result) == in_sidebar(result) == ["When did it close?", "When did it open?"]


@pytest.mark.parametrize("suffix", ["markdown", "mdown", "mkdn", "mkd"])
def test_a_page_of_another_suffix_is_a_question_like_any_other(tmp_path: Path, suffix: str) -> None:
    page = question("Until 1931.", "How long did it grind?", "It ground [@paper].")
    result = built(small_site(tmp_path, files={f"docs/grind.{suffix}": page}))
    assert "Until 1931." in text_of(pages(result.site)["grind/index.html"])
    assert "Until 1931." in text_of(pages(result.site)["index.html"])
    for name in ("feed.atom", "record.json"):
        assert "Until 1931." in (result.site / name).read_text("utf-8"), name
    done = run("explainer", "check", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_metadata_without_dashes_are_read_as_the_host_reads_them_or_told(tmp_path: Path) -> None:
    """MkDocs takes lines `key: value` at a page's very beginning for its metadata."""
    page = "answer: Until 1931.\npublished: 2020-05-01\n\n# How long did it grind?\n\nIt ground [@paper].\n"
    result = build(small_site(tmp_path, files={"docs/grind.md": page}))
    if result.exit_code:
        assert re.search(r"docs/grind\.md:1:1: error: .*---", result.output), result.output
        return
    sound(result.site)
    assert "Until 1931." in text_of(pages(result.site)["grind/index.html"])
    assert "Until 1931." in text_of(pages(result.site)["index.html"])
    assert "Until 1931." in (result.site / "record.json").read_text("utf-8")


def test_meta_gives_a_folders_pages_what_its_file_says(tmp_path: Path) -> None:
    page = "---\nanswer: Until 1931.\n---\n\n# How long did it grind?\n\nIt ground [@paper].\n"
    files = {"docs/answers/.meta.yml": "published: 2019-08-07\nauthor: Rosa Alt\n", "docs/answers/grind.md": page}
    result = built(small_site(tmp_path, as_written("meta"), files=files))
    items = {item["title"]: item for item in json.loads((result.site / "feed.json").read_text("utf-8"))["items"]}
    assert items["How long did it grind?"]["date_published"].startswith("2019-08-07")
    assert "Rosa Alt" in str(pages(result.site)["answers/grind/index.html"])
    assert "2019-08-07" in (result.site / "record.json").read_text("utf-8")


def test_meta_gives_an_answer_too(tmp_path: Path) -> None:
    files = {
        "docs/answers/.meta.yml": "answer: Nobody knows.\npublished: 2020-05-01\n",
        "docs/answers/grind.md": "# How long did it grind?\n\nIt ground [@paper].\n",
    }
    result = built(small_site(tmp_path, as_written("meta"), files=files))
    assert "Nobody knows." in text_of(pages(result.site)["answers/grind/index.html"])
    assert "Nobody knows." in text_of(pages(result.site)["index.html"])
    assert "Nobody knows." in (result.site / "feed.atom").read_text("utf-8")
