"""The feeds, read back by an independent parser and held to the published rules."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tests.publish.conftest import CONFIG, DATA, changed, make

from explainer.edition import edition_from_disk
from explainer.html.press import Press
from explainer.publish.feeds import feed_files, items
from explainer.publish.files import files as published
from explainer.site.config import read_site

BASE = "https://example.org/crossing/"


@pytest.fixture(scope="module")
def files(press: Press) -> dict[str, str]:
    return dict(feed_files(press))


def test_there_is_one_feed_for_the_site_and_one_for_each_story_in_both_forms(files: dict[str, str]) -> None:
    assert list(files) == [
        "feed.atom", "feed.json", "feeds/bridge.atom", "feeds/bridge.json", "feeds/ferry.atom", "feeds/ferry.json"
    ]  # fmt: skip


class TestAtom:
    def test_is_read_without_complaint(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            if path.endswith(".atom"):
                read = feedparser.parse(text.encode())
                assert read.bozo == 0, (path, read.get("bozo_exception"))
                assert read.version == "atom10"

    def test_says_who_and_where_and_since_when(self, files: dict[str, str]) -> None:
        feed = feedparser.parse(files["feed.atom"].encode()).feed
        assert feed.id == BASE + "feed.atom"
        assert feed.title == "The crossing"
        assert feed.subtitle == "A bridge, and a ferry."
        assert feed.author == "The desk"
        assert feed.rights == "CC-BY-4.0"
        assert feed.updated == "2020-07-01T00:00:00Z"
        assert {(link.rel, link.href) for link in feed.links} == {
            ("self", BASE + "feed.atom"), ("alternate", BASE)
        }  # fmt: skip

    def test_has_what_rfc_4287_requires_of_every_entry(self, files: dict[str, str]) -> None:
        atom = "{http://www.w3.org/2005/Atom}"
        root = ET.fromstring(files["feed.atom"])  # noqa: S314 - our own
        entries = root.findall(atom + "entry")
        ids = [entry.findtext(atom + "id") for entry in entries]
        assert len(set(ids)) == len(ids) == 13
        for entry in entries:
            assert entry.findtext(atom + "title")
            updated, published = entry.findtext(atom + "updated"), entry.findtext(atom + "published")
            assert updated and published and updated >= published, entry.findtext(atom + "id")  # noqa: PT018
            assert len(entry.findall(f"{atom}link[@rel='alternate']")) == 1

    def test_tells_the_last_changed_first(self, files: dict[str, str]) -> None:
        entries = feedparser.parse(files["feed.atom"].encode()).entries
        assert [entry.updated for entry in entries] == sorted((entry.updated for entry in entries), reverse=True)
        assert entries[0].title in {"Clarification, July 2020", "The ferry leaves"}

    def test_an_event_is_whole_and_its_addresses_are_too(self, files: dict[str, str]) -> None:
        entries = {entry.id: entry for entry in feedparser.parse(files["feed.atom"].encode()).entries}
        opened = entries[BASE + "#event:opened"]
        assert opened.title == "The bridge is opened & “blessed”"
        assert opened.link == BASE + "timeline/#event-opened"
        assert opened.tags[0].term == "event"
        html = opened.content[0].value
        assert f'href="{BASE}people/#person-mayor"' in html
        assert "4 May 1931" in html
        assert "<em>iron</em>." in html

    def test_dates_are_the_records(self, files: dict[str, str]) -> None:
        entries = {entry.id: entry for entry in feedparser.parse(files["feed.atom"].encode()).entries}
        dates = {key.partition("#")[2]: (entry.published[:10], entry.updated[:10]) for key, entry in entries.items()}
        assert dates["event:opened"] == ("2020-04-01", "2020-04-01"), "there from the first day"
        assert dates["event:closed"] == ("2020-04-01", "2020-06-03"), "corrected"
        assert dates["event:moment"] == ("2020-05-01", "2020-07-01"), "added later, then clarified in some month"
        assert dates["question:stand"] == ("2020-04-01", "2020-06-03"), "an update is later than the page says"
        assert dates["question:late"] == ("2020-05-01", "2020-05-01")
        assert dates["update:month"] == ("2020-06-03", "2020-06-03")
        assert "update:first" not in dates, "that something was published is no news"


class TestJsonFeed:
    def test_says_the_same_as_atom(self, files: dict[str, str]) -> None:
        for name in ("feed", "feeds/bridge", "feeds/ferry"):
            atom = feedparser.parse(files[f"{name}.atom"].encode())
            feed = json.loads(files[f"{name}.json"])
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"] == atom.feed.title
            assert feed["feed_url"] == f"{BASE}{name}.json"
            assert [
                (item["id"], item["url"], item["title"], item["date_published"], item["date_modified"], item["tags"])
                for item in feed["items"]
            ] == [
                (each.id, each.link, each.title, each.published, each.updated, [each.tags[0].term])
                for each in atom.entries
            ]

    def test_has_the_licence_in_an_extension(self, files: dict[str, str]) -> None:
        assert json.loads(files["feed.json"])["_explainer"]["licence"] == "CC-BY-4.0"


def test_the_feed_of_a_story_has_what_belongs_to_it(press: Press) -> None:
    found = {item.id.partition("#")[2] for item in items(press)["ferry"]}
    assert found == {"question:late", "event:moment", "event:midnight", "event:spring", "update:clearer"}


def test_names_of_pages_and_stories_make_no_address_that_is_none(tmp_path: Path) -> None:
    root = make(tmp_path, CONFIG.replace("late.md", "'what now [50%].md'"))
    text = (root / "docs" / "late.md").read_text().replace("story: ferry", "story: Große Frage")
    (root / "docs" / "late.md").unlink()
    (root / "docs" / "what now [50%].md").write_text(text)
    (root / "docs" / "größe.md").write_text(text)
    site = read_site(root / "mkdocs.yml")
    files = dict(feed_files(edition_from_disk(site).press))
    path = "feeds/Gro%C3%9Fe-Frage"
    atom = feedparser.parse(files["feeds/Große-Frage.atom"].encode())
    assert [link.href for link in atom.feed.links if link.rel == "self"] == [f"{BASE}{path}.atom"]
    feed = json.loads(files["feeds/Große-Frage.json"])
    assert feed["feed_url"] == f"{BASE}{path}.json"
    assert {item["id"] for item in feed["items"]} == {
        f"{BASE}#question:what%20now%20%5B50%25%5D", f"{BASE}#question:größe"
    }  # fmt: skip


def test_without_an_address_there_is_nothing_to_link_to(press: Press) -> None:
    without = changed(press, url="")
    assert not any(product.is_feed for product in without.products)
    assert {path for path, _ in published(without)} & {path for path, _ in feed_files(press)} == set()


def test_what_has_no_day_is_left_out(tmp_path: Path) -> None:
    root = make(tmp_path, CONFIG)
    (root / "data" / "updates.yml").write_text("[]\n")
    site = read_site(root / "mkdocs.yml")
    found = {item.id.partition("#")[2] for item in items(edition_from_disk(site).press)[None]}
    assert found == {"question:stand", "question:late", "event:moment"}


def test_ids_outlive_headline_page_and_order(tmp_path: Path) -> None:
    root = make(tmp_path, CONFIG)
    before = {item.id for item in items(edition_from_disk(read_site(root / "mkdocs.yml")).press)[None]}
    events = root / "data" / "timeline" / "ferry.yml"
    events.write_text(DATA["timeline/ferry.yml"].replace("The ferry leaves", "It leaves"))
    (root / "docs" / "timeline.md").rename(root / "docs" / "when.md")
    config = CONFIG.replace("timeline.md", "when.md").replace("licence:", "pages: {event: when.md}\n      licence:")
    (root / "mkdocs.yml").write_text(config)
    site = read_site(root / "mkdocs.yml")
    after = items(edition_from_disk(site).press)[None]
    assert {item.id for item in after} == before
    assert any(item.url == BASE + "when/#event-moment" and item.title == "It leaves" for item in after)
