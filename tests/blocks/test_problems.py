"""What is said of a page with mistakes: one problem each, at its line, and nothing of the mistake on the page."""

import pytest
from markdown import Markdown
from tests.blocks.conftest import Convert

from explainer.hosts.extension import ExplainerExtension
from explainer.hosts.single_pages import ContentError

FILE = "docs/index.md"


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("/// timelin\n///\n", ":1:1: error: no block `timelin`; did you mean `timeline`?"),
        ("Text\n\n/// timeline\n    form: 2016\n///\n", ":4:5: error: form: no field `form`; did you mean `from`?"),
        (
            "/// timeline\n    from: 2016-02-30\n///\n",
            ":2:11: error: from: February 2016 has 29 days",
        ),
        ("/// timeline\n    people: [ada-lovelac]\n///\n", ":2:14: error: people[0]: no person `ada-lovelac`; did you mean `ada-lovelace`?"),
        ("/// timeline\n    limit: many\n///\n", ":2:12: error: limit: expected a whole number, found `many`"),
        ("/// timeline\n    heading: 7\n///\n", ":2:14: error: heading: expected 6 or less, found `7`"),
        ("/// timeline\n    order: up\n///\n", ":2:12: error: order: expected one of `oldest`, `newest`, found `up`"),
        ("/// timeline\n    from: a: b\n///\n", ":2:12: error: found a colon inside a text without quotation marks"),
        ("/// timeline\n    from: 2016\n    from: 2017\n///\n", ":3:5: error: the field `from` stands twice"),
        ("/// timeline | x\n///\n", ":1:16: error: the block `timeline` takes nothing behind the bar, found `x`"),
        ("/// statement\n///\n", ":1:1: error: expected the id of a statement, found nothing; write `/// statement | weaves`"),
        ("/// statement | weave\n///\n", ":1:17: error: no statement `weave`; did you mean `weaves`?"),
        ("/// timeline\n", ":1:1: error: the block `timeline` is never closed; write `///` alone in a line beneath it"),
        (
            "/// timeline\nfrom: 2016\n///\n",
            ":1:1: error: the block `timeline` takes options and no text, found `from: 2016`; indent options by four spaces",
        ),
        (
            "/// timeline\n\nSome text.\n///\n",
            ":1:1: error: the block `timeline` takes options and no text, found `Some text.`; close the block with `///` "
            "before the text goes on",
        ),
        ("Text[^1].\n\n[^1]: a\n    /// timelin\n", ":4:5: error: no block `timelin`"),
        ("/// timeline ///\n", ":1:1: error: the block `timeline` was not understood"),
        ("/// some words of prose\n", ":1:1: error: the block `some` was not understood"),
        ("Text.\n\n///\n", ":3:1: error: `///` closes no block here; a block begins with `/// name`"),
        ("One [@nobody] two.\n", ":1:6: error: no source `nobody`"),
        ("[@note]\n", ":1:2: error: no source `note`; did you mean `notes`?"),
        ("Text [@two words].\n", ":1:6: error: expected a source's id, found `[@two words]`"),
        ("[x](nowhere.md)\n", ":1:4: error: no page `nowhere.md`"),
        ("[x](whoo.md#a)\n", ":1:4: error: no page `whoo.md`; did you mean `who.md`?"),
        ("[x](event:nothing)\n", ":1:5: error: no event `nothing`"),
        (
            "[x](dispute:who-wrote)\n",
            ":1:5: error: no page shows the dispute `who-wrote`; put `/// dispute | who-wrote` on a page",
        ),
        ("- item\n\n    /// timelin\n    ///\n", ":3:5: error: no block `timelin`"),
        ("!!! note\n    /// timelin\n    ///\n", ":2:5: error: no block `timelin`"),
        ("Text\n/// event | engin\n///\n", ":2:13: error: no event `engin`; did you mean `engine`?"),
        ("```\n[@nobody]\n```\n\nText `[@nobody]` [@nobody].\n", ":5:19: error: no source `nobody`"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_problem_at_its_place(convert: Convert, markdown: str, problem: str) -> None:
    page = convert(markdown, good=False)
    assert len(page.problems) == 1, page.problems
    assert page.problems[0].startswith(FILE + problem), page.problems


def test_lines_are_those_of_the_file_with_its_front_matter(convert: Convert) -> None:
    page = convert("---\nanswer: Yes.\nupdated: 2020\n---\n\n\n# Q?\n\n[@nobody]\n", good=False)
    assert [problem.split(" error")[0] for problem in page.problems] == ["docs/index.md:9:2:"]


def test_each_of_several_alike_is_told_at_its_own_line(convert: Convert) -> None:
    page = convert("[@nobody]\n\n/// timelin\n///\n\n[@nobody]\n\n/// timelin\n///\n", good=False)
    assert [problem.split(": error")[0] for problem in page.problems] == [
        "docs/index.md:1:2", "docs/index.md:3:1", "docs/index.md:6:2", "docs/index.md:8:1"
    ]  # fmt: skip


def test_a_host_that_collects_nothing_gets_an_exception_with_the_report(root: object) -> None:
    md = Markdown(extensions=[ExplainerExtension(root=root)])  # type: ignore[arg-type]
    with pytest.raises(ContentError, match=r"docs/index\.md:\d+:\d+: error: no source `nobody`"):
        md.convert("# Home\n\n[@nobody]\n")


def test_a_template_of_the_site_that_does_not_work_is_named(convert: Convert, root: object) -> None:
    (root / "own").mkdir()  # type: ignore[operator]
    (root / "own" / "event.html").write_text("{{ event.titel }}")  # type: ignore[operator]
    (root / "mkdocs.yml").write_text("markdown_extensions:\n  - explainer:\n      templates: own\n")  # type: ignore[operator]
    page = convert("/// event | engine\n///\n", good=False)
    assert len(page.problems) == 1
    assert "docs/index.md:1:1: error: the template `event.html` does not work" in page.problems[0]
    assert "titel" in page.problems[0]


def test_a_name_may_begin_with_a_capital_letter(convert: Convert) -> None:
    page = convert("/// Event | engine\n///\n\n[x](event:engine)\n")
    assert page.text("article h3") == ["The engine is drawn #"]
