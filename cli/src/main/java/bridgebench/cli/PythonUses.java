package bridgebench.cli;

import bridgebench.bridge.python.PythonUse;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.FunctionKind;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Suite;
import java.util.EnumSet;
import java.util.Set;

/** What a suite's scenarios ask of an interpreter beside playing a worker. */
final class PythonUses {

  private static final Set<Mode> OF_ARRAYS = EnumSet.of(Mode.ARROW_PANDAS, Mode.ARROW);

  private PythonUses() {}

  static Set<PythonUse> of(Suite suite) {
    Set<PythonUse> uses = EnumSet.noneOf(PythonUse.class);
    for (PlannedScenario planned : suite.scenarios()) {
      Scenario scenario = planned.scenario();
      if (scenario.path().isOfDriver()) {
        uses.add(PythonUse.DRIVER);
      }
      if (computesCdfOfArrays(scenario)) {
        uses.add(PythonUse.CDF_OF_ARRAYS);
      }
    }
    return uses;
  }

  private static boolean computesCdfOfArrays(Scenario scenario) {
    return FunctionKind.CDF.word().equals(scenario.word(Axis.FUNCTION))
        && OF_ARRAYS.contains(scenario.wordOr(Axis.MODE, Mode.JVM));
  }
}
