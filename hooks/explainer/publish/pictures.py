"""Pictures made ready: turned upright, in several widths and forms, without what is private, with credit and rights.

What was made once is kept by what the picture holds. The bytes are the same for one version of Pillow and one kind of
machine.
"""

import errno
import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from explainer.files.pictures import LARGEST
from explainer.files.writing import write_whole
from explainer.html.pictures import Picture, picture_of
from explainer.html.press import Press

QUALITY = {"jpg": 76, "webp": 74, "avif": 52}

SPEED = 8
"""How little time the encoder of AVIF takes, from 0 to 10: a slower one saves few bytes more."""

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="{credit}">
<dc:creator><rdf:Seq><rdf:li>{credit}</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""What a picture says of itself: who made it, and under what rights (IPTC Photo Metadata Standard)."""

Rights = tuple[str, str]
"""Who made a picture, and under what rights it is shown."""


def pictures(press: Press) -> Iterator[tuple[str, bytes]]:
    """Yield every picture of the record in each width and form: the path from the folder of what is made, and the file.

    Raises:
        OSError: A picture cannot be read.
    """
    wanted = dict(_wanted(press))
    with ThreadPoolExecutor(max(cpu_count() or 1, 1)) as threads:
        for made in threads.map(lambda each: _made(each, wanted[each], press.site.root), wanted):
            yield from made


def _wanted(press: Press) -> Iterator[tuple[Picture, Rights]]:
    """Yield the pictures that the record names, each with its rights."""
    record, docs = press.record, press.site.docs
    for medium in record.media.values():
        for name in (medium.file if medium.kind == "picture" else None, medium.poster):
            if name and (picture := picture_of(docs / name)):
                yield picture, (medium.credit or "", medium.licence or "")
    for event in record.events.values():
        if event.image and (picture := picture_of(docs / event.image.file)):
            yield picture, (event.image.credit, "")
    for blocks in press.contents.blocks.values():
        for block in blocks:
            for name, credit, licence in getattr(block.options, "pictures", ()):
                if picture := picture_of(docs / name):
                    yield picture, (credit, licence)


def _made(picture: Picture, rights: Rights, root: Path) -> list[tuple[str, bytes]]:
    cache = root / ".cache" / "explainer" / "pictures"
    paths = [(picture.path(width, form), width, form) for width in picture.widths for form in picture.forms]
    kept = [(path, cache / f"{_digest(rights)}-{path.rpartition('/')[2]}", width, form) for path, width, form in paths]
    if all(file.is_file() for _, file, _, _ in kept):
        return [(path, file.read_bytes()) for path, file, _, _ in kept]
    upright = _opened(picture)
    made = []
    for width in picture.widths:
        resized = upright.resize(
            (width, max(round(width * picture.height / picture.width), 1)), Image.Resampling.LANCZOS
        )
        for path, file, of, form in kept:
            if of == width:
                content = _encoded(resized, form, rights)
                made.append((path, content))
                _keep(file, content)
    return made


def _digest(rights: Rights) -> str:
    return hashlib.sha256("\n".join(rights).encode()).hexdigest()[:8]


def _keep(file: Path, content: bytes) -> None:
    try:
        write_whole(file, content)
    except OSError:  # a full disk, a folder of somebody else's: the next build makes it again
        return


def _opened(picture: Picture) -> Image.Image:
    """Return a picture upright, in the colours of screens, eight bits each.

    Raises:
        OSError: It is broken, or too large.
    """
    Image.MAX_IMAGE_PIXELS = LARGEST
    try:
        with Image.open(picture.file) as opened:
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            profile = opened.info.get("icc_profile")
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        message = f"is a picture that cannot be read ({error})"
        raise OSError(errno.EINVAL, message, str(picture.file)) from None
    if upright.mode.startswith("I;16") or upright.mode == "I":
        return upright.point(lambda value: value / 256).convert("L").convert("RGB")
    has_alpha = "A" in upright.getbands() or "transparency" in upright.info
    mode = "RGBA" if has_alpha and picture.form in {"png", "webp", "avif"} else "RGB"
    if profile:
        upright = _in_srgb(upright, profile, mode)
    return upright.convert(mode)


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """Return a picture in the colours that a browser takes for granted."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        into = "RGB" if picture.mode == "CMYK" else picture.mode if picture.mode in {"RGB", "RGBA"} else mode
        typed = picture if picture.mode in {"RGB", "RGBA", "CMYK"} else picture.convert(mode)
        changed = ImageCms.profileToProfile(typed, source, ImageCms.createProfile("sRGB"), outputMode=into)
    except (ImageCms.PyCMSError, OSError):  # a profile that nobody can read says nothing
        return picture
    return changed or picture


def _encoded(picture: Image.Image, form: str, rights: Rights) -> bytes:
    credit, licence = (escape(each, {'"': "&quot;"}) for each in rights)
    xmp = XMP.format(credit=credit, rights=licence or credit).encode() if credit else b""
    stream = io.BytesIO()
    if form == "jpg":
        picture.convert("RGB").save(stream, "JPEG", quality=QUALITY["jpg"], optimize=True, progressive=True, xmp=xmp)
    elif form == "png":
        picture.save(stream, "PNG", optimize=True)
    elif form == "webp":
        picture.save(stream, "WEBP", quality=QUALITY["webp"], method=4, xmp=xmp)
    else:
        picture.save(stream, "AVIF", quality=QUALITY["avif"], speed=SPEED, max_threads=1, xmp=xmp)
    return stream.getvalue()
