"""The pictures of shared links: 1200 by 630, in every script, with no letter cut off."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont
from tests.publish.conftest import changed, make

from explainer.edition import edition_from_disk
from explainer.html.press import Press
from explainer.publish import share_images
from explainer.publish.fonts import typeface_for
from explainer.publish.share_images import (
    HEIGHT,
    LEADING,
    MARGIN,
    PAPER,
    SMALL,
    TITLE_SIZES,
    WIDTH,
    Card,
    card_of,
    digest,
    draw,
    image_path,
    typeface_of,
)
from explainer.publish.share_images import share_images as drawn
from explainer.site.config import read_site

pytestmark = pytest.mark.slow

CARD = Card("The bridge", "Did it stand?", "It did not. It closed in 1950 for repairs.", "The crossing", False, "en")

SCRIPTS = {
    "en": "Did the bridge stand for ever?",
    "pl": "Czy most wytrzymał próbę — „zażółć gęślą jaźń”?",
    "tr": "Köprü İstanbul’da mı yıkıldı?",
    "uk": "Чи витримав міст? Їжак з’їв ґудзик",
    "ru": "Выдержал ли мост объём?",
    "ar": "هل صمد الجسر إلى الأبد؟",
    "he": "האם הגשר החזיק מעמד?",
    "hi": "क्या पुल हमेशा खड़ा रहा?",
}


def ink(image: bytes) -> tuple[int, int, int, int]:
    """Return the box of all that is drawn beneath the rule at the top."""
    picture = Image.open(io.BytesIO(image)).convert("RGB")
    paper = Image.new("RGB", picture.size, PAPER)
    box = ImageChops.difference(picture, paper).crop((0, 20, WIDTH, HEIGHT)).getbbox()
    assert box is not None
    return box[0], box[1] + 20, box[2], box[3] + 20


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_is_drawn_whole_and_within_the_margins(language: str) -> None:
    text = SCRIPTS[language]
    card = replace(CARD, title=text, answer=" ".join([text] * 4), language=language, mirrored=language in {"ar", "he"})
    image = draw(card)
    assert Image.open(io.BytesIO(image)).size == (1200, 630)
    left, top, right, bottom = ink(image)
    assert left >= MARGIN - 8
    assert right <= WIDTH - MARGIN + 8
    assert top >= MARGIN - 8
    assert bottom <= HEIGHT - MARGIN + 8
    typeface = typeface_of(card)
    assert typeface is not None
    missing = typeface.font(40).getmask("\uffff").getbbox()
    shown = [typeface.font(40).getmask(letter).getbbox() for letter in set(text) if letter.isalpha()]
    assert missing not in shown or language == "hi", "no letter is the box that stands for a missing one"


def test_right_to_left_text_stands_at_the_right() -> None:
    mirrored = draw(replace(CARD, title=SCRIPTS["he"], answer="", kicker="", language="he", mirrored=True))
    left, _, right, _ = ink(mirrored)
    assert right > WIDTH - MARGIN - 8
    assert left > WIDTH // 3


@pytest.mark.parametrize("words", [1, 20, 60, 150, 400])
def test_no_text_is_ever_cut_off(words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    real = share_images.ImageDraw.ImageDraw.text

    def watched(self: object, at: object, text: str, **options: object) -> None:
        font = options["font"]
        assert isinstance(font, ImageFont.FreeTypeFont)
        assert font.getlength(text) <= WIDTH - 2 * MARGIN, text
        said.append(text)
        real(self, at, text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(share_images.ImageDraw.ImageDraw, "text", watched)
    title = " ".join(f"word{n}" for n in range(words))
    answer = " ".join(f"answer{n}" for n in range(words))
    image = draw(replace(CARD, kicker="", title=title, answer=answer))
    left, _, right, bottom = ink(image)
    assert left >= MARGIN - 8
    assert right <= WIDTH - MARGIN + 8
    assert bottom <= HEIGHT - MARGIN + 8
    assert " ".join(said).startswith(title)
    rest = " ".join(said).removeprefix(title).strip().removesuffix("The crossing").strip()
    assert rest in {answer, ""}, "an answer is drawn whole or not at all"
    assert (rest == answer) == (words <= 20)


def test_a_headline_of_thousands_of_words_ends_within_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        share_images.ImageDraw.ImageDraw, "text", lambda _self, _at, text, **_options: said.append(text)
    )
    title = " ".join(f"word{n}" for n in range(3_000))
    draw(replace(CARD, kicker="", title=title, answer="Yes."))
    *lines, name = said
    shown = " ".join(lines)
    assert (shown[-2:], name) == (" …", "The crossing")
    assert title.startswith(shown[:-1]), "it is cut between two words"
    assert len(lines) * TITLE_SIZES[-1] * LEADING < HEIGHT - 2 * MARGIN - SMALL


def test_a_word_longer_than_a_line_is_broken_and_a_long_name_is_set_smaller() -> None:
    image = draw(
        replace(CARD, title="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleih" * 2, name="n" * 120)
    )
    left, _, right, _ = ink(image)
    assert left >= MARGIN - 8
    assert right <= WIDTH - MARGIN + 8


def test_the_same_card_gives_the_same_bytes_and_another_one_another_name() -> None:
    assert draw(CARD) == draw(CARD)
    others = [replace(CARD, **{name: "x"}) for name in ("kicker", "title", "answer", "name", "language")]  # type: ignore[arg-type]
    assert len({digest(card) for card in [CARD, *others, replace(CARD, mirrored=True)]}) == 7


def test_a_text_that_no_font_has_is_not_drawn_as_boxes() -> None:
    assert typeface_for("桥还在吗？", "", "zh") is None
    with pytest.raises(ValueError, match="no font for the card of `桥还在吗？`"):
        draw(replace(CARD, title="桥还在吗？"))


def test_text_that_must_be_shaped_is_not_drawn_where_nothing_shapes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.publish.fonts._has_shaping", lambda: False)
    assert typeface_for(SCRIPTS["ar"] + " ", "", "ar") is None
    assert typeface_for(SCRIPTS["uk"] + " ", "", "uk") is not None


def test_each_page_that_is_shared_has_one_and_it_is_drawn_once(tmp_path: Path) -> None:
    site = read_site(make(tmp_path) / "mkdocs.yml")
    press = edition_from_disk(site).press
    images = dict(drawn(press))
    assert [path.split("/")[2].split(".")[0] for path in images] == ["index", "stand", "late"]
    kept = sorted((tmp_path / ".cache" / "explainer" / "cards").iterdir())
    assert len(kept) == 3
    kept[0].write_bytes(b"kept")
    assert b"kept" in dict(drawn(press)).values(), "it is read and not drawn again"


def test_what_is_drawn_is_the_headline_and_the_short_answer(press: Press) -> None:
    page = press.contents.page("stand.md")
    assert page is not None
    card = card_of(page, press)
    assert (card.kicker, card.title, card.answer) == ("The bridge", "Did the bridge stand?", "It did not.")
    path = image_path(page, press)
    assert path == f"assets/cards/stand.{digest(card)}.png"
    off = changed(press, settings=press.site.settings.model_copy(update={"downloads": "no"}))
    assert image_path(page, off) is None
