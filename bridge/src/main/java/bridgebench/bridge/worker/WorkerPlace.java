package bridgebench.bridge.worker;

import bridgebench.bridge.transport.MeetingPlace;
import bridgebench.bridge.transport.NamedPipes;
import bridgebench.bridge.transport.SocketMeetingPlace;
import bridgebench.bridge.transport.SocketOptions;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.PipeKind;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.TransportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which transport a scenario asks for, with its options. */
record WorkerPlace(
    TransportKind transport, PipeKind pipe, int pipeBytes, SocketOptions socketOptions) {

  static WorkerPlace of(Scenario scenario) {
    String pipe = scenario.word(Axis.PIPE);
    String noDelay = scenario.word(Axis.TCP_NO_DELAY);
    return new WorkerPlace(
        scenario.transport(),
        pipe == null ? PipeKind.STDIO : scenario.require(Axis.PIPE, PipeKind.class),
        bytes(scenario, Axis.PIPE_BYTES),
        new SocketOptions(
            noDelay == null || isOn(noDelay), bytes(scenario, Axis.SOCKET_BUFFER_BYTES)));
  }

  /** The process's own pipes, of the system's size. */
  static WorkerPlace stdio() {
    return new WorkerPlace(TransportKind.PIPE, PipeKind.STDIO, 0, new SocketOptions(true, 0));
  }

  boolean isStdio() {
    return transport == TransportKind.PIPE && pipe == PipeKind.STDIO;
  }

  /** Whether files are needed: a Unix socket or named pipes. */
  boolean needsFolder() {
    return transport == TransportKind.UNIX || (transport == TransportKind.PIPE && !isStdio());
  }

  /** Opens the place; not for stdio, whose pipes exist only with the process. */
  MeetingPlace open(@Nullable PrivateFolder folder) throws IOException {
    return switch (transport) {
      case TCP -> SocketMeetingPlace.tcp(socketOptions);
      case UNIX -> SocketMeetingPlace.unix(in(folder).resolve("worker.sock"), socketOptions);
      case PIPE -> NamedPipes.in(in(folder), pipeBytes);
    };
  }

  private static Path in(@Nullable PrivateFolder folder) {
    return Objects.requireNonNull(folder, "a private folder").path();
  }

  private static int bytes(Scenario scenario, Axis axis) {
    return scenario.word(axis) == null ? 0 : Math.toIntExact(scenario.requireLong(axis));
  }

  static boolean isOn(String word) {
    return word.equals("true") || word.equals("on");
  }
}
