"""Mistakes that editors make, each done to a copy of the reference site: one message at the right file and line."""

import re
from pathlib import Path

import pytest
from tests.building import build, copy_site, run

pytestmark = pytest.mark.slow


def line_of(file: Path, text: str, after: str = "") -> int:
    """Return the line of a text, counted from the first line that holds `after`."""
    lines = file.read_text("utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if after in line), 0)
    return next(n for n, line in enumerate(lines) if n >= start and text in line) + 1


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def append(file: Path, text: str) -> int:
    """Add text to a file and return the line at which it begins."""
    before = file.read_text("utf-8").rstrip("\n") + "\n"
    file.write_text(before + text, "utf-8")
    return before.count("\n") + 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def the_problem(root: Path) -> str:
    """Build the site, which must fail with one problem and no traceback and leave no site, and return the problem."""
    result = build(root)
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output
    assert "\n1 error\n" in result.output, result.output
    assert not result.site.exists()
    [problem] = [line for line in result.output.splitlines() if re.match(r"\S+:.* error: ", line)]
    return problem


def test_addresses_that_the_command_line_changes_are_those_of_feeds_and_embeds_too(root: Path) -> None:
    result = build(root, "mkdocs", "--no-directory-urls")
    assert result.exit_code == 0, result.output
    assert 'href="../timeline.html#event-private-meeting"' in result.html("embed/event-private-meeting.html")
    assert "/timeline.html#event-private-meeting" in result.html("feed.atom")
    assert "/timeline/" not in result.html("record.json")


@pytest.mark.parametrize("language", ["en-US", "fr-CA", "xx"])
def test_a_language_that_the_theme_does_not_have_is_no_mistake(root: Path, language: str) -> None:
    change(root / "mkdocs.yml", "language: en", f"language: {language}")
    built = build(root)
    assert built.exit_code == 0, built.output
    assert ('lang="fr"' if language == "fr-CA" else 'lang="en"') in built.html("index.html")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("persn:jeff-sessions", "person"), ("Person:jeff-sessions", "person"), ("events:post-report", "event")],
)
def test_a_misspelt_kind_in_a_link(root: Path, typed: str, meant: str) -> None:
    line = append(root / "docs" / "about.md", f"\nSee [this]({typed}), or [call](tel:+123).\n") + 1
    told = the_problem(root)
    assert told == (
        f"docs/about.md:{line}:11: error: expected a link to a page, an address or an entry, found `{typed}`; "
        f"did you mean `{meant}:{typed.split(':')[1]}`?"
    )


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("story: nostory", "story: no event has the story `nostory`"),
        ("tags: wods", "tags: no event has the tag `wods`"),
    ],
)
def test_a_tag_or_a_story_in_a_block_that_no_event_has(root: Path, option: str, told: str) -> None:
    line = append(root / "docs" / "about.md", f"\n/// timeline\n    {option}\n///\n") + 2
    assert the_problem(root).startswith(f"docs/about.md:{line}:{5 + option.index(':') + 2}: error: {told}")


def test_an_unknown_person_in_an_event(root: Path) -> None:
    file = root / "data" / "timeline.yml"
    change(file, "people: [jeff-sessions, sergei-kislyak]", "people: [jeff-sessions, sergei-kisliak]")
    line = line_of(file, "sergei-kisliak]")
    assert re.fullmatch(
        rf"data/timeline\.yml:{line}:\d+: error: [a-z-]+: people\[1\]: no person `sergei-kisliak`; "
        r"did you mean `sergei-kislyak`\?",
        the_problem(root),
    )


def test_a_misspelt_field(root: Path) -> None:
    file = root / "data" / "timeline.yml"
    change(file, "  tags:", "  tgas:")
    line = line_of(file, "tgas:")
    assert the_problem(root).startswith(f"data/timeline.yml:{line}:3: error: ")
    assert the_problem(root).endswith("no field `tgas`; did you mean `tags`?")


def test_a_day_that_does_not_exist(root: Path) -> None:
    file = root / "data" / "timeline.yml"
    change(file, "date: 2016-09\n", "date: 2016-02-30\n")
    problem = the_problem(root)
    assert problem.startswith(f"data/timeline.yml:{line_of(file, '2016-02-30')}:9: error: private-meeting: date: ")
    assert "29" in problem


def test_a_duplicate_id(root: Path) -> None:
    file = root / "data" / "people.yml"
    first = line_of(file, "id: al-franken")
    line = append(file, "- id: al-franken\n  name: Somebody\n")
    assert the_problem(root) == (
        f"data/people.yml:{line}:7: error: the id `al-franken` stands twice; it stands first in data/people.yml:{first}"
    )


def test_a_duplicate_key(root: Path) -> None:
    file = root / "data" / "people.yml"
    change(file, "- id: al-franken\n", "- id: al-franken\n  name: Al Franken\n")
    first = line_of(file, "name: Al Franken")
    assert the_problem(root) == (
        f"data/people.yml:{first + 1}:3: error: the field `name` stands twice; it stands first in line {first}"
    )


def test_a_misspelt_block(root: Path) -> None:
    line = append(root / "docs" / "about.md", "\n/// timelin\n///\n") + 1
    assert the_problem(root) == f"docs/about.md:{line}:1: error: no block `timelin`; did you mean `timeline`?"


def test_a_citation_of_nobody(root: Path) -> None:
    line = append(root / "docs" / "about.md", "\nSo it is said [@nobody].\n") + 1
    assert the_problem(root).startswith(f"docs/about.md:{line}:16: error: no source `nobody`")


def test_a_link_to_nothing(root: Path) -> None:
    line = append(root / "docs" / "about.md", "\nSee [this](event:nothing).\n") + 1
    assert the_problem(root).startswith(f"docs/about.md:{line}:12: error: no event `nothing`")


def test_a_missing_file(root: Path) -> None:
    (root / "data" / "sources.yml").unlink()
    assert re.fullmatch(
        r"data/sources\.yml: error: the file is missing, and the record and the pages refer to it \d+ times; .*",
        the_problem(root),
    )


def test_a_statement_without_words(root: Path) -> None:
    file = root / "data" / "statements.yml"
    change(file, '  words: "when it is appropriate"\n', "  words:\n")
    line = line_of(file, "id: when-appropriate")
    assert the_problem(root) == (
        f"data/statements.yml:{line}:3: error: when-appropriate: words: the field `words` is missing"
    )


def test_a_misspelt_option(root: Path) -> None:
    file = root / "docs" / "timeline.md"
    text = file.read_text()
    file.write_text(text.replace("/// timeline\n", "/// timeline\n    form: 2016\n", 1))
    line = line_of(file, "form: 2016")
    assert the_problem(root) == f"docs/timeline.md:{line}:5: error: form: no field `form`; did you mean `from`?"


def test_all_problems_of_data_and_pages_come_in_one_run(root: Path) -> None:
    append(root / "docs" / "about.md", "\n[@nobody]\n")
    append(root / "docs" / "words.md", "\n[x](person:nobody)\n")
    change(root / "data" / "timeline.yml", "date: 2016-09\n", "date: 2016-13\n")
    output = build(root).output
    assert "\n3 errors\n" in output
    assert [line.split(":")[0] for line in output.splitlines() if " error: " in line] == [
        "data/timeline.yml", "docs/about.md", "docs/words.md"
    ]  # fmt: skip


def test_a_page_that_is_not_utf_8(root: Path) -> None:
    with (root / "docs" / "words.md").open("ab") as page:
        page.write(b"\ncaf\xe9\n")
    change(root / "data" / "timeline.yml", "date: 2016-09\n", "date: 2016-13\n")
    line = append(root / "docs" / "about.md", "\nA claim [@nobody].\n") + 1
    built = build(root)
    assert built.exit_code == 1
    assert "Traceback" not in built.output
    assert re.search(r"data/timeline\.yml:\d+:9: error: .*there is no month 13", built.output), built.output
    assert re.search(r"docs/words\.md:\d+: error: expected UTF-8", built.output), built.output
    assert f"docs/about.md:{line}:10: error: " in built.output, built.output


def test_a_site_in_the_place_of_its_own_sources(root: Path) -> None:
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    built = build(root, "mkdocs", "--site-dir", "data")
    assert built.exit_code == 1
    assert "the built site would take the place of `data`, which holds its sources" in built.output
    with (root / "mkdocs.yml").open("a") as config:
        config.write("\nsite_dir: data\n")
    assert re.search(r"mkdocs.yml:\d+:1\d: error: site_dir: the built site would take the place of", build(root).output)
    (root / "mkdocs.yml").write_bytes(before[root / "mkdocs.yml"])
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_a_file_in_the_place_of_the_site(root: Path) -> None:
    (root / "site").write_text("mine")
    built = build(root)
    assert built.exit_code == 1
    assert f"{root / 'site'}: is no folder, and the site will not take its place" in built.output
    assert (root / "site").read_text() == "mine"
    (root / "site").unlink()
    (root / "site").symlink_to("site")
    assert "is no folder" in build(root).output
    assert sorted(path.name for path in root.glob(".site*")) == []


@pytest.mark.parametrize("strict", [True, False])
def test_a_failed_build_leaves_the_site_that_was_there(root: Path, *, strict: bool) -> None:
    assert build(root).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*.html")}
    assert before
    append(root / "docs" / "about.md", "\n[@nobody]\n")
    failed = build(root) if strict else run("mkdocs", "build", cwd=root)
    assert (failed.exit_code if strict else failed.returncode) == 1  # type: ignore[union-attr]
    assert {path: path.read_bytes() for path in (root / "site").rglob("*.html")} == before
    assert not list(root.glob(".site*"))


def test_a_strict_build_with_a_warning_leaves_the_site_that_was_there(root: Path) -> None:
    assert build(root).exit_code == 0
    append(root / "docs" / "about.md", "\nSee [this](nowhere/) and unheard-of words.\n")
    assert build(root).exit_code == 1
    assert "unheard-of words" not in (root / "site" / "about" / "index.html").read_text()
    assert run("mkdocs", "build", cwd=root).returncode == 0
    assert "unheard-of words" in (root / "site" / "about" / "index.html").read_text()


def test_the_plugin_without_the_extension_says_what_to_add(root: Path) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text()
    start, end = text.index("  - explainer:\n"), text.index("watch:")
    config.write_text(text[:start] + text[end:])
    result = build(root)
    assert result.exit_code == 1
    assert "add `explainer` to `markdown_extensions` in mkdocs.yml" in result.output
    assert "Traceback" not in result.output


def test_the_command_prints_the_same_list_as_the_build(root: Path) -> None:
    good = run("explainer", "check", cwd=root)
    assert (good.returncode, good.stdout) == (0, "no problems\n")
    change(root / "data" / "timeline.yml", "date: 2016-09\n", "date: 2016-02-30\n")
    bad = run("explainer", "check", cwd=root)
    assert bad.returncode == 1
    assert bad.stdout.splitlines()[0] == the_problem(root)
    assert bad.stdout.splitlines()[-1] == "1 error"
    append(
        root / "docs" / "about.md",
        '\n=== "Tab"\n\n    A claim [@nobody].\n\n    ```\n    [@nobody]\n    ```\n\n/// timelin\n///\n',
    )
    checked, built = run("explainer", "check", cwd=root).stdout, build(root).output
    told = [line for line in checked.splitlines() if " error: " in line]
    assert len(told) == 3
    assert "\n".join([*told, "3 errors"]) in built
    nowhere = run("explainer", "check", "-f", "nowhere.yml", cwd=root)
    assert nowhere.returncode == 2
    assert nowhere.stdout == "explainer: no configuration file `nowhere.yml`\n"
