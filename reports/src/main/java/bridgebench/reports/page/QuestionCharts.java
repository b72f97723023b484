package bridgebench.reports.page;

import bridgebench.reports.findings.QuestionAnalysis;
import java.util.ArrayList;
import java.util.List;

/** Chooses the charts that answer a question, the most telling one first. */
final class QuestionCharts {

  private QuestionCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question, ReportOptions options) {
    List<PlannedChart> charts = new ArrayList<>();
    switch (question.path()) {
      case WORKER_START -> {
        charts.addAll(StartCharts.of(question));
        if (charts.isEmpty()) {
          charts.addAll(headline(question));
        }
      }
      case CALL,
          COLLECT,
          TO_PANDAS,
          TO_ARROW,
          SHOW,
          COUNT,
          AGGREGATE,
          PARALLELIZE,
          CREATE_DATAFRAME,
          RANGE -> {
        charts.addAll(orBars(SweepCharts.time(question), question));
        charts.addAll(MemoryCharts.of(question));
        charts.addAll(StageCharts.of(question));
        charts.addAll(LatencyCharts.of(question, options));
      }
      case TRANSPORT -> {
        charts.addAll(headline(question));
        charts.addAll(SweepCharts.bandwidth(question));
        charts.addAll(LatencyCharts.of(question, options));
      }
      case UDF, CODEC -> {
        charts.addAll(headline(question));
        charts.addAll(HeatmapCharts.of(question));
        charts.addAll(StageCharts.of(question));
        charts.addAll(LatencyCharts.of(question, options));
      }
    }
    charts.addAll(DistributionCharts.of(question));
    return charts;
  }

  private static List<PlannedChart> headline(QuestionAnalysis question) {
    return orBars(SweepCharts.of(question), question);
  }

  private static List<PlannedChart> orBars(List<PlannedChart> sweeps, QuestionAnalysis question) {
    return sweeps.isEmpty() ? BarCharts.of(question) : sweeps;
  }
}
