"""Real builds of real sites, as a user would run them: a process, its exit code, what it printed, the folder it wrote."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    exit_code: int
    output: str
    site: Path

    def html(self, page: str) -> str:
        """Return the HTML of a page, named by its file in the built site."""
        return (self.site / page).read_text("utf-8")


def copy_site(target: Path) -> Path:
    """Copy the reference site's sources to a folder and return it."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    for folder in ("docs", "data"):
        shutil.copytree(REPOSITORY / folder, target / folder)
    return target


def environment() -> dict[str, str]:
    """Return the environment of a build: this one's, with the package importable and the theme's notice silenced."""
    return {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "error",
    }


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the development environment and return what it printed, both streams in one."""
    return subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=cwd,
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )


HOSTS = {
    "mkdocs": ["mkdocs", "build", "--strict"],
    "properdocs": ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
    "zensical": ["zensical", "build", "--strict"],
}


def build(root: Path, host: str = "mkdocs", *options: str) -> Built:
    """Build the site in a folder with one of the hosts."""
    done = run(*HOSTS[host], *options, cwd=root)
    return Built(done.returncode, done.stdout, root / "site")
