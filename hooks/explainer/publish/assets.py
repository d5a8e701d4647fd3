"""Our styles and scripts: joined, packed, and named by what they hold, so that a browser may keep them for ever.

In the theme a component of the style is a file of its own, and so is a behaviour of the script. What a page asks for
only imports these parts, in their order. So it works as it stands under a host that runs no plugin, and what is joined
is kept nowhere beside what it is made of. In a built site each part takes the place of its import.

It is done to the built site, after any host, so that it is the same under all of them. Material's own are named so
already. Pictures and a site's own styles keep their names: others link to them, and a browser asks whether they have
changed.
"""

import hashlib
import re
import shutil
from pathlib import Path

import rcssmin
import rjsmin

from explainer.files.writing import write_whole
from explainer.publish.metadata import clean_pictures

THEME = Path(__file__).parents[1] / "theme"

ASSETS = tuple(
    path.relative_to(THEME).as_posix()
    for folder in ("assets", "assets/material")
    for path in sorted((THEME / folder).glob("*.*"))
)
"""What pages and embeds ask for, from the site's root, where a host copies it to."""

FOLDER = "explainer/"
"""The folder of what they import, beside them."""

EMBED_STYLE = "assets/explainer-embed.css"

DIGITS = 8
"""How many hexadecimal digits name a version; Material takes as many."""

IMPORT = re.compile(r'^(?:@import |import\(|import \{[^}]*\} from )"(?P<path>[^":]+)"[);]*\n', re.MULTILINE)
"""A line that imports a file: in a style, in the script, and in a behaviour that shares something with others."""

EXPORT = re.compile(r"^export (?=const )", re.MULTILINE)

REFERENCE = re.compile(
    rb"""(?P<before>\s(?:href|src)=(?P<quote>["']?)[^"'\s>]*?)(?P<asset>%s)(?:\?[^"'\s>]*)?(?P<after>(?P=quote)[\s/>])"""
    % b"|".join(re.escape(asset.encode()) for asset in ASSETS)
)
"""A page's reference to one of our assets, quoted or not, with the query that a host may have added."""


def finish(site: Path) -> None:
    """Do to a built site what is done last: name our assets by what they hold, and clean its pictures."""
    name_by_content(site)
    clean_pictures(site)


def name_by_content(site: Path) -> None:
    """Join and pack our assets in a built site, and let its pages refer to them by names with a hash of what they hold.

    The plain names stay beside: a page that another plugin writes after this knows no other. A theme without our layout
    carries no style for embeds; it is added. A site that has been through this stays as it is.
    """
    if (site / "embed").is_dir() and not (site / EMBED_STYLE).is_file():
        write_whole(site / EMBED_STYLE, packed(EMBED_STYLE, THEME))
    contents = {asset: packed(asset, site) for asset in ASSETS if (site / asset).is_file()}
    names = {asset.encode(): _named(asset, content).encode() for asset, content in contents.items()}
    for asset, content in contents.items():
        write_whole(site / asset, content)
        write_whole(site / _named(asset, content), content)
    if not any(FOLDER.encode() in content for content in contents.values()):
        shutil.rmtree(site / "assets" / FOLDER, ignore_errors=True)
    for page in site.rglob("*.html"):
        before = page.read_bytes()
        after = REFERENCE.sub(
            lambda found: found["before"] + names.get(found["asset"], found["asset"]) + found["after"], before
        )
        if after != before:
            write_whole(page, after)


def packed(asset: str, root: Path) -> bytes:
    """Return one of our assets joined, without what explains it: that is for who edits it, not for who waits for it.

    Args:
        asset: The asset, from the root.
        root: The theme, or a site that was built with it.
    """
    pack = rcssmin.cssmin if asset.endswith(".css") else rjsmin.jsmin
    text: str = pack(joined(asset, root))
    return text.encode()


def joined(asset: str, root: Path) -> str:
    """Return one of our assets with each part, once, in the place of its import.

    What else is imported stays as it is: the style may be a site's own, in the place of ours.
    """
    parts: list[Path] = []

    def part(found: re.Match[str], folder: Path) -> str:
        file = folder / found["path"]
        if root / "assets" / FOLDER not in file.parents or not file.is_file():
            return found[0]
        if file in parts:
            return ""
        parts.append(file)
        return with_parts(file)

    def with_parts(file: Path) -> str:
        return IMPORT.sub(lambda found: part(found, file.parent), file.read_text("utf-8"))

    text = with_parts(root / asset)
    if parts and asset.endswith(".js"):  # a block keeps the names of modules as much to itself as they do
        return "{\n" + EXPORT.sub("", text) + "}\n"
    return text


def _named(asset: str, content: bytes) -> str:
    """Return the name that tells this version of an asset from any other."""
    stem, _, suffix = asset.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:DIGITS]}.{suffix}"
