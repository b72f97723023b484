package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.Greeting;
import bridgebench.bridge.transport.NobodyCameException;
import bridgebench.bridge.transport.ProcessPipes;
import bridgebench.bridge.transport.Transport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.GatheringByteChannel;
import java.util.List;

/** A new interpreter for each worker. */
final class ColdStarter implements WorkerStarter {

  /**
   * Of the first frame on a pipe that only our child writes to, which may be an ERROR: message and
   * traceback of 64 Ki characters each, of up to 12 bytes as JSON.
   */
  private static final int LONGEST_FIRST_FRAME = 2 << 20;

  private final WorkerPlace place;
  private final WorkerOptions options;
  private final List<String> preload;

  ColdStarter(WorkerPlace place, WorkerOptions options, List<String> preload) {
    this.place = place;
    this.options = options;
    this.preload = preload;
  }

  @Override
  public StartedWorker start() {
    return place.isStdio()
        ? overStdio(Greeting.fresh())
        : new Meeting(place, options, preload).start(this::launchWith);
  }

  @Override
  public void close() {
    // Each worker ends by itself.
  }

  private PythonProcess launchWith(ObjectNode bootstrap) {
    LaunchedProcess process = launch(false);
    try {
      send(ProcessPipes.stdin(process.process()), bootstrap);
    } catch (IOException e) {
      // It ended before it read a byte: waiting for it says so, with its last words.
    }
    return process;
  }

  private StartedWorker overStdio(Greeting greeting) {
    ObjectNode bootstrap =
        Bootstrap.forWorker(greeting, options.maxFrameBytes(), preload)
            .put("transport", "pipe")
            .put("pipe", "stdio")
            .put("pipeBytes", place.pipeBytes());
    Faults faults = new Faults(options.label());
    long begin = System.nanoTime();
    LaunchedProcess process = launch(true);
    long spawned = System.nanoTime();
    WorkerWatch watch = new WorkerWatch(process, options.deadline());
    try {
      Transport transport = ProcessPipes.of(process.process(), place.pipeBytes());
      watch.over(transport, () -> 0);
      watch.arm();
      Connection connection = greet(transport, bootstrap, greeting);
      Worker worker = new Worker(process, null, connection, watch, faults);
      return new StartedWorker(worker, begin, spawned, System.nanoTime());
    } catch (IOException | RuntimeException e) {
      throw faults.explain(
          process, watch, e, "while the worker started", () -> Meeting.discard(process, watch));
    } finally {
      watch.disarm();
    }
  }

  private Connection greet(Transport transport, ObjectNode bootstrap, Greeting greeting)
      throws IOException {
    FrameReader reader = new FrameReader(transport.fromWorker(), LONGEST_FIRST_FRAME);
    send(transport.toWorker(), bootstrap);
    if (reader.next() == FrameKind.ERROR) {
      throw PythonError.of(reader.body());
    }
    if (reader.kind() != FrameKind.HELLO) {
      throw reader.unexpected("HELLO");
    }
    long pid =
        greeting
            .admit(reader.body())
            .orElseThrow(
                () -> new NobodyCameException("the HELLO on stdout has another secret", 1));
    reader.limit(options.maxFrameBytes());
    return new Connection(transport, reader, pid);
  }

  private static void send(GatheringByteChannel channel, ObjectNode bootstrap) throws IOException {
    FrameWriter writer = new FrameWriter(channel);
    writer.write(FrameKind.BOOTSTRAP, Bootstrap.bytes(bootstrap));
    writer.flush();
  }

  private LaunchedProcess launch(boolean stdoutIsRead) {
    try {
      return LaunchedProcess.start(options.python(), options.module(), stdoutIsRead);
    } catch (IOException e) {
      throw new BridgeException(
          Kind.START,
          "cannot start the Python interpreter "
              + options.python().interpreter()
              + " for scenario "
              + options.label()
              + ": "
              + e.getMessage()
              + "; name another interpreter, or run `bridgebench doctor`",
          "",
          e);
    }
  }
}
