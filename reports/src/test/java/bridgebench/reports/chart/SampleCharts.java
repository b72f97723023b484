package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Charts of plausible numbers, for tests and for looking at. */
final class SampleCharts {

  private SampleCharts() {}

  static BarChartData throughput() {
    List<BarChartData.Group> groups = new ArrayList<>();
    double[][] values = {{6.2e6, 67e6, 236e6, 338e6}, {6.1e6, 66e6, 289e6, 388e6}};
    String[] names = {"pickle", "arrow-row", "arrow-pandas", "arrow"};
    String[] transports = {"tcp", "unix"};
    for (int t = 0; t < 2; t++) {
      List<BarChartData.Bar> bars = new ArrayList<>();
      for (int m = 0; m < names.length; m++) {
        double value = values[t][m];
        bars.add(
            new BarChartData.Bar(
                names[m], SeriesStyle.of(names[m], m), value, value * 0.94, value * 1.05));
      }
      groups.add(new BarChartData.Group(transports[t], bars));
    }
    return new BarChartData(
        new ChartText("arrow moves 63 times as many rows", "Rows per second", "Bars"),
        "Rows per second",
        Unit.ROWS_PER_SECOND,
        groups);
  }

  static LineChartData sweep() {
    double[] batches = {1, 10, 100, 1_000, 10_000, 100_000};
    double[][] rates = {
      {0.3e6, 2e6, 6.2e6, 6.4e6, 6.0e6, 5.4e6},
      {0.05e6, 0.6e6, 4.5e6, 31e6, 120e6, 150e6},
      {0.11e6, 1.1e6, 10e6, 67e6, 289e6, 388e6}
    };
    String[] names = {"pickle", "arrow-pandas", "arrow"};
    List<LineChartData.Series> series = new ArrayList<>();
    for (int s = 0; s < names.length; s++) {
      List<LineChartData.Point> points = new ArrayList<>();
      for (int b = 0; b < batches.length; b++) {
        double y = rates[s][b];
        points.add(new LineChartData.Point(batches[b], y, y * 0.85, y * 1.15));
      }
      series.add(new LineChartData.Series(names[s], SeriesStyle.of(names[s], s), false, points));
    }
    return new LineChartData(
        new ChartText("10,000 rows a batch are enough", "Rows per second by batch size", "Lines"),
        new LineChartData.Axis("Rows per batch", Unit.ROWS, Scale.LOG),
        new LineChartData.Axis("Rows per second", Unit.ROWS_PER_SECOND, Scale.LOG),
        series,
        List.of(
            new LineChartData.Mark(true, "arrow overtakes pickle at 52 rows (40–66)", 52, 40, 66)));
  }

  static LineChartData percentiles() {
    List<LineChartData.Series> series = new ArrayList<>();
    String[] names = {"pipe", "tcp", "unix"};
    for (int s = 0; s < names.length; s++) {
      List<LineChartData.Point> points = new ArrayList<>();
      for (double nines = 0; nines <= 4; nines += 0.1) {
        double y = (20_000 + s * 9_000) * (1 + Math.pow(nines, 3) / 6);
        points.add(LineChartData.Point.of(1 - Math.pow(10, -nines), y));
      }
      series.add(new LineChartData.Series(names[s], SeriesStyle.of(names[s], s), false, points));
    }
    return new LineChartData(
        new ChartText("One batch in a thousand waits 0.2 ms", "Service time", "Lines"),
        new LineChartData.Axis("Percentile", Unit.FRACTION, Scale.NINES),
        new LineChartData.Axis("Service time", Unit.NANOS, Scale.LOG),
        series,
        List.of(new LineChartData.Mark(false, "service level 0.5 ms", 5e5, 5e5, 5e5)));
  }

  static SegmentChartData stages() {
    List<SegmentChartData.Row> rows = new ArrayList<>();
    for (String arm : List.of("pickle", "arrow")) {
      double f = arm.equals("pickle") ? 40 : 1;
      rows.add(
          new SegmentChartData.Row(
              arm,
              "JVM writer",
              false,
              List.of(
                  new SegmentChartData.Segment("encode", Ink.ENCODE, 9e6 * f),
                  new SegmentChartData.Segment("write", Ink.WRITE, 4e6 * f),
                  new SegmentChartData.Segment("unaccounted", Ink.UNACCOUNTED, 0.3e6 * f))));
      rows.add(
          new SegmentChartData.Row(
              arm,
              "run queue",
              true,
              List.of(new SegmentChartData.Segment("run queue", Ink.QUEUE, 1e6 * f))));
      rows.add(
          new SegmentChartData.Row(
              arm,
              "Python",
              false,
              List.of(
                  new SegmentChartData.Segment("read", Ink.READ, 3e6 * f),
                  new SegmentChartData.Segment("decode", Ink.DECODE, 4e6 * f),
                  new SegmentChartData.Segment("compute", Ink.COMPUTE, 6e6 * f),
                  new SegmentChartData.Segment("encode", Ink.ENCODE, 3e6 * f),
                  new SegmentChartData.Segment("write", Ink.WRITE, 1e6 * f))));
    }
    return new SegmentChartData(
        new ChartText("The JVM's encoder is the busiest", "Time per task by stage", "Bars"),
        "Time per task",
        Unit.NANOS,
        rows);
  }

  static HeatmapData heatmap() {
    return new HeatmapData(
        new ChartText("arrow wins everywhere above 100 rows", "Ratio", "Grid"),
        "Rows per batch",
        List.of("1", "100", "10 k", "100 k"),
        List.of(
            row("double", 0.3, 1.6, 46, 62),
            row("strings", 0.2, 1.01, 2.2, 3.1),
            row("wide-50", 0.08, 0.7, 12, Double.NaN)));
  }

  private static HeatmapData.Row row(String label, double... ratios) {
    List<HeatmapData.Cell> cells = new ArrayList<>();
    for (double ratio : ratios) {
      cells.add(new HeatmapData.Cell(ratio, Math.abs(Math.log(ratio)) > 0.02));
    }
    return new HeatmapData.Row(label, cells);
  }

  static RatioChartData ratios() {
    return new RatioChartData(
        new ChartText("One of three scenarios is slower", "Speed ratio", "Dots"),
        "Speed against the baseline",
        0.02,
        List.of(
            new RatioChartData.Row("udf/pickle/unix/double", 0.91, 0.89, 0.93, "slower", true),
            new RatioChartData.Row(
                "udf/arrow/unix/double/rows=10M/batch=100k/plus-one",
                1.01,
                0.98,
                1.03,
                "cannot tell",
                false),
            new RatioChartData.Row("udf/arrow/tcp/double", 1.2, 1.15, 1.26, "faster", true)));
  }

  static List<ChartData> all() {
    return List.of(throughput(), sweep(), percentiles(), stages(), heatmap(), ratios());
  }
}
