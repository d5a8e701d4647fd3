"""In YAML ` #` begins a comment: a text without quotation marks ends there, and readers never see the rest.

A comment stands behind two spaces and a hash with a space after it, as YAML's own tools want it; anything else behind a
text was most likely meant to be part of it.
"""

import re
from collections.abc import Iterator

from explainer.record.contents import Contents
from explainer.record.references import written_texts_of
from explainer.rules.rule import Finding, Rule

COMMENT = re.compile(r"(?P<space>\s+)#(?P<after>.?)")


def _cut(contents: Contents) -> Iterator[Finding]:
    record = contents.record
    for kind, entry in record:
        origin = record.origins[kind, entry.id]
        if " #" not in origin.document.text:
            continue
        lines = origin.document.lines
        for text, way in written_texts_of(entry):
            mark = origin.mark(*way)
            line = lines[mark.line - 1][mark.column - 1 :] if mark.line <= len(lines) else ""
            found = COMMENT.match(line, len(text)) if line.startswith(text) else None
            if found and (len(found["space"]) == 1 or found["after"] not in {"", " "}):
                message = "the text ends before ` #`, which begins a comment"
                hint = f'put it in quotation marks: "{line.rstrip()}"; two spaces and `# ` begin a comment'
                yield Finding(kind, entry.id, way, message, hint)


RULE = Rule(
    name="cut-text",
    doc=__doc__,
    severity="warning",
    says="the text ends before ` #`, which begins a comment",
    in_record=_cut,
)
