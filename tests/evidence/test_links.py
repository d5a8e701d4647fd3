"""`explainer links`: the addresses of the sources, looked up at a server of the test and nowhere else."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.address_server import Server, serving
from tests.repositories import CONFIG, FILES, write

from explainer.commands.main import main
from explainer.evidence import addresses as links
from explainer.evidence import asking


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(links, "PAUSE", 0.01)
    with serving() as running:
        yield running


def site(root: Path, *sources: str, checks: str = "") -> Path:
    """Write a tiny site with sources of these fields, the first in line 1."""
    listed = "".join(f"- {{id: s{n}, publisher: P, title: T, {fields}}}\n" for n, fields in enumerate(sources))
    others = {name: "[]\n" for name in FILES if name.startswith("data/")}
    pages = {name: "# Page\n" for name in FILES if name.startswith("docs/")}
    config = CONFIG.replace("unused-source: off", f"unused-source: off{checks}")
    write(root, {**others, **pages, "mkdocs.yml": config, "data/sources.yml": listed or "[]\n"})
    return root


def look(root: Path, form: str = "people") -> Result:
    return CliRunner().invoke(main, ["links", "-f", str(root / "mkdocs.yml"), "--format", form])


def told(root: Path) -> list[str]:
    """Return the faults that are told of the sources, without place and hint, in a line each."""
    done = look(root, "json")
    return [each["message"] for each in json.loads(done.stdout)]


KEPT = "archive_url: '{0}/copy', url: '{0}{1}'"


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/200", ""),
        ("/404", "the server answers 404 Not Found"),
        ("/410", "the server answers 410 Gone"),
        ("/500", "the server answers 500 Internal Server Error"),
        ("/599", "the server answers 599"),
        ("/no-head", ""),
        ("/head-refused", "the server answers 404 Not Found"),
        ("/later", ""),
        ("/moved", "the page has moved for good"),
        ("/led-on", ""),
        ("/moved-inside", "the address leads to `localhost`, which is no public host"),
        ("/moved/dead", "the server answers 404 Not Found"),
        ("/circle", "the address leads in a circle"),
        ("/moved-to-nothing", "this is no address, or it leads to one that is none"),
        ("/dropped", "the server cannot be reached"),
        ("/401", ""),
        ("/403", ""),
        ("/429", ""),
        ("/451", ""),
        ("/999", ""),
    ],
)
def test_an_address_is_there_or_it_is_said_what_is_wrong(tmp_path: Path, server: Server, path: str, fault: str) -> None:
    root = site(tmp_path, KEPT.format(server.address, path))
    assert told(root) == ([f"{fault}: {server.address}{path}"] if fault else [])
    assert look(root).exit_code == (1 if fault else 0)


class TestWhatIsAsked:
    def test_the_head_alone_where_that_is_enough(self, tmp_path: Path, server: Server) -> None:
        assert look(site(tmp_path, KEPT.format(server.address, "/200"))).stdout == "no problems\n"
        assert [asked[:2] for asked in server.asked] == [("HEAD", "/200"), ("HEAD", "/copy")]

    def test_what_is_gone_is_not_asked_for_again_and_what_fails_is(self, tmp_path: Path, server: Server) -> None:
        look(site(tmp_path, KEPT.format(server.address, "/404"), KEPT.format(server.address, "/503")))
        asked = [method for method, path, _ in server.asked if path == "/404"]
        assert asked == ["HEAD", "GET"]
        assert [method for method, path, _ in server.asked if path == "/503"] == ["HEAD", "GET"] * 2

    def test_a_host_that_says_nothing_is_not_asked_for_the_rest(self, tmp_path: Path, server: Server) -> None:
        sources = [f"archive_url: '{server.address}/dropped/{n}'" for n in range(5)]
        assert len(told(site(tmp_path, *sources))) == 5
        assert sorted(server.times) == ["/dropped/0", "/dropped/1"]

    def test_it_says_who_asks(self, tmp_path: Path, server: Server) -> None:
        look(site(tmp_path, KEPT.format(server.address, "/200")))
        assert all(agent.startswith("explainer/") for _, _, agent in server.asked)

    def test_each_address_once_and_one_host_for_one_at_a_time(self, tmp_path: Path, server: Server) -> None:
        sources = [KEPT.format(server.address, f"/200/{n % 20}") for n in range(40)]
        look(site(tmp_path, *sources))
        assert len(server.asked) == 21
        assert server.most_at_once == 1

    def test_several_hosts_at_the_same_time(self, tmp_path: Path, server: Server) -> None:
        """Each of two servers answers only when the other is asked too."""
        with serving() as other:
            server.meeting = other.meeting = threading.Barrier(2, timeout=10)
            sources = [f"archive_url: '{each.address}/together'" for each in (server, other)]
            done = look(site(tmp_path, *sources))
        assert (done.exit_code, done.stdout) == (0, "no problems\n")

    def test_no_address_that_is_not_of_the_web(self, tmp_path: Path, server: Server) -> None:
        done = look(site(tmp_path, "url: 'mailto:a@example.org'", "locator: p. 1", checks=", unarchived: off"))
        assert (done.exit_code, done.stdout, server.asked) == (0, "no problems\n", [])


def test_a_server_that_takes_too_long_does_not_answer(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "TIMEOUT", (0.2, 0.2))
    root = site(tmp_path, KEPT.format(server.address, "/slow"))
    assert told(root) == [f"the server does not answer: {server.address}/slow"]


@pytest.mark.parametrize("path", ["/continue", "/drip"])
def test_an_answer_without_end_is_cut(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(asking, "DEADLINE", 0.3)
    root = site(tmp_path, KEPT.format(server.address, path))
    assert told(root) == [f"the server does not answer: {server.address}{path}"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/", "http://nowhere.invalid./"])
def test_a_server_that_is_not_there_cannot_be_reached(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", only_this_machine(socket.getaddrinfo))
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    address = url.format(port=port)
    assert told(site(tmp_path, f"url: '{address}', archive_url: '{server.address}/copy'")) == [
        f"the server cannot be reached: {address}"
    ]


def test_a_name_of_a_host_that_none_can_have_is_told_of_beside_the_rest(tmp_path: Path, server: Server) -> None:
    address = "http://www..example.org/"
    assert told(site(tmp_path, f"url: '{address}', archive_url: '{server.address}/404'")) == [
        f"this is no address, or it leads to one that is none: {address}",
        f"the server answers 404 Not Found: {server.address}/404",
    ]


def only_this_machine(getaddrinfo):  # type: ignore[no-untyped-def]
    """Look no name up: that would ask another host."""

    def look_up(host, *arguments, **options):  # type: ignore[no-untyped-def]
        if host != "127.0.0.1":
            raise socket.gaierror
        return getaddrinfo(host, *arguments, **options)

    return look_up


class TestTheReport:
    @pytest.fixture
    def root(self, tmp_path: Path, server: Server) -> Path:
        address = server.address
        return site(
            tmp_path,
            f"url: '{address}/404', archive_url: '{address}/copy'",
            f"url: '{address}/410'",
            f"url: '{address}/200', archive_url: '{address}/404/copy'",
            f"url: '{address}/200'",
            f"url: '{address}/200/2', allow: {{unarchived: a page that changes daily}}",
        )

    def test_names_the_line_the_fault_and_the_next_step(self, root: Path, server: Server) -> None:
        done = look(root)
        lines = [line for line in done.stdout.splitlines() if line.startswith("data/")]
        address = server.address
        assert lines == [
            f"data/sources.yml:1:41: warning: s0: url: the server answers 404 Not Found: {address}/404; "
            "its archived copy is there; leave `url:` out, or correct it",
            f"data/sources.yml:2:41: warning: s1: url: the server answers 410 Gone: {address}/410; "
            "correct the address, or give an archived copy of what was there",
            "data/sources.yml:2:41: advice: s1: url: the source has an address and no archived copy; "
            "add `archive_url:` and `archived:` [unarchived]",
            f"data/sources.yml:3:{len(address) + 62}: warning: s2: archive_url: "
            f"the server answers 404 Not Found: {address}/404/copy; have another copy made",
            "data/sources.yml:4:41: advice: s3: url: the source has an address and no archived copy; "
            "add `archive_url:` and `archived:` [unarchived]",
        ]
        assert done.stdout.splitlines()[-1] == "3 warnings, 2 advice"
        assert done.exit_code == 1

    def test_is_a_list_in_markdown(self, root: Path, server: Server) -> None:
        done = look(root, "markdown")
        lines = done.stdout.splitlines()
        assert lines[0] == (
            f"- `data/sources.yml:1:41` s0: url: the server answers 404 Not Found: "
            f"http&#58;//127.0.0.1&#58;{server.server_port}/404; "
            "its archived copy is there; leave &#96;url&#58;&#96; out, or correct it"
        )
        assert lines[-2:] == ["", "**3 warnings, 2 advice**"]
        assert done.exit_code == 1

    def test_is_empty_in_markdown_where_all_is_well(self, tmp_path: Path, server: Server) -> None:
        done = look(site(tmp_path, KEPT.format(server.address, "/200")), "markdown")
        assert (done.exit_code, done.stdout) == (0, "")

    def test_says_beside_it_what_was_looked_up_and_what_an_editor_must_look_at(
        self, tmp_path: Path, server: Server
    ) -> None:
        done = look(
            site(tmp_path, KEPT.format(server.address, "/403"), KEPT.format(server.address, "/200")), "markdown"
        )
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr.splitlines() == [
            "explainer: looking up 3 addresses",
            f"explainer: look for yourself, the server turns programs away: {server.address}/403",
        ]

    def test_says_nothing_of_missing_copies_where_the_site_asks_for_none(self, tmp_path: Path, server: Server) -> None:
        root = site(tmp_path, f"url: '{server.address}/200'", checks=", unarchived: off")
        assert look(root).stdout == "no problems\n"

    @pytest.mark.slow
    def test_is_cut_before_an_issue_is_full(self, tmp_path: Path, server: Server) -> None:
        sources = [
            f"archive_url: '{server.address}/copy', url: '{server.address}/404/{'x' * 300}{n}'" for n in range(300)
        ]
        printed = look(site(tmp_path, *sources), "markdown").stdout
        assert len(printed) < 65_536
        listed = [line for line in printed.splitlines() if line.startswith("- `")]
        assert f"- … and {300 - len(listed)} more" in printed
        assert printed.endswith("**300 warnings**\n")


def test_a_machine_that_is_cut_off_makes_no_address_dead(tmp_path: Path) -> None:
    nowhere = [f"url: http://127.0.0.{n}:9/" for n in (1, 2)]
    done = look(site(tmp_path, *nowhere))
    assert done.exit_code == 2
    assert done.output.splitlines()[-1] == "explainer: no server could be reached; is this machine connected?"


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    done = look(tmp_path)
    assert done.exit_code == 2
    assert "no configuration file" in done.stderr
