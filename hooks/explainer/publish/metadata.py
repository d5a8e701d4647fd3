"""What pictures of the site say of those who took them: the place, the camera, a thumbnail. None of it is published.

The picture itself stays as it is, byte for byte; how it is turned and its colours stay, and so do credit and rights.
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

from explainer.files.writing import write_whole

EXIF, XMP, ICC = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"

ORIENTATION = 0x0112
"""The tag that says how a picture is turned (Exif 2.32, 4.6.4)."""

PUBLIC = re.compile(
    rb"<dc:(?:creator|rights)>.*?</dc:(?:creator|rights)>|photoshop:Credit=\"[^\"]*\"|<photoshop:Credit>.*?</photoshop:Credit>",
    re.DOTALL,
)
"""What of a picture's XMP says whose it is."""

IPTC_PUBLIC = {80: "creator", 110: "credit", 116: "rights"}
"""The datasets of IPTC that say whose a picture is (IIM 4.2: by-line, credit, copyright notice)."""

PRIVATE_CHUNKS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}


def clean_pictures(folder: Path) -> int:
    """Take what is private out of the pictures of a built site, and return how many had some.

    Args:
        folder: The folder of the site.
    """
    changed = 0
    for file in folder.rglob("*"):
        clean = CLEAN.get(file.suffix.lower())
        if clean is None or not file.is_file():
            continue
        content = file.read_bytes()
        try:
            cleaned = clean(content)
        except (struct.error, IndexError, ValueError):  # broken: a browser shows what it can of it
            continue
        if cleaned != content:
            write_whole(file, cleaned)
            changed += 1
    return changed


# --- JPEG ---------------------------------------------------------------------------------------------------------


def clean_jpeg(content: bytes) -> bytes:
    """Return a JPEG without what is private (ISO/IEC 10918-1, B.1.1; JFIF)."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept, public, turned, has_private = [], b"", 1, False
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, (length,) = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])
        segment = content[at : at + 2 + length]
        if marker == 0xDA:  # the picture itself begins
            break
        payload = segment[4:]
        at += 2 + length
        if marker == 0xE1 and payload.startswith(EXIF):
            turned, has_private = _turned(payload[len(EXIF) :]), True
        elif marker == 0xE1 and payload.startswith(XMP):
            public, has_private = public + b"".join(PUBLIC.findall(payload)), True
        elif marker == 0xED:
            public, has_private = public + b"".join(_of_iptc(payload)), True
        elif (
            marker == 0xFE
            or (marker in range(0xE3, 0xEE) and marker != 0xED)
            or (marker == 0xE2 and not payload.startswith(ICC))
        ):
            has_private = True
        else:
            kept.append(segment)
    if not has_private:
        return content
    own = [_segment(EXIF + _exif(turned))] if turned != 1 else []
    own += [_segment(XMP + _packet(public))] if public and len(public) < 60_000 else []
    # JFIF's own segment comes first, where there is one.
    first = 1 if kept and kept[0][1] == 0xE0 else 0
    return content[:2] + b"".join([*kept[:first], *own, *kept[first:]]) + content[at:]


def _segment(payload: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


def _turned(tiff: bytes) -> int:
    """Return how a picture is turned, from 1 (upright) to 8."""
    order = "<" if tiff[:2] == b"II" else ">"
    (start,) = struct.unpack(order + "I", tiff[4:8])
    (number,) = struct.unpack(order + "H", tiff[start : start + 2])
    for n in range(number):
        entry = tiff[start + 2 + 12 * n : start + 14 + 12 * n]
        tag, _, _, value = struct.unpack(order + "HHIH", entry[:10])
        if tag == ORIENTATION:
            return value if 1 <= value <= 8 else 1
    return 1


def _exif(turned: int) -> bytes:
    """Return the least that says how a picture is turned."""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, turned, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"


def _of_iptc(payload: bytes) -> Iterator[bytes]:
    """Yield what IPTC says of whose a picture is, as XMP says it (IIM 4.2, in a resource of Photoshop)."""
    at = payload.find(b"\x1c\x02")
    while 0 <= at < len(payload) - 5 and payload[at : at + 2] == b"\x1c\x02":
        number, (length,) = payload[at + 2], struct.unpack(">H", payload[at + 3 : at + 5])
        text = payload[at + 5 : at + 5 + length].decode("utf-8", "replace")
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").encode()
        match IPTC_PUBLIC.get(number):
            case "creator":
                yield b"<dc:creator><rdf:Seq><rdf:li>" + escaped + b"</rdf:li></rdf:Seq></dc:creator>"
            case "credit":
                yield b"<photoshop:Credit>" + escaped + b"</photoshop:Credit>"
            case "rights":
                yield (
                    b'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">' + escaped + b"</rdf:li></rdf:Alt></dc:rights>"
                )
        at += 5 + length


def _packet(public: bytes) -> bytes:
    attributes = b" ".join(re.findall(rb'photoshop:Credit="[^"]*"', public))
    elements = b"".join(found for found in PUBLIC.findall(public) if found.startswith(b"<"))
    return (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        b' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        + attributes
        + b">"
        + elements
        + b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


# --- PNG and WebP -------------------------------------------------------------------------------------------------


def clean_png(content: bytes) -> bytes:
    """Return a PNG without what is private (PNG, 11.3)."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        return content
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        if content[at + 4 : at + 8] not in PRIVATE_CHUNKS:
            kept.append(content[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)


def clean_webp(content: bytes) -> bytes:
    """Return a WebP without what is private; its credit and rights stay (WebP Container, RIFF)."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return content
    kept, at, private = [], 12, False
    while at + 8 <= len(content):
        name, (length,) = content[at : at + 4], struct.unpack("<I", content[at + 4 : at + 8])
        chunk = content[at : at + 8 + length + length % 2]
        at += len(chunk)
        if name == b"EXIF" or (name == b"XMP " and b"".join(PUBLIC.findall(chunk)) == b""):
            private = True
        else:
            kept.append(chunk)
    if not private:
        return content
    for n, chunk in enumerate(kept):
        if chunk[:4] == b"VP8X":
            names = {each[:4] for each in kept}
            flags = chunk[8] & ~0x0C | (0x04 if b"XMP " in names else 0)
            kept[n] = chunk[:8] + bytes([flags]) + chunk[9:]
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


CLEAN = {".jpg": clean_jpeg, ".jpeg": clean_jpeg, ".png": clean_png, ".webp": clean_webp}
