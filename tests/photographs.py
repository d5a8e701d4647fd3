"""Photographs with all that a camera and an agency write into them, made for the tests."""

import struct
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter, TiffImagePlugin

PLACE = (52.0, 30.0, 12.0)
CREDIT = "Ada Marsh / The Paper"


def scene(width: int, height: int) -> Image.Image:
    """Return a picture with large shapes and fine ones, as a photograph has."""
    base = Image.linear_gradient("L").resize((width, height))
    grain = (
        Image.effect_noise((width // 4, height // 4), 40).resize((width, height)).filter(ImageFilter.GaussianBlur(1))
    )
    return Image.merge("RGB", (base, Image.blend(base, grain, 0.3), Image.blend(base, grain, 0.2)))


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a camera writes: how it was held, whose it is, and where it was."""
    written = Image.Exif()
    written[0x0112], written[0x010F], written[0x013B] = orientation, "Camera of Ada", "Ada Marsh"
    written[0x8825] = {1: "N", 2: tuple(TiffImagePlugin.IFDRational(each) for each in PLACE), 3: "E", 4: (6, 30, 0)}
    return written


def iptc(credit: str = CREDIT) -> bytes:
    """Return what an agency writes: by-line, credit and copyright (IIM 4.2), in a resource of Photoshop."""
    data = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text.encode())) + text.encode()
        for number, text in ((80, "Ada Marsh"), (110, credit), (116, "All rights reserved"), (90, "Secret town"))
    )
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(data)) + data


def jpeg(file: Path, size: tuple[int, int] = (1600, 1200), orientation: int = 1, **options: Any) -> Path:
    """Write a photograph with all of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    scene(*size).save(file, "JPEG", quality=90, exif=exif(orientation), comment=b"taken at home", **options)
    content = file.read_bytes()
    payload = iptc()
    segment = b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload
    file.write_bytes(content[:2] + segment + content[2:])
    return file
