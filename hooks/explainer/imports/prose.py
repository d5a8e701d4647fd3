"""HTML to the Markdown of fields, which loads no pictures and shows tags as text."""

import re
from html import unescape
from urllib.parse import quote

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

SIGNS = re.compile(r"([\\\\`\[\]*_])|^(\s*)(#{1,6}(?=\s)|[-+>](?=\s)|\d+(?=[.)]\s))")
"""What Markdown would take for a mark: anywhere, and at the beginning of a text."""

LOADS = ("img", "iframe", "script", "style", "video", "audio", "embed", "object")


class _Converter(MarkdownConverter):
    """Escapes what Markdown would take for a mark, and nothing more: an editor reads this text."""

    def escape(self, text: str, parent_tags: object) -> str:
        """Return a piece of text as it is typed in Markdown."""
        del parent_tags
        return SIGNS.sub(_escaped, text or "")


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\{found[1]}"
    return f"{found[2]}{found[3]}\\" if found[3][0].isdecimal() else f"{found[2]}\\{found[3]}"


def markdown_of(html: str) -> tuple[str, list[str], list[str]]:
    """Return a text as Markdown, the addresses that it links, and what it loaded and no longer does."""
    soup = BeautifulSoup(html, "html.parser")
    lost = []
    for each in soup.find_all(LOADS):
        address = each.get("src")
        lost.append(f"{each.name} {address}" if address else f"<{each.name}>")
        each.decompose()
    links: list[str] = []
    for each in soup.find_all("a"):
        address = str(each.get("href") or "").strip()
        if each.get_text(strip=True) and re.match(r"https?://[^\s/]", address):
            each["href"] = safe(address)
            links.append(each["href"])
            del each["title"]
        else:
            if address:
                lost.append(f"the link to {address}")
            each.unwrap()
    text = _Converter(heading_style="ATX", bullets="-").convert_soup(soup)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text.replace("\xa0", " "))).strip(), links, lost


def safe(address: str) -> str:
    """Return an address as a link in Markdown may hold it."""
    return quote(address, safe="/:?#@!$&'*+,;=%~-._")


def plain_of(html: str) -> str:
    """Return a text without tags, in one line."""
    return (
        " ".join(BeautifulSoup(unescape(html), "html.parser").get_text(" ").split())
        if re.search("[<&]", html)
        else " ".join(html.split())
    )
