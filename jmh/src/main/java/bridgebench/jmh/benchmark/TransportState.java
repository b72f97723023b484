package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.TransportSession;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Exchange;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A worker that echoes or swallows messages. Parameters are the axes of path {@code transport};
 * {@code -} means that an axis does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TransportState extends SessionState<TransportSession, Burst> {
  private static final long BURST_BYTES = 16L << 20;
  private static final long MOST_MESSAGES = 4_096;
  private static final long FEWEST_MESSAGES = 4;

  @Param("transport")
  public String path;

  @Param({"pipe", "tcp", "unix"})
  public String transport;

  @Param("-")
  public String tcpNoDelay;

  @Param("-")
  public String socketBufferBytes;

  @Param("-")
  public String pipe;

  @Param("-")
  public String pipeBytes;

  @Param({"8", "262144"})
  public String messageBytes;

  @Param("round-trip")
  public String exchange;

  private Operation operation;
  private int messages;

  private interface Operation {
    void run(TransportSession session) throws Exception;
  }

  @Override
  TransportSession open(Scenario scenario, BridgeSettings settings) throws Exception {
    Exchange kind = scenario.require(Axis.EXCHANGE, Exchange.class);
    messages =
        kind == Exchange.ROUND_TRIP ? 1 : messagesInBurst(scenario.requireLong(Axis.MESSAGE_BYTES));
    operation =
        switch (kind) {
          case ROUND_TRIP -> TransportSession::roundTrip;
          case STREAM -> session -> session.stream(messages);
          case ONE_WAY -> session -> session.oneWay(messages);
        };
    return TransportSession.open(scenario, settings);
  }

  /**
   * As many as fill 16 MiB, within 4 and 4,096: long enough to hide a burst's beginning and end.
   */
  static int messagesInBurst(long messageBytes) {
    long fill = BURST_BYTES / Math.max(1, messageBytes);
    return (int) Math.max(FEWEST_MESSAGES, Math.min(MOST_MESSAGES, fill));
  }

  @Override
  Burst operate(TransportSession session, OperationTally tally) throws Exception {
    long sentBefore = session.sentBytes();
    long receivedBefore = session.receivedBytes();
    operation.run(session);
    Burst burst =
        new Burst(
            messages, session.sentBytes() - sentBefore, session.receivedBytes() - receivedBefore);
    tally.add(0, messages, burst.sentBytes(), burst.receivedBytes());
    return burst;
  }

  @Override
  Map<String, String> effective(TransportSession session) {
    Map<String, String> effective = new TreeMap<>(session.effective());
    effective.put("messagesPerOperation", Integer.toString(messages));
    return effective;
  }

  @Override
  Map<String, String> workerVersions(TransportSession session) {
    return session.workerVersions();
  }

  @Override
  Map<String, Histogram> latencies(TransportSession session) {
    return session.latency();
  }

  @Override
  void resetLatencies(TransportSession session) {
    session.resetLatency();
  }
}
