"""Shared by all tests."""

from __future__ import annotations

import base64
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cloudpickle
import pytest
from driver import Daemon, DaemonChild, Worker

from bridgebench.driver.local_zone import adopt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give all tests and their processes one folder for temporary files, which is empty once all are done."""
    # Made before the change, as pytest's own folder would lie in this one otherwise.
    tmp_path_factory.getbasetemp()
    with tempfile.TemporaryDirectory(prefix="bb") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield
        left = sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))
        assert left == [], f"tests left these in the folder for temporary files: {left}"


@pytest.fixture(scope="session")
def start() -> Iterator[Callable[[str], Worker | DaemonChild]]:
    """Start a worker over a channel: forked where that is possible, since importing pandas takes longer than most tests."""
    with Daemon(["pyarrow", "pandas", "scipy.special"]) as daemon:
        yield lambda channel: Worker(channel) if channel == "stdio" else daemon.fork(channel)


@pytest.fixture
def shipped() -> Callable[[Any], dict[str, Any]]:
    """Pack a function of a test as SETUP's function."""

    def ship(function: Any) -> dict[str, Any]:
        # A worker cannot import the tests.
        cloudpickle.register_pickle_by_value(sys.modules[function.__module__])
        return {"name": function.__name__, "cloudpickle": base64.b64encode(cloudpickle.dumps(function)).decode()}

    return ship


@pytest.fixture
def local_zone() -> Iterator[Callable[[str], None]]:
    """Give this process another zone until the test ends."""
    before = os.environ.get("TZ")
    yield adopt
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()
