"""Times bare Py4J calls: what the path ``call`` is compared with.

Usage: ``python bare_py4j.py [--calls N]`` with an interpreter that has py4j (the program's own environment has), and a JDK on the path.
"""

from __future__ import annotations

import argparse
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING, Any

import py4j.version
from py4j.java_gateway import GatewayParameters, JavaGateway

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
WARM_UP = 2_000


def main() -> None:
    """Start a gateway, call it, print medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=5_000, help="timed calls of each kind")
    options = parser.parse_args()
    token = secrets.token_hex(32)
    jar = next((Path(sys.prefix) / "share" / "py4j").glob("py4j*.jar"))
    with tempfile.TemporaryDirectory() as classes:
        subprocess.run(["javac", "-cp", str(jar), "-d", classes, str(HERE / "BareGateway.java")], check=True)
        serve(["java", "-cp", f"{jar}{os.pathsep}{classes}", "BareGateway", token], token, options.calls)


def serve(command: list[str], token: str, calls: int) -> None:
    """Start the gateway and measure it."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as java:
        port = int(java.stdout.readline())
        gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port, auth_token=token, auto_convert=True))
        measure(gateway, calls)
        gateway.close()
        java.stdin.close()


def measure(gateway: JavaGateway, calls: int) -> None:
    """Print a line for each kind of call."""
    print(f"py4j {py4j.version.__version__}, Python {sys.version.split()[0]}, microseconds a call")
    entry = gateway.entry_point
    report("static", gateway.jvm.BareGateway.nothing, calls)
    report("string of 8 bytes", lambda: entry.takeString("bridgebe"), calls)
    for size in (1, 4 << 10, 8 << 10, 64 << 10):
        report(f"bytes-out of {size}", lambda size=size: entry.giveBytes(size), max(50, calls // (1 + size // 1_000)))


def report(name: str, call: Callable[[], Any], calls: int) -> None:
    """Time one kind of call and print its quartiles."""
    for _ in range(min(WARM_UP, calls)):
        call()
    nanos = []
    for _ in range(calls):
        before = monotonic_ns()
        call()
        nanos.append(monotonic_ns() - before)
    low, middle, high = (value / 1_000 for value in statistics.quantiles(nanos, n=4))
    print(f"{name:20s} median {middle:10.1f}   quartiles {low:10.1f} to {high:10.1f}")


if __name__ == "__main__":
    main()
