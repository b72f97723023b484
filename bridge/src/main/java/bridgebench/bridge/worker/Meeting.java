package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.Deadline;
import bridgebench.bridge.transport.Greeting;
import bridgebench.bridge.transport.MeetingPlace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts a worker that connects to an address: a socket, or named pipes.
 *
 * @param preload packages that the worker imports before it connects
 */
record Meeting(WorkerPlace place, WorkerOptions options, List<String> preload) {

  /** Makes the process and hands it the BOOTSTRAP. */
  interface Spawn {
    PythonProcess with(ObjectNode bootstrap);
  }

  /**
   * Opens the address, makes the process and waits until it has come.
   *
   * @throws BridgeException saying why it has not
   */
  StartedWorker start(Spawn spawn) {
    PrivateFolder folder = null;
    try {
      folder = place.needsFolder() ? PrivateFolder.create(options.privateFolderRoot()) : null;
      return in(folder, spawn);
    } catch (IOException e) {
      close(folder);
      throw notPrepared(e);
    } catch (RuntimeException e) {
      close(folder);
      throw e;
    }
  }

  private StartedWorker in(@Nullable PrivateFolder folder, Spawn spawn) throws IOException {
    Greeting greeting = Greeting.fresh();
    try (MeetingPlace meeting = place.open(folder)) {
      ObjectNode bootstrap = Bootstrap.forWorker(greeting, options.maxFrameBytes(), preload);
      meeting.describeTo(bootstrap);
      long begin = System.nanoTime();
      PythonProcess process = spawn.with(bootstrap);
      long spawned = System.nanoTime();
      return meet(meeting, greeting, process, folder, begin, spawned);
    }
  }

  private StartedWorker meet(
      MeetingPlace meeting,
      Greeting greeting,
      PythonProcess process,
      @Nullable PrivateFolder folder,
      long begin,
      long spawned) {
    Faults faults = new Faults(options.label());
    WorkerWatch watch = new WorkerWatch(process, options.deadline());
    try {
      Connection connection =
          meeting.await(greeting, process::alive, Deadline.in(options.deadline()));
      connection.reader().limit(options.maxFrameBytes());
      Worker worker = new Worker(process, folder, connection, watch, faults);
      return new StartedWorker(worker, begin, spawned, System.nanoTime());
    } catch (IOException | RuntimeException e) {
      throw faults.explain(
          process, watch, e, "while the worker started", () -> discard(process, watch));
    }
  }

  static void discard(PythonProcess process, WorkerWatch watch) {
    watch.close();
    process.group().kill();
    process.closeStdin();
  }

  private BridgeException notPrepared(IOException failure) {
    return new BridgeException(
        Kind.START,
        "cannot prepare the "
            + place.transport().word()
            + " transport for scenario "
            + options.label()
            + ": "
            + failure.getMessage(),
        "",
        failure);
  }

  private static void close(@Nullable PrivateFolder folder) {
    if (folder != null) {
      folder.close();
    }
  }
}
