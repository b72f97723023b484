"""Comes to the gateway with a token that is not its own."""

import sys

from bridgebench.driver.session import Session

Session(int(sys.argv[1]), "0" * 64).range(1)
