package bridgebench.reports.findings;

import bridgebench.reports.stall.SystemTimer;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.TransportKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why a time near a timer is likely to be a wait for it, and what helps. Only paths that go through
 * TCP have such timers.
 */
final class StallCause {

  private static final Set<BridgePath> ON_DRIVER = EnumSet.range(BridgePath.CALL, BridgePath.RANGE);

  private StallCause() {}

  /** The timer that an amount of time of an arm is near to; empty where no TCP is involved. */
  static Optional<SystemTimer> timer(Scenario scenario, double nanos) {
    return usesTcp(scenario) ? SystemTimer.near(nanos) : Optional.empty();
  }

  /** For example "near the 40 ms of the delayed acknowledgement of TCP". */
  static String near(SystemTimer timer) {
    return "near the " + Wording.nanos(timer.nanos()) + " of " + timer.words();
  }

  /** Cause and remedy, as sentences. */
  static String explanation(SystemTimer timer, Measured arm) {
    return switch (timer) {
      case DELAYED_ACKNOWLEDGEMENT -> answersThroughPy4j(arm.scenario()) ? ofPy4j(arm) : ofNagle();
      case RETRANSMISSION ->
          "Likely cause: data that was dropped and is sent again when the timer ends. Remedy: look"
              + " for drops (nstat, TcpRetransSegs) and try larger socket buffers or a Unix socket.";
    };
  }

  private static boolean usesTcp(Scenario scenario) {
    return answersThroughPy4j(scenario)
        || TransportKind.TCP.word().equals(scenario.word(Axis.TRANSPORT));
  }

  /** Whether the answer comes by Py4J, which is TCP, and not by a socket of its own for data. */
  private static boolean answersThroughPy4j(Scenario scenario) {
    return ON_DRIVER.contains(scenario.path()) && scenario.word(Axis.TRANSPORT) == null;
  }

  private static String ofPy4j(Measured arm) {
    String version = arm.arm().workerVersions().get("py4j");
    return "Likely cause: "
        + (version == null ? "py4j" : "py4j " + version)
        + " leaves TCP_NODELAY off and writes what exceeds its buffer in pieces; the last piece"
        + " waits until the one before is acknowledged, which the other side delays (py4j issue"
        + " 516, SPARK-51667). Remedy: a py4j with TCP_NODELAY (after 0.10.9.9, py4j issue 592), or"
        + " smaller pieces, or a socket of its own for data, as collect has.";
  }

  private static String ofNagle() {
    return "Likely cause: a side that leaves TCP_NODELAY off holds a small write back until the one"
        + " before is acknowledged, which the other side delays (SPARK-51667). Remedy: TCP_NODELAY"
        + " on both ends, or a Unix socket (in Spark,"
        + " spark.python.unix.domain.socket.enabled=true).";
  }
}
