package bridgebench.cli;

import bridgebench.cli.selection.TimeNeeded;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.SkippedCombination;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code list --json} prints; the component names are the keys. */
final class Listing {
  private Listing() {}

  /**
   * Suites and axes.
   *
   * @param axes by suite name the words of each; those of an open axis are the named ones
   */
  record All(List<Named> suites, Map<String, List<String>> axes) {
    static All shipped() throws SuiteException {
      List<Named> suites = new ArrayList<>();
      for (String name : SuiteReader.shippedNames()) {
        suites.add(Named.of(SuiteReader.readShipped(name)));
      }
      Map<String, List<String>> axes = new LinkedHashMap<>();
      for (Axis axis : Axis.values()) {
        axes.put(axis.suiteName(), AxisValues.words(axis));
      }
      return new All(suites, axes);
    }
  }

  /** A suite, with the time it is expected to take. */
  record Named(String suite, String title, @Nullable String note, int forks, double seconds) {
    static Named of(Suite suite) {
      int forks = suite.scenarios().stream().mapToInt(p -> p.timing().forks()).sum();
      return new Named(
          suite.name(), suite.title(), suite.note(), forks, TimeNeeded.of(suite).toMillis() / 1e3);
    }
  }

  /** The scenarios of a suite. */
  record Content(Named suite, List<Asked> questions) {
    static Content of(Suite suite) {
      return new Content(Named.of(suite), suite.questions().stream().map(Asked::of).toList());
    }
  }

  /** A question, and the reasons why combinations are left out of it. */
  record Asked(String id, String ask, List<Listed> scenarios, List<String> notPossible) {
    static Asked of(Question question) {
      return new Asked(
          question.id(),
          question.ask(),
          question.scenarios().stream()
              .map(scenario -> Listed.of(new PlannedScenario(scenario, question.timing())))
              .toList(),
          question.skipped().stream().map(SkippedCombination::reason).toList());
    }
  }

  /** A scenario, with the forks that this question needs. */
  record Listed(String id, Map<String, String> axes, int forks) {
    static Listed of(PlannedScenario planned) {
      Map<String, String> axes = new LinkedHashMap<>();
      planned.scenario().axes().forEach((axis, word) -> axes.put(axis.suiteName(), word));
      return new Listed(planned.scenario().id(), axes, planned.timing().forks());
    }
  }
}
