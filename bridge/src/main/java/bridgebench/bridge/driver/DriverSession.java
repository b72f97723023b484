package bridgebench.bridge.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.driver.data.DataSockets;
import bridgebench.bridge.driver.data.Transfer;
import bridgebench.bridge.driver.plan.KeptRows;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TimestampRange;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.ColumnsJson;
import bridgebench.bridge.worker.Worker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A Python driver process, ready to run the operation of a scenario again and again.
 *
 * <p>Python is told to begin over its stdin, by a TASK frame, and says over its stdout, by a
 * TRAILER, how long the operation took; what is measured runs over Py4J's socket and over data
 * sockets of its own. For one thread; {@link #close} may be called by any.
 */
public final class DriverSession implements AutoCloseable {

  private static final String MODULE = "bridgebench.driver";

  /** What an operation takes at least to be timed alone, and a block of shorter ones together. */
  private static final long BLOCK_NANOS = 50_000_000;

  private static final long FEWEST_OPERATIONS = 2;
  private static final long MOST_OPERATIONS = 50;
  private static final int MOST_PICKLED_WINDOW_ROWS = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final DriverOrder order;
  private final MemoryEstimate estimate;
  private final RowWindow window;
  private final TimestampRange timestamps;
  private final DataSockets sockets;
  private final DriverEntry entry;
  private final DriverGateway gateway;
  private final DriverLatencies latencies;
  private final JvmMemory memory = new JvmMemory();
  private final Map<String, String> effective = new LinkedHashMap<>();

  private @Nullable WorkerStarter starter;
  private @Nullable Worker python;
  private RowWindow expectedBack;
  private long shortestNanos = Long.MAX_VALUE;
  private boolean failed;

  private DriverSession(
      DriverOrder order,
      MemoryEstimate estimate,
      RowWindow window,
      TimestampRange timestamps,
      BridgeSettings settings) {
    this.order = order;
    this.timestamps = timestamps;
    this.estimate = estimate;
    this.window = window;
    this.expectedBack = window;
    this.sockets =
        new DataSockets(
            order.transport(),
            settings.privateFolderRoot(),
            settings.deadline(),
            settings.maxFrameBytes());
    this.entry = new DriverEntry(order.label(), window, order.rows(), order.timeZone(), sockets);
    this.gateway = DriverGateway.start(entry);
    this.latencies = new DriverLatencies(settings.recordLatency());
  }

  /**
   * Starts the gateway and the Python driver, which proves itself to it, and tells Python what to
   * expect.
   *
   * @throws BridgeException of kind {@code OVER_BUDGET} when the operation would not fit into its
   *     memory budget; of another when the driver cannot be started
   */
  public static DriverSession open(Scenario scenario, BridgeSettings settings) {
    return open(scenario, settings, TimestampRange.PANDAS);
  }

  /** Opens a session over rows with timestamps of another range, for tests that exceed pandas's. */
  static DriverSession open(Scenario scenario, BridgeSettings settings, TimestampRange timestamps) {
    DriverOrder order = new DriverOrder(scenario);
    MemoryEstimate estimate = MemoryEstimate.of(order);
    long budget = MemoryBudget.require(order, estimate);
    RowWindow window = order.window(settings.seed(), timestamps);
    DriverSession session = new DriverSession(order, estimate, window, timestamps, settings);
    try {
      session.start(settings, budget);
      return session;
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /**
   * Runs one operation, or for the path {@code call} a block of calls, and checks every result.
   *
   * @throws BridgeException when anything fails; the session is then of no more use
   */
  public DriverReport runOperation() {
    memory.begin();
    return run(1, true);
  }

  /**
   * Runs an operation for its memory and, where that is short, another to warm caches and a block
   * for their time. A look at memory, with its collections, leaves cold caches behind and takes
   * much longer than a short operation: alone it would be timed as none of a program's is, and
   * seldom enough that compilers never see it.
   *
   * @return the block's figures with the memory of the first; those of the first where it is long
   * @throws BridgeException when anything fails; the session is then of no more use
   */
  public DriverReport runBlock() {
    DriverReport lookedAt = runOperation();
    shortestNanos = Math.min(shortestNanos, lookedAt.durationNanos());
    if (lookedAt.calls() > 0 || shortestNanos >= BLOCK_NANOS) {
      return lookedAt;
    }
    DriverReport warming = run(1, false);
    shortestNanos = Math.min(shortestNanos, warming.durationNanos());
    long operations = BLOCK_NANOS / Math.max(1, shortestNanos);
    return run(Math.max(FEWEST_OPERATIONS, Math.min(MOST_OPERATIONS, operations)), false)
        .after(lookedAt.operations() + warming.operations(), lookedAt);
  }

  private DriverReport run(long operations, boolean withMemory) {
    Worker driver = python();
    driver.expectMoves();
    try {
      driver
          .writer()
          .write(
              FrameKind.TASK,
              JSON.writeValueAsBytes(Map.of("operations", operations, "memory", withMemory)));
      driver.writer().flush();
      JsonNode trailer = awaitTrailer(driver);
      // What is left is the JVM's work alone, in which nothing moves.
      driver.expectNothing();
      return report(operations, trailer, withMemory);
    } catch (IOException | RuntimeException e) {
      failed = true;
      throw explained(driver, e);
    } finally {
      driver.expectNothing();
      sockets.closeOpen();
    }
  }

  /** What is in force on both ends, by name. */
  public Map<String, String> effective() {
    return effective;
  }

  /** Versions as the Python driver reports them. */
  public Map<String, String> driverVersions() {
    return python().ready().versions();
  }

  /** The process id of the Python driver. */
  public long pid() {
    return python().pid();
  }

  /** JVM objects that Python holds, beside those that it holds as long as it lives. */
  public long liveHandles() {
    return gateway.liveHandles();
  }

  /** Nanoseconds of each call since the last reset, under {@code call}; empty on other paths. */
  public Map<String, Histogram> latency() {
    return latencies.byKind();
  }

  /** Forgets latencies, at the end of warm-up. */
  public void resetLatency() {
    latencies.reset();
  }

  /** Ends the Python driver and the gateway; nothing of them is left afterwards. */
  @Override
  public void close() {
    entry.stop();
    if (python != null) {
      python.close();
    }
    if (starter != null) {
      starter.close();
    }
    sockets.close();
    gateway.close();
  }

  /** The gateway, for tests that end it. */
  DriverGateway gateway() {
    return gateway;
  }

  /** Bytes that have crossed data sockets, for tests that wait until some have. */
  long movedBytes() {
    return sockets.movedBytes();
  }

  private void start(BridgeSettings settings, long budget) {
    WorkerStarter launch =
        WorkerStarter.overStdio(settings.workerOptions(order.label(), MODULE), order.preload());
    starter = launch;
    Worker driver = launch.start().worker();
    python = driver;
    driver.alsoMoves(sockets::movedBytes);
    driver.measureClock();
    driver.setUp(setup(settings));
    expectedBack = entry.expectedBack();
    describe(driver, budget);
    gateway.beginCounting();
  }

  private void describe(Worker driver, long budget) {
    effective.put("timeZone", order.timeZone().getId());
    if (order.hasRows()) {
      effective.put("windowRows", Integer.toString(window.rows()));
      effective.put("rowsPerFrame", Integer.toString(order.batchRows()));
      effective.put("representation", order.representation().word());
      effective.put("timestamps", timestamps.words());
      effective.put("budgetBytes", Long.toString(budget));
      effective.put("estimatedPeakBytes", Long.toString(estimate.bytes()));
    }
    driver.addEffective(effective);
    for (Transfer transfer : sockets.takeTransfers()) {
      transfer.effective().forEach((name, value) -> effective.put("jvm.data." + name, value));
    }
  }

  /** The body of the SETUP frame, for its golden bytes too. */
  byte[] setup(BridgeSettings settings) {
    ObjectNode setup = JSON.createObjectNode();
    order.describeTo(setup);
    setup.put("gatewayPort", gateway.port());
    setup.put("gatewayToken", gateway.secret().hex());
    setup.set("columns", ColumnsJson.write(window.shape().columns()));
    setup.put("windowRows", window.rows());
    setup.put("windowStride", window.stride());
    setup.put(
        "windowBatchRows",
        order.expectation() == Mode.PICKLE
            ? Math.min(MOST_PICKLED_WINDOW_ROWS, window.rows())
            : window.rows());
    setup.put("maxFrameBytes", settings.maxFrameBytes());
    setup.put("recordLatency", settings.recordLatency());
    return setup.toString().getBytes(UTF_8);
  }

  /** Says what happened; when rows did not cross, why not as well, which Python does not know. */
  private BridgeException explained(Worker driver, Exception failure) {
    // Asked first: ending Python breaks the sockets that are still open.
    List<Throwable> causes = sockets.failures();
    BridgeException told =
        driver.explain(failure, "while the driver ran '" + order.path().word() + "'");
    if (causes.isEmpty()) {
      return told;
    }
    Throwable first = causes.get(0);
    BridgeException both =
        new BridgeException(
            told.kind(),
            told.getMessage() + "; at the JVM's end of the data socket: " + first,
            told.detail(),
            told);
    causes.forEach(both::addSuppressed);
    return both;
  }

  // While it checks its result, Python says now and then that it is still there.
  private static JsonNode awaitTrailer(Worker driver) throws IOException {
    while (driver.reader().next() == FrameKind.PONG) {
      driver.reader().body();
    }
    if (driver.reader().kind() != FrameKind.TRAILER) {
      throw driver.notExpected("TRAILER");
    }
    return JSON.readTree(driver.reader().body());
  }

  private DriverReport report(long operations, JsonNode trailer, boolean withMemory) {
    Map<String, Long> stages = numbers(trailer.path("stageNanos"));
    Map<String, Long> memoryBytes =
        withMemory ? memory(numbers(trailer.path("memoryBytes"))) : new LinkedHashMap<>();
    long sent = trailer.path("sentBytes").asLong();
    long received = trailer.path("receivedBytes").asLong();
    long directPeak = 0;
    boolean fromPython = judgeReceived(operations);
    for (Transfer transfer : sockets.takeTransfers()) {
      transfer.stageNanos().forEach((stage, nanos) -> stages.merge(stage, nanos, Long::sum));
      directPeak = Math.max(directPeak, transfer.peakDirectBytes());
      sent += fromPython ? 0 : transfer.bytes();
      received += fromPython ? transfer.bytes() : 0;
    }
    if (withMemory) {
      memoryBytes.put("jvm.arrowPeak", directPeak);
      memoryBytes.put("jvm.heapRetained", memory.heapRetained());
    }
    latencies.add(trailer.path("latencyNanos"));
    return new DriverReport(
        operations,
        0,
        trailer.path("rows").asLong(),
        trailer.path("calls").asLong(),
        sent,
        received,
        trailer.path("durationNanos").asLong(),
        stages,
        memoryBytes);
  }

  /** What an operation that has just ended needed, with what Python says of its side. */
  private Map<String, Long> memory(Map<String, Long> ofPython) {
    Map<String, Long> memoryBytes = new LinkedHashMap<>();
    if (order.hasRows()) {
      memoryBytes.put("data", estimate.dataBytes());
    }
    memoryBytes.putAll(ofPython);
    memoryBytes.put("jvm.heapPeak", memory.heapPeak());
    memoryBytes.put("jvm.heapGrowth", memory.heapGrowth());
    memory.peakResident().ifPresent(bytes -> memoryBytes.put("jvm.peakResident", bytes));
    return memoryBytes;
  }

  /**
   * Judges the rows that came from Python and lets them go, so that the heap is looked at without
   * them; false when none were to come.
   */
  private boolean judgeReceived(long operations) {
    List<KeptRows> received = entry.takeReceived();
    long expected = order.sendsRows() ? operations : 0;
    if (received.size() != expected) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          String.format(
              "scenario %s: expected rows from Python %,d times, got them %,d times",
              order.label(), expected, received.size()),
          "",
          null);
    }
    received.forEach(this::judge);
    return order.sendsRows();
  }

  /** Compares every value that came from Python with the window's own. */
  private void judge(KeptRows kept) {
    if (kept.mostRows() != order.rows()) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          String.format(
              "scenario %s: expected %,d rows from Python, got %,d",
              order.label(), order.rows(), kept.mostRows()),
          "",
          null);
    }
    ResultCheck check = ResultCheck.unchanged(order.label(), expectedBack);
    long row = 0;
    for (ColumnBatch batch : kept.batches()) {
      check.accept(batch, row);
      row += batch.rows();
    }
  }

  private Worker python() {
    if (python == null || failed) {
      throw new BridgeException(
          Kind.JVM,
          "the driver session of scenario " + order.label() + " is closed or has failed",
          "",
          null);
    }
    return python;
  }

  private static Map<String, Long> numbers(JsonNode object) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    object.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asLong()));
    return numbers;
  }
}
