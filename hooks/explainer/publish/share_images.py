"""The picture that stands beside a shared link: the question and its short answer, 1200 by 630 pixels, drawn offline.

What does not fit is set smaller, and an answer that would be too small to read is left out whole. Only a headline of
several hundred words is cut off.
"""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from explainer.files.writing import write_whole
from explainer.html.downloads import PICTURE_SIZE, PICTURES
from explainer.html.press import Press
from explainer.publish.fonts import Typeface, typeface_for
from explainer.publish.view import FileView
from explainer.site.pages import Page

VERSION = 2
"""Part of a picture's name: raised when the drawing changes, so that no old picture is taken for the new one."""

WIDTH, HEIGHT = PICTURE_SIZE
MARGIN = 72
PAPER, INK, SOFT, ACCENT = "#fffdf8", "#1d1c1a", "#5c5850", "#17507e"
SHADES = 15
"""In how many steps a colour runs out into the paper, at the edges of letters."""
RULE = 10
"""How thick the accent's rule at the top is, in pixels."""

TITLE_SIZES = range(68, 11, -2)
ANSWER_SIZES = range(36, 23, -1)
"""From the largest to the smallest; an answer that does not fit at its smallest is left out."""

LEAST_LEAD = 1.3
"""How many times as large as the answer a headline is at the least."""

SMALL = 26
LEADING = 1.25
GAP = 28


@dataclass(frozen=True)
class Card:
    """What a picture says.

    Attributes:
        kicker: A word or two above the headline.
        title: The headline in plain text.
        answer: The short answer in plain text.
        name: The site's name, at the foot.
        mirrored: Whether the text runs from right to left.
        language: The language (BCP 47), for the shapes of letters.
        font: The site's own font file; empty where it names none.
    """

    kicker: str
    title: str
    answer: str
    name: str
    mirrored: bool
    language: str
    font: str = ""

    @property
    def texts(self) -> str:
        """All that is drawn, to find a font that has every letter of it."""
        return "".join((self.kicker, self.title, self.answer, self.name))


def card_of(page: Page, press: Press) -> Card:
    """Return what the picture of a page says."""
    view = FileView(press)
    return Card(
        kicker=page.front.kicker or "",
        title=view.plain(page.title),
        answer=view.plain(page.front.answer or page.front.summary or ""),
        name=press.site.name,
        mirrored=view.words.runs_from_the_right,
        language=view.words.tag,
        font=str(press.site.root / press.site.settings.card_font) if press.site.settings.card_font else "",
    )


def has_card(page: Page) -> bool:
    """Whether a page is one that is shared: a question, or one with a summary, such as the front page."""
    return bool(page.front.answer or page.front.summary)


def image_path(page: Page, press: Press) -> str | None:
    """Return where a page's picture is, from the site's root; None where it has none.

    The name changes with all that the picture is made of, so that a server may keep it for ever.
    """
    if not press.makes("cards") or not has_card(page) or press.site.draws_cards:
        return None
    card = card_of(page, press)
    return f"{PICTURES}/{page.stem.replace('/', '-')}.{digest(card)}.png" if typeface_of(card) else None


def typeface_of(card: Card) -> Typeface | None:
    """Return the letters that a card is set in; None where no font at hand can set its text."""
    return typeface_for(card.texts, card.font, card.language)


@lru_cache(maxsize=1024)
def digest(card: Card) -> str:
    """Return what tells a picture from any other: it is made of what it says, the font and the way of drawing."""
    typeface = typeface_of(card)
    made_of = {**asdict(card), "font": typeface.identity if typeface else "", "version": VERSION}
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:12]


def share_images(press: Press) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a site's pages: the path of each from the site's root, and the PNG.

    A picture is drawn once and kept in the folder `.cache/` beside the configuration file.
    """
    cache = press.site.root / ".cache" / "explainer" / "cards"
    for page in press.contents.pages:
        if path := image_path(page, press):
            yield path, _kept(cache / Path(path).name, card_of(page, press))


def _kept(file: Path, card: Card) -> bytes:
    if file.is_file():
        return file.read_bytes()
    image = draw(card)
    write_whole(file, image)  # another build may read it at the same time
    return image


def draw(card: Card) -> bytes:
    """Draw a card.

    Returns:
        A PNG; the same card gives the same bytes.

    Raises:
        ValueError: No font at hand can set its text.
    """
    typeface = typeface_of(card)
    if typeface is None:
        message = f"no font for the card of `{card.title}`"
        raise ValueError(message)
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = _Pen(ImageDraw.Draw(image), typeface, card)
    pen.draw.rectangle((0, 0, WIDTH, RULE), fill=ACCENT)
    top: float = MARGIN
    if card.kicker not in {"", card.name}:  # the name stands at the foot already
        top = pen.label(card.kicker, top, ACCENT) + GAP // 2
    foot = HEIGHT - MARGIN - SMALL * LEADING
    title, title_size, answer, answer_size = pen.fitted(foot - top - GAP)
    top = pen.lines(title, title_size, top, INK, bold=True)
    if answer:
        pen.lines(answer, answer_size, top + GAP, SOFT)
    pen.label(card.name, foot, INK)
    out = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _palette() -> Image.Image:
    """Return the few colours that a picture has: with these alone it is a third as large, and soon compressed."""
    paper = ImageColor.getrgb(PAPER)
    palette = Image.new("P", (1, 1))
    palette.putpalette(
        [
            round(white + (colour - white) * step / SHADES)
            for ink in map(ImageColor.getrgb, (INK, SOFT, ACCENT))
            for step in range(SHADES + 1)
            for white, colour in zip(paper, ink, strict=True)
        ]
    )
    return palette


@dataclass
class _Pen:
    draw: ImageDraw.ImageDraw
    typeface: Typeface
    card: Card

    def fitted(self, height: float) -> tuple[list[str], int, list[str], int]:
        """Return the headline and the answer in lines, and the sizes at which both fit a height.

        Each is first set at its largest; the headline gives way first, down to a size that still leads.
        """

        @cache  # most fit at their largest, and to measure text takes long
        def title(size: int) -> list[str]:
            return self.wrapped(self.card.title, size, bold=True)

        for answer_size in ANSWER_SIZES if self.card.answer else ():
            answer = self.wrapped(self.card.answer, answer_size)
            left = height - GAP - self.height(answer, answer_size)
            for size in TITLE_SIZES:
                if size >= answer_size * LEAST_LEAD and self.height(title(size), size) <= left:
                    return title(size), size, answer, answer_size
        size = next((size for size in TITLE_SIZES if self.height(title(size), size) <= height), 0)
        if size:
            return title(size), size, [], 0
        smallest = TITLE_SIZES[-1]
        return self.cut(title(smallest), smallest, height), smallest, [], 0

    @staticmethod
    def cut(lines: list[str], size: int, height: float) -> list[str]:
        """Return as many lines as fit a height, the last with the mark of what is left out."""
        *kept, last = lines[: int(height / (size * LEADING))]
        words, _, _ = last.rpartition(" ")
        return [*kept, f"{words or last[:-2]} …"]

    def wrapped(self, text: str, size: int, *, bold: bool = False) -> list[str]:
        return self.typeface.wrapped(text, size, WIDTH - 2 * MARGIN, bold=bold)

    def label(self, text: str, top: float, colour: str) -> float:
        """Draw a text in one line, as large as it fits, and return where the next may begin."""
        sizes = range(SMALL, 5, -1)
        fits = (size for size in sizes if self.typeface.font(size, bold=True).getlength(text) <= WIDTH - 2 * MARGIN)
        return self.lines([text], next(fits, sizes[-1]), top, colour, bold=True)

    @staticmethod
    def height(lines: Sequence[str], size: int) -> float:
        return len(lines) * size * LEADING

    def lines(self, lines: Sequence[str], size: int, top: float, colour: str, *, bold: bool = False) -> float:
        """Draw lines of text and return where the next may begin."""
        font = self.typeface.font(size, bold=bold)
        mirrored = self.card.mirrored
        for line in lines:
            at = (WIDTH - MARGIN if mirrored else MARGIN, top)
            self.draw.text(
                at,
                line,
                fill=colour,
                font=font,
                anchor="ra" if mirrored else "la",
                **self.typeface.shaping(mirrored=mirrored),
            )
            top += size * LEADING
        return top
