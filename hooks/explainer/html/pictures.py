"""The widths and forms in which a picture is offered, so that a phone fetches no more than it shows.

What is named here `publish/pictures` makes.
"""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from explainer.files.pictures import digest_of, size_of

FOLDER = "assets/pictures/"
"""Where pictures stand that were made ready, from the folder of what is made of the record."""

WIDTHS = (480, 960, 1440, 1920)

VERSION = 1
"""Part of a picture's name: raised when it is made in another way."""

PHOTOGRAPHS = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
"""What is made ready, by the ending of the file. Drawings (SVG) and moving pictures are shown as they are."""

BETTER = {"avif": "image/avif", "webp": "image/webp"}
"""The forms that a picture is offered in beside its own, the smallest first."""

SIZES = {
    "text": "(min-width: 60em) 40rem, 100vw",
    "wide": "(min-width: 76.25em) 60rem, 100vw",
    "full": "100vw",
    "aside": "(min-width: 60em) 16rem, 100vw",
    "portrait": "8rem",
}
"""How wide a picture is shown, by its layout: what a browser chooses a file by."""


@dataclass(frozen=True)
class Picture:
    """A picture that is made ready.

    Attributes:
        file: Its file.
        width: Its width in pixels, as it is shown.
        height: Its height.
        form: The form of its own: `jpg`.
        name: What its files are called: a digest.
    """

    file: Path
    width: int
    height: int
    form: str
    name: str

    @property
    def widths(self) -> list[int]:
        """The widths in which it is offered, the smallest first."""
        return [*(width for width in WIDTHS if width < self.width), min(self.width, WIDTHS[-1])][: len(WIDTHS)]

    @property
    def forms(self) -> list[str]:
        """The forms in which it is offered, the smallest first, its own last."""
        return [*(form for form in BETTER if form != self.form), self.form]

    def path(self, width: int, form: str) -> str:
        """Return where it stands in a width and a form, from the folder of what is made of the record."""
        return f"{FOLDER}{self.name}-{width}.{form}"


@cache
def can_be_made() -> bool:
    """Whether what makes pictures ready is installed."""
    return find_spec("PIL") is not None


def picture_of(file: Path) -> Picture | None:
    """Return a picture that is made ready; None for one that is shown as it is, or is not there."""
    ending, size = file.suffix.lower(), size_of(file)
    if ending not in PHOTOGRAPHS or size is None or not can_be_made() or _moves(file):
        return None
    form = {"jpeg": "jpg"}.get(ending[1:], ending[1:])
    return Picture(file, *size, form, f"{digest_of(file)[:16]}-{VERSION}")


def _moves(file: Path) -> bool:
    """Whether a picture has several frames (PNG, 11.3.6: `acTL`; WebP: `ANIM`; AVIF: `avis`)."""
    with file.open("rb") as opened:
        head = opened.read(4096)
    return b"acTL" in head or (head[:4] == b"RIFF" and b"ANIM" in head) or b"ftypavis" in head
