"""A build that is killed, that fails or that has no room leaves the published site whole, at every moment of it."""

import errno
import itertools
import os
import re
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.building import BIN, build, copy_site, environment, run, run_anew

pytestmark = pytest.mark.slow

PAGES = ["index.html", "timeline/index.html", "people/index.html", "updates/index.html", "sitemap.xml"]
PATIENCE = 60


def version(root: Path, number: int) -> None:
    """Give every page of a site a version of its own."""
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines()
    lines = [f"site_url: https://example.org/version-{number}/" if "site_url" in each else each for each in lines]
    lines = [f"copyright: This is version {number}." if "copyright:" in each else each for each in lines]
    config.write_text("\n".join(lines), "utf-8")


def leftovers(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob(".site*"))


class Reader(threading.Thread):
    """Reads the site's files without a pause, as a web server does, and keeps what was wrong with them."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site = site
        self.wrong: list[str] = []
        self.versions: set[int] = set()
        self.reads = 0
        self._ended = threading.Event()

    def run(self) -> None:
        for page in itertools.cycle(PAGES):
            if self._ended.is_set():
                return
            self._read(page)

    def end(self) -> None:
        self._ended.set()
        self.join(PATIENCE)
        assert self.reads > 100
        assert self.wrong == []

    def _read(self, page: str) -> None:
        self.reads += 1
        try:
            text = (self.site / page).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.wrong.append(f"{page}: {error!r}")
            return
        named = {number for number in range(100) if f"/version-{number}/" in text or f"version {number}." in text}
        if len(named) != 1 or not text.rstrip().endswith(("</html>", "</urlset>")):
            self.wrong.append(f"{page}: versions {named}, ends with {text[-20:]!r}")
        self.versions |= named


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a published version 1."""
    root = copy_site(tmp_path / "made")
    version(root, 1)
    built = build(root)
    assert built.exit_code == 0, built.output
    assert leftovers(root) == []
    return root


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [BIN / "mkdocs", "build", "--quiet"],
        cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def written(root: Path) -> int | None:
    """Return how many files a build has written so far; None where it has no folder."""
    with suppress(OSError):  # the folder may go while we look
        return sum(1 for folder in root.glob(".site.building-*") for path in folder.rglob("*") if path.is_file())
    return None


def test_a_build_that_is_killed_at_any_moment_leaves_one_whole_version(root: Path) -> None:
    """From its first file to its last. `tests/publish/test_staging.py` kills it at every step of its being put in place."""
    reader = Reader(root / "site")
    reader.start()
    files = len(contents(root / "site"))
    for number, share in enumerate((0, 0.3, 0.6, 0.9, 1), 2):
        version(root, number)
        process = start(root)
        end = time.monotonic() + PATIENCE
        while (written(root) or 0) < max(share * files, 1):
            if share == 1 and process.poll() is not None:
                break  # between its last file and our look it came to its end
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.001)
        process.kill()
        killed = process.wait(PATIENCE) == -signal.SIGKILL
        assert killed or (share == 1 and process.returncode == 0)
        assert len(leftovers(root)) == killed, "the next build clears away what the one before it left"
    version(root, 50)
    assert start(root).wait(PATIENCE) == 0
    time.sleep(0.2)
    reader.end()
    assert reader.versions in ({1, 50}, {1, 6, 50})  # the last one killed may have been put in place
    assert leftovers(root) == []


def test_builds_at_the_same_time_do_not_harm_each_other(root: Path) -> None:
    reader = Reader(root / "site")
    reader.start()
    copies = []
    for number in (2, 3, 4):
        copy = root.parent / f"copy-{number}"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site"))
        version(copy, number)
        (copy / "mkdocs.yml").write_text((copy / "mkdocs.yml").read_text() + f"\nsite_dir: {root / 'site'}\n")
        copies.append(copy)
    for _ in range(2):
        assert [process.wait(PATIENCE) for process in [start(copy) for copy in copies]] == [0, 0, 0]
    reader.end()
    assert reader.versions & {2, 3, 4}
    assert leftovers(root) == []


def test_a_build_that_is_broken_off_by_hand_leaves_nothing_behind(root: Path) -> None:
    before = contents(root / "site")
    version(root, 2)
    process = start(root)
    end = time.monotonic() + PATIENCE
    while not leftovers(root):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) != 0
    assert contents(root / "site") == before
    assert leftovers(root) == []


def mounted(small: Path, size: int) -> bool:
    """Mount a small disk; only root may, and not in every container."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(small)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(params=["file size", "disk"])
def without_room(root: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, int]]:
    """The site where there is no room for a second one, and the error that a build meets there.

    Where no disk may be mounted, a limit to the size of files takes its place: the same at another moment of writing.
    """
    small = root.parent / "small"
    small.mkdir()
    blocks = [-(-len(content) // 4096) for content in contents(root).values()]
    if request.param == "disk" and mounted(small, int(sum(blocks) * 4096 * 1.4)):
        try:
            shutil.copytree(root, small / "made")
            yield small / "made", errno.ENOSPC
        finally:
            subprocess.run(["umount", "--lazy", str(small)], check=True)
    else:
        limit = 20_000 if request.param == "file size" else 60_000
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))  # a build inherits it
        try:
            yield root, errno.EFBIG
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_build_without_room_leaves_the_published_site_and_says_so_in_a_line(without_room: tuple[Path, int]) -> None:
    root, code = without_room
    before = contents(root / "site")
    version(root, 2)
    reader = Reader(root / "site")
    reader.start()
    done = run_anew("mkdocs", "build", cwd=root)
    reader.end()
    assert reader.versions == {1}
    assert done.returncode == 1, done.stdout
    assert "the site cannot be built, and the published one stays as it was: " in done.stdout
    assert os.strerror(code) in done.stdout
    assert "Traceback" not in done.stdout
    assert contents(root / "site") == before
    assert leftovers(root) == []


def test_a_place_where_nothing_can_be_written_is_told_in_a_line(root: Path) -> None:
    (root / "file").write_text("no folder")
    done = run("mkdocs", "build", "-d", "file/site", cwd=root)
    assert done.returncode == 1
    assert re.search(r"the site cannot be built, .*file.*: (Not a directory|File exists)", done.stdout), done.stdout
    assert "Traceback" not in done.stdout


def test_a_mount_point_is_refused_before_anything_is_built(root: Path) -> None:
    done = run("mkdocs", "build", "-d", "/proc", cwd=root)
    assert done.returncode == 1
    assert "/proc: is a mount point, which cannot be replaced in one step" in done.stdout
    assert "Traceback" not in done.stdout


def test_what_others_keep_hidden_in_the_site_stays_and_what_has_not_changed_keeps_its_time(root: Path) -> None:
    site = root / "site"
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages\n")
    (site / ".htaccess").write_text("Options -Indexes\n")
    (site / "by-hand.html").write_text("not of this build")
    site.chmod(0o750)
    long_ago = 1_500_000_000
    for file in site.rglob("*"):
        os.utime(file, (long_ago, long_ago))
    page = root / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
    assert build(root).exit_code == 0
    assert (site / ".git" / "HEAD").read_text() == "ref: refs/heads/pages\n"
    assert (site / ".git" / "refs").is_dir()
    assert (site / ".htaccess").read_text() == "Options -Indexes\n"
    assert not (site / "by-hand.html").exists(), "all that is not hidden is the build's"
    assert site.stat().st_mode & 0o777 == 0o750
    assert (site / "timeline" / "index.html").stat().st_mtime == long_ago
    assert (site / "about" / "index.html").stat().st_mtime > long_ago


def test_a_site_behind_a_link_is_replaced_where_the_link_leads(root: Path) -> None:
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (root / "site").rename(elsewhere / "public")
    (root / "site").symlink_to(elsewhere / "public")
    version(root, 2)
    assert build(root).exit_code == 0
    assert (root / "site").is_symlink()
    assert "version 2" in (elsewhere / "public" / "index.html").read_text("utf-8")
    assert [path.name for path in elsewhere.iterdir()] == ["public"]


def test_a_site_is_handed_to_a_branch_of_pages(root: Path, tmp_path: Path) -> None:
    """`mkdocs gh-deploy` takes the site from where it was put."""

    def git(*command: str, cwd: Path = root) -> str:
        return subprocess.run(["git", *command], cwd=cwd, check=True, capture_output=True, text=True).stdout

    git("init", "-q", "--bare", str(tmp_path / "remote.git"), cwd=tmp_path)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Test")
    git("config", "user.email", "test@example.org")
    git("remote", "add", "origin", str(tmp_path / "remote.git"))
    git("commit", "-q", "--allow-empty", "-m", "Begin")
    done = run("mkdocs", "gh-deploy", cwd=root)
    assert done.returncode == 0, done.stdout
    assert "timeline/index.html" in git("ls-tree", "-r", "--name-only", "gh-pages", cwd=tmp_path / "remote.git")
