package bridgebench.reports.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Shortens ids that are shown together to what tells them apart. */
final class ScenarioNames {

  private ScenarioNames() {}

  /** The ids in their order, without the words between slashes that all of them have. */
  static List<String> distinct(List<String> ids) {
    if (ids.size() < 2) {
      return ids;
    }
    Set<String> common = new LinkedHashSet<>(Arrays.asList(ids.get(0).split("/")));
    ids.forEach(id -> common.retainAll(Arrays.asList(id.split("/"))));
    List<String> names =
        ids.stream()
            .map(
                id ->
                    Arrays.stream(id.split("/"))
                        .filter(word -> !common.contains(word))
                        .collect(Collectors.joining("/")))
            .toList();
    boolean isTold = names.stream().distinct().count() == ids.size() && !names.contains("");
    return isTold ? names : ids;
  }
}
