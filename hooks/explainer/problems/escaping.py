"""Plain text in a Markdown document that GitHub or GitLab will show: it stays text there, whatever signs it holds."""

import re

SIGNS = re.compile(r"[\\`*_\[\]<>&|~$]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
"""What may begin markup, a cell of a table, HTML, a formula, an emoji or the address of a link."""

CALLS = re.compile(r"[@#!%]")
"""What names a user, an issue, a merge request or a milestone where a number or a name follows.

These are looked for in the finished HTML, where no escape is left, so they are parted from the name that follows.
"""

WORD_JOINER = "\u2060"
"""A sign without width, at which no line breaks."""


def in_markdown(text: str) -> str:
    """Return plain text as it is written in Markdown, on one line.

    Source: CommonMark 0.31, "Entity and numeric character references": such a reference never stands for markup.
    """
    line = " ".join(text.split())
    line = SIGNS.sub(lambda found: f"&#{ord(found[0])};", line)
    line = re.sub(rf"(?<!&){CALLS.pattern}(?=\w)", lambda found: f"{found[0]}{WORD_JOINER}", line)
    return re.sub(r"^([#+\-=]|\d+[.)])", lambda found: "".join(f"&#{ord(each)};" for each in found[0]), line)
