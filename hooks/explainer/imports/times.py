"""Times of day and their zones, as people type them."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OFFSETS = {
    "utc": "Z", "gmt": "Z", "z": "Z", "wet": "Z", "est": "-05", "edt": "-04", "cdt": "-05", "mdt": "-06", "pst": "-08",
    "pdt": "-07", "akst": "-09", "akdt": "-08", "hst": "-10", "cet": "+01", "mez": "+01", "cest": "+02", "mesz": "+02",
    "eet": "+02", "eest": "+03", "msk": "+03", "jst": "+09", "kst": "+09", "aest": "+10", "aedt": "+11", "nzst": "+12",
    "nzdt": "+13", "sast": "+02", "pkt": "+05", "brt": "-03",
}  # fmt: skip
"""Short names of zones that have one meaning. CST, IST, BST, AST and MST have several and are not among them."""

PLACES = {
    "et": "America/New_York", "eastern": "America/New_York", "eastern time": "America/New_York",
    "ct": "America/Chicago", "central time": "America/Chicago", "mountain time": "America/Denver",
    "pt": "America/Los_Angeles", "pacific time": "America/Los_Angeles", "london": "Europe/London",
    "paris": "Europe/Paris", "berlin": "Europe/Berlin",
}  # fmt: skip
"""Names of zones that are one hour in winter and another in summer."""

LOCAL = re.compile(r"\(?(?:local(?: time)?|ortszeit|heure locale|hora local|ora locale)\)?", re.IGNORECASE)

TIME = re.compile(
    r"(?P<about>(?:about|around|approximately|approx\.?|c\.|ca\.?|~|gegen|vers|hacia)\s*)?"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?:uhr|h|hrs)?\.?\s*(?P<zone>.*)",
    re.IGNORECASE,
)


def time_of(typed: str, day: str) -> tuple[str, str]:
    """Return a time as EDTF has it, behind the day and with its zone: `T14:30:00-05`.

    Args:
        typed: The time as it stands in the file: `2:30 PM EST`, `14:30`, `About 12:45 AM EST`.
        day: The day, `2017-03-02`: some zones change their hour with the season.

    Returns:
        The time, empty where it cannot be said in EDTF; and what it cannot say, in words.
    """
    found = TIME.fullmatch(typed.strip())
    if not found or not (found["minute"] or found["half"]):
        return "", typed
    hour, minute, second = int(found["hour"]), found["minute"] or "00", found["second"] or "00"
    if half := (found["half"] or "").lower():
        if not 1 <= hour <= 12:
            return "", typed
        hour = hour % 12 + 12 * half.startswith("p")
    if found["about"] or hour > 23 or int(minute) > 59 or int(second) > 59:
        return "", typed  # EDTF of level 1 marks no time as approximate
    clock = f"T{hour:02d}:{minute}:{second}"
    zone, lost = _zone(found["zone"].strip(" ()"), f"{day}{clock}")
    return clock + zone, typed if lost else ""


def _zone(typed: str, moment: str) -> tuple[str, bool]:
    """Return the zone as EDTF has it, and whether it could not be said."""
    name = typed.lower().replace(".", "")
    if not name or LOCAL.fullmatch(typed):
        return "", False
    if found := re.fullmatch(r"(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?", name):
        minutes = f":{found[3]}" if found[3] and found[3] != "00" else ""
        zone = f"{found[1]}{found[2].zfill(2)}{minutes}"
        return ("Z" if zone in {"+00", "-00"} else zone), False
    if name in OFFSETS:
        return OFFSETS[name], False
    try:
        offset = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(PLACES.get(name, typed))).strftime("%z")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "", True
    return _zone(offset, moment)[0], False
