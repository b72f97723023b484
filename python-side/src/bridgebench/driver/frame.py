"""Data frames: proxies that hold no data. What builds on one makes a plan in the JVM; an action runs it."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager, nullcontext

from bridgebench.driver.data import arrow_batches, connected, pickled_batches, pickled_bodies, unpickled
from bridgebench.driver.rows import batch_maker, row_maker
from bridgebench.setup import Column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    import pandas as pd
    import pyarrow as pa

    from bridgebench.driver.session import Session
    from bridgebench.driver.stopwatch import Stopwatch

ARROW_BATCH_ROWS = 10_000
PICKLE_BATCH_ROWS = 1_000
SHOWN_ROWS = 20
SHOWN_PLACES = 20


def columns_json(columns: tuple[Column, ...]) -> str:
    """Describe columns to the JVM."""
    return json.dumps([{"name": column.name, "type": column.type, "nullable": column.nullable} for column in columns])


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Pause the search for reference cycles while rows with named fields are made, and look at them once afterwards.

    The collector forgets a plain tuple of plain values once it has seen it, but looks at other rows again and again: they take four times as long
    to make beside it.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
            # The next allocation would do so: here it is known what took the time.
            gc.collect(0)


class DataFrame:
    """A plan in the JVM. The JVM's object lives as long as this one."""

    def __init__(self, session: Session, handle: Any) -> None:  # noqa: ANN401  a proxy
        """Hold the proxy of a plan."""
        self._session = session
        self._handle = handle
        self._columns: tuple[Column, ...] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns, which the JVM is asked for once."""
        if self._columns is None:
            self._columns = tuple(Column(c["name"], c["type"], nullable=c["nullable"]) for c in json.loads(self._handle.columns()))
        return self._columns

    def filter(self, condition: str) -> DataFrame:
        """Keep the rows for which a condition holds, for example ``x > 1``."""
        return DataFrame(self._session, self._handle.filter(condition))

    def select(self, *expressions: str) -> DataFrame:
        """Keep these columns and expressions only."""
        return DataFrame(self._session, self._handle.select(list(expressions)))

    def with_column(self, name: str, expression: str) -> DataFrame:
        """Add a column, for example ``x * 2``."""
        return DataFrame(self._session, self._handle.withColumn(name, expression))

    def limit(self, rows: int) -> DataFrame:
        """Keep the first rows."""
        return DataFrame(self._session, self._handle.limit(rows))

    def join(self, other: DataFrame, key: str) -> DataFrame:
        """Put rows together that have the same value in a column of this name."""
        return DataFrame(self._session, self._handle.join(other._handle, key))

    def group_by(self, key: str) -> Grouped:
        """Put rows with the same value in this column into groups."""
        return Grouped(self._session, self._handle.groupBy(key))

    def count(self) -> int:
        """Count the rows, in the JVM."""
        count: int = self._handle.count()
        return count

    def show_string(self, rows: int = SHOWN_ROWS, places: int = SHOWN_PLACES) -> str:
        """Return the first rows as a table of text, formatted in the JVM; cells of more than ``places`` characters are cut."""
        text: str = self._handle.showString(rows, places)
        return text

    def show(self, rows: int = SHOWN_ROWS, places: int = SHOWN_PLACES) -> None:
        """Print the first rows."""
        print(self.show_string(rows, places))  # noqa: T201  that is what it is for

    def collect(self, batch_rows: int = PICKLE_BATCH_ROWS, *, as_rows: bool = True) -> list[Any]:
        """Fetch all rows, pickled: with named fields, or as plain tuples, which is faster."""
        watch = self._session.watch
        columns = self.columns
        watch.finished("python.plan")
        address = self._handle.serve("pickle", batch_rows)
        with connected(address, self._session.max_frame_bytes) as connection:
            watch.finished("python.connect")
            collected = _made_rows(pickled_batches(connection, watch), columns, watch, as_rows=as_rows)
        watch.finished("python.cycle-search")
        return collected

    def pickled(self, batch_rows: int = PICKLE_BATCH_ROWS) -> PickledRows:
        """Fetch all rows, and leave them pickled."""
        address = self._handle.serve("pickle", batch_rows)
        with connected(address, self._session.max_frame_bytes) as connection:
            return PickledRows(self._session, self.columns, list(pickled_bodies(connection, self._session.watch)))

    def to_arrow(self, batch_rows: int = ARROW_BATCH_ROWS, pool: pa.MemoryPool | None = None, *, own_columns: bool = False) -> pa.Table:
        """Fetch all rows as an Arrow table of one chunk a batch. Timestamps are instants, in UTC.

        With ``own_columns`` no column shares its memory with another, so that each can be freed alone.
        """
        import pyarrow as pa

        watch = self._session.watch
        address = self._handle.serve("arrow", batch_rows)
        with connected(address, self._session.max_frame_bytes) as connection:
            watch.finished("python.connect")
            schema, batches = arrow_batches(connection, watch, pool, own_columns=own_columns)
        table = pa.Table.from_batches(batches, schema)
        watch.finished("python.decode")
        return table

    def to_pandas(
        self,
        batch_rows: int | None = None,
        *,
        arrow: bool = True,
        self_destruct: bool = False,
        split_blocks: bool = False,
        pool: pa.MemoryPool | None = None,
    ) -> pd.DataFrame:
        """Fetch all rows as a pandas frame with the dtypes that PySpark gives: through Arrow, or by collecting rows."""
        from bridgebench.driver.to_pandas import from_rows, from_table

        watch = self._session.watch
        if arrow:
            table = [self.to_arrow(batch_rows or ARROW_BATCH_ROWS, pool, own_columns=self_destruct)]
            # Handed over in a list, so that no name here keeps the table alive while its columns are freed.
            frame = from_table(table, self._session.zone, self_destruct=self_destruct, split_blocks=split_blocks, pool=pool)
        else:
            frame = from_rows(self.collect(batch_rows or PICKLE_BATCH_ROWS), self.columns, self._session.zone)
        watch.finished("python.to-pandas")
        return frame


class PickledRows:
    """Rows that have come, still pickled: what is made of them takes no bridge."""

    def __init__(self, session: Session, columns: tuple[Column, ...], bodies: list[bytes]) -> None:
        """Hold the batches."""
        self._session = session
        self._columns = columns
        self._bodies = bodies

    def collect(self, *, as_rows: bool = True) -> list[Any]:
        """Do what :meth:`DataFrame.collect` does once the batches are there."""
        watch = self._session.watch
        collected = _made_rows(unpickled(self._bodies, watch), self._columns, watch, as_rows=as_rows)
        watch.finished("python.cycle-search")
        return collected

    def to_pandas(self) -> pd.DataFrame:
        """Do what :meth:`DataFrame.to_pandas` does without Arrow once the batches are there."""
        from bridgebench.driver.to_pandas import from_rows

        frame = from_rows(self.collect(), self._columns, self._session.zone)
        self._session.watch.finished("python.to-pandas")
        return frame


def _made_rows(batches: Iterable[tuple[Any, ...]], columns: tuple[Column, ...], watch: Stopwatch, *, as_rows: bool) -> list[Any]:
    """Return the rows of all batches as Python's own values, in tuples or rows with names."""
    make = batch_maker(columns)
    name = row_maker(tuple(column.name for column in columns)) if as_rows else None
    collected: list[Any] = []
    extend = collected.extend
    with no_cycle_search() if as_rows else nullcontext():
        for batch in batches:
            made = batch if make is None else make(batch)
            extend(made if name is None else name(made))
            watch.finished("python.rows")
    return collected


class Grouped:
    """Groups of rows, before it is known what is asked of them."""

    def __init__(self, session: Session, handle: Any) -> None:  # noqa: ANN401  a proxy
        """Hold the proxy of the groups."""
        self._session = session
        self._handle = handle

    def agg(self, *aggregates: str) -> DataFrame:
        """Make a row of each group: the key, then for example ``count`` and ``sum(x)``."""
        return DataFrame(self._session, self._handle.agg(list(aggregates)))
