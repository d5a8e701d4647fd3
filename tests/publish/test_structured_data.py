"""The structured data in the pages: true to the page, and in schema.org's own words."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from tests.browser.conftest import tool
from tests.building import Built, build, copy_site
from tests.publish.conftest import make

pytestmark = pytest.mark.slow

Node = dict[str, Any]

REFERENCE = "https://example.org/sessions-and-russia/"
CROSSING = "https://example.org/crossing/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The reference site and the made-up one, by address."""
    sites = {
        REFERENCE: build(copy_site(tmp_path_factory.mktemp("reference"))),
        CROSSING: build(make(tmp_path_factory.mktemp("crossing"))),
    }
    for site in sites.values():
        assert site.exit_code == 0, site.output
    return sites


def pages(built: dict[str, Built]) -> Iterator[tuple[str, BeautifulSoup, list[Node]]]:
    """Yield every page: its address, its HTML, the nodes of its structured data."""
    for base, site in built.items():
        for file in sorted(site.site.rglob("index.html")):
            soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
            [script] = soup.select('script[type="application/ld+json"]')
            content = json.loads(script.string or "")
            assert content["@context"] == "https://schema.org"
            path = file.relative_to(site.site).parent.as_posix()
            yield base + ("" if path == "." else f"{path}/"), soup, content["@graph"]


def node(built: dict[str, Built], address: str, type_: str) -> Node:
    [(_, _, graph)] = [each for each in pages(built) if each[0] == address]
    [found] = [each for each in graph if type_ in each["@type"]]
    return found


def values(content: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in structured data, with the property that it is the value of."""
    if isinstance(content, dict):
        for name, value in content.items():
            yield from values(value, name)
    elif isinstance(content, list):
        for each in content:
            yield from values(each, key)
    elif isinstance(content, str):
        yield key, content


def folded(text: str) -> str:
    """Return a text without white space: between a word and its note, hosts and browsers differ."""
    return re.sub(r"\s", "", text)


def test_every_string_and_every_date_stands_on_the_page(built: dict[str, Built]) -> None:
    checked = 0
    for address, soup, graph in pages(built):
        shown = {str(each["datetime"]) for each in soup.select("time[datetime]")}
        links = {address} | {urljoin(address, str(each["href"])) for each in soup.select("a[href], [rel=canonical]")}
        links |= {address + "#" + str(each["id"]) for each in soup.select("[id]")}
        links |= {str(each["content"]) for each in soup.select('[property="og:image"]')}
        language = soup.html["lang"]  # type: ignore[index]
        for marks in soup.select("script, sup.ex-cites"):
            marks.decompose()
        text = folded(soup.get_text())
        for name, value in values(graph):
            if name == "@type":
                continue
            if value.startswith("https://"):
                assert value in links, f"{address}: {name} {value}"
            elif name.startswith("date"):
                assert value in shown, f"{address}: {name} {value}"
            elif name == "inLanguage":
                assert value == language
            else:
                assert folded(value) in text, f"{address}: {name} {value}"
            checked += 1
    assert checked > 300


def test_a_question_is_an_article_with_all_that_was_asked_for(built: dict[str, Built]) -> None:
    article = node(built, CROSSING + "stand/", "NewsArticle")
    assert article["@type"] == ["NewsArticle", "BackgroundNewsArticle"]
    assert article["headline"] == "Did the bridge stand?"
    assert article["description"] == "It did not."
    assert (article["datePublished"], article["dateModified"]) == ("2020-04-01", "2020-06-03")
    assert article["author"] == {"@type": "Person", "name": "Sam Hale"}
    assert article["publisher"] == {
        "@type": "NewsMediaOrganization", "name": "The Evening Paper", "url": "https://example.org/paper",
        "correctionsPolicy": CROSSING + "about/#mistakes",
    }  # fmt: skip
    assert article["publishingPrinciples"] == CROSSING + "about/"
    assert article["citation"] == [{
        "@type": "CreativeWork", "name": "The bridge", "publisher": {"@type": "Organization", "name": "The Gazette"},
        "author": {"@type": "Person", "name": "Jo Reed"}, "datePublished": "2019-05-05",
        "url": "https://example.org/bridge?a=1&b=2",
    }]  # fmt: skip
    assert article["correction"] == [
        {"@type": "CorrectionComment", "text": "The month was wrong.", "datePublished": "2020-06-03"}
    ]


def test_the_editors_are_the_author_where_a_page_names_nobody(built: dict[str, Built]) -> None:
    article = node(built, REFERENCE + "misled/", "NewsArticle")
    assert article["author"] == {
        "@type": "NewsMediaOrganization", "name": "The editors", "correctionsPolicy": REFERENCE + "about/#corrections"
    }  # fmt: skip


def test_a_fact_check_is_there_only_where_an_editor_rated_a_claim(built: dict[str, Built]) -> None:
    check = node(built, CROSSING + "stand/", "ClaimReview")
    # What search engines require of one: claimReviewed, reviewRating with a name for the rating, url.
    assert check["claimReviewed"] == "It will stand <for ever>"
    assert check["reviewRating"] == {"@type": "Rating", "alternateName": "Not borne out"}
    assert check["url"] == CROSSING + "stand/#dispute-stood"
    assert check["author"] == {"@type": "Organization", "name": "The desk"}
    assert check["itemReviewed"]["author"] == {"@type": "Person", "name": "Ada Brook"}
    found = [address for address, _, graph in pages(built) for each in graph if each["@type"] == "ClaimReview"]
    assert found == [CROSSING + "stand/"], "the reference site gives no verdict"


def test_what_an_organisation_said_is_a_claim_of_an_organisation(tmp_path: Path) -> None:
    make(tmp_path)
    for name, old in (("statements", "speaker: mayor"), ("disputes", "about: [mayor]")):
        file = tmp_path / "data" / f"{name}.yml"
        file.write_text(file.read_text("utf-8").replace(old, old.replace("mayor", "council")), "utf-8")
    built = build(tmp_path)
    assert built.exit_code == 0, built.output
    check = node({CROSSING: built}, CROSSING + "stand/", "ClaimReview")
    assert check["itemReviewed"]["author"] == {"@type": "Organization", "name": "The council"}


def test_a_readme_is_the_front_page_and_a_description_may_hold_any_sign(tmp_path: Path) -> None:
    root = make(tmp_path)
    (root / "docs" / "index.md").rename(root / "docs" / "README.md")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8")
        .replace("index.md", "README.md")
        .replace("A bridge, and a ferry.", "Why > 20 % crossed."),
        "utf-8",
    )
    built = build(root)
    assert built.exit_code == 0, built.output
    graph = [each for address, _, graph in pages({CROSSING: built}) if address == CROSSING for each in graph]
    assert [each["@type"] for each in graph] == [["NewsArticle", "BackgroundNewsArticle"]]
    about = built.html("about/index.html")
    assert about.count('name="description"') == 1
    assert BeautifulSoup(about, "html.parser").select_one("meta[name=description]")["content"] == "Why > 20 % crossed."  # type: ignore[index]
    assert '20 % crossed.">' not in re.sub(r"<meta [^\n]*>\n", "", about)


def test_the_cast_is_there_where_it_is_shown_whole(built: dict[str, Built]) -> None:
    person = node(built, CROSSING + "people/", "Person")
    assert person == {
        "@type": "Person", "name": "Ada Brook", "description": "She opened the bridge.", "jobTitle": ["Mayor"],
        "url": CROSSING + "people/#person-mayor",
    }  # fmt: skip
    assert node(built, CROSSING + "people/", "Organization")["name"] == "The council"
    people = {address for address, _, graph in pages(built) for each in graph if each["@type"] == "Person"}
    assert people == {CROSSING + "people/", REFERENCE + "people/"}


def test_every_page_but_the_front_says_where_it_stands(built: dict[str, Built]) -> None:
    for address, soup, graph in pages(built):
        crumbs = [each for each in graph if each["@type"] == "BreadcrumbList"]
        if address in built:
            assert crumbs == []
            continue
        steps = crumbs[0]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2]
        assert [step["item"] for step in steps] == [next(base for base in built if address.startswith(base)), address]
        heading = soup.select_one("h1")
        assert heading is not None
        assert folded(steps[1]["name"]) == folded(heading.get_text()).rstrip("¶")


def test_lists_are_pages_and_nothing_claims_to_be_what_search_engines_withdrew(built: dict[str, Built]) -> None:
    types = {str(each["@type"]) for _, _, graph in pages(built) for each in graph}
    assert types == {
        "['NewsArticle', 'BackgroundNewsArticle']", "WebPage", "BreadcrumbList", "Person", "Organization", "ClaimReview"
    }  # fmt: skip
    assert node(built, CROSSING + "timeline/", "WebPage")["name"] == "Timeline"


def one_type_each(content: Any) -> Any:
    """Part a node of several types into one of each type: each must know all its properties."""
    if isinstance(content, list):
        return [part for each in content for part in _parted(one_type_each(each))]
    if isinstance(content, dict):
        return {name: one_type_each(value) if name != "@type" else value for name, value in content.items()}
    return content


def _parted(content: Any) -> Iterator[Any]:
    types = content.get("@type") if isinstance(content, dict) else None
    if isinstance(types, list):
        yield from ({**content, "@type": each} for each in types)
    else:
        yield content


def complaints_of_types(folder: Path, source: str) -> list[str]:
    """Return what the TypeScript compiler has against a source whose types it holds to a published vocabulary."""
    file = folder / "checked.ts"
    file.write_text(source, "utf-8")
    done = subprocess.run(
        ["node", tool("typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", file],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return [line for line in done.stdout.splitlines() if "error" in line]


def test_every_type_and_property_is_in_the_vocabulary_of_schema_org(built: dict[str, Built], tmp_path: Path) -> None:
    """A closed world: `schema-dts` is schema.org's vocabulary as types, made of its published definitions."""
    vocabulary = tool("schema-dts/dist/schema.d.ts").with_suffix("").with_suffix("")
    lines = [f'import type {{ Graph }} from "{vocabulary}"']
    lines.extend(
        f"export const page{n}: Graph = "
        + json.dumps({"@context": "https://schema.org", "@graph": one_type_each(graph)})
        for n, (_, _, graph) in enumerate(pages(built))
    )
    assert complaints_of_types(tmp_path, "\n".join(lines)) == []
    wrong = lines[0] + '\nexport const a: Graph = {"@context": "https://schema.org", "@graph": [{"@type": "Pages"}]}'
    wrong += '\nexport const b: Graph = {"@context": "https://schema.org", "@graph": [{"@type": "Person", "hat": "x"}]}'
    found = complaints_of_types(tmp_path, wrong)
    assert len(found) == 2, found
    assert '"Pages"' in found[0]
    assert '"hat"' in found[1]


def test_the_json_feeds_hold_to_the_published_types(built: dict[str, Built], tmp_path: Path) -> None:
    """Closed too: `@json-feed-types/1_1` is JSON Feed 1.1 as types, without extensions, whose names begin with `_`."""
    types = tool("@json-feed-types/1_1/index.d.ts").with_suffix("").with_suffix("")
    lines = [f'import type Feed from "{types}"']
    files = [file for site in built.values() for file in sorted(site.site.rglob("feed*/*.json"))]
    files += [site.site / "feed.json" for site in built.values()]
    feeds = [json.loads(file.read_text("utf-8")) for file in files]
    assert all(list(feed.pop("_explainer")) == ["about", "licence"] for feed in feeds)
    lines.extend(f"export const feed{n}: Feed = {json.dumps(feed)}" for n, feed in enumerate(feeds))
    assert len(feeds) == 4
    assert complaints_of_types(tmp_path, "\n".join(lines)) == []
    wrong = lines[0] + '\nexport const a: Feed = {"version": "https://jsonfeed.org/version/1.1", "items": []}'
    [found] = complaints_of_types(tmp_path, wrong)
    assert "is not assignable to type 'Feed'" in found, "a feed must have a title"


def test_no_text_can_leave_its_script(built: dict[str, Built]) -> None:
    html = built[CROSSING].html("stand/index.html")
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert "<" not in script
    assert "\\u003cfor ever>" in script
