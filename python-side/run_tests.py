"""Checks the Python side: format, lint, types and tests, in a virtual environment of its own.

Usage: ``python run_tests.py [pytest arguments]``. Needs the standard library only; makes ``target/venv-<version>`` from ``requirements-dev.lock`` once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements-dev.lock"
OLDEST = (3, 10)


def main(pytest_arguments: list[str]) -> int:
    """Run every check, and return how many failed."""
    if sys.version_info < OLDEST:
        say(f"Python {sys.version.split()[0]} at {sys.executable} is too old: bridgebench needs 3.10 or newer; choose another with -Dpython=/path/to/python3")
        return 1
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        say(f"{sys.executable} cannot make virtual environments; on Debian or Ubuntu: apt install python3-venv")
        return 1
    python = environment()
    checks = [
        ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
        ("lint", ["-m", "ruff", "check", "--quiet", "."]),
        ("types", ["-m", "mypy", "--cache-dir", "target/mypy"]),
        ("tests", ["-m", "pytest", *pytest_arguments]),
    ]
    failed = 0
    for name, command in checks:
        say(f"{name}: python {' '.join(command)}")
        if subprocess.run([str(python), *command], cwd=HERE, env=settings(), check=False).returncode != 0:
            say(f"{name}: FAILED")
            failed += 1
    return failed


def environment() -> Path:
    """Return the interpreter of a virtual environment that holds what the lock lists, making it where the lock has changed."""
    folder = HERE / "target" / f"venv-{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    python = folder / "bin" / "python"
    made_from = folder / "made-from"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if made_from.is_file() and made_from.read_text() == wanted and python.exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    say(f"making {folder} from {LOCK.name} (once per lock and interpreter)")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:"]
    subprocess.run([*install, "--progress-bar", "off", "-r", str(LOCK)], check=True, cwd=HERE)
    made_from.write_text(wanted)
    return python


def settings() -> dict[str, str]:
    """Return the environment for the checks: caches under target, nothing of the caller's Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "RUFF_CACHE_DIR": str(HERE / "target" / "ruff"), "PYTHONPYCACHEPREFIX": str(HERE / "target" / "pyc")}


def say(text: str) -> None:
    """Print a line at once."""
    print(f"[python-side] {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
