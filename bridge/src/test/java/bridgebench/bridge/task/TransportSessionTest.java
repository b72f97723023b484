package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.BridgeException;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransportSessionTest {

  private static final int[] MESSAGE_BYTES = {1, 8, 65_531, 65_532, 262_144, 5_000_000};

  static Stream<Scenario> everyTransport() {
    return Stream.of(
        TestScenarios.messages(Axis.TRANSPORT, "pipe", Axis.PIPE, "stdio"),
        TestScenarios.messages(
            Axis.TRANSPORT, "pipe", Axis.PIPE, "named", Axis.PIPE_BYTES, "262144"),
        TestScenarios.messages(
            Axis.TRANSPORT, "tcp", Axis.TCP_NO_DELAY, "off", Axis.SOCKET_BUFFER_BYTES, "131072"),
        TestScenarios.messages(Axis.TRANSPORT, "unix"));
  }

  static Stream<Scenario> everyTransportAndSize() {
    return everyTransport()
        .flatMap(
            scenario ->
                Arrays.stream(MESSAGE_BYTES)
                    .mapToObj(bytes -> with(scenario, Axis.MESSAGE_BYTES, bytes)));
  }

  @ParameterizedTest
  @MethodSource("everyTransportAndSize")
  void aMessageOfAnySizeComesBackOverEveryTransport(Scenario scenario) {
    try (TransportSession session = TransportSession.open(scenario, TestScenarios.settings())) {
      session.roundTrip();
      session.roundTrip();
      long frame = scenario.requireLong(Axis.MESSAGE_BYTES) + 5;
      assertThat(session.latency().get("round-trip").getTotalCount()).isEqualTo(2);
      assertThat(session.receivedBytes()).isGreaterThan(2 * frame);
    }
  }

  /** Who may have such a pipe is the system's to say. */
  @Test
  void aPipeHasTheSizeThatWasAskedForOrItIsSaidWhyNot() {
    Scenario large = TestScenarios.messages(Axis.TRANSPORT, "pipe", Axis.PIPE_BYTES, "1073741824");
    try (TransportSession session = TransportSession.open(large, TestScenarios.settings())) {
      assertThat(session.effective()).containsEntry("python.pipeBytes", "1073741824");
    } catch (BridgeException refused) {
      assertThat(refused)
          .hasMessageContaining("the system grants no pipe of 1073741824 bytes")
          .hasMessageContaining("pipe-max-size");
    }
  }

  @ParameterizedTest
  @MethodSource("everyTransport")
  void moreThanTheChannelHoldsIsStreamedWithoutADeadlock(Scenario scenario) {
    Scenario large = with(with(scenario, Axis.MESSAGE_BYTES, 300_000), Axis.EXCHANGE, "stream");
    try (TransportSession session = TransportSession.open(large, TestScenarios.settings())) {
      long before = session.receivedBytes();
      session.stream(100);
      assertThat(session.receivedBytes() - before).isEqualTo(100L * 300_005);
    }
  }

  @ParameterizedTest
  @MethodSource("everyTransport")
  void oneWayMessagesAreAllCountedByTheWorker(Scenario scenario) {
    Scenario sink = with(scenario, Axis.EXCHANGE, "one-way");
    try (TransportSession session = TransportSession.open(sink, TestScenarios.settings())) {
      session.oneWay(1000);
      session.oneWay(0);
      session.oneWay(17);
      assertThat(session.sentBytes()).isGreaterThan(1017 * 13);
    }
  }

  @ParameterizedTest
  @MethodSource("everyTransport")
  void bothProcessesReadTheSameClockAndSayWhatIsInForce(Scenario scenario) {
    try (TransportSession session = TransportSession.open(scenario, TestScenarios.settings())) {
      assertThat(session.clock())
          .hasValueSatisfying(clock -> assertThat(clock.verified()).isTrue());
      assertThat(session.workerVersions()).containsKey("python");
      assertThat(session.effective().keySet()).anyMatch(key -> key.startsWith("jvm."));
      assertThat(session.effective().keySet()).anyMatch(key -> key.startsWith("python."));
    }
  }

  private static Scenario with(Scenario scenario, Axis axis, Object word) {
    EnumMap<Axis, String> axes = new EnumMap<>(scenario.axes());
    axes.put(axis, word.toString());
    return new Scenario(scenario.id() + "/" + word, axes);
  }
}
