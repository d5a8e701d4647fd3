"""The built reference site: every link leads somewhere, every fact is there, nothing comes from elsewhere."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from tests.building import REPOSITORY, Built, build, copy_site

from explainer.edition import edition_from_disk
from explainer.record.record import Record
from explainer.site.config import read_site
from explainer.site.inventory import from_disk

pytestmark = pytest.mark.slow

BASE = "http://site.test/"


@pytest.fixture(scope="module", params=["directories", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The reference site, with addresses as folders (`timeline/`) and as files (`timeline.html`)."""
    root = copy_site(tmp_path_factory.mktemp(request.param))
    # A page in a folder makes sure that addresses are right from any depth.
    (root / "docs" / "deep" / "er").mkdir(parents=True)
    (root / "docs" / "deep" / "er" / "page.md").write_text(
        "# Deep\n\n[e](event:private-meeting) [p](person:jeff-sessions) [s](statement:no-communications) "
        "[src](source:bbc-2017-03-02) [@bbc-2017-03-02] [home](../../index.md)\n\n/// timeline\n    layout: brief\n///\n\n"
        '/// questions\n///\n\n=== "One"\n\n    Tab\n\n=== "Two"\n\n    Tab\n'
    )
    config = root / "mkdocs.yml"
    text = config.read_text().replace("  - About this", "  - Deep: deep/er/page.md\n  - About this")
    config.write_text(text + f"\nuse_directory_urls: {'true' if request.param == 'directories' else 'false'}\n")
    built = build(root)
    assert built.exit_code == 0, built.output
    return built


@pytest.fixture(scope="module")
def record() -> Record:
    return edition_from_disk(read_site(REPOSITORY / "mkdocs.yml")).record


def soups(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), BeautifulSoup(file.read_text("utf-8"), "html.parser")


def file_of(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def test_every_link_and_every_anchor_is_there(site: Built) -> None:
    pages = dict(soups(site.site))
    checked = 0
    for name, soup in pages.items():
        for element in [*soup.select("[href], [src]"), *soup.find_all(attrs={"xlink:href": True})]:
            address = str(element.get("href") or element.get("src") or element.get("xlink:href"))
            target = urlsplit(urljoin(BASE + name, address))
            # The 404 page is served from anywhere, so its addresses are those of the published site.
            if target.netloc != urlsplit(BASE).netloc or name == "404.html":
                continue
            file = file_of(unquote(target.path).lstrip("/"))
            assert (site.site / file).is_file(), f"{name}: {address}"
            if target.fragment and file in pages:
                found = pages[file].find(id=unquote(target.fragment))
                assert found is not None or unquote(target.fragment).startswith("__"), f"{name}: {address}"
            checked += 1
    assert checked > 200


def test_ids_are_unique_on_every_page(site: Built) -> None:
    for name, soup in soups(site.site):
        ids = [element["id"] for element in soup.select("[id]")]
        assert sorted(set(ids)) == sorted(ids), name


def test_no_page_asks_another_host_for_anything(site: Built) -> None:
    for name, soup in soups(site.site):
        for element in soup.select(
            "script[src], link[rel=stylesheet], link[rel=preload], link[rel=preconnect], img, iframe"
        ):
            address = str(element.get("src") or element.get("href"))
            assert not urlsplit(address).netloc, f"{name}: {address}"


def test_no_slashes_of_a_block_and_no_token_reach_a_page(site: Built) -> None:
    for name, soup in soups(site.site):
        article = soup.select_one("article")
        assert article is None or not re.search(r"(?m)^\s*///", article.get_text()), name
        assert "\x02" not in str(soup), name


def test_the_search_finds_an_event_where_it_is_told_whole_and_not_in_every_list(site: Built, record: Record) -> None:
    index = json.loads((site.site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    for event in record.events.values():
        title = escape(event.title, quote=False)
        found = [each["location"] for each in index if title in each["title"]]
        assert [place.partition("#")[2] for place in found] == [f"event-{event.id}"], title
        told = {each["location"].partition("#")[0] for each in index if title in each["text"]}
        assert told.isdisjoint({"", "index.html", "people/", "people.html"}), title
    for name, soup in soups(site.site):
        for left_out in soup.select("[data-search-exclude]"):
            assert left_out.find(left_out.name) is None, f"{name}: Material takes the end of what is within for its own"


class TestFacts:
    """With JavaScript off a reader has what stands in the HTML: all the record's facts are there as text."""

    def text(self, element: Tag | None) -> str:
        assert element is not None
        return " ".join(element.get_text().split())

    def page(self, site: Built, name: str) -> BeautifulSoup:
        file = site.site / name / "index.html"
        return BeautifulSoup((file if file.is_file() else site.site / f"{name}.html").read_text("utf-8"), "html.parser")

    def test_every_event_with_its_date_people_status_and_sources(self, site: Built, record: Record) -> None:
        page = self.page(site, "timeline")
        for event in record.events.values():
            heading = page.find(id=f"event-{event.id}")
            assert heading is not None, event.id
            shown = self.text(heading.find_parent(class_="ex-event"))  # type: ignore[arg-type]
            assert event.title in shown
            assert (event.status in shown.lower()) == (event.status != "confirmed"), "what is sure needs no word"
            for person in event.people:
                assert record.people[person].name in shown
            for source in event.sources:
                assert record.sources[source].publisher in shown
            for word in re.findall(r"\b[A-Za-z]{3,}\b", re.sub(r"\]\([^)]*\)|\[@[^]]*\]", "", event.text or "")):
                assert word in shown, (event.id, word)

    def test_every_statement_word_for_word_with_speaker_and_variants(self, site: Built, record: Record) -> None:
        shown = {}
        for _, soup in soups(site.site):
            for heading in soup.select("figure.ex-statement > .ex-statement__title[id]"):
                shown[heading["id"]] = self.text(heading.parent)
        for statement in record.statements.values():
            text = shown[f"statement-{statement.id}"]
            assert " ".join(statement.words.split()) in text
            assert record.people[statement.speaker].name in text
            for variant in statement.variants:
                assert " ".join(variant.words.split()) in text
                assert all(record.sources[source].publisher in text for source in variant.sources)
            if statement.in_reply_to:
                assert statement.in_reply_to.question in text

    def test_every_person_with_every_role(self, site: Built, record: Record) -> None:
        page = self.page(site, "people")
        for person in record.people.values():
            heading = page.find(id=f"person-{person.id}")
            shown = self.text(heading.find_parent(class_="ex-person"))  # type: ignore[union-attr, arg-type]
            assert person.name in shown
            assert all(role.title in shown for role in person.roles)

    def test_every_source_with_its_title_and_address(self, site: Built, record: Record) -> None:
        page = self.page(site, "sources")
        for source in record.sources.values():
            item = page.find(id=f"source-{source.id}")
            assert isinstance(item, Tag)
            assert f"{source.publisher}, {source.title}" in self.text(item)
            addresses = [link["href"] for link in item.select("a.ex-source__title")]
            assert addresses == ([source.url] if source.url else [])

    def test_every_question_with_its_answer_on_the_front_page_and_its_own(self, site: Built) -> None:
        questions = from_disk(read_site(REPOSITORY / "mkdocs.yml"))[0].questions
        front = BeautifulSoup(site.html("index.html"), "html.parser")
        assert len(questions) == 4
        roles = [role.get_text() for role in front.select(".ex-cast__role")]
        assert "Attorney General" in roles
        assert "National Security Adviser · until 13 February 2017" in roles, "he had resigned by then"
        for question, item in zip(questions, front.select(".ex-question"), strict=True):
            answer = " ".join(str(question.front.answer).split())
            assert question.title in self.text(item)
            assert answer in self.text(item)
            own = self.page(site, question.path.removesuffix(".md"))
            assert self.text(own.h1) == question.title
            assert answer in self.text(own.select_one(".ex-answer"))

    def test_every_position_of_every_dispute(self, site: Built, record: Record) -> None:
        shown = " ".join(self.text(each) for _, soup in soups(site.site) for each in soup.select(".ex-dispute"))
        for dispute in record.disputes.values():
            assert dispute.question in shown
            for position in dispute.positions:
                assert all(record.people[person].name in shown for person in position.held_by)

    def test_every_update(self, site: Built, record: Record) -> None:
        page = self.page(site, "updates")
        for update in record.updates.values():
            assert page.find(id=f"update-{update.id}") is not None
