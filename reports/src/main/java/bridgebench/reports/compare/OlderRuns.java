package bridgebench.reports.compare;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Origin;
import bridgebench.scenarios.model.Shapes;
import java.util.Map;

/** What runs did before an axis existed, so that they are compared as what they were. */
public final class OlderRuns {

  private static final Map<Axis, String> ALL_DID =
      Map.of(Axis.BATCHES_PER_SECOND, "0", Axis.ORIGIN, Origin.JVM.word());

  private static final String WINDOW = Axis.WINDOW_ROWS.suiteName();
  private static final String DEFAULT_WINDOW = "0";

  /** After so many bytes rows repeated on every path, whatever they were for. */
  private static final long WINDOW_BYTES = 4 << 20;

  private OlderRuns() {}

  /**
   * Leaves out of a scenario's axes what older runs do not say and did as well.
   *
   * @param axes words by suite name, to be changed
   */
  static void leaveOutWhatAllDid(Map<String, String> axes) {
    ALL_DID.forEach((axis, word) -> axes.remove(axis.suiteName(), word));
    if (!repeatedSooner(axes)) {
      axes.remove(WINDOW, DEFAULT_WINDOW);
    }
  }

  /**
   * Whether a scenario of this run had other rows than one of the same id has today: on the
   * driver's side they repeated.
   *
   * @param axes words by suite name, as a run file has them
   */
  public static boolean hadOtherRows(Map<String, String> axes) {
    return !axes.containsKey(WINDOW) && repeatedSooner(axes);
  }

  private static boolean repeatedSooner(Map<String, String> axes) {
    String path = axes.get(Axis.PATH.suiteName());
    String shape = axes.get(Axis.SHAPE.suiteName());
    String rows = axes.get(Axis.ROWS.suiteName());
    return path != null
        && shape != null
        && rows != null
        && AxisWord.of(BridgePath.class, path).isOfDriver()
        && Long.parseLong(rows) * Shapes.named(shape).meanRowBytes() > WINDOW_BYTES;
  }
}
