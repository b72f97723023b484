package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arms of one word of an axis, in rising order of an axis of numbers.
 *
 * @param word the word that they share
 * @param arms in rising order
 */
record Series(String word, List<Measured> arms) {

  /**
   * The series of a question by the words on its remaining axes; each group holds those that may be
   * laid over one another.
   *
   * @param along the axis of numbers
   * @param compared the axis whose words name the series
   * @param varied every axis on which the question's arms differ
   */
  static List<List<Series>> groups(
      List<Measured> arms, Axis along, Axis compared, List<Axis> varied) {
    Map<List<String>, Map<String, List<Measured>>> groups = new LinkedHashMap<>();
    List<Axis> others = varied.stream().filter(a -> a != along && a != compared).toList();
    for (Measured arm : arms) {
      groups
          .computeIfAbsent(others.stream().map(arm::word).toList(), key -> new LinkedHashMap<>())
          .computeIfAbsent(arm.word(compared), key -> new ArrayList<>())
          .add(arm);
    }
    return groups.values().stream()
        .map(
            byWord ->
                byWord.entrySet().stream()
                    .map(entry -> new Series(entry.getKey(), rising(entry.getValue(), along)))
                    .toList())
        .toList();
  }

  private static List<Measured> rising(List<Measured> arms, Axis along) {
    return arms.stream()
        .sorted(Comparator.comparingLong(arm -> arm.scenario().requireLong(along)))
        .toList();
  }
}
