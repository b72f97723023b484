"""A session: the connection to the JVM through Py4J, and where data frames come from."""

from __future__ import annotations

from py4j.java_gateway import CallbackServerParameters, GatewayParameters, JavaGateway

from bridgebench.driver.data import connected, send_arrow, send_pickled
from bridgebench.driver.frame import DataFrame, columns_json
from bridgebench.driver.stopwatch import Stopwatch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import pandas as pd
    import pyarrow as pa

    from bridgebench.setup import Column


class Session:
    """What a user has of the JVM: one gateway, and data frames."""

    def __init__(self, port: int, token: str, *, zone: str = "UTC", max_frame_bytes: int = 1 << 30) -> None:
        """Connect to the gateway on this port of the loopback interface, which knows the token."""
        self.gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port, auth_token=token, auto_convert=True))
        self.entry: Any = self.gateway.entry_point
        self.zone = zone
        self.max_frame_bytes = max_frame_bytes
        self.watch = Stopwatch()
        self._token = token

    def serve_callbacks(self) -> None:
        """Let the JVM call Python: a server on an ephemeral port, with the same token both ways."""
        self.gateway.start_callback_server(CallbackServerParameters(port=0, daemonize=True, daemonize_connections=True, auth_token=self._token))
        server = self.gateway.java_gateway_server
        server.resetCallbackClient(server.getCallbackClient().getAddress(), self.gateway.get_callback_server().get_listening_port())

    def close(self) -> None:
        """End the connections; the JVM's server goes on."""
        self.gateway.close()

    def rows(self) -> DataFrame:
        """Return the scenario's rows."""
        return DataFrame(self, self.entry.rows())

    def range(self, rows: int) -> DataFrame:
        """Return the longs from 0 in a column ``id``."""
        return DataFrame(self, self.entry.range(rows))

    def parallelize(self, rows: list[Any], columns: tuple[Column, ...], batch_rows: int) -> DataFrame:
        """Send a list to the JVM, pickled: of tuples, or of bare values where there is one column. Dates and timestamps travel as numbers."""
        receiving = self.entry.receive("pickle", columns_json(columns))
        self.watch.finished("python.plan")
        with connected(receiving.address(), self.max_frame_bytes) as connection:
            self.watch.finished("python.connect")
            send_pickled(connection, rows, batch_rows, self.watch)
        return self._received(receiving)

    def create_dataframe(
        self, frame: pd.DataFrame, columns: tuple[Column, ...], batch_rows: int, *, arrow: bool, pool: pa.MemoryPool | None = None
    ) -> DataFrame:
        """Send a pandas frame to the JVM: as an Arrow stream, or as pickled rows."""
        from bridgebench.driver.from_pandas import arrow_table, pickled_rows

        if not arrow:
            rows = pickled_rows(frame, columns, self.zone)
            self.watch.finished("python.from-pandas")
            return self.parallelize(rows, columns, batch_rows)
        table = arrow_table(frame, columns, self.zone, pool)
        self.watch.finished("python.from-pandas")
        receiving = self.entry.receive("arrow", columns_json(columns))
        self.watch.finished("python.plan")
        with connected(receiving.address(), self.max_frame_bytes) as connection:
            self.watch.finished("python.connect")
            send_arrow(connection, table.schema, table.to_batches(max_chunksize=batch_rows), self.watch)
        return self._received(receiving)

    def _received(self, receiving: Any) -> DataFrame:  # noqa: ANN401  a proxy
        frame = DataFrame(self, receiving.frame())
        self.watch.finished("python.wait")
        return frame

    def versions(self) -> dict[str, str]:
        """Return the versions of what the driver uses beside what a worker uses."""
        import py4j.version

        return {"py4j": py4j.version.__version__}
