"""Packs a user's function for workers: ``python -m bridgebench.ship FILE.py:NAME`` prints it as one JSON object.

``{"name": "NAME", "cloudpickle": "…base64…", "returns": "double" or null, "sha256": "…of the pickle…"}``. Helpers in the file, and in modules
beside it, travel with the function. What the file prints while it is imported goes to stderr.
"""

from __future__ import annotations

import base64
import difflib
import hashlib
import importlib.util
import json
import os
import sys
import sysconfig
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bridgebench.errors import MissingPackageError
from bridgebench.setup import TYPES

if TYPE_CHECKING:
    from types import ModuleType

USAGE = "usage: python -m bridgebench.ship FILE.py:NAME"


class ShipError(Exception):
    """The function cannot be packed."""


def main(arguments: list[str]) -> int:
    """Print the function as JSON on stdout, or an error on stderr; return the exit status."""
    if len(arguments) != 1 or ":" not in arguments[0]:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    # Only the JSON may reach stdout, whatever the user's file prints.
    stdout = os.dup(1)
    os.dup2(2, 1)
    file, _, name = arguments[0].rpartition(":")
    try:
        packed = json.dumps(ship(Path(file), name)).encode() + b"\n"
    except (ShipError, MissingPackageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BaseException:  # noqa: BLE001  the user's file may raise anything
        traceback.print_exc()
        return 1
    with os.fdopen(stdout, "wb") as out:
        out.write(packed)
    return 0


def ship(file: Path, name: str) -> dict[str, Any]:
    """Import ``file`` and pack its function ``name``."""
    try:
        import cloudpickle
    except ImportError as missing:
        package = "cloudpickle"
        raise MissingPackageError(package, f"the user's function {name}") from missing
    file = file.resolve()
    _refuse_a_name_that_is_taken(file)
    module = _imported(file)
    function = getattr(module, name, None)
    if function is None:
        raise ShipError(_unknown(file, name, module))
    if not callable(function):
        message = f"{name} in {file} is {type(function).__name__}: expected a function"
        raise ShipError(message)
    returns = getattr(function, "returns", None)
    if returns is not None and returns not in TYPES:
        message = f"{name}.returns in {file} is {returns!r}: expected one of {', '.join(TYPES)}"
        raise ShipError(message)
    for own in _modules_beside(file):
        cloudpickle.register_pickle_by_value(own)
    pickled = cloudpickle.dumps(function)
    return {
        "name": name,
        "cloudpickle": base64.b64encode(pickled).decode("ascii"),
        "returns": returns,
        "sha256": hashlib.sha256(pickled).hexdigest(),
    }


def _refuse_a_name_that_is_taken(file: Path) -> None:
    if file.stem in sys.stdlib_module_names or file.stem in sys.modules:
        message = f"{file} has the name of another module, {file.stem}, which it would replace: rename the file"
        raise ShipError(message)


def _imported(file: Path) -> ModuleType:
    if not file.is_file():
        message = f"no such file: {file}"
        raise ShipError(message)
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        message = f"not a Python file: {file} (expected a name that ends in .py)"
        raise ShipError(message)
    module = importlib.util.module_from_spec(spec)
    # Modules beside the file are importable from it, as when it is run.
    sys.path.insert(0, str(file.parent))
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _modules_beside(file: Path) -> list[ModuleType]:
    """Return the loaded modules that lie in the file's folder: workers could not import them.

    An interpreter in a folder below the file's is no part of what the user wrote; nor is this package.
    """
    libraries = _library_folders(file.parent)
    beside = []
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if path is None:
            continue
        place = Path(path).resolve()
        is_beside = file.parent in place.parents and "site-packages" not in place.relative_to(file.parent).parts
        if is_beside and libraries.isdisjoint(place.parents):
            beside.append(module)
    return beside


def _library_folders(folder: Path) -> set[Path]:
    """Return where modules lie that workers have too. One that holds the user's folder itself (``/usr`` above ``/usr/src/app``) tells nothing."""
    found = {Path(sysconfig.get_path(kind)).resolve() for kind in ("stdlib", "platstdlib", "purelib", "platlib")}
    found |= {Path(prefix).resolve() for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)}
    found.add(Path(__file__).resolve().parent)
    return found - {folder, *folder.parents}


def _unknown(file: Path, name: str, module: ModuleType) -> str:
    functions = [known for known, value in vars(module).items() if callable(value) and not known.startswith("_")]
    nearest = difflib.get_close_matches(name, functions, 1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"it has: {', '.join(functions) or 'no function'}"
    return f"no function {name} in {file}; {hint}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
