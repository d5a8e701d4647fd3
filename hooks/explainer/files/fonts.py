"""Whether a file is a font, told from its first bytes: to draw with it is the business of others."""

import struct
from pathlib import Path

OPENTYPE = {b"\x00\x01\x00\x00", b"OTTO", b"true"}
"""What a font begins with: outlines of TrueType, of PostScript, of TrueType as Apple writes it."""

PACKED = b"wOFF"
"""What a font packed for the web begins with (WOFF 1); how long the file is stands in the header."""

COLLECTION = b"ttcf"
"""What several fonts in one file begin with; where the first of them begins stands in the header."""

FIRST = 12
"""Where in a collection that place stands, and how long a font's own header is."""

RECORD = 16
"""How many bytes of the directory tell of one table: its name, a checksum, where it begins and how long it is."""


def is_font(file: Path) -> bool:
    """Whether a file holds a font in TrueType or OpenType, or a collection of them, with all its tables."""
    try:
        data = file.read_bytes()
    except OSError:
        return False
    if data[:4] == PACKED and len(data) >= FIRST:
        return int(struct.unpack_from(">L", data, 8)[0]) == len(data)
    begins = 0
    if data[:4] == COLLECTION and len(data) >= FIRST + 4:
        (begins,) = struct.unpack_from(">L", data, FIRST)
    header = data[begins : begins + FIRST]
    if header[:4] not in OPENTYPE or len(header) < FIRST:
        return False
    (tables,) = struct.unpack_from(">H", header, 4)
    directory = data[begins + FIRST : begins + FIRST + tables * RECORD]
    if not tables or len(directory) < tables * RECORD:
        return False
    places = (struct.unpack_from(">LL", directory, n * RECORD + 8) for n in range(tables))
    return all(offset + length <= len(data) for offset, length in places)
