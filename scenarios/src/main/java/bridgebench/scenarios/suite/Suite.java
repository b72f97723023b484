package bridgebench.scenarios.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suite as resolved: every question with its scenarios.
 *
 * @param name the word after {@code suite:}
 * @param title one line for a heading
 * @param note a restriction to print with every result, for example "quick: not for publication",
 *     or null
 * @param jvmArgs extra arguments of every forked JVM, for example {@code -Xmx512m}
 * @param questions in the order of the file
 */
public record Suite(
    String name,
    String title,
    @Nullable String note,
    List<String> jvmArgs,
    List<Question> questions) {

  public Suite {
    jvmArgs = List.copyOf(jvmArgs);
    questions = List.copyOf(questions);
  }

  /**
   * Every scenario once, in the order in which questions first ask for it, with the most forks and
   * the longest timing that any of them asks for.
   */
  public List<PlannedScenario> scenarios() {
    Map<String, PlannedScenario> byId = new LinkedHashMap<>();
    for (Question question : questions) {
      question
          .scenarios()
          .forEach(
              scenario ->
                  byId.merge(
                      scenario.id(),
                      new PlannedScenario(scenario, question.timing()),
                      (first, again) ->
                          new PlannedScenario(
                              first.scenario(), first.timing().atLeast(again.timing()))));
    }
    return List.copyOf(byId.values());
  }
}
