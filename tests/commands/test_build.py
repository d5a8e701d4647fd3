"""`explainer build` builds what `mkdocs build` does, and ends and speaks as it does."""

from pathlib import Path

import pytest
from tests.building import run, run_anew
from tests.repositories import FILES, write

pytestmark = pytest.mark.slow

CONFIG = """\
site_name: Tiny
theme: {name: material, font: false}
plugins: [search, explainer]
markdown_extensions:
  - explainer:
      checks: {unused-source: off}
"""

MKDOCS = ["mkdocs", "build"]
OURS = ["explainer", "build"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "tiny"
    write(
        root,
        {**FILES, "mkdocs.yml": CONFIG, "docs/first.md": FILES["docs/first.md"] + "\n/// statement | weaves\n///\n"},
    )
    return root


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def messages(output: str) -> list[str]:
    """Return what a build printed but for what tells of its time and of its folder for the moment."""
    return [
        line
        for line in output.splitlines()
        if not line.startswith(("INFO    -  Documentation built in", "INFO    -  Building"))
    ]


class TestTheSite:
    def test_is_the_same_byte_for_byte(self, root: Path) -> None:
        theirs = run(*MKDOCS, "--strict", "--site-dir", "theirs", cwd=root)
        ours = run(*OURS, "--strict", "--site-dir", "ours", cwd=root)
        assert (theirs.returncode, ours.returncode) == (0, 0), theirs.stdout + ours.stdout
        assert contents(root / "ours") == contents(root / "theirs")
        assert len(contents(root / "ours")) > 50
        assert messages(ours.stdout) == messages(theirs.stdout)

    def test_goes_where_the_configuration_says(self, root: Path) -> None:
        assert run(*OURS, cwd=root).returncode == 0
        assert (root / "site" / "first" / "index.html").is_file()

    def test_has_addresses_as_the_command_line_says(self, root: Path) -> None:
        assert run(*OURS, "--no-directory-urls", cwd=root).returncode == 0
        assert (root / "site" / "first.html").is_file()

    def test_is_found_by_its_configuration_from_another_folder(self, root: Path) -> None:
        done = run(*OURS, "-f", root / "mkdocs.yml", cwd=root.parent)
        assert done.returncode == 0, done.stdout
        assert (root / "site" / "index.html").exists() or (root / "site" / "first" / "index.html").is_file()

    def test_is_the_same_under_properdocs(self, root: Path) -> None:
        """In a process of its own: ProperDocs takes the names of MkDocs, which a forked one has given already."""
        theirs = run_anew("properdocs", "build", "-f", "mkdocs.yml", "--site-dir", "theirs", cwd=root)
        ours = run_anew("python", "-c", MAIN, "build", "--host", "properdocs", "--site-dir", "ours", cwd=root)
        assert (theirs.returncode, ours.returncode) == (0, 0), theirs.stdout + ours.stdout
        assert contents(root / "ours") == contents(root / "theirs")


MAIN = "from explainer.commands.main import main; main()"


class TestWhatIsPrinted:
    def test_nothing_where_it_is_to_be_quiet(self, root: Path) -> None:
        done = run(*OURS, "--quiet", cwd=root)
        assert (done.returncode, done.stdout) == (0, "")

    def test_everything_where_it_is_to_tell_all(self, root: Path) -> None:
        told = run(*OURS, "--verbose", cwd=root).stdout
        assert "DEBUG   -  Reading: first.md" in told
        assert "time spent: " in told


class TestWhatIsWrong:
    def fails_alike(self, root: Path, *options: str) -> str:
        theirs, ours = run(*MKDOCS, *options, cwd=root), run(*OURS, *options, cwd=root)
        assert (theirs.returncode, ours.returncode) == (1, 1), theirs.stdout + ours.stdout
        assert messages(ours.stdout) == messages(theirs.stdout)
        assert "Traceback" not in ours.stdout
        assert not (root / "site").exists()
        assert not list(root.glob(".site*"))
        return ours.stdout

    def test_with_a_page_is_told_once(self, root: Path) -> None:
        write(root, {"docs/about.md": "# About\n\nA claim [@nobody].\n"})
        told = self.fails_alike(root)
        assert told.count("docs/about.md:3:10: error: no source `nobody`") == 1

    def test_with_the_configuration_is_told(self, root: Path) -> None:
        write(root, {"mkdocs.yml": CONFIG.replace("search,", "search, nobody,")})
        assert 'The "nobody" plugin is not installed' in self.fails_alike(root)

    def test_is_a_warning_for_an_editor_and_an_error_where_it_is_to_be_strict(self, root: Path) -> None:
        warned = f"{CONFIG}validation: {{links: {{unrecognized_links: warn}}}}\n"
        write(root, {"mkdocs.yml": warned, "docs/about.md": "# About\n\nA link to [nothing](nothing/).\n"})
        assert run(*OURS, cwd=root).returncode == 0
        assert "Aborted with 1 warnings in strict mode!" in run(*OURS, "--strict", cwd=root).stdout
        write(root, {"mkdocs.yml": f"strict: true\n{warned}"})
        assert run(*OURS, cwd=root).returncode == 1
        assert run(*OURS, "--no-strict", cwd=root).returncode == 0

    def test_is_that_there_is_no_site(self, tmp_path: Path) -> None:
        done = run(*OURS, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "explainer: no configuration file `mkdocs.yml`\n")
