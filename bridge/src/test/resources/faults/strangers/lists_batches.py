"""Tells first, last, number and sum of each batch of whole numbers from the address on the command line, and what follows them.

It reads so late that the socket fills.
"""

import json
import pickle
import sys
import time

import pyarrow as pa

from bridgebench import frames
from bridgebench.driver.data import connected

with connected(sys.argv[1], 1 << 30) as connection:
    schema = None
    while (header := connection.reader.header()) is not None:
        length, kind = header
        time.sleep(0.05)
        body = connection.reader.body(length)
        if kind == frames.SCHEMA:
            schema = pa.ipc.read_schema(pa.py_buffer(body))
        elif kind == frames.DATA:
            if schema is None:
                numbers = [number for (number,) in pickle.loads(body)]
            else:
                numbers = pa.ipc.read_record_batch(pa.py_buffer(body), schema).column(0).to_pylist()
            print(numbers[0], numbers[-1], len(numbers), sum(numbers))
        else:
            print(json.loads(body)["message"] if body else "the end")
