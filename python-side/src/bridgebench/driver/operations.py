"""The operation of each path: what is prepared, what is timed, and how the result is checked."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import pyarrow as pa

    from bridgebench.driver.checks import Checker
    from bridgebench.driver.expected import Expected, Window
    from bridgebench.driver.order import Order
    from bridgebench.driver.session import Session


class Operation:
    """One operation, to be run again and again."""

    def __init__(self, run: Callable[[pa.MemoryPool | None], Any], check: Callable[[Any], None], rows: int, *, arrow: bool = False) -> None:
        """``run`` is timed, ``check`` is not; ``rows`` are those that the operation is about. ``arrow`` says that it takes Arrow's memory from its pool."""
        self.run = run
        self.check = check
        self.rows = rows
        self.arrow = arrow


def operation_of(order: Order, session: Session, window: Window, alive: Callable[[], None]) -> Operation:
    """Return the operation of a scenario's path."""
    from bridgebench.driver.checks import Checker
    from bridgebench.driver.expected import expected_of

    expected = expected_of(window, order.rows, order.plan)
    checker = Checker(order.path, expected, alive, order.zone)
    if order.origin == "python":
        return _make(order, session, checker)
    if order.path in ("collect", "to-arrow", "to-pandas"):
        return _fetch(order, session, checker)
    if order.path in ("parallelize", "create-dataframe"):
        return _send(order, session, window)
    return _small(order, session, window, expected, checker)


def _planned(order: Order, session: Session) -> Any:  # noqa: ANN401  a frame
    from bridgebench.driver.plans import planned

    frame = planned(session, session.rows(), order.columns, order.plan, order.rows)
    session.watch.finished("python.plan")
    return frame


def _fetch(order: Order, session: Session, checker: Checker) -> Operation:
    arrow = order.representation == "arrow"
    if order.path == "collect":
        return Operation(lambda _: _planned(order, session).collect(order.batch_rows, as_rows=order.as_rows), _check_of(order, checker), order.rows)
    if order.path == "to-arrow":
        return Operation(lambda pool: _planned(order, session).to_arrow(order.batch_rows, pool), _check_of(order, checker), order.rows, arrow=True)
    return Operation(
        lambda pool: _planned(order, session).to_pandas(
            order.batch_rows, arrow=arrow, self_destruct=order.self_destruct, split_blocks=order.split_blocks, pool=pool
        ),
        _check_of(order, checker),
        order.rows,
        arrow=arrow,
    )


def _make(order: Order, session: Session, checker: Checker) -> Operation:
    """Return what :func:`_fetch` does once the rows are in Python, where this brings them before anything is timed."""
    frame = _planned(order, session)
    if order.representation == "arrow":
        from bridgebench.driver.to_pandas import from_table

        table = frame.to_arrow(order.batch_rows)

        def converted(pool: pa.MemoryPool | None) -> Any:  # noqa: ANN401  a pandas frame
            made = from_table([table], session.zone, self_destruct=False, split_blocks=order.split_blocks, pool=pool)
            session.watch.finished("python.to-pandas")
            return made

        return Operation(converted, _check_of(order, checker), order.rows, arrow=True)
    pickled = frame.pickled(order.batch_rows)
    if order.path == "collect":
        return Operation(lambda _: pickled.collect(as_rows=order.as_rows), _check_of(order, checker), order.rows)
    return Operation(lambda _: pickled.to_pandas(), _check_of(order, checker), order.rows)


def _check_of(order: Order, checker: Checker) -> Callable[[Any], None]:
    """Return the check of what a path that brings rows to Python returns, wherever they came from."""
    if order.path == "collect":
        return lambda rows: checker.rows(rows, named=order.as_rows)
    if order.path == "to-arrow":
        return checker.table
    return lambda frame: checker.frame(frame, arrow=order.representation == "arrow")


def _send(order: Order, session: Session, window: Window) -> Operation:
    from bridgebench.driver.inputs import pandas_input, rows_input, shown_again

    if order.path == "parallelize":
        rows = rows_input(window, order.rows)
        return Operation(lambda _: session.parallelize(rows, order.columns, order.batch_rows), _judged_by_the_jvm, order.rows)
    frame = pandas_input(window, order.rows, order.zone)
    for place, column in enumerate(window.columns):
        if column.type == "timestamp":
            for row, later in shown_again(window.cells[place], order.zone).items():
                session.entry.expectLater(place, row, later)
    arrow = order.representation == "arrow"
    return Operation(
        lambda pool: session.create_dataframe(frame, order.columns, order.batch_rows, arrow=arrow, pool=pool), _judged_by_the_jvm, order.rows, arrow=arrow
    )


def _judged_by_the_jvm(_: Any) -> None:  # noqa: ANN401  a frame
    """Do nothing: the JVM has every value, and compares each with the window's."""


def _small(order: Order, session: Session, window: Window, expected: Expected, checker: Checker) -> Operation:
    if order.path == "range":
        return Operation(lambda _: session.range(order.rows), lambda frame: _check_range(frame, order.rows), order.rows)
    if order.path == "show":
        from bridgebench.driver.shown import check_shown

        return Operation(lambda _: _planned(order, session).show_string(), lambda text: check_shown(order.path, text, expected, order.zone), order.rows)
    if order.path == "count":
        if order.place == "python":
            # The frame is the result, so that it lives until the operation has ended.
            return Operation(
                lambda pool: _planned(order, session).to_pandas(order.batch_rows, pool=pool),
                lambda frame: checker.count(len(frame)),
                order.rows,
                arrow=True,
            )
        return Operation(lambda _: _planned(order, session).count(), checker.count, order.rows)
    return _aggregate(order, session, window)


def _check_range(frame: Any, rows: int) -> None:  # noqa: ANN401  a frame
    if frame.count() != rows:
        message = f"a range of {rows} rows has {frame.count()}"
        raise ValueError(message)


def _aggregate(order: Order, session: Session, window: Window) -> Operation:
    from bridgebench.driver.aggregates import Grouping

    grouping = Grouping(order.columns, order.batch_rows)
    in_jvm = order.place == "jvm"
    run = grouping.in_jvm if in_jvm else grouping.in_python
    return Operation(
        lambda pool: run(session.rows(), session.watch, pool),
        lambda groups: grouping.check(order.path, groups, window, order.rows, nan_counts=in_jvm),
        order.rows,
        arrow=True,
    )
