"""A site is built beside the published one and takes its place when it is whole."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Staging:
    """A folder in which a build happens.

    Attributes:
        target: Where the finished site goes. Until then the one that stands there stays as it is.
        built: Whether the build came to its end.
    """

    target: Path
    built: bool = False

    @property
    def folder(self) -> Path:
        """Where the site is built: beside the target, so that moving it copies nothing."""
        return self.target.with_name(f".{self.target.name}.building")

    @property
    def _former(self) -> Path:
        return self.target.with_name(f".{self.target.name}.former")

    def publish(self) -> None:
        """Put the built site in the target's place."""
        shutil.rmtree(self._former, ignore_errors=True)
        if self.target.exists():
            self.target.rename(self._former)
        self.folder.rename(self.target)
        shutil.rmtree(self._former, ignore_errors=True)

    def discard(self) -> None:
        """Take away what was built so far."""
        shutil.rmtree(self.folder, ignore_errors=True)
