package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameException.Fault;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.bridge.transport.ProcessPipes;
import bridgebench.bridge.transport.Transport;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** A Python process that has imported the libraries and forks workers when it is told. */
final class DaemonProcess implements AutoCloseable {

  private static final String MODULE = "bridgebench.daemon";
  private static final long EXIT_MILLIS = 2_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final LaunchedProcess process;
  private final Transport pipes;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final WorkerWatch watch;
  private final Faults faults;
  private final Runnable emergency = this::kill;

  private DaemonProcess(LaunchedProcess process, Transport pipes, WorkerOptions options) {
    this.process = process;
    this.pipes = pipes;
    this.reader = new FrameReader(pipes.fromWorker(), FrameReader.MAX_CONTROL_BYTES);
    this.writer = new FrameWriter(pipes.toWorker());
    this.watch = new WorkerWatch(process, options.deadline());
    this.faults = new Faults(options.label());
    watch.over(pipes, () -> reader.readBytes() + writer.writtenBytes());
    Leftovers.remember(emergency);
  }

  /**
   * Launches a daemon and waits until it has imported everything.
   *
   * @throws BridgeException saying why it is not ready
   */
  static DaemonProcess launch(WorkerOptions options, List<String> preload) {
    DaemonProcess daemon;
    try {
      LaunchedProcess process = LaunchedProcess.start(options.python(), MODULE, true);
      daemon = new DaemonProcess(process, ProcessPipes.of(process.process(), 0), options);
    } catch (IOException e) {
      throw new BridgeException(
          Kind.START,
          "cannot start a Python daemon with "
              + options.python().interpreter()
              + " for scenario "
              + options.label()
              + ": "
              + e.getMessage(),
          "",
          e);
    }
    daemon.ask(
        FrameKind.BOOTSTRAP,
        Bootstrap.forDaemon(preload),
        FrameKind.READY,
        "while the daemon imported its packages");
    return daemon;
  }

  /** Forks a worker that behaves as if it had read this BOOTSTRAP. */
  ForkedProcess fork(ObjectNode bootstrap) {
    byte[] answer =
        ask(FrameKind.FORK, bootstrap, FrameKind.FORKED, "while the daemon forked a worker");
    try {
      return ForkedProcess.of(JSON.readTree(answer).path("pid").asLong(), process.stderr());
    } catch (FrameException e) {
      throw explain(e, "while the daemon forked a worker");
    } catch (IOException e) {
      throw explain(
          new FrameException(Fault.BODY, "FORKED is no JSON: " + e.getMessage()),
          "while the daemon forked a worker");
    }
  }

  @Override
  public void close() {
    watch.close();
    ProcessGroup group = process.group();
    group.remember();
    closePipes();
    if (process.awaitEnd(EXIT_MILLIS)) {
      group.killOthers();
    } else {
      group.kill();
    }
    Leftovers.forget(emergency);
  }

  private byte[] ask(FrameKind request, ObjectNode body, FrameKind answer, String doing) {
    watch.arm();
    try {
      writer.write(request, Bootstrap.bytes(body));
      writer.flush();
      if (reader.next() == FrameKind.ERROR) {
        throw PythonError.of(reader.body());
      }
      if (reader.kind() != answer) {
        throw reader.unexpected(answer.name());
      }
      return reader.body();
    } catch (IOException | RuntimeException e) {
      throw explain(e, doing);
    } finally {
      watch.disarm();
    }
  }

  private BridgeException explain(Exception failure, String doing) {
    return faults.explain(process, watch, failure, doing, this::discard);
  }

  private void discard() {
    kill();
    Leftovers.forget(emergency);
  }

  private void kill() {
    watch.close();
    process.group().kill();
    closePipes();
  }

  private void closePipes() {
    try {
      pipes.close();
    } catch (IOException e) {
      // The daemon went first.
    }
  }
}
