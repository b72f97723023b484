package bridgebench.jmh.runner;

import bridgebench.jmh.benchmark.CallBenchmark;
import bridgebench.jmh.benchmark.CodecBenchmark;
import bridgebench.jmh.benchmark.DriverBenchmark;
import bridgebench.jmh.benchmark.TransportBenchmark;
import bridgebench.jmh.benchmark.UdfBenchmark;
import bridgebench.jmh.benchmark.WorkerStartBenchmark;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;

/** Which JMH benchmark measures a path, in which mode, and with which parameters. */
final class BenchmarkNames {
  /** The parameter of an axis that does not apply. */
  private static final String NOT_APPLICABLE = "-";

  private BenchmarkNames() {}

  /** The full name of the path's benchmark method. */
  static String method(BridgePath path) {
    return switch (path) {
      case UDF -> UdfBenchmark.class.getName() + ".task";
      case WORKER_START -> WorkerStartBenchmark.class.getName() + ".startAndEnd";
      case TRANSPORT -> TransportBenchmark.class.getName() + ".exchange";
      case CODEC -> CodecBenchmark.class.getName() + ".codec";
      case CALL -> CallBenchmark.class.getName() + ".block";
      case COLLECT,
          TO_PANDAS,
          TO_ARROW,
          SHOW,
          COUNT,
          AGGREGATE,
          PARALLELIZE,
          CREATE_DATAFRAME,
          RANGE ->
          DriverBenchmark.class.getName() + ".block";
    };
  }

  /**
   * The name under which a run's results are kept. It is the method's where JMH's own score says
   * the same; elsewhere another, so that nobody compares what differs in meaning.
   */
  static String ofResults(BridgePath path) {
    String method = method(path);
    return switch (path) {
      case WORKER_START -> withMethod(method, "start");
      case CALL -> withMethod(method, "calls");
      case COLLECT,
          TO_PANDAS,
          TO_ARROW,
          SHOW,
          COUNT,
          AGGREGATE,
          PARALLELIZE,
          CREATE_DATAFRAME,
          RANGE ->
          withMethod(method, "action");
      case UDF, TRANSPORT, CODEC -> method;
    };
  }

  private static String withMethod(String method, String name) {
    return method.substring(0, method.lastIndexOf('.') + 1) + name;
  }

  static Mode mode(BridgePath path) {
    return path == BridgePath.WORKER_START ? Mode.SingleShotTime : Mode.Throughput;
  }

  private static boolean appliesToBenchmark(Axis axis, String benchmark) {
    return Arrays.stream(BridgePath.values())
        .filter(path -> method(path).equals(benchmark))
        .anyMatch(path -> AxisDefaults.appliesToPath(axis, path));
  }

  /** JMH's parameters of a scenario: every axis of its benchmark's paths, by suite name. */
  static Map<String, String> params(Scenario scenario) {
    Map<String, String> params = new LinkedHashMap<>();
    Arrays.stream(Axis.values())
        .filter(axis -> appliesToBenchmark(axis, method(scenario.path())))
        .forEach(
            axis ->
                params.put(axis.suiteName(), scenario.axes().getOrDefault(axis, NOT_APPLICABLE)));
    return params;
  }
}
