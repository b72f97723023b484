"""Runs the driver's operations on real PySpark and prints how many million rows a second each moved.

Usage: ``python compare_with_pyspark.py [--rows N] [--rounds N]`` with an interpreter that has ``pyspark``, ``pandas<3`` and ``pyarrow``, and a JDK 17.
The rows are those of the shape ``three-columns``: a long, a double and a string of 12 letters. They are cached, so that no operation makes them.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

from pyspark.sql import SparkSession

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyspark.sql import DataFrame

ARROW = "spark.sql.execution.arrow.pyspark.enabled"


def main() -> None:
    """Run every operation, the first round of each as a warm-up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    spark = (
        SparkSession.builder.master("local[1]")
        .config("spark.driver.memory", "4g")
        .config("spark.driver.maxResultSize", "0")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    rows = cached_rows(spark, options.rows)
    print(f"pyspark {spark.version}, {options.rows:,} rows, best of {options.rounds - 1} after one round of warm-up, million rows/s")
    for name, arrow, operation in operations(spark, rows, options.rows):
        spark.conf.set(ARROW, str(arrow).lower())
        report(name, operation, options)
    call = spark._jvm.java.lang.System.currentTimeMillis
    times = []
    for _ in range(3_000):
        before = time.perf_counter()
        call()
        times.append(time.perf_counter() - before)
    print(f"{'Py4J static call':32s} {sorted(times)[len(times) // 2] * 1e6:8.1f} microseconds at the median")
    spark.stop()


def cached_rows(spark: SparkSession, count: int) -> DataFrame:
    """Return rows that lie in memory."""
    letters = "concat(substr(md5(cast(id as string)), 1, 12))"
    rows = spark.range(count).selectExpr("id * 1999 % 2000000000 - 1000000000 as n", "rand(1) * 8 - 4 as x", f"{letters} as s").coalesce(1).cache()
    rows.count()
    return rows


def operations(spark: SparkSession, rows: DataFrame, count: int) -> list[tuple[str, bool, Callable[[], Any]]]:
    """Return names, whether Arrow is on, and what to run."""
    frame = rows.toPandas()
    numbers = list(range(count))
    return [
        ("collect", False, rows.collect),
        ("to-pandas, pickle", False, rows.toPandas),
        ("to-pandas, arrow", True, rows.toPandas),
        ("to-arrow", True, rows.toArrow),
        ("create-dataframe, arrow", True, lambda: spark.createDataFrame(frame).count()),
        ("create-dataframe, pickle", False, lambda: spark.createDataFrame(frame).count()),
        ("parallelize (longs)", False, lambda: spark.sparkContext.parallelize(numbers, 1).count()),
        ("count, filter", False, lambda: rows.filter("n > 0").count()),
        ("show", False, lambda: rows._jdf.showString(20, 20, False)),
    ]


def report(name: str, operation: Callable[[], Any], options: argparse.Namespace) -> None:
    """Print the best round."""
    best = float("inf")
    for turn in range(options.rounds):
        before = time.perf_counter()
        operation()
        if turn > 0:
            best = min(best, time.perf_counter() - before)
    print(f"{name:32s} {options.rows / best / 1e6:8.2f}   ({best * 1e3:,.1f} ms)")


if __name__ == "__main__":
    main()
