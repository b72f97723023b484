"""A user's function that works on a value, a Series and an Arrow array alike."""


def negated(x):
    if type(x).__module__.startswith("pyarrow"):
        from pyarrow import compute

        return compute.negate(x)
    return None if x is None else -x
