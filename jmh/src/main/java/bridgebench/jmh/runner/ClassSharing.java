package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.FunctionKind;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the {@link ClassArchive} on first use, by a fork that is not part of the run. */
final class ClassSharing {
  private static final Timing ONE_TASK = new Timing(1, 0, 1, 1, 1, 5);
  private static final String FEW_ROWS = "1000";

  private ClassSharing() {}

  /** Runs a fork with further JVM arguments. */
  interface Training {
    /** Whether it ended well. */
    boolean run(PlannedFork fork, List<String> jvmArgs) throws IOException;
  }

  /**
   * The JVM arguments with which forks share classes; none where that is not possible.
   *
   * @param training called when there is no archive yet
   */
  static List<String> jvmArgs(Training training, RunListener listener) throws IOException {
    ClassArchive archive = ClassArchive.ofThisProgram().orElse(null);
    if (archive == null) {
      return List.of();
    }
    if (!archive.exists() && !archive.isRefused()) {
      listener.message("Archiving classes, so that forks start faster (first use only)");
      if (training.run(new PlannedFork(0, 0, typicalScenario(), ONE_TASK), archive.makingArgs())) {
        archive.keepMade();
      } else {
        archive.dropMade();
      }
    }
    return archive.exists() ? archive.usingArgs() : List.of();
  }

  private static Scenario typicalScenario() {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, BridgePath.UDF.word());
    for (Axis axis : Axis.values()) {
      if (axis != Axis.PATH && AxisDefaults.applies(axis, axes)) {
        axes.put(axis, word(axis, axes));
      }
    }
    return new Scenario("class-archive", axes);
  }

  private static String word(Axis axis, Map<Axis, String> axes) {
    return switch (axis) {
      case ROWS -> FEW_ROWS;
      case FUNCTION -> FunctionKind.PLUS_ONE.word();
      default -> AxisDefaults.word(axis, axes);
    };
  }
}
