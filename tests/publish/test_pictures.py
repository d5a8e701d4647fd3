"""Pictures made ready: upright, light, without what is private, with whose they are."""

import io
import struct
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image, ImageCms
from tests.building import Built, build
from tests.photographs import CREDIT, exif, iptc, jpeg, scene
from tests.repositories import write

from explainer.publish.metadata import clean_jpeg, clean_png, clean_webp

FILES = {
    "mkdocs.yml": "site_name: Mill\nsite_url: https://example.org/\ntheme: {name: material, font: false}\nplugins: [explainer]\nmarkdown_extensions:\n  - explainer:\n      checks: {unarchived: off, unused-source: off}\n",
    "docs/index.md": "# Home\n\n/// figure | mill\n///\n\n/// figure | mill\n    layout: wide\n///\n",
    "data/media.yml": f"- {{id: mill, file: images/mill.jpg, alt: A mill, caption: The *old* mill., credit: {CREDIT}, licence: CC BY 4.0}}\n",
    **{f"data/{name}.yml": "[]\n" for name in ("timeline", "people", "sources", "statements", "disputes", "updates")},
}  # fmt: skip


def lay(root: Path, **files: str) -> Path:
    write(root, {**FILES, **{name.replace("__", "/"): text for name, text in files.items()}})
    return root


def made(root: Path) -> Built:
    built = build(root)
    assert built.exit_code == 0, built.output
    return built


def figures(built: Built) -> list[Tag]:
    return BeautifulSoup(built.html("index.html"), "html.parser").select("figure.ex-figure")


def opened(file: Path) -> Image.Image:
    return Image.open(io.BytesIO(file.read_bytes()))


def test_a_photograph_is_offered_in_widths_and_forms_with_caption_and_credit(tmp_path: Path) -> None:
    root = lay(tmp_path)
    jpeg(root / "docs" / "images" / "mill.jpg", (4000, 3000))
    built = made(root)
    first, second = figures(built)
    types = [source["type"] for source in first.select("source")]
    assert types == ["image/avif", "image/webp", "image/jpeg"]
    for source in first.select("source"):
        offered = dict(reversed(each.split()) for each in str(source["srcset"]).split(", "))
        assert list(offered) == ["480w", "960w", "1440w", "1920w"]
        for width, address in offered.items():
            assert opened(built.site / address).size == (int(width[:-1]), int(width[:-1]) * 3 // 4)
    img = first.img
    assert img
    assert (img["width"], img["height"], img["alt"]) == ("4000", "3000", "A mill")
    assert [figure.img.get("loading") if figure.img else "" for figure in (first, second)] == [None, "lazy"]
    assert first.figcaption
    assert " ".join(first.figcaption.get_text().split()) == f"The old mill. {CREDIT}, CC BY 4.0"
    smallest = str(first.select("source")[0]["srcset"]).split()[2]
    assert (built.site / smallest).stat().st_size < 80_000, "what a phone of three pixels a point fetches in a column"


def test_what_is_private_is_gone_and_whose_it_is_stays(tmp_path: Path) -> None:
    root = lay(tmp_path)
    jpeg(root / "docs" / "images" / "mill.jpg", orientation=6)
    built = made(root)
    for file in [*built.site.rglob("*.jpg"), *built.site.rglob("*.webp"), *built.site.rglob("*.avif")]:
        content = file.read_bytes()
        for private in (b"Camera of Ada", b"taken at home", b"Secret town"):
            assert private not in content, file
        assert not opened(file).getexif().get_ifd(0x8825)
        assert CREDIT.encode() in content, file
    original = opened(built.site / "images" / "mill.jpg")
    assert dict(original.getexif()) == {0x0112: 6}
    prepared = opened(next(built.site.glob("assets/pictures/*-480.jpg")))
    assert prepared.size == (480, 640), "it stands upright"
    assert not prepared.getexif()


@pytest.mark.parametrize(
    ("name", "widths"),
    [("cmyk.jpg", 3), ("deep.png", 1), ("clear.png", 1), ("small.webp", 1), ("profile.jpg", 2)],
)
def test_of_every_kind_comes_one_that_screens_show(tmp_path: Path, name: str, widths: int) -> None:
    root = lay(tmp_path)
    (root / "data" / "media.yml").write_text(f"- {{id: mill, file: images/{name}, alt: A, credit: C, licence: CC0}}\n")
    file = root / "docs" / "images" / name
    file.parent.mkdir()
    picture = scene(1000, 750)
    if name == "cmyk.jpg":
        picture.convert("CMYK").save(file)
    elif name == "deep.png":
        Image.frombytes("I;16", (400, 300), struct.pack("<H", 65_535) * 120_000).save(file)
    elif name == "clear.png":
        Image.new("RGBA", (300, 200), (255, 0, 0, 0)).save(file)
    elif name == "small.webp":
        picture.resize((200, 150)).save(file, exif=exif())
    else:
        picture.resize((960, 720)).save(
            file, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        )
    built = made(root)
    [source, *_] = figures(built)[0].select("source")
    assert len(str(source["srcset"]).split(", ")) == widths
    own = next(built.site.glob(f"assets/pictures/*-*.{name.rpartition('.')[2]}"))
    shown = opened(own)
    assert shown.mode in {"RGB", "RGBA"}
    if name == "deep.png":
        assert shown.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    if name == "clear.png":
        pixel = shown.convert("RGBA").getpixel((5, 5))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0, "what is clear stays clear"


@pytest.mark.parametrize("name", ["moves.gif", "drawing.svg"])
def test_what_moves_and_what_is_drawn_is_shown_as_it_is(tmp_path: Path, name: str) -> None:
    root = lay(tmp_path)
    (root / "data" / "media.yml").write_text(f"- {{id: mill, file: images/{name}, alt: A, credit: C, licence: CC0}}\n")
    file = root / "docs" / "images" / name
    file.parent.mkdir()
    if name == "moves.gif":
        frames = [Image.new("L", (40, 30), shade) for shade in (0, 255)]
        frames[0].save(file, save_all=True, append_images=frames[1:])
    else:
        file.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>alert(1)</script></svg>'
        )
    figure = figures(made(root))[0]
    assert not figure.select("source")
    assert not figure.select("svg, object, iframe"), "a drawing is shown as a picture, in which no script runs"
    assert figure.img
    assert (figure.img["src"], figure.img["width"]) == (f"images/{name}", "40")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cut.jpg", "`images/cut.jpg` cannot be shown: it is cut off: the end of the file is missing; save it anew"),
        ("bomb.png", "`images/bomb.png` cannot be shown: it has 900,000,000 pixels, and 120,000,000 are the most; save it anew"),
        ("text.png", "`images/text.png` is no picture that a browser shows; save it as JPEG, PNG, WebP, AVIF, GIF or SVG"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_one_problem(tmp_path: Path, name: str, said: str) -> None:
    root = lay(tmp_path)
    (root / "data" / "media.yml").write_text(f"- {{id: mill, file: images/{name}, alt: A, credit: C, licence: CC0}}\n")
    file = root / "docs" / "images" / name
    if name == "cut.jpg":
        jpeg(file)
        file.write_bytes(file.read_bytes()[:20_000])
    elif name == "bomb.png":
        file.parent.mkdir()
        Image.new("1", (30_000, 30_000)).save(file)
    else:
        file.parent.mkdir()
        file.write_text("no picture")
    built = build(root)
    assert built.exit_code == 1
    [told] = [line for line in built.output.splitlines() if "data/media.yml" in line]
    assert told.endswith(f"data/media.yml:1:20: error: mill: file: {said}")
    assert not built.site.exists()


def test_what_only_a_decoder_sees_leaves_the_published_site_as_it_was(tmp_path: Path) -> None:
    root = lay(tmp_path)
    (root / "data" / "media.yml").write_text("- {id: mill, file: images/mill.png, alt: A, credit: C, licence: CC0}\n")
    file = root / "docs" / "images" / "mill.png"
    file.parent.mkdir()
    scene(400, 300).save(file)
    made(root)
    before = (tmp_path / "site" / "index.html").read_bytes()
    content = file.read_bytes()
    start = content.index(b"IDAT") + 40
    file.write_bytes(content[:start] + bytes(400) + content[start + 400 :])
    built = build(root)
    assert built.exit_code == 1
    assert "images/mill.png: is a picture that cannot be read" in built.output
    assert (tmp_path / "site" / "index.html").read_bytes() == before


def test_what_was_made_is_kept_and_gives_the_same_bytes(tmp_path: Path) -> None:
    root = lay(tmp_path)
    jpeg(root / "docs" / "images" / "mill.jpg")
    first = {file.name: file.read_bytes() for file in made(root).site.glob("assets/pictures/*")}
    cache = list((root / ".cache" / "explainer" / "pictures").glob("*"))
    assert len(cache) == len(first) == 12
    stamps = {file: file.stat().st_mtime_ns for file in cache}
    assert {file.name: file.read_bytes() for file in made(root).site.glob("assets/pictures/*")} == first
    assert {file: file.stat().st_mtime_ns for file in cache} == stamps
    for file in cache:
        file.unlink()
    assert {file.name: file.read_bytes() for file in made(root).site.glob("assets/pictures/*")} == first


class TestOriginals:
    def test_a_jpeg_keeps_its_picture_byte_for_byte(self, tmp_path: Path) -> None:
        content = jpeg(tmp_path / "a.jpg", orientation=3).read_bytes()
        cleaned = clean_jpeg(content)
        assert cleaned[cleaned.index(b"\xff\xda") :] == content[content.index(b"\xff\xda") :]
        assert Image.open(io.BytesIO(cleaned)).tobytes() == Image.open(io.BytesIO(content)).tobytes()
        assert b"Camera" not in clean_jpeg(cleaned)

    def test_without_anything_private_nothing_changes(self, tmp_path: Path) -> None:
        scene(40, 30).save(tmp_path / "a.jpg")
        content = (tmp_path / "a.jpg").read_bytes()
        assert clean_jpeg(content) == content

    def test_a_png_loses_its_texts(self) -> None:
        stream = io.BytesIO()
        scene(40, 30).save(stream, "PNG", exif=exif())
        cleaned = clean_png(stream.getvalue())
        assert b"Camera" not in cleaned
        assert Image.open(io.BytesIO(cleaned)).size == (40, 30)

    def test_a_webp_loses_its_place(self) -> None:
        stream = io.BytesIO()
        scene(40, 30).save(stream, "WEBP", exif=exif())
        cleaned = clean_webp(stream.getvalue())
        assert b"Camera" not in cleaned
        assert Image.open(io.BytesIO(cleaned)).size == (40, 30)

    @pytest.mark.parametrize("clean", [clean_jpeg, clean_png, clean_webp])
    def test_what_is_none_stays(self, clean) -> None:  # type: ignore[no-untyped-def]
        assert clean(b"no picture") == b"no picture"

    def test_credit_of_an_agency_is_kept_as_xmp(self, tmp_path: Path) -> None:
        cleaned = clean_jpeg(jpeg(tmp_path / "a.jpg").read_bytes())
        assert CREDIT.encode() in cleaned
        assert iptc()[-11:] not in cleaned
