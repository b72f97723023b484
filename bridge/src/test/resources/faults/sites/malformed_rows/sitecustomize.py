"""The third thing that is pickled is no pickle."""

import itertools
import pickle

_dumps = pickle.dumps
_calls = itertools.count(1)


def _third_is_none(value, protocol=None):
    return b"no pickle" if next(_calls) == 3 else _dumps(value, protocol)


pickle.dumps = _third_is_none
