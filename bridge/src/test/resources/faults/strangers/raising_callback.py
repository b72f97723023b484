"""Lets the JVM call a Python object that raises, and then one that answers."""

import sys

from bridgebench.driver.calls import Adder
from bridgebench.driver.session import Session


class Raising(Adder):
    def apply(self, value):
        raise ValueError(f"no answer to {value}")


session = Session(int(sys.argv[1]), sys.argv[2])
session.serve_callbacks()
calls = session.entry.calls()
try:
    calls.callBack(Raising(), 7)
except Exception as error:
    print(type(error).__name__, "ValueError: no answer to 7" in str(error))
print(calls.callBack(Adder(), 7))
session.gateway.shutdown_callback_server()
session.close()
