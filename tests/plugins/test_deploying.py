"""Programs that build a site in their own way, and take it from the folder that the configuration names."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.building import BIN, environment, run_anew
from tests.plugins.reading import pages, sound, text_of
from tests.plugins.small import ANSWER, BASE, as_written, question, small_site
from tests.repositories import commit, git

pytestmark = pytest.mark.slow


def branch(root: Path, folder: Path, name: str = "gh-pages") -> Path:
    """Return the files of a branch in a folder of their own."""
    git(root, "clone", "-q", "--branch", name, str(root), str(folder))
    return folder


def deployed(root: Path, *arguments: str) -> str:
    variables = {
        **environment(),
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
    }  # fmt: skip
    done = subprocess.run(
        [BIN / "mike", "deploy", *arguments], cwd=root, env=variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("named", ["named in plugins", "not named"])
def test_mike_deploys_the_built_site(tmp_path: Path, named: str) -> None:
    root = tmp_path / "site"
    small_site(root, *([as_written("mike")] if named == "named in plugins" else []))
    (root / ".gitignore").write_text("/site/\n/.cache/\n")
    commit(root)
    deployed(root, "1.0")
    version = branch(root, tmp_path / "deployed") / "1.0"
    assert "It will never stand still." in text_of(pages(version)["open/index.html"])
    for name in ("feed.atom", "record.json", "embed/statement-promise.html", "search/search_index.json"):
        assert (version / name).is_file(), name
    sound(version, f"{BASE}1.0/")
    items = json.loads((version / "feed.json").read_text("utf-8"))["items"]
    assert {item["url"] for item in items} == {f"{BASE}1.0/open/", f"{BASE}1.0/close/"}
    assert [each.name for each in root.iterdir() if "building" in each.name] == []
    assert git(root, "status", "--short") == ""


def test_mike_deploys_a_second_version_beside_the_first(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site", as_written("mike"))
    (root / ".gitignore").write_text("/site/\n/.cache/\n")
    commit(root)
    deployed(root, "1.0")
    page = root / "docs" / "close.md"
    page.write_text(page.read_text().replace("In November 1931", "In December 1931"))
    commit(root)
    deployed(root, "2.0", "latest")
    versions = branch(root, tmp_path / "deployed")
    assert "In November 1931" in (versions / "1.0" / "index.html").read_text("utf-8")
    assert "In December 1931" in (versions / "2.0" / "index.html").read_text("utf-8")
    assert "In December 1931" in (versions / "latest" / "index.html").read_text("utf-8")


CONFIGURES = """
from mkdocs.config import load_config
config = load_config()
{before}
config = config.plugins.on_config(config)
{after}
print(config.site_dir)
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("config.plugins.on_startup(command='build', dirty=False)", "config.plugins.on_shutdown()"),
        ("config.plugins.on_startup(command='build', dirty=False)", ""),
        ("", ""),
    ],
)
def test_a_program_that_only_configures_leaves_nothing_behind(tmp_path: Path, before: str, after: str) -> None:
    root = small_site(tmp_path)
    (root / "configures.py").write_text(CONFIGURES.format(before=before, after=after))
    existing = {each.name for each in root.iterdir()} | {".cache"}
    done = run_anew("python", "configures.py", cwd=root)
    assert done.returncode == 0, done.stdout
    assert {each.name for each in root.iterdir()} <= existing
    if after:
        assert done.stdout.splitlines()[-1] == str(root / "site")


BUILDS = """
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config({options})
build(config)
print(config.site_dir)
"""


def test_a_program_that_builds_without_starting_up_gets_the_whole_site(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    (root / "builds.py").write_text(BUILDS.format(options="strict=True"))
    done = run_anew("python", "builds.py", cwd=root)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == str(root / "site")
    sound(root / "site")
    assert (root / "site" / "feed.atom").is_file()
    assert [each.name for each in root.iterdir() if "building" in each.name] == []


def test_a_program_that_builds_twice_gets_two_whole_sites(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    other = small_site(tmp_path / "other", files={"docs/grind.md": question("Until 1931.", "How long did it grind?")})
    script = (
        "from mkdocs.commands.build import build\nfrom mkdocs.config import load_config\n"
        f"for folder in ({str(root)!r}, {str(other)!r}):\n    build(load_config(folder + '/mkdocs.yml'))\n"
    )
    (tmp_path / "builds.py").write_text(script)
    done = run_anew("python", "builds.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    sound(root / "site")
    sound(other / "site")
    assert "How long did it grind?" not in (root / "site" / "record.json").read_text("utf-8")
    assert "How long did it grind?" in (other / "site" / "record.json").read_text("utf-8")


def test_gh_deploy_pushes_the_built_site(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / ".gitignore").write_text("/site/\n/.cache/\n")
    commit(root)
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(root, "config", "user.name", "Test")
    git(root, "config", "user.email", "test@example.org")
    done = run_anew("mkdocs", "gh-deploy", "--strict", cwd=root)
    assert done.returncode == 0, done.stdout
    folder = branch(tmp_path / "remote.git", tmp_path / "deployed")
    sound(folder)
    assert (folder / "feed.atom").is_file()


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a site as long as the context lasts, and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [BIN / "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=root, env=environment(), stdout=out, stderr=subprocess.STDOUT
        )  # fmt: skip
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/mill/", timeout=10).close()
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/mill/"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def got(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
        body: bytes = answer.read()
        return body.decode()


def test_draft_docs_are_previewed_whole(tmp_path: Path) -> None:
    draft = question(ANSWER, "Which colour was it?", "See [the opening](event:opening) [@paper].")
    root = small_site(tmp_path / "site", files={"docs/wip/colour.md": draft}, more="draft_docs: wip/")
    with served(root) as address:
        page = got(f"{address}wip/colour/")
        assert ANSWER in page
        assert "#event-opening" in page
        assert "mkdocs-draft-marker" in page


def test_blog_previews_a_draft_whole(tmp_path: Path) -> None:
    draft = question(
        ANSWER, "Which colour was it?", "See [the opening](event:opening) [@paper].", date="2021-03-05", draft="true"
    )
    files = {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/colour.md": draft}
    root = small_site(tmp_path / "site", as_written("blog"), files=files)
    with served(root) as address:
        page = got(f"{address}blog/2021/03/05/which-colour-was-it/")
        assert ANSWER in page
        assert "#event-opening" in page
