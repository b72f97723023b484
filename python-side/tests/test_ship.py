"""Packing a user's function: what is printed is what a worker can load."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest
from batches import run_task, settings
from driver import Worker, column, environment

if TYPE_CHECKING:
    from pathlib import Path

DOUBLE = [column("double")]


def ship(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "bridgebench.ship", *arguments], capture_output=True, env=environment(), timeout=60, check=False)


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def packed(file: Path, name: str) -> dict[str, Any]:
    done = ship(f"{file}:{name}")
    assert done.returncode == 0, done.stderr.decode()
    body: dict[str, Any] = json.loads(done.stdout)
    return body


def test_a_function_travels_with_its_helpers_and_the_modules_beside_it(tmp_path: Path) -> None:
    written(
        tmp_path,
        helpers="FACTOR = 3.0\n\ndef times(value):\n    return value * FACTOR\n",
        mine="import helpers\n\ndef shift(value):\n    return value + 1.0\n\ndef f(x):\n    return shift(helpers.times(x))\n\nf.returns = 'double'\n",
    )
    body = packed(tmp_path / "mine.py", "f")
    assert (body["name"], body["returns"]) == ("f", "double")
    assert body["sha256"] == hashlib.sha256(b64decode(body["cloudpickle"])).hexdigest()
    for file in tmp_path.glob("*.py"):
        file.unlink()
    with Worker() as worker:
        worker.set_up("pickle", **settings(DOUBLE, {"name": "f", "cloudpickle": body["cloudpickle"]}))
        assert run_task(worker, "pickle", DOUBLE, DOUBLE, [[(2.0,), (0.0,)]]) == [(7.0,), (1.0,)]


def test_what_the_file_prints_stays_off_stdout(tmp_path: Path) -> None:
    written(tmp_path, noisy="import os\nprint('noise')\nos.system('echo noise')\ndef f(x):\n    return x\n")
    assert packed(tmp_path / "noisy.py", "f")["returns"] is None


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("def double(x): return x\n", "duoble", "no function duoble in {file}; did you mean double?"),
        ("x = 1\n", "x", "x in {file} is int: expected a function"),
        ("def f(x): return x\nf.returns = 'complex'\n", "f", "f.returns in {file} is 'complex': expected one of boolean, byte"),
        ("def f(x) return x\n", "f", "SyntaxError"),
        ("raise SystemExit(0)\n", "f", "SystemExit"),
    ],
)
def test_what_cannot_be_packed_is_told_on_stderr(tmp_path: Path, text: str, name: str, message: str) -> None:
    file = written(tmp_path, mine=text) / "mine.py"
    done = ship(f"{file}:{name}")
    assert done.returncode == 1
    assert done.stdout == b""
    assert message.format(file=file) in done.stderr.decode()


def test_an_interpreter_in_a_folder_below_the_file_does_not_travel_with_the_function(tmp_path: Path) -> None:
    home = tmp_path / "pyenv"
    libraries = home / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    left_out = shutil.ignore_patterns("*-packages", "test*", "__pycache__", "config-*", "idlelib", "ensurepip", "tkinter", "turtledemo")
    shutil.copytree(sysconfig.get_path("stdlib"), libraries, ignore=left_out)
    helpers = "import json\n\ndef texts(x):\n    return json.loads(json.dumps(x))\n"
    file = written(tmp_path, helpers=helpers, mine="import helpers\n\ndef f(x):\n    return helpers.texts(x)\n") / "mine.py"
    settled = {**environment(), "PYTHONHOME": str(home)}
    settled["PYTHONPATH"] += os.pathsep + sysconfig.get_path("purelib")
    done = subprocess.run([sys.executable, "-m", "bridgebench.ship", f"{file}:f"], capture_output=True, env=settled, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    pickled = b64decode(json.loads(done.stdout)["cloudpickle"])
    assert b"texts" in pickled, "the module beside the file travels"
    assert b"JSONDecoder" not in pickled, "Python's own do not"


@pytest.mark.parametrize("name", ["json", "random", "cloudpickle"])
def test_a_file_that_has_the_name_of_another_module_is_refused(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, **{name: "def f(x):\n    return x\n"}) / f"{name}.py"
    done = ship(f"{file}:f")
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"{file} has the name of another module, {name}, which it would replace: rename the file" in done.stderr.decode()


def test_a_missing_file_and_a_missing_argument_are_told(tmp_path: Path) -> None:
    done = ship(f"{tmp_path / 'none.py'}:f")
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"no such file: {tmp_path / 'none.py'}" in done.stderr.decode()
    assert ship("mine.py").returncode == 2
    assert ship().returncode == 2
