"""What is printed is fit to print: every message with every shape of date, in every language, held to its typography."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.catalogues import read
from tests.words.printed import LANGUAGES, MAKE_A_DATE, OF_A_DATE, PAGES, SHAPES, Printed, page, printed

from explainer.words.words import CATALOGUES

QUOTES = {
    "ar": "«»", "de": "„“", "en": "“”", "es": "«»", "fr": "«»", "he": "””", "hi": "“”", "it": "«»", "ja": "「」", "pl": "„”", "pt": "“”",
    "pt_PT": "«»", "ru": "«»", "tr": "“”", "uk": "«»", "zh": "“”", "zh_Hant": "「」",
}  # fmt: skip
"""The marks that open and close a quotation, as each language's newspapers print them."""

BEFORE_A_COLON = {
    "ar": "من|في|إلى|على|منذ|حتى|عن",
    "de": "ab|an|auf|bei|bis|durch|für|in|mit|nach|seit|über|um|unter|von|vor|zu",
    "en": "(?!)",  # "Signed by:" is English
    "es": "a|al|con|de|del|desde|en|entre|hacia|hasta|para|por|según|sin|sobre|tras",
    "fr": "à|au|aux|avant|avec|chez|dans|de|depuis|des|du|en|jusqu’à|par|pour|sous|sur|vers",
    "he": "מ|ל|ב|עד|מאז|אל|על|של|מן",
    "hi": "से|तक|का|की|के",
    "it": "a|ad|al|alla|con|da|dal|dalla|di|entro|fino|in|per|su|tra",
    "ja": "から|まで|に|で|を|は|が|の",
    "pl": "do|dla|na|nad|o|od|około|po|pod|przed|przez|u|w|z|za|ze",
    "pt": "a|ao|à|até|com|da|de|desde|do|em|para|por|sobre",
    "pt_PT": "a|ao|à|até|com|da|de|desde|do|em|para|por|sobre",
    "ru": "без|в|для|до|за|из|к|на|над|о|об|от|по|под|при|с|со|у",
    "tr": "beri|için|ile|itibarıyla|kadar|tarafından",
    "uk": "без|в|від|для|до|за|з|зі|на|над|о|об|по|під|при|про|у",
    "zh": "自|至|于|从|在|以|截至",
    "zh_Hant": "自|至|於|從|在|以|截至",
}
"""The words that want what they govern at once, and no colon between."""

WITHOUT_SPACES = {"ja", "zh", "zh_Hant"}
DOUBLED = re.compile(r"(から|まで|に|の|は|頃|自|起|至|于|於|前后|前後|截至)\1")
"""What is doubled most easily where no space parts the words."""

WIDE = "、。，：；（）「」"


def faults(said: Printed, language: str) -> Iterator[str]:
    """Yield what is wrong with what is printed."""
    text = said.text
    if re.search(r"(?<!\.)\.\.(?!\.)|[.。।]\s?[。।]", text):
        yield "two full stops"
    if re.search(r"%\(|[{}]", text):
        yield "a placeholder"
    if text != text.strip() or re.search(r"  | [,.;](?!\S)", text):
        yield "a space too many"
    words = re.split(r"\s*[:：]?\s+", text.casefold())
    twice = [each for each, after in pairwise(words) if each == after and re.search(r"[^\W\d_]", each)]
    if language == "en" and said.message.endswith("from %(before)s to %(after)s"):
        # "from from 2016, end unknown": rare, and understood.
        twice = [each for each in twice if each not in {"from", "to"}]
    if twice or (language in WITHOUT_SPACES and DOUBLED.search(text)):
        yield "a word twice"
    start = "" if language in WITHOUT_SPACES else r"(?<![\w’])"
    if re.search(rf"{start}(?:{BEFORE_A_COLON[language]})\s?[:：]", text, re.IGNORECASE):
        yield "a colon after a preposition"
    opened, closed = QUOTES[language]
    marks = re.findall(r"[“”„«»「」\"]", text)
    if marks not in ([], [opened, closed]):
        yield "quotation marks of another language, or one alone"
    if re.search(rf"\s[{WIDE}]|[{WIDE}]\s", text):
        yield "a space beside a sign that has its own"
    if language == "fr" and re.search(r"[^\u202f][;!?]|[^\u00a0][»]|[^\u00a0\d]:|«(?!\u00a0)", text):
        yield "no unbroken space beside a sign that wants one"
    if language == "hi" and re.match(r"(का|की|के|से|तक|में|पर|को) ", text):
        yield "a postposition without what it stands behind"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_with_every_date_is_fit_to_print(language: str) -> None:
    found = list(printed(language))
    assert len(found) > len(SHAPES) * 15
    assert [(each, fault) for each in found for fault in faults(each, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_all_of_it_to_a_copy_editor(language: str) -> None:
    PAGES.mkdir(parents=True, exist_ok=True)
    file = PAGES / f"{language}.html"
    file.write_text(page(language), "utf-8")
    rows = file.read_text("utf-8").count("<tr>")
    assert rows > len(SHAPES) + 150


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("ru", "3 события, май 2017 г..", "two full stops"),
        ("ja", "2016年。。", "two full stops"),
        ("de", "seit seit 2016", "a word twice"),
        ("ru", "Стало известно: с: с: 2016", "a word twice"),
        ("zh", "自2016年起起公开", "a word twice"),
        ("ja", "2016年からから", "a word twice"),
        ("fr", "depuis\u00a0: 2016", "a colon after a preposition"),
        ("es", "Publicado por: CNN", "a colon after a preposition"),
        ("ja", "2016年から：不明", "a colon after a preposition"),
        ("fr", "Date : 2016", "no unbroken space beside a sign that wants one"),
        ("fr", "«\u00a0CNN »", "no unbroken space beside a sign that wants one"),
        ("ja", "日付： 2016年", "a space beside a sign that has its own"),
        ("zh", "“CNN", "quotation marks of another language, or one alone"),
        ("de", "“CNN”", "quotation marks of another language, or one alone"),
        ("he", "”CNN“", "quotation marks of another language, or one alone"),
        ("hi", "के बारे में CNN", "a postposition without what it stands behind"),
        ("it", "da %(date)s", "a placeholder"),
        ("it", "da 2016 ", "a space too many"),
    ],
)
def test_a_fault_is_found(language: str, text: str, fault: str) -> None:
    assert fault in list(faults(Printed("", text), language))


def test_every_message_that_holds_a_date_is_printed_with_one() -> None:
    said = {each.message for each in printed("pl")}
    for message in read(CATALOGUES / "pl.po"):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        placeholders = set(re.findall(r"%\((\w+)\)", ids[-1]))
        if ids[0] and not placeholders & OF_A_DATE and ids[0] not in MAKE_A_DATE:
            assert ids[-1] in said
