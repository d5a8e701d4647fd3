"""Our styles and scripts, named by what they hold: a server may then let browsers keep them for ever.

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

THEME = Path(__file__).parents[1] / "theme"
ASSETS = tuple(sorted(path.relative_to(THEME).as_posix() for path in THEME.glob("assets/**/*.*")))
"""Our assets as a host copies them, from the site's root."""

EMBED_STYLE = "assets/explainer-embed.css"

DIGITS = 8
"""How many hexadecimal digits name a version; Material takes as many."""

REFERENCE = re.compile(
    rb"""(?P<before>\s(?:href|src)=(?P<quote>["']?)[^"'\s>]*?)(?P<asset>%s)(?:\?[^"'\s>]*)?(?P<after>(?P=quote)[\s/>])"""
    % b"|".join(re.escape(asset.encode()) for asset in ASSETS)
)
"""A page's reference to one of our assets, quoted or not, with the query that a host may have added."""


def name_by_content(site: Path) -> None:
    """Give our assets in a built site names that carry a hash of what they hold, and let all its pages refer to these.

    They lose their comments and white space on the way.

    A theme without our layout carries no style for embeds; it is added. A site that has been through this stays as it
    is.
    """
    if (site / "embed").is_dir() and not (_named(site, EMBED_STYLE) or (site / EMBED_STYLE).is_file()):
        (site / EMBED_STYLE).parent.mkdir(exist_ok=True)
        shutil.copyfile(THEME / EMBED_STYLE, site / EMBED_STYLE)
    names = {asset.encode(): name.encode() for asset in ASSETS if (name := _renamed(site, asset))}
    for page in site.rglob("*.html"):
        before = page.read_bytes()
        after = REFERENCE.sub(
            lambda found: found["before"] + names.get(found["asset"], found["asset"]) + found["after"], before
        )
        if after != before:
            write_whole(page, after)


def _renamed(site: Path, asset: str) -> str | None:
    """Rename an asset, and return its name; None where the site has none."""
    file = site / asset
    if not file.is_file():
        return _named(site, asset)
    # What explains a style or a script is for who edits it, not for who waits for it.
    pack = rcssmin.cssmin if file.suffix == ".css" else rjsmin.jsmin
    write_whole(file, pack(file.read_text("utf-8")).encode())
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]
    named = file.rename(file.with_name(f"{file.stem}.{digest}{file.suffix}"))
    return named.relative_to(site).as_posix()


def _named(site: Path, asset: str) -> str | None:
    """Return the name that an asset was given before."""
    file = site / asset
    found = sorted(file.parent.glob(f"{file.stem}.{'[0-9a-f]' * DIGITS}{file.suffix}"))
    return found[-1].relative_to(site).as_posix() if found else None
