package bridgebench.scenarios.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A combination of values with every applicable axis filled in: a scenario, or the reason why it is
 * none.
 */
public final class Resolution {

  private final Map<Axis, String> axes;
  private final @Nullable String refusal;

  private Resolution(Map<Axis, String> axes, @Nullable String refusal) {
    this.axes = Collections.unmodifiableMap(axes);
    this.refusal = refusal;
  }

  /**
   * Fills in what is not given.
   *
   * @param given values that this combination asks for, canonical as by {@link AxisValues}; one
   *     that does not apply (beside path, mode jvm, place jvm and origin python, which drop what
   *     they do not need) and is not the default is refused
   * @param defaults values for the axes to which they apply, canonical; ignored elsewhere
   */
  public static Resolution of(Map<Axis, String> given, Map<Axis, String> defaults) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    String inapplicable = null;
    for (Axis axis : Axis.values()) {
      String asked = given.get(axis);
      String byDefault = AxisDefaults.word(axis, axes);
      if (AxisDefaults.applies(axis, axes)) {
        axes.put(axis, asked != null ? asked : defaults.getOrDefault(axis, byDefault));
      } else if (asked != null && !asked.equals(byDefault) && inapplicable == null) {
        inapplicable = inapplicable(axis, asked, axes);
      }
    }
    String impossible = inapplicable;
    return new Resolution(axes, Validity.refusal(axes).orElse(impossible));
  }

  /**
   * The scenario of these values, or of the defaults where there are none; for programs that name
   * one scenario, such as plain JMH runs.
   *
   * @param given values in any spelling that a suite may use
   * @param folder against which the file of a user's function is resolved
   * @throws IllegalArgumentException saying why there is no such scenario
   */
  public static Scenario scenario(Map<Axis, String> given, Path folder) {
    Map<Axis, String> canonical = new EnumMap<>(Axis.class);
    given.forEach((axis, text) -> canonical.put(axis, AxisValues.canonical(axis, text)));
    Resolution resolution = of(canonical, Map.of());
    return resolution
        .scenario(folder)
        .orElseThrow(() -> new IllegalArgumentException(resolution.refusal().orElse("impossible")));
  }

  /** Why there is no such scenario. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The effective values, those of an impossible combination too. */
  public Map<Axis, String> axes() {
    return axes;
  }

  /**
   * The scenario, unless the combination is refused. Its id spells a user's function as given; its
   * axes hold the absolute file.
   *
   * @param folder against which the file of a user's function is resolved
   */
  public Optional<Scenario> scenario(Path folder) {
    if (refusal != null) {
      return Optional.empty();
    }
    Map<Axis, String> absolute = new EnumMap<>(axes);
    absolute.computeIfPresent(
        Axis.FUNCTION, (axis, word) -> FunctionSpec.parse(word).resolvedAgainst(folder).word());
    return Optional.of(new Scenario(ScenarioId.of(axes), absolute));
  }

  private static boolean droppedByPlace(Axis axis, Map<Axis, String> axes) {
    return axis == Axis.TRANSPORT ? DriverAxes.nothingCrosses(axes) : DriverAxes.staysInJvm(axes);
  }

  /** The reason for refusing a value that does not apply, or null where it is simply dropped. */
  private static @Nullable String inapplicable(Axis axis, String word, Map<Axis, String> axes) {
    BridgePath path = AxisWord.of(BridgePath.class, axes.getOrDefault(Axis.PATH, ""));
    boolean droppedByPath = !AxisDefaults.appliesToPath(axis, path);
    boolean droppedByMode = Mode.JVM.word().equals(axes.get(Axis.MODE));
    if (droppedByPath || droppedByMode || droppedByPlace(axis, axes)) {
      return null;
    }
    return axis.suiteName()
        + " "
        + AxisValues.readable(axis, word)
        + " applies to "
        + switch (axis) {
          case COMPRESSION -> "Arrow modes only, not to mode " + axes.get(Axis.MODE);
          case DTYPES -> "mode arrow-pandas only, not to mode " + axes.get(Axis.MODE);
          case TCP_NO_DELAY -> "transport tcp only, not to " + axes.get(Axis.TRANSPORT);
          case SOCKET_BUFFER_BYTES ->
              "transports tcp and unix only, not to " + axes.get(Axis.TRANSPORT);
          case ELEMENTS -> "calls list and chain only, not to call " + axes.get(Axis.CALL);
          case MESSAGE_BYTES ->
              "calls string, bytes-in and bytes-out only, not to call " + axes.get(Axis.CALL);
          case SELF_DESTRUCT, SPLIT_BLOCKS -> "mode arrow only, not to mode " + axes.get(Axis.MODE);
          case PIPE, PIPE_BYTES -> "transport pipe only, not to " + axes.get(Axis.TRANSPORT);
          default -> "other scenarios only";
        };
  }
}
