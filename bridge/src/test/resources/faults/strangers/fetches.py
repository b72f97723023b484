"""Fetches an Arrow table from the address on the command line."""

import sys

from bridgebench.driver.data import arrow_batches, connected
from bridgebench.driver.stopwatch import Stopwatch

with connected(sys.argv[1], 1 << 30) as connection:
    schema, batches = arrow_batches(connection, Stopwatch())
    print(sum(len(batch) for batch in batches))
