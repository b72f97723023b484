package bridgebench.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check.
 *
 * @param check what was looked at, such as {@code governor}
 * @param level how much it matters
 * @param found what was found, with units
 * @param remedy what mends it, or null when there is nothing to mend
 */
public record Finding(String check, Level level, String found, @Nullable String remedy) {

  static Finding ok(String check, String found) {
    return new Finding(check, Level.OK, found, null);
  }

  static Finding warn(String check, String found, String remedy) {
    return new Finding(check, Level.WARN, found, remedy);
  }

  static Finding fail(String check, String found, String remedy) {
    return new Finding(check, Level.FAIL, found, remedy);
  }
}
