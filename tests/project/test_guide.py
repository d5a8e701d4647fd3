"""The README and the guide are true: every table, command and example in them is tried."""

import re
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.building import HOSTS, REPOSITORY, build, copy_site, run
from tests.converting import converted
from tests.guide_tables import GUIDE, TABLES, with_tables
from tests.photographs import jpeg
from tests.publish.conftest import CONFIG, make

from explainer.edition import edition_from_disk
from explainer.edtf.dates import DateError, parse
from explainer.publish.calendar import span_of
from explainer.site.config import read_site
from explainer.words.words import words_for

pytestmark = pytest.mark.slow

README = REPOSITORY / "README.md"


def examples(page: Path, language: str) -> list[str]:
    """Return the fenced examples of a language on a page, without the indent they may have in a list."""
    found = re.findall(rf"(?m)^([ ]*)```{language}\n((?s:.*?))^\1```$", page.read_text("utf-8"))
    return [re.sub(rf"(?m)^{indent}", "", body) for indent, body in found]


def rows(page: Path, after: str) -> list[list[str]]:
    """Return the rows of the first table after a heading, without its head."""
    text = page.read_text("utf-8").split(after, 1)[1]
    table = re.search(r"(?m)^\|[- |]+\|\n((?:\|.*\n?)+)", text)
    assert table is not None
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()]


@pytest.mark.parametrize("page", TABLES)
def test_the_tables_of_fields_and_options_are_those_of_the_models(page: str) -> None:
    text = (GUIDE / page).read_text("utf-8")
    assert with_tables(page, text) == text, "run `make guide`"


class TestDates:
    def test_every_date_reads_as_the_table_says(self) -> None:
        words = words_for("en")
        table = rows(GUIDE / "dates.md", "# Dates")
        assert len(table) > 15
        for _, written, shown in table:
            assert words.date(parse(written.strip("`"))) == shown

    def test_every_error_reads_as_the_table_says(self) -> None:
        table = rows(GUIDE / "dates.md", "## What is refused")
        assert len(table) > 5
        for written, expected in table:
            with pytest.raises(DateError) as caught:
                parse(written.strip("`"))
            assert "; ".join(filter(None, [str(caught.value), caught.value.hint])) == expected


@pytest.mark.parametrize(
    ("page", "example"),
    [
        (page.name, example)
        for page in (GUIDE / "blocks.md", GUIDE / "links-and-citations.md", GUIDE / "README.md")
        for example in examples(page, "markdown")
    ],
)
def test_every_markdown_example_of_the_guide_renders(page: str, example: str) -> None:
    html, problems = converted(REPOSITORY, example.split("\n---\n", 1)[-1], alone=True)
    assert problems == [], page
    assert 'class="ex-' in html


@pytest.mark.slow
def test_the_first_edit_of_the_readme_works_and_its_mistake_is_told(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    [event] = examples(README, "yaml")
    timeline = root / "data" / "timeline.yml"
    before = timeline.read_text("utf-8")
    timeline.write_text(before + event)
    assert run("explainer", "check", cwd=root).stdout == "no problems\n"
    timeline.write_text(before + event.replace("jeff-sessions", "jeff-session"))
    assert run("explainer", "check", cwd=root).stdout.splitlines()[0] == (
        f"data/timeline.yml:{len(before.splitlines()) + 4}:12: error: my-first-event: people[0]: "
        "no person `jeff-session`; did you mean `jeff-sessions`?"
    )


def test_the_error_that_the_readme_shows_is_what_is_printed(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    [shown] = examples(README, "text")
    line = int(shown.split(":")[1])
    timeline = root / "data" / "timeline.yml"
    lines = timeline.read_text("utf-8").split("\n")
    lines[line - 1] = lines[line - 1].replace("sergei-kislyak", "sergei-kisliak")
    timeline.write_text("\n".join(lines))
    assert run("explainer", "check", cwd=root).stdout == f"{shown}\n1 error\n"


def test_the_record_that_the_guide_shows_loads_and_its_error_is_what_is_printed(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    event = examples(GUIDE / "record.md", "yaml")[0]
    shutil.rmtree(root / "data" / "published")
    for page in root.glob("docs/*.md"):
        page.write_text("# Empty\n")
    (root / "data" / "updates.yml").write_text("[]\n")
    (root / "data" / "people.yml").write_text("- {id: jeff-sessions, name: A}\n- {id: sergei-kislyak, name: B}\n")
    (root / "data" / "statements.yml").write_text("[]\n")
    (root / "data" / "disputes.yml").write_text("[]\n")
    checks = "{unarchived: off, unused-source: off}"
    (root / "mkdocs.yml").write_text(f"markdown_extensions:\n  - explainer:\n      checks: {checks}\n")
    (root / "data" / "timeline.yml").write_text(event)
    assert [str(problem) for problem in edition_from_disk(read_site(root / "mkdocs.yml")).problems] == []
    (root / "data" / "timeline.yml").write_text(event.replace("sergei-kislyak", "sergei-kisliak"))
    [shown] = examples(GUIDE / "record.md", "text")
    assert run("explainer", "check", cwd=root).stdout == shown


def test_the_chapter_on_checks_shows_what_is_printed(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    _, exempt = examples(GUIDE / "checks.md", "yaml")
    shutil.rmtree(root / "data" / "published")
    (root / "data" / "verified.json").unlink()
    for page in root.glob("docs/*.md"):
        page.write_text("# Empty\n")
    for file in root.glob("data/*.yml"):
        file.write_text("[]\n")
    (root / "mkdocs.yml").write_text("markdown_extensions: [explainer]\n")
    error, misquoted, allowed = examples(GUIDE / "checks.md", "text")
    (root / "data" / "timeline.yml").write_text(exempt)
    assert run("explainer", "check", cwd=root).stdout == allowed
    (root / "data" / "timeline.yml").write_text(exempt[: exempt.index("  allow:")])
    assert run("explainer", "check", cwd=root).stdout == f"{error}\n1 error\n"
    words = "weaves algebraical patterns just as the Jacquard loom weaves flowers and leaves"
    (root / "data" / "people.yml").write_text("- {id: ada, name: Ada}\n")
    (root / "data" / "sources.yml").write_text("- {id: notes, publisher: P, title: T}\n")
    (root / "data" / "timeline.yml").write_text("[]\n")
    statement = f"- id: weaves\n  speaker: ada\n  date: 1843\n  words: {words}\n  sources: [notes]\n"
    (root / "data" / "statements.yml").write_text(statement)
    (root / "docs" / "index.md").write_text("# Home\n\nIt “patterns just as the loom weaves flowers”.\n")
    assert run("explainer", "check", cwd=root).stdout == f"{misquoted}\n1 error\n"
    [comment] = examples(GUIDE / "checks.md", "markdown")
    (root / "docs" / "index.md").write_text(f"# Home\n\n{comment}")
    assert run("explainer", "check", cwd=root).stdout.splitlines()[-1] == "no problems, 1 exception"


@pytest.mark.slow
def test_the_chapter_on_corrections_shows_what_is_printed_and_its_update_mends_it(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    timeline, updates = root / "data" / "timeline.yml", root / "data" / "updates.yml"
    timeline.write_text(timeline.read_text("utf-8").replace("  date: 2016-09\n", "  date: 2016-09-08\n"), "utf-8")
    [refused] = examples(GUIDE / "corrections.md", "text")
    done = run("explainer", "publish-record", cwd=root)
    assert (done.returncode, done.stdout) == (1, refused)
    [update] = examples(GUIDE / "corrections.md", "yaml")
    updates.write_text(updates.read_text("utf-8").rstrip("\n") + "\n" + update, "utf-8")
    assert run("explainer", "publish-record", cwd=root).returncode == 0
    assert run("explainer", "check", cwd=root).stdout == "no problems\n"


def test_the_chapter_on_evidence_shows_what_loads(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    config, timeline = root / "mkdocs.yml", root / "data" / "timeline.yml"
    option, event = examples(GUIDE / "evidence.md", "yaml")
    config.write_text(
        config.read_text("utf-8").replace("  - explainer:\n", "".join(option.splitlines(keepends=True)[1:]), 1), "utf-8"
    )
    text = timeline.read_text("utf-8")
    start = text.index("- id: private-meeting")
    timeline.write_text(f"{text[:start]}{event}{text[text.index('- id: ', start + 1) :]}", "utf-8")
    edition = edition_from_disk(read_site(config))
    assert edition.site.evidence.name == "evidence"
    told = [problem for problem in edition.problems if problem.check != "silent-correction"]
    assert told == []
    [block] = examples(GUIDE / "evidence.md", "markdown")
    assert block in (root / "docs" / "about.md").read_text("utf-8")
    for command in "".join(examples(GUIDE / "evidence.md", "sh")).splitlines():
        assert run(*command.removeprefix(".venv/bin/").split(), "--help", cwd=root).returncode == 0, command


def test_the_chapter_on_media_shows_what_is_sound(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    media, allowed, places = examples(GUIDE / "media.md", "yaml")
    figures, map_, plan, numbers = examples(GUIDE / "media.md", "markdown")
    for name in ("bridge", "mill", "before", "after"):
        jpeg(root / "docs" / "images" / f"{name}.jpg", (400, 300))
    jpeg(root / "docs" / "images" / "plan.png", (400, 300))
    more = "".join(
        f"- {{id: {n}, file: images/{n}.jpg, alt: A, credit: A, licence: CC0}}\n" for n in ("before", "after")
    )
    (root / "data" / "media.yml").write_text(media + more, "utf-8")
    (root / "data" / "places.yml").write_text(places + '- {id: rotterdam, name: R, at: "51.9, 4.5"}\n', "utf-8")
    config = root / "mkdocs.yml"
    option = "".join(allowed.splitlines(keepends=True)[1:])
    config.write_text(config.read_text("utf-8").replace("  - explainer:\n", option, 1), "utf-8")
    numbers = numbers.replace("bbc", "bbc-2017-03-02")
    about = root / "docs" / "about.md"
    about.write_text(f"# About\n\n## Corrections\n\n{figures}\n{map_}\n{plan}\n{numbers}", "utf-8")
    shutil.rmtree(root / "data" / "published")
    assert [str(each) for each in edition_from_disk(read_site(config)).problems] == []


def test_the_renames_that_the_chapter_on_corrections_shows_leave_nothing_wrong(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    commands = "\n".join(examples(GUIDE / "corrections.md", "sh")).split("\n")
    renames = [command.split()[1:] for command in commands if "explainer rename" in command]
    assert len(renames) == 2
    for command in renames:
        done = run("explainer", *command, cwd=root)
        assert done.returncode == 0, done.stdout
    [alias] = re.findall(r"`(aliases: .+)`", (GUIDE / "corrections.md").read_text("utf-8"))
    page = root / "docs" / "mislead.md"
    page.write_text(page.read_text("utf-8").replace("aliases: [misled]", alias), "utf-8")
    kept = root / "data" / "published" / "page" / "mislead.json"
    moved = root / "data" / "published" / "page" / "questions" / "misled.json"
    moved.parent.mkdir()
    moved.write_text(kept.read_text("utf-8").replace("page:mislead", "page:questions/misled"), "utf-8")
    kept.unlink()
    assert run("explainer", "check", cwd=root).stdout == "no problems\n"


def test_the_errors_that_the_chapter_on_links_shows_are_what_is_printed(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    _, problems = converted(root, "[@wapo-2017] and\n\n[this](event:privat-meeting)")
    [shown] = examples(GUIDE / "links-and-citations.md", "text")
    printed = [str(problem).split(": ", 1)[1] for problem in problems]
    assert [line.split(": ", 1)[1] for line in shown.splitlines()] == printed


class TestWhatMachinesGet:
    PAGE = GUIDE / "data.md"

    def test_the_calendar_holds_each_date_as_the_table_says(self) -> None:
        table = rows(self.PAGE, "## The calendar")
        assert len(table) > 6
        for written, said in table:
            assert self.in_words(span_of(parse(written.strip("`")))) == said, written

    @staticmethod
    def in_words(span: tuple[date | datetime, date | datetime | None] | None) -> str:
        if span is None:
            return "left out"
        begins, ends = span
        if isinstance(begins, datetime):
            return f"{begins:%Y-%m-%d %H:%M}" + (" UTC" if begins.tzinfo else ", wherever the reader is")
        assert ends is not None
        last = ends - timedelta(days=1)
        return f"{begins}, all day" if last == begins else f"{begins} to {last}"

    @pytest.mark.slow
    def test_the_files_of_the_table_are_those_that_are_written_and_the_options_work(self, tmp_path: Path) -> None:
        root = make(tmp_path)
        [options] = examples(self.PAGE, "yaml")
        config = CONFIG.split("site_url", maxsplit=1)[0] + options + "      checks: {unarchived: off}\n"
        (root / "mkdocs.yml").write_text(config + "theme: {name: material, font: false}\nplugins: [explainer]\n")
        built = build(root)
        assert built.exit_code == 0, built.output
        named = [name for row in rows(self.PAGE, "# What machines get") for name in re.findall(r"`([^`]+)`", row[0])]
        assert len(named) == 11
        for name in named:
            for story in ("bridge", "ferry") if "STORY" in name else ("",):
                pattern = name.replace("STORY", story).replace("PAGE", "stand").replace("HASH", "*")
                assert list(built.site.glob(pattern)), pattern
        [command] = examples(self.PAGE, "sh")
        assert run(*command.split(), cwd=root).returncode == 0


def test_every_make_target_that_is_named_is_there() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    named = set()
    for page in [README, REPOSITORY / "CONTRIBUTING.md", *GUIDE.glob("*.md")]:
        named |= set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", page.read_text("utf-8")))
    assert {"site", "test", "serve"} <= named
    for target in named:
        assert re.search(rf"(?m)^{target}:", makefile), target


def test_every_link_between_the_pages_of_the_guide_leads_to_a_file_and_a_heading() -> None:
    for page in [README, REPOSITORY / "CONTRIBUTING.md", *GUIDE.glob("*.md")]:
        text = re.sub(r"(?ms)^[ ]*```.*?^[ ]*```$", "", page.read_text("utf-8"))
        for address in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
            if "://" in address:
                continue
            name, _, anchor = address.partition("#")
            target = (page.parent / name) if name else page
            assert target.exists(), f"{page.name}: {address}"
            if anchor:
                headings = re.findall(r"(?m)^#+ (.+)$", target.read_text("utf-8"))
                slugs = [re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings]
                assert anchor in slugs, f"{page.name}: {address}"


class TestHosts:
    def test_the_commands_of_the_table_are_those_that_the_tests_run(self) -> None:
        [command] = [row for row in rows(GUIDE / "hosts.md", "# The hosts") if row[0] == "command"]
        assert [cell.strip("`") for cell in command[1:]] == [" ".join(words) for words in HOSTS.values()]

    @pytest.mark.slow
    def test_zensical_has_the_layout_when_told_where_it_is(self, tmp_path: Path) -> None:
        root = copy_site(tmp_path)
        [recipe] = examples(GUIDE / "hosts.md", "yaml")
        layout = re.search(r"custom_dir: (\S+)", recipe)
        assert layout is not None
        config = (root / "mkdocs.yml").read_text("utf-8")
        config = config.replace("  name: material\n", f"  name: material\n  custom_dir: {layout[1]}\n", 1)
        (root / "mkdocs.yml").write_text(config + "\n" + recipe[recipe.index("extra_css") :])
        (root / "hooks").symlink_to(REPOSITORY / "hooks")
        built = build(root, "zensical")
        assert built.exit_code == 0, built.output
        assert (built.site / "assets" / "explainer.css").read_bytes()
        assert 'href="../assets/explainer.css' in built.html("timeline/index.html")
