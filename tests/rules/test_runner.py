"""How grave a breach of a rule is, what is exempt from it, and whose rules there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.sites import SOUND, lay

from explainer import brought
from explainer.edition import edition_from_disk
from explainer.problems.problem import Problem, Severity, fails, report
from explainer.record.contents import Contents
from explainer.rules import registry
from explainer.rules.page_tree import PageTree
from explainer.rules.rule import Check, Finding, PageFinding, Rule
from explainer.rules.runner import as_in_preview
from explainer.site.config import read_site
from explainer.site.settings import Settings

UNSOURCED = SOUND["data/timeline.yml"].replace("  sources: [notes]\n", "")


def found(root: Path, *, options: str = "{}", **files: str) -> list[Problem]:
    """Return the problems of a site that differs in some collections, and in its option `checks`."""
    data = {f"data/{name}.yml": text for name, text in files.items() if name != "page"}
    pages = {"docs/index.md": files["page"]} if "page" in files else {}
    config = {"mkdocs.yml": SOUND["mkdocs.yml"].replace("checks: {}", f"checks: {options}")}
    return edition_from_disk(read_site(lay(root, {**data, **pages, **config}))).problems


def told(root: Path, *, options: str = "{}", **files: str) -> list[str]:
    return [str(problem) for problem in found(root, options=options, **files)]


# --- how grave ----------------------------------------------------------------------------------------------------


def test_a_site_may_change_how_grave_a_breach_is(tmp_path: Path) -> None:
    assert " warning: " in told(tmp_path, options="{unsourced: warning}", timeline=UNSOURCED)[0]
    assert told(tmp_path, options="{unsourced: off}", timeline=UNSOURCED) == []


def test_a_site_may_change_how_grave_a_breach_on_a_page_is(tmp_path: Path) -> None:
    page = "# The engine\n\n/// statement | weaves\n///\n\nCharles said: [“It weaves.”](statement:weaves)\n"
    assert " warning: " in told(tmp_path, page=page)[0]
    assert " error: " in told(tmp_path, options="{speaker: error}", page=page)[0]
    assert told(tmp_path, options="{speaker: off}", page=page) == []


def test_a_misspelt_rule_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, options="{unsorced: off}") == [
        "mkdocs.yml:4:16: error: checks: no check `unsorced`; did you mean `unsourced`?"
    ]
    event = SOUND["data/timeline.yml"] + "  allow: {unsorced: because}\n"
    assert told(tmp_path, timeline=event) == [
        "data/timeline.yml:5:11: error: printed: allow: no check `unsorced`; did you mean `unsourced`?"
    ]


def test_what_fails_is_an_error_or_a_warning_where_the_site_is_to_be_strict(tmp_path: Path) -> None:
    late = found(tmp_path, timeline=SOUND["data/timeline.yml"] + "  known: 1843-07\n")
    assert (fails(late), fails(late, strict=True)) == (False, True)
    advice = found(
        tmp_path,
        timeline=SOUND["data/timeline.yml"],
        sources=SOUND["data/sources.yml"] + "  url: https://example.org\n",
    )
    assert not fails(advice, strict=True)
    assert report(advice).endswith("\n1 advice")


@pytest.mark.parametrize(
    ("name", "checks", "told", "in_preview"),
    [
        ("silent-correction", {}, "error", "warning"),
        ("silent-correction", {"silent-correction": "error"}, "error", "error"),
        ("silent-correction", {"silent-correction": "advice"}, "advice", "advice"),
        ("unsourced", {}, "error", "error"),
        ("", {}, "error", "error"),
    ],
)
def test_a_build_that_is_not_strict_lets_an_editor_see_a_correction(
    name: str, checks: dict[str, Severity], told: Severity, in_preview: Severity
) -> None:
    problem = Problem(Path("timeline.yml"), 1, 1, "it changed", severity=told, check=name)
    assert as_in_preview(problem, Settings(checks=checks)).severity == in_preview


# --- what is exempt -----------------------------------------------------------------------------------------------


def test_an_entry_may_be_exempt_and_its_reason_is_told(tmp_path: Path) -> None:
    problems = found(tmp_path, timeline=UNSOURCED + "  allow:\n    unsourced: seen by the editor\n")
    assert report(problems) == (
        "data/timeline.yml:1:3: allowed: printed: the event has no source [unsourced]: seen by the editor\n"
        "no problems, 1 exception"
    )
    assert not fails(problems, strict=True)


def test_an_exemption_from_what_finds_nothing_in_entries_is_refused(tmp_path: Path) -> None:
    event = SOUND["data/timeline.yml"] + "  allow:\n    silent-correction: nobody saw it\n    speaker: he read it out\n"
    assert told(tmp_path, timeline=event) == [
        "data/timeline.yml:6:5: error: printed: allow: the check `silent-correction` finds nothing in entries, so none can "
        "be exempt",
        "data/timeline.yml:7:5: error: printed: allow: the check `speaker` finds nothing in entries, so none can be exempt; "
        "put `<!-- allow speaker: the reason -->` on the page",
    ]


# --- whose rules --------------------------------------------------------------------------------------------------


def short(contents: Contents) -> Iterator[Finding]:
    for event in contents.record.events.values():
        if len(event.title) < 10:
            yield Finding("event", event.id, ("title",), "the headline is short")


def shouted(page: PageTree) -> Iterator[PageFinding]:
    for heading in page.root.iter("h2"):
        if heading.text and heading.text.isupper():
            yield PageFinding(heading.text, "the heading shouts")


SHORT = Rule(name="short", doc="Who reads must know.", severity="advice", says="is short", in_record=short)
SHOUTED = Check(name="shouted", doc="Nobody likes it.", on_page=shouted)


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_registered", [])
    registry.register(SHORT)
    registry.register(SHOUTED)


@pytest.mark.usefixtures("registered")
def test_a_rule_of_another_package_is_kept_like_ours(tmp_path: Path) -> None:
    assert told(tmp_path, page="# The engine\n\n## LOUD\n") == [
        "data/timeline.yml:3:10: advice: printed: title: the headline is short [short]",
        "docs/index.md:3:4: error: the heading shouts",
    ]
    allowed = SOUND["data/timeline.yml"] + "  allow: {short: it says all}\n"
    assert told(tmp_path, options="{short: error}", timeline=allowed, page="# The engine\n") == [
        "data/timeline.yml:3:10: allowed: printed: title: the headline is short [short]: it says all"
    ]


def test_another_package_may_put_its_rule_in_the_place_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_registered", [])
    registry.register(Rule(name="unsourced", doc="Lenient.", severity="advice", says="", in_record=lambda _: iter(())))
    assert told(tmp_path, timeline=UNSOURCED) == []


def test_a_package_names_its_rules_as_entry_points(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "packages"
    (folder / "newsroom-1.dist-info").mkdir(parents=True)
    (folder / "newsroom-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom\nVersion: 1\n")
    (folder / "newsroom-1.dist-info" / "entry_points.txt").write_text(
        "[explainer.rules]\nshort = newsroom_rules:SHORT\n"
    )
    (folder / "newsroom_rules.py").write_text("from tests.rules.test_runner import SHORT\n")
    monkeypatch.syspath_prepend(folder)
    brought._selecting.cache_clear()  # a process asks for the installed packages once
    try:
        assert "short" in [rule.name for rule in registry.all_rules()]
    finally:
        brought._selecting.cache_clear()
    monkeypatch.undo()
    assert "short" not in [rule.name for rule in registry.all_rules()]
