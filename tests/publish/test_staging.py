"""A site is put in place while it is killed: at every single step that it asks of the system, one after the other."""

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.building import environment

from explainer.publish.staging import Staging

EVERY_STEP = '''
import errno, os, shutil, signal, sys
from pathlib import Path
from explainer.publish import exchange, staging
from explainer.publish.staging import Staging

base, way = Path(sys.argv[1]), sys.argv[2]
target = base / "site"
FILES = ["index.html", "timeline/index.html", "assets/a.css", "unchanged.html"]

def write(folder, version):
    for name in FILES:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("same" if name == "unchanged.html" else version)

def build(version):
    made = Staging(target)
    made.begin()
    write(made.folder, version)
    made.built = True
    made.publish()

def version_there():
    texts = {(target / name).read_text() for name in FILES if name != "unchanged.html"}
    assert (target / "unchanged.html").read_text() == "same"
    assert (target / ".git" / "HEAD").read_text() == "ref"
    [version] = texts
    return version

def killed_at(step, version):
    """Build in a process of its own that is killed when it asks the system for the n-th time; return whether it was."""
    child = os.fork()
    if child == 0:
        asked = 0
        def count(event, _):
            nonlocal asked
            if event.startswith(("os.", "open", "shutil.", "fcntl.", "ctypes.")):
                asked += 1
                if asked == step:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(count)
        try:
            build(version)
        except BaseException as error:
            print(error, flush=True)
            os._exit(3)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), code
    return code != 0

if way == "two renames":
    exchange._ask = lambda one, other: errno.ENOSYS
elif way == "by number":
    whole = exchange.ctypes.CDLL
    class Nameless:
        """A C library that does not name the call, as musl's."""
        def __init__(self, *args, **kwargs): self.libc = whole(*args, **kwargs)
        def __getattr__(self, name):
            if name != "syscall": raise AttributeError(name)
            return self.libc.syscall
    exchange.ctypes.CDLL = Nameless

build("0")
(target / ".git").mkdir()
(target / ".git" / "HEAD").write_text("ref")
step, without, versions = 1, 0, {"0"}
published = "0"
while killed_at(step, str(step)):
    here = target.exists()
    without += not here
    assert here or way == "two renames"
    if here:
        assert version_there() in {published, str(step)}
    following = Staging(target)
    following.begin()
    following.discard()
    assert [path.name for path in base.iterdir()] == ["site"], list(base.iterdir())
    published = version_there()
    versions.add(published)
    step += 1
assert version_there() == str(step)
print(step, without, len(versions))
'''


@pytest.mark.parametrize("way", ["one step", "by number", "two renames"])
@pytest.mark.slow
def test_a_build_killed_at_any_step_leaves_a_whole_site_and_the_next_one_clears_up(tmp_path: Path, way: str) -> None:
    """Only where the system has no exchange is there a moment without a site, and the next build ends it."""
    done = subprocess.run(
        [sys.executable, "-c", EVERY_STEP, str(tmp_path), way],
        env=environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    steps, without, versions = (int(each) for each in done.stdout.split())
    assert steps > 60
    assert (without > 0) is (way == "two renames"), "moments at which there is no site"
    assert versions > 3, "some builds were killed after their site was in place"


EVERY_STEP_BY_HAND = """
import sys
from pathlib import Path
from explainer.publish.staging import Staging

base = Path(sys.argv[1])
(base / "site").mkdir()
asked = step = 0

def count(event, _):
    global asked
    if step and event.startswith(("os.", "open", "shutil.", "fcntl.")):
        asked += 1
        if asked == step:
            raise KeyboardInterrupt

sys.addaudithook(count)
number = 0
while True:
    made, number = Staging(base / "site"), number + 1
    asked, step = 0, number
    try:
        made.begin()
        (made.folder / "index.html").write_text("half a site")
    except KeyboardInterrupt:
        pass
    else:
        break
    finally:
        step = 0
        made.discard()
        assert [path.name for path in base.iterdir()] == ["site"], (number, list(base.iterdir()))
print(number)
"""


def test_a_build_broken_off_by_hand_at_any_step_takes_away_what_it_made(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERY_STEP_BY_HAND, str(tmp_path)],
        env=environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) > 5


def test_where_the_system_locks_no_folders_a_site_is_built_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As over NFS, where only what is open for writing can be locked."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    monkeypatch.setattr(fcntl, "flock", refuse)
    staging = Staging(tmp_path / "site")
    staging.begin()
    (staging.folder / "index.html").write_text("whole")
    staging.publish()
    assert (tmp_path / "site" / "index.html").read_text() == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
