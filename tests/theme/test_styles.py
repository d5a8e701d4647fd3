"""Styles and scripts: linted, each colour and size once, no part forgotten or idle, and no heavier than they were."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.browser.conftest import tool
from tests.building import REPOSITORY

from explainer.publish import share_images
from explainer.publish.assets import ASSETS, THEME, joined, packed

PACKAGE = REPOSITORY / "hooks" / "explainer"
FOLDER = THEME / "assets" / "explainer"
STYLES = sorted((FOLDER / "css").glob("*.css"))
BEHAVIOURS = sorted((FOLDER / "js").glob("*.js"))
BUNDLES = ("assets/explainer.css", "assets/explainer-embed.css", "assets/explainer.js")
IMPORTED = re.compile(r'^(?:@import |import\(|import .* from )"([^"]+)"', re.MULTILINE)
CLASS = re.compile(r"\.(ex-[\w-]+)")


def lint(root: Path) -> tuple[int, str]:
    """Return how the linter ends in a folder, and what it says."""
    command = [tool("@biomejs/biome/bin/biome"), "lint", "--error-on-warnings"]
    done = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout


def code(file: Path) -> str:
    """Return a style without its comments."""
    return re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.slow
def test_the_linter_finds_nothing() -> None:
    code, said = lint(REPOSITORY)
    assert code == 0, said
    assert f"Checked {len([*ASSETS, *STYLES, *BEHAVIOURS, 'biome.json'])} files" in said


WRONG = {
    "a { colour: red; }": "noUnknownProperty",
    "a { color: red !important; }": "noImportantStyles",
    "a b c { color: red; } c { color: blue; }": "noDescendingSpecificity",
    "export const show = () => undeclared": "noUndeclaredVariables",
    "const unused = 1": "noUnusedVariables",
}


def test_the_linter_finds_what_is_wrong(tmp_path: Path) -> None:
    shutil.copy(REPOSITORY / "biome.json", tmp_path)
    folder = tmp_path / FOLDER.relative_to(REPOSITORY)
    folder.mkdir(parents=True)
    for n, text in enumerate(WRONG):
        (folder / f"{n}.{'css' if '{' in text else 'js'}").write_text(text + "\n", "utf-8")
    code, said = lint(tmp_path)
    assert code == 1
    found = re.findall(r"assets/explainer/(\d)\.\w+:\S+ lint/\w+/(\w+)", said)
    assert {(str(n), rule) for n, rule in enumerate(WRONG.values())} <= set(found), said


def test_each_part_is_imported_and_none_twice_in_the_same_bundle() -> None:
    used: set[Path] = set()
    for bundle in BUNDLES:
        file = THEME / bundle
        imported = [(file.parent / each).resolve() for each in IMPORTED.findall(file.read_text("utf-8"))]
        assert len(imported) == len(set(imported))
        used |= set(imported)
    for behaviour in BEHAVIOURS:
        used |= {(behaviour.parent / each).resolve() for each in IMPORTED.findall(behaviour.read_text("utf-8"))}
    assert used == {*STYLES, *BEHAVIOURS}


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_holds_each_of_its_parts_once_and_imports_nothing(bundle: str, tmp_path: Path) -> None:
    text = joined(bundle, THEME)
    assert not re.search(r"^(@import|import|export)\b", text, re.MULTILINE)
    for part in IMPORTED.findall((THEME / bundle).read_text("utf-8")):
        [first] = re.findall(r"\A/\*.+", ((THEME / bundle).parent / part).read_text("utf-8"))
        assert text.count(first) == 1, part
    if bundle.endswith(".js"):
        (tmp_path / "bundle.js").write_bytes(packed(bundle, THEME))
        done = subprocess.run(["node", "--check", tmp_path / "bundle.js"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_palette_stands_in_one_place_each_colour_with_its_light_and_its_dark_value() -> None:
    palette = dict(
        re.findall(r"--ex-([\w-]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\);", code(FOLDER / "css" / "tokens.css"))
    )
    assert {"paper", "ink", "soft", "rule", "accent", "disputed", "denied"} <= set(palette)
    for file in STYLES:
        assert len(re.findall(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch|lab)a?\(", code(file))) == (
            2 * len(palette) if file.name == "tokens.css" else 0
        ), file.name  # fmt: skip
    drawn = {name: getattr(share_images, name.upper()) for name in ("paper", "ink", "soft", "accent")}
    assert drawn == {name: palette[name] for name in drawn}, "raise the pictures' VERSION with their colours"


def test_the_sizes_of_letters_stand_in_one_place() -> None:
    scale = set(re.findall(r"(--ex-[\w-]+): [\d.]+rem;", code(FOLDER / "css" / "scale.css")))
    for file in STYLES:
        for size in re.findall(r"font-size: ([^;]+);", code(file)):
            token = re.fullmatch(r"var\((--ex-[\w-]+)\)", size)
            relative = re.fullmatch(r"[\d.]+em|125%|12\.5pt", size)
            assert relative or file.name == "embed.css" or (token and token[1] in scale), f"{file.name}: {size}"


def test_every_property_of_ours_that_is_asked_for_is_there_and_none_is_idle() -> None:
    for bundle in BUNDLES[:2]:
        text = re.sub(r"/\*.*?\*/", "", joined(bundle, THEME), flags=re.DOTALL)
        set_, asked = set(re.findall(r"(--ex-[\w-]+):", text)), set(re.findall(r"var\((--ex-[\w-]+)", text))
        set_by_script = {"--ex-shown"}
        assert asked - set_ <= set_by_script
        if bundle == BUNDLES[0]:
            assert set_ <= asked


def given() -> tuple[set[str], set[str]]:
    """Return the classes that templates and scripts give, and the beginnings of those that end with a value."""
    files = [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py"), *BEHAVIOURS]
    text = "\n".join(file.read_text("utf-8") for file in files)
    found = re.findall(r"\b(ex-[\w-]+)(\{\{|%d)?", text)
    return {name for name, value in found if not value}, {name for name, value in found if value}


def test_every_class_that_is_styled_is_given_by_a_template_or_a_script() -> None:
    names, beginnings = given()
    assert {"ex-status--", "ex-event--", "ex-glance__label--"} <= beginnings
    styled = {name for file in STYLES for name in CLASS.findall(code(file))}
    assert len(styled) > 100
    assert {name for name in styled - names if not name.startswith(tuple(beginnings))} == set()


def test_embeds_style_in_a_way_of_their_own_only_what_they_do_not_share() -> None:
    [own, *shared] = sorted(
        (FOLDER.parent / each for each in IMPORTED.findall((THEME / BUNDLES[1]).read_text("utf-8"))),
        key=lambda file: file.name != "embed.css",
    )
    theirs = {name for file in shared for name in CLASS.findall(code(file))}
    assert len(theirs) > 20
    assert not theirs & set(CLASS.findall(code(own)))


PAGE, ALL = 10_690, 12_240
"""Bytes, each file compressed by itself: what a page loads, and all. Raise them with what readers gain, never by chance."""


def test_a_page_loads_no_more_than_it_should() -> None:
    sizes = {asset: len(gzip.compress(packed(asset, THEME), 9)) for asset in ASSETS}
    assert len(sizes) == 5
    assert sum(sizes.values()) <= ALL, sizes
    assert sum(sizes.values()) - sizes["assets/explainer-embed.css"] <= PAGE, sizes
