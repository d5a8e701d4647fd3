"""The guide's table of the hosts: each of its cells is tried, on real builds of the reference site or of a small one."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.building import HOSTS, REPOSITORY, Built, build, copy_site, run
from tests.hosts.test_assets import with_layout
from tests.hosts.test_progress import on_a_terminal, site
from tests.hosts.test_reproducible import CLOCK, ELSEWHERE, HERE, built_with, copied_backwards
from tests.hosts.test_three_hosts import content, marks, pages

pytestmark = pytest.mark.slow

LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (REPOSITORY / "guide" / "hosts.md").read_text("utf-8").splitlines()
    if line.startswith("|")
]
HEAD, ROWS = LINES[0], {line[0]: dict(zip(HOSTS, line[1:], strict=True)) for line in LINES[2:]}

Answer = Callable[[str, Path], str]
ANSWERS: dict[str, Answer] = {}
"""For each row a function that tries it with a host and returns how the cell begins."""


def row(label: str) -> Callable[[Answer], Answer]:
    def register(answer: Answer) -> Answer:
        ANSWERS[label] = answer
        return answer

    return register


def yes(*conditions: object) -> str:
    """Return the word for what was found; half of it is neither."""
    assert len({bool(condition) for condition in conditions}) == 1, conditions
    return "yes" if conditions[0] else "no"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Return the reference site as a host builds it."""

    @cache
    def built(host: str) -> Built:
        result = build(copy_site(tmp_path_factory.mktemp(host)), host)
        assert result.exit_code == 0, result.output
        return result

    @cache
    def and_exported(host: str) -> Built:
        result = build(with_layout(copy_site(tmp_path_factory.mktemp(host))), host)
        done = run("explainer", "export", "--site-dir", "site", cwd=result.site.parent)
        assert done.returncode == 0, done.stdout
        return result

    global reference, exported
    reference, exported = built, and_exported
    return built


reference: Callable[[str], Built]
exported: Callable[[str], Built]


@row("command")
def command(host: str, root: Path) -> str:  # noqa: ARG001
    return f"`{' '.join(HOSTS[host])}`"


@row("pages, links, anchors, notes")
def same_pages(host: str, root: Path) -> str:  # noqa: ARG001
    ours, theirs = reference("mkdocs"), reference(host)
    assert pages(theirs.site) == pages(ours.site)
    for page in pages(ours.site):
        one, other = content(ours.html(page)), content(theirs.html(page))
        assert other.get_text().split() == one.get_text().split()
        assert list(marks(other, page)) == list(marks(one, page))
    return "yes"


@row("a mistake fails the build with file and line")
def mistake(host: str, root: Path) -> str:
    change(copy_site(root) / "data" / "timeline.yml", "date: 2016-09\n", "date: 2016-02-30\n")
    result = build(root, host)
    told = re.search(r"data/timeline\.yml:\d+:9: error: private-meeting: date: ", result.output)
    answer = yes(result.exit_code == 1, told)
    return f"{answer}, with the host's own traceback around it" if "Traceback" in result.output else answer


@row("all mistakes of data and pages in one list")
def all_mistakes(host: str, root: Path) -> str:
    change(copy_site(root) / "data" / "timeline.yml", "date: 2016-09\n", "date: 2016-02-30\n")
    for page in ("about", "words"):
        with (root / "docs" / f"{page}.md").open("a") as file:
            file.write("\nA claim [@nobody].\n")
    found = re.findall(r"(data/timeline|docs/about|docs/words)\.\w+:\d+:\d+: error: ", build(root, host).output)
    assert found
    return yes(set(found) == {"data/timeline", "docs/about", "docs/words"})


@row("a warning fails a strict build")
def warning(host: str, root: Path) -> str:
    change(copy_site(root) / "mkdocs.yml", 'unarchived: "off"', "unarchived: warning")
    return yes(build(root, host).exit_code != 0)


@row("the published site stays when a build fails")
def site_stays(host: str, root: Path) -> str:
    assert build(copy_site(root), host).exit_code == 0
    before = {file: file.read_bytes() for file in (root / "site").rglob("*") if file.is_file()}
    change(root / "docs" / "about.md", "# ", "[@nobody]\n\n# ")
    assert build(root, host).exit_code == 1
    return yes({file: file.read_bytes() for file in (root / "site").rglob("*") if file.is_file()} == before)


@row("the same commit gives the same bytes")
def same_bytes(host: str, root: Path) -> str:
    (root / "clock").mkdir()
    (root / "clock" / "sitecustomize.py").write_text(CLOCK)
    first = copy_site(root / "here")
    second = copied_backwards(first, root / "there" / "deep")
    one, other = (built_with(each, root / "clock", host, how) for each, how in ((first, HERE), (second, ELSEWHERE)))
    assert "timeline/index.html" in one
    # Only Python's clock was changed, and Zensical has another in Rust: so nothing may bear the real day either.
    today = datetime.now(UTC).date().isoformat().encode()
    return yes(one == other and not any(today in each for each in one.values()))


@row("a changed record changes the pages without `watch: [data]`")
def fresh(host: str, root: Path) -> str:
    config = copy_site(root) / "mkdocs.yml"
    change(config, "watch: # where no plugin runs, the host must know that pages depend on these\n  - data\n", "")
    assert build(root, host).exit_code == 0
    shutil.rmtree(root / "data" / "published")
    change(root / "data" / "timeline.yml", "  title: ", "  title: Changed. ")
    built = build(root, host)
    assert built.exit_code == 0, built.output
    return yes("Changed. " in built.html("timeline/index.html"))


@row("the layout comes by itself")
def layout(host: str, root: Path) -> str:
    if host == "zensical":
        told = build(with_layout(copy_site(root)), host)
        assert "assets/explainer.css" in told.html("index.html"), told.output
        assert (told.site / "assets" / "explainer.css").is_file()
    styles = list((reference(host).site / "assets").glob("explainer.*css"))
    return yes(styles, re.search(r"assets/explainer\.\S*css", reference(host).html("index.html")))


BY_EXPORT = "with `explainer export`"


def after_export(host: str, look: Callable[[Built], bool]) -> str:
    """Return whether something is on the built site: at once, or when `explainer export` has written into it."""
    if look(reference(host)):
        return "yes"
    assert look(exported(host)), "not even after `explainer export`"
    return BY_EXPORT


@row("embeds, feeds, calendar, data and pictures beside the pages")
def files_beside(host: str, root: Path) -> str:  # noqa: ARG001
    plugin = reference("mkdocs").site
    patterns = ("embed/*.html", "feed.*", "timeline.*", "record.*", "assets/cards/*.png")
    wanted = {file.relative_to(plugin) for pattern in patterns for file in plugin.glob(pattern)}
    assert len(wanted) > 50
    return after_export(host, lambda built: all((built.site / file).is_file() for file in wanted))


@row("description, structured data and links to the feeds in each page's head")
def heads(host: str, root: Path) -> str:  # noqa: ARG001
    def ours(html: str) -> str:
        return html.partition("<!-- explainer -->")[2].partition("<!-- /explainer -->")[0]

    plugin = reference("mkdocs")
    assert all("ld+json" in ours(plugin.html(page)) for page in pages(plugin.site))
    return after_export(
        host, lambda built: all(ours(built.html(page)) == ours(plugin.html(page)) for page in pages(plugin.site))
    )


@row("events, statements and people found by the search")
def searched(host: str, root: Path) -> str:  # noqa: ARG001
    places = ("timeline/#event-private-meeting", "words/#statement-no-campaign-talk", "people/#person-al-franken")
    [index] = [
        file for name in ("search/search_index.json", "search.json") if (file := reference(host).site / name).is_file()
    ]
    return yes(*(place in index.read_text("utf-8") for place in places))


@row("styles and scripts named by what they hold")
def named(host: str, root: Path) -> str:  # noqa: ARG001
    def look(built: Built) -> bool:
        names = re.findall(r"assets/(explainer(?:\.[0-9a-f]{8})?\.(?:css|js))\"", built.html("index.html"))
        return len(names) == 2 and all(name.count(".") == 2 for name in names)

    return after_export(host, look)


@row("a long build says how far it is")
def progress(host: str, root: Path) -> str:
    return yes("\rReading pages" in on_a_terminal(site(root, 10, slow=0.5), host))


def test_every_row_has_a_test_and_every_test_a_row() -> None:
    assert list(ROWS) == list(ANSWERS)


def test_the_versions_are_those_that_are_installed() -> None:
    assert HEAD[1:] == [
        f"MkDocs {version('mkdocs').rpartition('.')[0]}",
        f"ProperDocs {version('properdocs').rpartition('.')[0]}",
        f"Zensical {version('zensical')}",
    ]


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("label", ROWS)
def test_the_cell_says_what_is(tmp_path: Path, label: str, host: str) -> None:
    cell, found = ROWS[label][host], ANSWERS[label](host, tmp_path)
    assert cell == found or re.match(re.escape(found) + r": |\Z", cell), f"{label}, {host}: {found}"
    if found == "no":
        assert cell.startswith("no")
