"""What a field takes, and what is said of a value whose look deceives, or that has no end."""

import unicodedata

import pytest
from tests.tiny import Write, load_site, problems_of

from explainer.fields.types import LONGEST_MARKDOWN, LONGEST_TEXT, MOST_OPEN, suggest_id

EVENT = "- id: note-g\n  date: 1843-08\n  title: Note G\n  sources: [notes-1843]\n"
AN_ID = "expected an id of lower-case letters a to z, digits and single hyphens, found"
AN_ADDRESS = "expected an address that begins with https://, http:// or mailto:, found"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "note-g",
            "note\u00a0g",
            f"1:7: error: note\u00a0g: id: {AN_ID} `note\u00a0g` with a no-break space (U+00A0); write `note-g`",
        ),
        (
            "note-g",
            "note\u200b-g",
            f"1:7: error: note\u200b-g: id: {AN_ID} `note\u200b-g` with a zero width space (U+200B); write `note-g`",
        ),
        (
            "note-g",
            "note-ge\u0301",
            f"1:7: error: note-ge\u0301: id: {AN_ID} `note-ge\u0301` with a combining acute accent (U+0301); write `note-ge`",
        ),
        ("note-g", "note-gé", f"1:7: error: note-gé: id: {AN_ID} `note-gé`; write `note-ge`"),
        (
            "note-g",
            "note–g",
            f"1:7: error: note–g: id: {AN_ID} `note–g` with an en dash (U+2013); write `note-g`",
        ),
        (
            "1843-08",
            "1843–08",
            "2:9: error: note-g: date: expected a date such as `2016`, `2016-09` or `2016-09-08`, found `1843–08` with an en "
            "dash (U+2013); write `1843-08`",
        ),
        (
            "[notes-1843]",
            "[notes\u00ad-1843]",
            "4:13: error: note-g: sources[0]: no source `notes\u00ad-1843` with a soft hyphen (U+00AD); did you mean "
            "`notes-1843`?",
        ),
        (
            "  title: ",
            "  title\u200b: ",
            "3:3: error: note-g: title\u200b: no field `title\u200b` with a zero width space (U+200B); did you mean `title`?",
        ),
        (
            "  title: ",
            "  status: reported\u200b\n  title: ",
            "3:11: error: note-g: status: expected one of `confirmed`, `reported`, `disputed`, `denied`, found "
            "`reported\u200b` with a zero width space (U+200B); did you mean `reported`?",
        ),
    ],
)
def test_a_character_that_deceives_the_eye_is_named_where_it_stands(
    write: Write, old: str, new: str, problem: str
) -> None:
    told = problems_of(write(timeline=EVENT.replace(old, new, 1)))
    assert [each for each in told if "is missing" not in each] == [f"data/timeline.yml:{problem}"]


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://example.org/", ""),
        ("https://fa.wikipedia.org/wiki/می\u200cخواهم", ""),
        ("https://en.wikipedia.org/wiki/2016–17", ""),
        (
            "https://example.org/a\u200b",
            f"{AN_ADDRESS} `https://example.org/a\u200b` with a zero width space (U+200B); write `https://example.org/a`",
        ),
        (
            "\ufeffhttps://example.org/",
            f"{AN_ADDRESS} `\ufeffhttps://example.org/` with a byte-order mark (U+FEFF); write `https://example.org/`",
        ),
        (
            "https://example.org/\u00a0",
            f"{AN_ADDRESS} `https://example.org/\u00a0` with a no-break space (U+00A0); write `https://example.org/`",
        ),
        (
            "https://example.org/a\u00a0b",
            f"{AN_ADDRESS} `https://example.org/a\u00a0b` with a no-break space (U+00A0)",
        ),
    ],
)
def test_an_address_has_no_character_that_nobody_sees(write: Write, url: str, problem: str) -> None:
    sources = f'- id: notes-1843\n  publisher: P\n  title: T\n  url: "{url}"\n  archive_url: https://example.org/\n'
    expected = [f"data/sources.yml:4:8: error: notes-1843: url: {problem}"] if problem else []
    assert problems_of(write(sources=sources)) == expected


def test_tags_and_stories_are_the_same_however_their_letters_were_typed(write: Write) -> None:
    for form in ("NFC", "NFD"):
        word = unicodedata.normalize(form, "Genève")
        [event] = load_site(write(timeline=f"{EVENT}  tags: [{word}]\n  story: {word}\n")).record.events.values()
        assert (event.tags, event.story) == (["Genève"], "Genève")


def test_an_option_finds_them_too(write: Write) -> None:
    root = write(timeline=f"{EVENT}  tags: [Genève]\n  story: Genève\n")
    word = unicodedata.normalize("NFD", "Genève")
    (root / "docs" / "t.md").write_text(f"# T\n\n/// timeline\n    tags: {word}\n    story: {word}\n///\n")
    assert problems_of(root) == []


def test_a_number_in_other_digits_is_told_with_ours(write: Write) -> None:
    root = write(timeline=EVENT)
    (root / "docs" / "t.md").write_text("# T\n\n/// timeline\n    limit: ５\n///\n")
    assert problems_of(root) == [
        "docs/t.md:4:12: error: limit: expected a whole number, found `５` with a fullwidth digit five (U+FF15); write `5`"
    ]


def test_a_text_ends_somewhere(write: Write) -> None:
    assert problems_of(write(timeline=f"{EVENT}  text: {'a' * LONGEST_MARKDOWN}\n")) == []
    assert problems_of(write(timeline=f"{EVENT}  text: {'[' * 200_000!r}\n")) == [
        "data/timeline.yml:5:9: error: note-g: text: expected at most 100,000 characters, found 200,000; "
        "quote from it, and name the whole as a source"
    ]
    assert problems_of(write(timeline=f"{EVENT}  text: {'a' * (LONGEST_MARKDOWN + 1)}\n")) == [
        "data/timeline.yml:5:9: error: note-g: text: expected at most 30,000 characters, found 30,001; "
        "put what is longer on a page"
    ]
    words = f"- id: a\n  speaker: ada-lovelace\n  date: 1843\n  sources: [notes-1843]\n  words: {'a' * (LONGEST_TEXT + 1)}\n"
    assert problems_of(write(statements=words, timeline=EVENT)) == [
        "data/statements.yml:5:10: error: a: words: expected at most 100,000 characters, found 100,001; "
        "quote from it, and name the whole as a source"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[a] " * 1000, ""),
        ("[" * MOST_OPEN, ""),
        ("\\[" * 1000, ""),
        (
            "[@a " * (MOST_OPEN + 1),
            "found more than 50 `[` without their `]`; close them, or write `\\[`",
        ),
        (
            "[a](" * (MOST_OPEN + 1),
            "found more than 50 `](` without their `)`; close them, or write `\\]`",
        ),
    ],
)
def test_brackets_close_somewhere(write: Write, text: str, problem: str) -> None:
    told = [each for each in problems_of(write(timeline=f"{EVENT}  text: '{text}'\n")) if "found more" in each]
    assert told == ([f"data/timeline.yml:5:9: error: note-g: text: {problem}"] if problem else [])


@pytest.mark.parametrize(
    ("typed", "id_"),
    [("Émile Zola", "emile-zola"), ("Strauß", "strauss"), ("a\u200bb–c", "ab-c"), ("２０１６", "2016"), ("阿達", "")],
)
def test_the_nearest_id_is_what_a_keyboard_types(typed: str, id_: str) -> None:
    assert suggest_id(typed) == id_
