"""A sheet of events: TimelineJS' own template, or any table whose columns are called as people call them."""

import re

from explainer.imports.dates import read_date
from explainer.imports.old import ForeignError, Format, Old, Options, Source
from explainer.imports.slide_dates import slide_date

COLUMNS = {
    "date": "date day when start start-date datum tag wann fecha data date-de-début début",
    "end": "end end-date ende bis fin",
    "year": "year jahr", "month": "month monat", "day-part": "",
    "time": "time zeit uhrzeit heure hora",
    "end-year": "end-year", "end-month": "end-month", "end-day": "end-day", "end-time": "end-time",
    "display": "display-date",
    "title": "headline title titel überschrift titre título titolo event ereignis",
    "text": "text body description beschreibung texte texto descripción descrição details",
    "media": "media image picture bild photo imagen imagem foto",
    "credit": "media-credit credit bildnachweis crédit crédito",
    "caption": "media-caption caption bildunterschrift légende",
    "thumbnail": "media-thumbnail thumbnail", "background": "background",
    "type": "type typ",
    "tags": "group tags category categories tag-s kategorie schlagwörter catégorie categoría",
    "link": "link url source quelle lien enlace fuente quellen sources",
    "id": "id unique-id",
}  # fmt: skip
"""What the columns may be called: small letters, hyphens between words."""


def _role_of(header: str, *, has_year: bool) -> str:
    name = re.sub(r"[\s_]+", "-", header.strip(" *:\ufeff").casefold())
    if has_year and name == "day":
        return "day-part"
    if name == "tag" and has_year:
        return "tags"
    return next((role for role, names in COLUMNS.items() if name in names.split()), "")


def _read(source: Source, options: Options) -> tuple[list[Old], list[str]]:
    rows = source.rows or []
    mapped = {name.casefold(): role for role, name in options.columns.items()}
    unknown_roles = set(options.columns) - set(COLUMNS)
    if unknown_roles:
        raise ForeignError(f"no field `{min(unknown_roles)}`; the fields are {', '.join(filter(None, COLUMNS))}")
    at = next((n for n, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) > 1), 0)
    header = rows[at] if rows else []
    has_year = any(_role_of(cell, has_year=False) == "year" for cell in header)
    roles = [mapped.get(cell.strip().casefold()) or _role_of(cell, has_year=has_year) for cell in header]
    notes = [
        f"the column `{name}` is not known, and what stands in it is left out: name its field with --map FIELD={name}"
        for n, (name, role) in enumerate(zip(header, roles, strict=True))
        if name.strip() and not role and any(len(row) > n and row[n].strip() for row in rows[at + 1 :])
    ]
    if "title" not in roles or not {"date", "year"} & set(roles):
        missing = "headlines" if "title" not in roles else "dates"
        raise ForeignError(
            f"row {at + 1}: no column with {missing}; name it, for example --map title=Überschrift,date=Wann"
        )
    olds = []
    for n, row in enumerate(rows[at + 1 :], at + 2):
        cells: dict[str, str] = {}
        extra = [cell for cell in row[len(roles) :] if cell.strip()]
        for role, cell in zip(roles, row, strict=False):
            if role and cell.strip() and role not in cells:
                cells[role] = cell.strip()
            elif role and cell.strip():
                extra.append(cell)
        if any(cell.strip() for cell in row):
            olds.append(_made(f"row {n}", cells, extra, options))
    return olds, notes


def _made(place: str, cells: dict[str, str], extra: list[str], options: Options) -> Old:
    kind = cells.get("type", "").casefold()
    role = {"title": "title", "start": "title", "era": "era"}.get(kind, "event")
    old = Old(place, role, cells.get("title", ""), cells.get("text", ""), id=cells.get("id", ""))
    if "date" in cells:
        old.when = read_date(" – ".join(filter(None, (cells["date"], cells.get("end", "")))), options.reading)
    else:
        start = {
            "year": cells.get("year", ""),
            "month": cells.get("month", ""),
            "day": cells.get("day-part", ""),
            "time": cells.get("time", ""),
        }
        end = {name: cells.get(f"end-{name}", "") for name in ("year", "month", "day", "time")}
        old.when = slide_date(start, end, cells.get("display", ""), options.reading)
    old.tags = [each.strip() for each in re.split(r"[;,|\n]", cells.get("tags", "")) if each.strip()]
    old.links = re.findall(r"https?://[^\s;,|]+", cells.get("link", ""))
    old.media, old.credit, old.caption = cells.get("media", ""), cells.get("credit", ""), cells.get("caption", "")
    old.lost = [f"the {name} {cells[name]}" for name in ("thumbnail", "background") if name in cells]
    if kind and role == "event":
        old.lost.append(f"the type `{cells['type']}`")
    if "link" in cells and not old.links:
        old.lost.append(f"the source `{cells['link']}`, which is no address")
    if "date" in cells and "time" in cells:
        old.lost.append(f"the time `{cells['time']}`")
    old.lost.extend(f"the cell `{each}` beyond the header" for each in extra)
    return old


FORMAT = Format("sheet", lambda source: source.rows is not None, _read)
