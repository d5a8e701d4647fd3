"""A site is built beside the published one and takes its place in one step, when it is whole.

At whatever moment a build is killed, the folder of the published site holds one version of it, whole. Where the file
system has no step in which two folders change places, there are two renames: a build that is killed between them leaves
no site, and the next build puts the former one back before it begins.
"""

import errno
import filecmp
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from explainer.publish.exchange import NoSuchStepError, exchange

if sys.platform != "win32":
    import fcntl

ATTEMPTS = 10
"""How often two builds that end at the same moment may get in each other's way before one gives up."""


class Staging:
    """A folder of its own in which a build happens.

    Attributes:
        target: Where the finished site goes. Until then the one that stands there stays as it is.
        folder: Where the site is built: beside the target, so that moving it copies nothing.
        built: Whether the build came to its end.
    """

    def __init__(self, target: Path) -> None:
        """Choose the folder; `begin` makes it.

        Args:
            target: Where the finished site goes; where it is a link, the folder that it leads to is replaced.
        """
        self.target = Path(os.path.realpath(target))
        self.built = False
        self.folder = self._new_name()
        self._lock: int | None = None

    def begin(self) -> None:
        """Make the folder, after clearing away what killed builds left.

        Whoever calls this must already hold the object, to `discard` it: an editor may break off a build at any moment.

        Raises:
            OSError: No folder can be made there, or the target can never be replaced.
        """
        if os.path.ismount(self.target):
            message = "is a mount point, which cannot be replaced in one step; make `site_dir` a folder inside it"
            raise OSError(errno.EBUSY, message, str(self.target))
        if os.path.lexists(self.target) and not self.target.is_dir():
            raise NotADirectoryError(
                errno.ENOTDIR, "is no folder, and the site will not take its place", str(self.target)
            )
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._recover()
        self._sweep()
        self._make_folder()

    def publish(self) -> None:
        """Put the built site in the target's place, and what others keep hidden in the target into it.

        Raises:
            OSError: It cannot be put there. The published site is as it was, the built one is gone.
        """
        try:
            if self.target.is_dir():
                self._take_over()
            self._put_in_place()
        finally:
            self.discard()

    def discard(self) -> None:
        """Take away what stands in the folder: what was built so far, or the former site once it was replaced."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _beside(self, what: str, name: str) -> Path:
        return self.target.with_name(f".{self.target.name}.{what}-{name}")

    def _all_beside(self, what: str) -> list[Path]:
        beginning = self._beside(what, "").name
        return sorted(path for path in self.target.parent.iterdir() if path.name.startswith(beginning))

    def _new_name(self) -> Path:
        return self._beside("building", uuid4().hex[:12])

    def _make_folder(self) -> None:
        """Make a folder that no other build has, and lock it: a build that is killed lets go of its lock."""
        for _ in range(ATTEMPTS):
            self.folder.mkdir()
            self._lock = _locked(self.folder)
            if self._lock is not None and self.folder.exists():
                return
            # Another build took it for a leftover, between its making and its locking.
            self.discard()
            self.folder = self._new_name()
        self.folder.mkdir()  # the system locks no folders, and no build clears away what it cannot lock

    def _recover(self) -> None:
        """Put the former site back where a build was killed between its two renames."""
        for former in self._all_beside("former"):
            if not self.target.exists():
                with suppress(OSError):  # another build was quicker
                    former.rename(self.target)

    def _sweep(self) -> None:
        """Clear away what builds left that were killed; those that are still at it hold a lock."""
        for left in [*self._all_beside("building"), *self._all_beside("former")]:
            lock = _locked(left)
            if lock is not None:
                shutil.rmtree(left, ignore_errors=True)
                os.close(lock)

    def _take_over(self) -> None:
        """Take from the published site what a build must not change.

        These are its owner and permissions; what others keep hidden at its top, such as `.git` or `.well-known`, which
        MkDocs leaves alone too; and the time of every file that is as it was, so that a web server and a browser can
        tell that it has not changed.
        """
        shutil.copystat(self.target, self.folder)
        if sys.platform != "win32":
            owner = self.target.stat()
            with suppress(PermissionError):
                os.chown(self.folder, owner.st_uid, owner.st_gid)
        for hidden in self.target.glob(".*"):
            mine = self.folder / hidden.name
            if mine.exists():
                continue
            if hidden.is_dir() and not hidden.is_symlink():
                shutil.copytree(hidden, mine, symlinks=True, copy_function=_link)
            else:
                _link(hidden, mine)
        for file in self.folder.rglob("*"):
            former = self.target / file.relative_to(self.folder)
            if file.is_file() and former.is_file() and filecmp.cmp(file, former, shallow=False):
                os.utime(file, ns=(former.stat().st_atime_ns, former.stat().st_mtime_ns))

    def _put_in_place(self) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                if self.target.exists():
                    self._replace()
                else:
                    self.folder.rename(self.target)
            except OSError as error:  # another build has put its own there, or taken the former away, in this moment
                if attempt == ATTEMPTS or error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT}:
                    raise
            else:
                return

    def _replace(self) -> None:
        try:
            exchange(self.folder, self.target)
        except NoSuchStepError:
            former = self._beside("former", uuid4().hex[:12])
            self.target.rename(former)
            try:
                self.folder.rename(self.target)
            except OSError:
                with suppress(OSError):
                    former.rename(self.target)
                raise
            shutil.rmtree(former, ignore_errors=True)


def _locked(folder: Path) -> int | None:
    """Lock a folder for this process.

    Returns:
        What holds the lock until it is closed. None where another process has it, or the system locks no folders: there
        a leftover stays until somebody takes it away.
    """
    if sys.platform == "win32":
        return None
    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock


def _link(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Give a file a second name, or copy it where the file system or its owner does not let us."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
