package bridgebench.reports.page;

import bridgebench.reports.chart.BarChartData;
import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.compare.JmhBenchmark;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bars of the benchmarks of one class: one for each set of parameters, grouped by method. */
final class JmhCharts {

  /** More rows than this are a table, not a picture. */
  private static final int MOST_ROWS = 32;

  private JmhCharts() {}

  /** A benchmark with a figure in the unit of its chart. */
  private record Value(JmhBenchmark benchmark, Figure figure) {}

  /** The chart of benchmarks that count the same; none when no one has a figure. */
  static List<PlannedChart> of(List<JmhBenchmark> benchmarks) {
    JmhUnit unit = JmhUnit.of(benchmarks.get(0).samples().unit());
    List<Value> all = new ArrayList<>();
    for (JmhBenchmark benchmark : benchmarks) {
      Figure figure = converted(benchmark);
      if (figure != null) {
        all.add(new Value(benchmark, figure));
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    List<Value> shown = all.subList(0, Math.min(all.size(), MOST_ROWS));
    ChartText text =
        new ChartText(
            title(all, unit),
            unit.title()
                + ", median over forks"
                + (all.stream().anyMatch(v -> v.benchmark().samples().forks().length > 1)
                    ? " with its 95 % interval"
                    : "; one fork each, so without intervals")
                + (shown.size() < all.size()
                    ? "; the first " + shown.size() + " of " + all.size() + " benchmarks"
                    : ""),
            "Horizontal bars from zero, one for each of " + shown.size() + " benchmarks.");
    return List.of(
        new PlannedChart(
            "bars",
            new BarChartData(text, unit.title(), unit.unit(), groups(shown)),
            ReadingGuide.BARS,
            ChartRank.ANSWER));
  }

  /**
   * The figure from the benchmark's own unit, which others of its chart need not have; null where
   * the file has no raw values.
   */
  static @Nullable Figure converted(JmhBenchmark benchmark) {
    JmhUnit unit = JmhUnit.of(benchmark.samples().unit());
    Figure figure = benchmark.samples().figure();
    return figure == null
        ? null
        : new Figure(
            figure.median() * unit.factor(),
            figure.low() * unit.factor(),
            figure.high() * unit.factor());
  }

  /** Benchmarks do different work: their medians are described, not ranked. */
  private static String title(List<Value> values, JmhUnit unit) {
    Comparator<Value> byMedian = Comparator.comparingDouble(v -> v.figure().median());
    Value least = values.stream().min(byMedian).orElseThrow();
    Value greatest = values.stream().max(byMedian).orElseThrow();
    String first = unit.unit().format(least.figure().median());
    if (least == greatest) {
      return name(least.benchmark(), parameters(values)) + " has a median of " + first;
    }
    return "Medians go from "
        + first
        + ", "
        + name(least.benchmark(), parameters(values))
        + ", to "
        + unit.unit().format(greatest.figure().median())
        + ", "
        + name(greatest.benchmark(), parameters(values));
  }

  private static List<BarChartData.Group> groups(List<Value> values) {
    Set<String> told = parameters(values);
    boolean byMethod = !told.isEmpty();
    List<String> methods = values.stream().map(v -> v.benchmark().method()).distinct().toList();
    Map<String, List<BarChartData.Bar>> groups = new LinkedHashMap<>();
    for (Value value : values) {
      String method = value.benchmark().method();
      String parameters = words(value.benchmark(), told);
      Figure figure = value.figure();
      groups
          .computeIfAbsent(byMethod ? method : "", key -> new ArrayList<>())
          .add(
              new BarChartData.Bar(
                  parameters.isEmpty() ? method : parameters,
                  SeriesStyle.of("", byMethod ? methods.indexOf(method) : 0),
                  figure.median(),
                  figure.low(),
                  figure.high()));
    }
    return groups.entrySet().stream()
        .map(group -> new BarChartData.Group(group.getKey(), group.getValue()))
        .toList();
  }

  private static String name(JmhBenchmark benchmark, Set<String> told) {
    String parameters = words(benchmark, told);
    return benchmark.method() + (parameters.isEmpty() ? "" : " with " + parameters);
  }

  private static String words(JmhBenchmark benchmark, Set<String> told) {
    return benchmark.params().entrySet().stream()
        .filter(parameter -> told.contains(parameter.getKey()))
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The parameters that tell benchmarks apart. */
  private static Set<String> parameters(List<Value> values) {
    Set<String> names = new LinkedHashSet<>();
    values.forEach(value -> names.addAll(value.benchmark().params().keySet()));
    names.removeIf(
        name ->
            values.stream()
                    .map(value -> String.valueOf(value.benchmark().params().get(name)))
                    .distinct()
                    .count()
                < 2);
    return names;
  }
}
