"""Two changes of one text in one: what its owners have changed, and what a newer version has."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from explainer.diff.git import GitError

MOST_CONFLICTS = 127
"""`git merge-file` ends with the number of conflicts, up to this; with more where it could not begin."""


def merged(base: str, ours: str, theirs: str) -> str | None:
    """Return a text with the changes of both sides, as `git merge-file` makes it; None where they conflict.

    Args:
        base: What both began with.
        ours: What its owners have made of it.
        theirs: What it is to become.

    Raises:
        GitError: There is no git, or it cannot merge.
    """
    program = shutil.which("git")
    if program is None:
        message = "the program `git` is not installed"
        raise GitError(message)
    with TemporaryDirectory() as folder:
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_text(text, "utf-8", newline="")
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [program, "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True, check=False
        )
    if done.returncode > MOST_CONFLICTS or done.returncode < 0:
        message = f"`git merge-file` failed: {os.fsdecode(done.stderr).strip()}"
        raise GitError(message)
    return done.stdout.decode() if done.returncode == 0 else None
