package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.SegmentChartData;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.ActorTime;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each thread's share of a task goes, with the wait for a core beside it. */
final class StageCharts {

  private static final int MOST_ARMS = 4;

  private StageCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question) {
    List<Arm> arms = ChartArms.representatives(question, MOST_ARMS, StageCharts::hasStages);
    if (arms.isEmpty()) {
      return List.of();
    }
    List<SegmentChartData.Row> rows = new ArrayList<>();
    arms.forEach(arm -> rows.addAll(rows(question, arm)));
    String title =
        QuestionText.sentence(question, FindingKind.BOTTLENECK, FindingKind.PLAN_SHARE)
            .orElse("Where the time of a task goes, thread by thread");
    String subtitle =
        "Share of the task’s mean wall time by stage and thread, medians over forks"
            + (arms.size() < question.arms().size() ? "; the fastest arm of each series" : "");
    SegmentChartData data =
        new SegmentChartData(
            new ChartText(
                title, subtitle, "Stacked horizontal bars, one for each thread of each arm."),
            "Share of the task’s mean wall time",
            Unit.PERCENT,
            rows);
    return List.of(new PlannedChart("stages", data, ReadingGuide.STAGES, ChartRank.ASKED));
  }

  private static boolean hasStages(Arm arm) {
    Figure task = arm.figures().meanNanos();
    return task != null && task.median() > 0 && !arm.figures().stageNanos().isEmpty();
  }

  private static List<SegmentChartData.Row> rows(QuestionAnalysis question, Arm arm) {
    Figure task = arm.figures().meanNanos();
    double taskNanos = task == null ? 1 : task.median();
    String group =
        AxisText.label(arm.scenario(), question.variedAxes())
            + " · mean "
            + Unit.NANOS.format(taskNanos)
            + (arm.scenario().word(Axis.FUNCTION) == null ? " an operation" : " a task");
    Set<String> actors = new LinkedHashSet<>();
    arm.figures().stageNanos().keySet().forEach(key -> actors.add(StageText.actor(key)));
    List<SegmentChartData.Row> rows = new ArrayList<>();
    for (String actor : actors) {
      ActorTime time = arm.figures().actors().get(actor);
      rows.add(
          new SegmentChartData.Row(
              group,
              StageText.actorName(actor),
              false,
              segments(arm.figures().stageNanos(), actor, time, taskNanos)));
      Figure queue = time == null ? null : time.runQueueNanos();
      if (queue != null) {
        rows.add(
            new SegmentChartData.Row(
                group,
                "waits for a core",
                true,
                List.of(segment("run queue", queue.median() / taskNanos))));
      }
    }
    return rows;
  }

  private static List<SegmentChartData.Segment> segments(
      Map<String, Figure> stages, String actor, @Nullable ActorTime time, double taskNanos) {
    List<SegmentChartData.Segment> segments = new ArrayList<>();
    stages.forEach(
        (key, figure) -> {
          if (StageText.actor(key).equals(actor)) {
            segments.add(segment(StageText.part(key), figure.median() / taskNanos));
          }
        });
    Figure rest = time == null ? null : time.unaccountedNanos();
    if (rest != null && rest.median() > 0) {
      segments.add(segment("unaccounted", rest.median() / taskNanos));
    }
    return segments;
  }

  private static SegmentChartData.Segment segment(String name, double share) {
    return new SegmentChartData.Segment(name, StageText.ink(name), share);
  }
}
