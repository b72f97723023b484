"""Prints the last value of each Arrow batch from the address on the command line, slowly enough that its socket fills, and the error after them."""

import json
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
            print(pa.ipc.read_record_batch(pa.py_buffer(body), schema).column(0)[-1])
        else:
            print(json.loads(body)["message"] if body else "the end")
