"""What the comparing scripts share: the choice of cases, an interval that assumes no distribution, and an end that leaves nothing behind."""

from __future__ import annotations

import math
import signal
import subprocess
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

TERMINATED = 128 + signal.SIGTERM
#: Seconds in which a JVM that is told to end removes its folders.
LAST_SECONDS = 10


def median_interval(values: list[float], confidence: float = 0.95) -> tuple[float, float]:
    """Ends of the narrowest order-statistic interval for the median that covers at least `confidence`."""
    ordered = sorted(values)
    count = len(ordered)
    below = 0.0
    drop = 0
    for rank in range(count // 2):
        below += math.comb(count, rank) / 2**count
        if 2 * below > 1 - confidence:
            break
        drop = rank + 1
    if drop == 0:
        return (-math.inf, math.inf)
    return ordered[drop - 1], ordered[count - drop]


def end_tidily_when_terminated() -> None:
    """Turn SIGTERM into SystemExit, so that folders are removed and children are ended as after Ctrl-C."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))


def run_to_its_end(command: list[str], timeout: float) -> subprocess.CompletedProcess[str]:
    """Run a program as ``subprocess.run`` does, which kills it outright when it is late or we must end: here it may tidy up first."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = program.communicate(timeout=timeout)
    except BaseException as why:
        said = _ended(program)
        if isinstance(why, subprocess.TimeoutExpired):
            raise subprocess.TimeoutExpired(command, timeout, *said) from None
        raise
    return subprocess.CompletedProcess(command, program.returncode, out, err)


def _ended(program: subprocess.Popen[str]) -> tuple[str, str]:
    """End a program, at the latest when its last seconds are over or we are told to end once more. Return what it said, if it says all of it in time."""
    program.terminate()
    try:
        return program.communicate(timeout=LAST_SECONDS)
    except subprocess.TimeoutExpired:
        # Whoever it has started may hold its output: nobody waits for that.
        return "", f"(it did not end within {LAST_SECONDS} s of SIGTERM and was killed)"
    finally:
        program.kill()
        program.wait()


def end_by_itself(program: subprocess.Popen[bytes]) -> None:
    """End a program whose output nobody waits for; it may tidy up first."""
    program.terminate()
    try:
        program.wait(LAST_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        program.kill()
        program.wait()


def chosen_cases(names: Iterable[str], beginnings: list[str] | None) -> list[str]:
    """The cases that start with one of `beginnings`; all without any. Ends the program with status 2 where one begins no case."""
    cases = list(names)
    if beginnings is None:
        return cases
    for beginning in beginnings:
        if not any(case.startswith(beginning) for case in cases):
            print(f"--case {beginning}: expected the beginning of one of {', '.join(cases)}", file=sys.stderr)
            raise SystemExit(2)
    return [case for case in cases if case.startswith(tuple(beginnings))]
