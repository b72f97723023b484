package bridgebench.bridge.driver;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.driver.data.DataSockets;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.RangeRows;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.python.BoundedCommand;
import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.TestPython;
import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TestWindows;
import bridgebench.bridge.task.Codecs;
import bridgebench.bridge.worker.PythonCommand;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Shapes;
import bridgebench.scenarios.model.TransportKind;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Python processes that are no drivers of ours: each is a module of {@code faults/strangers}. */
class StrangersTest {

  private static final Path FAULTS = Path.of("src/test/resources/faults").toAbsolutePath();
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @TempDir Path privateRoot;
  private DataSockets sockets;
  private DriverGateway gateway;

  @BeforeEach
  void startGateway() {
    sockets = sockets(TransportKind.TCP);
    RowWindow window = TestWindows.fill(Shapes.named("long"), 10, 42);
    gateway = DriverGateway.start(new DriverEntry("test", window, 10, ZoneOffset.UTC, sockets));
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
    sockets.close();
    assertThat(privateRoot).isEmptyDirectory();
  }

  @Test
  void aPeerWithTheWrongTokenGetsNothingOfTheGateway() {
    BoundedCommand.Output output = run("wrong_token", Integer.toString(gateway.port()));
    assertThat(output.exitValue()).isNotZero();
    assertThat(output.stderr()).containsIgnoringCase("authentic");
  }

  @Test
  void aCallbackThatRaisesIsAnErrorOfThatCallOnly() {
    BoundedCommand.Output output =
        run("raising_callback", Integer.toString(gateway.port()), gateway.secret().hex());
    assertThat(output.stdout()).as(output.stderr()).isEqualTo("Py4JJavaError True\n8\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransportKind.class,
      names = {"TCP", "UNIX"})
  void rowsAreServedToWhoeverKnowsTheAddress(TransportKind transport) {
    try (DataSockets own = sockets(transport)) {
      assertThat(run("fetches", address(own, new RangeRows(12_345))).stdout()).isEqualTo("12345\n");
    }
  }

  @Test
  void aPeerThatDoesNotKnowTheSecretGetsNoRow() {
    String address = address(sockets, new RangeRows(10));
    String forged = address.replaceFirst("\"secret\":\"....", "\"secret\":\"0000");
    assertThat(run("fetches", forged).exitValue()).isNotZero();
    assertThat(run("fetches", address).stdout()).isEqualTo("10\n");
  }

  @Test
  void anOutOfMemoryErrorWhileRowsAreMadeIsToldToPython() {
    Plan tooLarge = failing(new OutOfMemoryError("Java heap space"));
    BoundedCommand.Output output = run("fetches", address(sockets, tooLarge));
    assertThat(output.stderr())
        .contains(
            "JvmError: while it served rows the JVM failed: OutOfMemoryError: Java heap space");
    assertThat(sockets.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure).isInstanceOf(OutOfMemoryError.class));
  }

  @ParameterizedTest
  @CsvSource({"TCP, ARROW", "TCP, PICKLE", "UNIX, ARROW", "UNIX, PICKLE"})
  void batchesThatNoSocketHoldsArriveWholeBeforeTheEndOrAnError(
      TransportKind transport, Mode mode) {
    long batchRows = 1 << 20;
    Plan whole = new RangeRows(3 * batchRows + 10);
    Plan cut = failingAfter(whole, new IllegalStateException("the disk is full"));
    String full = Stream.of(0, 1, 2).map(i -> told(i * batchRows, batchRows)).collect(joining());
    try (DataSockets own = sockets(transport)) {
      assertThat(run("lists_batches", address(own, whole, mode, (int) batchRows)).stdout())
          .isEqualTo(full + told(3 * batchRows, 10) + "the end\n");
      assertThat(run("lists_batches", address(own, cut, mode, (int) batchRows)).stdout())
          .isEqualTo(full + "the disk is full\n");
    }
  }

  /** First, last, number and sum of neighbouring whole numbers. */
  private static String told(long first, long count) {
    long last = first + count - 1;
    return String.format("%d %d %d %d%n", first, last, count, (first + last) * count / 2);
  }

  private static String address(DataSockets sockets, Plan plan) {
    return address(sockets, plan, Mode.ARROW, 1000);
  }

  private static String address(DataSockets sockets, Plan plan, Mode mode, int batchRows) {
    return sockets.serve(plan, Codecs.codec(mode), batchRows).address();
  }

  private static Plan failing(Error error) {
    return plan(
        () -> {
          throw error;
        });
  }

  /** Fails at its end. */
  private static Plan failingAfter(Plan plan, RuntimeException error) {
    return plan(
        () -> {
          RowStream rows = plan.open();
          return mostRows -> {
            RowRun run = rows.next(mostRows);
            if (run == null) {
              throw error;
            }
            return run;
          };
        });
  }

  private static Plan plan(Supplier<RowStream> opened) {
    return new Plan() {
      @Override
      public List<ColumnSpec> columns() {
        return new RangeRows(1).columns();
      }

      @Override
      public long mostRows() {
        return Long.MAX_VALUE;
      }

      @Override
      public RowStream open() {
        return opened.get();
      }
    };
  }

  private DataSockets sockets(TransportKind transport) {
    return new DataSockets(transport, privateRoot, DEADLINE, 1 << 30);
  }

  private static BoundedCommand.Output run(String module, String... arguments) {
    PythonLaunch python = TestPython.launch();
    Path both = Path.of(python.pythonPath() + File.pathSeparator + FAULTS);
    return PythonCommand.run(
        new PythonLaunch(python.interpreter(), both), DEADLINE, "strangers." + module, arguments);
  }
}
