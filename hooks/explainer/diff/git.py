"""The files of a commit, out of git's objects: git is asked as a program, and the working tree is left alone."""

import os
import shutil
import subprocess
from pathlib import Path

OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")
"""What git tells a hook of the repository that it runs in. Here the folder says which repository is meant."""


class GitError(Exception):
    """Git cannot give the files of the commit. The message says why."""


def files_of(revision: str, folder: Path, target: Path) -> Path:
    """Write the files of a commit to a folder.

    All of them, and not only those below `folder`: a configuration may inherit from a file beside it.

    Args:
        revision: The commit, by whatever name git knows it: `main`, `v1.0`, `HEAD^`, a hash.
        folder: A folder of the working tree.
        target: An empty folder, which takes the files.

    Returns:
        Where the files of `folder` are in `target`; there is nothing where the commit does not have that folder.

    Raises:
        GitError: There is no git, no repository or no such commit.
    """
    top = Path(_git("rev-parse", "--show-toplevel", folder=folder).removesuffix("\n"))
    prefix = _git("rev-parse", "--show-prefix", folder=folder).removesuffix("\n")
    commit = _commit(revision, top)
    tree = target / "tree"
    # An index of its own: the editor's, with what is about to be committed, stays as it is. And not `git archive`: it
    # leaves out what `.gitattributes` keeps from releases.
    index = str(target / "index")
    _git("read-tree", commit, folder=top, index=index)
    _git("checkout-index", "--all", "--quiet", f"--prefix={tree}/", folder=top, index=index)
    return tree / prefix


def _commit(revision: str, folder: Path) -> str:
    """Return the hash of a commit, which unlike its name is certainly no option of git's."""
    try:
        return _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", folder=folder).strip()
    except GitError:
        shallow = _git("rev-parse", "--is-shallow-repository", folder=folder).strip() == "true"
        hint = "; only the newest commits are here, `git fetch --unshallow` brings the others" if shallow else ""
        message = f"git knows no commit `{revision}`{hint}"
        raise GitError(message) from None


def _git(*arguments: str, folder: Path, index: str = "") -> str:
    program = shutil.which("git")
    if program is None:
        message = "the program `git` is not installed"
        raise GitError(message)
    environment = {name: value for name, value in os.environ.items() if name not in {*OF_A_HOOK, "GIT_INDEX_FILE"}}
    environment |= {"LC_ALL": "C", **({"GIT_INDEX_FILE": index} if index else {})}
    done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
        [program, "-C", folder, *arguments],
        env=environment,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        told = os.fsdecode(done.stderr).strip().splitlines() or [f"it exited with {done.returncode}"]
        if "not a git repository" in told[0]:
            message = f"`{folder}` is in no git repository"
        else:
            message = f"`git {arguments[0]}` failed: {told[0].removeprefix('fatal: ')}"
        raise GitError(message)
    return os.fsdecode(done.stdout)
