"""The command `explainer`: what it lists, what it costs to ask it, what it says where something is missing."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.building import REPOSITORY, copy_site, environment

from explainer.commands.main import EXTRAS, main

pytestmark = pytest.mark.slow

COMMANDS = [
    "archive",
    "build",
    "check",
    "clean",
    "diff",
    "export",
    "import",
    "links",
    "new",
    "publish-record",
    "rename",
    "schema",
    "serve",
    "upgrade",
    "verify",
]

HEAVY = {
    "requests",
    "savepagenow",
    "trafilatura",
    "pypdf",
    "PIL",
    "fontTools",
    "icalendar",
    "mkdocs",
    "properdocs",
    "material",
    "tqdm",
}
"""Libraries that only some commands need."""

RUN = """
import sys
from explainer.commands.main import main
try:
    main(sys.argv[1:])
finally:
    print("imported:", *{name.partition(".")[0] for name in sys.modules})
"""

WITHOUT = """
import sys
for name in sys.argv[1].split(","):
    sys.modules[name] = None  # as if it were not installed
from explainer.commands.main import main
main(sys.argv[2:])
"""


def run(script: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=cwd, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(tmp_path_factory.mktemp("site"))


def test_the_commands_are_listed_with_their_first_sentences() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    assert re.findall(r"(?m)^  ([a-z-]+)  ", told.partition("Commands:")[2]) == COMMANDS
    assert "Print what is wrong with the record and the pages." in told


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_tells_of_itself_what_the_list_tells_of_it(command: str) -> None:
    done = CliRunner().invoke(main, [command, "--help"])
    assert done.exit_code == 0
    told = " ".join(done.output.split())
    assert " ".join((main.commands[command].help or "").partition("\n")[0].split()) in told


def test_a_misspelt_command_is_told_with_the_nearest_one() -> None:
    done = CliRunner().invoke(main, ["chek"])
    assert done.exit_code == 2
    assert "No such command 'chek'" in done.output
    assert "check" in done.output


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check"], ["check", "--format", "sarif"], ["publish-record", "--check"], ["schema", "people"]],
)
def test_what_a_command_does_not_need_it_does_not_import(root: Path, arguments: list[str]) -> None:
    done = run(RUN, *arguments, cwd=root)
    [line] = [line for line in done.stdout.splitlines() if line.startswith("imported: ")]
    imported = set(line.split())
    assert {"explainer", "click"} < imported
    assert HEAVY & imported == set(), done.stdout + done.stderr
    assert done.returncode == 0, done.stdout + done.stderr


class TestWithoutAnExtra:
    def test_links_says_which_one_it_needs(self, root: Path) -> None:
        done = run(WITHOUT, "requests", "links", cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "explainer: `explainer links` needs requests: pip install 'mkdocs-explainer[links]'\n"

    @pytest.mark.parametrize("command", ["build", "serve"])
    def test_a_host_is_asked_for(self, root: Path, command: str) -> None:
        done = run(WITHOUT, "mkdocs,properdocs", command, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "explainer: MkDocs is not installed: pip install 'mkdocs-explainer[mkdocs]'\n"

    def test_a_host_that_was_named_is_asked_for(self, root: Path) -> None:
        done = run(WITHOUT, "properdocs", "build", "--host", "properdocs", cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "explainer: ProperDocs is not installed: pip install properdocs\n"

    def test_the_rest_works_and_check_finds_the_same(self, root: Path) -> None:
        done = run(WITHOUT, ",".join(sorted(HEAVY)), "check", cwd=root)
        assert (done.returncode, done.stdout, done.stderr) == (0, "no problems\n", "")

    def test_a_site_is_built_without_pictures_and_says_so_once(self, tmp_path: Path) -> None:
        root = copy_site(tmp_path)
        done = run(WITHOUT, "PIL,fontTools,fontpkg", "build", "--strict", cwd=root)
        assert done.returncode == 0, done.stderr
        note = "links to this site will be shared without pictures; these need pip install 'mkdocs-explainer[cards]'"
        assert done.stderr.count(note) == 1
        assert not (root / "site" / "assets" / "cards").exists()
        page = (root / "site" / "index.html").read_text("utf-8")
        assert "og:title" in page
        assert "og:image" not in page
        assert "twitter:card" not in page

    def test_a_site_that_wants_no_downloads_hears_nothing_of_pictures(self, tmp_path: Path) -> None:
        root = copy_site(tmp_path)
        config = root / "mkdocs.yml"
        config.write_text(
            config.read_text("utf-8").replace("data: data\n", "data: data\n      downloads: no\n", 1), "utf-8"
        )
        done = run(WITHOUT, "PIL,fontTools,fontpkg", "build", cwd=root)
        assert done.returncode == 0, done.stderr
        assert "pictures" not in done.stderr


def test_the_extras_that_are_named_are_those_of_the_package() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    for library, extra in {
        **EXTRAS,
        "mkdocs": "mkdocs",
        "pillow": "cards",
        "fonttools": "cards",
        "fontpkg": "cards",
    }.items():
        name = {"bs4": "beautifulsoup4", "python_calamine": "python-calamine"}.get(library, library)
        assert any(re.match(rf"{name}\b", each) for each in project["optional-dependencies"][extra])
        assert not any(re.match(rf"{library}\b", each) for each in project["dependencies"])
