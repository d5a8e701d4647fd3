"""Real builds of real sites, as a user would run them: a process, its exit code, what it printed, the folder it wrote."""

import gc
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from dataclasses import dataclass
from importlib.metadata import entry_points
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


PATIENCE = 120
"""After how many seconds a command that does not end has failed."""

FORKED = {"explainer", "mkdocs"}
"""Commands that run in a process forked from one that has imported them: half of a short run's time goes by in imports."""

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["tests.preloaded"])


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the development environment and return what it printed, both streams in one."""
    return _forked([str(each) for each in command], cwd) if command[0] in FORKED else run_anew(*command, cwd=cwd)


def run_anew(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as `run` does, in a process of the test's own: it inherits the test's limits."""
    return subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=cwd,
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )


def _forked(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "printed")
        process = _forks.Process(target=_become, args=(command, cwd, environment(), printed))
        process.start()
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(command, PATIENCE)
        return subprocess.CompletedProcess(command, process.exitcode, printed.read_text("utf-8"))


def _become(command: list[str], cwd: Path, variables: dict[str, str], printed: Path) -> None:
    """Become a command, in the process that was forked for it."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(variables)
    warnings.simplefilter("error")
    out = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(out, stream.fileno())
    [script] = entry_points(group="console_scripts", name=command[0])
    sys.argv = command
    gc.disable()  # the process ends before it would need the room
    sys.exit(script.load()())


HOSTS = {
    "mkdocs": ["mkdocs", "build", "--strict"],
    "properdocs": ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
    "zensical": ["zensical", "build", "--strict"],
}


def build(root: Path, host: str = "mkdocs", *options: str) -> Built:
    """Build the site in a folder with one of the hosts."""
    done = run(*HOSTS[host], *options, cwd=root)
    return Built(done.returncode, done.stdout, root / "site")
