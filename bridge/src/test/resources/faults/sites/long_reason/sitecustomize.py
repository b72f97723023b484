"""Py4J cannot be imported, for a reason of 50,000 letters."""

import sys


class _NoPy4J:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "py4j":
            raise ImportError("x" * 50_000 + " at its end")


sys.meta_path.insert(0, _NoPy4J)
