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
from glob import escape
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from explainer.publish.exchange import NoSuchStepError, exchange

ATTEMPTS = 10
"""How often two builds that end at the same moment may get in each other's way before one gives up."""

SITE, FORMER, LOCK = "site", "former", "lock"
"""What a build has for itself: the site in the making, the published one between two renames, the sign of its life."""


class Staging:
    """A folder of its own in which a build happens.

    Attributes:
        target: Where the finished site goes. Until then the one that stands there stays as it is.
        place: What the build has for itself: beside the target, so that moving the site copies nothing.
        built: Whether the build came to its end.
    """

    def __init__(self, target: Path) -> None:
        """Choose the folder; `begin` makes it.

        Args:
            target: Where the finished site goes; where it is a link, the folder that it leads to is replaced.
        """
        self.target = Path(os.path.realpath(target))
        self.built = False
        self.place = self._new_place()
        self._lock: FileLock | None = None

    @property
    def folder(self) -> Path:
        """Where the site is built."""
        return self.place / SITE

    @property
    def former(self) -> Path:
        """Where the published site stands between two renames."""
        return self.place / FORMER

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
        """Take away what the build has: what it made so far, or the former site once it was replaced."""
        if self._lock is not None:
            self._lock.release()  # some systems remove no file that is open
            self._lock = None
        shutil.rmtree(self.place, ignore_errors=True)

    def _new_place(self) -> Path:
        return self.target.with_name(f".{self.target.name}.building-{uuid4().hex[:12]}")

    def _all_places(self) -> list[Path]:
        return sorted(self.target.parent.glob(f".{escape(self.target.name)}.building-*"))

    def _make_folder(self) -> None:
        """Make a place that no other build has, and lock it: a build that is killed lets go of its lock."""
        for _ in range(ATTEMPTS):
            self.place.mkdir()
            self._lock = _locked(self.place)
            if self._lock is not None and self.place.exists():
                break
            # Another build took it for a leftover, between its making and its locking.
            self.discard()
            self.place = self._new_place()
        else:  # the system locks no files here, and no build clears away what it cannot lock
            self.place.mkdir()
        self.folder.mkdir()

    def _recover(self) -> None:
        """Put the former site back where a build was killed between its two renames."""
        for place in self._all_places():
            if not self.target.exists():
                with suppress(OSError):  # it has none, or another build was quicker
                    (place / FORMER).rename(self.target)

    def _sweep(self) -> None:
        """Clear away what builds left that were killed; those that are still at it hold a lock."""
        for left in self._all_places():
            lock = _locked(left)
            if lock is not None:
                lock.release()
                shutil.rmtree(left, ignore_errors=True)

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
            self.target.rename(self.former)
            try:
                self.folder.rename(self.target)
            except OSError:
                with suppress(OSError):
                    self.former.rename(self.target)
                raise


def _locked(place: Path) -> FileLock | None:
    """Lock what a build has for itself, for this process.

    Returns:
        The lock. None where another process has it, or the system locks no files there, as over some networks: then a
        leftover stays until somebody takes it away.
    """
    lock = FileLock(place / LOCK, timeout=0, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return None
    return lock


def _link(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Give a file a second name, or copy it where the file system or its owner does not let us."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
