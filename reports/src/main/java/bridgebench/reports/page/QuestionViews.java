package bridgebench.reports.page;

import bridgebench.reports.chart.ChartDrawer;
import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.suite.SkippedCombination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the views of all questions within the page's budget of full charts. */
final class QuestionViews {

  /** Full charts on a page; beyond it, readers compare tables and traces, not pictures. */
  private static final ChartBudget BUDGET = new ChartBudget(40);

  /** Longer tables are closed at first. */
  private static final int MOST_OPEN_ROWS = 24;

  private static final int FORKS_FOR_CONCLUSIONS = 5;
  private static final Set<String> PRINTED = Set.of("Comparisons", "Figures");

  private static final int SHOWN_SENTENCES = 4;

  private final Optional<ChartDrawer> drawer;

  private final ReportOptions options;

  QuestionViews(Optional<ChartDrawer> drawer, ReportOptions options) {
    this.drawer = drawer;
    this.options = options;
  }

  List<QuestionView> of(List<QuestionAnalysis> questions) {
    List<List<PlannedChart>> planned =
        questions.stream().map(question -> QuestionCharts.of(question, options)).toList();
    Set<PlannedChart> drawn = BUDGET.drawn(planned);
    Map<Integer, List<ChartView>> figures = figures(planned, drawn);
    List<QuestionView> views = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      List<PlannedChart> tabled =
          planned.get(i).stream().filter(chart -> !drawn.contains(chart)).toList();
      views.add(view(questions.get(i), anchor(i), figures.getOrDefault(i, List.of()), tabled));
    }
    return views;
  }

  private record Drawing(int question, PlannedChart chart) {}

  /** The drawings by question. Drawing is most of the work, and each core can do some of it. */
  private Map<Integer, List<ChartView>> figures(
      List<List<PlannedChart>> planned, Set<PlannedChart> drawn) {
    List<Drawing> drawings = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      int question = i;
      planned.get(i).stream()
          .filter(drawn::contains)
          .forEach(chart -> drawings.add(new Drawing(question, chart)));
    }
    List<ChartView> views =
        drawings.parallelStream()
            .map(drawing -> ChartView.of(drawing.chart(), anchor(drawing.question()), drawer))
            .toList();
    Map<Integer, List<ChartView>> byQuestion = new HashMap<>();
    for (int i = 0; i < drawings.size(); i++) {
      byQuestion
          .computeIfAbsent(drawings.get(i).question(), key -> new ArrayList<>())
          .add(views.get(i));
    }
    return byQuestion;
  }

  private static String anchor(int place) {
    return "q" + (place + 1);
  }

  private QuestionView view(
      QuestionAnalysis question,
      String anchor,
      List<ChartView> figures,
      List<PlannedChart> tabled) {
    String lead =
        QuestionText.lead(question)
            .map(Finding::sentence)
            .map(Sentences::unbroken)
            .orElse("Nothing was measured for this question.");
    List<String> others =
        question.findings().stream()
            .map(Finding::sentence)
            .map(Sentences::unbroken)
            .distinct()
            .filter(sentence -> !sentence.equals(lead))
            .toList();
    return new QuestionView(
        anchor,
        question.ask(),
        lead,
        others.subList(0, Math.min(SHOWN_SENTENCES, others.size())),
        others.subList(Math.min(SHOWN_SENTENCES, others.size()), others.size()),
        isUnsaidProvisional(question),
        shared(question.commonAxes()),
        skipped(question.skipped()),
        figures,
        tabledText(tabled.size()),
        tabled.stream().map(chart -> ChartView.tabled(chart, anchor)).toList(),
        PathNotes.of(question.path()),
        tables(question));
  }

  private static String tabledText(int charts) {
    if (charts == 0) {
      return "";
    }
    return (charts == 1 ? "1 more chart is a table" : charts + " more charts are tables")
        + " here, because a page draws at most "
        + BUDGET.most()
        + ".";
  }

  /** Whether the answer rests on an arm of fewer than 5 forks and its sentence does not say so. */
  private static boolean isUnsaidProvisional(QuestionAnalysis question) {
    return QuestionText.lead(question)
        .filter(lead -> !lead.provisional())
        .map(
            lead ->
                question.arms().stream()
                    .filter(arm -> lead.scenarioIds().contains(arm.id()))
                    .anyMatch(arm -> arm.forks().size() < FORKS_FOR_CONCLUSIONS))
        .orElse(false);
  }

  private static String shared(Map<Axis, String> axes) {
    return axes.entrySet().stream()
        .map(entry -> AxisText.named(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static List<String> skipped(List<SkippedCombination> combinations) {
    return combinations.stream()
        .collect(
            Collectors.groupingBy(
                SkippedCombination::reason, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            entry ->
                entry.getValue()
                    + (entry.getValue() == 1 ? " combination is" : " combinations are")
                    + " left out: "
                    + entry.getKey()
                    + ".")
        .toList();
  }

  private static List<QuestionView.Entry> tables(QuestionAnalysis question) {
    List<QuestionView.Entry> entries = new ArrayList<>();
    ArmTables arms = new ArmTables(question);
    if (!question.comparisons().isEmpty()) {
      add(
          entries,
          "Comparisons",
          "A ratio above 1× is faster. “Smallest visible” is the difference that these forks would"
              + " show four times in five; “p, Holm” is corrected for the number of comparisons.",
          ComparisonTable.of(question),
          question.comparisons().size() <= MOST_OPEN_ROWS);
    }
    boolean isOpen = entries.isEmpty() && question.arms().size() <= MOST_OPEN_ROWS;
    add(entries, "Figures", "", arms.figures(), isOpen);
    add(
        entries,
        "Stages",
        "Time per operation, medians over forks. Reading and writing include waiting for the other"
            + " side; the wait for a core lies within the stages.",
        arms.stages(),
        false);
    add(entries, "Memory", "The greatest of each fork, medians over forks.", arms.memory(), false);
    add(
        entries,
        "Effective options",
        "What was really in force, as read back.",
        arms.effective(),
        false);
    return entries;
  }

  private static void add(
      List<QuestionView.Entry> entries,
      String summary,
      String text,
      TableView table,
      boolean open) {
    if (!table.rows().isEmpty()) {
      boolean isPrinted = PRINTED.contains(summary) && table.rows().size() <= MOST_OPEN_ROWS;
      entries.add(new QuestionView.Entry(summary, text, table, open, isPrinted));
    }
  }
}
