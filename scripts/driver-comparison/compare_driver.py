#!/usr/bin/env python3
"""Compare the driver's operations with real PySpark, with the libraries at the bridge's ends, and with bare Py4J, in one run.

A session starts every side anew: bridgebench's driver through the built jar, the limit (the same driver with the rows in Python
already), a bare Python, and PySpark when its interpreter is given. For each case the sides take turns, round by round, in an order
that moves on; the first rounds warm up; a side's figure is the median of its other rounds. A session gives one ratio (other side's
time / bridgebench's; of the limit and of a bare library the share of bridgebench's time that it takes). Printed for each case, as one
JSON object a line: the medians over sessions, and of each ratio the median with a distribution-free 95 % interval (order statistics;
Conover, Practical Nonparametric Statistics, 3.2).

One million rows of a long, a double and a string of 12 letters, no two alike; the bare sides take the very frames that the bridge
moves. PySpark's rows are alike, not the same; its new frames are counted in a job, as nothing else makes it read them. With
`--window-rows` rows repeat on every side (but PySpark's list for `parallelize`): pyarrow makes one object of equal strings, so that a
frame of them takes less time and memory.

Needs the standard library, a JDK 17+ and the built jar; `--python` an interpreter with pyarrow, pandas and py4j, `--pyspark` one with
pyspark, pandas<3 and pyarrow.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

from pairs import chosen_cases, end_by_itself, end_tidily_when_terminated, median_interval  # noqa: E402  found through the line above

JVM_OPTIONS = [
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "-Darrow.enable_unsafe_memory_access=true",
    "-Darrow.enable_null_check_for_get=false",
    "-Xmx4g",
]
FEWEST_SESSIONS = 6
#: A round of calls takes some 20 to 100 ms, in which no compiler is done: as many of them stand for one.
CALL_ROUNDS = 10
ROWS_OF = "shape=three-columns rows={rows} windowRows={window_rows} transport=unix"
#: The largest batch of a case, and what a window of `three-columns` has room for in its 64 MiB, rounded down.
LEAST_WINDOW_ROWS, MOST_WINDOW_ROWS = 10_000, 2_000_000
#: What bridgebench runs, and which other sides there are.
CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    "collect": (f"path=collect rowsAs=rows batchRows=1000 {ROWS_OF}", ("pyspark", "limit")),
    "collect-tuples": (f"path=collect rowsAs=tuples batchRows=1000 {ROWS_OF}", ("limit", "bare")),
    "to-pandas-pickle": (f"path=to-pandas mode=pickle batchRows=1000 {ROWS_OF}", ("pyspark", "limit")),
    "to-pandas-arrow": (f"path=to-pandas mode=arrow batchRows=10000 {ROWS_OF}", ("pyspark", "limit", "bare")),
    "to-arrow": (f"path=to-arrow batchRows=10000 {ROWS_OF}", ("pyspark",)),
    "create-dataframe-arrow": (f"path=create-dataframe mode=arrow batchRows=10000 {ROWS_OF}", ("pyspark",)),
    "create-dataframe-pickle": (f"path=create-dataframe mode=pickle batchRows=1000 {ROWS_OF}", ("pyspark",)),
    "parallelize": ("path=parallelize batchRows=1000 shape=long rows={rows} windowRows={window_rows} transport=unix", ("pyspark",)),
    "count-filter": ("path=count place=jvm plan=filter shape=three-columns rows={rows} windowRows={window_rows}", ("pyspark",)),
    "show": ("path=show shape=three-columns rows={rows} windowRows={window_rows}", ("pyspark",)),
    "call-static": ("path=call call=static", ("pyspark", "bare")),
    "call-string": ("path=call call=string messageBytes=8", ("bare",)),
    "call-bytes-out-4096": ("path=call call=bytes-out messageBytes=4096", ("bare",)),
    "call-bytes-out-65536": ("path=call call=bytes-out messageBytes=65536", ("bare",)),
}


class Side:
    """A process that answers each line with one."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], timeout: float) -> None:
        self.name = name
        self._timeout = timeout
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, env=environment, bufsize=0)

    def ask(self, line: str) -> str:
        """Send a line and wait for the answer."""
        try:
            self._process.stdin.write(line.encode() + b"\n")
        except OSError:
            self._fail(line, "it has ended")
        answer = b""
        deadline = time.monotonic() + self._timeout
        while not answer.endswith(b"\n"):
            ready, _, _ = select.select([self._process.stdout], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                self._fail(line, f"no answer within {self._timeout:.0f} s (--timeout)")
            piece = os.read(self._process.stdout.fileno(), 4096)
            if not piece:
                self._fail(line, "it has ended")
            answer += piece
        return answer.decode().strip()

    def close(self) -> None:
        """Let it end, and end it when it does not."""
        self._process.stdin.close()
        try:
            self._process.wait(30)
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process.stdout.close()
            self._errors.close()

    def _fail(self, line: str, why: str) -> None:
        end_by_itself(self._process)
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace")[-4000:]
        sys.exit(f"{self.name}, asked '{line}': {why}; its stderr:\n{said}")


class Comparison:
    """Sessions of all sides, and what they measured."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self._options = options
        self._folder = folder
        self._classpath = os.pathsep.join((str(folder), str(options.jar)))
        self._cases = chosen_cases(CASES, options.case)
        self._nanos: dict[str, list[dict[str, float]]] = {case: [] for case in self._cases}

    def prepare(self) -> None:
        """Compile the Java ends and write the frames that the bare sides take."""
        sources = [HERE / "DriverCase.java", HERE / "BareGateway.java"]
        subprocess.run(["javac", "-nowarn", "-proc:none", "-d", self._folder, "-cp", self._options.jar, *sources], check=True)
        (self._folder / "classpath").write_text(self._classpath)
        with ExitStack() as open_sides:
            ours = self._start(open_sides, "bridgebench")
            for mode in ("pickle", "arrow"):
                ours.ask(f"frames {mode} {self._options.rows} {self._options.window_rows} {self._folder / mode}")

    def session(self, number: int) -> None:
        """Start every side and measure each case once."""
        with ExitStack() as open_sides:
            others = {name for case in self._cases for name in CASES[case][1] if name != "pyspark" or self._options.pyspark}
            sides = {name: self._start(open_sides, name) for name in ("bridgebench", *sorted(others))}
            for place, case in enumerate(self._cases):
                taking_part = [sides[name] for name in ("bridgebench", *CASES[case][1]) if name in sides]
                self._nanos[case].append(self._measured(case, taking_part, number + place))

    def print_summary(self) -> None:
        """Print a line for each case."""
        for case, sessions in self._nanos.items():
            line: dict[str, object] = {"case": case, "sessions": len(sessions)}
            for name in sessions[0]:
                line[f"{name}Micros"] = round(statistics.median(session[name] for session in sessions) / 1e3, 2)
            for name in sessions[0]:
                if name != "bridgebench":
                    line[f"{name}ToBridgebench"] = _summary([session[name] / session["bridgebench"] for session in sessions])
            print(json.dumps(line), flush=True)

    def _measured(self, case: str, sides: list[Side], turn: int) -> dict[str, float]:
        for side in sides:
            side.ask(f"open {self._words(case, side.name)}")
        nanos: dict[str, list[int]] = {side.name: [] for side in sides}
        times = CALL_ROUNDS if case.startswith("call-") else 1
        warm_up = times * self._options.warm_up
        for number in range(warm_up + times * self._options.rounds):
            first = (turn + number) % len(sides)
            for side in sides[first:] + sides[:first]:
                taken = int(side.ask("round"))
                if number >= warm_up:
                    nanos[side.name].append(taken)
        return {name: statistics.median(values) for name, values in nanos.items()}

    def _words(self, case: str, side: str) -> str:
        words = CASES[case][0].format(rows=self._options.rows, window_rows=self._options.window_rows)
        return {"bridgebench": words, "limit": f"{words} origin=python"}.get(side, case)

    def _start(self, open_sides: ExitStack, name: str) -> Side:
        options = self._options
        environment = dict(os.environ)
        if name in ("bridgebench", "limit"):
            command = ["java", *JVM_OPTIONS, "-cp", self._classpath, "DriverCase", str(options.python)]
        elif name == "bare":
            command = [str(options.python), str(HERE / "sides.py"), "bare", str(self._folder)]
        else:
            command = [str(options.pyspark), str(HERE / "sides.py"), "pyspark", str(options.rows), str(options.window_rows)]
            environment |= {"PYSPARK_PYTHON": str(options.pyspark)}
        side = Side(name, command, environment, options.timeout)
        open_sides.callback(side.close)
        return side


def _summary(ratios: list[float]) -> dict[str, object]:
    low, high = median_interval(ratios)
    return {
        "median": round(statistics.median(ratios), 4),
        "low": None if len(ratios) < FEWEST_SESSIONS else round(low, 4),
        "high": None if len(ratios) < FEWEST_SESSIONS else round(high, 4),
    }


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path, required=True, help="interpreter of bridgebench's driver and of the bare side")
    parser.add_argument("--pyspark", type=Path, help="interpreter with pyspark; without it PySpark is left out")
    parser.add_argument("--jar", type=Path, default=ROOT / "cli" / "target" / "bridgebench.jar")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--window-rows", type=int, help="rows after which values repeat; without it they do not, up to 2 million")
    parser.add_argument("--sessions", type=int, default=10, help=f"fewer than {FEWEST_SESSIONS} give no 95 %% interval of the median")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of a case in a session whose median counts")
    parser.add_argument("--warm-up", type=int, default=3, help="rounds before those")
    parser.add_argument("--timeout", type=float, default=300, help="seconds that one answer may take")
    parser.add_argument("--case", action="append", help="only cases that start with this; may be repeated")
    options = parser.parse_args()
    most = min(options.rows, MOST_WINDOW_ROWS)
    if options.window_rows is None:
        options.window_rows = most
    least = min(most, LEAST_WINDOW_ROWS)
    if not least <= options.window_rows <= most:
        parser.error(f"--window-rows {options.window_rows}: expected {least} to {most}, beside --rows {options.rows}")
    return options


def main() -> None:
    """Measure every session, then print."""
    end_tidily_when_terminated()
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="driver-comparison") as folder:
        comparison = Comparison(options, Path(folder))
        comparison.prepare()
        for number in range(options.sessions):
            comparison.session(number)
        comparison.print_summary()


if __name__ == "__main__":
    main()
