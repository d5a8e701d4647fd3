"""What a site has from this package beside its content: workflows, schemas, settings, the version that builds it.

A site keeps what it was given, so that a later version can tell what its owners have changed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explainer.version import VERSION

KEPT = ".explainer.json"
"""The file in which a site keeps what it was given."""

GIVEN = (".github/", ".gitlab-ci.yml", ".gitignore", ".vscode/", "requirements.txt", "schemas/")
"""The files that are no content: what begins so is the package's to renew, unless its owners have changed it."""

MADE = "schemas/"
"""What nobody edits, since it is made of the models: of these a digest is kept."""


@dataclass(frozen=True)
class Given:
    """What a site was given.

    Attributes:
        version: By which version.
        texts: The texts of files by their names.
        digests: The digests of files, of which no text is kept.
    """

    version: str = VERSION
    texts: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    def is_as_given(self, name: str, content: bytes) -> bool:
        """Whether a file still holds what it was given."""
        if name in self.texts:
            return self.texts[name].encode() == content
        return self.digests.get(name) == digest(content)

    def __contains__(self, name: object) -> bool:
        return name in self.texts or name in self.digests


def tools_among(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that are no content."""
    return {name: content for name, content in files.items() if name.startswith(GIVEN)}


def digest(content: bytes) -> str:
    """Return the digest of a file: SHA-256."""
    return hashlib.sha256(content).hexdigest()


def given(tools: Mapping[str, bytes]) -> Given:
    """Return what a site is given."""
    made = {name: content for name, content in tools.items() if name.startswith(MADE)}
    texts = {name: content.decode() for name, content in tools.items() if name not in made}
    return Given(VERSION, texts, {name: digest(content) for name, content in made.items()})


def as_file(what: Given) -> bytes:
    """Return what a site was given as its file holds it: sorted, so that a change of it reads well as a diff."""
    content = {
        "version": what.version,
        "texts": dict(sorted(what.texts.items())),
        "digests": dict(sorted(what.digests.items())),
    }
    return f"{json.dumps(content, indent=1, ensure_ascii=False)}\n".encode()


def read_given(folder: Path) -> Given | None:
    """Return what a site was given; None where it does not say.

    Raises:
        ValueError: The file holds something else.
    """
    file = folder / KEPT
    if not file.is_file():
        return None
    content: Any = json.loads(file.read_text("utf-8"))
    texts, digests = content["texts"], content["digests"]
    return Given(str(content["version"]), dict(texts), dict(digests))
