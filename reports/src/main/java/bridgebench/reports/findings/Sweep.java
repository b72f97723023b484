package bridgebench.reports.findings;

import bridgebench.reports.stall.SweepPoint;
import bridgebench.scenarios.model.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arms that differ along one axis of numbers only, in rising order.
 *
 * @param along the axis of numbers
 * @param arms at least one
 */
record Sweep(Axis along, List<Measured> arms) {

  /**
   * Every sweep of a question.
   *
   * @param varied the axes that tell the question's arms apart
   */
  static List<Sweep> of(List<Measured> arms, List<Axis> varied) {
    List<Sweep> sweeps = new ArrayList<>();
    for (Axis along : varied) {
      if (AxisRoles.isSize(along)) {
        sweeps.addAll(along(along, arms, varied));
      }
    }
    return sweeps;
  }

  private static List<Sweep> along(Axis along, List<Measured> arms, List<Axis> varied) {
    List<Axis> others = varied.stream().filter(axis -> axis != along).toList();
    Map<List<String>, List<Measured>> groups = new LinkedHashMap<>();
    for (Measured arm : arms) {
      String word = arm.scenario().word(along);
      if (arm.comparable(Metric.TASK_NANOS) && word != null && Long.parseLong(word) > 0) {
        groups
            .computeIfAbsent(others.stream().map(arm::word).toList(), key -> new ArrayList<>())
            .add(arm);
      }
    }
    return groups.values().stream()
        .map(
            group ->
                new Sweep(
                    along,
                    group.stream()
                        .sorted(Comparator.comparingLong(arm -> amount(arm, along)))
                        .toList()))
        .toList();
  }

  /** Whether a greater value of the axis is more work: not so for rows in a batch. */
  boolean isOfWork() {
    return AxisRoles.isAmountOfWork(along);
  }

  List<SweepPoint> points() {
    return arms.stream().map(arm -> SweepPoint.of(amount(arm, along), arm.nanos())).toList();
  }

  List<String> ids() {
    return arms.stream().map(arm -> arm.arm().id()).toList();
  }

  Measured first() {
    return arms.get(0);
  }

  private static long amount(Measured arm, Axis along) {
    return arm.scenario().requireLong(along);
  }
}
