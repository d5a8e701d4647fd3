"""The same pages under MkDocs, ProperDocs and Zensical: the extension renders them, whoever runs it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from tests.building import HOSTS, Built, build, copy_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    built = {host: build(copy_site(tmp_path_factory.mktemp(host)), host) for host in HOSTS}
    for host, result in built.items():
        assert result.exit_code == 0, f"{host}: {result.output}"
    return built


def pages(site: Path) -> list[str]:
    """Return the pages; embeds are files that the plugin publishes, and no host's page."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html")
    return sorted(page for page in found if not page.startswith("embed/"))


def content(html: str) -> BeautifulSoup:
    [article] = BeautifulSoup(html, "html.parser").select("article.md-content__inner")
    for chrome in article.select(".md-content__button, .headerlink, .md-source-file, .ex-next"):
        chrome.decompose()
    return article  # type: ignore[return-value]


OURS = re.compile(r"(event|person|statement|source|dispute|update|note|cite)-")


def marks(article: BeautifulSoup, page: str) -> Iterator[str]:
    """Yield ids, dates and the targets of links; the ids of headings are the hosts' own and differ."""
    for element in article.select("[id], [datetime], a[href]"):
        if OURS.match(str(element.get("id", ""))):
            yield f"id {element['id']}"
        if element.get("datetime"):
            yield f"datetime {element['datetime']}"
        target = urljoin(f"/{page}", str(element.get("href", "")))
        if element.name == "a" and element.get("href") and ("#" not in target or OURS.match(target.split("#")[1])):
            yield f"href {target}"


def test_all_hosts_build_the_same_pages(sites: dict[str, Built]) -> None:
    assert pages(sites["mkdocs"].site) == pages(sites["properdocs"].site) == pages(sites["zensical"].site)
    assert "misled/index.html" in pages(sites["mkdocs"].site)


@pytest.mark.parametrize("host", ["properdocs", "zensical"])
def test_the_text_of_every_page_is_the_same(sites: dict[str, Built], host: str) -> None:
    for page in pages(sites["mkdocs"].site):
        ours = content(sites["mkdocs"].html(page)).get_text().split()
        theirs = content(sites[host].html(page)).get_text().split()
        assert theirs == ours, page
        assert len(ours) > 20, page


@pytest.mark.parametrize("host", ["properdocs", "zensical"])
def test_the_links_anchors_and_dates_of_our_blocks_are_the_same(sites: dict[str, Built], host: str) -> None:
    found = 0
    for page in pages(sites["mkdocs"].site):
        ours, theirs = (list(marks(content(sites[each].html(page)), page)) for each in ("mkdocs", host))
        assert theirs == ours, page
        found += len(ours)
    assert found > 500


def test_a_mistake_fails_the_build_under_every_host_and_names_file_and_line(tmp_path: Path) -> None:
    for host in HOSTS:
        root = copy_site(tmp_path / host)
        page = root / "docs" / "about.md"
        page.write_text(page.read_text() + "\nA claim [@nobody].\n")
        line = len(page.read_text().splitlines())
        result = build(root, host)
        assert result.exit_code == 1, host
        assert f"docs/about.md:{line}:10: error: no source `nobody`" in result.output, host
