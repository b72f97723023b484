package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Metric;
import bridgebench.scenarios.model.BridgePath;

/** Metrics in words for readers. */
final class MetricText {

  private MetricText() {}

  static Unit unit(Metric metric) {
    return switch (metric) {
      case TASK_NANOS, RESPONSE_NANOS -> Unit.NANOS;
      case CALLS_PER_SECOND -> Unit.PER_SECOND;
      case ROWS_PER_SECOND -> Unit.ROWS_PER_SECOND;
      case SENT_BYTES_PER_SECOND, RECEIVED_BYTES_PER_SECOND -> Unit.BYTES_PER_SECOND;
    };
  }

  /** The metric as a heading on this path, for example "Round trip". */
  static String title(Metric metric, BridgePath path) {
    return switch (metric) {
      case TASK_NANOS ->
          switch (path) {
            case UDF, CODEC -> "Time per task";
            case WORKER_START -> "Time to the first answer";
            case TRANSPORT -> "Time per exchange";
            case CALL -> "Time per call";
            case COLLECT,
                TO_PANDAS,
                TO_ARROW,
                SHOW,
                COUNT,
                AGGREGATE,
                PARALLELIZE,
                CREATE_DATAFRAME,
                RANGE ->
                "Time per operation";
          };
      case RESPONSE_NANOS -> "Median response time";
      case CALLS_PER_SECOND -> "Calls per second";
      case ROWS_PER_SECOND -> "Rows per second";
      case SENT_BYTES_PER_SECOND -> "Bytes sent per second";
      case RECEIVED_BYTES_PER_SECOND -> "Bytes received per second";
    };
  }
}
