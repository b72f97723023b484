"""Interpreters that lack what a scenario needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batches import settings
from driver import Worker, WorkerError, column

if TYPE_CHECKING:
    from pathlib import Path

DOUBLE = [column("double")]


@pytest.mark.parametrize(
    ("package", "mode", "function", "needed_for"),
    [
        ("pyarrow", "arrow", {"name": "identity"}, "the mode arrow"),
        ("pyarrow", "arrow-row", {"name": "identity"}, "the mode arrow-row"),
        ("pandas", "arrow-pandas", {"name": "identity"}, "the mode arrow-pandas"),
        ("scipy", "arrow", {"name": "cdf"}, "the function cdf in the modes arrow-pandas and arrow"),
        ("cloudpickle", "pickle", {"name": "mine", "cloudpickle": ""}, "the user's function mine"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    package: str, mode: str, function: dict[str, str], needed_for: str, tmp_path: Path
) -> None:
    (tmp_path / f"{package}.py").write_text(f"raise ModuleNotFoundError('hidden by the test', name='{package}')\n")
    with Worker("unix", tmp_path) as worker:
        with pytest.raises(WorkerError, match=f"MissingPackageError: {needed_for} needs the package {package}, .*: python -m pip install {package}"):
            worker.set_up(mode, **settings(DOUBLE, function))
        assert worker.end() == 1


@pytest.mark.parametrize(("mode", "function"), [("pickle", "cdf"), ("pickle", "plus-one"), ("arrow", "plus-one"), ("arrow-row", "plus-one")])
def test_what_a_mode_does_not_need_is_not_asked_for(mode: str, function: str, tmp_path: Path) -> None:
    for package in ("pandas", "scipy", "cloudpickle", *(["pyarrow"] if mode == "pickle" else [])):
        (tmp_path / f"{package}.py").write_text("raise ModuleNotFoundError('hidden by the test')\n")
    with Worker("unix", tmp_path) as worker:
        assert worker.set_up(mode, **settings(DOUBLE, {"name": function}))["pid"] == worker.pid
