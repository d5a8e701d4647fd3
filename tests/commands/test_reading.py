"""`explainer check` agrees with the build: where plugins have a say in the pages, their host is asked what it reads."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.building import BIN, environment
from tests.repositories import FILES, write

pytestmark = pytest.mark.slow

CONFIG = """\
site_name: Tiny
theme: {name: material, font: false}
plugins:
  - explainer
  - search
markdown_extensions:
  - explainer:
      checks: {unused-source: off}
"""

MACRO = """\
def on_page_markdown(markdown, **_):
    return markdown.replace("{{ words }}", "/// statement | weaves\\n///").replace("{{ claim }}", "A claim [@nobody].")
"""

MORE_PAGES = """\
from mkdocs.structure.files import File

def on_files(files, config, **_):
    files.append(File.generated(config, "made.md", content="# Made\\n\\n/// statement | weaves\\n///\\n"))
    return files
"""

PLUGIN = """\
import logging
from mkdocs.plugins import BasePlugin
from mkdocs.exceptions import PluginError

log = logging.getLogger("mkdocs.plugins.stranger")

class Stranger(BasePlugin):
    def on_startup(self, **_):
        print("I am a stranger")
    def on_page_markdown(self, markdown, page, **_):
        if "warn" in markdown:
            log.warning("odd words in '%s'", page.file.src_uri)
        if "refuse" in markdown:
            raise PluginError("the words are refused")
        if "stumble" in markdown:
            return markdown + 1
        if "leave" in markdown:
            raise SystemExit(3)
        return markdown
    def on_build_error(self, **_):
        print("something is wrong")
    def on_env(self, **_):
        raise AssertionError("nothing is asked when the pages are there")
"""

Run = Callable[..., subprocess.CompletedProcess[str]]

PROGRAMS = {
    "mkdocs": [BIN / "mkdocs"],
    "explainer": [sys.executable, "-c", "from explainer.commands.main import main; main()"],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site in which a link leads to a statement, which no page on disk shows."""
    root = tmp_path / "tiny"
    write(root, {**FILES, "mkdocs.yml": CONFIG})
    write(root, {"docs/about.md": "# About\n\nSee [her words](statement:weaves).\n"})
    return root


@pytest.fixture
def run(root: Path, tmp_path: Path) -> Run:
    """Return a function that runs a command on the site, beside a plugin of somebody else's that is called `stranger`."""
    place = tmp_path / "plugins"
    write(
        place,
        {
            "stranger.py": PLUGIN,
            "stranger-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: stranger\nVersion: 1\n",
            "stranger-1.dist-info/entry_points.txt": "[mkdocs.plugins]\nstranger = stranger:Stranger\n",
        },
    )

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        variables = environment()
        variables["PYTHONPATH"] += f"{os.pathsep}{place}"
        return subprocess.run(
            [*PROGRAMS[command[0]], *command[1:]], cwd=root, env=variables, capture_output=True, text=True, check=False
        )

    return run


def hook(root: Path, text: str) -> None:
    write(root, {"hooks.py": text, "mkdocs.yml": CONFIG + "hooks:\n  - hooks.py\n"})


def plugin(root: Path, name: str) -> None:
    write(root, {"mkdocs.yml": CONFIG.replace("  - search\n", f"  - search\n  - {name}\n")})


UNSHOWN = "docs/about.md:3:17: error: no page shows the statement `weaves`"


def agree(run: Run) -> str:
    """Check and build a site, which must say and end alike, and return what is said."""
    checked, built = run("explainer", "check", "--strict"), run("mkdocs", "build", "--strict")
    assert checked.returncode == built.returncode, checked.stdout + checked.stderr + built.stderr
    for line in checked.stdout.splitlines():
        if ": error: " in line:
            assert line in built.stderr
    assert "Traceback" not in checked.stderr
    return checked.stdout


def test_without_a_say_of_plugins_it_is_an_error(run: Run, root: Path) -> None:
    told = agree(run)
    assert told.startswith(UNSHOWN)
    assert not (root / "site").exists()


def test_what_a_hook_puts_into_a_page_is_there(run: Run, root: Path) -> None:
    write(root, {"docs/about.md": "# About\n\nSee [her words](statement:weaves).\n\n{{ words }}\n"})
    hook(root, MACRO)
    assert agree(run) == "no problems\n"


def test_a_page_that_a_hook_makes_is_there(run: Run, root: Path) -> None:
    hook(root, MORE_PAGES)
    assert agree(run) == "no problems\n"


def test_a_mistake_that_a_hook_puts_into_a_page_is_found(run: Run, root: Path) -> None:
    write(root, {"docs/about.md": "# About\n\n{{ claim }}\n"})
    hook(root, MACRO)
    told = agree(run)
    assert "no source `nobody`" in told
    assert "\n1 error\n" in told


def test_the_built_site_stays_as_it_is_and_nothing_else_is_left(run: Run, root: Path, tmp_path: Path) -> None:
    hook(root, MORE_PAGES)
    assert run("mkdocs", "build").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if "__pycache__" not in path.parts}
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [*PROGRAMS["explainer"], "check"],
        cwd=root, env=environment() | {"TMPDIR": str(temporary)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "no problems\n"
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if "__pycache__" not in path.parts} == before
    assert list(temporary.iterdir()) == []


class TestAPluginOfSomebodyElses:
    def test_is_asked_until_the_pages_are_there(self, run: Run, root: Path) -> None:
        write(root, {"docs/about.md": "# About\n"})
        plugin(root, "stranger")
        done = run("explainer", "check")
        assert (done.returncode, done.stdout) == (0, "no problems\n")
        assert done.stderr == "I am a stranger\n", "nothing is wrong, and what is printed stays out of the report"

    def test_is_heard_when_it_warns(self, run: Run, root: Path) -> None:
        write(root, {"docs/about.md": "# About\n\nA warning and [nothing](nothing/).\n"})
        plugin(root, "stranger")
        with (root / "mkdocs.yml").open("a") as config:
            config.write("validation: {links: {unrecognized_links: warn}}\n")
        done = run("explainer", "check", "--format", "json")
        problems = json.loads(done.stdout)
        assert [(each["file"], each["severity"], each["message"]) for each in problems] == [
            (
                "docs/about.md",
                "warning",
                "Doc file 'about.md' contains an unrecognized relative link 'nothing/', it was left as is.",
            ),
            ("docs/about.md", "warning", "odd words in 'about.md'"),
        ]
        assert done.returncode == 0
        assert run("explainer", "check", "--strict").returncode == 1

    def test_is_not_heard_where_we_know_better(self, run: Run, root: Path) -> None:
        write(root, {"docs/about.md": "# About\n\nA link to [nowhere](nowhere.md).\n"})
        plugin(root, "stranger")
        told = run("explainer", "check").stdout
        assert told.startswith("docs/about.md:3:20: error: no page `nowhere.md`")
        assert told.endswith("\n1 error\n")

    def test_adds_to_what_is_wrong_with_the_record(self, run: Run, root: Path) -> None:
        write(root, {"docs/about.md": "# About\n\nA warning.\n", "data/people.yml": "- {id: ada}\n"})
        plugin(root, "stranger")
        told = run("explainer", "check").stdout
        assert "data/people.yml:1:" in told
        assert "docs/about.md: warning: the host warns: odd words in 'about.md'" in told

    @pytest.mark.parametrize(
        ("word", "why"),
        [
            ("refuse", "the words are refused"),
            ("stumble", "Error reading page 'about.md': can only concatenate str (not \"int\") to str"),
            ("leave", "3"),
        ],
    )
    def test_that_gives_up_ends_the_check_in_a_line(self, run: Run, root: Path, word: str, why: str) -> None:
        write(root, {"docs/about.md": f"# About\n\nThey {word}.\n"})
        plugin(root, "stranger")
        done = run("explainer", "check")
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
        assert done.stderr.splitlines()[-1].startswith("explainer: the host cannot read the site: ")
        assert done.stderr.splitlines()[-1].endswith(why)

    def test_that_is_not_installed_ends_the_check_in_a_line(self, run: Run, root: Path) -> None:
        plugin(root, "nobody")
        done = run("explainer", "check")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "explainer: the host cannot read the site: Config value 'plugins': The \"nobody\" plugin is not installed\n"
        )

    def test_does_not_hide_where_the_configuration_is_broken(self, run: Run, root: Path) -> None:
        plugin(root, "stranger")
        config = root / "mkdocs.yml"
        config.write_text(config.read_text() + "site_url: [\n")
        done = run("explainer", "check")
        assert done.returncode == 1
        assert done.stdout.startswith("mkdocs.yml:1")


def test_without_a_host_the_pages_are_read_from_disk_and_it_is_said(root: Path) -> None:
    hook(root, MORE_PAGES)
    script = (
        "import sys; sys.modules['mkdocs'] = sys.modules['properdocs'] = None\n"
        "from explainer.commands.main import main; main(['check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.startswith(UNSHOWN)
    assert done.stderr == (
        "explainer: the pages are read from disk, without what `hooks.py` may change: "
        "MkDocs is not installed: pip install 'mkdocs-explainer[mkdocs]'\n"
    )


def test_the_ledger_names_the_page_that_the_host_makes(run: Run, root: Path) -> None:
    hook(root, MORE_PAGES)
    assert run("explainer", "publish-record").returncode == 0
    kept = json.loads((root / "data" / "published" / "statement" / "weaves.json").read_text("utf-8"))
    assert kept["page"] == "made.md"
    assert run("explainer", "publish-record", "--check").stdout == "data/published is up to date\n"


class TestFromDisk:
    """Where no plugin has a say, the site's own extensions with their options are what the host would use."""

    def test_a_snippet_is_read(self, run: Run, root: Path) -> None:
        write(
            root,
            {
                "mkdocs.yml": CONFIG + "  - pymdownx.snippets:\n      base_path: [parts]\n      check_paths: true\n",
                "parts/words.md": "/// statement | weaves\n///\n\nA claim [@nobody].\n",
                "docs/about.md": 'See [her words](statement:weaves).\n\n--8<-- "words.md"\n',
            },
        )
        told = agree(run)
        assert "no source `nobody`" in told
        assert "\n1 error\n" in told

    def test_a_snippet_from_a_folder_that_the_host_knows(self, run: Run, root: Path) -> None:
        write(
            root,
            {
                "mkdocs.yml": CONFIG + "  - pymdownx.snippets:\n      base_path: [!relative $config_dir/parts]\n",
                "parts/words.md": "/// statement | weaves\n///\n",
                "docs/about.md": 'See [her words](statement:weaves).\n\n--8<-- "words.md"\n',
            },
        )
        assert agree(run) == "no problems\n"

    def test_places_are_named_as_the_site_says(self, run: Run, root: Path) -> None:
        extensions = "  - toc:\n      separator: _\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
        write(
            root,
            {
                "mkdocs.yml": CONFIG.replace("checks:", "policies: {corrections: about.md#our_mistakes}\n      checks:")
                + extensions,
                "docs/about.md": "# About\n\n## Our mistakes\n\nWe mend them.\n",
            },
        )
        assert agree(run) == "no problems\n"
        write(root, {"docs/about.md": "# About\n\n## Mistakes of ours\n"})
        assert "our_mistakes" in agree(run)
