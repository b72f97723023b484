"""The Python ends of ``compare_driver.py``: ``python sides.py bare FOLDER`` and
``python sides.py pyspark ROWS WINDOW-ROWS``.

Each reads lines: ``open CASE`` prepares a case, ``round`` runs it once and answers with its nanoseconds, or those of one call. The result is freed
and garbage is collected between rounds, as in bridgebench's driver.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = 1_000
ARROW = "spark.sql.execution.arrow.pyspark.enabled"


def main() -> None:
    """Serve cases until stdin ends."""
    side, *arguments = sys.argv[1:]
    cases = BareCases(Path(*arguments)) if side == "bare" else SparkCases(*map(int, arguments))
    operation: Callable[[], Any] = cases.close
    calls = 1
    try:
        for line in sys.stdin:
            words = line.split()
            if words[0] == "open":
                operation, calls = cases.prepared(words[1])
                answer = "done"
            else:
                answer = str(timed(operation, calls))
            print(answer, flush=True)
    finally:
        cases.close()


def timed(operation: Callable[[], Any], calls: int) -> int:
    """Return the nanoseconds of an operation, or of one of several calls."""
    if calls == 1:
        before = monotonic_ns()
        result = operation()
        nanos = monotonic_ns() - before
        del result
    else:
        before = monotonic_ns()
        for _ in range(calls):
            operation()
        nanos = (monotonic_ns() - before) // calls
    gc.collect()
    return nanos


class BareCases:
    """What the libraries at the bridge's ends take by themselves, for the very frames that the bridge moves; and bare Py4J."""

    def __init__(self, folder: Path) -> None:
        """Find frames and gateway in this folder."""
        self._folder = folder
        self._java: subprocess.Popen[str] | None = None
        self._gateway: Any = None

    def prepared(self, case: str) -> tuple[Callable[[], Any], int]:
        """Return what a case runs, and how many times in a round."""
        if case == "collect-tuples":
            bodies = _frames(self._folder / "pickle")
            return lambda: _unpickled(bodies), 1
        if case == "to-pandas-arrow":
            table = _table(self._folder / "arrow")
            return lambda: table.to_pandas(date_as_object=True, coerce_temporal_nanoseconds=True), 1
        gateway = self._connected()
        if case == "call-static":
            return gateway.jvm.BareGateway.nothing, CALLS
        if case == "call-string":
            take = gateway.entry_point.takeString
            return lambda: take("bridgebr"), CALLS
        size = int(case.removeprefix("call-bytes-out-"))
        give = gateway.entry_point.giveBytes
        return lambda: give(size), CALLS

    def close(self) -> None:
        """End the gateway."""
        if self._gateway is not None:
            self._gateway.close()
        if self._java is not None:
            self._java.communicate()

    def _connected(self) -> Any:  # noqa: ANN401  a gateway
        if self._gateway is None:
            import secrets

            from py4j.java_gateway import GatewayParameters, JavaGateway

            token = secrets.token_hex(32)
            classpath = (self._folder / "classpath").read_text()
            self._java = subprocess.Popen(
                ["java", "-cp", classpath, "BareGateway", token], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            port = int(self._java.stdout.readline())  # type: ignore[union-attr]
            self._gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port, auth_token=token, auto_convert=True))
        return self._gateway


def _frames(file: Path) -> list[bytes]:
    data = file.read_bytes()
    bodies = []
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        bodies.append(data[at + 4 : at + 4 + length])
        at += 4 + length
    return bodies


def _unpickled(bodies: list[bytes]) -> list[Any]:
    rows: list[Any] = []
    for body in bodies:
        rows.extend(pickle.loads(body))
    return rows


def _table(file: Path) -> Any:  # noqa: ANN401  a table
    import pyarrow as pa

    schema, *batches = _frames(file)
    of = pa.ipc.read_schema(pa.py_buffer(schema))
    return pa.Table.from_batches([pa.ipc.read_record_batch(pa.py_buffer(batch), of) for batch in batches], of)


class SparkCases:
    """The same operations on real PySpark, over rows that are cached, so that no operation makes them."""

    def __init__(self, rows: int, window_rows: int) -> None:
        """Start Spark with one core. Rows repeat after ``window_rows``."""
        from pyspark.sql import SparkSession

        self._count = rows
        self._spark = (
            SparkSession.builder.master("local[1]")
            .config("spark.driver.memory", "4g")
            .config("spark.driver.maxResultSize", "0")
            .config("spark.ui.enabled", "false")
            .getOrCreate()
        )
        self._spark.sparkContext.setLogLevel("ERROR")
        # A long, a double and a string of 12 letters, as in the shape three-columns.
        self._rows = (
            self._spark.range(rows)
            .selectExpr(f"id % {window_rows} as r")
            .selectExpr("r * 1999 % 2000000000 - 1000000000 as n", "r * 7919 % 1000003 / 125000 - 4 as x", "substr(md5(cast(r as string)), 1, 12) as s")
        )
        self._rows = self._rows.coalesce(1).cache()
        self._rows.count()

    def prepared(self, case: str) -> tuple[Callable[[], Any], int]:
        """Return what a case runs, and how many times in a round."""
        self._spark.conf.set(ARROW, str(case.endswith("arrow")).lower())
        if case == "call-static":
            return self._spark._jvm.java.lang.System.currentTimeMillis, CALLS
        if case.startswith("create-dataframe"):
            self._spark.conf.set(ARROW, "true")
            frame = self._rows.toPandas()
            self._spark.conf.set(ARROW, str(case.endswith("arrow")).lower())
            return lambda: self._spark.createDataFrame(frame).count(), 1
        if case == "parallelize":
            numbers = list(range(self._count))
            return lambda: self._spark.sparkContext.parallelize(numbers, 1).count(), 1
        return {
            "collect": self._rows.collect,
            "to-pandas-pickle": self._rows.toPandas,
            "to-pandas-arrow": self._rows.toPandas,
            "to-arrow": self._rows.toArrow,
            "count-filter": lambda: self._rows.filter("n > 0").count(),
            "show": lambda: self._rows._jdf.showString(20, 20, False),
        }[case], 1

    def close(self) -> None:
        """End Spark."""
        self._spark.stop()


if __name__ == "__main__":
    main()
