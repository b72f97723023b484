package bridgebench.cli.selection;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.NearestWord;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The values that an axis is set to on the command line.
 *
 * @param axis the axis
 * @param words its values in canonical spelling, in the order given; at least one
 */
public record AxisSetting(Axis axis, Set<String> words) {

  /**
   * The same with the files of users' functions resolved, as scenarios have them.
   *
   * @throws IllegalArgumentException naming a file that cannot be read
   */
  AxisSetting from(Path folder) {
    if (axis != Axis.FUNCTION) {
      return this;
    }
    Set<String> resolved = new LinkedHashSet<>();
    for (String word : words) {
      FunctionSpec function = FunctionSpec.parse(word).resolvedAgainst(folder);
      if (function.lacksItsFile()) {
        throw new IllegalArgumentException(
            "-p function=" + word + ": there is no readable file " + function.file());
      }
      resolved.add(function.word());
    }
    return new AxisSetting(axis, resolved);
  }

  /** Reads {@code axis=value[,value…]}, in the spellings that suites use. */
  public static final class Converter implements ITypeConverter<AxisSetting> {
    @Override
    public AxisSetting convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new TypeConversionException("'" + text + "' is not axis=value[,value...]");
      }
      Axis axis = axis(text.substring(0, equals));
      Set<String> words = new LinkedHashSet<>();
      for (String value : text.substring(equals + 1).split(",", -1)) {
        try {
          words.add(AxisValues.canonical(axis, value));
        } catch (IllegalArgumentException e) {
          throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
      }
      return new AxisSetting(axis, words);
    }

    private static Axis axis(String name) {
      List<String> names = Axis.suiteNames();
      return Axis.named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown axis '"
                          + name
                          + "': expected one of "
                          + String.join(", ", names)
                          + NearestWord.hint(name, names)));
    }
  }
}
