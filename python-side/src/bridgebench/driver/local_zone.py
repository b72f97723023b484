"""The zone of this process, which decides what collected timestamps look like: PySpark makes them with ``datetime.fromtimestamp``.

On a user's machine the process, the JVM and so the session have one zone. The driver's process gets that of the scenario.
"""

from __future__ import annotations

import os
import time

from bridgebench.driver.errors import TimeZoneError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt

# In January and July of 2021: no zone with a summer time has the same time in both.
_PROBES = (1_610_000_000, 1_625_000_000)


def zone_named(zone: str) -> dt.tzinfo:
    """Return a zone of the IANA's database.

    Raises :class:`TimeZoneError` where this Python does not know it.
    """
    import datetime as dt

    if zone == "UTC":
        # Known without a database.
        return dt.timezone.utc
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        message = (
            f"Python knows no time zone {zone!r} ({unknown}): expected an id of the IANA, such as America/New_York; install its data with pip install tzdata"
        )
        raise TimeZoneError(message) from unknown


def adopt(zone: str) -> None:
    """Make a zone the process's own.

    Raises :class:`TimeZoneError` where Python or the system does not know it; the C library takes an unknown one for UTC without a word.
    """
    import datetime as dt

    known = zone_named(zone)
    os.environ["TZ"] = zone
    time.tzset()
    for seconds in _PROBES:
        expected = dt.datetime.fromtimestamp(seconds, known).utcoffset()
        local = dt.timedelta(seconds=time.localtime(seconds).tm_gmtoff)
        if local != expected:
            message = (
                f"the system takes time zone {zone!r} to be {local} ahead of UTC at {seconds} s after 1970, expected {expected}:"
                " its time zone data is missing or old; on Debian or Ubuntu: apt install tzdata"
            )
            raise TimeZoneError(message)
