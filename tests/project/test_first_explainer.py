"""The tutorial and the README's first screen, followed word for word with the package as it is installed."""

import re
import shlex
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.building import BIN, REPOSITORY, environment
from tests.project.test_guide import README, examples

pytestmark = pytest.mark.slow

TUTORIAL = REPOSITORY / "guide" / "first-explainer.md"
PATIENCE = 60
WITHOUT = {"uvx": "uvx mkdocs-explainer new", "install": "python -m pip install -r requirements.txt"}
"""What would fetch the package and what it needs: here both are there."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as `make dist` builds it, from a copy of what would be committed."""
    root = tmp_path_factory.mktemp("package")
    listed = run("git", "ls-files", "-co", "--exclude-standard", "hooks", cwd=REPOSITORY)
    for name in [*listed.splitlines(), "pyproject.toml", "README.md", "LICENSE"]:
        if (REPOSITORY / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes((REPOSITORY / name).read_bytes())
    run(BIN / "python", "-m", "build", "--no-isolation", "--wheel", "--outdir", "dist", cwd=root)
    [made] = (root / "dist").iterdir()
    return made


@pytest.fixture(scope="module")
def bin_(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment of its own in which the wheel is installed, beside what it needs."""
    root = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", root, cwd=root)
    python = root / "bin" / "python"
    run(
        BIN / "python",
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=root,
    )
    [packages] = root.glob("lib/*/site-packages")
    needed = next(Path(folder) for folder in sys.path if folder.endswith("site-packages"))
    (packages / "needed.pth").write_text(f"{needed}\n")  # added behind: what the wheel brings comes first
    return root / "bin"


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    kept = {name: value for name, value in environment().items() if name not in {"PYTHONPATH", "PYTHONWARNINGS"}}
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd, env={**kept, **variables}, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}"
    return done.stdout


def test_the_wheel_has_all_that_a_site_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    listed = run("git", "ls-files", "-co", "--exclude-standard", "hooks/explainer", cwd=REPOSITORY)
    for name in listed.splitlines():
        assert name.removeprefix("hooks/") in names
    assert not [name for name in names if not name.startswith(("explainer/", "mkdocs_explainer-"))]


def test_it_can_be_called_by_the_name_of_the_package(bin_: Path, tmp_path: Path) -> None:
    for command in ("explainer", "mkdocs-explainer"):
        assert run(bin_ / command, "--version", cwd=tmp_path).startswith("explainer, version ")


def commands(page: Path) -> Iterator[str]:
    """Yield the commands of a page, one after another, without the remarks behind them."""
    for block in examples(page, "sh"):
        yield from (line.partition("  #")[0].strip() for line in block.splitlines() if not line.startswith("make "))


def test_the_readme_begins_as_the_tutorial_does() -> None:
    first = [command for command in commands(README) if not command.startswith("make ")][:4]
    assert first == ["uvx mkdocs-explainer new my-story", "cd my-story", WITHOUT["install"], "explainer serve"]
    told = list(commands(TUTORIAL))
    assert [command.partition(" --title")[0] for command in told[:4]] == first


def test_the_tutorial_leads_to_a_published_site(bin_: Path, tmp_path: Path) -> None:
    told = list(commands(TUTORIAL))
    event, entry = examples(TUTORIAL, "yaml")
    [page] = examples(TUTORIAL, "markdown")
    [message] = examples(TUTORIAL, "text")

    begin = shlex.split(told[0])
    assert told[0].startswith(WITHOUT["uvx"])
    run(bin_ / "mkdocs-explainer", *begin[2:], cwd=tmp_path)
    site = tmp_path / told[1].removeprefix("cd ")
    timeline = site / "data" / "timeline.yml"
    with Preview(bin_, site) as preview:
        timeline.write_text(f"{timeline.read_text('utf-8').rstrip()}\n\n{event}", "utf-8")
        preview.shows("timeline/", "The mill burns down")
        right = timeline.read_text("utf-8")
        before, _, own = right.rpartition("- id: mill-burns")
        timeline.write_text(f"{before}- id: mill-burns{own.replace('example-person', 'exemple-person')}", "utf-8")
        preview.prints(re.escape(message.strip()))
        timeline.write_text(right, "utf-8")
        (site / "docs" / "why-it-burnt.md").write_text(page, "utf-8")
        config = site / "mkdocs.yml"
        text = config.read_text("utf-8")
        last = "      - second.md\n"
        assert last in text
        config.write_text(text.replace(last, f"{last}{entry}"), "utf-8")
        preview.shows("", "Why did the mill burn?")
    assert told[4:] == ["explainer check --strict", "explainer publish-record", "explainer build --strict"]
    for command in told[4:]:
        printed = run(bin_ / "explainer", *shlex.split(command)[1:], cwd=site)
        assert "WARNING" not in printed
    assert "Nobody knows; the report names a lamp." in (site / "site" / "index.html").read_text("utf-8")
    assert "The old mill" in (site / "site" / "index.html").read_text("utf-8")


class Preview:
    """A running `explainer serve`, as the tutorial leaves it running."""

    def __init__(self, bin_: Path, site: Path) -> None:
        self.log = site.parent / "preview.log"
        kept = {name: value for name, value in environment().items() if name not in {"PYTHONPATH", "PYTHONWARNINGS"}}
        with self.log.open("w") as log:
            self.process = subprocess.Popen([bin_ / "explainer", "serve"], cwd=site, env=kept, stdout=log, stderr=log)

    def __enter__(self) -> "Preview":
        self.address = self.prints(r"Serving on (http://127\.0\.0\.1:\d+/)")[1]
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(30)

    def prints(self, pattern: str) -> re.Match[str]:
        """Wait until something is printed."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := re.search(pattern, self.log.read_text("utf-8")):
                return found
            assert self.process.poll() is None, f"the preview ended:\n{self.log.read_text('utf-8')}"
            time.sleep(0.1)
        pytest.fail(f"nothing printed like {pattern!r}\n{self.log.read_text('utf-8')[-3000:]}")

    def shows(self, page: str, text: str) -> None:
        """Wait until a page shows a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with urllib.request.urlopen(self.address + page, timeout=30) as answer:  # noqa: S310 - our own server
                if text in answer.read().decode():
                    return
            time.sleep(0.2)
        pytest.fail(f"{text!r} is not on {page!r}\n{self.log.read_text('utf-8')[-3000:]}")
