"""`explainer archive` and `explainer verify`: recorded words held against documents from a server of the test."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import savepagenow
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from savepagenow.exceptions import BlockedByRobots, TooManyRequests
from tests.address_server import Server, serving
from tests.evidence.pdf import pdf
from tests.repositories import write

from explainer.commands.main import main
from explainer.edition import Edition, edition_from_disk
from explainer.evidence import addresses as links
from explainer.evidence import archiving
from explainer.html.source_places import place_of_locator
from explainer.record.kinds.source import Source
from explainer.site.config import read_site

WORDS = "We shut the mill for good, and we did not sell it."
ARTICLE = """<!DOCTYPE html><html><head><title>The mill shuts - The Paper</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The mill shuts</h1>
<p>After a hundred years, the mill by the river has ground its last sack of flour, its owner said on Monday.</p>
<p>“{words}” Ms Marsh told the town's council in the evening, before a full room of neighbours and of bakers.</p>
<p>The council had hoped for another answer, and will meet again in a week to speak about what becomes of the house.</p>
</article><footer>All rights reserved.</footer></body></html>"""

FILES = {
    "mkdocs.yml": "site_name: Mill\nsite_url: https://example.org/\nmarkdown_extensions:\n  - explainer:\n      checks: {unarchived: off, unused-source: off, without-role: off}\n",
    "docs/index.md": "# Home\n\n/// statement | shut\n///\n\n/// verification\n///\n",
    "data/people.yml": "- {id: ada, name: Ada Marsh}\n",
    "data/timeline.yml": "[]\n", "data/disputes.yml": "[]\n", "data/updates.yml": "[]\n",
    "data/statements.yml": "# What was said.\n- id: shut\n  speaker: ada\n  date: 2020-02-03\n  words: {words}\n  sources: [paper]\n",
    "data/sources.yml": "# Papers.\n- id: paper # the first\n  publisher: The Paper\n  title: The mill shuts\n  url: {url}\n",
}  # fmt: skip


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(links, "PAUSE", 0.01)
    monkeypatch.setattr(archiving, "PAUSE", 0.01)
    with serving() as running:
        yield running


def lay(root: Path, url: str, words: str = WORDS) -> Path:
    write(root, {name: text.replace("{url}", url).replace("{words}", words) for name, text in FILES.items()})
    return root


def serve(
    server: Server, words: str = WORDS, media_type: str = "text/html; charset=utf-8", encoding: str = "utf-8"
) -> str:
    server.documents["/article"] = (media_type, ARTICLE.replace("{words}", words).encode(encoding))
    return f"{server.address}/article"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


def keep(root: Path) -> Result:
    return run(root, "archive", "--no-copies")


def edition(root: Path) -> Edition:
    return edition_from_disk(read_site(root / "mkdocs.yml"))


def results(root: Path) -> list[dict[str, object]]:
    found = json.loads((root / "data" / "verified.json").read_text("utf-8"))["results"]
    return [each for each in found if each["of"].startswith("statement:")]


def told(root: Path) -> list[str]:
    return [str(problem) for problem in edition(root).problems]


class TestWhatIsFound:
    def test_words_that_the_source_prints_with_their_place(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        kept = keep(root)
        assert (kept.exit_code, kept.stdout[:22]) == (0, "paper: kept: text/html")
        done = run(root, "verify")
        assert (done.exit_code, done.stdout) == (0, "1 found, 0 differs, 0 not there, 0 unchecked\n")
        [found] = results(root)
        text = (root / "evidence" / "paper" / "text.txt").read_text("utf-8")
        assert text[found["offset"] :].startswith(WORDS)  # type: ignore[misc]
        assert (found["result"], found["exact"]) == ("found", WORDS.removesuffix("."))
        assert str(found["suffix"]).startswith(".” Ms Marsh told")
        assert told(root) == []

    def test_readers_are_told_and_led_to_the_words(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        keep(root)
        run(root, "verify")
        page = BeautifulSoup(edition(root).completed["index.md"].html, "html.parser")
        [checked] = page.select(".ex-statement__checked")
        assert " ".join(checked.get_text().split()).startswith("Checked against the source on ")
        assert [each.get_text() for each in page.select(".ex-verification li")] == [
            "Found word for word in the kept text of the source: 1 of 1"
        ]
        [link] = page.select(".ex-note__words")
        words = "We%20shut%20the%20mill,did%20not%20sell%20it,-.%E2%80%9D%20Ms%20Marsh"
        assert link["href"] == f"{server.address}/article#:~:text={words}"

    @pytest.mark.parametrize(
        ("printed", "result", "shown"),
        [
            (
                WORDS.replace("for good", "for now"),
                "differs",
                "We shut the mill for [-now-] {+good+} and we did not sell it",
            ),
            (
                WORDS.replace("did not sell", "did sell"),
                "differs",
                "We shut the mill for good and we did {+not+} sell it",
            ),
            ("There is nothing to say.", "not there", ""),
            (WORDS.replace("'", "’").replace("mill", "mi\u00adll"), "found", ""),
        ],
    )
    def test_what_is_printed_otherwise_is_told_word_by_word(
        self, tmp_path: Path, server: Server, printed: str, result: str, shown: str
    ) -> None:
        root = lay(tmp_path, serve(server, printed))
        keep(root)
        done = run(root, "verify")
        assert done.exit_code == (0 if result == "found" else 1)
        assert [(each["result"], each.get("shown", "")) for each in results(root)] == [(result, shown)]
        assert [line.partition(" [")[0].split(": ", 4)[-1] for line in told(root)] == {
            "found": [],
            "differs": ["the source `paper` prints other words; the difference,"],
            "not there": [
                "the kept text of the source `paper` does not have the words; name the source that prints them, or keep "
                "the whole of this one with `explainer archive`"
            ],
        }[result]
        assert all(line.startswith("data/statements.yml:5:10: error: ") for line in told(root))

    def test_words_with_a_gap_and_in_another_encoding(self, tmp_path: Path, server: Server) -> None:
        printed = "Die Mühle bleibt zu, sagte sie; wir verkaufen sie nicht, und wir vermieten sie nicht."
        url = serve(server, printed, "text/html; charset=windows-1252", "cp1252")
        root = lay(tmp_path, url, "Die Mühle bleibt zu […] und wir vermieten sie nicht.")
        keep(root)
        assert run(root, "verify").exit_code == 0
        assert [each["result"] for each in results(root)] == ["found"]

    def test_the_page_of_a_pdf(self, tmp_path: Path, server: Server) -> None:
        server.documents["/minutes.pdf"] = ("application/pdf", pdf(["The council met.", f"Ms Marsh: {WORDS}"]))
        root = lay(tmp_path, f"{server.address}/minutes.pdf")
        keep(root)
        assert run(root, "verify").exit_code == 0
        [found] = results(root)
        assert (found["result"], found["page"]) == ("found", 2)
        assert f"{server.address}/minutes.pdf#page=2" in edition(root).completed["index.md"].html

    def test_what_stands_beside_the_article_counts(self, tmp_path: Path, server: Server) -> None:
        aside = f"<aside><p>{WORDS}</p></aside></body>"
        page = ARTICLE.replace("{words}", "It is over.").replace("</body>", aside)
        server.documents["/article"] = ("text/html", page.encode())
        root = lay(tmp_path, f"{server.address}/article")
        keep(root)
        run(root, "verify")
        assert [each["result"] for each in results(root)] == ["found"]


class TestWhatIsKept:
    def test_without_evidence_it_is_said_that_nobody_looked(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        assert told(root) == []
        assert run(root, "verify").stdout == "0 found, 0 differs, 0 not there, 1 unchecked\n"
        assert told(root) == [
            "data/statements.yml:5:10: advice: shut: words: nobody has looked for the words in the source `paper`; run "
            "`explainer archive paper`, then `explainer verify` [unverified]"
        ]

    def test_results_hold_where_the_evidence_is_not(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        keep(root)
        run(root, "verify")
        before = (root / "data" / "verified.json").read_bytes()
        (root / "evidence").rename(root / "elsewhere")
        assert run(root, "verify").stdout == "1 found, 0 differs, 0 not there, 0 unchecked\n"
        assert (root / "data" / "verified.json").read_bytes() == before
        assert run(root, "verify", "--again").stdout == "0 found, 0 differs, 0 not there, 1 unchecked\n"

    def test_words_that_changed_since_are_unverified(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        keep(root)
        run(root, "verify")
        lay(tmp_path, f"{server.address}/article", WORDS.replace("mill", "works"))
        assert [line.rpartition("[")[2] for line in told(root)] == ["unverified]"]

    def test_a_server_that_turns_programs_away_leaves_it_to_the_editor(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, f"{server.address}/403")
        done = keep(root)
        assert (done.exit_code, done.stdout) == (
            1,
            "paper: not kept: the server turns programs away; save the page in a browser, and name the file with `--file`\n",
        )
        saved = tmp_path / "saved.html"
        saved.write_text(ARTICLE.replace("{words}", WORDS), "utf-8")
        assert run(root, "archive", "paper", "--file", str(saved)).exit_code == 0
        assert json.loads((root / "evidence" / "paper" / "about.json").read_text())["by"] == "an editor"
        assert run(root, "verify").exit_code == 0

    @pytest.mark.parametrize(
        ("path", "why"),
        [
            ("/404", "the server answers 404"),
            ("/dropped", "the server cannot be reached"),
            ("/picture", "the text of a document of the type `image/png` cannot be read"),
            ("/empty", "the document has no text; a picture of one says nothing to a program"),
            ("/broken.pdf", "the PDF cannot be read"),
            ("/moved-inside", "the address leads to `localhost`, which is no public host"),
        ],
    )
    def test_what_cannot_be_kept_is_told(self, tmp_path: Path, server: Server, path: str, why: str) -> None:
        server.documents |= {
            "/picture": ("image/png", b"\x89PNG"),
            "/empty": ("text/html", b"<html><body></body></html>"),
            "/broken.pdf": ("application/pdf", b"%PDF-1.7 and no more"),
        }
        root = lay(tmp_path, f"{server.address}{path}")
        done = keep(root)
        assert done.exit_code == 1
        assert done.stdout.startswith(f"paper: not kept: {why}")
        assert not (root / "evidence" / "paper" / "about.json").exists()

    def test_what_is_kept_is_not_fetched_again(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        keep(root)
        assert (keep(root).stdout, server.times["/article"]) == ("", 1)
        assert run(root, "archive", "--no-copies", "--again").exit_code == 0
        assert server.times["/article"] == 2

    def test_a_document_that_was_changed_is_no_evidence(self, tmp_path: Path, server: Server) -> None:
        root = lay(tmp_path, serve(server))
        keep(root)
        (root / "evidence" / "paper" / "document.html").write_text("<p>Else.</p>")
        done = run(root, "verify")
        assert done.exit_code == 2
        assert "the document in `paper` is another than the one that was kept" in done.stderr

    def test_it_is_kept_apart_from_the_pages(self, tmp_path: Path) -> None:
        root = lay(tmp_path, "https://example.org/a")
        config = root / "mkdocs.yml"
        config.write_text(config.read_text().replace("      checks", "      evidence: docs/evidence\n      checks"))
        assert told(root) == [
            "mkdocs.yml:5:17: error: the folder `docs/evidence` would be published with the pages; keep what is kept of "
            "the sources in a folder beside them"
        ]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("{,", "data/verified.json:1:2: error: what came of looking for words in the sources cannot be read"),
            ('{"version": 2}', "data/verified.json: error: what came of looking for words in the sources cannot be read (expected"),
            ('{"version": 1, "results": [{"of": 3}]}', "data/verified.json: error: what came of looking for words in"),
        ],
    )  # fmt: skip
    def test_results_that_cannot_be_read_are_one_problem(self, tmp_path: Path, content: str, said: str) -> None:
        root = lay(tmp_path, "https://example.org/a")
        (root / "data" / "verified.json").write_text(content)
        [problem] = told(root)
        assert problem.startswith(said)
        assert run(root, "verify").exit_code == 2
        assert run(root, "verify", "--again").exit_code == 0


class TestCopies:
    URL = "https://web.archive.org/web/20200204101112/"

    def test_of_a_page_are_written_where_the_source_stands(
        self, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(savepagenow, "capture_or_cache", lambda url, **_: (f"{self.URL}{url}", True))
        root = lay(tmp_path, serve(server))
        done = run(root, "archive", "--no-evidence")
        assert (done.exit_code, done.stdout) == (0, f"paper: copied: {self.URL}{server.address}/article\n")
        assert (root / "data" / "sources.yml").read_text() == (
            "# Papers.\n- id: paper # the first\n"
            f"  archive_url: {self.URL}{server.address}/article\n  archived: 2020-02-04\n"
            f"  publisher: The Paper\n  title: The mill shuts\n  url: {server.address}/article\n"
        )
        assert told(root) == []
        assert run(root, "archive", "--no-evidence").stdout == ""

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (TooManyRequests({}), "the archive asks to be left alone for a while; run the command again later"),
            (BlockedByRobots(""), "the page does not let itself be archived"),
        ],
    )
    def test_that_are_not_made_are_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
    ) -> None:
        def refuse(_: str, **__: object) -> None:
            raise error

        monkeypatch.setattr(savepagenow, "capture_or_cache", refuse)
        root = lay(tmp_path, "https://example.org/a")
        before = (root / "data" / "sources.yml").read_bytes()
        done = run(root, "archive", "--no-evidence")
        assert (done.exit_code, done.stdout) == (1, f"paper: no copy: {said}\n")
        assert (root / "data" / "sources.yml").read_bytes() == before

    @pytest.mark.parametrize(
        ("name", "text", "written"),
        [
            ("sources.json", '[{"id": "paper", "publisher": "P", "title": "T", "url": "U"}]', '[{"archive_url": "C", "archived": "2020-02-04", "id": "paper"'),
            ("sources.yml", "- {id: paper, publisher: P, title: T, url: 'U'}\n", '- {archive_url: "C", archived: "2020-02-04", id: paper'),
            ("sources.csv", "id,publisher,title,url,archive_url,archived\npaper,P,T,U,,\n", "paper,P,T,U,C,2020-02-04"),
        ],
    )  # fmt: skip
    def test_stand_in_the_form_of_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, written: str
    ) -> None:
        url, copy = "https://example.org/a", f"{self.URL}https://example.org/a"
        monkeypatch.setattr(savepagenow, "capture_or_cache", lambda url, **_: (f"{self.URL}{url}", True))
        root = lay(tmp_path, url)
        (root / "data" / "sources.yml").unlink()
        (root / "data" / name).write_text(
            text.replace('"U"', f'"{url}"').replace("'U'", f"'{url}'").replace(",U,", f",{url},")
        )
        assert run(root, "archive", "--no-evidence").exit_code == 0
        assert (
            written.replace('"C"', f'"{copy}"').replace(",C,", f",{copy},").replace(",U,", f",{url},")
            in (root / "data" / name).read_text()
        )

    def test_of_an_id_that_no_source_has(self, tmp_path: Path) -> None:
        done = run(lay(tmp_path, "https://example.org/a"), "archive", "papr")
        assert (done.exit_code, done.stderr) == (2, "explainer: no source `papr`; did you mean `paper`?\n")


def test_links_tell_where_words_are_gone(tmp_path: Path, server: Server) -> None:
    root = lay(tmp_path, serve(server))
    keep(root)
    run(root, "verify")
    assert run(root, "links").exit_code == 0
    serve(server, "We have nothing to say about it any more.")
    done = run(root, "links")
    assert done.exit_code == 1
    assert "paper: url: the page no longer has the words of `statement:shut`" in done.stdout


@pytest.mark.parametrize(
    ("url", "kind", "locator", "place"),
    [
        ("https://example.org/a.pdf", None, "p. 12", "https://example.org/a.pdf#page=12"),
        ("https://example.org/a.pdf#x", None, "page 3", "https://example.org/a.pdf#page=3"),
        ("https://example.org/a", None, "p. 12", ""),
        ("https://www.youtube.com/watch?v=x", "video", "2:13", "https://www.youtube.com/watch?v=x&t=133s"),
        ("https://example.org/a.mp4", None, "1:02:13", "https://example.org/a.mp4#t=3733"),
        ("https://example.org/a", "article", "2:13", ""),
    ],
)
def test_a_locator_leads_to_its_place(url: str, kind: str | None, locator: str, place: str) -> None:
    source = Source.model_validate({"id": "a", "publisher": "P", "title": "T", "url": url, "kind": kind})
    assert place_of_locator(source, locator) == place


def test_a_source_may_refuse_links_to_words(tmp_path: Path, server: Server) -> None:
    root = lay(tmp_path, serve(server))
    assert "#:~:text=" in edition(root).completed["index.md"].html, "short words that nobody has looked for"
    sources = root / "data" / "sources.yml"
    sources.write_text(sources.read_text().replace("  title:", '  fragments: "no"\n  title:'))
    assert "#:~:text=" not in edition(root).completed["index.md"].html
