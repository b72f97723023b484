#!/usr/bin/env python3
"""Compare bridgebench's sessions with a bare bridge, in interleaved pairs of fresh JVMs.

In most cases both sides of a pair do the same work: same rows, batch, transport, number of warm-up rounds and estimator (best of the last
five rounds, or the median of 16,000 echoes). The pairs alternate which side goes first. Printed for each case: the
median of the pairs' ratios (bridgebench / bare; for echo latency bare / bridgebench, so that 1 and above always means
"as fast") and a distribution-free 95 % interval of that median (order statistics; Conover, Practical Nonparametric
Statistics, 3.2).

Five cases set bridgebench against itself and need no bare bridge: stages (tasks without recording : with), flat (tasks of
1 M rows : one of 100 M), flat-rows (speed in the second to tenth million rows of a task : in the last 90 of 100 million),
arrow-to-pickle, and wide-50 (against an echo of 16 MiB). Of the first three one JVM measures both sides by turns, and its
figure is the median over the later two thirds of the rounds, of which stages takes three times as many.

Needs only the Python standard library, a JDK 17+, the built jar and, for the other cases, the folder with BareBridge.java
and bare_worker.py.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

from pairs import chosen_cases, end_tidily_when_terminated, median_interval, run_to_its_end  # noqa: E402  found through the line above

JVM_OPTIONS = [
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "-Darrow.enable_unsafe_memory_access=true",
    "-Darrow.enable_null_check_for_get=false",
]
TRANSPORTS = ("pipe", "tcp", "unix")
#: Kinds whose pairs differ so much that fewer say nothing near their bar.
FEWEST_PAIRS = {"echo-latency": 20, "echo-bandwidth": 20, "stages": 20}
#: Kinds of which one JVM of ours measures both sides by turns, and prints their ratio.
WITHIN_ONE_JVM = ("stages", "flat", "flat-rows")


def case_names() -> list[str]:
    """Every case, as KIND/TRANSPORT[/BATCH[/SOURCE]]."""
    names = []
    for transport in TRANSPORTS:
        names += [
            f"echo-latency/{transport}/8",
            f"echo-bandwidth/{transport}/262144",
            f"pickle/{transport}/100/rows",
        ]
        names += [
            f"arrow/{transport}/{batch}/{source}" for batch in (10_000, 100_000) for source in ("columns", "rows")
        ]
    return names


def special_case_names() -> list[str]:
    """Cases whose two sides are both bridgebench."""
    return ["stages/unix/10000", "flat/unix/10000", "flat-rows/unix/10000", "arrow-to-pickle/unix/10000", "wide-50/unix/100000"]


class Runner:
    """Starts one side of a case in a fresh JVM and returns its figure (greater is better)."""

    def __init__(self, options: argparse.Namespace, classes: Path) -> None:
        self.options = options
        self.classes = classes
        self.classpath = os.pathsep.join((str(classes), str(options.jar)))

    def compile(self) -> None:
        """Compile the bare bridge and the one-case mains against the jar."""
        sources = [HERE / "BridgebenchCase.java"]
        if self.options.bare is not None:
            sources += [self.options.bare / "BareBridge.java", HERE / "BareCase.java"]
        subprocess.run(
            ["javac", "-nowarn", "-proc:none", "-d", self.classes, "-cp", self.options.jar, *sources], check=True
        )

    def figure(self, side: str, case: str) -> float:
        """Run one side once."""
        main = {"bare": "BareCase", "ours": "BridgebenchCase"}[side]
        command = ["java", *JVM_OPTIONS, *self.options.jvm_arg, "-cp", self.classpath, main, case]
        command += [str(self.options.python), str(self.options.rounds), str(self.options.rows)]
        if side == "bare":
            command.append(str(self.options.bare / "bare_worker.py"))
        try:
            done = run_to_its_end(command, self.options.timeout)
        except subprocess.TimeoutExpired as late:
            sys.exit(f"{side} {case} did not end within {late.timeout:.0f} s (--timeout):\n{late.stdout or ''}\n{late.stderr or ''}")
        if done.returncode != 0:
            sys.exit(f"{side} {case} failed with exit status {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return float(done.stdout.strip().splitlines()[-1])


def sides(case: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two sides of a case: (program, case) of the numerator and of the denominator."""
    kind, transport, *rest = case.split("/")
    if kind == "arrow-to-pickle":
        return ("ours", f"arrow/{transport}/{rest[0]}/columns"), ("ours", f"pickle/{transport}/100/rows")
    if kind == "wide-50":
        return ("ours", f"wide-50/{transport}/{rest[0]}/columns"), ("ours", f"echo-bandwidth/{transport}/16777216")
    return ("ours", case), ("bare", case)


def compare_within_one_jvm(runner: Runner, case: str, pairs: int) -> dict[str, object]:
    """Measure what recording costs, or short tasks and early rows beside long and late ones: each JVM runs both sides by turns and prints their ratio."""
    return summary(case, [runner.figure("ours", case) for _ in range(pairs)])


def summary(case: str, ratios: list[float]) -> dict[str, object]:
    """The pairs' ratios, their median and its interval."""
    low, high = median_interval(ratios)
    return {
        "case": case,
        "pairs": len(ratios),
        "medianRatio": round(statistics.median(ratios), 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "ratios": [round(ratio, 4) for ratio in ratios],
    }


def compare(runner: Runner, case: str, pairs: int) -> dict[str, object]:
    """Measure `pairs` pairs of one case."""
    if case.split("/")[0] in WITHIN_ONE_JVM:
        return compare_within_one_jvm(runner, case, pairs)
    numerator, denominator = sides(case)
    values: dict[tuple[str, str], list[float]] = {numerator: [], denominator: []}
    for pair in range(pairs):
        order = (numerator, denominator) if pair % 2 == 0 else (denominator, numerator)
        for side in order:
            values[side].append(runner.figure(*side))
    ratios = [a / b for a, b in zip(values[numerator], values[denominator], strict=True)]
    return {
        **summary(case, ratios),
        "numerator": {"what": "/".join(numerator), "median": statistics.median(values[numerator])},
        "denominator": {"what": "/".join(denominator), "median": statistics.median(values[denominator])},
    }


#: Does nothing on one core, whenever nobody else wants it, until its parent is gone.
IDLER = """
import os, sys
core, parent = map(int, sys.argv[1:])
os.sched_setaffinity(0, {core})
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
while os.getppid() == parent:
    for _ in range(1_000_000):
        pass
"""


@contextmanager
def no_core_sleeps() -> Iterator[None]:
    """Keep every core from halting. To wake a virtual core that has halted takes a way through the host, which tasks of few batches notice."""
    idlers = []
    try:
        for core in sorted(os.sched_getaffinity(0)):
            idlers.append(subprocess.Popen([sys.executable, "-c", IDLER, str(core), str(os.getpid())]))
        yield
    finally:
        for idler in idlers:
            idler.kill()
            idler.wait()


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bare", type=Path, help="folder with BareBridge.java and bare_worker.py")
    parser.add_argument("--python", type=Path, required=True, help="interpreter with pyarrow, for both sides")
    parser.add_argument("--jar", type=Path, default=ROOT / "cli" / "target" / "bridgebench.jar")
    parser.add_argument("--pairs", type=int, default=10, help="pairs of a case; echo and stages take at least 20")
    parser.add_argument("--timeout", type=float, default=600, help="seconds that one JVM may take")
    parser.add_argument("--rounds", type=int, default=20, help="rounds in each JVM; of tasks the best of the last five counts, echoes have none")
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows a round of Arrow; a tenth for pickle and wide-50; flat and flat-rows have their own")
    parser.add_argument("--jvm-arg", action="append", default=[], help="one more JVM option for both sides")
    parser.add_argument("--no-sleep", action="store_true", help="keep cores from halting, with loops that anyone else's work displaces (Linux)")
    parser.add_argument("--case", action="append", help="only cases that start with this; may be repeated")
    options = parser.parse_args()
    if options.pairs < 6:
        parser.error(f"--pairs {options.pairs}: fewer than 6 pairs give no 95 % interval of the median")
    if options.no_sleep and not hasattr(os, "SCHED_IDLE"):
        parser.error(f"--no-sleep needs Linux, and this is {sys.platform}: leave it out")
    return options


def main() -> None:
    """Run the chosen cases and print one JSON object a line."""
    end_tidily_when_terminated()
    options = arguments()
    chosen = chosen_cases(case_names() + special_case_names(), options.case)
    if options.bare is None and not set(chosen) <= set(special_case_names()):
        needing = ", ".join(case for case in chosen if case not in special_case_names())
        print(f"--bare is missing: expected the folder with BareBridge.java and bare_worker.py for {needing}", file=sys.stderr)
        sys.exit(2)
    awake = no_core_sleeps() if options.no_sleep else nullcontext()
    with awake, tempfile.TemporaryDirectory(prefix="bare-comparison") as folder:
        runner = Runner(options, Path(folder))
        runner.compile()
        for case in chosen:
            pairs = max(options.pairs, FEWEST_PAIRS.get(case.split("/")[0], 0))
            print(json.dumps(compare(runner, case, pairs)), flush=True)


if __name__ == "__main__":
    main()
