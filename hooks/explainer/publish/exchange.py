"""Two folders change places in one step of the file system, where the system has such a step."""

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = RENAME_SWAP = 2
"""Linux' name (renameat2(2), since 3.15) and macOS' (renamex_np(2), since 10.12) for the same wish."""

RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
"""The call's numbers for a C library that does not name it: musl's, which Alpine has."""

NO_SUCH_STEP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""What a kernel, a file system or a container's filter answers that does not know the step."""


class NoSuchStepError(OSError):
    """The system or this file system cannot let two folders change places in one step."""


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places: at no moment is either name missing.

    Raises:
        NoSuchStepError: This cannot be done here.
        OSError: It can be done, and failed: a folder is not there, or is on another file system.
    """
    code = _ask(os.fsencode(one), os.fsencode(other))
    if code in NO_SUCH_STEP:
        raise NoSuchStepError(code, os.strerror(code), str(one))
    if code:
        raise OSError(code, os.strerror(code), str(one), None, str(other))


def _ask(one: bytes, other: bytes) -> int:
    """Ask the system to exchange two names and return its error number, 0 where it did."""
    if sys.platform not in {"linux", "darwin"}:
        return errno.ENOSYS
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        failed = libc.renamex_np(one, other, ctypes.c_uint(RENAME_SWAP))
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(AT_FDCWD, one, AT_FDCWD, other, ctypes.c_uint(RENAME_EXCHANGE))
    elif number := RENAMEAT2.get(platform.machine()):
        failed = libc.syscall(ctypes.c_long(number), AT_FDCWD, one, AT_FDCWD, other, ctypes.c_uint(RENAME_EXCHANGE))
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
