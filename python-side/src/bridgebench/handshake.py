"""From BOOTSTRAP to READY: what is said before the first task."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from time import monotonic_ns

from bridgebench import frames
from bridgebench.errors import MissingPackageError, ProtocolError
from bridgebench.setup import Setup, setup_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

REPORTED_PACKAGES = ("pyarrow", "pandas", "numpy", "cloudpickle", "scipy")
# Of BOOTSTRAP and FORK, which hold names and numbers only.
LONGEST_BOOTSTRAP = 1 << 20
SECRET_DIGITS = 64


def bootstrap_from(reader: frames.FrameReader) -> dict[str, Any] | None:
    """Read the BOOTSTRAP frame that opens a worker's or a daemon's stdin; None when stdin is closed instead."""
    header = reader.header()
    if header is None:
        return None
    length, kind = header
    if kind != frames.BOOTSTRAP:
        message = f"expected a {frames.name_of(frames.BOOTSTRAP)} frame on stdin, got {frames.name_of(kind)}; this program is started by bridgebench"
        raise ProtocolError(message)
    return checked_bootstrap(json_object(reader.body(length), "BOOTSTRAP"))


def checked_bootstrap(bootstrap: dict[str, Any]) -> dict[str, Any]:
    """Refuse another protocol version."""
    if bootstrap.get("protocol") != frames.PROTOCOL:
        message = f"BOOTSTRAP speaks protocol {bootstrap.get('protocol')!r}; this worker speaks {frames.PROTOCOL}"
        raise ProtocolError(message)
    return bootstrap


def json_object(body: bytes, frame: str) -> dict[str, Any]:
    """Parse a JSON body that must be an object."""
    try:
        value = json.loads(body)
    except ValueError as malformed:
        message = f"the body of {frame} is not JSON: {malformed}"
        raise ProtocolError(message) from malformed
    if not isinstance(value, dict):
        message = f"the body of {frame} must be a JSON object, got {type(value).__name__}"
        raise ProtocolError(message)
    return value


def take_one_core() -> None:
    """Let libraries that are imported from now on start no threads: one task, one core, as Spark sets it for its workers."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"


def preload(bootstrap: dict[str, Any]) -> None:
    """Import the packages that the JVM knows to be needed, so that they are not part of a task."""
    for package in bootstrap.get("preload", ()):
        try:
            import_module(package)
        except ModuleNotFoundError as missing:  # noqa: PERF203  a handful of packages, once
            raise MissingPackageError(missing.name or package, "this scenario") from missing


def greet(bootstrap: dict[str, Any], writer: frames.FrameWriter) -> None:
    """Send HELLO with the secret that came over stdin."""
    secret = bootstrap.get("secret")
    if not isinstance(secret, str) or len(secret) != SECRET_DIGITS:
        message = f"BOOTSTRAP secret must have {SECRET_DIGITS} hex digits"
        raise ProtocolError(message)
    writer.json(frames.HELLO, {"protocol": frames.PROTOCOL, "pid": os.getpid(), "secret": secret})


def await_setup(reader: frames.FrameReader, writer: frames.FrameWriter) -> Setup | None:
    """Answer PINGs until a worker's SETUP comes; None when the channel ends instead."""
    body = await_setup_body(reader, writer)
    return None if body is None else setup_of(body)


def await_setup_body(reader: frames.FrameReader, writer: frames.FrameWriter) -> dict[str, Any] | None:
    """Answer PINGs until a SETUP comes, whoever's it is; None when the channel ends instead."""
    while (header := reader.header()) is not None:
        length, kind = header
        if kind == frames.PING:
            if length != frames.PING_BODY.size:
                message = f"a PING has a body of {frames.PING_BODY.size} bytes, got {length}"
                raise ProtocolError(message)
            (value,) = frames.PING_BODY.unpack(reader.body(length))
            writer.body(frames.PONG, frames.PONG_BODY.pack(value, monotonic_ns()), frames.PONG_BODY.size)
            writer.flush()
        elif kind == frames.SETUP:
            return json_object(reader.body(length), "SETUP")
        else:
            message = f"expected PING or SETUP, got {frames.name_of(kind)}"
            raise ProtocolError(message)
    return None


def versions() -> dict[str, str]:
    """Return the version of Python and of each reported package that is loaded."""
    found = {"python": sys.version.split()[0]}
    for package in REPORTED_PACKAGES:
        module = sys.modules.get(package)
        if module is not None:
            found[package] = str(getattr(module, "__version__", "?"))
    return found
