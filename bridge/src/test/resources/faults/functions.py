"""Functions that no user means to write, for modes whose functions take pyarrow arrays."""

import os
import signal
import subprocess
import sys
import time

import pyarrow as pa


def raises(x):
    raise ValueError("no price for this row")


def text_for_numbers(x):
    return pa.array(["text"] * len(x))


text_for_numbers.returns = "double"


def one_row_less(x):
    return x[1:]


def hangs(x):
    time.sleep(3600)


def prints(x):
    print("printed by the function")
    os.write(1, b"written to descriptor 1")
    subprocess.run(["echo", "echoed by a child"], check=True)
    return x


def floods_stderr(x):
    for _ in range(32):
        sys.stderr.write("e" * 65535 + "\n")
    return x


def floods_stderr_and_raises(x):
    floods_stderr(x)
    raise ValueError("after the flood")


def exits(x):
    sys.stderr.write("about to leave\n")
    sys.stderr.flush()
    os._exit(3)


def kills_itself(x):
    os.kill(os.getpid(), signal.SIGKILL)


def leaves_a_child(x):
    subprocess.Popen(["sleep", "4242"])
    return x


def leaves_a_child_in_a_session_of_its_own(x):
    subprocess.Popen(["sleep", "4242"], start_new_session=True)
    return x


def leaves_a_child_and_exits(x):
    subprocess.Popen(["sleep", "4242"])
    os._exit(4)


class _SlowToFlush:
    def write(self, text):
        return len(text)

    def flush(self):
        time.sleep(0.5)


def ends_slowly(x):
    sys.stdout = _SlowToFlush()
    return x


_batches = [0]


def counts_its_batches(x):
    _batches[0] += 1
    return pa.array([float(_batches[0])] * len(x), pa.float64())
