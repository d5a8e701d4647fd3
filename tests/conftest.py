"""What holds for all tests."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings
from tests import preloaded as _preloaded  # noqa: F401 - what it does once holds in the tests' own process, too
from tests.tiny import Write, writer

# A busy machine is no fault of the code; speed is measured in bench/.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# A shell starts what runs in its background deaf to this signal, and the servers that tests start and stop with it would be too.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int:
    """Run three tests for every two processors: a third of a test's time goes by in waiting for files, servers and browsers."""
    return (os.cpu_count() or 1) * 3 // 2


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a tiny site's files: `write(timeline="…", people="…")`, text or bytes."""
    return writer(tmp_path)
