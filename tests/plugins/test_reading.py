"""The small site alone, and the helpers that the other tests trust: they find what is there, and nothing else."""

import gzip
import shutil
from pathlib import Path

import pytest
from tests.building import Built, build, run
from tests.plugins.reading import dead_links, leftovers, places_of, sound
from tests.plugins.small import ANSWER, BASE, WORDS, small_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Built:
    result = build(small_site(tmp_path_factory.mktemp("alone")))
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def built(alone: Built, tmp_path: Path) -> Built:
    """The small site, built, in a folder that a test may change."""
    site = Path(shutil.copytree(alone.site, tmp_path / "site"))
    return Built(alone.exit_code, alone.output, site)


@pytest.mark.slow
def test_the_small_site_alone_builds_and_checks_clean(alone: Built) -> None:
    done = run("explainer", "check", "--strict", cwd=alone.site.parent)
    assert done.returncode == 0, done.stdout
    sound(alone.site)
    for words in (ANSWER, WORDS, "statement-secret", "Which colour was it", "colour"):
        assert places_of(words, alone.site) == []


def test_words_are_found_in_every_kind_of_file(built: Built) -> None:
    assert {"feed.atom", "feed.json", "index.html", "record.json", "close/index.html"} <= set(
        places_of("In November 1931", built.site)
    )
    assert "embed/statement-promise.html" in places_of("It will never stand still", built.site)
    (built.site / "more.json").write_text('{"words": "W\\u00f6rter \\n und &amp;quot;mehr&amp;quot;"}')
    (built.site / "more.gz").write_bytes(gzip.compress(b"Wrapped up"))
    (built.site / "named-so.png").write_bytes(b"\x89PNG")
    assert places_of('Wörter und "mehr"', built.site) == ["more.json"]
    assert places_of("Wrapped up", built.site) == ["more.gz"]
    assert places_of("named-so", built.site) == ["named-so.png"]


@pytest.mark.parametrize(
    ("name", "text", "dead"),
    [
        ("new.html", '<a href="open/">', False),
        ("new.html", '<a href="open/#statement-promise">', False),
        ("new.html", f'<a href="{BASE}open/#statement-promise">', False),
        ("new.html", '<a href="open/#nothing">', True),
        ("new.html", '<a href="nowhere/">', True),
        ("new.html", f'<meta content="{BASE}nowhere/">', True),
        ("embed/new.html", '<img src="none.png">', True),
        ("new.atom", f'<id>{BASE}#question:x</id><link href="{BASE}open/"/>', False),
        ("new.atom", f'<content>&lt;a href="{BASE}people/#person-nobody"&gt;', True),
        ("new.json", f'{{"url": "{BASE}gone/"}}', True),
        ("new.ics", f"URL:{BASE}timeline/#event-none\n", True),
        ("new.html", '<a href="https://example.com/nowhere">', False),
    ],
)
def test_dead_links_are_found_wherever_they_are(built: Built, name: str, text: str, dead: bool) -> None:
    (built.site / name).write_text(text)
    assert bool(dead_links(built.site)) is dead


@pytest.mark.parametrize("text", ["<p>/// statement | x</p>", "<p>It is [@paper].</p>", "<p>\x02ex\x03</p>"])
def test_what_stands_as_it_was_typed_is_found(built: Built, text: str) -> None:
    (built.site / "new.html").write_text(text)
    assert leftovers(built.site) == ["new.html"]
