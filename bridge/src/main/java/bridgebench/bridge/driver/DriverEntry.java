package bridgebench.bridge.driver;

import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.driver.data.DataSockets;
import bridgebench.bridge.driver.data.RowReceiver;
import bridgebench.bridge.driver.plan.KeptRows;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.RangeRows;
import bridgebench.bridge.driver.plan.Stoppable;
import bridgebench.bridge.driver.plan.WindowRows;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.task.Codecs;
import bridgebench.bridge.task.ColumnsJson;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Mode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The first object that Python holds; all others come from it. Called by Py4J. */
public final class DriverEntry {

  private static final long MOST_MICROS_LATER = 86_400_000_000L;

  private final String label;
  private final RowWindow window;
  private final long rows;
  private final DataSockets sockets;
  private final Calls calls = new Calls();
  private final ZoneId timeZone;
  private final Map<Integer, Map<Integer, Long>> later = new ConcurrentHashMap<>();
  private final List<KeptRows> received = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * What Python may ask for.
   *
   * @param label the scenario, for messages
   * @param window what seeded rows are made of
   * @param rows how many seeded rows there are
   * @param timeZone the zone in which timestamps are shown
   */
  DriverEntry(String label, RowWindow window, long rows, ZoneId timeZone, DataSockets sockets) {
    this.label = label;
    this.window = window;
    this.rows = rows;
    this.timeZone = timeZone;
    this.sockets = sockets;
  }

  /** What the path {@code call} calls. */
  public Calls calls() {
    return calls;
  }

  /** The scenario's rows. */
  public FrameHandle rows() {
    return handle(new WindowRows(window, rows));
  }

  /** The window itself, once, from which Python knows what to expect. */
  public FrameHandle window() {
    return handle(new WindowRows(window, window.rows()));
  }

  /** The longs from 0 in a column {@code id}. */
  public FrameHandle range(long count) {
    return handle(new RangeRows(count));
  }

  /**
   * Prepares to take rows from Python.
   *
   * @param representation {@code pickle} or {@code arrow}
   * @param columns as {@link FrameHandle#columns} describes them
   */
  public ReceivingHandle receive(String representation, String columns) {
    List<ColumnSpec> specs = ColumnsJson.read(columns);
    BatchDecoder decoder =
        Codecs.codec(AxisWord.of(Mode.class, representation))
            .decoder(ResultCheck.unjudged(label, specs));
    KeptRows kept = new KeptRows(specs);
    RowReceiver receiver = sockets.receive(kept, decoder);
    synchronized (received) {
      received.add(kept);
    }
    return new ReceivingHandle(this, receiver);
  }

  /**
   * Expects a later timestamp back from Python than the window has: one whose local time a clock
   * shows twice, when it is put back, stands for the later one in a frame.
   *
   * @param row a row of the window
   * @param micros microseconds since 1970
   * @throws IllegalArgumentException when it is not later, or by more than a day
   */
  public void expectLater(int column, int row, long micros) {
    long before = ((LongColumn) window.column(column)).values()[row];
    if (micros <= before || micros - before > MOST_MICROS_LATER) {
      throw new IllegalArgumentException(
          "expected a timestamp within a day after " + before + ", got " + micros);
    }
    later.computeIfAbsent(column, c -> new ConcurrentHashMap<>()).put(row, micros);
  }

  /** The window as it must come back from Python. */
  RowWindow expectedBack() {
    RowWindow expected = window;
    for (Map.Entry<Integer, Map<Integer, Long>> column : later.entrySet()) {
      expected = expected.with(column.getKey(), column.getValue());
    }
    return expected;
  }

  /** The zone in which timestamps are shown. */
  ZoneId timeZone() {
    return timeZone;
  }

  /** A handle whose actions end when the session does. */
  FrameHandle handle(Plan plan) {
    return new FrameHandle(this, new Stoppable(plan, () -> stopped));
  }

  /** Ends the actions that are going on. */
  void stop() {
    stopped = true;
  }

  String serve(Plan plan, Mode representation, int batchRows) {
    return sockets.serve(plan, Codecs.codec(representation), batchRows).address();
  }

  /** The rows that Python sent since this was last asked, by action; they are then forgotten. */
  List<KeptRows> takeReceived() {
    synchronized (received) {
      List<KeptRows> all = List.copyOf(received);
      received.clear();
      return all;
    }
  }
}
