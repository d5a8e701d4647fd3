"""Pages that a plugin withholds: what stands on them alone is nowhere in what is published."""

import base64
import re
from hashlib import sha256
from pathlib import Path

import pytest
from Crypto.Cipher import AES
from Crypto.Util.Padding import unpad
from tests.building import Built, build, run
from tests.plugins.reading import head, pages, places_of, published, sound
from tests.plugins.small import ANSWER, FILES, WORDS, as_written, secret, small_site

pytestmark = pytest.mark.slow

TITLE = "Which colour was it"
PASSWORD = "correct-horse-battery-staple-and-a-mill-by-the-river-since-1902"  # noqa: S105 - a made-up one


def site_with(root: Path, plugin: str, page: str, ours: str = "first", **meta: str) -> Path:
    """Write the small site with a plugin, and a question that the plugin withholds in a page's place."""
    files = secret(**meta)
    text = files.pop("page")
    return small_site(root, plugin, files={f"docs/{page}": text, **files}, ours=ours)


def holds_nothing_of_it(built: Built, *, title: bool = True) -> None:
    """Hold that nobody can read what a withheld question says, and that all else is whole."""
    assert built.exit_code == 0, built.output
    for words in (ANSWER, WORDS, "statement-secret", *([TITLE, "colour"] if title else [])):
        assert places_of(words, built.site) == [], words
    assert "In November 1931" in published(built.site)["feed.atom"]
    sound(built.site)


@pytest.mark.parametrize("ours", ["first", "last"])
def test_exclude_keeps_a_question_and_what_only_it_shows_out_of_all_that_is_published(
    tmp_path: Path, ours: str
) -> None:
    holds_nothing_of_it(build(site_with(tmp_path, as_written("exclude"), "wip/colour.md", ours)))


def test_exclude_makes_a_link_to_what_only_an_excluded_page_shows_a_mistake(tmp_path: Path) -> None:
    root = site_with(tmp_path, as_written("exclude"), "wip/colour.md")
    close = root / "docs" / "close.md"
    close.write_text(f"{close.read_text()}\nCompare [what she said](statement:secret).\n")
    built = build(root)
    assert built.exit_code == 1
    line = len(close.read_text().splitlines())
    assert re.search(rf"docs/close\.md:{line}:\d+: error: .*`?secret`?", built.output), built.output


def test_exclude_and_the_check_agree(tmp_path: Path) -> None:
    root = site_with(tmp_path, as_written("exclude"), "wip/colour.md")
    done = run("explainer", "check", "--strict", cwd=root)
    assert done.returncode == 0, done.stdout


def test_exclude_docs_of_mkdocs_itself_withholds_as_well(tmp_path: Path) -> None:
    files = secret()
    text = files.pop("page")
    root = small_site(tmp_path, files={"docs/wip/colour.md": text, **files}, more="exclude_docs: wip/")
    holds_nothing_of_it(build(root))


def test_draft_docs_of_mkdocs_itself_withholds_as_well(tmp_path: Path) -> None:
    files = secret()
    text = files.pop("page")
    root = small_site(tmp_path, files={"docs/wip/colour.md": text, **files}, more="draft_docs: wip/")
    holds_nothing_of_it(build(root))


@pytest.mark.parametrize("ours", ["first", "last"])
def test_encryptcontent_encrypts_a_question_and_nothing_of_it_stands_in_the_clear(tmp_path: Path, ours: str) -> None:
    root = site_with(tmp_path, as_written("encryptcontent"), "colour.md", ours, password=PASSWORD)
    built = build(root)
    holds_nothing_of_it(built, title=False)
    page = pages(built.site)["colour/index.html"]
    assert page.select_one("[id*=encryptcontent], [id*=mkdocs-content]"), "no form to decrypt it"
    assert "mill by the river" not in str(page), "the password stands on the page"
    for name in ("description", "og:description"):
        assert ANSWER not in " ".join(head(page, name))


def test_encryptcontent_withholds_by_its_levels_and_its_global_password_too(tmp_path: Path) -> None:
    inventory = f"encryptcontent: {{password_inventory: {{readers: {PASSWORD}}}}}"
    holds_nothing_of_it(build(site_with(tmp_path / "a", inventory, "colour.md", level="readers")), title=False)
    whole = f"encryptcontent: {{global_password: {PASSWORD}}}"
    built = build(site_with(tmp_path / "b", whole, "colour.md"))
    assert built.exit_code == 0, built.output
    for words in (ANSWER, WORDS, "In November 1931", "It will never stand still"):
        assert places_of(words, built.site) == [], words


def test_encryptcontent_is_given_the_page_whole_to_encrypt(tmp_path: Path) -> None:
    """Its test mode derives the key from the password, so that the page can be decrypted here as a browser does it."""
    plugin = "encryptcontent: {insecure_test: true}"
    root = site_with(tmp_path, plugin, "colour.md", password=PASSWORD)
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stdout
    page = (root / "site" / "colour" / "index.html").read_text("utf-8")
    bundles = re.findall(r"([A-Za-z0-9+/]{22}==);([A-Za-z0-9+/]{500,}={0,2})", page)
    [(iv, cipher)] = bundles
    key = AES.new(sha256(PASSWORD.encode()).digest(), AES.MODE_CBC, base64.b64decode(iv))
    content = unpad(key.decrypt(base64.b64decode(cipher)), 16).decode()
    assert WORDS in content
    assert "statement-secret" in content
    assert 'href="../timeline/#event-opening"' in content
    assert not re.search(r"[\x02\x03\ue000-\uf8ff]|(?m:^///)|\[@", content)


@pytest.mark.parametrize(
    ("plugin", "meta"),
    [
        (as_written("blog"), {"date": "2021-03-05", "draft": "true"}),
        ("blog: {draft_if_future_date: true}", {"date": "2999-03-05"}),
    ],
    ids=["draft", "future"],
)
def test_blog_keeps_a_draft_out_of_all_that_is_published(tmp_path: Path, plugin: str, meta: dict[str, str]) -> None:
    files = secret(**meta)
    text = files.pop("page")
    post = "---\ndate: 2021-03-04\n---\n\n# A post\n\nThat [all may read](event:opening) [@paper].\n"
    root = small_site(
        tmp_path, plugin, files={"docs/blog/posts/colour.md": text, "docs/blog/posts/read.md": post, "docs/blog/index.md": "# Blog\n", **files}
    )  # fmt: skip
    holds_nothing_of_it(build(root))


def test_a_statement_that_another_page_shows_as_well_is_published_with_that_page(tmp_path: Path) -> None:
    """A guard against too much zeal: `promise` is shown on a page that is built, whatever else shows it."""
    files = secret()
    text = files.pop("page").replace("/// statement | secret\n///", "/// statement | promise\n///")
    root = small_site(tmp_path, as_written("exclude"), files={"docs/wip/colour.md": text})
    built = build(root)
    assert built.exit_code == 0, built.output
    assert "docs/open.md" in FILES
    assert (built.site / "embed" / "statement-promise.html").is_file()
    assert 'href="../open/#statement-promise"' in (built.site / "close" / "index.html").read_text("utf-8")
