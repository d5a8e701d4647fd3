"""The guide's way from an empty server to a site that is rebuilt on every push, command by command, with a real nginx.

The commands run as they stand in the guide. What a test cannot have of a server is lent to them: a folder in place of
`/srv/explainer`, a high port, nginx' own files in a folder, and programs named `ssh`, `sudo`, `apt-get` and `systemctl`
that do the same on this machine. The environment is lent, too: the server would make it by the Makefile's rule, as
`tests/project/test_workflows.py` does in a fresh clone, and it takes minutes.
"""

import gzip
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.browser.conftest import policies
from tests.building import BIN, REPOSITORY, copy_site

pytestmark = pytest.mark.slow

GUIDE = (REPOSITORY / "guide" / "publishing.md").read_text("utf-8")
WALK = GUIDE.split("## On your own server\n", 1)[1].split("\n## ", 1)[0]
BLOCKS = re.findall(r"(?ms)^\*\*On (the server|your own machine)\*\*.*?^```sh\n(.*?)^```$", WALK)
NAME = "explainer.example.org"
PATIENCE = 400
YEAR = 31_536_000

PROGRAMS = {
    "ssh": 'while [ "$1" = -o ]; do shift 2; done; [ "$1" = you@explainer.example.org ] && shift && exec sh -c "$*"',
    "sudo": 'exec "$@"',
    "apt-get": """
        case "$*" in
        update) ;;
        "install --yes git make nginx python3-venv")
            command -v git make && python3 -c "import ensurepip, venv" && "$NGINX" -v ;;
        *) echo "apt-get $*: not the command of the guide"; exit 1 ;;
        esac
    """,
    "nginx": 'exec "$NGINX" -c "$NGINX_FILES/nginx.conf" -e "$NGINX_FILES/error.log" "$@"',
    "systemctl": '[ "$*" = "reload nginx" ] && nginx -s reload',
}


def the_program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if not found:
        pytest.fail(f"This test needs {name}: on Debian or Ubuntu, `apt-get install {name}`.", pytrace=False)
    return found


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Server:
    """A machine that serves, as far as the guide's commands touch one, and the editor's own beside it."""

    base: Path
    port: int
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> Path:
        return self.base / "srv"

    @property
    def mine(self) -> Path:
        return self.base / "mine"

    def lent(self, text: str) -> str:
        """Put this machine's places in a text of the guide's in place of a server's."""
        text = text.replace("/etc/nginx/sites-", f"{self.base}/nginx/sites-").replace("/srv/explainer", str(self.files))
        return text.replace("  listen 80;\n  listen [::]:80;\n", f"  listen 127.0.0.1:{self.port};\n")

    def does(self, commands: str, cwd: Path) -> str:
        """Run commands as a person would, one after the other until one fails, and return what they print."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", self.lent(commands)],
            cwd=cwd, env=self.variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        return "\n".join(line.rstrip() for line in done.stdout.splitlines())

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {"Host": NAME, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection.request("GET", path, headers=sent)
        answer = connection.getresponse()
        got = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return got

    def commit(self, message: str) -> str:
        return self.does(f"git commit --quiet --all --message '{message}' && git rev-parse --short=12 HEAD", self.mine)

    def push(self, branch: str = "main") -> str:
        return self.does(f"git push server {branch}", self.mine)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on which nothing is but nginx, as Debian installs it, and a site on the editor's machine."""
    base = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = Server(base, free.getsockname()[1])
    home = base / "home"
    programs = base / "programs"
    for folder in (home, programs, base / "nginx" / "sites-available", base / "nginx" / "sites-enabled"):
        folder.mkdir(parents=True)
    for name, does in PROGRAMS.items():
        (programs / name).write_text(f"#!/usr/bin/env bash\n{does}\n")
        (programs / name).chmod(0o755)
    inherited = {
        name: value for name, value in os.environ.items() if not re.match(r"MAKE|MFLAGS|PYTEST|GIT_|PYTHONPATH", name)
    }
    server.variables = {
        **inherited,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(home), "USER": str(os.geteuid()), "LC_ALL": "C.UTF-8",
        "GIT_SSH_COMMAND": str(programs / "ssh"), "GIT_SSH_VARIANT": "simple", "GIT_CONFIG_NOSYSTEM": "1",
        "NGINX": the_program("nginx"), "NGINX_FILES": str(base / "nginx"),
    }  # fmt: skip
    server.does("git config --global user.name Test; git config --global user.email test@example.org", home)
    started = start_nginx(server)
    begin_site(server)
    yield server
    started.send_signal(signal.SIGTERM)
    started.wait(30)


def start_nginx(server: Server) -> subprocess.Popen[bytes]:
    """Start nginx with Debian's own configuration; only its places are others."""
    files = server.base / "nginx"
    text = Path("/etc/nginx/nginx.conf").read_text("utf-8")
    assert "include /etc/nginx/sites-enabled/*;" in text, "this is Debian's configuration"
    text = re.sub(r"(?m)^user .*;", "user root;" if os.geteuid() == 0 else "", text)
    text = text.replace("/etc/nginx/sites-enabled", f"{files}/sites-enabled").replace(
        "/run/nginx.pid", f"{files}/nginx.pid"
    )
    text = text.replace("/var/log/nginx", str(files))
    temporary = "".join(
        f"{kind}_temp_path {files}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (files / "nginx.conf").write_text("daemon off;\n" + text.replace("http {\n", "http {\n" + temporary, 1))
    process = subprocess.Popen(
        [server.variables["NGINX"], "-c", files / "nginx.conf", "-e", files / "error.log"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    end = time.monotonic() + 30
    while not (files / "nginx.pid").is_file():
        assert process.poll() is None, (files / "error.log").read_text()
        assert time.monotonic() < end
        time.sleep(0.05)
    return process


def lend_environment(target: Path) -> None:
    """Give the server the libraries that these tests run with; the site's own package it must install itself."""
    own = shutil.ignore_patterns("explainer*", "__editable__*")

    def link(source: str, copy: str) -> None:
        try:
            os.link(source, copy, follow_symlinks=False)
        except OSError:  # another file system
            shutil.copy2(source, copy, follow_symlinks=False)

    shutil.copytree(Path(sys.prefix) / "lib", target / "lib", symlinks=True, copy_function=link, ignore=own)
    shutil.copytree(BIN, target / "bin", symlinks=True, ignore=own)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", target)
    for program in (target / "bin").iterdir():
        if program.is_file() and not program.is_symlink() and program.read_bytes().startswith(b"#!"):
            program.write_bytes(program.read_bytes().replace(str(BIN).encode(), str(target / "bin").encode(), 1))


def begin_site(server: Server) -> None:
    """Make the editor's repository: all of this one but its tests, so that what is tried is what will be committed."""
    copy_site(server.mine)
    for name in (
        "hooks",
        "guide",
        "schemas",
        "Makefile",
        "pyproject.toml",
        "requirements.lock",
        "README.md",
        "LICENSE",
        ".gitignore",
    ):
        source = REPOSITORY / name
        copy = server.mine / name
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, copy)
    config = server.mine / "guide" / "server" / "nginx.conf"
    config.write_text(server.lent(config.read_text("utf-8")), "utf-8")
    server.does("git init --quiet -b main && git add -A && git commit --quiet -m Begin", server.mine)


@pytest.fixture(scope="module")
def server(empty: Server) -> Server:
    """The server after the guide's commands, all of them, in order."""
    assert [where for where, _ in BLOCKS] == ["the server", "your own machine", "the server", "your own machine"]
    install, send, put_in_place, publish = (commands for _, commands in BLOCKS)
    home = empty.base / "home"
    empty.does(install, home)
    lend_environment(empty.files / "venv")
    empty.does(send, empty.mine)
    assert not (empty.files / "current").exists()
    empty.does(put_in_place, home)
    edit = re.search(r"set `(site_url: \S+)`", WALK)
    assert edit is not None
    config = empty.mine / "mkdocs.yml"
    config.write_text(re.sub(r"(?m)^site_url: .*$", edit[1], config.read_text("utf-8")), "utf-8")
    said = empty.does(publish, empty.mine)
    commit = empty.does("git rev-parse --short=12 HEAD", empty.mine)
    assert as_in_the_guide(said) == "remote: Publishing X.\nremote: Published X."
    assert f"remote: Published {commit}." in said.splitlines(), said
    return empty


def as_in_the_guide(said: str) -> str:
    """Return what our own lines say, without the names of commits."""
    lines = [re.sub(r"\b[0-9a-f]{12}\b", "X", line) for line in said.splitlines()]
    return "\n".join(line for line in lines if re.match(r"remote: (Publish|Not published|.* error: )", line))


def shown_in_the_guide(n: int) -> str:
    return re.sub(r"\b[0-9a-f]{12}\b", "X", re.findall(r"(?ms)^```text\n(.*?)^```$", WALK)[n].strip())


def test_a_reader_gets_the_pages(server: Server) -> None:
    assert shown_in_the_guide(0) == "remote: Publishing X.\nremote: Published X."
    front = server.get("/")
    assert front.status == 200
    assert front.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<link rel="canonical" href="https://{NAME}/">' in front.text
    moved = server.get("/timeline")
    assert (moved.status, moved.headers["location"]) == (301, "/timeline/")
    assert "event-private-meeting" in server.get("/timeline/").text


def test_a_page_that_is_not_there_is_told_on_a_page_of_the_site(server: Server) -> None:
    missing = server.get("/nowhere/")
    assert missing.status == 404
    assert missing.body == (server.files / "current" / "site" / "404.html").read_bytes()
    assert "cache-control" not in missing.headers
    assert "content-security-policy" in missing.headers
    assert server.get("/.git/config").status == server.get("/mkdocs.yml").status == 404
    for address in re.findall(r'(?:href|src)="(/[^"#]*)"', missing.text):
        assert server.get(address).status == 200, address


def test_what_a_browser_may_keep(server: Server) -> None:
    page = server.get("/timeline/")
    assert page.headers["cache-control"] == "no-cache"
    assert server.get("/timeline/", If_None_Match=page.headers["etag"]).status == 304
    assets = re.findall(r'(?:href|src)="\.\./(assets/[^"]+\.(?:css|js))"', page.text)
    assert len(assets) == 7, "two styles and a script of the theme, a style and three scripts of ours"
    for asset in assets:
        assert server.get(f"/{asset}").headers["cache-control"] == f"public, max-age={YEAR}, immutable", asset
    [picture] = re.findall(r'property="og:image" content="[^"]*(/assets/[^"]+)"', server.get("/misled/").text)
    assert server.get(picture).headers["cache-control"] == f"public, max-age={YEAR}, immutable", picture
    assert server.get("/search/search_index.json").headers["cache-control"] == "no-cache"
    assert server.get("/assets/images/favicon.png").headers["cache-control"] == "no-cache"
    gone = server.get("/assets/explainer.00000000.css")
    assert gone.status == 404
    assert "cache-control" not in gone.headers, "nobody may keep that a file is missing"


def test_every_answer_carries_the_headers_that_keep_a_reader_safe(server: Server) -> None:
    for path, kind in [("/", "pages"), ("/nowhere", "pages"), ("/embed/timeline-timeline.html", "embeds")]:
        headers = server.get(path).headers
        assert headers["content-security-policy"] == policies()[kind]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert "geolocation=()" in headers["permissions-policy"]
        assert headers["server"] == "nginx"


def test_texts_are_sent_packed(server: Server) -> None:
    for path in ("/timeline/", "/search/search_index.json", "/sitemap.xml"):
        packed, plain = server.get(path, Accept_Encoding="gzip"), server.get(path)
        assert packed.headers["content-encoding"] == "gzip", path
        assert packed.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("feeds/story.atom", "application/atom+xml"),
        ("feeds/story.json", "application/feed+json"),
        ("timeline.ics", "text/calendar; charset=utf-8"),
        ("timeline.csv", "text/csv; charset=utf-8"),
        ("timeline.json", "application/json"),
        ("record.schema.json", "application/schema+json"),
    ],
)
def test_feeds_and_data_have_their_media_types_may_be_kept_shortly_and_be_read_by_others(
    server: Server, path: str, media_type: str
) -> None:
    """The files are laid into the published site, whichever of them a build writes."""
    file = server.files / "current" / "site" / path
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        file.write_text("something " * 100)
    got = server.get(f"/{path}", Accept_Encoding="gzip")
    assert got.status == 200
    assert got.headers["content-type"] == media_type
    assert got.headers["cache-control"] == "public, max-age=300"
    assert got.headers["access-control-allow-origin"] == "*"
    assert got.headers["content-encoding"] == "gzip"
    assert "content-security-policy" in got.headers
    assert "access-control-allow-origin" not in server.get("/").headers


def misspell(file: Path) -> None:
    """Make the mistake that the guide shows."""
    before, after = file.read_text("utf-8").split("- id: private-meeting\n")
    assert "sergei-kislyak" in after
    file.write_text(before + "- id: private-meeting\n" + after.replace("sergei-kislyak", "sergei-kisliak", 1), "utf-8")


class Visitor(threading.Thread):
    """Reads a page and all its styles and scripts, again and again, and keeps what was wrong."""

    def __init__(self, server: Server) -> None:
        super().__init__(daemon=True)
        self.server = server
        self.wrong: list[str] = []
        self.visits = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            self.visits += 1
            page = self.server.get("/about/")
            if page.status != 200 or not page.text.rstrip().endswith("</html>"):
                self.wrong.append(f"/about/: {page.status}")
            time.sleep(0.02)  # so that now and then a new version takes the place between a page and what it asks for
            for asset in re.findall(r'(?:href|src)="\.\./(assets/[^"]+)"', page.text):
                if (status := self.server.get(f"/{asset}").status) != 200:
                    self.wrong.append(f"{asset}: {status}")


@pytest.fixture
def visitor(server: Server) -> Iterator[Visitor]:
    visitor = Visitor(server)
    visitor.start()
    yield visitor
    visitor.ended.set()
    visitor.join(30)


def test_pushes_are_published_and_a_broken_one_is_told_and_changes_nothing(server: Server, visitor: Visitor) -> None:
    unchanged = server.get("/words/").headers["etag"]
    old_style = re.search(r'"\.\./(assets/explainer\.\w+\.css)"', server.get("/about/").text)

    about = server.mine / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
    style = server.mine / "hooks" / "explainer" / "theme" / "assets" / "explainer.css"
    style.write_text(style.read_text("utf-8") + "\n.changed { color: red }\n", "utf-8")
    good = server.commit("Add a sentence, and change the style")
    assert f"remote: Published {good}." in server.push().splitlines()
    assert "One sentence more." in server.get("/about/").text
    assert old_style is not None
    assert old_style[1] not in server.get("/about/").text
    assert server.get(f"/{old_style[1]}").status == 200, "for a page that was read before"
    words = (server.files / "current" / "site" / "words" / "index.html").stat().st_mtime
    former = (server.files / "previous" / "site" / "words" / "index.html").stat().st_mtime
    assert words > former, "its style has another name"

    shown = server.get("/timeline/").body
    timeline = server.mine / "data" / "timeline.yml"
    misspell(timeline)
    server.commit("Misspell a name")
    said = server.push()
    assert as_in_the_guide(said) == "remote: Publishing X.\n" + shown_in_the_guide(1)
    assert f"Readers still see {good}." in said
    assert "Traceback" not in said
    assert server.get("/timeline/").body == shown

    timeline.write_text(timeline.read_text("utf-8").replace("sergei-kisliak", "sergei-kislyak"), "utf-8")
    about.write_text(about.read_text("utf-8") + "\nMended.\n", "utf-8")
    mended = server.commit("Mend it")
    assert f"remote: Published {mended}." in server.push().splitlines()
    assert "Mended." in server.get("/about/").text
    again = server.get("/words/")
    assert again.headers["etag"] != unchanged
    kept = (server.files / "current" / "site" / "words" / "index.html").stat().st_mtime
    assert kept == words, "a page that has not changed keeps its time"

    server.does("git checkout --quiet -b draft && git commit --quiet --allow-empty -m Draft", server.mine)
    assert "Publish" not in server.push("draft")
    server.does("git checkout --quiet main", server.mine)
    releases = [path.name for path in (server.files / "releases").iterdir()]
    assert sorted(name.split(".")[0] for name in releases) == sorted([good, mended]), "no other is kept"
    assert visitor.visits > 20
    assert visitor.wrong == []


def test_a_push_that_is_killed_changes_nothing_and_the_next_one_clears_up(server: Server) -> None:
    shown = server.get("/about/").body
    before = (server.files / "current").readlink()
    about = server.mine / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\nKilled.\n", "utf-8")
    server.commit("Be killed")
    process = subprocess.Popen(
        ["git", "push", "--quiet", "server", "main"],
        cwd=server.mine, env=server.variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    end = time.monotonic() + PATIENCE
    while not list((server.files / "releases").glob("*/.site.building-*")):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)
    assert (server.files / "current").readlink() == before
    assert server.get("/about/").body == shown
    about.write_text(about.read_text("utf-8") + "\nAgain.\n", "utf-8")
    after = server.commit("Again")
    assert f"remote: Published {after}." in server.push().splitlines()
    assert "Again." in server.get("/about/").text
    assert len(list((server.files / "releases").iterdir())) == 2
